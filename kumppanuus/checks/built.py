"""A built page as the checks see it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from sys import intern
from typing import Any, NamedTuple

from lxml import etree
from lxml.html import HTMLParser

from kumppanuus.addresses import NOT_FOUND, language_of, made_from_data, site_path
from kumppanuus.facts.fields import LANGUAGES, Language
from kumppanuus.facts.register import Register
from kumppanuus.problems import Problem, problem

_PLACEHOLDER = re.compile(r"\{\w+\}")
_MAY_HAVE_ONE = re.compile(rb"\{[\w\x80-\xff]+\}")  # quick, on bytes: few pages are gone through
_APART = (("refresh", None), (None, "robots"))
# No template of ours makes any of these.
_HARMFUL = etree.XPath(
    "//base|//object|//embed|//iframe|//applet|//@style|//@srcdoc|//@formaction"
    "|//@*[starts-with(name(), 'on')]"
    "|//@*[contains(., ':')]"
    "[starts-with(., 'javascript:') or starts-with(., 'data:') or starts-with(., 'blob:')]"
)
# Code is shown as it is; data-… attributes are filled in by scripts.
_TEXTS = etree.XPath("//text()[contains(., '{')][not(ancestor::code or ancestor::pre)]")
_IDS = etree.XPath("//@id", smart_strings=False)
_LOADED = {"img": "src", "script": "src", "source": "src", "iframe": "src", "video": "src"}


class Anchor(NamedTuple):
    """A link: where to, its accessible text, and the language it says it leads to."""

    href: str
    hreflang: str | None
    text: str = ""


@dataclass(slots=True)
class BuiltPage:
    """What one HTML file says.

    path: below the site's root ("sv/lape/index.html").
    loads: addresses that the browser fetches by itself; alternates: hreflang → address.
    unfilled: {placeholders} of interface words that were to give way to a value.
    is_redirect: whether it leads elsewhere, or says that the page was removed.
    harmful: what would run script, send what readers type elsewhere, or change every address.
    """

    path: str
    lang: str | None = None
    title: str = ""
    description: str = ""
    canonical: str = ""
    h1: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    is_redirect: bool = False
    loads: list[str] = field(default_factory=list)
    alternates: dict[str, str] = field(default_factory=dict)
    unfilled: list[str] = field(default_factory=list)
    harmful: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        """The page's address below the site's root ("sv/lape/")."""
        return self.path.removesuffix("index.html")


_anchor = cache(Anchor)  # the links of header and footer stand on every page, but once in memory


def _read(path: str, raw: bytes) -> BuiltPage:
    root = etree.fromstring(raw, HTMLParser(encoding="utf-8", remove_comments=True))
    page = BuiltPage(path, lang=root.get("lang"))
    if _MAY_HAVE_ONE.search(raw):
        page.unfilled = [name for text in _TEXTS(root) for name in _PLACEHOLDER.findall(text)]
    page.harmful = [str(getattr(one, "attrname", "") or one.tag) for one in _HARMFUL(root)]
    page.ids = [intern(name) for name in _IDS(root)]
    for element in root.iter("title", "meta", "link", "a", "h1", *_LOADED):
        tag, get = element.tag, element.get
        if tag == "a" and get("href") is not None:
            text = get("aria-label") or _text(element)
            page.anchors.append(_anchor(get("href", ""), get("hreflang"), text))
        elif tag == "h1":
            page.h1.append(_text(element))
        elif tag == "title" and not page.title:
            page.title = element.text or ""  # the head's; an SVG may have one of its own
        elif tag == "meta" and get("name") == "description":
            page.description = get("content", "")
        elif tag == "meta" and (get("http-equiv"), get("name")) in _APART:
            page.is_redirect = True
        elif tag == "link":
            _link(page, get("rel", ""), get("href", ""), get("hreflang"))
        elif tag in _LOADED and get(_LOADED[tag]) is not None:
            page.loads.append(get(_LOADED[tag], ""))
    return page


def _text(element: Any) -> str:
    return "".join(element.itertext()) if len(element) else element.text or ""


def _link(page: BuiltPage, rel: str, href: str, hreflang: str | None) -> None:
    if rel == "canonical":
        page.canonical = href
    elif rel == "alternate" and hreflang:
        page.alternates[hreflang] = href
    else:
        page.loads.append(href)


@dataclass(frozen=True)
class BuiltSite:
    """A built site as its rules see it.

    url: the address it was built for; ends in "/".
    pages: every HTML file, by its path.
    register: the facts it was built from; None where they are not at hand.
    """

    folder: Path
    url: str
    pages: dict[str, BuiltPage]
    register: Register | None = None

    @cached_property
    def files(self) -> set[str]:
        """The path of every file."""
        return set(files_below(self.folder))

    @cached_property
    def content(self) -> dict[str, BuiltPage]:
        """The pages that readers read: not redirects, not the one for what is missing."""
        pages = self.pages.items()
        return {path: one for path, one in pages if path != NOT_FOUND and not one.is_redirect}

    @cached_property
    def _sources(self) -> dict[str, str]:
        """The file that each page comes from, by the page's address."""
        if self.register is None:
            return {}
        made = made_from_data(self.register).items()
        found = {site_path(one, language): file for one, file in made for language in LANGUAGES}
        for page in self.register.prose:
            found[site_path(page.address, page.language)] = page.document.path
        return found

    def fault(self, page: BuiltPage, code: str, text: str = "", **values: object) -> Problem:
        """A Problem of a page, in the file that it comes from, where ``text`` stands there."""
        source = self._sources.get(page.address)
        line = 1
        if source and text and self.register:
            lines = (self.register.root / source).read_text(encoding="utf-8").splitlines()
            line = next((number for number, one in enumerate(lines, 1) if text in one), 1)
        return problem(source or page.path, line, code, page=page.path, **values)


def read_site(site: Path, language: Language | None = None) -> dict[str, BuiltPage]:
    """Every HTML file of a built site, or of one language's part of it, by its path."""
    pages = sorted(path for path in files_below(site) if path.endswith(".html"))
    wanted = (path for path in pages if language in (None, language_of(path)))
    return {path: _read(path, (site / path).read_bytes()) for path in wanted}


def files_below(folder: Path) -> Iterator[str]:
    """The path of every file below a folder, from there."""
    for top, _, names in os.walk(folder):
        below = "" if Path(top) == folder else f"{Path(top).relative_to(folder).as_posix()}/"
        yield from (below + name for name in names)
