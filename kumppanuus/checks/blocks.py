"""How pages ask for facts with ``{{ marks }}``. Each rule is a generator of Problems."""

from __future__ import annotations

from collections.abc import Iterator

from kumppanuus.facts.fields import LANGUAGES
from kumppanuus.facts.page_text import BETWEEN_BRACES, MARK
from kumppanuus.facts.register import Register
from kumppanuus.html.blocks import INLINE, OF_ONE, WHOLE, block
from kumppanuus.html.view import View
from kumppanuus.problems import Problem, problem


def every_mark_is_closed(register: Register) -> Iterator[Problem]:
    """{{ and }} stand in pairs on one line of the text, and nowhere in title and description."""
    for page in register.prose:
        path = page.document.path
        for number, line in page.text.lines:
            rest = BETWEEN_BRACES.sub("", line)
            if "{{" in rest or "}}" in rest:
                yield problem(path, number, "unclosed_block", value=line.strip())
        for key in ("title", "description"):
            if MARK.search(getattr(page.meta, key)):
                line_number = page.document.line((key,))
                yield problem(path, line_number, "block_in_front_matter", key=key)


def every_mark_stands_where_it_can(register: Register) -> Iterator[Problem]:
    """A mark stands in no heading; one that shows more than words is a paragraph of its own, and
    on a page once."""
    for page in register.prose:
        path, rows = page.document.path, dict(page.text.lines)
        headings = {one.line for one in page.text.headings}
        seen: set[str] = set()
        for mark in page.text.marks:
            if mark.line in headings:
                yield problem(path, mark.line, "mark_in_heading", value=mark.text)
            if mark.line in headings or mark.name in INLINE:
                continue
            alone = rows[mark.line].strip().removeprefix("{{").removesuffix("}}").strip()
            beside = "".join(rows.get(mark.line + step, "").strip() for step in (-1, 1))
            if alone != mark.text or beside:
                yield problem(path, mark.line, "mark_in_a_sentence", value=mark.text)
            if mark.text in seen:
                yield problem(path, mark.line, "mark_twice", value=mark.text)
            seen.add(mark.text)


def every_mark_can_be_filled(register: Register) -> Iterator[Problem]:
    """A {{ mark }} in prose names a block that exists and a thing that it can show."""
    views = {language: View(register, language) for language in LANGUAGES}
    for page in register.prose:
        for mark in page.text.marks:
            if mark.name in WHOLE and not mark.argument:
                continue  # it shows everything there is: nothing to look up, so nothing to render
            try:
                block(views[page.language], "", mark.name, mark.argument)
            except (KeyError, TypeError):
                place = (page.document.path, mark.line)
                known = ", ".join(f"{{{{ {one} }}}}" for one in sorted((*WHOLE, *OF_ONE)))
                yield problem(*place, "unknown_block", value=mark.text, expected=known)
