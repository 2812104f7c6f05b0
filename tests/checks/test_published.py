"""Addresses that were published stay: the list is kept, and what is gone is told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kumppanuus.__main__ import main
from kumppanuus.addresses import PUBLISHED
from kumppanuus.checks.check import load, site_problems
from kumppanuus.checks.published import LIST
from tests.conftest import TODAY, URL, built


@pytest.fixture
def project(tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The tiny project, built into site/ and the working directory of its commands."""
    assert built(tiny, tiny / "site") == ""
    monkeypatch.chdir(tiny)
    return tiny


def test_the_site_lists_what_it_has_published(project: Path) -> None:
    """Pages and open data, each once, and every address of before; no downloads, no assets."""
    listed = (project / "site" / PUBLISHED).read_text().splitlines()
    assert {"./", "sv/", "lape/", "sv/lape/", "data/contacts.json"} <= set(listed)
    assert listed == sorted(set(listed))
    assert not [one for one in listed if one.endswith((".vcf", ".csv", ".css"))]
    (project / "data/redirects.csv").write_text("old,new\nvanha/,gone\n")
    (project / LIST).write_text("vanha/\n")
    assert built(project, project / "site") == ""
    assert (project / "site" / PUBLISHED).read_text().splitlines() == sorted([*listed, "vanha/"])


def test_open_data_that_is_gone_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By the check of the built site, in both languages, with the list that it stands in."""
    shutil.copy(project / "site" / PUBLISHED, project / LIST)
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


@pytest.mark.parametrize("command", [["watch", "out"], ["check-site", "site"]])
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
