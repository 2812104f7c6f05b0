"""Words as they are recognised in running text, where Finnish and Swedish inflect them."""

from __future__ import annotations

import re
from functools import cache
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from kumppanuus.facts.fields import Frozen, Language, PlainText, Text, Year


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


@cache
def finder(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Finds any of the forms as whole words."""
    found = "|".join(
        r"\s+".join(re.escape(word).replace(r"\*", r"\w*") for word in form.split())
        for form in forms
    )
    return re.compile(rf"(?<!\w)(?:{found})(?!\w)", re.IGNORECASE)


# What stands in Markdown but is not the page's own words.
_APART = (
    r"\]\([^)]*\)",  # where a link leads
    r"https?://[^\s>]+|\S+@\S+|(?:[\w-]+\.)+(?:fi|com|org|net|eu)\b",
    r"\{\{.*?\}\}",  # facts from data
    r"`[^`]*`",
    r"\{ ?[:#.][^}]*\}",  # classes and ids
)


def own_words(text: str, language: Language) -> str:
    """The text with everything that is not prose in this language as spaces, length kept."""
    other = rf"<(\w+)[^>]*\blang=\"(?!{language}\b)[^>]*>.*?</\1>"
    for pattern in (other, *_APART, r"<[^>]*>"):
        text = re.sub(pattern, lambda match: re.sub(r"\S", " ", match[0]), text, flags=re.DOTALL)
    return text
