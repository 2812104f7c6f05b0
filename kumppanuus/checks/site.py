"""What must hold of the built HTML. Each check is a generator of lines "file: reason"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from kumppanuus.addresses import NOT_FOUND, in_language, language_of
from kumppanuus.checks.built import Anchor, BuiltPage, read_site
from kumppanuus.checks.text import says_nothing
from kumppanuus.facts.fields import LANGUAGES, other_language

Pages = Mapping[str, BuiltPage]


def all_checks(site: Path, site_url: str) -> list[str]:
    """Every failure of a site that was built for ``site_url`` (ends in "/")."""
    pages = read_site(site)
    apart = {path for path, page in pages.items() if path == NOT_FOUND or page.is_redirect}
    content = {path: page for path, page in pages.items() if path not in apart}
    if not content:
        return [f"{site}: no pages"]
    return [
        *pages_come_in_pairs(content),
        *language_is_said(pages),
        *one_h1_and_unique_heads(content),
        *alternates_are_complete(content, site_url),
        *links_lead_somewhere(pages, site, site_url),
        *links_have_words(pages),
        *nothing_comes_from_elsewhere(pages),
        *ids_are_unique(pages),
        *words_are_filled_in(pages),
    ]


def pages_come_in_pairs(pages: Pages) -> Iterator[str]:
    """Every Finnish page has a Swedish one at the same path, and the reverse."""
    for path in pages:
        pair = in_language(path, other_language(language_of(path)))
        if pair not in pages:
            yield f"{path}: has no pair {pair}"


def language_is_said(pages: Pages) -> Iterator[str]:
    """<html lang> is the language of the page's tree."""
    for path, page in pages.items():
        expected = language_of(path)
        if page.lang != expected:
            yield f"{path}: lang is {page.lang!r}, not {expected!r}"


def one_h1_and_unique_heads(pages: Pages) -> Iterator[str]:
    """One h1; a title and a description of its own for each page."""
    titles = Counter(page.title for page in pages.values())
    descriptions = Counter(page.description for page in pages.values())
    for path, page in pages.items():
        if len(page.h1) != 1 or not page.h1[0].strip():
            yield f"{path}: has {len(page.h1)} h1 elements, not one with text"
        if not page.title.strip() or titles[page.title] > 1:
            yield f"{path}: title is empty or on several pages: {page.title!r}"
        if not page.description.strip() or descriptions[page.description] > 1:
            yield f"{path}: description is empty or on several pages: {page.description!r}"


def alternates_are_complete(pages: Pages, site_url: str) -> Iterator[str]:
    """canonical, hreflang fi, sv and x-default are absolute and name this page and its pair."""
    for path, page in pages.items():
        fi, sv = (site_url + in_language(page.address, one) for one in LANGUAGES)
        expected = {"fi": fi, "sv": sv, "x-default": fi}
        if page.alternates != expected:
            yield f"{path}: alternates are {page.alternates}, not {expected}"
        if page.canonical != site_url + page.address:
            yield f"{path}: canonical is {page.canonical!r}, not {site_url + page.address!r}"


def links_lead_somewhere(pages: Pages, site: Path, site_url: str) -> Iterator[str]:
    """Every internal address is a file of the site, every fragment an id on its page.

    A link to a page in the other language says so with hreflang.
    """
    files = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    for path, page in pages.items():
        links = [*page.anchors, *(Anchor(href, None) for href in page.loads)]
        for href, hreflang, _ in links:
            address, fragment = _resolve(page.address, href, site_url)
            if address is None:
                continue
            is_page = address.endswith("/") or not address
            file = f"{address}index.html" if is_page else address
            if file not in files:
                yield f"{path}: {href!r} leads nowhere"
            elif fragment and file in pages and fragment not in pages[file].ids:
                yield f"{path}: {href!r}: {file} has no id {fragment!r}"
            language = language_of(address)
            if is_page and language != (hreflang or page.lang):
                yield f"{path}: {href!r} leaves the language without hreflang"


def links_have_words(pages: Pages) -> Iterator[str]:
    """A link's text says where it leads, read by itself (WCAG 2.4.4)."""
    for path, page in pages.items():
        for anchor in page.anchors:
            if says_nothing(anchor.text):
                yield f"{path}: link {anchor.href!r} has the text {anchor.text!r}"


def nothing_comes_from_elsewhere(pages: Pages) -> Iterator[str]:
    """The browser fetches nothing from another host."""
    for path, page in pages.items():
        for address in page.loads:
            if urlsplit(address).netloc or address.startswith("//"):
                yield f"{path}: loads {address!r} from another host"


def ids_are_unique(pages: Pages) -> Iterator[str]:
    """An id stands once on its page."""
    for path, page in pages.items():
        for name, count in Counter(page.ids).items():
            if count > 1:
                yield f"{path}: id {name!r} stands {count} times"


def words_are_filled_in(pages: Pages) -> Iterator[str]:
    """No {placeholder} of data/words.yml stands on a page instead of its value."""
    for path, page in pages.items():
        for name in page.unfilled:
            yield f"{path}: {name} was not filled in"


def _resolve(here: str, href: str, site_url: str) -> tuple[str | None, str]:
    """(address below the root, fragment) of an internal address; None for any other."""
    whole, fragment = urldefrag(urljoin(site_url + here, href))
    if not whole.startswith(site_url):
        leaves = bool(urlsplit(href).scheme or urlsplit(href).netloc)
        return (None, "") if leaves else ("outside the project path", "")
    return unquote(urlsplit(whole[len(site_url) :]).path), unquote(fragment)
