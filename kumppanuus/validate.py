"""Plain values -> models; every error of pydantic in an editor's words."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from kumppanuus.load import Document, Key
from kumppanuus.problems import Problem, problem

Model = TypeVar("Model", bound=BaseModel)


def build(
    model: type[Model], document: Document, at: Key = (), extra: Mapping[str, str] | None = None
) -> Model | list[Problem]:
    """The part of the document at ``at`` as a model, or every Problem it has.

    extra: values that are not written in the file, such as the id that is its name;
    a file that repeats one of them has a Problem.
    """
    value = document.value
    for step in at:
        value = value[step]
    given = extra or {}
    if isinstance(value, dict):
        repeated = [key for key in given if key in value]
        if repeated:
            return [_unknown_key(model, document, (*at, key)) for key in repeated]
        value = {**value, **given}
    try:
        return model.model_validate(value)
    except ValidationError as error:
        return [_problem(model, document, at, one) for one in error.errors(include_url=False)]


def _problem(model: type[BaseModel], document: Document, at: Key, error: ErrorDetails) -> Problem:
    loc = tuple(step for step in error["loc"] if step != "[key]")
    context: dict[str, Any] = dict(error.get("ctx", {}))
    if "key" in context:  # our own validators name the key that they miss
        loc = (*loc, context.pop("key"))
    full = (*at, *loc)
    code = error["type"]
    if code == "extra_forbidden":
        return _unknown_key(_model_at(model, loc[:-1]), document, full)
    if code == "missing" or full not in document.lines:
        line = document.line(full[:-1])
    else:
        line = document.line(full)
    if code == "literal_error" and "expected" in context:
        context["expected"] = context["expected"].replace("'", "").replace(" or ", ", ")
    if code.endswith("_type") and error["input"] is None:
        code = "string_too_short"  # "key:" with nothing after it
    key = next((str(step) for step in reversed(loc) if isinstance(step, str)), "")
    owner = _model_at(model, loc[:-1])
    return problem(
        document.path,
        line,
        code,
        **{
            **context,
            "key": key,
            "value": error["input"],
            "where": _where(full[:-1]),
            "example": _example(owner, key),
        },
    )


def _unknown_key(model: type[BaseModel], document: Document, key: Key) -> Problem:
    name = str(key[-1])
    known = list(model.model_fields)
    near = get_close_matches(name, known, n=1, cutoff=0.6) or known
    return problem(
        document.path, document.line(key), "extra_forbidden", key=name, expected=", ".join(near)
    )


def _where(key: Key) -> str:
    """A key path as an editor reads it: contacts 2 / answers_for."""
    words: list[str] = []
    for step in key:
        if isinstance(step, int) and words:
            words[-1] += f" {step + 1}"
        else:
            words.append(str(step + 1) if isinstance(step, int) else step)
    return "”" + " / ".join(words) + "”" if words else "—"


def _model_at(model: type[BaseModel], loc: tuple[int | str, ...]) -> type[BaseModel]:
    """The model that the value at ``loc`` is checked by."""
    for step in loc:
        if isinstance(step, str) and step in model.model_fields:
            model = next(_models_in(model.model_fields[step].annotation), model)
    return model


def _models_in(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)


def _example(model: type[BaseModel], key: str) -> str | None:
    field = model.model_fields.get(key)
    if field is None:
        return None
    examples = field.examples
    for part in (field.annotation, *get_args(field.annotation), *field.metadata):
        examples = examples or getattr(part, "examples", None)
        for meta in getattr(part, "__metadata__", ()):
            examples = examples or getattr(meta, "examples", None)
    if examples:
        return f"{key}: {examples[0]}"
    inner = next(_models_in(field.annotation), None)
    if inner is not None and set(inner.model_fields) == {"fi", "sv"}:
        return f'{key}: {{fi: "suomeksi", sv: "på svenska"}}'
    return None
