"""Places that somebody has yet to fill in, as a new file has them: they never get published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from kumppanuus.facts.fields import Key
from kumppanuus.facts.load import Document
from kumppanuus.problems import Problem, problem

MARK = re.compile(r"\b(?:TÄYTÄ|FYLL I)\b")


def unfinished_keys(value: Any, at: Key = ()) -> Iterator[Key]:
    """The key path of each value that says that it is to be filled in."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from unfinished_keys(inner, (*at, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from unfinished_keys(inner, (*at, index))
    elif isinstance(value, str) and MARK.search(value):
        yield at


def no_text_is_unfinished(path: str, body: str, first_line: int) -> Iterator[Problem]:
    """A page's text has no place that is still to be filled in."""
    for number, line in enumerate(body.splitlines(), first_line):
        if MARK.search(line):
            yield problem(path, number, "unfinished_text", value=line.strip())


def no_value_is_unfinished(document: Document, keys: Iterator[Key] | list[Key]) -> list[Problem]:
    """One Problem a line: the two languages of a text mostly stand beside each other."""
    by_line: dict[int, str] = {}
    for key in keys:
        named = [step for step in key if isinstance(step, str)]
        if len(named) > 1 and named[-1] in ("fi", "sv"):
            named.pop()
        by_line.setdefault(document.line(key), named[-1] if named else "")
    return [problem(document.path, line, "unfinished", key=key) for line, key in by_line.items()]
