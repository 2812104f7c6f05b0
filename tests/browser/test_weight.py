"""What a first view costs, and that nothing in it moves: every kind of page in both languages."""

from __future__ import annotations

import gzip

import pytest
from playwright.sync_api import Browser

from kumppanuus.addresses import ICON, site_path
from kumppanuus.facts.fields import Language
from tests.browser.style import SHIFT
from tests.conftest import Site
from tools.kinds import examples, pages

KB, REQUESTS = 16, 5
# With the large map; and all that others have decided.
HEAVIER = {"": 25, "kunnat": 25, "piirit": 25, "paatokset": 25}


@pytest.mark.content
@pytest.mark.parametrize(("language", "width"), [("fi", 360), ("sv", 1280)])
def test_a_first_view_is_light_and_nothing_moves(
    browser: Browser, site: Site, language: Language, width: int
) -> None:
    """At most 16 kB as GitHub Pages sends it, 25 with the large map; 5 requests beside the icon.

    What comes late has its place before.
    """
    wrong: list[str] = []
    for kind, example in examples(pages(site.folder)).items():
        path = site_path(example.removeprefix("sv/"), language)
        if not (site.folder / path / "index.html").exists():
            continue  # news may be in one language alone
        asked: set[str] = set()
        page = browser.new_page(viewport={"width": width, "height": 800})
        page.on("request", lambda one, asked=asked: asked.add(one.url.removeprefix(site.url)))
        page.goto(site.url + path)
        if shift := page.evaluate(SHIFT):
            wrong.append(f"/{path} moves by {shift:.3f}")
        page.close()
        weight = sum(sent(site, one) for one in asked) / 1000
        if weight > (most := HEAVIER.get(kind, KB)):
            wrong.append(f"/{path} weighs {weight:.1f} kB, at most {most}")
        if len(asked - {ICON}) > REQUESTS:
            wrong.append(f"/{path} asks {sorted(asked)}")
    assert wrong == [], "\n".join(wrong)


def sent(site: Site, path: str) -> int:
    """The bytes of a file of the site, compressed."""
    file = site.folder / path.partition("?")[0]
    file = file / "index.html" if file.is_dir() else file
    return len(gzip.compress(file.read_bytes()))
