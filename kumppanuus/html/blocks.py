"""What an editor can put into prose with ``{{ name }}``: facts from the data, never typed twice.

The marks stay text through Markdown and are filled in afterwards, so that nothing in the
data is ever read as Markdown or HTML.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator

from markupsafe import escape

from kumppanuus.facts.agreement import Agreement
from kumppanuus.facts.fields import LANGUAGES
from kumppanuus.facts.page_text import MARK
from kumppanuus.facts.prose import Prose
from kumppanuus.facts.register import Register
from kumppanuus.html.map import tile_map
from kumppanuus.html.pages import after_prose
from kumppanuus.html.view import View, display_euros, display_number, unbroken
from kumppanuus.problems import Problem, problem

# Code is left as it is.
_BLOCK = re.compile(rf"<(pre|code)\b(?s:.*?)</\1>|<p>{MARK.pattern}</p>|{MARK.pattern}")


def _districts(view: View, here: str, argument: str) -> str:
    """Cards of all districts."""
    return view.render("districts.html.j2", here)


def _contacts(view: View, here: str, argument: str) -> str:
    """Everyone, by district."""
    return view.render("all_contacts.html.j2", here)


def _regional_contacts(view: View, here: str, argument: str) -> str:
    """A district's people by region, with the role each has there."""
    return view.render(
        "regional_contacts.html.j2", here, district=view.register.districts[argument]
    )


def _claims(view: View, here: str, argument: str) -> str:
    """Every claim of benefit with its evidence."""
    return view.render("claims.html.j2", here)


def _agreements(view: View, here: str, argument: str) -> str:
    """A card for each agreement."""
    return view.render("agreements.html.j2", here)


def _sources(view: View, here: str, argument: str) -> str:
    """The register of claims and documents."""
    return view.render("sources.html.j2", here)


def _terms(view: View, here: str, argument: str) -> str:
    """The glossary."""
    return view.render("terms.html.j2", here)


def _search(view: View, here: str, argument: str) -> str:
    """The search field and its results."""
    return view.render("search.html.j2", here)


def _finder(view: View, here: str, argument: str) -> str:
    """The field that finds a municipality."""
    return view.render("finder.html.j2", here)


def _map(view: View, here: str, argument: str) -> str:
    """The districts' municipalities as a picture."""
    return view.render("map.html.j2", here, map=tile_map(view))


def _municipalities(view: View, here: str, argument: str) -> str:
    """Every municipality of the districts, by region."""
    return view.render("municipalities.html.j2", here)


def _example(view: View, here: str, argument: str) -> str:
    """A sum of an agreement with its label: 12 500 € (example, Letala 2023, not an offer)."""
    agreement, item = view.sum_of(*argument.split("/", 1))
    return _labelled(view, agreement, item.amount)


def _unit_price(view: View, here: str, argument: str) -> str:
    """The unit price of a sum, with the same label."""
    agreement, item = view.sum_of(*argument.split("/", 1))
    if item.unit_price is None:
        raise KeyError(argument)
    return _labelled(view, agreement, item.unit_price)


def _labelled(view: View, agreement: Agreement, euros: int) -> str:
    return f"{escape(display_euros(euros))} ({escape(view.example_label(agreement))})"


def _municipality_count(view: View, here: str, argument: str) -> str:
    """How many municipalities a district has, or all of them together."""
    of = view.register.municipalities_of
    count = len(of[argument]) if argument else sum(len(group) for group in of.values())
    return view.text(view.ui.municipality_count, count=display_number(count))


Block = Callable[[View, str, str], str]
BLOCKS: dict[str, Block] = {
    "districts": _districts,
    "contacts": _contacts,
    "regional_contacts": _regional_contacts,
    "claims": _claims,
    "agreements": _agreements,
    "sources": _sources,
    "terms": _terms,
    "search": _search,
    "finder": _finder,
    "map": _map,
    "municipalities": _municipalities,
    "example": _example,
    "unit_price": _unit_price,
    "municipality_count": _municipality_count,
}


WITH_ARGUMENT = {"regional_contacts", "example", "unit_price", "municipality_count"}


def with_facts(html: str, view: View, page: Prose) -> str:
    """A page's HTML as Markdown made it, with the facts that it asks for and what follows it."""
    asked = {(mark.name, mark.argument) for mark in page.text.marks}
    return fill(html, view, page.address, asked) + after_prose(view, page)


def fill(html: str, view: View, here: str, asked: Container[tuple[str, str]]) -> str:
    """The page's HTML with every mark replaced; a mark alone in its paragraph replaces that too.

    asked: (name, argument) of the marks that were read from the page, and so can be filled.
    """

    def replace(match: re.Match[str]) -> str:
        name, argument = match[2] or match[4] or "", match[3] or match[5] or ""
        if (name, argument) not in asked:
            return match[0]
        filled = BLOCKS[name](view, here, argument)
        is_inline = name in ("example", "unit_price", "municipality_count")
        return f"<p>{filled}</p>" if match[2] and is_inline else filled

    return _BLOCK.sub(replace, unbroken(html))


def every_mark_can_be_filled(register: Register) -> Iterator[Problem]:
    """A {{ mark }} in prose names a block that exists and a thing that it can show."""
    views = {language: View(register, language) for language in LANGUAGES}
    for page in register.prose:
        yield from every_mark_is_closed(page)
        for mark in page.text.marks:
            is_plain = mark.name in BLOCKS and mark.name not in WITH_ARGUMENT
            if is_plain and not mark.argument:
                continue  # it shows everything there is: nothing to look up, so nothing to render
            try:
                if is_plain:
                    raise KeyError(mark.argument)
                BLOCKS[mark.name](views[page.language], "", mark.argument)
            except (KeyError, TypeError):
                place = (page.document.path, mark.line)
                known = ", ".join(f"{{{{ {one} }}}}" for one in BLOCKS)
                yield problem(*place, "unknown_block", value=mark.text, expected=known)


def every_mark_is_closed(page: Prose) -> Iterator[Problem]:
    """{{ and }} stand in pairs on one line of the text, and nowhere in title and description."""
    for number, line in page.text.lines:
        rest = re.sub(r"\{\{.*?\}\}", "", line)
        if "{{" in rest or "}}" in rest:
            yield problem(page.document.path, number, "unclosed_block", value=line.strip())
    for key in ("title", "description"):
        if MARK.search(getattr(page.meta, key)):
            line_number = page.document.line((key,))
            yield problem(page.document.path, line_number, "block_in_front_matter", key=key)
