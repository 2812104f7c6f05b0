"""The kinds of value that the models are made of, each with its rule and an example."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    StringConstraints,
)
from pydantic_core import PydanticCustomError
from pydantic_core.core_schema import CoreSchema, no_info_after_validator_function

Language = Literal["fi", "sv"]
LANGUAGES: tuple[Language, ...] = ("fi", "sv")

_MARKUP = re.compile(r"</?[a-z!]|&#?[a-z0-9]+;", re.IGNORECASE)
# One address in ASCII, so that nothing in it can be read as a header of a mailto: link (RFC 6068).
_LABEL = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_EMAIL = re.compile(rf"[\w+-]+(?:\.[\w+-]+)*@(?:{_LABEL}\.)+[a-z]{{2,}}", re.IGNORECASE | re.ASCII)
# A host with a dot, no user before it; a domain may have ä and ö (Traficom: .fi).
_URL = re.compile(r"(?i:https?)://[\w-]+(?:\.[\w-]+)+(?::[0-9]{2,5})?(?:[/?#][^\s<>\"'\\]*)?")
# Mail programs put these around a link: it leads to them, and dies with their subscription.
_WRAPPED = re.compile(r"https?://[\w.-]*(?:safelinks\.protection\.outlook|urldefense)\.com/")
# What YAML takes for nothing, yes or no, and what a program prints for nothing.
_NO_TEXT = {
    *("null", "none", "nan", "undefined"),
    *("true", "false", "yes", "no", "on", "off"),
}
_PHONE = re.compile(r"(\+358|0)[1-9][0-9]{4,10}")
_GITHUB_TEAM = re.compile(r"@[a-z0-9][a-z0-9-]*/[a-z0-9][a-z0-9._-]*", re.IGNORECASE)
_BRACES = re.compile(r"\{[^{}]*\}?|\}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def other_language(language: Language) -> Language:
    return "sv" if language == "fi" else "fi"


def _plain(value: str) -> str:
    if _MARKUP.search(value):
        raise PydanticCustomError("markup", "markup in text")
    odd = "" if value.isprintable() else value  # few are: only they are gone through
    if any(unicodedata.category(char) in ("Cc", "Cf") and char not in "\n\u00ad" for char in odd):
        raise PydanticCustomError("control_character", "control character in text")
    if not any(map(str.isalnum, value)):
        raise PydanticCustomError("signs_alone", "no letter, no digit")
    if value.lower() in _NO_TEXT:
        raise PydanticCustomError("no_text", "a word for nothing")
    if has_half_a_quotation(value):
        raise PydanticCustomError("half_a_quotation", "one quotation mark")
    return value


def has_half_a_quotation(text: str) -> bool:
    """Whether a quotation mark stands without its pair (in Finnish and Swedish both are alike)."""
    return any(text.count(mark) % 2 for mark in '"”')


def _phone(value: str) -> str:
    # As pasted from Word: other spaces, and a dash for a hyphen.
    plain = re.sub(r"[\u00a0\u2009\u202f]", " ", value).replace("\u2013", "-")
    if not _PHONE.fullmatch(re.sub(r"[ -]", "", plain)):
        raise PydanticCustomError("phone", "not a Finnish phone number")
    return plain


def is_email(value: str) -> bool:
    return bool(_EMAIL.fullmatch(value))


def _email(value: str) -> str:
    if not is_email(value):
        raise PydanticCustomError("email", "not an e-mail address")
    return value


def url_fault(value: str) -> str:
    """The code of what is wrong with a whole web address; empty where nothing is."""
    if _WRAPPED.match(value):
        return "wrapped_url"
    return "" if _URL.fullmatch(value) else "url"


def _url(value: str) -> str:
    if fault := url_fault(value):
        raise PydanticCustomError(fault, "not an http address")
    return value


def _iso_date(value: Any) -> Any:
    try:
        if isinstance(value, date):
            return value
        if _DATE.fullmatch(value) and value > "1900":
            return date.fromisoformat(value)
    except (TypeError, ValueError):
        pass
    raise PydanticCustomError("iso_date", "not a date")


def _whole(value: Any) -> Any:
    """12.000 would be read as 12, and 12_000 as 12000: an amount is digits alone."""
    if isinstance(value, str) and not re.fullmatch(r"-?[0-9]+", value):
        raise PydanticCustomError("int_parsing", "not a whole number")
    return value


def _github_team(value: str) -> str:
    if not _GITHUB_TEAM.fullmatch(value):
        raise PydanticCustomError("github_team", "not a GitHub team")
    return value


def _code(value: str) -> str:
    if not re.fullmatch(r"[0-9]{3}", value):
        raise PydanticCustomError("code_form", "not three digits")
    return value


def _address_or_gone(value: str) -> str:
    if value != GONE and not re.fullmatch(r"([a-z0-9-]+/)+|\./", value):
        raise PydanticCustomError("address_form", "not an address below the root")
    return value.removeprefix("./")


def is_published_address(value: str) -> bool:
    """Whether the site may once have published something there: any way of writing it, but below
    the root. "./" is the home page."""
    steps = value.removesuffix("/").split("/")
    return value == "./" or (
        all(step.strip(" .") for step in steps) and not re.search(r'[\\?#<>"|:*]', value)
    )


def _published_page(value: str) -> str:
    if not is_published_address(value):
        raise PydanticCustomError("address_form", "not an address below the root")
    return value.removeprefix("./")


def is_id(value: str) -> bool:
    """Lower-case ASCII with hyphens: the name of a file and the last part of an address."""
    return bool(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value))


def as_id(text: str) -> str:
    """Words as an id; empty where no letter or digit is left: "Pori 2027" → pori-2027."""
    letters = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


def _id(value: str) -> str:
    if not is_id(value):
        raise PydanticCustomError("id_form", "not an id")
    return value


_text = StringConstraints(strip_whitespace=True, min_length=1, max_length=1500)
PlainText = Annotated[str, _text, AfterValidator(_plain)]
Phone = Annotated[str, _text, AfterValidator(_phone), Field(examples=["050 123 4567"])]
Email = Annotated[str, _text, AfterValidator(_email), Field(examples=["etunimi.sukunimi@mll.fi"])]
Url = Annotated[str, _text, AfterValidator(_url), Field(examples=["https://www.mll.fi/"])]
IsoDate = Annotated[date, BeforeValidator(_iso_date), Field(examples=["2026-11-21"])]
GithubTeam = Annotated[
    str, _text, AfterValidator(_github_team), Field(examples=['"@mll-esimerkki/satakunta"'])
]
Id = Annotated[str, _text, AfterValidator(_id)]


@dataclass(frozen=True)
class To:
    """A mark on a type: its value names a fact of this kind, which has to exist."""

    kind: str


@dataclass(frozen=True)
class Checked:
    """A mark on a type: the day on which somebody checked something, so never a day to come."""


@dataclass(frozen=True)
class FromFileName:
    """A mark on a type: the value is the file's name, and never written in the file."""


GONE = "gone"  # in place of an address: the page was removed
OldAddress = Annotated[
    str, _text, AfterValidator(_published_page), Field(examples=["sv/vanha-sivu/"])
]
NewAddress = Annotated[str, _text, AfterValidator(_address_or_gone), Field(examples=["sv/lape/"])]
FileName = Annotated[Id, FromFileName()]
CheckedOn = Annotated[IsoDate, Checked()]
SourceId = Annotated[Id, Field(examples=["laitila-2023"]), To("sources")]
DistrictId = Annotated[Id, Field(examples=["varsinais-suomi"]), To("districts")]
MunicipalityId = Annotated[Id, Field(examples=["laitila"]), To("municipalities")]
ContactId = Annotated[Id, Field(examples=["janina-andersson"]), To("contacts")]
CountyId = Annotated[Id, Field(examples=["paijat-hame"]), To("counties")]
TopicId = Annotated[Id, Field(examples=["lape"]), To("topics")]
RegionName = Annotated[PlainText, To("regions")]
MunicipalityCode = Annotated[str, _text, AfterValidator(_code), Field(examples=["400"])]
Year = Annotated[int, Field(ge=1900, le=2100, examples=[2023]), BeforeValidator(_whole)]
Quantity = Annotated[int, Field(ge=1, le=1_000_000, examples=[48]), BeforeValidator(_whole)]


CONFIRMED_FOR_DAYS = 365  # facts: what nobody has checked for 12 months says so


def is_fresh(confirmed: date | None, today: date) -> bool:
    """Whether something was confirmed within the last 12 months."""
    return confirmed is not None and (today - confirmed).days <= CONFIRMED_FOR_DAYS


class Frozen(BaseModel):
    """A fact: read once, never changed; a key that the model does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Text(Frozen):
    """The same text in both languages, side by side."""

    fi: PlainText = Field(examples=["Teksti suomeksi"])
    sv: PlainText = Field(examples=["Text på svenska"])

    def __getitem__(self, language: Language) -> str:
        return self.fi if language == "fi" else self.sv


Key = tuple[str | int, ...]  # the way to a value: field names and places in lists


def values_of(fact: BaseModel) -> Iterator[tuple[Key, Any, tuple[Any, ...]]]:
    """(key, value, the marks that its type carries) of every plain value in a fact, at any depth.

    What rests on this, such as the rule that references lead somewhere, forgets no field.
    """
    for name, field in type(fact).model_fields.items():
        yield from _values(getattr(fact, name), field.annotation, (name,), tuple(field.metadata))


def _values(
    value: Any, annotation: Any, key: Key, marks: tuple[Any, ...]
) -> Iterator[tuple[Key, Any, tuple[Any, ...]]]:
    kind, inner = get_origin(annotation), get_args(annotation)
    if kind is Annotated:
        yield from _values(value, inner[0], key, (*marks, *inner[1:]))
    elif kind in (Union, UnionType):
        if value is not None:
            (only,) = (one for one in inner if one is not NoneType)
            yield from _values(value, only, key, marks)
    elif isinstance(value, BaseModel):
        yield from (((*key, *at), one, its) for at, one, its in values_of(value))
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            yield from _values(one, inner[0], (*key, index), marks)
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from _values(one, inner[1], (*key, name), marks)
    else:
        yield key, value, marks


class Filled:
    """A word's {placeholders}: exactly the names that the code gives, in both languages."""

    def __init__(self, *names: str) -> None:
        self.marks = {f"{{{name}}}" for name in names}
        shown = " ".join(["", *sorted(self.marks)])
        self.examples = [f'{{fi: "suomeksi{shown}", sv: "på svenska{shown}"}}']

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return no_info_after_validator_function(self._checked, handler(source))

    def _checked(self, text: Text) -> Text:
        found = [_BRACES.findall(one) for one in (text.fi, text.sv)]
        if any(set(one) != self.marks for one in found):
            expected = ", ".join(sorted(self.marks)) or "–"
            written = " · ".join(found[0] + found[1]) or "–"
            raise PydanticCustomError(
                "placeholder", "other placeholders", {"found": written, "expected": expected}
            )
        return text


Word = Annotated[Text, Filled()]
