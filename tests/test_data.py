"""The project's own data and pages: what is wrong in them is told here, and nowhere else."""

from __future__ import annotations

from pathlib import Path

from kumppanuus.checks.check import load, site_problems
from kumppanuus.checks.translations import read_approvals
from kumppanuus.problems import ProblemsFound
from tests.conftest import ROOT, TODAY, URL, Site, build


def test_the_data_and_pages_have_no_problem() -> None:
    """As python -m kumppanuus check says; warnings are no failure."""
    try:
        said = ""
        load(ROOT, TODAY)
    except ProblemsFound as found:
        said = str(found)
    assert said == "", said


def test_the_site_can_be_built(real_build: tuple[Path, str]) -> None:
    """As make site says; every check of the built pages has held then."""
    assert real_build[1] == "", real_build[1]


def test_every_check_of_the_built_site_holds(site: Site) -> None:
    """Pairs, links, anchors, heads, alternates: nothing is wrong below a project path."""
    assert site_problems(site.folder, URL, None) == []


def test_the_site_holds_at_the_root_too(site: Site, tmp_path: Path) -> None:
    """The same at the root of a domain."""
    root = "https://kumppanuus.example/"
    run = build(ROOT, tmp_path, SITE_URL=root)
    assert run.returncode == 0, run.stderr
    assert site_problems(tmp_path, root, None) == []


def test_the_lock_of_the_translations_can_be_read() -> None:
    """Every line of it is one of its own."""
    approvals, strange = read_approvals(ROOT)
    assert approvals
    assert strange == []
