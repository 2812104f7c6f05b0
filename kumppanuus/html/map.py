"""Maps of the districts: each municipality a dot before the coast, each district a shape of dots.

The coast is overrides/assets/coast.svg, made once by tools/coast.py and shared by all maps.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from itertools import chain, islice
from math import dist

from kumppanuus.facts.fields import Text
from kumppanuus.facts.models import District
from kumppanuus.facts.municipality import Municipality
from kumppanuus.html.labels import Box, Label, Point, beside_dots, beside_groups
from kumppanuus.html.projection import HEIGHT, WIDTH, project
from kumppanuus.html.view import View

# Outlines about a point; a district has one of these besides its colour, in the order of the
# districts: round, square, triangle, diamond, triangle on its tip, cross.
SHAPES = (
    "m-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z",
    "m-4.4-4.4h8.8v8.8h-8.8z",
    "m0-6l5.8 10h-11.6z",
    "m0-6.4l6.4 6.4-6.4 6.4-6.4-6.4z",
    "m0 6l5.8-10h-11.6z",
    "m-2-6h4v4h4v4h-4v4h-4v-4h-4v-4h4z",
)
_CUT = (360, 300)  # the size of a part of the map; its names are of 14 units
_TYPE, _LARGE_TYPE = 14, 42
_LARGEST = 2.2  # times the whole map: nearer, the coast would show its corners
_NAMES = 40  # more have no room, and cost time where municipalities stand close
_EDGE = 56  # room for names beside the outermost dots
LARGER = 2  # how many times larger the dots of the whole map are, and a page's own


@dataclass(frozen=True)
class Group:
    """A district's dots as one path; area: the ground that they stand on, as a line to be drawn
    thick. lit: whether the picture is about it."""

    district: District
    dots: str
    area: str = ""
    label: Label | None = None
    lit: bool = True


@dataclass(frozen=True)
class Picture:
    """A map in its own units. coast: where the picture of the coast stands, as x, y, width and
    height. here: the path of the one municipality that the page is about."""

    width: int
    height: int
    coast: tuple[float, float, float, float]
    groups: tuple[Group, ...]
    labels: tuple[Label, ...] = ()
    here: str = ""


@dataclass(frozen=True)
class Atlas:
    """Every map of one language."""

    view: View

    @cached_property
    def _places(self) -> dict[str, Point]:
        """Where each municipality of the districts stands, by its id."""
        return {one.id: project(one.lon, one.lat) for one in self._all}

    @cached_property
    def _from_west(self) -> tuple[list[float], list[tuple[str, Point]]]:
        """How far east each stands, in order, and the places themselves: a part of the map looks
        at its own."""
        places = sorted(self._places.items(), key=lambda place: place[1][0])
        return [east for _, (east, _) in places], places

    @cached_property
    def _all(self) -> tuple[Municipality, ...]:
        return tuple(chain.from_iterable(self.view.register.municipalities_of.values()))

    @cached_property
    def shapes(self) -> dict[str, str]:
        """The shape of each district's dots, by its id."""
        ids = self.view.register.districts
        return {id_: SHAPES[number % len(SHAPES)] for number, id_ in enumerate(ids)}

    def whole(self) -> Picture:
        """All the districts, with the names of each; farther away where some are beyond the coast
        that is drawn."""
        register = self.view.register
        (west, east), (north, south) = (
            _with_edges([0, end, *(one[axis] for one in self._places.values())], end)
            for axis, end in enumerate((WIDTH, HEIGHT))
        )
        scale = WIDTH / (east - west)
        height = round((south - north) * scale)
        points = {
            id_: tuple(
                ((x - west) * scale, (y - north) * scale)
                for x, y in (self._places[one.id] for one in group)
            )
            for id_, group in register.municipalities_of.items()
            if group
        }
        named = tuple(
            (self.view.text(register.districts[id_].short_name), group)
            for id_, group in points.items()
        )
        dots = tuple(chain.from_iterable(points.values()))
        labels = _group_names(named, dots, Box(0, 0, WIDTH, height), _LARGE_TYPE)
        groups = tuple(
            Group(
                register.districts[id_],
                _dots(group, self.shapes[id_], LARGER),
                _joined(group),
                label,
            )
            for (id_, group), label in zip(points.items(), labels, strict=True)
        )
        x, y, wide, high = (round(one * scale) for one in (-west, -north, WIDTH, HEIGHT))
        return Picture(WIDTH, height, (x, y, wide, high), groups)

    def near(self, home: Municipality, neighbours: Sequence[Municipality]) -> Picture:
        """A municipality and its neighbours with their names; others have theirs where it fits."""
        shown = [home, *neighbours]
        return self._cut(shown, {home.id}, [([one], one.name) for one in shown], home)

    def of_district(self, district: District) -> Picture:
        """A district, with the names of its regions; of one region, as a county is shown."""
        register = self.view.register
        shown = register.municipalities_of[district.id]
        if len(district.regions) == 1:
            return self.of_county(shown)
        regions = [
            (register.municipalities_in[region], register.region_names[region])
            for region in district.regions
        ]
        return self._cut(shown, {one.id for one in shown}, regions)

    def of_county(self, homes: Sequence[Municipality]) -> Picture:
        """The municipalities of a county; each has its name where there is room for it."""
        lit = {one.id for one in homes}
        return self._cut(homes, lit, (([one], one.name) for one in homes))

    def _cut(
        self,
        shown: Sequence[Municipality],
        lit: set[str],
        named: Iterable[tuple[Sequence[Municipality], Text]],
        home: Municipality | None = None,
    ) -> Picture:
        """The part of the map in which ``shown`` stand; the dots of ``lit`` have their colour."""
        width, height = _CUT
        whole = [self._places[one.id] for one in shown]
        (west, east), (north, south) = ((min(axis), max(axis)) for axis in zip(*whole, strict=True))
        if home:  # not at the very edge
            x, y = self._places[home.id]
            aside, above = (east - west) / 3, (south - north) / 3
            west, east = min(west, x - aside), max(east, x + aside)
            north, south = min(north, y - above), max(south, y + above)
        scale = min(
            (width - 2 * _EDGE) / max(east - west, 1),
            (height - _EDGE) / max(south - north, 1),
            _LARGEST,
        )
        left = width / 2 - (west + east) / 2 * scale
        top = height / 2 - (north + south) / 2 * scale
        frame = Box(2, 2, width - 2, height - 2)
        inside = self._inside(frame, left, top, scale)
        if home:  # the others have their names where there is room, the nearest first
            known = {one.id for one in shown}
            near = sorted(inside.keys() - known, key=lambda id_: dist(inside[id_], inside[home.id]))
            others = map(self.view.register.municipality.__getitem__, near[: _NAMES // 2])
            named = chain(named, (([one], one.name) for one in others))
        names = tuple(
            (self.view.text(name), tuple(inside[one.id] for one in group))
            for group, name in islice(named, _NAMES)
            if group
        )
        dots = tuple(inside.values())
        if all(len(group) == 1 for _, group in names):
            labels = beside_dots([(text, group[0]) for text, group in names], dots, frame, _TYPE)
        else:
            labels = _group_names(names, dots, frame, _TYPE)
        coast = (left, top, WIDTH * scale, HEIGHT * scale)
        return Picture(
            width,
            height,
            (round(coast[0], 1), round(coast[1], 1), round(coast[2], 1), round(coast[3], 1)),
            tuple(self._groups(inside, lit - {home.id} if home else lit)),
            tuple(labels),
            self._here(home, inside[home.id]) if home else "",
        )

    def _inside(self, frame: Box, left: float, top: float, scale: float) -> dict[str, Point]:
        """Where the municipalities of a part of the map stand in it, by their ids."""
        easts, places = self._from_west
        first, last = ((side - left) / scale for side in (frame.left + 6, frame.right - 6))
        north, south = ((side - top) / scale for side in (frame.top + 6, frame.bottom - 6))
        return {
            id_: (left + x * scale, top + y * scale)
            for id_, (x, y) in places[bisect_right(easts, first) : bisect_left(easts, last)]
            if north < y < south
        }

    def _groups(self, inside: dict[str, Point], lit: set[str]) -> Iterable[Group]:
        """The dots of a part of the map, by district; those of ``lit`` in groups of their own."""
        of = self.view.register.district_of
        groups: dict[tuple[str, bool], list[Point]] = {}
        for id_, point in inside.items():
            groups.setdefault((of[id_].id, id_ in lit), []).append(point)
        for (district, is_lit), points in sorted(groups.items()):
            yield Group(
                self.view.register.districts[district],
                _dots(points, self.shapes[district]),
                _joined(tuple(points)) if is_lit else "",
                lit=is_lit,
            )

    def _here(self, home: Municipality, point: Point) -> str:
        return _dots([point], self.shapes[self.view.register.district_of[home.id].id], LARGER)


def _with_edges(values: Sequence[float], end: int) -> tuple[float, float]:
    """The least and the greatest, with room beside those that are not between 0 and the end."""
    first, last = min(values), max(values)
    return (first - _EDGE if first < 0 else 0, last + _EDGE if last > end else end)


def _dots(points: Iterable[Point], shape: str, times: int = 1) -> str:
    """A shape at each point, as one path that is to be drawn ``times`` as large."""
    return "".join(f"M{x / times:.0f} {y / times:.0f}{shape}" for x, y in points)


# Drawn once: both languages have the same dots, and the checks ask for what the pages then show.
_group_names = lru_cache(maxsize=64)(beside_groups)


@lru_cache(maxsize=64)
def _joined(points: tuple[Point, ...]) -> str:
    """Lines between the points that have no other between them (Gabriel's graph): one network."""
    lines = [f"M{points[0][0]:.0f} {points[0][1]:.0f}h0"]
    for number, one in enumerate(points):
        others = sorted(points, key=partial(dist, one))[1:]
        after = set(points[number + 1 :])
        for index, other in enumerate(others):
            if other not in after:
                continue
            middle = ((one[0] + other[0]) / 2, (one[1] + other[1]) / 2)
            # Whatever lies between is nearer than the other, and likely among the nearest. The
            # ends themselves lie on the circle, not in it.
            reach = dist(one, other) / 2 * 0.9995
            for between in islice(others, index):
                if dist(middle, between) < reach:
                    break
            else:
                lines.append(f"M{one[0]:.0f} {one[1]:.0f}L{other[0]:.0f} {other[1]:.0f}")
    return "".join(lines)
