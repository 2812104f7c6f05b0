"""axe finds nothing on any page, nor in what a reader opens on it."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.test_everyone import ADOPT
from tests.conftest import Site, addresses

# Every rule of WCAG 2.0–2.2 A and AA and the best practices. target-size (2.5.8) is the one that
# axe leaves off unless it is asked for.
AXE = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}


def violations(page: Page) -> list[str]:
    """What axe finds on the page as it is now: "rule: the element"."""
    found = Axe().run(page, options=AXE).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_on_any_page(
    browser: Browser, site: Site, width: int, scheme: Any
) -> None:
    """All pages but most municipalities', which are alike; and nothing is said, asked or stored."""
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
    page.on("request", lambda one: _note_foreign(one.url, site, wrong))
    pages = addresses(site, municipalities=24)
    assert len([one for one in pages if "kunnat/" in one]) >= 22
    for path in pages:
        page.goto(site.url + path)
        wrong += [f"{path}: {violation}" for violation in violations(page)]
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wrong.append(f"{path}: scrolls sideways")
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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", ["", "sv/"])
def test_axe_finds_nothing_in_what_a_reader_opens(
    browser: Browser, site: Site, language: str, width: int, scheme: Any
) -> None:
    """The menu (which a wide page has no button for), hits of a search, the list of the field."""
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.goto(f"{site.url}{language}lape/")
    button = page.locator(".menu-button")
    assert button.is_visible() == (width == 360)
    if button.is_visible():
        button.click()
    assert page.locator("#menu").is_visible()
    assert violations(page) == []
    page.goto(f"{site.url}{language}haku/?q=MLL")
    page.locator("#more").wait_for()
    assert violations(page) == []
    page.goto(f"{site.url}{language}kunnat/")
    page.get_by_role("combobox").fill("ka")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    assert page.get_by_role("combobox").get_attribute("aria-activedescendant") == "kunta-0"
    assert violations(page) == []
    page.close()
