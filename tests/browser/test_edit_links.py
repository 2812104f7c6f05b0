"""What an editor changes is one link away, on every page and block of facts."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from tests.conftest import REGISTER, ROOT, Site, build

EDIT = "https://github.com/example/kuntakumppanuus/edit/main/"


def assert_opens(link: Locator, file: str) -> None:
    """The link opens this file of the project, which is there."""
    assert link.get_attribute("href") == EDIT + file
    assert (ROOT / file).is_file()


@pytest.mark.parametrize(
    ("path", "name", "file"),
    [
        ("lape/", "Muokkaa tätä sivua", "docs/fi/lape.md"),
        ("sv/lape/", "Redigera sidan", "docs/sv/lape.md"),
        ("sopimukset/laitila-2023/", "Muokkaa näitä tietoja", "data/agreements/laitila-2023.yml"),
        ("sv/piirit/hame/yhteystiedot/", "Redigera de här uppgifterna", "data/contacts/hame.yml"),
    ],
)
def test_a_page_opens_the_file_that_it_comes_from(
    page: Page, site: Site, path: str, name: str, file: str
) -> None:
    """Prose leads to its Markdown, a generated page to its data file."""
    page.goto(site.url + path)
    assert_opens(page.get_by_role("link", name=name, exact=True), file)


@pytest.mark.parametrize(
    ("path", "name", "file"),
    [
        ("yhteystiedot/", REGISTER.contacts["uusimaa"][0].name, "data/contacts/uusimaa.yml"),
        ("kunnat/laitila/", "Mitä täällä jo tehdään?", "data/local.yml"),
        ("hyodyt/", "Väitteet ja niiden näyttö", "data/evidence.yml"),
        (
            "sv/sopimukset/",
            REGISTER.agreements["laitila-2023"].title.sv,
            "data/agreements/laitila-2023.yml",
        ),
        ("sv/piirit/hame/", "Distriktet i korthet", "data/districts/hame.yml"),
        ("sv/sanasto/", "Termer på finska och svenska", "data/terms.yml"),
        ("lahteet/", "Asiakirjat", "data/sources.yml"),
    ],
)
def test_a_block_of_facts_opens_the_file_that_it_comes_from(
    page: Page, site: Site, path: str, name: str, file: str
) -> None:
    """Its link is named after the block, so no two links of a page that differ sound alike."""
    page.goto(site.url + path)
    assert_opens(page.get_by_role("link", name=f": {name}").and_(page.locator("a.edit")), file)
    named = page.locator("a.edit").all_inner_texts()
    assert len(named) == len(set(named))


def test_without_a_repository_there_is_nothing_to_edit(tiny: Path, tmp_path: Path) -> None:
    """A site that is built without REPO_URL has no edit links."""
    assert build(tiny, tmp_path / "site", REPO_URL="", EDIT_URI="").returncode == 0
    html = [path.read_text() for path in (tmp_path / "site").rglob("*.html")]
    assert len(html) > 20
    assert not any("/edit/" in one for one in html)
