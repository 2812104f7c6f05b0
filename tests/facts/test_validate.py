"""Every mistake has its words in Finnish and Swedish; no library speaks to an editor."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, get_args

import pytest
from pydantic import BaseModel
from pydantic_core import ErrorType  # type: ignore[attr-defined]

from kumppanuus.commands.schema import KINDS
from kumppanuus.facts.load import Document
from kumppanuus.facts.municipality import Merged, Municipality
from kumppanuus.facts.prose import PageMeta
from kumppanuus.facts.validate import build
from kumppanuus.problems import messages
from tests.conftest import ROOT

MODELS: dict[str, type[BaseModel]] = {
    **KINDS,
    "municipalities": Municipality,
    "merged": Merged,
    "front matter": PageMeta,
}
SOURCE = [
    path.read_text("utf-8")
    for folder in ("kumppanuus", "tools")
    for path in (ROOT / folder).rglob("*.py")
]

# What pydantic can say of each kind of field, given what YAML and CSV are read as: text, nothing,
# lists and mappings with text as keys. A kind that is not here is a new one: look what it says.
SAYS: dict[str, set[str]] = {
    "str": {"string_type"},
    "int": {"int_type", "int_parsing", "int_parsing_size"},
    "float": {"float_type", "float_parsing"},
    "bool": {"bool_type", "bool_parsing"},
    "literal": {"literal_error"},
    "tuple": {"tuple_type"},
    "dict": {"dict_type"},
    "model": {"model_type"},
    "model-fields": {"extra_forbidden"},
    "model-field": set(),
    "nullable": set(),
    "default": set(),
    "definitions": set(),
    "definition-ref": set(),
    "function-after": set(),
    "function-before": set(),
    "computed-field": set(),
    "date": set(),  # only ever behind our own function-before, which lets nothing else through
}
CONSTRAINTS = {
    "str": {"min_length": "string_too_short", "max_length": "string_too_long"},
    "tuple": {"min_length": "too_short"},
    "int": {"ge": "greater_than_equal", "le": "less_than_equal"},
    "float": {"ge": "greater_than_equal", "le": "less_than_equal"},
}
OTHER = {"pattern", "gt", "lt", "multiple_of", "max_length", "min_length", "allow_inf_nan"}


def codes(schema: Any) -> Iterator[str]:
    """Every error type that a core schema can raise."""
    if isinstance(schema, list | tuple):
        for one in schema:
            yield from codes(one)
    if not isinstance(schema, dict):
        return
    kind = schema.get("type")
    if isinstance(kind, str):
        yield from SAYS[kind]
        for name, code in CONSTRAINTS.get(kind, {}).items():
            if schema.get(name) is not None:
                yield code
        unknown = OTHER & set(schema) - set(CONSTRAINTS.get(kind, {}))
        assert not unknown, (kind, unknown)
        if kind == "model-field" and schema["schema"]["type"] != "default":
            yield "missing"
        if kind == "function-before":
            assert schema["schema"]["type"] in ("date", "int")
    for key, inner in schema.items():
        if key not in ("function", "metadata", "serialization", "cls", "computed_fields", "ref"):
            yield from codes(inner)


def our_codes() -> set[str]:
    """The types of our own errors, as the source names them."""
    found = {code for text in SOURCE for code in _OUR.findall(text)}
    assert len(found) >= 9
    return found


_OUR = re.compile(r"PydanticCustomError\(\s*\"(\w+)\"")


@pytest.mark.parametrize("name", MODELS)
def test_every_error_that_a_model_can_raise_has_its_words(name: str) -> None:
    """Read from pydantic's own schema of the model: no kind of field goes unseen."""
    found = set(codes(MODELS[name].__pydantic_core_schema__))
    assert {"missing", "string_type", "extra_forbidden"} <= found
    assert found <= set(get_args(ErrorType))
    assert found <= set(messages())


def test_every_error_of_our_own_has_its_words() -> None:
    """A code that the source raises stands in messages.yml."""
    assert our_codes() <= set(messages())


def test_no_words_are_left_of_an_error_that_is_gone() -> None:
    """Each code in messages.yml is one that the models can raise or the source names."""
    raised = {code for model in MODELS.values() for code in codes(model.__pydantic_core_schema__)}
    named = {word for text in SOURCE for word in re.findall(r"[\"'](\w+)[\"']", text)}
    # Named by the state of a pair of sections, and by what has become of a page.
    states = {f"translation_{one}" for one in ("stale", "new")}
    states |= {f"page_{one}" for one in ("changed", "new", "removed")}
    assert set(messages()) - raised - named - states == set()


def test_both_languages_are_filled_in_with_the_same_values() -> None:
    """A {placeholder} that stands in Finnish stands in Swedish."""
    for code, texts in messages().items():
        assert list(texts) == ["fi", "sv"], code
        fi, sv = (
            {name for _, name, _, _ in string.Formatter().parse(texts[language]) if name}
            for language in ("fi", "sv")
        )
        assert fi == sv, code


WRONG = ["", "x", "-1", "1.5", "9" * 5000, "nan", "inf", "a" * 2000, "<b>", "\x07", None]
WRONG += [[], ["x"], [None], {}, {"x": "y"}, {"fi": None}, [{}], [{"x": "y"}], [["x"]]]


def keys_of(model: type[BaseModel], at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every field, at every depth, with one item in each list or mapping."""
    for name, field in model.model_fields.items():
        yield (*at, name)
        inner = next(_models_in(field.annotation), None)
        if inner is not None:
            plain = str(field.annotation)
            step: tuple[Any, ...] = ()
            if "tuple[" in plain:
                step = (0,)
            elif "dict[" in plain:
                step = ("a",)
            yield from keys_of(inner, (*at, name, *step))


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)


def nested(path: tuple[Any, ...], value: Any) -> Any:
    for step in reversed(path):
        value = [value] if isinstance(step, int) else {step: value}
    return value


@pytest.mark.parametrize("name", MODELS)
def test_no_wrong_value_of_any_field_is_answered_in_english(name: str) -> None:
    """Every field is given every kind of wrong value; none falls back to the generic words."""
    model = MODELS[name]
    generic = re.escape(messages()["bad_value"]["fi"])
    generic = generic.replace(r"\{key\}", ".*").replace(r"\{value\}", ".*")
    answers = 0
    for path in keys_of(model):
        for wrong in WRONG:
            found = build(model, Document("x.yml", nested(path, wrong), {(): 1}))
            for one in found if isinstance(found, list) else ():
                answers += 1
                assert not one.fi.startswith(generic) or "arvo ei kelpaa" not in one.fi, one
                for english in ("Input should", "valid ", "Field required", "or ", "'"):
                    assert english not in one.fi, one
    assert answers > 20


def test_an_error_that_nobody_has_worded_is_answered_in_both_languages() -> None:
    """At run time an editor gets plain words for it, never a traceback or English."""

    class Price(BaseModel):
        price: Decimal

    found = build(Price, Document("x.yml", {"price": "halpa"}, {(): 1, ("price",): 1}))
    assert isinstance(found, list)
    assert [str(one) for one in found] == [
        "x.yml:1: Kohdan ”price” arvo ei kelpaa: ”halpa”.\n"
        "    Värdet i ”price” duger inte: ”halpa”."
    ]
    with pytest.raises(KeyError):
        list(codes(Price.__pydantic_core_schema__))
