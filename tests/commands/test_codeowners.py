"""Who is asked to review a district's files follows from the data."""

from __future__ import annotations

from pathlib import Path

import pytest

from kumppanuus.__main__ import main
from kumppanuus.checks.check import all_warnings, load
from kumppanuus.checks.owners import FILE
from kumppanuus.commands.codeowners import codeowners
from tests.conftest import TODAY


def owners_warned_of(root: Path) -> list[str]:
    codes = [one.code for one in all_warnings(load(root, TODAY))]
    return [code for code in codes if code.startswith("owners")]


def test_a_districts_team_is_asked_about_its_own_files(tiny: Path) -> None:
    """Data, contacts, agreements and pages in both languages; without a team nobody is."""
    assert "@" not in codeowners(load(tiny, TODAY))
    district = tiny / "data/districts/satakunta.yml"
    district.write_text(district.read_text() + 'github_team: "@mll-esimerkki/satakunta"\n')
    owned = codeowners(load(tiny, TODAY)).splitlines()[2:]
    assert owned == [
        f"{path} @mll-esimerkki/satakunta"
        for path in (
            "/data/districts/satakunta.yml",
            "/data/contacts/satakunta.yml",
            "/docs/fi/piirit/satakunta/",
            "/docs/sv/piirit/satakunta/",
            "/data/agreements/pori-2023.yml",
        )
    ]


def test_the_command_writes_what_the_check_asks_for(
    tiny: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A team that was filled in is warned of until the command has been run; so is one gone."""
    district = tiny / "data/districts/satakunta.yml"
    before = district.read_text()
    assert owners_warned_of(tiny) == []
    district.write_text(before + 'github_team: "@mll-esimerkki/satakunta"\n')
    assert set(owners_warned_of(tiny)) == {"owners_missing"}
    assert main(["codeowners", "--root", str(tiny)]) == 0
    assert FILE in capsys.readouterr().out
    assert owners_warned_of(tiny) == []
    district.write_text(before)
    assert set(owners_warned_of(tiny)) == {"owners_unknown"}
    assert main(["codeowners", "--root", str(tiny)]) == 0
    assert owners_warned_of(tiny) == []
