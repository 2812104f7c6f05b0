"""What must hold of the built HTML. Each rule is a generator of Problems."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from kumppanuus.addresses import NOT_FOUND, in_language, language_of
from kumppanuus.checks.built import Anchor, BuiltPage, BuiltSite
from kumppanuus.checks.text import says_nothing
from kumppanuus.facts.fields import LANGUAGES, other_language
from kumppanuus.problems import Problem, problem

_OUT = re.compile(r"\.\./|/|\w+:")  # a link that is no part of its page's own folder


def there_are_pages(site: BuiltSite) -> Iterator[Problem]:
    """A site without pages does not pass for a sound one."""
    if not site.content:
        yield problem(site.folder.as_posix(), 1, "site_no_pages")


def pages_come_in_pairs(site: BuiltSite) -> Iterator[Problem]:
    """Every Finnish page has a Swedish one at the same path, and the reverse."""
    for path, page in site.content.items():
        pair = in_language(path, other_language(language_of(path)))
        if pair not in site.content:
            yield site.fault(page, "site_no_pair", expected=pair)


def language_is_said(site: BuiltSite) -> Iterator[Problem]:
    """<html lang> is the language of the page's tree."""
    for path, page in site.pages.items():
        if page.lang != language_of(path):
            yield site.fault(page, "site_language", value=page.lang, expected=language_of(path))


def one_h1_and_unique_heads(site: BuiltSite) -> Iterator[Problem]:
    """One h1; a title and a description of its own for each page."""
    for key in ("title", "description"):
        count = Counter(getattr(page, key) for page in site.content.values())
        for page in site.content.values():
            value = getattr(page, key)
            if not value.strip() or count[value] > 1:
                yield site.fault(page, "site_head", f"{key}:", key=key, value=value)
    for page in site.content.values():
        if len(page.h1) != 1 or not page.h1[0].strip():
            yield site.fault(page, "site_h1", "<h1", count=len(page.h1))


def alternates_are_complete(site: BuiltSite) -> Iterator[Problem]:
    """canonical, hreflang fi, sv and x-default are absolute and name this page and its pair."""
    for page in site.content.values():
        fi, sv = (site.url + in_language(page.address, one) for one in LANGUAGES)
        alternates = {"fi": fi, "sv": sv, "x-default": fi}
        if page.alternates != alternates:
            yield site.fault(page, "site_alternates", value=page.alternates, expected=alternates)
        own = site.url + page.address
        if page.canonical != own:
            yield site.fault(page, "site_canonical", value=page.canonical, expected=own)


def links_lead_somewhere(site: BuiltSite) -> Iterator[Problem]:
    """Every internal address is a file of the site, every fragment an id on its page.

    A link to a page in the other language says so with hreflang.
    """
    # What leads out of a page's folder leads to the same place from the page beside it.
    sound: defaultdict[tuple[str, str | None], set[Anchor]] = defaultdict(set)
    for page in site.pages.values():
        here = page.address
        from_beside = sound[here.removesuffix("/").rpartition("/")[0], page.lang]
        for link in {*page.anchors, *(Anchor(href, None) for href in page.loads)} - from_beside:
            problems = list(_faults_of(site, page, link))
            yield from problems
            if not problems and here.endswith("/") and _OUT.match(link.href):
                from_beside.add(link)


def _faults_of(site: BuiltSite, page: BuiltPage, link: Anchor) -> Iterator[Problem]:
    href, hreflang, _ = link
    address, fragment = _resolve(page.address, href, site.url)
    if address is None:
        return
    is_page = address.endswith("/") or not address
    file = f"{address}index.html" if is_page else address
    if file not in site.files:
        last = urldefrag(href)[0].rstrip("/").rpartition("/")[2]
        yield site.fault(page, "site_dead_link", last, value=href)
    elif fragment and file in site.pages and fragment not in site.pages[file].ids:
        there = {"value": href, "id": fragment, "target": file}
        yield site.fault(page, "site_dead_anchor", f"#{fragment}", **there)
    if is_page and language_of(address) != (hreflang or page.lang):
        yield site.fault(page, "site_leaves_language", href, value=href)


def links_have_words(site: BuiltSite) -> Iterator[Problem]:
    """A link's text says where it leads, read by itself (WCAG 2.4.4)."""
    for page in site.pages.values():
        for anchor in page.anchors:
            if says_nothing(anchor.text):
                yield site.fault(page, "site_vague_link", value=anchor.text, href=anchor.href)


def nothing_comes_from_elsewhere(site: BuiltSite) -> Iterator[Problem]:
    """The browser fetches nothing from another host."""
    for page in site.pages.values():
        for address in page.loads:
            if urlsplit(address).netloc or address.startswith("//"):
                yield site.fault(page, "site_foreign", address, value=address)


def nothing_on_a_page_does_harm(site: BuiltSite) -> Iterator[Problem]:
    """No script stands within a page, nothing is embedded, and no base moves its addresses."""
    for page in site.pages.values():
        for name in page.harmful:
            yield site.fault(page, "site_harmful", name, value=name)


def only_data_lead_away(site: BuiltSite) -> Iterator[Problem]:
    """A page that leads elsewhere by itself is a row of data/redirects.csv."""
    if site.register:
        rows = {row.old for row in site.register.redirects}
        for page in site.pages.values():
            if page.is_redirect and page.address not in {NOT_FOUND, *rows}:
                yield site.fault(page, "site_leads_away", "http-equiv")


def ids_are_unique(site: BuiltSite) -> Iterator[Problem]:
    """An id stands once on its page."""
    for page in site.pages.values():
        for name, count in Counter(page.ids).items():
            if count > 1:
                yield site.fault(page, "site_id_twice", name, value=name, count=count)


def words_are_filled_in(site: BuiltSite) -> Iterator[Problem]:
    """No {placeholder} of data/words.yml stands on a page instead of its value."""
    for page in site.pages.values():
        for name in page.unfilled:
            yield site.fault(page, "site_unfilled", name, value=name)


def _resolve(here: str, href: str, site_url: str) -> tuple[str | None, str]:
    """(address below the root, fragment) of an internal address; None for any other."""
    whole, fragment = urldefrag(urljoin(site_url + here, href))
    if not whole.startswith(site_url):
        leaves = bool(urlsplit(href).scheme or urlsplit(href).netloc)
        return (None, "") if leaves else ("outside the project path", "")
    return unquote(urlsplit(whole[len(site_url) :]).path), unquote(fragment)
