"""Interface words that templates use: one that an editor removed is a Problem, not a crash."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from kumppanuus.problems import Problem, problem
from kumppanuus.register import Register

_IN_TEMPLATES = re.compile(r"""\bw(?:ords)?\.([a-z_]+)|\bsay\("([a-z_]+)\"""")
_IN_CODE = re.compile(r"""\b(?:words\[|w\[|say\()\s*"([a-z_]+)\"""")


def words_used(root: Path) -> set[str]:
    """The keys of ``ui`` in data/words.yml that templates and code ask for."""
    package = Path(__file__).parent
    templates = [*package.glob("templates/*.j2"), *(root / "overrides").rglob("*.html")]
    used: set[str] = set()
    for files, use in ((templates, _IN_TEMPLATES), (package.glob("*.py"), _IN_CODE)):
        for file in files:
            for match in use.finditer(file.read_text(encoding="utf-8")):
                used.add(match[match.lastindex or 1])
    return used


def every_word_that_templates_use_is_there(register: Register, root: Path) -> Iterator[Problem]:
    """data/words.yml has every word that a page shows."""
    for key in sorted(words_used(root) - set(register.words.ui)):
        yield problem("data/words.yml", 1, "missing_word", key=key, where="ui")
