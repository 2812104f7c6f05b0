"""Every municipality in one step: the pages, the map and the open data."""

from __future__ import annotations

import gzip
import json
import re
from html import unescape

import pytest
from playwright.sync_api import Browser, Page, expect

from kumppanuus.facts.agreement import Agreement
from tests.conftest import REGISTER, Site

HOMES = [one for group in REGISTER.municipalities_of.values() for one in group]


def test_a_municipality_is_one_step_from_any_page(page: Page, site: Site) -> None:
    """The menu's first link, in either language."""
    for path, name, target in (
        ("lape/", "Kuntani", "kunnat/"),
        ("sv/lape/", "Min kommun", "sv/kunnat/"),
    ):
        page.goto(site.url + path)
        page.get_by_role("link", name=name, exact=True).click()
        page.wait_for_url(site.url + target)


def test_the_list_works_without_javascript(browser: Browser, site: Site) -> None:
    """All municipalities by region, with both names; the field does not show."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.url}sv/kunnat/")
    assert not page.get_by_role("combobox").is_visible()
    assert page.locator(".content section li a").count() == len(HOMES)
    page.locator(".content section").get_by_role("link", name="Borgå").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Borgå: kommunen och MLL")
    context.close()


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_every_municipality_has_a_contact_a_county_and_a_way_to_begin(
    site: Site, language: str
) -> None:
    """All of them, in both languages, below 20 kB each."""
    assert len(HOMES) > 100
    begin = {"fi": "Miten aloitamme?", "sv": "Hur börjar vi?"}[language]
    prefix = "" if language == "fi" else "sv/"
    for home in HOMES:
        html = (site.folder / f"{prefix}kunnat/{home.id}/index.html").read_text(encoding="utf-8")
        text = unescape(html)
        assert len(html.encode()) < 20_000, home.id
        assert home.name[language] in text
        assert home.county[language] in text
        assert begin in text
        people = REGISTER.contacts_in(home)
        assert people
        assert all(person.name in text for person in people)
        assert "ei tarjous" in text or "inte en offert" in text


def test_bilingual_municipalities_are_shown_as_such(site: Site) -> None:
    """Swedish name first in Swedish; the languages of the municipality in both."""
    html = (site.folder / "sv/kunnat/raasepori/index.html").read_text(encoding="utf-8")
    assert "<h1>Raseborg: kommunen och MLL</h1>" in html
    assert "tvåspråkig: svenska (majoritet) och finska" in html
    assert '<dd lang="fi">Raasepori</dd>' in html


def test_what_the_sources_tell_of_a_place_is_on_its_page(site: Site) -> None:
    """Its facts and agreements, or that nothing is known; its own people and nobody else's."""
    nothing = REGISTER.words.ui.kunta_nothing_local.fi
    for home in HOMES:
        html = (site.folder / f"kunnat/{home.id}/index.html").read_text(encoding="utf-8")
        text = unescape(html).replace("\u00a0", " ")
        facts, agreements = REGISTER.local_facts(home), REGISTER.agreements_in(home)
        assert all(fact.text.fi in text for fact in facts), home.id
        assert all(f"<h3>{link_to(one)}</h3>" in html for one in agreements), home.id
        is_known = bool(agreements) or any(fact.municipality for fact in facts)
        assert (nothing in text) != is_known, home.id
        people = REGISTER.contacts_in(home)
        shown = re.findall(r'<article class="contact" id="([^"]+)"', html)
        assert shown == [one.id for one in people]
        assert (".vcf" in html) == any(one.is_reachable for one in people)
        assert all(old.name.fi in text for old in REGISTER.merged if old.into == home.id)


def link_to(agreement: Agreement) -> str:
    """The link to an agreement on a municipality's page."""
    return f'<a href="../../sopimukset/{agreement.id}/">{agreement.title.fi}</a>'


def test_only_a_municipality_in_a_county_is_asked_which_of_them_decides(site: Site) -> None:
    """Helsinki arranges social and health services itself."""
    step = REGISTER.words.ui.kunta_step_agree.fi
    asked = {
        home.id: step in (site.folder / f"kunnat/{home.id}/index.html").read_text(encoding="utf-8")
        for home in HOMES
    }
    assert [id_ for id_, is_asked in asked.items() if not is_asked] == ["helsinki"]


def test_the_map_links_every_municipality_and_is_small(page: Page, site: Site) -> None:
    """One tile for each, with its name; at most 30 kB gzipped; only on this page."""
    page.goto(f"{site.url}sv/kunnat/")
    tiles = page.locator("svg a[aria-label]")
    assert tiles.count() == len(HOMES)
    places = tiles.locator("rect").evaluate_all(
        "rects => rects.map(r => r.getAttribute('x') + ' ' + r.getAttribute('y'))"
    )
    assert len(set(places)) == len(HOMES)
    assert page.locator('svg a[aria-label="Letala"]').count() == 1
    svg = page.locator("figure.map").evaluate("figure => figure.outerHTML")
    assert len(gzip.compress(svg.encode())) < 30_000
    page.goto(f"{site.url}sv/piirit/")
    assert page.locator("figure.map").count() == 0


@pytest.mark.parametrize("kind", ["municipalities", "districts", "contacts", "agreements"])
def test_open_data_is_what_the_pages_say(site: Site, kind: str) -> None:
    """The same facts in both languages, and a schema with every key that occurs."""
    items = json.loads((site.folder / f"data/{kind}.json").read_text(encoding="utf-8"))
    schema = json.loads((site.folder / f"data/{kind}.schema.json").read_text(encoding="utf-8"))
    assert items
    known = schema["$defs"][schema["items"]["$ref"].rpartition("/")[2]]["properties"]
    assert all(set(item) == set(known) for item in items)
    if kind == "municipalities":
        assert {item["id"] for item in items} == {home.id for home in HOMES}
        for item in items:
            for language, address in item["page"].items():
                file = site.folder / address.removeprefix(site.url) / "index.html"
                text = unescape(file.read_text(encoding="utf-8"))
                assert item["name"][language] in text
                assert item["county"][language] in text
                assert item["region"][language] in text
    if kind == "contacts":
        for language, prefix in (("fi", ""), ("sv", "sv/")):
            text = unescape((site.folder / prefix / "yhteystiedot/index.html").read_text())
            for item in items:
                assert item["name"] in text
                assert item["answers_for"][language] in text
                assert item["tel"] is None or f"tel:{item['tel']}" in text
                assert item["email"] is None or f"mailto:{item['email']}" in text
    if kind == "districts":
        assert sum(item["municipality_count"] for item in items) == len(HOMES)
    if kind == "agreements":
        for item in items:
            page = unescape((site.folder / f"sopimukset/{item['id']}/index.html").read_text())
            for part in item["parts"]:
                assert all(goal["fi"] in page for goal in part["goals"])
