"""News: pages with a date, listed for a year and sent as a feed."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from kumppanuus.checks.check import load, load_views, site_problems
from kumppanuus.files.news import news_feed
from kumppanuus.html.blocks import after_prose
from kumppanuus.html.news import news_pages
from kumppanuus.html.view import View
from tests.conftest import TODAY, URL, built

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def project(tiny: Path) -> Path:
    """Three news: of all districts, of one, and one that is more than a year old."""
    news = (
        ("yhteinen", "2026-11-10", ""),
        ("avajaiset", "2026-10-01", "district: satakunta\n"),
        ("vanha", "2025-11-01", "district: satakunta\n"),
    )
    for language in ("fi", "sv"):
        folder = tiny / f"docs/{language}/ajankohtaista"
        folder.mkdir()
        for name, day, more in news:
            (folder / f"{name}.md").write_text(
                f"---\ntitle: {name} & {language}\ndescription: Kuvaus {name} {language}\n"
                f"date: {day}\n{more}reviewed: 2026-11-01\n---\n\nText.\n"
            )
    return tiny


def told(view: View, path: str) -> list[str]:
    """The news that a page shows, in its order."""
    page = next(one for one in view.register.prose if one.source == f"{view.language}/{path}")
    html = after_prose(view, page).partition('<section class="news"')[2].partition("</section>")[0]
    names = ("yhteinen", "avajaiset", "vanha")
    return sorted((one for one in names if f"/{one}/" in html), key=html.index)


def test_news_is_on_the_home_page_and_its_districts_for_a_year(project: Path) -> None:
    """The newest first; what is older is only on the page of all news."""
    for view in load_views(project, TODAY).values():
        assert told(view, "index.md") == ["yhteinen", "avajaiset"]
        assert told(view, "piirit/satakunta/index.md") == ["avajaiset"]
        assert told(view, "piirit/satakunta/lape.md") == []
        (everything,) = news_pages(view)
        assert everything.draw().count("<li>") == 3


def test_without_news_nothing_is_said_of_it(tiny: Path) -> None:
    """No heading, no page, no feed."""
    for view in load_views(tiny, TODAY).values():
        home = next(one for one in view.register.prose if one.source == f"{view.language}/index.md")
        assert after_prose(view, home) == ""
        assert list(news_pages(view)) == []
        assert list(news_feed(view, URL)) == []


def test_the_feed_tells_each_news_with_its_address(project: Path) -> None:
    """Whatever signs its title has; ids and links are whole addresses of its language."""
    view = load_views(project, TODAY)["sv"]
    ((address, text),) = news_feed(view, URL)
    assert address == "sv/ajankohtaista/feed.xml"
    feed = ElementTree.fromstring(text)
    entries = feed.findall(f"{ATOM}entry")
    assert [one.findtext(f"{ATOM}title") for one in entries] == [
        f"{name} & sv" for name in ("yhteinen", "avajaiset", "vanha")
    ]
    assert entries[0].findtext(f"{ATOM}id") == f"{URL}sv/ajankohtaista/yhteinen/"
    assert feed.findtext(f"{ATOM}updated") == "2026-11-10T00:00:00Z"


def test_a_site_with_news_holds(project: Path, tmp_path: Path) -> None:
    """Pages, lists and feed are built, and every rule of the built site holds."""
    assert built(project, tmp_path / "site") == ""
    assert site_problems(tmp_path / "site", URL, load(project, TODAY)) == []
    assert (tmp_path / "site/ajankohtaista/feed.xml").exists()
    home = (tmp_path / "site/sv/index.html").read_text()
    assert 'type="application/atom+xml"' in home
    assert "ajankohtaista/yhteinen/" in home
    district = (tmp_path / "site/piirit/satakunta/index.html").read_text()
    for html in (home, district):
        assert "&lt;" not in html  # what stands beside the news is still HTML
    assert '<ul class="cards districts">' in home
    assert 'id="lyhyesti"' in district
