"""The budget year as a line, and the windows for applications by region."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from kumppanuus import addresses as to
from kumppanuus.facts.calendar import Window
from kumppanuus.facts.municipality import Municipality
from kumppanuus.html.formats import alphabetical
from kumppanuus.html.view import View

# Of the picture, in sizes of its letters: where the first step begins, how far the next is, and how
# high the row of windows is with the numbers above its bars.
_TOP, _STEP, _WINDOWS = 2.0, 2.1, 6.0
_BARS = 4.0


@dataclass(frozen=True)
class Bar:
    """A bar of the year: from and width in hundredths of the year, top and height in letters.

    before: its label stands before it, as there is no room after it.
    """

    start: float
    width: float
    top: float
    height: float
    label: str
    before: bool = False

    @property
    def end(self) -> float:
        return self.start + self.width


@dataclass(frozen=True)
class YearLine:
    """Twelve months from left to right: each step of the budget, and the windows that closed.

    height: of the picture, in letters. count, told: the windows that the bars stand for.
    """

    steps: tuple[Bar, ...]
    windows: tuple[Bar, ...]
    months: tuple[float, ...]
    height: float
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
    """A region, and the bodies in it: those of which a window was seen, and those without."""

    name: str
    bodies: tuple[Body, ...]


def year_line(view: View) -> YearLine:
    """The steps of the budget year under each other, and how many windows closed in each month."""
    register = view.register
    month = 100 / 12
    steps = tuple(
        Bar(
            start=(one.first_month - 1) * month,
            width=(one.last_month - one.first_month + 1) * month,
            top=round(_TOP + index * _STEP, 1),
            height=1.5,
            label=view.text(one.name),
            before=one.first_month - 1 > 12 - one.last_month,
        )
        for index, one in enumerate(register.budget_year)
    )
    height = round(_TOP + len(steps) * _STEP + _WINDOWS, 1)
    closed = Counter(one.month for one in register.windows if one.month and not one.other)
    unit = _BARS / max(closed.values(), default=1)
    names = [view.text(one) for one in register.words.months]
    return YearLine(
        steps=steps,
        windows=tuple(
            Bar(
                start=(one - 0.85) * month,
                width=0.7 * month,
                top=height - unit * closed[one],
                height=unit * closed[one],
                label=str(closed[one]),
            )
            for one in sorted(closed)
        ),
        months=tuple((one - 0.5) * month for one in range(1, 13)),
        height=height,
        count=closed.total(),
        told=", ".join(f"{names[one - 1]} {closed[one]}" for one in sorted(closed)),
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
        parts.append(Part(view.region_name(region), tuple(bodies)))
    return sorted(parts, key=lambda one: alphabetical(one.name))
