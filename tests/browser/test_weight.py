"""What a first view costs, and that nothing in it moves: every kind of page in both languages."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from kumppanuus.addresses import ICON, site_path
from kumppanuus.facts.fields import LANGUAGES, Language
from tests.browser.style import SHIFT
from tests.conftest import Site
from tools.kinds import examples, pages

KB, REQUESTS = 16, 5
# With the large map.
HEAVIER = {"": 25, "kunnat": 25, "piirit": 25}
ROOM = 1  # kB that editors' words may add before a change is stopped
LOADED = re.compile(r'(?:src|href)="(?:\.{1,2}/)*(assets/[^"]+\.(?:css|js|svg))"')


@pytest.mark.parametrize(("language", "width"), [("fi", 360), ("sv", 1280)])
def test_a_first_view_is_light_and_nothing_moves(
    browser: Browser, site: Site, language: Language, width: int
) -> None:
    """Little more than 16 kB, 25 with the large map; 5 requests with the icon.

    What comes late has its place before.
    """
    wrong: list[str] = []
    for kind, path in every_kind(site, language):
        asked: set[str] = set()
        page = browser.new_page(viewport={"width": width, "height": 800})
        page.on("request", lambda one, asked=asked: asked.add(one.url.removeprefix(site.url)))
        page.goto(site.url + path)
        if shift := page.evaluate(SHIFT):
            wrong.append(f"/{path} moves by {shift:.3f}")
        page.close()
        wrong += too_heavy(site, kind, path, asked, ROOM)
        if len(asked) > REQUESTS:
            wrong.append(f"/{path} asks {sorted(asked)}")
    assert wrong == [], "\n".join(wrong)


@pytest.mark.content
@pytest.mark.parametrize("language", LANGUAGES)
def test_todays_words_leave_a_first_view_light(site: Site, language: Language) -> None:
    """At most 16 kB as GitHub Pages sends it, 25 with the large map."""
    wrong: list[str] = []
    for kind, path in every_kind(site, language):
        html = (site.folder / path / "index.html").read_text(encoding="utf-8")
        wrong += too_heavy(site, kind, path, {path, ICON, *LOADED.findall(html)})
    assert wrong == [], "\n".join(wrong)


def every_kind(site: Site, language: Language) -> Iterator[tuple[str, str]]:
    """(kind, path) of one page of each kind, in the language where it is there."""
    for kind, example in examples(pages(site.folder)).items():
        path = site_path(example.removeprefix("sv/"), language)
        if (site.folder / path / "index.html").exists():  # news may be in one language alone
            yield kind, path


def too_heavy(site: Site, kind: str, path: str, asked: set[str], room: int = 0) -> Iterator[str]:
    """What there is to say where a page and what it asks for weigh too much."""
    weight, most = sum(sent(site, one) for one in asked) / 1000, HEAVIER.get(kind, KB) + room
    if weight > most:
        yield f"/{path} weighs {weight:.1f} kB, at most {most}"


def sent(site: Site, path: str) -> int:
    """The bytes of a file of the site, compressed."""
    file = site.folder / path.partition("?")[0]
    file = file / "index.html" if file.is_dir() else file
    return len(gzip.compress(file.read_bytes()))
