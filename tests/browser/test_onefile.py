"""A page of the real site as one file, opened from the disk as a reviewer opens it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from kumppanuus.addresses import DECISIONS, MUNICIPALITIES, PARTNERSHIP, site_path
from tests.conftest import URL, Site
from tools.onefile import OneFile, file_name

LOOKS = """() => ["body", "h1", "main", "nav a", ".site-header"].map((one) => {
  const box = document.querySelector(one);
  const style = getComputedStyle(box);
  return [one, style.fontSize, style.color, style.backgroundColor, box.clientWidth];
})"""


@pytest.mark.parametrize("kind", ["", site_path(PARTNERSHIP, "sv"), MUNICIPALITIES, DECISIONS])
def test_a_page_from_the_disk_looks_as_on_the_site(
    kind: str, site: Site, browser: Browser, tmp_path: Path
) -> None:
    """On a screen and a phone, without asking for any other file; its maps are there."""
    below = (one for one in site.addresses() if one.startswith(kind) and one != kind)
    address = next(below) if kind == MUNICIPALITIES else kind
    file = tmp_path / file_name(address)
    file.write_text(OneFile(site.folder, {address}).page(address), encoding="utf-8")
    for width in (1280, 360):
        context = browser.new_context(viewport={"width": width, "height": 900})
        page, wanted = context.new_page(), context.new_page()
        asked: list[str] = []
        said: list[str] = []
        page.on("request", lambda one, asked=asked: asked.append(one.url))
        page.on("console", lambda one, said=said: said.append(one.text))
        page.goto(file.as_uri())
        wanted.goto(URL + address)
        assert page.evaluate(LOOKS) == wanted.evaluate(LOOKS)
        assert [one for one in asked if not one.startswith("data:")] == [file.as_uri()]
        assert said == []
        assert page.locator("svg image").count() == wanted.locator("svg image").count()
        context.close()
