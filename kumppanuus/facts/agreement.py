"""The model of data/agreements/<id>.yml: an agreement's annex, its parts and sums."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kumppanuus.facts.fields import (
    CheckedOn,
    ContactId,
    DistrictId,
    Euros,
    FileName,
    Frozen,
    Id,
    MunicipalityId,
    PlainText,
    Quantity,
    SourceId,
    Text,
    Year,
)

AgreementKind = Literal["grant", "partnership", "purchase"]
SumKind = Literal["applied", "reserved", "granted"]


class Sum(Frozen):
    """A sum of money in an agreement, in whole euros.

    kind: applied for, reserved or granted.
    unit_price × quantity must be the amount, where both stand.
    """

    id: Id
    label: Text
    kind: SumKind
    amount: Euros
    unit_price: Euros | None = None
    quantity: Quantity | None = None
    unit: Text | None = None
    terms: Text | None = None
    note: Text | None = None


class Responsible(Frozen):
    """Who answers for a part: a contact of ours, or a party for which no person is named."""

    party: Text
    contact: ContactId | None = None


class Measure(Frozen):
    """What is to be done; ``steps`` where the source lists them."""

    text: Text
    steps: tuple[Text, ...] = ()


Texts = Annotated[tuple[Text, ...], Field(min_length=1)]


class Part(Frozen):
    """One part of an annex: a row of its table in five columns.

    original_title: the part's own Finnish heading, where it has one.
    """

    id: Id
    title: Text
    original_title: PlainText | None = None
    aim: Text | None = None
    goals: Texts
    actions: Annotated[tuple[Measure, ...], Field(min_length=1)]
    evaluation: Texts
    responsible: Annotated[tuple[Responsible, ...], Field(min_length=1)]
    sums: tuple[Sum, ...] = ()
    other: tuple[Text, ...] = ()


class Agreement(Frozen):
    """An annex to an agreement between a municipality and MLL; its id is the file's stem.

    original_title: the document's own Finnish title.
    municipality: the id of a municipality (its Finnish name in lower-case ASCII).
    """

    id: FileName
    title: Text
    description: Text
    original_title: PlainText
    kind: AgreementKind
    year: Year
    district: DistrictId
    municipality: MunicipalityId
    parties: Texts
    source: SourceId
    confirmed: CheckedOn | None = None
    parts: Annotated[tuple[Part, ...], Field(min_length=1)]
