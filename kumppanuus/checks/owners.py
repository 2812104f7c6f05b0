"""Who is asked to review a district's files: ``.github/CODEOWNERS`` follows from the data.

A district names its GitHub team in ``github_team``; without one its files have no owner.
"""

from __future__ import annotations

from collections.abc import Iterator

from kumppanuus.addresses import district as district_address
from kumppanuus.facts.fields import LANGUAGES
from kumppanuus.facts.register import Register
from kumppanuus.problems import Problem, warning

FILE = ".github/CODEOWNERS"


def owned(register: Register, id_: str) -> list[str]:
    """The lines of a district's files; none without a team."""
    team = register.districts[id_].github_team
    if not team:
        return []
    paths = [f"/data/districts/{id_}.yml", f"/data/contacts/{id_}.yml"]
    paths += [f"/docs/{language}/{district_address(id_)}" for language in LANGUAGES]
    paths += [
        f"/data/agreements/{one.id}.yml"
        for one in register.agreements.values()
        if one.district == id_
    ]
    return [f"{path} {team}" for path in paths]


def every_team_is_asked(register: Register) -> Iterator[Problem]:
    """CODEOWNERS has the lines that the districts' teams make, and no others."""
    path = register.root / FILE
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    wanted: set[str] = set()
    for id_ in register.districts:
        mine = owned(register, id_)
        wanted.update(mine)
        place = register.place("districts", id_, "github_team")
        for line in mine:
            if line not in lines:
                yield warning(*place, "owners_missing", value=id_, file=FILE, example=line)
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.startswith("#") and line not in wanted:
            yield warning(FILE, number, "owners_unknown", value=line)
