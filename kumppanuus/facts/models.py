"""What the data can say: one frozen model for each kind of file in ``data/``.

The model is the only schema. Derived facts are properties; nothing is filled in later.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, computed_field, model_validator
from pydantic_core import PydanticCustomError

from kumppanuus.facts.fields import (
    CheckedOn,
    DistrictId,
    Email,
    FileName,
    FromFileName,
    Frozen,
    GithubTeam,
    Id,
    Language,
    MunicipalityId,
    Phone,
    PlainText,
    Quantity,
    RegionName,
    SourceId,
    Text,
    TopicId,
    Url,
    Year,
)

Accent = Literal["sea", "forest", "plum", "amber", "slate", "berry"]
Strength = Literal["study", "model", "statistics", "statement", "counter"]
SourceKind = Literal["law", "decision", "research", "authority", "mll", "other"]
Budget = Literal["county", "municipality", "economy"]


class Source(Frozen):
    """A document that facts are taken from.

    kind: under which heading the list of documents has it.
    own_title: whether the title is our description, and not the document's own.
    year: of publication; ``dated`` tells it in words where the document bears no date.
    short: how it is cited where author and title would be long.
    read: the day it was read. confirmed: the day somebody last saw that the document and its
        address are still so.
    note: what the reader should know: what has changed since, what the document lacks.
    """

    id: Id
    kind: SourceKind = "other"
    title: Text
    own_title: bool = False
    author: Text
    short: Text | None = None
    year: Year | None = None
    dated: Text | None = None
    url: Url | None = None
    file_url: Url | None = None
    identifier: PlainText | None = None
    language: Literal["fi", "sv", "en"] = "fi"
    read: CheckedOn | None = None
    confirmed: CheckedOn | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _bears_a_date(self) -> Source:
        if self.year is None and self.dated is None:
            raise PydanticCustomError("missing", "year or dated", {"key": "year"})
        return self


class Claim(Frozen):
    """One claim of benefit, with what it rests on and what it does not show.

    Its year is its source's.
    short: the claim in a line, for the table of all of them.
    budget: whose money it speaks of, where its text says so.
    may_write, not_write: a sentence for a proposal, and one that it does not bear.
    """

    id: Id
    short: Text | None = None
    claim: Text
    source: SourceId
    strength: Strength
    method: Text
    limits: Text
    budget: Budget | None = None
    may_write: Text | None = None
    not_write: Text | None = None
    confirmed: CheckedOn | None = None


class Figure(Frozen):
    """A number with its meaning, source and year."""

    value: Quantity
    label: Text
    source: SourceId
    year: Year


class District(Frozen):
    """One of MLL's districts; its id is the file's stem.

    registered_name: Finnish, as registered; ``name`` is used in running text.
    regions: the Finnish names of its regions, as in municipalities.csv.
    municipalities, without: single municipalities beside those of the regions, and those of
        the regions that are not the district's.
    github_team: who is asked to review a change to its files (.github/CODEOWNERS); not open data.
    """

    id: FileName
    registered_name: PlainText
    name: Text
    short_name: Text
    regions: Annotated[tuple[RegionName, ...], Field(min_length=1)]
    municipalities: tuple[MunicipalityId, ...] = ()
    without: tuple[MunicipalityId, ...] = ()
    accent: Accent
    summary: Text
    website: Url | None = None
    website_source: SourceId | None = None
    figures: tuple[Figure, ...] = ()
    github_team: GithubTeam | None = Field(default=None, exclude=True)
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]


class RegionalRole(Frozen):
    """What a person does in one region; a role that the source does not tell is left out."""

    region: RegionName
    role: Text | None = None


class Contact(Frozen):
    """A person whose work it is to be reachable, or an office; from a named source.

    name: None for an office or a mailbox, which its role then names.
    past: when a person was involved who answers no more; told as history only.
    also_in: other districts that the person serves too.
    languages: those the person is known to answer in; empty where nobody has told.
    other_sources: where a part of this was read, beside the source.
    confirmed: the day somebody last checked that all of this holds.
    """

    id: Id
    name: PlainText | None = None
    role: Text | None = None
    answers_for: Text
    regional_roles: tuple[RegionalRole, ...] = ()
    topics: Annotated[tuple[TopicId, ...], Field(min_length=1)]
    phone: Phone | None = None
    email: Email | None = None
    address: Text | None = None
    languages: tuple[Language, ...] = ()
    past: Text | None = None
    also_in: tuple[DistrictId, ...] = ()
    source: SourceId
    other_sources: tuple[SourceId, ...] = ()
    confirmed: CheckedOn | None = None

    @model_validator(mode="after")
    def _is_called_something(self) -> Contact:
        if self.name is None and self.role is None:
            raise PydanticCustomError("missing", "name or role", {"key": "name"})
        return self

    @property
    def is_reachable(self) -> bool:
        """Whether somebody answers: the past does not, whatever number it had."""
        return bool(self.phone or self.email) and self.past is None

    @property
    def sources(self) -> tuple[str, ...]:
        return (self.source, *self.other_sources)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def tel(self) -> str | None:
        """The number in international form (RFC 3966), +358…, for a tel: link."""
        if self.phone is None:
            return None
        digits = re.sub(r"[ -]", "", self.phone)
        return digits if digits.startswith("+") else "+358" + digits[1:]


class ContactFile(Frozen):
    """data/contacts/<district>.yml"""

    district: Annotated[DistrictId, FromFileName()]
    contacts: Annotated[tuple[Contact, ...], BeforeValidator(lambda value: value or ())]


def _form(value: str) -> str:
    if any(len(word.replace("*", "")) < 2 for word in value.split()):
        raise PydanticCustomError("form_too_wide", "less than two letters in a word")
    return value


Form = Annotated[PlainText, AfterValidator(_form), Field(examples=['"perhekesku*"'])]
FormList = Annotated[tuple[Form, ...], Field(min_length=1)]


class Forms(Frozen):
    """The forms of an expression in each language.

    A star stands for any letters, so that perhekesku* finds perhekeskus and perhekeskuksessa;
    case does not matter, and the words of a form may stand on two lines.
    """

    fi: FormList
    sv: FormList

    def __getitem__(self, language: Language) -> tuple[str, ...]:
        forms: tuple[str, ...] = getattr(self, language)
        return forms


class TermForms(Forms):
    """The forms of a term; avoid: what it is called in Sweden, but not in Finland."""

    avoid: tuple[Form, ...] = ()


class Dated(Frozen):
    """An expression whose time is over.

    ended: the year; replacement: what is said today.
    near: words that the section or the page's title must have too, where the expression
        alone is nothing dated.
    """

    forms: Forms
    ended: Year
    replacement: Text
    near: Forms | None = None


class TermWords(Frozen):
    """What readers call a term in each language, though it is written otherwise here."""

    fi: tuple[PlainText, ...] = ()
    sv: tuple[PlainText, ...] = ()

    def __getitem__(self, language: Language) -> tuple[str, ...]:
        words: tuple[str, ...] = getattr(self, language)
        return words


class Term(Frozen):
    """A word of the field in both languages; a meaning where officials ask for one.

    source: where the Swedish word was read; None where it is our own translation.
    forms: how it is recognised on pages, where its use is checked.
    also: what readers call it; the search finds what is told of it by these words too.
    """

    fi: PlainText
    sv: PlainText
    meaning: Text | None = None
    source: PlainText | None = None
    forms: TermForms | None = None
    also: TermWords | None = None


class TermFile(Frozen):
    """data/terms.yml: the glossary, and the expressions whose time is over.

    ending: words that tell of an end, beside which such an expression may stand.
    """

    ending: Forms | None = None
    dated: tuple[Dated, ...] = ()
    terms: tuple[Term, ...]
