"""The year's page: the windows narrow by region, and without a script all of them show."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from kumppanuus.addresses import DECISIONS, YEAR, site_path
from kumppanuus.facts.fields import LANGUAGES, Language
from kumppanuus.facts.register import Register
from kumppanuus.facts.ui import Ui
from tests.conftest import Site

PARTS = "[data-part]"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_windows_narrow_by_region(
    page: Page, site: Site, register: Register, ui: Ui, language: Language
) -> None:
    """A region chosen with the keyboard hides the others and is told; the first shows all."""
    page.goto(site.url + site_path(YEAR, language))
    field = page.get_by_label(ui.windows_region[language])
    count = page.locator(PARTS).count()
    assert count == len({one for each in register.districts.values() for one in each.regions})
    field.focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(f"{PARTS}:visible")).to_have_count(1)
    name = page.locator(f"{PARTS}:visible h3").inner_text()
    said = ui.windows_shown[language].format(name=name)
    expect(page.locator("[data-narrow] [role=status]")).to_have_text(said)
    page.keyboard.press("ArrowUp")
    expect(page.locator(f"{PARTS}:visible")).to_have_count(count)


def test_without_a_script_everything_shows(browser: Browser, site: Site) -> None:
    """Under plain headings, and no field that does nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.url + YEAR)
    assert page.locator(f"{PARTS}:visible h3:visible").count() == page.locator(PARTS).count() > 1
    assert not page.locator("[data-narrow] select").is_visible()
    context.close()


def test_only_pages_that_narrow_have_the_script(site: Site) -> None:
    """Nobody else pays for it."""
    having = {one for one in site.addresses() if "narrow.js" in site.text(one)}
    pages = (YEAR, DECISIONS)
    assert having == {site_path(one, language) for one in pages for language in LANGUAGES}
