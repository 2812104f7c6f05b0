"""Every municipality in one step: the field, the pages, the map and the open data."""

from __future__ import annotations

import gzip
import json
import re
from html import unescape

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from kumppanuus.agreement import Agreement
from tests.conftest import REGISTER, Site

HOMES = [one for group in REGISTER.municipalities_of.values() for one in group]

# What officials type: names in both languages, starts and parts, cases, no dots, a slip, a merger.
SPELLINGS = [
    ("Laitila", "laitila"),
    ("laitil", "laitila"),
    ("Laitilan", "laitila"),
    ("Porissa", "pori"),
    ("i Borgå", "porvoo"),
    ("Borga", "porvoo"),
    ("Helsingissä", "helsinki"),
    ("Lahdessa", "lahti"),
    ("Turun", "turku"),
    ("Tampereelta", "tampere"),
    ("Uudenkaupungin", "uusikaupunki"),
    ("Huittisissa", "huittinen"),
    ("vilppula", "mantta-vilppula"),
    ("Hämenlinna", "hameenlinna"),
    ("Tammerfros", "tampere"),
    ("Honkajoki", "kankaanpaa"),
    ("Honkajoella", "kankaanpaa"),
    ("Ekenäs", "raasepori"),
    ("Kyrkslätts kommun", "kirkkonummi"),
    ("Järvenpäähän", "jarvenpaa"),
    ("uuteenkaupunkiin", "uusikaupunki"),
    ("Punkalaitumella", "punkalaidun"),
    ("Kosken Tl", "koski-tl"),
    ("Virtain", "virrat"),
    ("Sankt Karins", "kaarina"),
    ("Porin kaupungissa", "pori"),
    ("Väståboland", "parainen"),
]


@pytest.mark.parametrize(("typed", "home"), SPELLINGS)
@pytest.mark.parametrize("language", ["", "sv/"])
def test_a_spelling_leads_to_its_page(
    page: Page, site: Site, typed: str, home: str, language: str
) -> None:
    """Type, press down and Enter, arrive."""
    page.goto(f"{site.url}{language}kunnat/")
    field = page.get_by_role("combobox")
    field.focus()
    page.keyboard.type(typed)
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") == "kunta-0"
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site.url}{language}kunnat/{home}/")


@pytest.mark.parametrize("typed", ["Tukholma", "xyzzy", "Norja"])
def test_what_is_no_municipality_is_not_found(page: Page, site: Site, typed: str) -> None:
    """It says so and stays."""
    page.goto(site.url)
    page.get_by_role("combobox").fill(typed)
    page.get_by_role("status").filter(has_text="Sellaista kuntaa ei löytynyt").wait_for()
    assert page.get_by_role("option").count() == 0


def test_a_name_without_dots_finds_a_municipality_outside_the_districts(
    page: Page, site: Site
) -> None:
    """All 308 are known: Jamsa is Jämsä, elsewhere, with the way to the central association."""
    page.goto(f"{site.url}kunnat/")
    page.get_by_role("combobox").fill("Jamsa")
    option = page.get_by_role("option").first
    option.wait_for()
    assert option.inner_text() == "Jämsä muualla Suomessa"
    option.click()
    status = page.locator(".finder-status")
    assert "Jämsä ei ole tämän sivuston piirien alueella" in status.inner_text()
    link = status.get_by_role("link").get_attribute("href")
    assert link == "https://www.mll.fi/kuntayhteistyo"


def test_the_field_is_an_accessible_combobox(page: Page, site: Site) -> None:
    """Escape closes and then empties; arrows go round."""
    page.goto(site.url)
    field = page.get_by_role("combobox", name="Mikä on kuntasi?")
    assert field.get_attribute("aria-expanded") == "false"
    field.fill("ka")
    page.get_by_role("option").first.wait_for()
    assert field.get_attribute("aria-expanded") == "true"
    assert re.search(r"\d kuntaa", page.locator(".finder-status").inner_text())
    page.keyboard.press("ArrowUp")
    last = page.get_by_role("option").count() - 1
    assert field.get_attribute("aria-activedescendant") == f"kunta-{last}"
    page.keyboard.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") == "kunta-0"
    page.keyboard.press("Escape")
    assert field.get_attribute("aria-expanded") == "false"
    assert field.input_value() == "ka"
    page.keyboard.press("Escape")
    assert field.input_value() == ""


def test_the_field_says_what_it_needs(page: Page, site: Site) -> None:
    """Nothing typed, too much found, and nothing left to say once the list is closed."""
    page.goto(site.url)
    status = page.locator(".finder-status")
    page.route("**/finder.json", lambda route: route.abort())
    page.get_by_role("button", name="Avaa kunnan sivu").click()
    expect(status).to_have_text("Kirjoita kunnan nimi.")
    page.get_by_role("combobox").fill("la")
    expect(status).to_contain_text("Haku ei juuri nyt toimi.")
    expect(status.get_by_role("link")).to_have_attribute("href", "kunnat/")
    page.unroute("**/finder.json")
    page.get_by_role("combobox").fill("la")
    page.get_by_role("option").first.wait_for()
    assert page.get_by_role("option").count() == 8
    assert "Yli 8 kuntaa" in status.inner_text()
    page.get_by_role("combobox").press("Escape")
    assert status.inner_text() == ""


def test_a_list_that_comes_late_does_not_open_behind_the_reader(page: Page, site: Site) -> None:
    """Whoever has tabbed on before the data came finds no open list over the page."""
    waiting: list[Route] = []
    page.route("**/finder.json", lambda route: waiting.append(route))
    page.goto(site.url)
    page.get_by_role("combobox").press_sequentially("ka")
    page.keyboard.press("Tab")
    for _ in range(100):
        if waiting:
            break
        page.wait_for_timeout(50)
    waiting.pop().continue_()
    expect(page.locator(".finder-status")).to_contain_text("kuntaa")
    expect(page.get_by_role("listbox")).to_be_hidden()
    page.get_by_role("combobox").press("ArrowDown")
    expect(page.get_by_role("option").first).to_have_attribute("aria-selected", "true")


def test_the_field_is_there_before_its_script(page: Page, site: Site) -> None:
    """Nothing moves when the script comes; without it the field leads to the list."""
    page.goto(site.url)
    after = page.locator(".finder").bounding_box()
    page.route("**/finder.js", lambda route: route.abort())
    page.goto(site.url)
    assert page.locator(".finder").bounding_box() == after
    page.get_by_role("combobox").fill("Pori")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site.url}kunnat/?q=Pori")
    assert page.locator("main li").get_by_role("link", name="Pori", exact=True).is_visible()


def test_the_field_weighs_little(site: Site) -> None:
    """Script and data together at most 15 kB gzipped; the data only when the field is used."""
    files = [site.folder / "assets/finder.js", site.folder / "assets/finder.json"]
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) < 15_000


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
        assert home.name(language) in text  # type: ignore[arg-type]
        assert (home.county_fi if language == "fi" else home.county_sv) in text
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
    nothing = REGISTER.words.ui["kunta_nothing_local"].fi
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
        assert all(old.name_fi in text for old in REGISTER.merged if old.into == home.id)


def link_to(agreement: Agreement) -> str:
    """The link to an agreement on a municipality's page."""
    return f'<a href="../../sopimukset/{agreement.id}/">{agreement.title.fi}</a>'


def test_only_a_municipality_in_a_county_is_asked_which_of_them_decides(site: Site) -> None:
    """Helsinki is its own wellbeing services county (Act 612/2021, section 2)."""
    step = REGISTER.words.ui["kunta_step_agree"].fi
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
