"""axe in what a reader opens on a page."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser

from kumppanuus.addresses import PARTNERSHIP, site_path
from kumppanuus.facts.fields import LANGUAGES, Language
from tests.browser.axe import AAA, violations
from tests.conftest import Site

SCHEMES: tuple[Any, ...] = ("light", "dark")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_in_what_a_reader_opens(
    browser: Browser, site: Site, language: Language, width: int
) -> None:
    """The menu (which a wide page has no button for), hits of a search, the list of the field."""
    page = browser.new_page(viewport={"width": width, "height": 800})

    def found() -> list[str]:
        all_ = []
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            all_ += violations(page)
        return all_

    page.goto(site.url + site.now(site_path(PARTNERSHIP, language)))
    button = page.locator(".menu-button")
    assert button.is_visible() == (width == 360)
    if button.is_visible():
        button.click()
    assert page.locator("#_menu").is_visible()
    assert found() == []
    page.goto(f"{site.url}{site_path('haku/', language)}?q=MLL")
    page.locator("#more").wait_for()
    assert found() == []
    page.goto(f"{site.url}{site_path('kunnat/', language)}")
    page.get_by_role("combobox").fill("ka")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    assert page.get_by_role("combobox").get_attribute("aria-activedescendant") == "kunta-0"
    assert found() == []
    page.close()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_has_the_contrast_of_aaa(browser: Browser, site: Site, scheme: Any) -> None:
    """7:1, and 4.5:1 where it is large, on a page of every kind, in both schemes."""
    page = browser.new_page(color_scheme=scheme)
    for path in ("", "kumppanuus/", "hyodyt/", "sv/lahteet/", "sanasto/", "paatokset/", "paatos/"):
        page.goto(site.url + path)
        assert violations(page, AAA) == [], path
    for path in ("piirit/hame/", "sv/piirit/uusimaa/", "kunnat/akaa/", "yhteystiedot/", "haku/"):
        page.goto(site.url + path)
        assert violations(page, AAA) == [], path
    page.close()
