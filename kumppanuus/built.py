"""A built page as the checks see it, read with the standard library's HTML parser."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

_LOADED = {"img": "src", "script": "src", "source": "src", "iframe": "src", "video": "src"}


@dataclass
class Anchor:
    """A link: where to, its accessible text, and the language it says it leads to."""

    href: str
    hreflang: str | None
    text: str = ""


@dataclass
class BuiltPage:
    """What one HTML file says.

    path: below the site's root ("sv/lape/index.html").
    loads: addresses that the browser fetches by itself; alternates: hreflang → address.
    """

    path: str
    lang: str | None = None
    title: str = ""
    description: str = ""
    canonical: str = ""
    h1: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    alternates: dict[str, str] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """The page's address below the site's root ("sv/lape/")."""
        return self.path.removesuffix("index.html")


class _Reader(HTMLParser):
    def __init__(self, page: BuiltPage) -> None:
        super().__init__()
        self.page = page
        self.anchor: Anchor | None = None
        self.inside: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        page = self.page
        if "id" in given:
            page.ids.append(given["id"])
        if tag == "html":
            page.lang = given.get("lang")
        elif tag == "meta" and given.get("name") == "description":
            page.description = given.get("content", "")
        elif tag == "link":
            self._link(given)
        elif tag == "a" and "href" in given:
            self.anchor = Anchor(given["href"], given.get("hreflang"))
            self.anchor.text = given.get("aria-label", "")
            page.anchors.append(self.anchor)
        elif tag in _LOADED and _LOADED[tag] in given:
            page.loads.append(given[_LOADED[tag]])
        if tag in ("title", "h1"):
            self.inside = tag
            if tag == "h1":
                page.h1.append("")

    def _link(self, given: dict[str, str]) -> None:
        rel, href = given.get("rel", ""), given.get("href", "")
        if rel == "canonical":
            self.page.canonical = href
        elif rel == "alternate" and "hreflang" in given:
            self.page.alternates[given["hreflang"]] = href
        else:
            self.page.loads.append(href)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self.anchor = None
        if tag == self.inside:
            self.inside = None

    def handle_data(self, data: str) -> None:
        if self.anchor is not None:
            self.anchor.text += data
        if self.inside == "h1":
            self.page.h1[-1] += data
        elif self.inside == "title" and not self.page.title:
            self.page.title = data  # the head's; an SVG may have one of its own


def read_site(site: Path) -> dict[str, BuiltPage]:
    """Every HTML file of a built site, by its path."""
    pages: dict[str, BuiltPage] = {}
    for file in sorted(site.rglob("*.html")):
        page = BuiltPage(file.relative_to(site).as_posix())
        _Reader(page).feed(file.read_text(encoding="utf-8"))
        pages[page.path] = page
    return pages
