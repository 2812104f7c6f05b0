"""Ids on pages: links to them lead somewhere, and none stands twice.

These rules render what a page's marks ask for, so they are put only where facts hold. Each is a
generator of Problems.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from markdown.extensions.toc import slugify

from kumppanuus.addresses import page_path
from kumppanuus.facts.fields import LANGUAGES, Language
from kumppanuus.facts.page_text import Heading, PageText
from kumppanuus.facts.prose import Prose
from kumppanuus.facts.register import Register
from kumppanuus.html import generated_pages
from kumppanuus.html.blocks import ID, ids_beside
from kumppanuus.html.environment import TEMPLATES
from kumppanuus.html.pages import GeneratedPage
from kumppanuus.html.view import View
from kumppanuus.problems import Problem, nearest, problem

_SIGNS = re.compile(r"[*_`]|\{[^}]*\}|\]\([^)]*\)|<[^>]*>")
_GIVEN = re.compile(r"\{:? *#([a-z0-9-]+) *\}")


def every_link_leads_to_a_heading(register: Register) -> Iterator[Problem]:
    """What follows # in a link is the id of a heading on its page, or one that data makes."""
    pages = {(one.language, one.path): one for one in register.prose}
    ids = _Ids(register)
    for page in register.prose:
        for link in page.text.links:
            path, _, name = link.target.partition("#")
            if not name or ":" in path:
                continue
            there = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path))
            target = pages.get((page.language, there if path else page.path))
            if target is None:
                known = ids.of_generated(page.language, there)
            elif name in target.text.ids:
                continue
            else:
                known = {*target.text.ids, *ids.beside(target)}
            if name not in known:
                near = nearest(name, known, 5)
                right = f"{path}#{near[0]}" if near else path or "kumppanuus.md"
                yield problem(
                    page.document.path,
                    link.line,
                    "dead_anchor",
                    value=name,
                    page=target.document.path if target else there,
                    expected=", ".join(near or sorted(known)[:8]) or "–",
                    example=f"[{link.text}]({right})",
                )


def every_heading_has_an_id_of_its_own(register: Register) -> Iterator[Problem]:
    """A heading's id, which is made of its words, is not that of something else on the page."""
    ids = _Ids(register)
    for page in register.prose:
        text, path = page.text, page.document.path
        slugs = {one: _slug(one) for one in text.headings}
        yield from (
            problem(path, one.line, "heading_without_id", value=one.text, example=_with_id(one))
            for one, slug in slugs.items()
            if not slug
        )
        given = _GIVEN.findall(text.plain)
        if not given and ids.possible.isdisjoint(slugs.values()):
            continue  # no need to look closer
        around = ids.beside(page) | ids.of_frame
        for name, count in Counter(text.ids).items():
            if name in around or count > 1:
                line = _line_of(name, text, slugs)
                heading = {one.line: one.text for one in text.headings}.get(line, "Otsikko")
                example = f"## {_SIGNS.sub('', heading).strip()} {{#{name}-2}}"
                yield problem(path, line, "heading_id", value=name, example=example)


def _slug(heading: Heading) -> str:
    return slugify(_SIGNS.sub("", heading.text), "-")


def _with_id(heading: Heading) -> str:
    return f"{'#' * heading.level} {heading.text} {{#oma-tunnus}}"


def _line_of(name: str, text: PageText, slugs: dict[Heading, str]) -> int:
    """The line of the last heading with such an id."""
    lines = [one.line for one, slug in slugs.items() if slug == name]
    lines += [number for number, row in text.lines if name in _GIVEN.findall(row)]
    return max(lines, default=text.first_line)


class _Ids:
    """Which ids there are: on pages made from data, and on prose pages beside their text."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.views = {language: View(register, language) for language in LANGUAGES}
        self._generated: dict[Language, dict[str, GeneratedPage]] = {}
        self._beside: dict[Prose, set[str]] = {}

    @cached_property
    def of_frame(self) -> set[str]:
        """The ids of what surrounds every page."""
        return _ids_in(self.register.root / "overrides")

    @cached_property
    def possible(self) -> set[str]:
        """Every id that anything beside a page's own text might have."""
        return self.of_frame | _ids_in(TEMPLATES) | {id_ for _, id_ in self.register.origins}

    def beside(self, page: Prose) -> set[str]:
        """The ids of a prose page's blocks and of what follows its text."""
        if page not in self._beside:
            self._beside[page] = ids_beside(self.views[page.language], page)
        return self._beside[page]

    def of_generated(self, language: Language, path: str) -> set[str]:
        """The ids of a page made from data; path: where its Markdown would lie."""
        if language not in self._generated:
            pages = generated_pages(self.views[language])
            self._generated[language] = {page_path(page.address): page for page in pages}
        page = self._generated[language].get(path)
        return set(ID.findall(page.draw())) if page else set()


def _ids_in(folder: Path) -> set[str]:
    files = [*folder.rglob("*.html"), *folder.rglob("*.j2")]
    return {id_ for file in files for id_ in ID.findall(file.read_text(encoding="utf-8"))}
