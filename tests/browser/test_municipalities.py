"""Every municipality in one step: the pages, the map and the open data."""

from __future__ import annotations

import json
import re
from html import unescape

import pytest
from playwright.sync_api import Browser, Page, expect

from kumppanuus.addresses import municipality, site_path
from kumppanuus.facts.agreement import Agreement
from kumppanuus.facts.fields import LANGUAGES, Language
from kumppanuus.facts.municipality import Municipality
from kumppanuus.facts.register import Register
from kumppanuus.facts.ui import Ui
from kumppanuus.html.view import View
from tests.conftest import Site


@pytest.fixture(scope="module")
def homes(register: Register) -> list[Municipality]:
    """Every municipality that has a district."""
    return [one for group in register.municipalities_of.values() for one in group]


def test_a_municipality_is_one_step_from_any_page(
    page: Page, site: Site, register: Register
) -> None:
    """The menu's first link, in either language."""
    key, name = next(iter(register.words.menu.items()))
    assert key == "kunnat"
    for language in LANGUAGES:
        page.goto(site.url + site_path("lape/", language))
        page.locator("#_menu").get_by_role("link", name=name[language], exact=True).click()
        page.wait_for_url(site.url + site_path("kunnat/", language))


def test_the_list_works_without_javascript(
    browser: Browser, site: Site, register: Register, ui: Ui, homes: list[Municipality]
) -> None:
    """All municipalities by region, with both names; the field does not show."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.url}sv/kunnat/")
    assert not page.get_by_role("combobox").is_visible()
    assert page.locator(".content section li a").count() == len(homes)
    name = register.municipality["porvoo"].name.sv
    page.locator(".content section").get_by_role("link", name=name).click()
    title = ui.kunta_title.sv.format(name=name)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_municipality_has_a_contact_a_county_and_a_way_to_begin(
    site: Site, register: Register, ui: Ui, homes: list[Municipality], language: Language
) -> None:
    """And a price, told as an example: all of them, in both languages, below 30 kB each."""
    assert len(homes) > 100
    view = View(register, language)
    examples = [view.example_label(one) for one in register.agreements.values()]
    for home in homes:
        html = site.text(site_path(f"kunnat/{home.id}/", language))
        text = unescape(html)
        assert len(html.encode()) < 30_000, home.id
        assert home.name[language] in text
        assert home.county[language] in text
        assert ui.kunta_begin[language] in text
        people = register.contacts_in(home)
        assert all(view.name_of(person) in text for person in people)
        assert any(one.is_reachable for one in people) or ui.no_number[language][10:] in text
        assert any(one in text.replace("\u00a0", " ") for one in examples), home.id


def test_bilingual_municipalities_are_shown_as_such(site: Site, register: Register, ui: Ui) -> None:
    """Swedish name first in Swedish; the languages of the municipality in both."""
    html = site.text("sv/kunnat/raasepori/")
    name = register.municipality["raasepori"].name
    assert f"<h1>{ui.kunta_title.sv.format(name=name.sv)}</h1>" in html
    assert ui.kunta_sv_fi.sv in html
    assert f'<dd lang="fi">{name.fi}</dd>' in html


def test_what_the_sources_tell_of_a_place_is_on_its_page(
    site: Site, register: Register, ui: Ui, homes: list[Municipality]
) -> None:
    """Its facts and agreements, or that nothing is known; its own people and nobody else's."""
    nothing = ui.kunta_nothing_local.fi
    for home in homes:
        html = site.text(f"kunnat/{home.id}/")
        text = unescape(html).replace("\u00a0", " ")
        facts, agreements = register.local_facts(home), register.agreements_in(home)
        assert all(fact.text.fi in text for fact in facts), home.id
        assert all(f"<h3>{link_to(one)}</h3>" in html for one in agreements), home.id
        told = [*agreements, *register.decisions_in(home)]
        is_known = bool(told) or any(fact.municipality for fact in facts)
        assert (nothing in text) != is_known, home.id
        people = register.contacts_in(home)
        shown = re.findall(r'<article class="contact" id="([^"]+)"', html)
        assert shown == [one.id for one in people if one.is_reachable]
        assert (".vcf" in html) == any(one.is_reachable for one in people)
        assert all(old.name.fi in text for old in register.merged if old.into == home.id)


def link_to(agreement: Agreement) -> str:
    """The link to an agreement on a municipality's page."""
    return f'<a href="../../sopimukset/{agreement.id}/">{agreement.title.fi}</a>'


def test_only_a_municipality_in_a_county_is_asked_which_of_them_decides(
    site: Site, ui: Ui, homes: list[Municipality]
) -> None:
    """Helsinki arranges social and health services itself."""
    step = ui.kunta_step_agree.fi
    asked = {home.id: step in site.text(f"kunnat/{home.id}/") for home in homes}
    assert [id_ for id_, is_asked in asked.items() if not is_asked] == ["helsinki"]


@pytest.mark.parametrize("path", ["", "sv/kunnat/"])
def test_the_map_is_a_way_to_every_district(
    page: Page, site: Site, register: Register, path: str
) -> None:
    """In the map and in the list under it, each district is a link to its page."""
    page.goto(site.url + path)
    for links in ("figure.map svg a", "figure.map figcaption a"):
        found = page.locator(links).evaluate_all("links => links.map(a => a.getAttribute('href'))")
        assert [href.rstrip("/").rpartition("/")[2] for href in found] == list(register.districts)


def test_the_coast_is_drawn_under_the_policy_of_the_site(page: Page, site: Site) -> None:
    """One picture for all maps, of this site, which nothing stops."""
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    for path in ("", "kunnat/", "sv/kunnat/hanko/", "piirit/hame/"):
        with page.expect_response("**/assets/coast.svg") as coast:
            page.goto(site.url + path)
        assert coast.value.ok
    assert refused == []


@pytest.mark.parametrize("kind", ["municipalities", "districts", "contacts", "agreements"])
def test_open_data_is_what_the_pages_say(site: Site, homes: list[Municipality], kind: str) -> None:
    """The same facts in both languages, and a schema with every key that occurs."""
    items = json.loads((site.folder / f"data/{kind}.json").read_text(encoding="utf-8"))
    schema = json.loads((site.folder / f"data/{kind}.schema.json").read_text(encoding="utf-8"))
    assert items
    known = schema["$defs"][schema["items"]["$ref"].rpartition("/")[2]]["properties"]
    assert all(set(item) == set(known) for item in items)
    if kind == "municipalities":
        assert {item["id"] for item in items} == {home.id for home in homes}
        for item in items:
            for language, address in item["page"].items():
                file = site.folder / address.removeprefix(site.url) / "index.html"
                text = unescape(file.read_text(encoding="utf-8"))
                assert item["name"][language] in text
                assert item["county"][language] in text
                assert item["region"][language] in text
    if kind == "contacts":
        for language in LANGUAGES:
            text = unescape(site.text(site_path("yhteystiedot/", language)))
            for item in items:
                if item["past"]:
                    continue  # history, on the district's page alone
                assert (item["name"] or item["role"][language]) in text
                assert item["answers_for"][language] in text
                assert item["tel"] is None or f"tel:{item['tel']}" in text
                assert item["email"] is None or f"mailto:{item['email']}" in text
    if kind == "districts":
        assert sum(item["municipality_count"] for item in items) == len(homes)
    if kind == "agreements":
        for item in items:
            page = unescape(site.text(f"sopimukset/{item['id']}/"))
            for part in item["parts"]:
                assert all(goal["fi"] in page for goal in part["goals"])


@pytest.mark.content
def test_a_municipality_is_one_sheet_of_paper(
    page: Page, site: Site, homes: list[Municipality]
) -> None:
    """A4, in both languages; those with the most to say are enough."""
    paths = [site_path(municipality(one.id), language) for one in homes for language in LANGUAGES]
    longest = sorted(paths, key=lambda path: len(site.text(path)), reverse=True)[:12]
    two = []
    for path in longest:
        page.goto(site.url + path)
        if len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) > 1:
            two.append(path)
    assert two == []
