"""The model of data/agreements/<id>.yml: an agreement's annex, its parts and sums."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kumppanuus.facts.body import OfBody
from kumppanuus.facts.fields import (
    CheckedOn,
    ContactId,
    DistrictId,
    FileName,
    Frozen,
    Id,
    PlainText,
    SourceId,
    Text,
    Url,
    Year,
)
from kumppanuus.facts.money import Money

AgreementKind = Literal["grant", "partnership", "purchase"]


class Sum(Money):
    """A sum in an agreement, which a page can show by its id."""

    id: Id
    label: Text
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
    """One part of an annex: a row of its table in five columns, of which it may lack some.

    original_title: the part's own Finnish heading, where it has one.
    """

    id: Id
    title: Text
    original_title: PlainText | None = None
    aim: Text | None = None
    goals: tuple[Text, ...] = ()
    actions: tuple[Measure, ...] = ()
    evaluation: tuple[Text, ...] = ()
    responsible: tuple[Responsible, ...] = ()
    sums: tuple[Sum, ...] = ()
    other: tuple[Text, ...] = ()


class Attachment(Frozen):
    """A document of an agreement that a reader can open."""

    title: Text
    url: Url


class Agreement(OfBody):
    """An agreement with MLL, or its annex; its id is the file's stem.

    original_title: the document's own Finnish title.
    year, end_year: the first and, where there are several, the last year it is for.
    attachments: its documents that can be opened; parts: what its annex says, part by part.
    """

    id: FileName
    title: Text
    description: Text
    original_title: PlainText
    kind: AgreementKind
    year: Year
    end_year: Year | None = None
    district: DistrictId
    parties: Texts
    source: SourceId
    confirmed: CheckedOn | None = None
    attachments: tuple[Attachment, ...] = ()
    parts: tuple[Part, ...] = ()

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Agreement:
        if self.end_year is not None and self.end_year <= self.year:
            raise PydanticCustomError("ends_before", "end_year", {"key": "end_year"})
        return self

    @property
    def years(self) -> str:
        """2023, or 2027–2029."""
        return f"{self.year}–{self.end_year}" if self.end_year else str(self.year)
