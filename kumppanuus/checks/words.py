"""Interface words: one that an editor removed or filled in wrongly is a Problem, not a crash."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from kumppanuus.facts.prose import Words
from kumppanuus.facts.register import Register
from kumppanuus.problems import Problem, problem

_IN_TEMPLATES = re.compile(r"""\bw(?:ords)?\.([a-z_]+)|\bsay\("([a-z_]+)\"""")
_SAID = re.compile(r"""\bsay\(\s*"([a-z_]+)"\s*,((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)""")
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
_IN_CODE = re.compile(r"""\b(?:words\[|w\[|say\()\s*"([a-z_]+)\"""")


def words_used(root: Path) -> set[str]:
    """The keys of ``ui`` in data/words.yml that templates and code ask for."""
    package = Path(__file__).parent.parent
    templates = [*package.glob("html/templates/*.j2"), *(root / "overrides").rglob("*.html")]
    used: set[str] = set()
    for files, use in ((templates, _IN_TEMPLATES), (package.rglob("*.py"), _IN_CODE)):
        for file in files:
            for match in use.finditer(file.read_text(encoding="utf-8")):
                used.add(match[match.lastindex or 1])
    return used


def every_placeholder_is_the_same_in_both_languages(register: Register) -> Iterator[Problem]:
    """What is filled in stands in {braces}: the names that the code gives, in both languages."""
    given = _names_given()
    for key, text in register.words.ui.items():
        found = [set(_PLACEHOLDER.findall(one)) for one in (text.fi, text.sv)]
        stray = any(re.search(r"[{}]", _PLACEHOLDER.sub("", one)) for one in (text.fi, text.sv))
        expected = given.get(key, found[0] if len(found[0]) >= len(found[1]) else found[1])
        if stray or found != [expected, expected]:
            value = " · ".join(re.findall(r"\{[^{}]*\}?|\}", text.fi + text.sv)) or "–"
            names = ", ".join(f"{{{name}}}" for name in sorted(expected)) or "–"
            line = register.documents["words.yml"].line(("ui", key))
            yield problem(
                "data/words.yml", line, "placeholder", key=key, value=value, expected=names
            )


def every_choice_has_its_word(register: Register) -> Iterator[Problem]:
    """Each value that the data may have (a topic, a kind of sum …) has its word."""
    for field in ("topics", "strengths", "agreement_kinds", "sum_kinds", "languages"):
        kind = get_args(Words.model_fields[field].annotation)[0]
        for value in get_args(kind):
            if value not in getattr(register.words, field):
                line = register.documents["words.yml"].line((field,))
                yield problem("data/words.yml", line, "missing_word", key=value, where=field)


def _names_given() -> dict[str, set[str]]:
    """For each word that the code fills in with say(…): the names of what it gives."""
    package = Path(__file__).parent.parent
    found: dict[str, set[str]] = {}
    for file in (*package.rglob("*.py"), *package.glob("html/templates/*.j2")):
        for key, arguments in _SAID.findall(file.read_text(encoding="utf-8")):
            found.setdefault(key, set()).update(re.findall(r"(\w+)=", arguments))
    return found


def every_word_that_templates_use_is_there(register: Register) -> Iterator[Problem]:
    """data/words.yml has every word that a page shows."""
    for key in sorted(words_used(register.root) - set(register.words.ui)):
        yield problem("data/words.yml", 1, "missing_word", key=key, where="ui")
