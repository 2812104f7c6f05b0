"""Documents for Word (DOCX, ECMA-376): XML parts from templates, zipped; the same bytes each time.

Readers are officials whose case system takes the text: real headings, lists and tables, the
language, the title, and nothing that a programme would have to repair.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import quote

from jinja2 import Environment
from markupsafe import Markup

from kumppanuus import addresses as to
from kumppanuus.facts.agreement import Agreement
from kumppanuus.facts.county import County
from kumppanuus.files.annex import agreement_blocks
from kumppanuus.html.draft import Block, Items, Paragraph, Place, Table, draft_blocks, runs, table
from kumppanuus.html.environment import environment_of
from kumppanuus.html.formats import unbroken
from kumppanuus.html.view import View

TEMPLATES = Path(__file__).parent / "templates"
# Inside A4 with margins of 2 cm, in twentieths of a point.
PORTRAIT, LANDSCAPE = 9638, 14570
# A letter of a table's text is about so wide, and a cell has a margin on both sides.
LETTER, MARGIN = 115, 108
URL_SIGNS = ";/?:@&=+$,#%!*'()[]~"  # stay as they are; letters with dots become %C3%A4
BULLETS = 1  # the list of word/numbering.xml that has bullets; those that are counted follow
FAST = 3  # of deflate: a tenth more bytes, in a third of the time
# The first of all the parts has to be that of the kinds (ECMA-376 part 2, 10.1.2). These are alike
# in most documents of a language, and are compressed once.
ALIKE = {
    "[Content_Types].xml": "content_types.xml.j2",
    "_rels/.rels": "package_rels.xml.j2",
    "word/styles.xml": "styles.xml.j2",
    "word/settings.xml": "settings.xml.j2",
    "word/numbering.xml": "numbering.xml.j2",
    "word/footer1.xml": "footer.xml.j2",
}


@dataclass(frozen=True)
class Document:
    """What a file says; day: of its text, told as when it was made."""

    title: str
    notice: str
    footer: str
    blocks: tuple[Block, ...]
    day: date
    landscape: bool = False


@dataclass(frozen=True)
class Title:
    """What a document begins with."""

    text: str
    notice: str
    kind: ClassVar = "title"


def documents(view: View) -> Iterator[tuple[str, bytes]]:
    """(address without language, file) of every document of a language."""
    register = view.register
    yield to.draft(), draft_document(view, None)
    yield to.ANNEX, annex_form(view)
    for id_ in register.districts_of_county:
        if view.is_county(id_):
            yield to.draft(to.county(id_)), draft_document(view, register.counties[id_])
    for group in register.municipalities_of.values():
        for home in group:
            yield to.draft(to.municipality(home.id)), draft_document(view, home)
    for agreement in register.agreements.values():
        yield to.agreement_docx(agreement.id), agreement_document(view, agreement)


def draft_document(view: View, place: Place) -> bytes:
    """The draft of a proposal for a municipality or a county, or for anybody."""
    draft = view.register.draft
    title = view.text(draft.title)
    if place is not None:
        name = view.text(place.name) if isinstance(place, County) else place.name[view.language]
        title = f"{title}: {name}"
    blocks = tuple(draft_blocks(view, place))
    notice, footer = view.text(draft.notice), view.text(draft.labels.footer)
    return docx(view, Document(title, notice, footer, blocks, draft.reviewed))


def annex_form(view: View) -> bytes:
    """The empty annex: what is agreed, and the money."""
    form = view.register.draft.annex
    title, notice = view.text(form.title), view.text(form.notice)
    lines = tuple(Paragraph(view.text(line)) for line in form.lines)
    signed = Paragraph(view.text(form.signed))
    blocks: tuple[Block, ...] = (*lines, table(view, form.goals), table(view, form.money), signed)
    return docx(view, Document(title, notice, title, blocks, view.register.draft.reviewed, True))


def agreement_document(view: View, agreement: Agreement) -> bytes:
    """An agreement's annex, with the facts that its page tells."""
    blocks = tuple(agreement_blocks(view, agreement))
    notice, footer = view.text(view.ui.agreement_lead), view.example_label(agreement)
    day = agreement.confirmed or date(agreement.year, 1, 1)
    return docx(view, Document(view.text(agreement.title), notice, footer, blocks, day, True))


def docx(view: View, document: Document) -> bytes:
    """The file: its parts with one and the same time, so that the same text is the same bytes."""
    locale = f"{view.language}-FI"
    width = LANDSCAPE if document.landscape else PORTRAIT
    links: dict[str, str] = {}
    blocks: list[Markup] = []
    numbered, before = BULLETS, ""
    for block in (Title(document.title, document.notice), *document.blocks):
        numbered += isinstance(block, Items) and block.numbered
        xml, urls = _block(block, width, numbered, before == "table")
        blocks.append(xml)
        links |= {quote(url, safe=URL_SIGNS): link_id(url) for url in urls}
        before = block.kind
    parts: dict[str, tuple[str, dict[str, Any]]] = {
        "docProps/core.xml": (
            "core.xml.j2",
            {
                "title": document.title,
                "creator": view.text(view.ui.site_name),
                "day": document.day,
                "locale": locale,
            },
        ),
        "word/document.xml": (
            "document.xml.j2",
            {"blocks": blocks, "landscape": document.landscape},
        ),
        "word/_rels/document.xml.rels": ("document_rels.xml.j2", {"links": links.items()}),
    }
    out = io.BytesIO(_alike(locale, numbered, document.footer))
    with zipfile.ZipFile(out, "a") as package:
        for name, (template, values) in parts.items():
            _add(package, name, template, values)
    return out.getvalue()


@cache
def _alike(locale: str, numbered: int, footer: str) -> bytes:
    """The beginning of a document, as a package of its own."""
    values = {"locale": locale, "numbered": numbered, "footer": footer}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, template in ALIKE.items():
            _add(package, name, template, values)
    return out.getvalue()


def _add(package: zipfile.ZipFile, name: str, template: str, values: dict[str, Any]) -> None:
    part = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    part.compress_type = zipfile.ZIP_DEFLATED
    part.create_system = 3  # of whichever system: 0 on Windows
    text = _templates().get_template(template).render(values)
    package.writestr(part, text.encode(), compresslevel=FAST)


@lru_cache(maxsize=1024)
def _block(
    block: Block | Title, width: int, number: int, after_table: bool
) -> tuple[Markup, tuple[str, ...]]:
    """A block as XML, and the addresses it links to; most are alike in every municipality.

    number: that of the list that is counted here.
    """
    urls: dict[str, None] = {}

    def link(url: str) -> str:
        urls[url] = None
        return link_id(url)

    values = {"block": block, "width": width, "number": number, "after_table": after_table}
    xml = _templates().get_template("block.xml.j2").render(values, link=link)
    return Markup(unbroken(xml)), tuple(urls)


def link_id(url: str) -> str:
    """The name of a link's relation: the same in every document."""
    return f"link-{sha256(url.encode()).hexdigest()[:12]}"


@cache
def _templates() -> Environment:
    environment = environment_of(TEMPLATES)
    environment.globals.update(runs=runs, widths=column_widths)
    return environment


def column_widths(given: Table, width: int) -> list[int]:
    """Columns by how much stands in each, in twentieths of a point; the longest word fits."""
    texts = [*zip(given.head, *given.rows, strict=True)]
    least = [
        max(len(word) for cell in column for word in cell.split()) * LETTER + 2 * MARGIN
        for column in texts
    ]
    weights = [max(len(cell) for cell in column) ** 0.5 for column in texts]
    spare = max(0, width - sum(least))
    wide = [one + spare * weight / sum(weights) for one, weight in zip(least, weights, strict=True)]
    return [int(one * width / sum(wide)) for one in wide]
