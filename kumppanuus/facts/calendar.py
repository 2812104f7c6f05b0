"""The models of data/windows.yml and data/budget-year.yml: when applications for grants have been
taken, and when a municipality makes its budget."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from kumppanuus.facts.decision import PartialDate
from kumppanuus.facts.fields import (
    CheckedOn,
    CountyId,
    Frozen,
    Id,
    MunicipalityId,
    PlainText,
    Text,
    Url,
    Year,
)

WindowPage = Literal["page", "news", "release", "minutes", "notice"]
WindowState = Literal["past", "open", "coming"]


def _clock(value: str) -> str:
    if not re.fullmatch(r"([0-9]|1[0-9]|2[0-3])(\.[0-5][0-9])?", value):
        raise PydanticCustomError("clock", "not a time of day")
    return value


Clock = Annotated[PlainText, AfterValidator(_clock), Field(examples=["15.45"])]
Month = Annotated[int, Field(ge=1, le=12, examples=[9])]


def day_of(value: str | None) -> date | None:
    """The day, where a partial date tells one."""
    return date.fromisoformat(value) if value and len(value) == 10 else None


def last_day_of(value: str) -> date:
    """The last day that a partial date may mean: 2026-03 is over on 31.3.2026."""
    year, month, day = (int(one) for one in (*value.split("-"), "0", "0")[:3])
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])


class Window(Frozen):
    """A time in which somebody took applications, as a page told it.

    municipality, county, other: who; exactly one. other: outside the districts, for comparison.
    opens, closes: as exactly as the page tells; when: in words, where they do not tell it all.
    read_as: what kind of page it was.
    """

    municipality: MunicipalityId | None = None
    county: CountyId | None = None
    other: Text | None = None
    what: Text
    opens: PartialDate | None = None
    opens_at: Clock | None = None
    closes: PartialDate | None = None
    closes_at: Clock | None = None
    when: Text | None = None
    conditions: Text | None = None
    url: Url
    read_as: WindowPage
    read_on: CheckedOn

    @property
    def homes(self) -> tuple[str, ...]:
        """The id of the municipality, where it is one."""
        return (self.municipality,) if self.municipality else ()

    @property
    def last_seen(self) -> str:
        """The date that orders windows: when it closed, or else opened; empty without a year."""
        return self.closes or self.opens or ""

    @property
    def year(self) -> int | None:
        return int(self.last_seen[:4]) if self.last_seen else None

    @property
    def month(self) -> int | None:
        """The month in which it closed, or that it was in."""
        return int(self.last_seen[5:7]) if len(self.last_seen) > 4 else None

    def state(self, today: date) -> WindowState:
        """Whether it is over. One that bears no year is never told as open or coming."""
        if not self.last_seen or last_day_of(self.last_seen) < today:
            return "past"
        first = day_of(self.opens)
        return "coming" if first and first > today else "open"

    @model_validator(mode="after")
    def _holds_together(self) -> Window:
        bodies = (self.municipality, self.county, self.other)
        if sum(one is not None for one in bodies) != 1:
            raise PydanticCustomError("window_body", "one body", {"key": "county"})
        if not (self.last_seen or self.when):
            raise PydanticCustomError("window_undated", "no time", {"key": "closes"})
        if self.opens and self.closes and self.closes < self.opens[: len(self.closes)]:
            raise PydanticCustomError("window_backwards", "closes first", {"key": "closes"})
        for key, at, on in (
            ("opens_at", self.opens_at, self.opens),
            ("closes_at", self.closes_at, self.closes),
        ):
            if at and not day_of(on):
                raise PydanticCustomError("clock_without_day", "no day", {"key": key})
        return self


class WindowFile(Frozen):
    """data/windows.yml"""

    windows: tuple[Window, ...]


class Seen(Frozen):
    """Where a step of the budget year was seen: a municipality, or one outside the districts."""

    municipality: MunicipalityId | None = None
    other: Text | None = None
    what: Text
    year: Year | None = None
    url: Url
    read_on: CheckedOn

    @model_validator(mode="after")
    def _is_somewhere(self) -> Seen:
        if (self.municipality is None) == (self.other is None):
            raise PydanticCustomError("seen_where", "one place", {"key": "municipality"})
        return self


class BudgetStep(Frozen):
    """A step of the year in which a municipality makes its budget, from a month to a month."""

    id: Id
    name: Text
    first_month: Month
    last_month: Month
    what: Text
    seen: Annotated[tuple[Seen, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _goes_forward(self) -> BudgetStep:
        if self.last_month < self.first_month:
            raise PydanticCustomError("window_backwards", "ends first", {"key": "last_month"})
        return self


class BudgetYear(Frozen):
    """data/budget-year.yml"""

    steps: Annotated[tuple[BudgetStep, ...], Field(min_length=1)]


def latest_first(windows: Iterable[Window]) -> tuple[Window, ...]:
    """Windows by when they closed; those without a year come last."""
    return tuple(sorted(windows, key=lambda one: one.last_seen, reverse=True))
