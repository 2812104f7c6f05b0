"""Maps of the districts: each municipality a dot before the coast, each district a shape of dots.

The coast is overrides/assets/coast.svg, made once by tools/coast.py and shared by all maps.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, combinations, islice

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
    def _all(self) -> tuple[Municipality, ...]:
        return tuple(chain.from_iterable(self.view.register.municipalities_of.values()))

    @cached_property
    def shapes(self) -> dict[str, str]:
        """The shape of each district's dots, by its id."""
        ids = self.view.register.districts
        return {id_: SHAPES[number % len(SHAPES)] for number, id_ in enumerate(ids)}

    def whole(self) -> Picture:
        """All the districts, with the names of each."""
        register = self.view.register
        points = {
            id_: [self._places[one.id] for one in group]
            for id_, group in register.municipalities_of.items()
            if group
        }
        named = [
            (self.view.text(register.districts[id_].short_name), group)
            for id_, group in points.items()
        ]
        dots = [point for group in points.values() for point in group]
        labels = beside_groups(named, dots, Box(0, 0, WIDTH, HEIGHT), _LARGE_TYPE)
        groups = tuple(
            Group(
                register.districts[id_],
                _dots(group, self.shapes[id_], LARGER),
                _joined(group),
                label,
            )
            for (id_, group), label in zip(points.items(), labels, strict=True)
        )
        return Picture(WIDTH, HEIGHT, (0, 0, WIDTH, HEIGHT), groups)

    def near(self, home: Municipality, neighbours: Sequence[Municipality]) -> Picture:
        """A municipality and its neighbours with their names; others have theirs where it fits."""
        shown = [home, *neighbours]
        known = {one.id for one in shown}
        around = [one for one in self._all if one.id not in known]
        names = (([one], one.name) for one in (*shown, *around))
        return self._cut(shown, {home.id}, names, home)

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
        inside = {
            id_: point
            for id_, (x, y) in self._places.items()
            if frame.holds(point := (left + x * scale, top + y * scale), -6)
        }
        found = (
            (self.view.text(name), [inside[one.id] for one in group])
            for group, name in named
            if group and group[0].id in inside
        )
        names = list(islice(found, _NAMES))
        dots = list(inside.values())
        if all(len(group) == 1 for _, group in names):
            beside = [(text, group[0]) for text, group in names]
            labels = beside_dots(beside, dots, frame, _TYPE)
        else:
            labels = beside_groups(names, dots, frame, _TYPE)
        coast = (left, top, WIDTH * scale, HEIGHT * scale)
        return Picture(
            width,
            height,
            (round(coast[0], 1), round(coast[1], 1), round(coast[2], 1), round(coast[3], 1)),
            tuple(self._groups(inside, lit - {home.id} if home else lit)),
            tuple(labels),
            self._here(home, inside[home.id]) if home else "",
        )

    def _groups(self, inside: dict[str, Point], lit: set[str]) -> Iterable[Group]:
        for id_, group in self.view.register.municipalities_of.items():
            for is_lit in (False, True):
                points = [
                    inside[one.id]
                    for one in group
                    if one.id in inside and (one.id in lit) == is_lit
                ]
                if points:
                    district = self.view.register.districts[id_]
                    area = _joined(points) if is_lit else ""
                    yield Group(district, _dots(points, self.shapes[id_]), area, lit=is_lit)

    def _here(self, home: Municipality, point: Point) -> str:
        return _dots([point], self.shapes[self.view.register.district_of[home.id].id], LARGER)


def _dots(points: Iterable[Point], shape: str, times: int = 1) -> str:
    """A shape at each point, as one path that is to be drawn ``times`` as large."""
    return "".join(f"M{x / times:.0f} {y / times:.0f}{shape}" for x, y in points)


def _joined(points: Sequence[Point]) -> str:
    """Lines between the points that have no other between them (Gabriel's graph): one network."""
    lines = [f"M{points[0][0]:.0f} {points[0][1]:.0f}h0"]
    for (x1, y1), (x2, y2) in combinations(points, 2):
        x, y, reach = (x1 + x2) / 2, (y1 + y2) / 2, (x1 - x2) ** 2 + (y1 - y2) ** 2
        # The ends themselves lie on the circle, not in it.
        if not any(4 * ((x - a) ** 2 + (y - b) ** 2) < reach * 0.999 for a, b in points):
            lines.append(f"M{x1:.0f} {y1:.0f}L{x2:.0f} {y2:.0f}")
    return "".join(lines)
