"""A built page as the checks see it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from sys import intern
from typing import NamedTuple

from lxml import etree
from lxml.html import HTMLParser

_PLACEHOLDER = re.compile(r"\{\w+\}")
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

    @property
    def address(self) -> str:
        """The page's address below the site's root ("sv/lape/")."""
        return self.path.removesuffix("index.html")


_anchor = cache(Anchor)  # the links of header and footer stand on every page, but once in memory


def _read(path: str, raw: bytes) -> BuiltPage:
    root = etree.fromstring(raw, HTMLParser(encoding="utf-8", remove_comments=True))
    page = BuiltPage(path, lang=root.get("lang"))
    texts = root.xpath("//text()[contains(., '{')]")  # data-… attributes are filled in by scripts
    page.unfilled = [name for text in texts for name in _PLACEHOLDER.findall(text)]
    page.ids = [intern(str(name)) for name in root.xpath("//@id")]
    for element in root.iter("title", "meta", "link", "a", "h1", *_LOADED):
        tag, get = element.tag, element.get
        if tag == "a" and get("href") is not None:
            text = get("aria-label") or "".join(element.itertext())
            page.anchors.append(_anchor(get("href", ""), get("hreflang"), text))
        elif tag == "h1":
            page.h1.append("".join(element.itertext()))
        elif tag == "title" and not page.title:
            page.title = element.text or ""  # the head's; an SVG may have one of its own
        elif tag == "meta" and get("name") == "description":
            page.description = get("content", "")
        elif tag == "meta" and get("http-equiv") == "refresh":
            page.is_redirect = True
        elif tag == "link":
            _link(page, get("rel", ""), get("href", ""), get("hreflang"))
        elif tag in _LOADED and get(_LOADED[tag]) is not None:
            page.loads.append(get(_LOADED[tag], ""))
    return page


def _link(page: BuiltPage, rel: str, href: str, hreflang: str | None) -> None:
    if rel == "canonical":
        page.canonical = href
    elif rel == "alternate" and hreflang:
        page.alternates[hreflang] = href
    else:
        page.loads.append(href)


def read_site(site: Path) -> dict[str, BuiltPage]:
    """Every HTML file of a built site, by its path."""
    files = {file.relative_to(site).as_posix(): file for file in sorted(site.rglob("*.html"))}
    return {path: _read(path, file.read_bytes()) for path, file in files.items()}
