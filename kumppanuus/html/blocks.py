"""What an editor can put into prose with ``{{ name }}``: facts from the data, never typed twice.

The marks stay text through Markdown and are filled in afterwards, so that nothing in the
data is ever read as Markdown or HTML.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from decimal import Decimal

from markupsafe import escape

from kumppanuus import addresses as to
from kumppanuus.facts.agreement import Agreement
from kumppanuus.facts.fields import LANGUAGES
from kumppanuus.facts.page_text import MARK
from kumppanuus.facts.prose import Prose
from kumppanuus.html.decisions import Decisions
from kumppanuus.html.draft import Block as Piece
from kumppanuus.html.draft import Heading, draft_blocks, runs, section_blocks
from kumppanuus.html.drawings import squares, topic_drawing
from kumppanuus.html.environment import TEMPLATES
from kumppanuus.html.formats import display_euros, display_number, unbroken
from kumppanuus.html.map import Atlas
from kumppanuus.html.news import recent_news
from kumppanuus.html.pictures import with_media
from kumppanuus.html.view import View
from kumppanuus.html.year import windows_by_region, year_line

ID = re.compile(r'\bid="([^"]+)"')
# Code is left as it is.
_BLOCK = re.compile(rf"<(pre|code)\b(?s:.*?)</\1>|<p>{MARK.pattern}</p>|{MARK.pattern}")


def _regional_contacts(view: View, here: str, argument: str) -> str:
    """A district's people by region, with the role each has there."""
    return view.render(
        "regional_contacts.html.j2", here, district=view.register.districts[argument]
    )


def _district_pages(view: View, here: str, argument: str) -> str:
    """The districts' pages of a topic, each with what it tells."""
    if argument not in view.register.words.topics:
        raise KeyError(argument)
    pages = {page.path: page for page in view.register.prose if page.language == view.language}
    own = {
        one: pages[path]
        for one in view.register.districts.values()
        if (path := to.page_path(to.district_topic(one.id, argument))) in pages
    }
    return view.render("district_pages.html.j2", here, pages=own)


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


def _squares(view: View, here: str, argument: str) -> str:
    """How a sum comes about: a square for each unit that is paid for."""
    agreement, item = view.sum_of(*argument.split("/", 1))
    drawn = squares(item)
    if drawn is None:
        raise KeyError(argument)
    return view.render("squares.html.j2", here, agreement=agreement, item=item, squares=drawn)


def _draft(view: View, here: str, argument: str) -> str:
    """The draft of a proposal with its gaps, or one section of it, to read and to copy."""
    draft = view.register.draft
    if argument:
        section = draft.section(argument)
        blocks: tuple[Piece, ...] = (
            Heading(view.text(section.title)),
            *section_blocks(view, section, None),
        )
    else:
        blocks = tuple(draft_blocks(view, None))
    return view.render(
        "draft.html.j2",
        here,
        blocks=blocks,
        runs=runs,
        title="" if argument else view.text(draft.title),
        notice=view.text(draft.notice),
    )


def _word_file(view: View, here: str, argument: str) -> str:
    """A link to a file for Word: the draft with its gaps, or the empty annex."""
    files = {
        "luonnos": (to.draft(), view.ui.draft_word),
        "liite": (to.ANNEX, view.ui.annex_word),
    }
    address, word = files[argument]
    return f'<a href="{view.hrefs(here)(address)}" download>{escape(view.text(word))}</a>'


def _labelled(view: View, agreement: Agreement, euros: Decimal) -> str:
    return f"{escape(display_euros(euros))} ({escape(view.example_label(agreement))})"


def _municipality_count(view: View, here: str, argument: str) -> str:
    """How many municipalities a district has, or all of them together."""
    of = view.register.municipalities_of
    count = len(of[argument]) if argument else sum(len(group) for group in of.values())
    return view.text(view.ui.municipality_count, count=display_number(count))


def _open_data(view: View, here: str, argument: str) -> str:
    """A link to a file of open data: municipalities.json."""
    return _link_to_data(view, here, argument, to.open_data)


def _open_data_schema(view: View, here: str, argument: str) -> str:
    """A link to its JSON Schema."""
    return _link_to_data(view, here, argument, to.open_data_schema)


def _link_to_data(view: View, here: str, kind: str, address: Callable[[str], str]) -> str:
    if kind not in to.OPEN_DATA:
        raise KeyError(kind)
    href = view.hrefs(here)(address(kind), LANGUAGES[0])
    return f'<a href="{href}">{href.rpartition("/")[2]}</a>'


Block = Callable[[View, str, str], str]
# Each shows everything there is of its kind: a template of that name is all of it.
WHOLE = sorted(path.name.removesuffix(".html.j2") for path in (TEMPLATES / "blocks").glob("*.j2"))
INLINE: dict[str, Block] = {
    "example": _example,
    "word_file": _word_file,
    "unit_price": _unit_price,
    "municipality_count": _municipality_count,
    "open_data": _open_data,
    "open_data_schema": _open_data_schema,
}
OF_ONE: dict[str, Block] = {
    "regional_contacts": _regional_contacts,
    "draft": _draft,
    "district_pages": _district_pages,
    "squares": _squares,
    **INLINE,
}


def block(view: View, here: str, name: str, argument: str = "") -> str:
    """The HTML that stands in place of {{ name argument }}.

    Raises KeyError where there is no such block, or nothing that it could show.
    """
    if name in OF_ONE:
        return OF_ONE[name](view, here, argument)
    if name not in WHOLE or argument:
        raise KeyError(name)
    drawn = {
        "atlas": Atlas(view),
        "year_line": year_line,
        "all_decisions": Decisions(view),
        "topic_drawing": topic_drawing,
        "windows_by_region": windows_by_region,
    }
    return view.render(f"blocks/{name}.html.j2", here, **drawn)


def after_prose(view: View, page: Prose) -> str:
    """What follows the text: news on the home page; on a district's page whom to call, and on its
    overview its news and facts."""
    meta, address = page.meta, page.address
    if meta.district is None:
        return recent_news(view, address) if address == to.HOME else ""
    district = view.register.districts[meta.district]
    facts = ""
    if address == to.district(district.id):
        facts = recent_news(view, address, district.id)
        drawn = {"district": district, "atlas": Atlas(view)}
        facts += str(view.render("district_facts.html.j2", address, **drawn))
    people = view.register.contacts_for(district.id, meta.topic)
    contacts = view.render("contact_section.html.j2", address, district=district, people=people)
    return facts + str(contacts)


def with_facts(html: str, view: View, page: Prose) -> str:
    """A page's HTML as Markdown made it, with the facts that it asks for and what follows it."""
    asked = {(mark.name, mark.argument) for mark in page.text.marks}
    html = with_media(html, view, page)
    return fill(html, view, page.address, asked) + after_prose(view, page)


def ids_beside(view: View, page: Prose) -> set[str]:
    """The ids that a page's blocks, and what follows its text, have."""
    blocks = (block(view, page.address, one.name, one.argument) for one in page.text.marks)
    return set(ID.findall("".join([*blocks, after_prose(view, page)])))


def fill(html: str, view: View, here: str, asked: Container[tuple[str, str]]) -> str:
    """The page's HTML with every mark replaced; a mark alone in its paragraph replaces that too.

    asked: (name, argument) of the marks that were read from the page, and so can be filled.
    """

    def replace(match: re.Match[str]) -> str:
        name, argument = match[2] or match[4] or "", match[3] or match[5] or ""
        if (name, argument) not in asked:
            return match[0]
        filled = block(view, here, name, argument)
        return f"<p>{filled}</p>" if match[2] and name in INLINE else filled

    return _BLOCK.sub(replace, unbroken(html))
