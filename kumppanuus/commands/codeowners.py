"""``.github/CODEOWNERS`` from the districts' data: who is asked to review a district's files.

A district names its GitHub team in ``github_team``; without one its files have no owner.
"""

from __future__ import annotations

from collections.abc import Iterator

from kumppanuus.addresses import district as district_address
from kumppanuus.facts.fields import LANGUAGES
from kumppanuus.facts.register import Register
from kumppanuus.problems import messages, sentence

FILE = ".github/CODEOWNERS"


def codeowners(register: Register) -> str:
    """The whole file."""
    head = messages()["codeowners_head"]
    lines = [f"# {head[language]}" for language in LANGUAGES]
    return "\n".join([*lines, *_owned(register)]) + "\n"


def _owned(register: Register) -> Iterator[str]:
    for id_, district in register.districts.items():
        if district.github_team:
            paths = [f"/data/districts/{id_}.yml", f"/data/contacts/{id_}.yml"]
            paths += [f"/docs/{language}/{district_address(id_)}" for language in LANGUAGES]
            paths += [
                f"/data/agreements/{one.id}.yml"
                for one in register.agreements.values()
                if one.district == id_
            ]
            yield from (f"{path} {district.github_team}" for path in paths)


def write_codeowners(register: Register) -> int:
    """The command; returns the exit status."""
    path = register.root / FILE
    path.parent.mkdir(exist_ok=True)
    path.write_text(codeowners(register), encoding="utf-8", newline="\n")
    print(sentence("new_written", value=FILE))
    return 0
