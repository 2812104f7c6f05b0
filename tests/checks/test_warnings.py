"""Each folder in warned/ deserves a warning, or deserves none (… is-fine)."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from kumppanuus.__main__ import main
from kumppanuus.checks.check import all_warnings, load
from tests.conftest import ROOT, TODAY

CASES = sorted(path for path in (ROOT / "tests/warned").iterdir() if path.is_dir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path, tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The warnings are those in expected.txt, UPDATE_CASES=1 as for cases/.

    They stop nothing: the check says so and succeeds.
    """
    shutil.copy(ROOT / "tests/warned/terms.yml", tiny / "data")
    shutil.copytree(case, tiny, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.txt"))
    assert main(["translations", "--root", str(tiny), "accept", "--all"]) == 0
    found = all_warnings(load(tiny, TODAY))
    text = "".join(f"{one}\n" for one in found)
    expected = case / "expected.txt"
    if os.environ.get("UPDATE_CASES"):
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")
    assert bool(found) != case.name.endswith("fine")
    capsys.readouterr()
    assert main(["check", "--root", str(tiny)]) == 0
    assert capsys.readouterr().out.startswith(text)
