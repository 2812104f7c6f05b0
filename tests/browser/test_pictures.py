"""Pictures of a page that changed, for those who review the change."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from tests.tools.test_changes import page, site
from tools.changes import Change
from tools.pictures import gallery, name, take


def test_pictures_are_taken_of_a_page_on_a_screen_and_a_phone(
    browser: Browser, tmp_path: Path
) -> None:
    """1280 and 360 pixels wide; a gallery shows those that there are."""
    made = site(tmp_path / "a", {"sv/lape": page("LAPE", "Text.")})
    changes = [Change("sv/lape/", "LAPE <b>", "changed"), Change("uusi/", "Uusi", "new")]
    take(browser, made, "before", changes, tmp_path)
    for width in (1280, 360):
        png = (tmp_path / name(changes[0], width, "before")).read_bytes()
        assert png[:4] == b"\x89PNG"
        assert int.from_bytes(png[16:20]) == width
    assert not (tmp_path / name(changes[1], 360, "before")).exists()
    html = gallery(changes, tmp_path)
    assert html.count("<img ") == 2
    assert "LAPE &lt;b&gt;" in html
