"""axe finds nothing on any page, nor in what a reader opens on it."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from kumppanuus.addresses import site_path
from kumppanuus.facts.fields import LANGUAGES, Language
from tests.browser.axe import violations
from tests.browser.style import ADOPT
from tests.conftest import Site

SCHEMES: tuple[Any, ...] = ("light", "dark")
LOOKS = tuple(product((1280, 360), SCHEMES))
# Pages with much on them and pages with little, by turns, so that the parts take the same time.
PARTS = 4


@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing_on_any_page(browser: Browser, site: Site, part: int) -> None:
    """All pages but most municipalities', which are alike, wide and narrow, light and dark; and
    nothing is said, asked of others, stored or wider than the screen."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
    page.on("request", lambda one: _note_foreign(one.url, site, wrong))
    pages = site.addresses(municipalities=24)
    assert len([one for one in pages if "kunnat/" in one]) >= 22
    for path in pages[part::PARTS]:
        page.goto(site.url + path)
        for width, scheme in LOOKS:
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme)
            look = f"{path} ({width}, {scheme})"
            wrong += [f"{look}: {violation}" for violation in violations(page)]
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wrong.append(f"{look}: scrolls sideways")
        if page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length"):
            wrong.append(f"{path}: stores something")
    assert context.cookies() == []
    context.close()
    assert wrong == [], "\n".join(wrong)


def _note_foreign(url: str, site: Site, wrong: list[str]) -> None:
    if not url.startswith((site.url, "data:")):
        wrong.append(f"request to {url}")


def test_a_fault_would_be_found(page: Page, site: Site) -> None:
    """The check can fail: a picture without a text and a pale text are violations."""
    page.goto(site.url)
    page.evaluate(ADOPT, "main p { color: #ccc !important; }")
    page.evaluate("document.querySelector('main').innerHTML = '<img src=x><p>Vaalea teksti</p>'")
    found = {violation.partition(":")[0] for violation in violations(page)}
    assert {"image-alt", "color-contrast"} <= found


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

    page.goto(f"{site.url}{site_path('lape/', language)}")
    button = page.locator(".menu-button")
    assert button.is_visible() == (width == 360)
    if button.is_visible():
        button.click()
    assert page.locator("#menu").is_visible()
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
