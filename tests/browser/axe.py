"""What axe says of a page."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

# Every rule of WCAG 2.0–2.2 A and AA and the best practices. target-size (2.5.8) is the one that
# axe leaves off unless it is asked for.
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
    "preload": False,  # only for sound, video and styles of other hosts, which pages have not
}
# The rules that look at colours: the only ones whose answer another colour scheme can change.
COLOURS = {
    **OPTIONS,
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "rules": {},
}
# Level AAA of WCAG, of text alone.
AAA = {**COLOURS, "runOnly": {"type": "rule", "values": ["color-contrast-enhanced"]}}
_RUN = """async options => (await axe.run(document, options)).violations
  .map(one => `${one.id}: ${one.nodes[0].html.slice(0, 120)}`)"""


def violations(page: Page, options: dict[str, Any] = OPTIONS) -> list[str]:
    """What axe finds on the page as it is now: "rule: the element"."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found: list[str] = page.evaluate(_RUN, options)
    return found
