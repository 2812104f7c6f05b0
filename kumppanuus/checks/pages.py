"""Where pages lie and what they are called. Each rule is a generator of Problems."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import PurePath

from kumppanuus import addresses as to
from kumppanuus.addresses import district as district_address
from kumppanuus.addresses import district_pages, section
from kumppanuus.checks.references import unknown
from kumppanuus.facts.fields import LANGUAGES, other_language
from kumppanuus.facts.register import Register
from kumppanuus.problems import Problem, problem, warning

# The frame and the pages made from data lead to these by themselves; so do lists to districts'
# pages and news.
LED_TO = {
    *("", to.MUNICIPALITIES, to.COUNTIES, to.PARTNERSHIP, to.BENEFITS, to.AGREEMENTS),
    *(to.DECISIONS, to.DISTRICTS, to.CONTACTS, to.SOURCES, to.SEARCH),
}


def every_page_is_in_both_languages(register: Register) -> Iterator[Problem]:
    """docs/fi and docs/sv hold the same pages, of the same district, topic and sources."""
    pages = {(page.language, page.path): page for page in register.prose}
    for (language, path), page in pages.items():
        other = other_language(language)
        pair = pages.get((other, path))
        if pair is None:
            name = page.document.path.replace(f"/{language}/", f"/{other}/", 1)
            if register.is_whole(name):
                yield problem(page.document.path, 1, "page_without_pair", expected=name)
        elif language == LANGUAGES[1]:
            for key in ("district", "topic", "sources", "menu_place", "date"):
                if getattr(page.meta, key) != getattr(pair.meta, key):
                    line = page.document.line((key,))
                    first = pair.document.path
                    yield problem(page.document.path, line, "pages_differ", key=key, first=first)


def every_page_belongs_where_it_lies(register: Register) -> Iterator[Problem]:
    """A page in a district's folder is that district's, and its topic is its file's name."""
    owner = {district_address(id_).rstrip("/"): id_ for id_ in register.districts}
    topics = register.words.topics
    for page in register.prose:
        district = owner.get(page.path.rpartition("/")[0])
        if district is None:
            continue
        name = PurePath(page.path).stem
        for key, expected in (("district", district), ("topic", name if name in topics else None)):
            given = getattr(page.meta, key)
            if given and given not in {*register.districts, *topics}:
                continue  # it is no district at all: another rule says so
            if given != expected and expected:
                place = (page.document.path, page.document.line((key,)))
                yield problem(
                    *place,
                    "page_of_another",
                    key=key,
                    expected=expected,
                    example=f"{key}: {expected}",
                )


def every_page_has_a_head_of_its_own(register: Register) -> Iterator[Problem]:
    """No two pages of a language have the same title or description."""
    heads: list[tuple[str, str, str, tuple[str, int]]] = []
    for key in ("title", "description"):
        for page in register.prose:
            place = (page.document.path, page.document.line((key,)))
            heads.append((page.language, key, getattr(page.meta, key), place))
        for id_, one in register.agreements.items():
            place = register.place("agreements", id_, key)
            heads += [(language, key, getattr(one, key)[language], place) for language in LANGUAGES]
    first: dict[tuple[str, str, str], str] = {}
    for language, key, value, place in heads:
        other = first.setdefault((language, key, value), place[0])
        if other != place[0]:
            yield problem(*place, "same_head", key=key, value=value, first=other)


def every_menu_entry_has_its_page(register: Register) -> Iterator[Problem]:
    """Each key of menu and footer in data/words.yml is the path of a page."""
    known = {page.address for page in register.prose}
    document = register.documents["data/words.yml"]
    for key in ("menu", "footer"):
        for path in getattr(register.words, key):
            if section(path) not in known and register.is_whole("docs/fi/"):
                line, names = document.line((key, path)), {one.rstrip("/") for one in known}
                yield unknown((document.path, line), key, path, names - {""})


def every_news_has_its_day(register: Register) -> Iterator[Problem]:
    """A page in docs/<language>/ajankohtaista/ has its date, and no other page has one."""
    for page in register.prose:
        is_news, path = page.path.startswith(to.NEWS), page.document.path
        if is_news and page.meta.date is None:
            yield problem(path, 1, "news_without_date", example=f"date: {register.today}")
        elif page.meta.date and not is_news:
            expected = f"docs/{page.language}/{to.NEWS}{PurePath(path).name}"
            yield problem(path, page.document.line(("date",)), "date_elsewhere", expected=expected)


def every_page_can_be_found(register: Register) -> Iterator[Problem]:
    """A menu, a list or another page's link leads to each page: few readers search."""
    listed = {section(path) for path in (*register.words.menu, *register.words.footer)}
    titles = {(page.language, page.path): page.meta.title for page in register.prose}
    for language in LANGUAGES:
        pages = [page for page in register.prose if page.language == language]
        found = {
            posixpath.normpath(
                posixpath.join(posixpath.dirname(page.path), link.target.partition("#")[0])
            )
            for page in pages
            for link in page.text.links
            if link.target.partition("#")[0]
        }
        for page in pages:
            by_itself = page.address in LED_TO or page.meta.district or page.meta.date
            if by_itself or page.address in listed or page.path in found:
                continue
            fi, sv = (titles.get((one, page.path), "…") for one in LANGUAGES)
            entry = f'{page.address.rstrip("/")}: {{fi: "{fi}", sv: "{sv}"}}'
            link_to = f"[{page.meta.title}]({page.path})"
            place = (page.document.path, page.document.line(("title",)))
            yield warning(*place, "orphan", link=link_to, example=entry)


def every_district_has_its_pages(register: Register) -> Iterator[Problem]:
    """Each district has an overview and a page for each topic in docs/."""
    paths = {page.path for page in register.prose}
    for id_ in register.districts:
        for path in district_pages(id_, register.words.topics):
            if path not in paths and register.is_whole(f"docs/fi/{path}"):
                place = register.place("districts", id_)
                expected = f"docs/fi/{path}, docs/sv/{path}"
                yield problem(*place, "district_without_page", value=id_, expected=expected)
