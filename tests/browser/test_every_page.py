"""Every page in a browser, loaded once and asked everything that can be asked of any page."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

from kumppanuus.addresses import PARTNERSHIP
from tests.browser.axe import COLOURS, OPTIONS, violations
from tests.browser.style import ADOPT, CUT
from tests.conftest import Site

SCHEMES: tuple[Any, ...] = ("light", "dark")
LOOKS = tuple(product((1280, 360), SCHEMES))
# Pages with much on them and pages with little, by turns, so that the parts take the same time.
PARTS = 8

SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"""
SIDEWAYS = "document.documentElement.scrollWidth - innerWidth"
# What sticks out on the left cannot be scrolled to, so that SIDEWAYS does not see it.
BEGINS_OUTSIDE = """() => [...document.querySelectorAll('main :is(h1, h2, h3, p, li, dd, th, td)')]
  .filter(e => e.checkVisibility() && e.getBoundingClientRect().left < 0)
  .map(e => e.outerHTML.slice(0, 80))"""
STORED = "localStorage.length + sessionStorage.length + document.cookie.length"
TEXTS = """() => [...document.querySelectorAll('title, meta[name=description], h1, h2, h3,'
  + 'p, li, dt, dd, th, td, caption, a, button, label, summary, figcaption')].map(e => {
  if (e.tagName === 'META') return [document.documentElement.lang, e.content];
  const own = [];
  const walk = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
  const lang = e.closest('[lang]').lang;
  while (walk.nextNode()) {
    const node = walk.currentNode;
    if (node.parentElement.closest('[lang]').lang === lang) own.push(node.data);
  }
  return [lang, own.join(' ')];
})"""
WORDS = {
    language: set(words.split())
    for language, words in yaml.safe_load(
        (Path(__file__).parent / "language_words.yml").read_text(encoding="utf-8")
    ).items()
}


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_is_for_everyone(browser: Browser, site: Site, part: int) -> None:
    """All pages but most of those that one template makes: axe finds nothing, wide and narrow,
    light and dark; nothing is cut where a reader widens the spacing; each text is in the language
    it says; and nothing is said on the console, asked of others, stored or wider than the screen.
    """
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
    page.on("request", lambda one: _note_foreign(one.url, site, wrong))
    pages = site.addresses(alike=4)
    assert len([one for one in pages if re.search(r"(kunnat|alueet)/.", one)]) >= 16
    for path in pages[part::PARTS]:
        page.goto(site.url + path)
        wrong += [f"{path}: {fault}" for fault in faults(page)]
    assert context.cookies() == []
    context.close()
    assert wrong == [], "\n".join(wrong)


def faults(page: Page) -> list[str]:
    """What is wrong with the page that is open."""
    wrong = []
    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        options = OPTIONS if scheme == "light" else COLOURS
        wrong += [f"axe ({width}, {scheme}): {one}" for one in violations(page, options)]
        if page.evaluate(SIDEWAYS) > 0:
            wrong.append(f"scrolls sideways ({width})")
    if page.evaluate(STORED):
        wrong.append("stores something")
    for language, text in page.evaluate(TEXTS):
        if found := foreign_words(language, text):
            wrong.append(f"{language}: {sorted(found)} in {text.strip()[:100]!r}")
    page.evaluate(ADOPT, SPACING)
    # WCAG 1.4.12, 1.4.10: 320 px is 1280 at 400 %.
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 640})
        wrong += [f"cut by wider spacing ({width}): {html}" for html in page.evaluate(CUT)]
        if page.evaluate(SIDEWAYS) > 0:
            wrong.append(f"scrolls sideways by wider spacing ({width})")
        wrong += [f"begins outside ({width}): {html}" for html in page.evaluate(BEGINS_OUTSIDE)]
    return wrong


def foreign_words(language: str, text: str) -> set[str]:
    """The words of a text that only the other language has."""
    other = "sv" if language == "fi" else "fi"
    plain = re.sub(r"\S*[/@]\S*|\S+\.\w{2,}\b", " ", text.lower())  # addresses have no language
    words = re.findall(r"[a-zåäö]+", plain)
    return {word for word in words if word in WORDS[other] and word not in WORDS[language]}


def _note_foreign(url: str, site: Site, wrong: list[str]) -> None:
    if not url.startswith(site.url):
        wrong.append(f"asks {url}")


def test_a_foreign_word_would_be_found() -> None:
    """In either language."""
    assert foreign_words("sv", "Kunta ja piiri") == {"kunta", "ja"}
    assert foreign_words("fi", "kommunen och distriktet") == {"kommunen", "och", "distriktet"}


def test_a_fault_would_be_found(page: Page, site: Site) -> None:
    """Missing alternative text, faint text, a line too wide on both sides, a stored word …"""
    page.goto(site.url + site.now(PARTNERSHIP))
    page.evaluate(ADOPT, ".content p { color: #999; }")
    page.evaluate("document.querySelector('main').append(document.createElement('img'))")
    page.evaluate("localStorage.setItem('x', 'y')")
    page.evaluate(
        """() => { const line = document.createElement('p'), box = document.createElement('div');
        line.append('och '.repeat(3)); box.append('kunta '.repeat(900));
        document.querySelector('main').append(line, box);
        box.attributeStyleMap.set('overflow', 'hidden');
        box.attributeStyleMap.set('height', '20px');
        line.attributeStyleMap.set('width', '3000px');
        line.attributeStyleMap.set('margin-left', '-99px'); }"""
    )
    found = "\n".join(faults(page))
    told = ("image-alt", "color-contrast", "sideways", "begins outside", "cut by", "stores")
    for one in (*told, "['och'] in"):
        assert one in found, one
