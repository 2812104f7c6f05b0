"""Pictures before and after a change, and what they tell: for those who review it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from tests.conftest import built
from tests.tools.test_changes import page, site
from tools.changes import Change
from tools.compare import differing
from tools.pictures import gallery, looks, name, pictures, shown, take


def test_pictures_are_taken_of_a_page_on_a_screen_and_a_phone(
    browser: Browser, tmp_path: Path
) -> None:
    """1280 and 390 pixels wide; a gallery shows those that there are."""
    made = site(tmp_path / "a", {"sv/lape": page("LAPE", "Text.")})
    take(browser, made, "before", ["sv/lape/", "uusi/"], tmp_path)
    for width in (1280, 390):
        with Image.open(tmp_path / name("sv/lape/", width, "before")) as picture:
            assert picture.format == "PNG"
            assert picture.width == width
    assert not (tmp_path / name("uusi/", 390, "before")).exists()
    assert gallery({"sv/lape/": 1, "uusi/": 0}, tmp_path).count("<img ") == 2


def test_a_kind_of_page_that_looks_otherwise_is_named(
    browser: Browser,
    tiny: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Between two builds of the same files none; where a colour changed, the kind that has it."""
    monkeypatch.setattr("tools.pictures.WIDTHS", (390,))
    before, same, after = (tmp_path / one for one in ("before", "same", "after"))
    assert built(tiny, before) == ""
    shutil.copytree(before, same)
    style = tiny / "overrides" / "assets" / "site.css"
    style.write_text(style.read_text() + "\n.finder { background: #f0f; }\n")
    assert built(tiny, after) == ""
    for made in (before, same, after):  # two kinds of page are enough
        for file in made.rglob("index.html"):
            if file.relative_to(made).as_posix() not in ("index.html", "sanasto/index.html"):
                file.unlink()
    pictures(before, same, tmp_path / "1", browser)
    assert "%" not in capsys.readouterr().out
    pictures(before, after, tmp_path / "2", browser)
    told = capsys.readouterr().out
    assert "- `/`: " in told
    assert "- `/sanasto`" not in told
    assert (tmp_path / "2" / name("sanasto/", 390, "after")).exists()


def test_of_a_kind_that_changed_the_page_that_did_is_shown(tmp_path: Path) -> None:
    """Of others, the first one of each."""
    sites = [
        site(
            tmp_path / side,
            {"kunnat/akaa": page("Akaa", "a"), "kunnat/pori": page("Pori", side), "": page("", "")},
        )
        for side in ("before", "after")
    ]
    changes = [Change("kunnat/pori/", "Pori", "changed")]
    assert shown(changes, *sites) == ["kunnat/pori/", ""]


def test_the_share_of_what_differs_is_told(tmp_path: Path) -> None:
    """What only one picture has differs, a shade that nobody sees does not, a kind has its most."""
    files = [tmp_path / f"{number}.png" for number in range(5)]
    for file, size, colour in zip(
        files, [(10, 10), (10, 20), (10, 10), (10, 10)], [0, 0, 5, 200], strict=False
    ):
        Image.new("RGB", size, (colour, 0, 0)).save(file)
    first, longer, nearly, other, missing = files
    assert differing(first, first) == differing(first, nearly) == differing(missing, missing) == 0
    assert differing(first, longer) == 0.5
    assert differing(first, other) == differing(first, missing) == 1
    told = looks({"kunnat/pori/": 0.1, "sv/kunnat/pori/": 0.25, "": 0.5, "lape/": 0})
    assert told.splitlines()[2:] == ["- `/`: 50,00 %", "- `/kunnat/*`: 25,00 %"]
