"""The walk in three engines, here in the one that the tests have."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.conftest import built
from tools.browsers import tasks
from tools.browsers.__main__ import main, table
from tools.browsers.chromium import Chromium


@pytest.fixture
def start(browser: Browser) -> Callable[[], Chromium]:
    """Starts a page in the tests' browser, which does not wait long."""

    def start() -> Chromium:
        engine = Chromium(browser)
        engine.patience = 2
        return engine

    return start


def test_what_an_engine_does_not_do_is_told(
    tiny: Path,
    tmp_path: Path,
    start: Callable[[], Chromium],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A site whose field and search work passes; without the field, that task fails by name."""
    assert built(tiny, tmp_path / "site") == ""
    monkeypatch.setattr(
        "tools.browsers.__main__.TASKS", {"field": tasks.field, "search": tasks.search}
    )
    assert main(tmp_path / "site", [start]) == 0, capsys.readouterr().out
    said = capsys.readouterr().out
    assert said.count(" ok |") == 2
    home = tmp_path / "site" / "index.html"
    html = home.read_text(encoding="utf-8")
    home.write_text(html.replace(' role="combobox"', ""), encoding="utf-8")
    assert main(tmp_path / "site", [start]) == 1
    said = capsys.readouterr().out
    assert "| field | [role=combobox] is not visible |" in said
    assert "| search | ok |" in said


def test_a_table_has_a_column_for_each_engine() -> None:
    """What failed is one cell, whatever signs are in it."""
    names = list(tasks.TASKS)
    good = dict.fromkeys(names, "")
    lines = table({"A": good, "B": {**good, names[0]: "a | b"}}).splitlines()
    assert lines[:3] == ["| | A | B |", "|---|---|---|", f"| {names[0]} | ok | a \\| b |"]
    assert len(lines) == 2 + len(names)
