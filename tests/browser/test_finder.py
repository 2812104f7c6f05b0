"""The field that finds a municipality: what is typed, by keyboard, and what it answers."""

from __future__ import annotations

import gzip
import re

import pytest
from playwright.sync_api import Page, Route, expect

from kumppanuus.addresses import ASSETS, FINDER_DATA
from kumppanuus.facts.register import REACH_SOURCE, Register
from kumppanuus.facts.ui import Ui
from tests.conftest import Site

# A start, a case, a slip and a former name: tests/search/test_match.py has the others.
SPELLINGS = [
    ("laitil", "laitila"),
    ("Helsingissä", "helsinki"),
    ("Hämenlinna", "hameenlinna"),
    ("Ekenäs", "raasepori"),
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


def test_what_is_no_municipality_is_not_found(page: Page, site: Site, ui: Ui) -> None:
    """It says so and stays."""
    page.goto(site.url)
    page.get_by_role("combobox").fill("Tukholma")
    page.get_by_role("status").filter(has_text=ui.finder_none.fi).wait_for()
    assert page.get_by_role("option").count() == 0


def test_a_name_without_dots_finds_a_municipality_outside_the_districts(
    page: Page, site: Site, register: Register, ui: Ui
) -> None:
    """All 308 are known: Jamsa is Jämsä, elsewhere, with the way to the central association."""
    elsewhere = [one for one in register.municipalities if one.id not in register.district_of]
    names = [one.name.fi for one in elsewhere if one.name.fi == one.name.sv]
    name = next(one for one in names if re.search("[äö]", one))
    page.goto(f"{site.url}kunnat/")
    page.get_by_role("combobox").fill(name.translate(str.maketrans("äö", "ao")))
    option = page.get_by_role("option").first
    option.wait_for()
    assert option.inner_text() == f"{name} {ui.finder_elsewhere.fi}"
    option.click()
    status = page.locator(".finder-status")
    assert ui.finder_outside.fi.format(name=name) in status.inner_text()
    link = status.get_by_role("link").get_attribute("href")
    assert link == register.sources[REACH_SOURCE].url


def test_the_field_is_an_accessible_combobox(page: Page, site: Site, ui: Ui) -> None:
    """Escape closes and then empties; arrows go round."""
    page.goto(site.url)
    field = page.get_by_role("combobox", name=ui.finder_label.fi)
    assert field.get_attribute("aria-expanded") == "false"
    field.fill("ka")
    page.get_by_role("option").first.wait_for()
    assert field.get_attribute("aria-expanded") == "true"
    count = page.get_by_role("option").count()
    told = page.locator(".finder-status").inner_text()
    assert told in (ui.finder_many.fi.format(count=count), ui.finder_first.fi.format(count=count))
    page.keyboard.press("ArrowUp")
    assert field.get_attribute("aria-activedescendant") == f"kunta-{count - 1}"
    page.keyboard.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") == "kunta-0"
    page.keyboard.press("Escape")
    assert field.get_attribute("aria-expanded") == "false"
    assert field.input_value() == "ka"
    page.keyboard.press("Escape")
    assert field.input_value() == ""


def test_the_field_says_what_it_needs(page: Page, site: Site, ui: Ui) -> None:
    """Nothing typed, too much found, and nothing left to say once the list is closed."""
    page.goto(site.url)
    status = page.locator(".finder-status")
    page.route("**/finder.json", lambda route: route.abort())
    page.get_by_role("button", name=ui.finder_button.fi).click()
    expect(status).to_have_text(ui.finder_empty.fi)
    page.get_by_role("combobox").fill("la")
    expect(status).to_contain_text(ui.finder_failed.fi)
    expect(status.get_by_role("link")).to_have_attribute("href", f"{site.url}kunnat/")
    page.unroute("**/finder.json")
    page.get_by_role("combobox").fill("la")
    page.get_by_role("option").first.wait_for()
    assert page.get_by_role("option").count() == 8
    assert status.inner_text() == ui.finder_first.fi.format(count=8)
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
    page.wait_for_timeout(300)
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page.locator(".finder-status")).to_be_empty()
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
    """Scripts and data together at most 9 kB gzipped; the data only when the field is used."""
    scripts = (f"{ASSETS}{name}.js" for name in ("finder", "combobox", "match"))
    files = [site.folder / path for path in (*scripts, FINDER_DATA)]
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) < 9_000
