"""Each folder in cases/ is a mistake: files laid over the tiny project, and what it earns."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from kumppanuus.facts.load import SIZE_LIMIT_KB
from tests.conftest import ROOT, problems_of

CASES = sorted(path for path in (ROOT / "tests/cases").iterdir() if path.is_dir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path, tiny: Path) -> None:
    """The message is the one in expected.txt; UPDATE_CASES=1 writes it anew, to be read through."""
    shutil.copytree(case, tiny, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.txt"))
    found = problems_of(tiny)
    expected = case / "expected.txt"
    if os.environ.get("UPDATE_CASES"):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")
    assert bool(found) != case.name.endswith("fine")


def test_a_word_of_the_interface_that_was_removed_is_named(tiny: Path) -> None:
    """A template's missing word is a Problem, not a crash; so is one by another name."""
    words = tiny / "data/words.yml"
    text = words.read_text(encoding="utf-8")
    words.write_text(re.sub(r"(?m)^  skip: .*\n", "", text))
    assert problems_of(tiny).startswith("data/words.yml:4: Kohdasta ”ui” puuttuu ”skip”.")
    words.write_text(re.sub(r"(?m)^  skip: ", "  skipp: ", text))
    assert "Avainta ”skipp” ei tunneta. Tarkoititko: skip?" in problems_of(tiny)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("{count} kuntaa", "{luku} kuntaa", "Sanan ”municipality_count” aaltosulkumerkinnät"),
        ("{count} kuntaa", "kuntaa", "Sanan ”municipality_count” aaltosulkumerkinnät"),
        ("{count} osumaa", "{count osumaa", "Sanan ”search_many” aaltosulkumerkinnät"),
        ('"Etusivu"', '"Etusivu {date}"', "Sanan ”home” aaltosulkumerkinnät eivät kelpaa ({date})"),
        ("{count} kuntaa", "kuntaa", 'municipality_count: {fi: "suomeksi {count}", sv: "på sven'),
        ("  lape: {fi", "  lap: {fi", "Kohdan ”topic” arvoa ”lape” ei ole. Tarkoititko: lap?"),
        (
            "  study: {fi",
            "  studi: {fi",
            "”studi” ei ole sallittu. Mahdolliset arvot: study, model",
        ),
        ("  study: {fi", "  #study: {fi", "Kohdasta ”strengths” puuttuu ”study”."),
    ],
)
def test_a_word_that_was_broken_is_named(tiny: Path, old: str, new: str, told: str) -> None:
    """A placeholder or a label that the site cannot do without is a Problem, not a crash."""
    words = tiny / "data/words.yml"
    text = words.read_text(encoding="utf-8")
    assert old in text
    words.write_text(text.replace(old, new))
    assert told in problems_of(tiny)


@pytest.mark.parametrize(
    "name", ["words.yml", "sources.yml", "terms.yml", "merged.csv", "municipalities.csv"]
)
def test_a_file_that_was_deleted_is_named(tiny: Path, name: str) -> None:
    """It is a Problem with its place, whatever rests on it."""
    (tiny / "data" / name).unlink()
    assert f"data/{name}:1: Tiedosto puuttuu." in problems_of(tiny)


def test_a_file_of_five_megabytes_is_refused(tiny: Path) -> None:
    """A file far above the limit is named with its size, and not read."""
    (tiny / "data/evidence.yml").write_text("# " + "x" * 5 * 1024 * 1024)
    found = problems_of(tiny)
    assert found.startswith("data/evidence.yml:1: Tiedosto on liian suuri (5120 kB).")
    assert f"{SIZE_LIMIT_KB} kB" in found


def test_deep_nesting_is_refused(tiny: Path) -> None:
    """A hundred thousand brackets are a Problem, not a crash of the interpreter."""
    (tiny / "data/evidence.yml").write_text("claims: " + "[" * 100_000)
    assert "liian monta sisäkkäistä tasoa" in problems_of(tiny)
