"""The model of data/decisions/<id>.yml: what a municipality or a wellbeing county decided."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from kumppanuus.facts.fields import (
    CheckedOn,
    CountyId,
    Euros,
    FileName,
    Frozen,
    MunicipalityId,
    PlainText,
    Quantity,
    Text,
    Url,
    Year,
)

DecisionKind = Literal["grant", "partnership", "purchase", "premises", "refusal"]
MoneyKind = Literal["applied", "proposed", "granted", "agreed"]


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


class Money(Frozen):
    """A sum in a decision, in whole euros. kind: applied for, proposed, granted, or agreed.

    unit_price × quantity must be the amount, where both stand.
    """

    kind: MoneyKind
    amount: Euros
    what: Text | None = None
    year: Year | None = None
    unit_price: Euros | None = None
    quantity: Quantity | None = None
    unit: Text | None = None


class Decision(Frozen):
    """What was decided about the work of an MLL district or local association.

    municipality, county: who decided; exactly one of the two.
    date: as exactly as the source tells it; date_note: what was inferred of it.
    read: what kind of page the source is and how much of it was read; read_on: when.
    """

    id: FileName
    municipality: MunicipalityId | None = None
    county: CountyId | None = None
    organ: Text | None = None
    date: PartialDate
    date_note: Text | None = None
    section: Annotated[int, Field(ge=1, le=9999, examples=[58])] | None = None
    kind: DecisionKind
    recipient: Text
    what: Text
    period: Text | None = None
    sums: tuple[Money, ...] = ()
    conditions: Text | None = None
    reporting: Text | None = None
    url: Url
    read: Text
    read_on: CheckedOn

    @property
    def year(self) -> int:
        return int(self.date[:4])

    @model_validator(mode="after")
    def _is_of_one_body(self) -> Decision:
        if (self.municipality is None) == (self.county is None):
            raise PydanticCustomError("one_body", "municipality or county", {"key": "county"})
        return self
