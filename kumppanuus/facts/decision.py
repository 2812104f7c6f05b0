"""The model of data/decisions/<id>.yml: what a municipality or a wellbeing county decided."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from kumppanuus.facts.body import OfBody
from kumppanuus.facts.fields import (
    CheckedOn,
    FileName,
    PlainText,
    Text,
    Url,
)
from kumppanuus.facts.money import Money

DecisionKind = Literal["grant", "partnership", "purchase", "premises", "refusal", "round", "terms"]
About = Literal["mll", "everyone", "another"]


def _day_month_or_year(value: str) -> str:
    parts = value.split("-")
    try:
        if re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", value) and value > "1900":
            date(int(parts[0]), *(int(one) for one in (*parts[1:], "01", "01")[:2]))
            return value
    except ValueError:
        pass
    raise PydanticCustomError("partial_date", "not a day, a month or a year")


PartialDate = Annotated[
    PlainText, AfterValidator(_day_month_or_year), Field(examples=["2021-02-18"])
]


class Decision(OfBody):
    """What was decided: about the work of an MLL district or local association, or around it.

    about: mll, an MLL district's or association's work; everyone, what holds of all who apply
        (rounds of applications, terms); another, an organisation that is not MLL.
    date: as exactly as the source tells it, None where it tells none; date_note: what was
        inferred of it.
    recipient: whose work it is; only what holds of everyone has none.
    read: what kind of page the source is and how much of it was read; read_on: when.
    """

    id: FileName
    about: About = "mll"
    organ: Text | None = None
    date: PartialDate | None = None
    date_note: Text | None = None
    section: Annotated[int, Field(ge=1, le=9999, examples=[58])] | None = None
    kind: DecisionKind
    recipient: Text | None = None
    what: Text
    period: Text | None = None
    sums: tuple[Money, ...] = ()
    conditions: Text | None = None
    reporting: Text | None = None
    url: Url
    read: Text
    read_on: CheckedOn

    @property
    def year(self) -> int | None:
        return int(self.date[:4]) if self.date else None

    @property
    def is_priced(self) -> bool:
        """Whether it tells of a sum that was decided, and not only asked for or proposed."""
        return any(one.kind not in ("applied", "proposed") for one in self.sums)

    @model_validator(mode="after")
    def _is_whole(self) -> Decision:
        if self.recipient is None and self.about != "everyone":
            raise PydanticCustomError("missing", "recipient", {"key": "recipient"})
        if self.date is None and self.date_note is None:
            raise PydanticCustomError("missing", "date", {"key": "date"})
        return self


def newest_first(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Decisions by their date; one of which only the year is told comes after its days."""
    return tuple(sorted(decisions, key=lambda one: (one.date or "", one.id), reverse=True))
