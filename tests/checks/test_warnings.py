"""Each folder in warned/ is a page whose words deserve a warning, or deserve none (… is-fine)."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from kumppanuus.__main__ import main
from kumppanuus.checks.check import all_warnings, load
from kumppanuus.checks.translations import pages_in_both, pairs_of, read_approvals
from tests.conftest import ROOT, TODAY

CASES = sorted(path for path in (ROOT / "tests/warned").iterdir() if path.is_dir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path, tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The warnings are those in expected.txt, by the site's own terms; UPDATE_CASES=1 as above.

    They stop nothing: the check says so and succeeds.
    """
    shutil.copy(ROOT / "data/terms.yml", tiny / "data")
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


def test_the_real_pages_earn_no_warning_for_their_words() -> None:
    """Text that somebody has approved uses the agreed words, so a warning there is a false one.

    Text that waits for approval may be warned of: that is no failure of a test.
    """
    register = load(ROOT, TODAY)
    approvals, _ = read_approvals(ROOT)
    waiting = {
        side.document.path
        for page, (fi, sv) in pages_in_both(register).items()
        for pair in pairs_of(page, fi, sv, approvals.get(page, ()))
        if pair.state != "current" or pair.swedish_has_changed
        for side in (fi, sv)
    }
    assert len(waiting) < len(register.prose)
    found = [one for one in all_warnings(register) if one.path not in waiting]
    assert found == []


def test_every_form_finds_the_term_it_belongs_to() -> None:
    """The forms of a term recognise its own headword, so none is misspelt."""
    from kumppanuus.checks.terms import finder

    for term in load(ROOT, TODAY).terms:
        if term.forms:
            assert finder(term.forms.fi).search(term.fi), term.fi
            assert finder(term.forms.sv).search(term.sv), term.sv
            assert not any(finder(term.forms.sv).search(one.strip("*")) for one in term.forms.avoid)
