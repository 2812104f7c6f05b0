"""What is wrong, where, and what to write instead: in Finnish, then in Swedish."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

import yaml


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in a file that an editor can mend.

    path: the file, relative to the project's root.
    line: 1-based line number.
    fi, sv: the same message in both languages: value, expectation, corrected example.
    code: its key in messages.yml.
    level: an error stops the build; a warning never does.
    detail: lines to read beside the message, such as two sections to compare.
    """

    path: str
    line: int
    fi: str
    sv: str
    code: str = ""
    level: Literal["error", "warning"] = "error"
    detail: str = ""

    def __str__(self) -> str:
        start = messages()["warning"] if self.level == "warning" else {"fi": "", "sv": ""}
        return f"{self.path}:{self.line}: {start['fi']}{self.fi}\n    {start['sv']}{self.sv}"

    def annotation(self) -> str:
        """The Problem as a GitHub workflow command (docs.github.com: workflow commands)."""
        text = f"{self.fi}\n{self.sv}" + (f"\n\n{self.detail}" if self.detail else "")
        for raw, escaped in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
            text = text.replace(raw, escaped)
        place = self.path.replace("%", "%25").replace(",", "%2C").replace(":", "%3A")
        return f"::{self.level} file={place},line={self.line}::{text}"


class ProblemsFound(Exception):
    """Raised once, with every Problem of a run."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(str(problem) for problem in without_floods(self.problems)))


FLOOD = 20  # of one kind in one file: who has read so many knows what is wrong


def without_floods(problems: Iterable[Problem]) -> list[Problem]:
    """The Problems in their order; of one kind in one file the first, and how many more."""
    kinds: dict[tuple[str, str], list[Problem]] = {}
    for one in problems:
        kinds.setdefault((one.path, one.code), []).append(one)
    shown: list[Problem] = []
    for (path, _), found in kinds.items():
        shown += found[:FLOOD]
        if more := found[FLOOD:]:
            last = problem(path, more[0].line, "and_more", count=len(more))
            shown.append(replace(last, level=more[0].level))
    return sorted(shown)


def useful_first(problems: Iterable[Problem]) -> list[Problem]:
    """One of each kind and file before the second of any: GitHub shows ten annotations a step."""
    seen: Counter[tuple[str, str]] = Counter()

    def turn(one: Problem) -> int:
        seen[one.path, one.code] += 1
        return seen[one.path, one.code]

    return sorted(problems, key=turn)


@cache
def messages() -> dict[str, dict[str, str]]:
    """Message templates by problem code: {code: {"fi": …, "sv": …}}."""
    text = (Path(__file__).parent / "messages.yml").read_text(encoding="utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # six times as fast where it is
    found: dict[str, dict[str, str]] = yaml.load(text, Loader=loader)
    return found


def problem(path: str, line: int, code: str, **values: Any) -> Problem:
    """A Problem worded from messages.yml; ``values`` fill its {placeholders}.

    A long value is shown by its beginning.
    ``example`` (a line that would be right) is appended as a sentence of its own.
    Raises KeyError for a code without words: that is our bug, not the editor's.
    """
    example = values.pop("example", None)
    limits = {"expected": 600}
    shown = {name: _shorten(value, limits.get(name, 80)) for name, value in values.items()}
    wording = messages()
    texts = []
    for language in ("fi", "sv"):
        text = wording[code][language].format(**shown)
        if example:
            text += " " + wording["example"][language].format(example=example)
        texts.append(text)
    fi, sv = texts
    return Problem(path, line, fi, sv, code)


def warning(path: str, line: int, code: str, detail: str = "", **values: Any) -> Problem:
    """A Problem that is shown and stops nothing."""
    return replace(problem(path, line, code, **values), level="warning", detail=detail)


def nearest(value: str, known: Iterable[str], count: int = 1) -> list[str]:
    """What somebody probably meant: the nearest of what there is, whatever its case; none where
    nothing is near."""
    by_lower = {one.lower(): one for one in sorted(known, reverse=True)}
    near = get_close_matches(value.lower(), sorted(by_lower), n=count, cutoff=0.6)
    return [by_lower[one] for one in near]


def sentence(code: str, **values: Any) -> str:
    """A sentence of messages.yml in Finnish, then in Swedish, for the command line."""
    return " / ".join(messages()[code][language].format(**values) for language in ("fi", "sv"))


def _shorten(value: object, limit: int) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= limit else text[: limit - 1] + "…"


def verdict(errors: list[Problem], warnings: list[Problem], edit: str = "") -> str:
    """What is wrong first, then what somebody should look at; each opens where it is mended.

    The Problems stand in code blocks: they quote what editors wrote, which is not Markdown.
    edit: what a file's path is appended to in a link that opens it; empty makes no links.
    """
    head = messages()["verdict_head"]
    code = "verdict_wrong" if errors else "verdict_right"
    lines = [f"## {head['fi']} / {head['sv']}", ""]
    lines += [sentence(code, count=len(errors)), "", *_blocks(errors, edit)]
    if warnings:
        lines += [sentence("warning_count", count=len(warnings)), "", *_blocks(warnings, edit)]
    return "\n".join(lines)


LINKED = 30  # Problems with a link each; GitHub shows a summary of a megabyte at most


def _blocks(problems: list[Problem], edit: str) -> list[str]:
    shown = without_floods(problems)
    if not edit:
        return _block(shown)
    lines: list[str] = []
    for one in shown[:LINKED]:
        place = f"{one.path}:{one.line}".translate({ord(sign): None for sign in "`[]\n\r"})
        lines += [f"[`{place}`]({edit}{quote(one.path)}#L{one.line})", "", *_block([one])]
    return lines + _block(shown[LINKED:])


def _block(problems: list[Problem]) -> list[str]:
    if not problems:
        return []
    told = (f"{one}\n\n{one.detail}" if one.detail else str(one) for one in problems)
    text = "\n".join(told).replace("```", "'''")
    return ["```text", text, "```", ""]
