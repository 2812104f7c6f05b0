"""What holds of windows beyond their own lines: whose they are, and that each is told once."""

from __future__ import annotations

from collections.abc import Iterator

from kumppanuus.facts.calendar import Window, WindowFile
from kumppanuus.facts.register import Register
from kumppanuus.problems import Problem, problem


def every_window_is_of_our_districts(register: Register) -> Iterator[Problem]:
    """Who took applications has a page here; anybody else is named in "other"."""
    regions = {region for one in register.districts.values() for region in one.regions}
    if not (register.is_whole("data/") and regions <= set(register.region_names)):
        return  # another rule says so
    named = {one.county.fi for one in register.municipalities}
    counties = {id_ for id_, one in register.counties.items() if one.name.fi in named}
    for fact in register.facts:
        for place, window in _windows(fact.model):
            for key, ours, every in (
                ("municipality", register.district_of, register.municipality),
                ("county", register.districts_of_county, counties),
            ):
                value = getattr(window, key)
                if value in every and value not in ours:
                    yield problem(*fact.place((*place, key)), "window_elsewhere", value=value)


def every_window_is_told_once(register: Register) -> Iterator[Problem]:
    """No two rows tell of the same body's same window for the same thing."""
    for fact in register.facts:
        first: dict[tuple[object, ...], int] = {}
        for place, one in _windows(fact.model):
            _, line = fact.place(place)
            body = one.municipality or one.county or (one.other and one.other.fi)
            key = (body, one.what.fi, one.opens, one.closes, one.when and one.when.fi)
            if key in first:
                yield problem(fact.document.path, line, "window_twice", first=first[key])
            first.setdefault(key, line)


def _windows(model: object) -> Iterator[tuple[tuple[str, int], Window]]:
    if isinstance(model, WindowFile):
        for index, window in enumerate(model.windows):
            yield ("windows", index), window
