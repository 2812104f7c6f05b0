"""Everyone can use every page: keyboard, zoom, spacing, paper, validity."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.style import CUT
from tests.conftest import ROOT, Site

FOCUS = """() => {
  const element = document.activeElement;
  const box = element.getBoundingClientRect(), style = getComputedStyle(element);
  const ring = parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== 'none';
  const seen = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0;
  return {name: element.tagName + ' ' + (element.textContent || element.id).trim().slice(0, 40),
          body: element === document.body, ring, seen};
}"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    "path", ["", "sv/kunnat/", "sopimukset/laitila-2023/", "piirit/hame/", "lahteet/"]
)
def test_the_keyboard_goes_everywhere_and_is_never_lost(
    browser: Browser, site: Site, path: str, width: int
) -> None:
    """Tab reaches every link and button, always visibly, and leaves the page at the end."""
    page = browser.new_page(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page.goto(site.url + path)
    page.evaluate("document.activeElement.blur()")
    reachable = page.locator(
        "a[href]:visible, button:visible, input:visible, summary:visible"
    ).count()
    seen = 0
    for _ in range(reachable + 5):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus["body"]:
            break
        seen += 1
        assert focus["ring"], focus
        assert focus["seen"], focus
    assert seen >= reachable - 1, f"the focus stopped after {seen} of {reachable}: {focus}"
    page.close()


def test_a_table_shown_as_cards_is_still_a_table(browser: Browser, site: Site) -> None:
    """What Chromium tells a screen reader on a phone: a table with its headers and cells."""
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(f"{site.url}sopimukset/laitila-2023/")
    assert (
        page.locator("table.money tr").last.evaluate("e => getComputedStyle(e).display") == "block"
    )
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    roles = {node["role"]["value"] for node in tree["nodes"] if not node["ignored"]}
    assert {"table", "row", "rowheader", "columnheader", "cell"} <= roles
    page.close()


def test_motion_and_forced_colours_are_respected(browser: Browser, site: Site) -> None:
    """No smooth scrolling where less motion is asked for; borders stay in forced colours."""
    calm = browser.new_page(reduced_motion="reduce")
    calm.goto(site.url)
    scroll = "getComputedStyle(document.documentElement).scrollBehavior"
    assert calm.evaluate(scroll) == "auto"
    calm.close()
    lively = browser.new_page(reduced_motion="no-preference")
    lively.goto(site.url)
    assert lively.evaluate(scroll) == "smooth"
    lively.close()
    forced = browser.new_page(forced_colors="active")
    forced.goto(f"{site.url}piirit/")
    width = "e => parseFloat(getComputedStyle(e).borderTopWidth)"
    assert forced.locator(".card").first.evaluate(width) > 0
    forced.keyboard.press("Tab")
    assert forced.evaluate(FOCUS)["ring"]
    forced.close()


PRINT_KINDS = ["", "kumppanuus/", "hyodyt/", "sopimukset/laitila-2023/", "sv/piirit/hame/lape/"]
PRINT_KINDS += ["yhteystiedot/", "sv/lahteet/", "sanasto/", "kunnat/", "sv/kunnat/raasepori/"]
PRINT_KINDS += ["paatos/vuosi/"]


@pytest.mark.parametrize("path", PRINT_KINDS)
def test_paper_loses_nothing(browser: Browser, site: Site, path: str, tmp_path: Path) -> None:
    """As wide as A4 paper nothing is cut; table heads repeat; the address of a link is readable."""
    page = browser.new_page(viewport={"width": 672, "height": 1000}, color_scheme="dark")
    page.goto(site.url + path)
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("document.documentElement.scrollWidth") <= 672
    assert page.evaluate(CUT) == []
    heads = page.locator("thead").evaluate_all(
        "heads => heads.map(head => getComputedStyle(head).display)"
    )
    assert set(heads) <= {"table-header-group"}
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    outside = page.locator(".content a[href^=http]:visible").first
    if outside.count():
        after = outside.evaluate("link => getComputedStyle(link, '::after').content")
        assert "http" in after
    assert page.pdf(path=tmp_path / "page.pdf", format="A4")[:5] == b"%PDF-"
    page.close()


def vnu() -> Path | None:
    """The Nu checker's jar, from npm; None where there is no Java or npm outside CI."""
    if not (shutil.which("java") and shutil.which("npm")):
        assert not os.environ.get("CI"), "CI needs Java and npm for the Nu checker"
        return None
    jar = ROOT / "tools/web/node_modules/vnu-jar/build/dist/vnu.jar"
    assert jar.exists(), "make test takes it from npm"
    return jar


def test_html_is_valid(site: Site) -> None:
    """The Nu checker finds no error on any page.

    Without Java: html5lib finds none, on any but most municipalities', which are alike.
    """
    jar = vnu()
    if jar is None:
        import html5lib

        for address in site.addresses(alike=12):
            html5lib.HTMLParser(strict=True).parse(site.text(address))
        return
    run = subprocess.run(
        [
            "java",
            "-Xss4m",
            "-XX:+UseSerialGC",
            "-jar",
            jar,
            "--format",
            "json",
            "--skip-non-html",
            site.folder,
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    messages = json.loads(run.stderr)["messages"]
    wrong = [
        f"{one['url'].partition(str(site.folder))[2]}:{one.get('lastLine')}: {one['message']}"
        for one in messages
        if one["type"] == "error"
    ]
    assert wrong == [], "\n".join(wrong[:40])
