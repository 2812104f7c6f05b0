"""Light, dark and forced colours are equal: what has the focus and what is marked is seen."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import Site

# The focus ring against what it lies on, as WCAG 1.4.11 counts it.
RING = """() => {
  const element = document.activeElement, style = getComputedStyle(element);
  const numbers = colour => {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => [r, g, b].map(one => one / 255)
    .map(one => one <= .04045 ? one / 12.92 : ((one + .055) / 1.055) ** 2.4)
    .reduce((sum, one, i) => sum + one * [.2126, .7152, .0722][i], 0);
  let under = parseFloat(style.outlineOffset) < 0 ? element : element.parentElement;
  while (under && numbers(getComputedStyle(under).backgroundColor)[3] < 255)
    under = under.parentElement;
  // Where a gradient lies under it, the paper that this ends in.
  const paper = document.body.appendChild(document.createElement("i"));
  paper.style.backgroundColor = matchMedia("(forced-colors)").matches ? "Canvas" : "var(--paper)";
  const below = numbers(getComputedStyle(under ?? paper).backgroundColor);
  paper.remove();
  const [a, b] = [light(numbers(style.outlineColor)), light(below)].sort((x, y) => y - x);
  return [element === document.body, (a + .05) / (b + .05), element.outerHTML.slice(0, 90)];
}"""
BORDERS = """() => [...document.querySelectorAll("button, input, select")]
  .filter(one => one.checkVisibility() && parseFloat(getComputedStyle(one).borderTopWidth) === 0)
  .map(one => one.outerHTML.slice(0, 90))"""
MARKS = """() => [...document.querySelectorAll("mark")].map(one => {
  const own = getComputedStyle(one), around = getComputedStyle(one.closest("body"));
  return own.backgroundColor !== around.backgroundColor;
})"""
MOVING = """() => [...document.querySelectorAll("*")].filter(one => {
  const style = getComputedStyle(one);
  return style.animationName !== "none" || style.transitionDuration !== "0s";
}).length + document.getAnimations().length"""

LOOKS: list[Any] = [
    {"color_scheme": "light"},
    {"color_scheme": "dark"},
    {"color_scheme": "light", "forced_colors": "active"},
    {"color_scheme": "dark", "forced_colors": "active"},
]


def looked_at(browser: Browser, looks: dict[str, Any], width: int = 1280) -> Page:
    return browser.new_page(
        viewport={"width": width, "height": 800}, reduced_motion="reduce", **looks
    )


@pytest.mark.parametrize("looks", LOOKS, ids=lambda looks: "-".join(looks.values()))
def test_the_focus_is_seen_on_what_it_lies_on(
    browser: Browser, site: Site, looks: dict[str, Any]
) -> None:
    """Its ring has a contrast of 3 at least, in the head, the menu, the field and the text."""
    page = looked_at(browser, looks)
    faint = set()
    for path in ("", "piirit/satakunta/", "sopimukset/laitila-2023/"):
        page.goto(site.url + path)
        page.evaluate("document.activeElement.blur()")
        for _ in range(40):
            page.keyboard.press("Tab")
            is_body, contrast, html = page.evaluate(RING)
            if is_body:
                break
            if contrast < 3:
                faint.add(f"/{path} {contrast:.1f}: {html}")
    page.close()
    assert not faint, "\n".join(sorted(faint))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_forced_colours_what_can_be_used_and_what_is_marked_is_seen(
    browser: Browser, site: Site, scheme: str
) -> None:
    """Buttons and fields have an edge, what was searched for a colour, what is chosen a ring."""
    page = looked_at(browser, {"forced_colors": "active", "color_scheme": scheme})
    for path in ("", "paatos/", "paatokset/"):
        page.goto(site.url + path)
        assert page.evaluate(BORDERS) == [], path
    page.goto(f"{site.url}haku/?q=sopimus")
    page.locator("mark").first.wait_for()
    assert all(page.evaluate(MARKS))
    assert page.evaluate(BORDERS) == []
    page.goto(f"{site.url}kunnat/")
    page.get_by_role("combobox").fill("ka")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    ring = "e => getComputedStyle(e).outlineStyle"
    assert page.get_by_role("option", selected=True).evaluate(ring) == "solid"
    assert page.get_by_role("option", selected=False).first.evaluate(ring) == "none"
    page.close()


def test_nothing_moves_where_less_motion_is_asked_for(browser: Browser, site: Site) -> None:
    """No animation and no transition, on a page with the field, the menu or a choice."""
    page = looked_at(browser, {}, width=360)
    for path in ("", "paatokset/", "haku/"):
        page.goto(site.url + path)
        assert page.evaluate(MOVING) == 0, path
    page.goto(site.url)
    page.locator(".menu-button").click()
    assert page.evaluate(MOVING) == 0
    page.close()
