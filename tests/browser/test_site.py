"""The real site in a real browser, served below a project path."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from kumppanuus.addresses import language_of, relative_url, site_path
from kumppanuus.facts.fields import LANGUAGES, other_language
from kumppanuus.facts.register import Register
from kumppanuus.facts.ui import Ui
from tests.browser.axe import violations
from tests.conftest import Site


def test_the_language_link_goes_to_the_same_page_and_back(page: Page, site: Site, ui: Ui) -> None:
    """ "På svenska" and "Suomeksi" are one plain link each."""
    for kind in ("", "piirit/hame/lape/", "kunnat/akaa/"):
        page.goto(site.url + kind)
        page.get_by_role("link", name=ui.other_language.fi).click()
        page.wait_for_url(f"{site.url}sv/{kind}")
        assert page.locator("html").get_attribute("lang") == "sv"
        page.get_by_role("link", name=ui.other_language.sv).click()
        page.wait_for_url(site.url + kind)


def test_every_page_has_a_language_link_to_its_pair(site: Site) -> None:
    """One, marked with its language: read from the HTML of all pages."""
    for address in site.addresses():
        here, plain = language_of(address), address.removeprefix("sv/")
        other = other_language(here)
        links = re.findall(r'<a class="tool language"[^>]*>', site.text(address))
        assert len(links) == 1, address
        assert f'hreflang="{other}"' in links[0]
        assert f'href="{relative_url(address, site_path(plain, other))}"' in links[0]


def test_the_menu_opens_by_keyboard_on_a_phone(browser: Browser, site: Site, ui: Ui) -> None:
    """Enter opens it, Tab walks it, Escape closes it and gives the focus back."""
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(f"{site.url}lape/")
    button = page.get_by_role("button", name=ui.menu.fi)
    menu = page.get_by_role("navigation", name=ui.main_menu.fi)
    assert not menu.is_visible()
    button.focus()
    page.keyboard.press("Enter")
    assert menu.is_visible()
    page.keyboard.press("Tab")
    assert menu.get_by_role("link").first.evaluate("e => e === document.activeElement")
    page.keyboard.press("Escape")
    assert not menu.is_visible()
    assert button.evaluate("e => e === document.activeElement")
    page.close()


@pytest.mark.parametrize("width", [320, 360, 768])
def test_the_menu_leaves_its_button_free(browser: Browser, site: Site, ui: Ui, width: int) -> None:
    """It opens below the button and within the window; a second press of the button closes it."""
    page = browser.new_page(viewport={"width": width, "height": 600})
    for language in LANGUAGES:
        page.goto(site.url + site_path("kumppanuus/", language))
        button = page.get_by_role("button", name=ui.menu[language])
        menu = page.locator("#_menu")
        button.click()
        own, opened = button.bounding_box(), menu.bounding_box()
        assert own
        assert opened
        assert opened["y"] >= own["y"] + own["height"]
        assert opened["x"] >= 0
        assert opened["x"] + opened["width"] <= width
        button.click()
        assert not menu.is_visible()
    page.close()


def test_the_skip_link_is_first_and_leads_to_the_content(page: Page, site: Site, ui: Ui) -> None:
    """One Tab shows it, Enter goes past the header."""
    page.goto(f"{site.url}kumppanuus/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name=ui.skip.fi)
    assert skip.evaluate("e => e === document.activeElement")
    assert skip.bounding_box()["y"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    expect(page.locator("#_sisalto")).to_be_focused()


def test_everything_but_search_works_without_javascript(
    browser: Browser, site: Site, register: Register, ui: Ui
) -> None:
    """Menus, links and pages are plain HTML; the search page lists every page instead."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(site.url)
    page.get_by_role("button", name=ui.menu.fi).click()
    page.locator("#_menu").get_by_role("link", name=register.words.menu["sopimukset"].fi).click()
    title = next(iter(register.agreements.values())).title.fi
    page.get_by_role("link", name=title, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    page.goto(f"{site.url}haku/")
    assert ui.search_no_script.fi in page.locator("noscript p").inner_text()
    assert not page.get_by_label(ui.search_label.fi).is_visible()
    district = next(one for one in register.prose if one.meta.topic and one.language == "fi")
    link = page.locator(".all-pages").get_by_role("link", name=district.meta.title, exact=True)
    assert link.is_visible()
    context.close()


def test_a_missing_page_is_answered_in_both_languages(
    page: Page, site: Site, ui: Ui, register: Register
) -> None:
    """Its links hold at any depth below the project path."""
    response = page.goto(f"{site.url}sv/ei/ole/")
    assert response is not None
    assert response.status == 404
    assert ui.not_found.fi in page.get_by_role("heading", level=1).inner_text()
    assert violations(page) == []
    for word in (ui.home, ui.search, *register.words.menu.values()):
        for language in LANGUAGES:
            link = page.locator(f"section[lang={language}]").get_by_role(
                "link", name=word[language], exact=True
            )
            address = link.evaluate("link => link.href").removeprefix(site.url)
            assert (site.folder / address / "index.html").is_file(), address


@pytest.mark.parametrize("path", ["", "sv/sopimukset/laitila-2023/", "piirit/hame/lape/"])
def test_print_keeps_address_date_and_sources(
    page: Page, site: Site, path: str, tmp_path: Path
) -> None:
    """On paper: the address of the page, when it was checked, its sources; no menus."""
    page.goto(site.url + path)
    page.emulate_media(media="print")
    assert page.get_by_text(site.url + path, exact=False).first.is_visible()
    assert page.locator(".page-sources").is_visible()
    assert not page.locator("#_menu").is_visible()
    assert page.pdf(path=tmp_path / "page.pdf", format="A4")[:5] == b"%PDF-"


def test_contacts_can_be_called_written_to_and_saved(
    page: Page, site: Site, register: Register, ui: Ui
) -> None:
    """tel: in international form, mailto:, a vCard, schema.org data."""
    for district, people in register.contacts.items():
        page.goto(f"{site.url}piirit/{district}/yhteystiedot/")
        data = json.loads(page.locator("script[type='application/ld+json']").inner_text())
        assert data["name"] == register.districts[district].registered_name
        for person in people:
            card = page.locator(f"#{person.id}")
            links = card.locator("a").evaluate_all("links => links.map(link => link.href)")
            assert (f"mailto:{person.email}" in links) == bool(person.email)
            assert (f"tel:{person.tel}" in links) == bool(person.tel)
            tag = ui.unconfirmed_tag.fi.split("{dated}")[1]
            assert (tag in card.inner_text()) == (person.confirmed is None)
            file = site.folder / f"piirit/{district}/yhteystiedot/{person.id}.vcf"
            assert file.exists() == person.is_reachable
            if person.tel:
                saved = file.read_bytes().decode()
                assert saved.startswith("BEGIN:VCARD\r\nVERSION:3.0\r\n")
                assert f"TEL;TYPE=WORK,VOICE:{person.tel}\r\n" in saved
                assert person.tel in [one.get("telephone") for one in data["contactPoint"]]


@pytest.mark.parametrize("width", [1280, 360])
def test_decisions_are_narrowed_by_what_is_chosen(
    page: Page, site: Site, ui: Ui, width: int
) -> None:
    """Rows of others hide, a heading without rows too; the status tells how many are left."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site.url}paatokset/")
    rows, shown = page.locator("[data-part]"), page.locator("[data-part]:visible")
    every = rows.count()
    page.get_by_label(ui.district.fi, exact=True).select_option("in-satakunta")
    chosen = page.locator("[data-part~=in-satakunta]").count()
    assert 0 < chosen < every
    expect(shown).to_have_count(chosen)
    assert not page.locator("section#hame, h2#hame").first.is_visible()
    told = page.locator("[data-narrow] [role=status]")
    assert told.inner_text() == ui.decisions_shown.fi.format(count=chosen)
    page.get_by_label(ui.district.fi, exact=True).select_option("")
    assert page.locator("[data-part]:not([hidden])").count() == every
    kind = page.get_by_label(ui.sum_kind.fi, exact=True)
    value = kind.locator("option").nth(1).get_attribute("value")
    kind.select_option(value)
    expect(shown).to_have_count(page.locator(f"[data-part~={value}]").count())
