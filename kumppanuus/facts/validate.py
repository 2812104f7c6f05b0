"""Plain values -> models; every error of pydantic in an editor's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from kumppanuus.facts.fields import FromFileName, Key
from kumppanuus.facts.load import Document
from kumppanuus.problems import Problem, messages, nearest, problem

Model = TypeVar("Model", bound=BaseModel)
# What somebody has yet to fill in, as a new file has it: it never gets published.
UNFINISHED = re.compile(r"\b(?:TÄYTÄ|FYLL I)\b")


def named_by_file(model: type[BaseModel]) -> list[str]:
    """The fields whose value is the file's name."""
    fields = model.model_fields.items()
    return [name for name, field in fields if FromFileName() in field.metadata]


def build(model: type[Model], document: Document, at: Key = ()) -> Model | list[Problem]:
    """The part of the document at ``at`` as a model, or every Problem it has.

    A file that repeats what its name says has a Problem.
    """
    value = document.value
    for step in at:
        value = value[step]
    given = {name: PurePath(document.path).stem for name in named_by_file(model)}
    if isinstance(value, dict):
        repeated = [key for key in given if key in value]
        if repeated:
            return [
                problem(document.path, document.line((*at, key)), "given_by_file", key=key)
                for key in repeated
            ]
        value = {**value, **given}
    waiting = list(unfinished_keys(value))
    problems = no_value_is_unfinished(document, [(*at, *key) for key in waiting])
    try:
        built = model.model_validate(value)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        # A wrong item is not counted: its list is then "too short" too, which says nothing.
        # A value that waits to be filled in is wrong in other ways too, which says no more.
        return problems + [
            _problem(model, document, at, one)
            for one in errors
            if (one["loc"] not in waiting or one["type"] == "extra_forbidden")
            and (one["type"] != "too_short" or not any(_is_inside(o, one) for o in errors))
        ]
    return problems or built


def _is_inside(one: ErrorDetails, outer: ErrorDetails) -> bool:
    depth = len(outer["loc"])
    return len(one["loc"]) > depth and one["loc"][:depth] == outer["loc"]


def _problem(model: type[BaseModel], document: Document, at: Key, error: ErrorDetails) -> Problem:
    loc = tuple(step for step in error["loc"] if step != "[key]")
    context: dict[str, Any] = dict(error.get("ctx", {}))
    if "key" in context:  # our own validators name the key that they miss, or the way to it
        key = context.pop("key")
        loc = (*loc, *((key,) if isinstance(key, str) else key))
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
    if code == "missing" and not full[:-1]:
        code = "missing_from_file"
    if code not in messages():
        code = "bad_value"  # a kind of error that nobody has worded yet: never shown in English
    key = next((str(step) for step in reversed(loc) if isinstance(step, str)), "")
    if document.path.endswith(".csv"):
        key = "_".join(map(str, loc))  # as its column is called
    owner = _model_at(model, loc[:-1])
    return problem(
        document.path,
        line,
        code,
        **{
            **context,
            "key": key,
            "value": _as_written(error["input"]),
            "where": _where(full[:-1]),
            "example": _example(owner, key),
        },
    )


def _unknown_key(model: type[BaseModel], document: Document, key: Key) -> Problem:
    name = str(key[-1])
    known = [one for one in model.model_fields if one not in named_by_file(model)]
    near = nearest(name, known)
    code = "misspelt_key" if near else "extra_forbidden"
    expected = ", ".join(near or known)
    return problem(document.path, document.line(key), code, key=name, expected=expected)


def _as_written(value: Any) -> str:
    """A value as it stands in YAML, on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_as_written(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_as_written, value)) + "]"
    return "" if value is None else str(value)


def _where(key: Key) -> str:
    """A key path as an editor reads it: contacts 2 / answers_for."""
    words: list[str] = []
    for step in key:
        if isinstance(step, int) and words:
            words[-1] += f" {step + 1}"
        else:
            words.append(str(step + 1) if isinstance(step, int) else step)
    return " / ".join(words)


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


def _annotations(annotation: Any) -> Any:
    """What Annotated[…] carries, anywhere inside the annotation."""
    yield from getattr(annotation, "__metadata__", ())
    for part in get_args(annotation):
        yield from _annotations(part)


def _example(model: type[BaseModel], key: str) -> str | None:
    """A line that would be right, from the field's own examples."""
    field = model.model_fields.get(key)
    if field is None:
        return None
    is_list = get_origin(field.annotation) is tuple
    start = "- " if is_list else f"{key}: "
    for part in (field, *field.metadata, *_annotations(field.annotation)):
        if examples := getattr(part, "examples", None):
            return f"{start}{examples[0]}"
    inner = next(_models_in(field.annotation), None)
    if inner is not None and set(inner.model_fields) == {"fi", "sv"}:
        return start + '{fi: "suomeksi", sv: "på svenska"}'
    return None


def unfinished_keys(value: Any, at: Key = ()) -> Iterator[Key]:
    """The key path of each value that says that it is to be filled in."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from unfinished_keys(inner, (*at, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from unfinished_keys(inner, (*at, index))
    elif isinstance(value, str) and UNFINISHED.search(value):
        yield at


def no_text_is_unfinished(path: str, body: str, first_line: int) -> Iterator[Problem]:
    """A page's text has no place that is still to be filled in."""
    for number, line in enumerate(body.splitlines(), first_line):
        if UNFINISHED.search(line):
            yield problem(path, number, "unfinished_text", value=line.strip())


def no_value_is_unfinished(document: Document, keys: Iterable[Key]) -> list[Problem]:
    """One Problem a line: the two languages of a text mostly stand beside each other."""
    by_line: dict[int, str] = {}
    for key in keys:
        named = [step for step in key if isinstance(step, str)]
        if len(named) > 1 and named[-1] in ("fi", "sv"):
            named.pop()
        by_line.setdefault(document.line(key), named[-1] if named else "")
    return [problem(document.path, line, "unfinished", key=key) for line, key in by_line.items()]
