"""What an editor changes is one link away, on every page and block of facts."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page

from kumppanuus.addresses import PARTNERSHIP, site_path
from kumppanuus.facts.register import Register
from kumppanuus.facts.ui import Ui
from tests.conftest import REPOSITORY, ROOT, Site, build

EDIT = f"{REPOSITORY}edit/main/"


def assert_opens(link: Locator, file: str) -> None:
    """The link opens this file of the project, which is there."""
    assert link.get_attribute("href") == EDIT + file
    assert (ROOT / file).is_file()


def test_a_page_opens_the_file_that_it_comes_from(page: Page, site: Site, ui: Ui) -> None:
    """Prose leads to its Markdown, a generated page to its data file."""
    finnish, swedish = site.now(PARTNERSHIP), site.now(site_path(PARTNERSHIP, "sv"))
    for path, name, file in (
        (finnish, ui.edit_page.fi, f"docs/fi/{finnish.rstrip('/')}.md"),
        (swedish, ui.edit_page.sv, f"docs/{swedish.rstrip('/')}.md"),
        ("sopimukset/laitila-2023/", ui.edit_data.fi, "data/agreements/laitila-2023.yml"),
        ("sv/piirit/hame/yhteystiedot/", ui.edit_data.sv, "data/contacts/hame.yml"),
    ):
        page.goto(site.url + path)
        assert_opens(page.get_by_role("link", name=name, exact=True), file)


def test_a_block_of_facts_opens_the_file_that_it_comes_from(
    page: Page, site: Site, register: Register, ui: Ui
) -> None:
    """Its link is named after the block, so no two links of a page that differ sound alike."""
    agreement = register.agreements["laitila-2023"]
    for path, name, file in (
        ("yhteystiedot/", register.contacts["uusimaa"][0].name, "data/contacts/uusimaa.yml"),
        ("kunnat/laitila/", ui.kunta_here.fi, "data/local.yml"),
        ("hyodyt/", ui.claims_heading.fi, "data/evidence.yml"),
        ("sv/sopimukset/", agreement.title.sv, "data/agreements/laitila-2023.yml"),
        ("sv/piirit/hame/", ui.at_a_glance.sv, "data/districts/hame.yml"),
        ("sv/sanasto/", ui.terms_caption.sv, "data/terms.yml"),
        ("lahteet/", ui.documents_heading.fi, "data/sources.yml"),
    ):
        page.goto(site.url + path)
        link = page.get_by_role("link", name=f": {name}").and_(page.locator("a.edit"))
        assert_opens(link, file)
        named = page.locator("a.edit").all_inner_texts()
        if path != "yhteystiedot/":  # two people may have the same name
            assert len(named) == len(set(named))


def test_without_a_repository_there_is_nothing_to_edit(tiny: Path, tmp_path: Path) -> None:
    """A site that is built without REPO_URL has no edit links."""
    assert build(tiny, tmp_path / "site", REPO_URL="", EDIT_URI="").returncode == 0
    html = [path.read_text() for path in (tmp_path / "site").rglob("*.html")]
    assert len(html) > 20
    assert not any("/edit/" in one for one in html)
