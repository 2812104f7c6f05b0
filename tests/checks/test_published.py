"""Addresses that were published stay: the list is kept, and what is gone is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from kumppanuus.__main__ import main
from kumppanuus.checks.check import load, site_problems
from kumppanuus.checks.published import LIST
from tests.conftest import TODAY, URL, built


@pytest.fixture
def project(tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The tiny project, built into site/ and the working directory of its commands."""
    assert built(tiny, tiny / "site") == ""
    monkeypatch.chdir(tiny)
    return tiny


def test_the_command_remembers_what_is_published(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Pages and open data, each once; a second time there is nothing new."""
    assert main(["urls"]) == 0
    assert main(["urls", "--site", "site"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    listed = (project / LIST).read_text().split()
    assert first == f"{len(listed)} uutta osoitetta / nya adresser"
    assert second == "0 uutta osoitetta / nya adresser"
    assert {"./", "sv/", "lape/", "sv/lape/", "data/contacts.json"} <= set(listed)
    assert listed == sorted(set(listed))
    assert not [one for one in listed if one.endswith((".vcf", ".csv", ".css"))]


def test_open_data_that_is_gone_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By the check of the built site, in both languages, with the list that it stands in."""
    assert main(["urls"]) == 0
    assert site_problems(project / "site", URL, load(project, TODAY)) == []
    (project / "site/data/contacts.json").unlink()
    found = site_problems(project / "site", URL, load(project, TODAY))
    assert [(one.path, one.code) for one in found if one.path == LIST] == [
        (LIST, "site_address_gone")
    ]
    capsys.readouterr()
    assert main(["check-site", "site", "--site-url", URL]) == 1
    told = capsys.readouterr().out
    assert f"{LIST}:1: Osoite ”data/contacts.json” on julkaistu, mutta sitä ei enää ole." in told
    assert "Adressen ”data/contacts.json” har publicerats men finns inte längre." in told


def test_a_sound_site_passes_the_command(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says nothing and succeeds."""
    assert main(["check-site", "site", "--site-url", URL]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("command", [["urls"], ["watch", "out"], ["check-site", "site"]])
def test_a_site_that_is_not_there_is_told(
    command: list[str],
    tiny: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Before anything is written."""
    monkeypatch.chdir(tiny)
    before = set(tiny.rglob("*"))
    assert main(command) == 1
    assert "site" in capsys.readouterr().out
    assert set(tiny.rglob("*")) == before
