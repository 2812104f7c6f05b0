"""What a reader comes to do. A task raises AssertionError with what an engine does not do."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kumppanuus import addresses
from kumppanuus.addresses import site_path
from kumppanuus.facts.fields import LANGUAGES, Language
from tools.browsers.engine import AS_PRINTED, Engine
from tools.kinds import examples, pages

PHONE, LAPTOP, PAPER = 390, 1280, 672
TOO_WIDE = """() => {
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  return wide > 0 ? wide : 0;
}"""
FOCUSED = "selector => document.querySelector(selector) === document.activeElement"
UNCOVERED = """selector => {
  const element = document.querySelector(selector), box = element.getBoundingClientRect();
  const on = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return box.top >= 0 && box.bottom <= innerHeight && !!on && element.contains(on);
}"""
CHOOSE = """number => {
  const select = document.querySelectorAll("[data-narrow] select")[number];
  if (!select.checkVisibility()) return false;
  select.value = [...select.options].find(option => option.value).value;
  select.dispatchEvent(new Event("change", { bubbles: true }));
  return select.value;
}"""
# How many parts of a list are of what was chosen, once no others are shown.
NARROWED = """chosen => {
  const parts = [...document.querySelectorAll("[data-narrow] [data-part]")];
  const of = part => part.dataset.part.split(" ").includes(chosen);
  const some = parts.filter(of).length;
  const told = document.querySelector("[data-narrow] [role=status]").textContent;
  return parts.every(part => part.checkVisibility() === of(part)) && told.includes(`${some}`) &&
    some < parts.length && some;
}"""
# How many bytes come of every file that a page offers.
FILES = """async () => {
  const links = [...document.querySelectorAll("main a[href]")].map(link => link.href);
  const files = links.filter(link => /[.](docx|ics|csv|vcf|json)$/.test(link));
  const sizes = await Promise.all([...new Set(files)].map(async file => {
    const answer = await fetch(file);
    return answer.ok ? (await answer.arrayBuffer()).byteLength : 0;
  }));
  return sizes;
}"""
# What is left out of paper as a whole is left out on purpose.
UNSEEN = """() => [...document.querySelectorAll("main details > :not(summary)")]
  .filter(one => one.parentElement.checkVisibility() && one.textContent.trim())
  .filter(one => !one.getBoundingClientRect().height).length"""


@dataclass(frozen=True)
class Walk:
    """A built site, served, in a browser."""

    engine: Engine
    site: Path
    url: str

    def open(self, path: str, language: Language = "fi", width: int = LAPTOP) -> None:
        """A page of the site on a screen so wide."""
        self.engine.resize(width, 900)
        self.engine.open(self.url + site_path(path, language))

    def municipality(self) -> dict[str, Any]:
        """The first one in the open data of the site."""
        file = self.site / addresses.open_data("municipalities")
        (first, *_) = json.loads(file.read_text(encoding="utf-8"))
        return dict(first)

    def fits(self) -> None:
        """Nothing is wider than the screen."""
        assert not (wide := self.engine.evaluate(TOO_WIDE)), f"{wide} px too wide"


def field(walk: Walk) -> None:
    """Half of a municipality's name, an arrow and Enter lead to its page."""
    home = walk.municipality()
    for language in LANGUAGES:
        for width in (LAPTOP, PHONE):
            walk.open("", language, width)
            walk.engine.click("[role=combobox]")
            walk.engine.press(*home["name"][language][:-1])
            walk.engine.wait("() => document.querySelectorAll('[role=option]').length")
            walk.fits()
            walk.engine.press("ArrowDown")
            chosen = "() => !!document.querySelector('[role=option][aria-selected=true]')"
            walk.engine.wait(chosen)
            walk.engine.press("Enter")
            path = site_path(addresses.municipality(home["id"]), language)
            walk.engine.wait_for_path(path)


def search(walk: Walk) -> None:
    """The header's field finds, tells how many; a hit opens; the other language asks the same."""
    engine = walk.engine
    home = walk.municipality()
    links = ".answer h2 a, #results ol > li > a"
    for language in LANGUAGES:
        for query, least in (("MLL", 5), (home["name"][language], 1)):
            walk.open(addresses.CONTACTS, language)
            engine.click(".site-search input")
            engine.press(*query, "Enter")
            engine.wait("(s, least) => document.querySelectorAll(s).length >= least", links, least)
            told = engine.evaluate(
                "() => document.querySelector('#results [role=status]').innerText"
            )
            assert query in told, f"the status does not tell what was found: {told}"
            walk.fits()
            other = engine.evaluate("() => document.querySelector('a.language').search")
            assert other.startswith("?q="), f"the language link loses the query: {other}"
        engine.click(links)
        engine.wait_for_path(site_path(addresses.municipality(home["id"]), language))


def menu(walk: Walk) -> None:
    """On a phone it opens, leaves its button free, closes by it and by Esc, and leads on.

    Tab goes from the button into the menu, whether a mouse or a key opened it.
    """
    engine = walk.engine
    is_inside = "() => document.querySelector('#_menu').contains(document.activeElement)"
    is_shown = "is => document.querySelector('#_menu').checkVisibility() === is"
    for language in LANGUAGES:
        walk.open("", language, PHONE)
        assert not engine.is_visible("#_menu"), "open before it is asked for"
        engine.click(".menu-button")
        engine.wait(is_shown, True)
        walk.fits()
        assert engine.evaluate(UNCOVERED, ".menu-button"), "it covers its button"
        engine.click(".menu-button")
        engine.wait(is_shown, False)
        engine.click(".menu-button")
        engine.wait(is_shown, True)
        engine.press("Tab")
        assert engine.evaluate(is_inside), "opened by a mouse, Tab goes past the menu"
        engine.press("Escape")
        engine.wait(is_shown, False)
        assert engine.evaluate(FOCUSED, ".menu-button"), "Esc loses the focus"
        engine.press("Enter")
        engine.wait(is_shown, True)
        engine.press("Tab")
        assert engine.evaluate(is_inside), "opened by a key, Tab goes past the menu"
        here = engine.evaluate("() => location.href")
        engine.press("Enter")
        engine.wait("here => location.href !== here && document.readyState === 'complete'", here)


def decisions(walk: Walk) -> None:
    """Each choice leaves the decisions that are of it, and says how many."""
    engine = walk.engine
    for width in (LAPTOP, PHONE):
        walk.open(addresses.DECISIONS, width=width)
        walk.fits()
        count = engine.evaluate("() => document.querySelectorAll('[data-narrow] select').length")
        assert count, "nothing to choose by"
        for number in range(count):
            walk.open(addresses.DECISIONS, width=width)
            engine.wait(NARROWED, engine.wait(CHOOSE, number))
            walk.fits()


def draft(walk: Walk) -> None:
    """The draft is copied, or chosen where copying is not allowed; every file comes whole."""
    for language in LANGUAGES:
        walk.open(addresses.DECIDE, language, PHONE)
        walk.fits()
        walk.engine.click("button.copy")
        told = walk.engine.wait("() => document.querySelector('.draft [role=status]').textContent")
        words = walk.engine.evaluate("() => ({ ...document.querySelector('.draft').dataset })")
        chosen = len(walk.engine.evaluate("() => getSelection().toString()"))
        assert told == words["copied"] or chosen > 500, f"neither copied nor chosen: {told}"
        for page in (addresses.DECIDE, addresses.YEAR, addresses.CONTACTS, addresses.DECISIONS):
            walk.open(page, language)
            sizes = walk.engine.evaluate(FILES)
            assert sizes and min(sizes) > 50, f"/{page}: a file does not come: {sizes}"


def paper(walk: Walk) -> None:
    """On paper: no menus, nothing cut, what is closed on a screen is there; it can be printed."""
    home = addresses.municipality(walk.municipality()["id"])
    for path in ("", home, addresses.BENEFITS, addresses.DECISIONS, addresses.DECIDE):
        walk.open(path, width=PAPER)
        walk.engine.evaluate(AS_PRINTED)
        walk.fits()
        assert not walk.engine.is_visible("#_menu, .menu-button, .finder"), f"/{path}: tools"
        assert walk.engine.is_visible("h1"), f"/{path}: no heading"
        colour = walk.engine.evaluate("() => getComputedStyle(document.body).color")
        assert colour == "rgb(0, 0, 0)", f"/{path}: {colour}"
        unseen = walk.engine.evaluate(UNSEEN)
        assert not unseen, f"/{path}: {unseen} parts stay closed"
        pdf = walk.engine.pdf()
        assert pdf is None or pdf.startswith(b"%PDF-"), f"/{path}: no PDF"


def kinds(walk: Walk) -> None:
    """Every kind of page has its style and pictures and is no wider than the screen."""
    for path in examples(pages(walk.site)).values():
        for language in LANGUAGES:
            for width in (LAPTOP, PHONE):
                walk.open(path, language, width)
                wide = walk.engine.evaluate(TOO_WIDE)
                assert not wide, f"/{path} at {width} px: {wide} px too wide"
                styled = "() => document.styleSheets[0]?.cssRules.length > 50"
                assert walk.engine.evaluate(styled), f"/{path}: no style"
                lost = (
                    "() => [...document.images].filter(i => i.complete && !i.naturalWidth).length"
                )
                assert not walk.engine.evaluate(lost), f"/{path}: a picture does not come"


TASKS: dict[str, Callable[[Walk], None]] = {
    "municipality field": field,
    "search": search,
    "phone menu": menu,
    "table of decisions": decisions,
    "draft and files": draft,
    "paper": paper,
    "every kind of page": kinds,
}
