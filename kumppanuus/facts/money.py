"""A sum of money: the same in a decision and in an agreement."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, PlainSerializer
from pydantic_core import PydanticCustomError

from kumppanuus.facts.fields import Frozen, Quantity, Text, Year

SumKind = Literal["applied", "proposed", "reserved", "granted", "agreed", "in_kind"]
Precision = Literal["about", "over", "under"]
Vat = Literal["included", "excluded", "exempt"]


def _euros(value: Any) -> Any:
    """12.000 could be meant as twelve thousand: cents are two digits, thousands none."""
    if value is not None and not re.fullmatch(r"-?[0-9]+(\.[0-9]{2})?", str(value)):
        raise PydanticCustomError("euros", "not a sum of money")
    return value


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


Euros = Annotated[
    Decimal,
    BeforeValidator(_euros),
    Field(ge=0, le=100_000_000, examples=[12500]),
    PlainSerializer(_number, return_type=float, when_used="json"),
]


class Money(Frozen):
    """A sum in euros, and cents where the source has them.

    kind: applied for, proposed, reserved in a budget, granted, an agreed price, or the value
        of something given in kind.
    precision: where the source tells the sum only so: about, over or under.
    payer: who pays, where that is not who decided. vat: only where the source tells it.
    unit_price × quantity must be the amount, where both stand.
    """

    kind: SumKind
    amount: Euros
    precision: Precision | None = None
    what: Text | None = None
    payer: Text | None = None
    year: Year | None = None
    vat: Vat | None = None
    unit_price: Euros | None = None
    quantity: Quantity | None = None
    unit: Text | None = None
