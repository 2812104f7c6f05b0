"""Writes ``.github/CODEOWNERS`` from the districts' data."""

from __future__ import annotations

from itertools import chain

from kumppanuus.checks.owners import FILE, owned
from kumppanuus.facts.fields import LANGUAGES
from kumppanuus.facts.register import Register
from kumppanuus.problems import messages, sentence


def codeowners(register: Register) -> str:
    """The whole file."""
    head = messages()["codeowners_head"]
    lines = [f"# {head[language]}" for language in LANGUAGES]
    lines += chain.from_iterable(owned(register, id_) for id_ in register.districts)
    return "\n".join(lines) + "\n"


def write_codeowners(register: Register) -> int:
    """The command; returns the exit status."""
    path = register.root / FILE
    path.parent.mkdir(exist_ok=True)
    path.write_text(codeowners(register), encoding="utf-8", newline="\n")
    print(sentence("new_written", value=FILE))
    return 0
