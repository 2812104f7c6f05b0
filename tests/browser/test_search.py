"""The search page in a real browser: what a reader types, hears and is shown."""

from __future__ import annotations

import gzip
import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from kumppanuus.addresses import search_index_of, site_path
from kumppanuus.facts.fields import LANGUAGES, Language, other_language
from kumppanuus.facts.register import Register
from kumppanuus.facts.ui import Ui
from tests.browser.axe import violations
from tests.browser.style import CUT
from tests.conftest import Site

HITS = "#results ol > li > a"


def pattern(word: str, **values: str) -> str:
    """A regular expression of an interface word with its {placeholders} filled in."""
    return re.sub(r"\\{(\w+)\\}", lambda one: values[one[1]], re.escape(word))


def search_for(page: Page, site: Site, query: str, language: Language = "fi") -> list[str]:
    """The addresses of the cards and hits that a query gives, below the site's root."""
    page.goto(f"{site.url}{site_path('haku/', language)}?q={quote(query)}")
    expect(page.locator("#results [role=status]")).not_to_be_empty()
    links = page.locator(f".answer h2 a, {HITS}")
    hrefs: list[str] = links.evaluate_all("links => links.map(link => link.href)")
    return [href.removeprefix(site.url) for href in hrefs]


@pytest.mark.parametrize("language", LANGUAGES)
def test_search_by_keyboard(
    page: Page, site: Site, register: Register, ui: Ui, language: Language
) -> None:
    """Type a name in any case, press Enter, hear how many, tab to a hit of one's own language."""
    agreement = next(iter(register.agreements.values()))
    name = register.municipality[agreement.municipality].name[language]
    query = name + {"fi": "n", "sv": "s"}[language]  # Laitilan, Letalas
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site.url + site_path("haku/", language))
    field = page.get_by_label(ui.search_label[language])
    assert field.evaluate("element => element === document.activeElement")
    assert not [url for url in asked if ".json" in url], "the index loads only on a search"
    page.keyboard.type(query)
    page.keyboard.press("Enter")
    page.locator(HITS).first.wait_for()
    links = page.locator(f".answer h2 a, {HITS}")
    hrefs = links.evaluate_all("links => links.map(link => link.href)")
    assert hrefs[0] == site.url + site_path(f"kunnat/{agreement.municipality}/", language)
    there = site.url + site_path(f"sopimukset/{agreement.id}/", language)
    assert any(href.startswith(there) for href in hrefs)
    assert all(("/sv/" in href) == (language == "sv") for href in hrefs)
    told = page.locator("#results").get_by_role("status").inner_text()
    assert re.fullmatch(pattern(ui.search_many[language], count=r"\d+", query=query), told)
    page.keyboard.press("Tab")
    button = page.get_by_role("button", name=ui.search_button[language], exact=True)
    assert button.evaluate("e => e === document.activeElement")
    page.keyboard.press("Tab")
    assert links.first.evaluate("e => e === document.activeElement")
    page.locator("a.language").click()
    other = site_path("haku/", other_language(language))
    page.wait_for_url(f"{site.url}{other}?q={quote(query)}")


def test_the_field_in_the_header_leads_to_the_search(page: Page, site: Site, ui: Ui) -> None:
    """On every page but the search's own, in both languages, and it loads nothing before."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for language in LANGUAGES:
        page.goto(site.url + site_path("lape/", language))
        assert not [url for url in asked if "search" in url or "engine" in url]
        page.get_by_role("search").get_by_label(ui.search_label[language]).fill("MLL")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{site.url}{site_path('haku/', language)}?q=MLL")
        page.locator(HITS).first.wait_for()
        assert page.locator(".site-search").count() == 0
        asked.clear()


def test_a_search_is_not_drowned_in_municipalities(
    page: Page, site: Site, register: Register
) -> None:
    """One comes first by its name; for what stands on all of their pages, other pages do."""
    home = next(iter(register.district_of))
    name = register.municipality[home].name
    county = {"fi": "hyvinvointialue", "sv": "välfärdsområde"}
    for language in LANGUAGES:
        for query, is_municipality in ((name[language], True), (county[language], False)):
            found = search_for(page, site, query, language)
            assert ("kunnat/" in found[0]) == is_municipality, query
            assert len([one for one in found[:5] if "kunnat/" in one]) <= 2, query


def test_many_pages_of_one_kind_stand_together(page: Page, site: Site, ui: Ui) -> None:
    """The first ones as hits, the others in one entry that says how many and opens."""
    search_for(page, site, "kunta ja MLL")
    while page.locator("#more").is_visible():
        page.locator("#more").click()
    group = page.locator("#results details", has_text=pattern_of(ui.municipality_count.fi))
    summary = group.locator("summary")
    count = int(re.sub(r"\D", "", summary.inner_text()))
    summary.click()
    assert group.get_by_role("link").count() == count


def pattern_of(word: str) -> re.Pattern[str]:
    return re.compile(pattern(word, count=r"\d+"))


def test_a_search_that_is_repeated_shows_each_hit_once(page: Page, site: Site, ui: Ui) -> None:
    """Enter twice, and a double click on the button for more: no hit comes twice."""
    page.goto(f"{site.url}haku/")
    page.get_by_label(ui.search_label.fi).fill("kunta")
    page.evaluate("() => { for (const i of [1, 2]) document.forms[0].requestSubmit(); }")
    links = page.locator(HITS)
    page.locator("#more").wait_for()
    before = links.count()
    page.evaluate(
        "() => { const more = document.querySelector('#more'); more.click(); more.click(); }"
    )
    links.nth(before).wait_for()
    page.wait_for_timeout(300)
    hrefs = links.evaluate_all("links => links.map(link => link.href)")
    assert before < len(hrefs) == len(set(hrefs)) <= 2 * before


def test_a_slip_is_asked_about_and_answered(
    page: Page, site: Site, register: Register, ui: Ui
) -> None:
    """The page that is meant is shown, and the query as it may have been meant is a link."""
    label = register.words.menu["sopimukset"].fi
    found = search_for(page, site, label[:4] + label[5:])
    assert found[0].startswith("sopimukset/")
    meant = page.locator(".meant")
    assert ui.search_meant.fi in meant.inner_text()
    assert meant.get_by_role("link").count() == 1


def test_a_hit_leads_to_the_section_that_answers(page: Page, site: Site) -> None:
    """Its heading is there, and what was asked is marked in the sentence that is shown."""
    found = search_for(page, site, "mihin lakiin")
    address, _, anchor = found[0].partition("#")
    assert f'id="{anchor}"' in site.text(address)
    assert page.locator(HITS).first.locator("xpath=..").locator("mark").count()


def test_a_municipality_outside_is_answered_honestly(
    page: Page, site: Site, register: Register, ui: Ui
) -> None:
    """It is said that it is outside, and where to ask instead."""
    outside = next(one for one in register.municipalities if one.id not in register.district_of)
    search_for(page, site, outside.name.fi)
    card = page.locator(".answer").first
    assert ui.finder_outside.fi.format(name=outside.name.fi) in card.inner_text()
    assert card.get_by_role("link").count() == 1


def test_a_person_is_answered_with_a_number(page: Page, site: Site, register: Register) -> None:
    """By surname; the card leads to the person's own."""
    district, person = next(
        (district, one)
        for district, people in register.contacts.items()
        for one in people
        if one.tel
    )
    (first, *_) = search_for(page, site, person.name.split()[-1])
    assert first == f"piirit/{district}/yhteystiedot/#{person.id}"
    links = page.locator(".answer a").evaluate_all("links => links.map(link => link.href)")
    assert f"tel:{person.tel}" in links


def test_a_search_without_hits_says_so_and_helps(page: Page, site: Site, ui: Ui) -> None:
    """What the reader typed is shown, never run; there are the field for municipalities and all
    pages."""
    search_for(page, site, "qzxwvq")
    status = page.locator("#results").get_by_role("status")
    assert status.inner_text() == ui.search_none.fi.format(query="qzxwvq")
    page.get_by_label(ui.finder_label.fi).fill("Akaa")
    page.get_by_role("option", name="Akaa").wait_for()
    assert page.locator(".all-pages").is_visible()
    assert violations(page) == []
    for query in ("<img src=x onerror=alert(1)>", "<b>"):
        search_for(page, site, query)
        assert query in status.inner_text()
    assert page.locator("#results img").count() == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_index_that_cannot_be_loaded_is_told(
    page: Page, site: Site, ui: Ui, language: Language
) -> None:
    """The status says so; the list of all pages is there, and the next search tries again."""
    page.route(f"**/{search_index_of(language)}", lambda route: route.abort())
    search_for(page, site, "MLL", language)
    assert page.locator("#results").get_by_role("status").inner_text() == ui.search_failed[language]
    assert page.locator(".all-pages").is_visible()
    page.unroute(f"**/{search_index_of(language)}")
    page.get_by_role("button", name=ui.search_button[language], exact=True).click()
    page.locator(HITS).first.wait_for()


@pytest.mark.content
def test_a_first_search_is_light(page: Page, site: Site) -> None:
    """All that a first search loads beside the page itself, in each language: at most 60 kB as
    GitHub Pages sends it."""
    for language in LANGUAGES:
        asked: list[str] = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        search_for(page, site, "MLL", language)
        loaded = [url.removeprefix(site.url) for url in asked if ".js" in url]
        assert len(loaded) > 4
        sizes = {one: len(gzip.compress((site.folder / one).read_bytes())) for one in loaded}
        assert sum(sizes.values()) < 60_000, sizes


def test_results_have_no_barriers(page: Page, site: Site) -> None:
    """axe finds nothing on a page of results with a card."""
    for query in ("Laitila", "sopimuset", "hinta"):
        search_for(page, site, query)
        assert violations(page) == []


@pytest.mark.parametrize("width", [640, 320])
def test_results_can_be_zoomed(page: Page, site: Site, width: int) -> None:
    """At 200 % and 400 % of a screen of 1280: cards, hits, groups and what was meant fit, whole."""
    page.set_viewport_size({"width": width, "height": 400})
    for language in LANGUAGES:
        for query in ("Laitila", "sopimuset", "hinta", "kunta ja MLL", "qzxwvq"):
            search_for(page, site, query, language)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, query
            assert page.evaluate(CUT) == [], query
