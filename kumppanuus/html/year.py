"""The budget year as a wheel, and the windows for applications by region."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import cos, pi, sin

from kumppanuus import addresses as to
from kumppanuus.facts.calendar import Window
from kumppanuus.facts.municipality import Municipality
from kumppanuus.html.formats import alphabetical
from kumppanuus.html.view import View

# Radii of the wheel, from its middle: bars of windows, two tracks of steps, the months' numbers.
_BARS = (34.0, 84.0)
_TRACKS = ((90.0, 112.0), (115.0, 137.0))
_MONTHS = 155.0


@dataclass(frozen=True)
class Shape:
    """A part of the wheel: its outline, or where its label stands."""

    path: str = ""
    label: str = ""
    x: float = 0
    y: float = 0


@dataclass(frozen=True)
class Wheel:
    """Twelve months clockwise from the top. count, told: the windows that the bars stand for."""

    arcs: tuple[Shape, ...]
    bars: tuple[Shape, ...]
    months: tuple[Shape, ...]
    spokes: tuple[str, ...]
    count: int
    told: str


@dataclass(frozen=True)
class Body:
    """Who takes applications: those of its newest year, and earlier ones. No address: elsewhere."""

    name: str
    address: str
    windows: tuple[Window, ...]

    @property
    def newest(self) -> tuple[Window, ...]:
        return tuple(one for one in self.windows if one.year == self.windows[0].year)

    @property
    def earlier(self) -> tuple[Window, ...]:
        return tuple(one for one in self.windows if one.year != self.windows[0].year)


@dataclass(frozen=True)
class Part:
    """A region: the bodies of which a window was seen, and (name, address) of those without."""

    name: str
    bodies: tuple[Body, ...]
    without: tuple[tuple[str, str], ...]


def budget_wheel(view: View) -> Wheel:
    """The steps of the budget year on two tracks, and how many windows closed in each month."""
    register = view.register
    arcs = []
    for index, step in enumerate(register.budget_year):
        inner, outer = _TRACKS[index % 2]
        middle = _point((inner + outer) / 2, (step.first_month - 1 + step.last_month) / 2)
        path = _ring(inner, outer, step.first_month - 1, step.last_month)
        arcs.append(Shape(path, str(index + 1), *middle))
    closed = Counter(one.month for one in register.windows if one.month and not one.other)
    inner, outer = _BARS
    height = (outer - inner) / max(closed.values(), default=1)
    names = [view.text(one) for one in register.words.months]
    return Wheel(
        arcs=tuple(arcs),
        bars=tuple(
            Shape(_ring(inner, inner + height * closed[month], month - 0.85, month - 0.15))
            for month in sorted(closed)
        ),
        months=tuple(
            Shape("", str(month), *_point(_MONTHS, month - 0.5)) for month in range(1, 13)
        ),
        spokes=tuple(_line(inner, _TRACKS[-1][1], month) for month in range(12)),
        count=closed.total(),
        told=", ".join(f"{names[month - 1]} {closed[month]}" for month in sorted(closed)),
    )


def windows_by_region(view: View) -> list[Part]:
    """Every region of the districts: its counties and municipalities by name.

    A county stands in the region where most of its municipalities are.
    """
    register = view.register
    parts: list[Part] = []
    homes: dict[str, list[Municipality]] = {}
    for id_ in register.district_of:
        one = register.municipality[id_]
        homes.setdefault(one.region.fi, []).append(one)
    counties: dict[str, list[str]] = {}
    for id_ in register.districts_of_county:
        inside = register.municipalities_in_county(id_)
        if any(one.has_wellbeing_county for one in inside):
            where = Counter(one.region.fi for one in inside).most_common(1)[0][0]
            counties.setdefault(where, []).append(id_)
    for region, some in homes.items():
        bodies = [
            Body(view.text(register.counties[id_].name), to.county(id_), register.windows_of(id_))
            for id_ in counties.get(region, ())
        ]
        bodies += [
            Body(view.text(one.name), to.municipality(one.id), register.windows_in(one))
            for one in view.by_name(some)
        ]
        parts.append(
            Part(
                view.region_name(region),
                tuple(one for one in bodies if one.windows),
                tuple((one.name, one.address) for one in bodies if not one.windows),
            )
        )
    return sorted(parts, key=lambda one: alphabetical(one.name))


def _point(radius: float, month: float) -> tuple[float, float]:
    """A place on the wheel; month 0 is the top, 3 a quarter of the way clockwise."""
    angle = month * pi / 6
    return round(radius * sin(angle), 1), round(-radius * cos(angle), 1)


def _line(inner: float, outer: float, month: float) -> str:
    (a, b), (c, d) = _point(inner, month), _point(outer, month)
    return f"M{a} {b}L{c} {d}"


def _ring(inner: float, outer: float, first: float, last: float) -> str:
    """A piece of a ring between two months."""
    large = int(last - first > 6)
    (a, b), (c, d) = _point(outer, first), _point(outer, last)
    (e, f), (g, h) = _point(inner, last), _point(inner, first)
    out = f"A{outer:.1f} {outer:.1f} 0 {large} 1 {c} {d}"
    back = f"A{inner:.1f} {inner:.1f} 0 {large} 0 {g} {h}"
    return f"M{a} {b}{out}L{e} {f}{back}Z"
