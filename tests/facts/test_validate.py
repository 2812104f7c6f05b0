"""Every mistake has its words in Finnish and Swedish; no library speaks to an editor."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from kumppanuus.commands.schema import KINDS
from kumppanuus.facts.load import Document
from kumppanuus.facts.municipality import Merged, Municipality, Redirect
from kumppanuus.facts.prose import PageMeta
from kumppanuus.facts.validate import build
from kumppanuus.problems import Problem, messages
from tests.conftest import ROOT

# What YAML and CSV can be read as, and no field takes in earnest.
WRONG: list[Any] = ["", "x", "-1", "1.5", "9" * 5000, "nan", "inf", "a" * 2000, "<b>", "\x07"]
WRONG += [None, [], ["x"], [None], {}, {"x": "y"}, {"fi": None}, [{}], [{"x": "y"}], [["x"]]]
WRONG += ["2026-02-30", "javascript:x", "https://", {"x y": {}}, {"fi": "{x}", "sv": "y"}]


def models() -> set[type[BaseModel]]:
    """The model of every file and table, and every model inside one."""
    found: set[type[BaseModel]] = set()
    waiting = [*KINDS.values(), Municipality, Merged, Redirect, PageMeta]
    while waiting:
        model = waiting.pop()
        if model not in found:
            found.add(model)
            for field in model.model_fields.values():
                waiting += _models_in(field.annotation)
    return found


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)


@cache
def answers() -> frozenset[Problem]:
    """What is said of every wrong value of every kind of field, and of a key too many."""
    found: set[Problem] = set()
    for model in models():
        kinds = {
            (str(field.annotation), *map(type, field.metadata)): name
            for name, field in model.model_fields.items()
        }
        for name in (*kinds.values(), "unknown key"):
            for wrong in WRONG:
                said = build(model, Document("x.yml", {name: wrong}, {(): 1}))
                found.update(said if isinstance(said, list) else ())
    return frozenset(found)


def test_no_wrong_value_is_answered_in_english() -> None:
    """Every kind of mistake that a model finds has words of its own, not the generic ones."""
    assert len(answers()) > 200
    unworded = [str(one) for one in answers() if one.code == "bad_value"]
    assert unworded == [], "\n".join(unworded)
    for one in answers():
        for english in ("Input should", "valid ", "Field required", "or ", "'"):
            assert english not in one.fi, one


def test_no_words_are_left_of_a_mistake_that_is_gone() -> None:
    """Each code in messages.yml is one that a model answers with or the source names."""
    source = [
        path.read_text(encoding="utf-8")
        for folder in ("kumppanuus", "tools")
        for path in (ROOT / folder).rglob("*.py")
    ]
    named = {word for text in source for word in re.findall(r"[\"'](\w+)[\"']", text)}
    # Named by the state of a pair of sections, and by what has become of a page.
    named |= {f"translation_{one}" for one in ("stale", "new")}
    named |= {f"page_{one}" for one in ("changed", "new", "removed")}
    assert set(messages()) - {one.code for one in answers()} - named == set()


def test_both_languages_are_filled_in_with_the_same_values() -> None:
    """A {placeholder} that stands in Finnish stands in Swedish."""
    for code, texts in messages().items():
        assert list(texts) == ["fi", "sv"], code
        fi, sv = (
            {name for _, name, _, _ in string.Formatter().parse(texts[language]) if name}
            for language in ("fi", "sv")
        )
        assert fi == sv, code


def test_an_error_that_nobody_has_worded_is_answered_in_both_languages() -> None:
    """At run time an editor gets plain words for it, never a traceback or English."""

    class Price(BaseModel):
        price: Decimal

    found = build(Price, Document("x.yml", {"price": "halpa"}, {(): 1, ("price",): 1}))
    assert isinstance(found, list)
    assert [one.code for one in found] == ["bad_value"]
    assert [str(one) for one in found] == [
        "x.yml:1: Kohdan ”price” arvo ei kelpaa: ”halpa”.\n"
        "    Värdet i ”price” är ogiltigt: ”halpa”."
    ]


@pytest.mark.parametrize("code", ["string_too_long", "extra_forbidden", "too_short", "phone"])
def test_a_mistake_without_words_would_be_found(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The test above can fail: without its words a mistake is answered with the generic ones."""
    assert code in {one.code for one in answers()}
    answers.cache_clear()
    monkeypatch.delitem(messages(), code)
    try:
        with pytest.raises((AssertionError, KeyError)):
            test_no_wrong_value_is_answered_in_english()
    finally:
        answers.cache_clear()
