"""The draft of a proposal, filled in from the facts: blocks that become a page or a Word file.

Nobody's name is put into a sentence, where Finnish would inflect it: facts stand on lines of their
own ("Kunta: Akaa"), and sentences are whole in data/draft.yml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from kumppanuus.facts.calendar import Window
from kumppanuus.facts.county import County
from kumppanuus.facts.decision import Decision
from kumppanuus.facts.draft import GAP, DraftBlock, DraftSection, DraftTable, FilledKind
from kumppanuus.facts.municipality import Municipality
from kumppanuus.html.formats import display_date, display_euros, display_partial_date
from kumppanuus.html.view import View

WINDOWS = 2  # application times of a body, the newest


_RUN = re.compile(rf"(?P<gap>{GAP.pattern})|(?P<link>https?://(?:[^\s()]|\([^\s()]*\))+(?<![.,;]))")


@dataclass(frozen=True)
class Heading:
    kind: ClassVar = "heading"
    text: str


@dataclass(frozen=True)
class Paragraph:
    kind: ClassVar = "paragraph"
    text: str


@dataclass(frozen=True)
class Items:
    """A list; numbered where the order is a part of what it says."""

    kind: ClassVar = "items"
    texts: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Table:
    """The first cell of each row names it."""

    kind: ClassVar = "table"
    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Paragraph | Items | Table
# Whose draft it is; None: anybody's, and every fact a gap.
Place = Municipality | County | None


@dataclass(frozen=True)
class Run:
    """A part of a text: a gap in brackets, an address to follow, or plain."""

    kind: Literal["plain", "gap", "link"]
    text: str


def runs(text: str) -> Iterator[Run]:
    """A text in its parts."""
    end = 0
    for found in _RUN.finditer(text):
        if found.start() > end:
            yield Run("plain", text[end : found.start()])
        yield Run("gap" if found["gap"] else "link", found[0])
        end = found.end()
    if text[end:]:
        yield Run("plain", text[end:])


def draft_blocks(view: View, place: Place) -> Iterator[Block]:
    """The whole draft but for its title and notice."""
    for section in view.register.draft.sections:
        yield Heading(view.text(section.title))
        yield from section_blocks(view, section, place)


def section_blocks(view: View, section: DraftSection, place: Place) -> Iterator[Block]:
    """What stands under a section's heading."""
    body = "county" if isinstance(place, County) else "municipality"
    for block in section.blocks:
        if block.only in (None, body):
            yield from _block(view, block, place)


def table(view: View, given: DraftTable) -> Table:
    """A table of data/draft.yml in the view's language."""
    rows = tuple(tuple(view.text(cell) for cell in row) for row in given.rows)
    return Table(view.text(given.caption), tuple(view.text(one) for one in given.head), rows)


def _block(view: View, block: DraftBlock, place: Place) -> Iterator[Block]:
    if block.text:
        yield Paragraph(view.text(block.text))
    elif block.items:
        items = tuple(view.text(one) for one in block.items)
        yield Items(items, numbered=block.numbered is not None)
    elif block.table:
        yield table(view, block.table)
    elif block.filled == "decisions":
        yield from _decisions(view, place)
    elif block.filled and (lines := tuple(_lines(view, block.filled, place))):
        yield Items(lines)


def _lines(view: View, kind: FilledKind, place: Place) -> Iterator[str]:
    if kind == "place":
        return _place(view, place)
    if kind == "local":
        return _local(view, place)
    if kind == "windows":
        return _windows(view, place)
    return _contacts(view, place)


def _as_sentence(text: str) -> str:
    return text[0].upper() + text[1:]


def _labelled(label: str, value: str) -> str:
    return f"{label}: {value}"


def _place(view: View, place: Place) -> Iterator[str]:
    """Who decides and where: what the register of municipalities tells."""
    gaps, ui, register, text = view.register.draft.gaps, view.ui, view.register, view.text
    if isinstance(place, County):
        districts = [register.districts[one] for one in register.districts_of_county[place.id]]
        homes = view.by_name(register.municipalities_in_county(place.id))
        yield _labelled(text(register.draft.labels.county), text(place.name))
        yield _labelled(text(ui.district), ", ".join(text(one.name) for one in districts))
        yield _labelled(text(ui.municipalities), ", ".join(text(one.name) for one in homes))
    elif place is None:
        yield _labelled(text(ui.municipality), text(gaps.municipality))
        yield _labelled(text(ui.region), text(gaps.region))
        yield _labelled(text(ui.county), text(gaps.county))
        yield _labelled(text(ui.district), text(gaps.district))
        yield _labelled(text(ui.kunta_languages), text(gaps.languages))
    else:
        yield _labelled(text(ui.municipality), text(place.name))
        yield _labelled(text(ui.region), text(place.region))
        yield _labelled(text(ui.county), text(place.county))
        yield _labelled(text(ui.district), text(register.district_of[place.id].name))
        yield _labelled(text(ui.kunta_languages), _languages(view, place))


def _languages(view: View, home: Municipality) -> str:
    ui = view.ui
    told = {"fi": ui.kunta_fi, "sv": ui.kunta_sv, "fi-sv": ui.kunta_fi_sv, "sv-fi": ui.kunta_sv_fi}
    return view.text(told[home.languages])


def _local(view: View, place: Place) -> Iterator[str]:
    """What the sources tell of the work there, each with its source, and what they do not."""
    if isinstance(place, County):
        return
    for fact in view.register.local_facts(place) if place else ():
        when = fact.year or view.text(view.ui.undated)
        who = f" {_as_sentence(view.text(fact.organiser))}, {when}." if fact.organiser else ""
        if fact.source:
            source = f"{view.source_name(fact.source)}{view.source_date(fact.source)}"
        else:
            day = display_date(fact.read_on) if fact.read_on else ""
            source = f"{fact.url} ({view.text(view.ui.decision_read)} {day})"
        yield f"{view.text(fact.text)}{who} {view.text(view.ui.source)}: {source}."
    yield view.text(view.register.draft.gaps.local)


def _decisions(view: View, place: Place) -> Iterator[Block]:
    near = place.id if isinstance(place, County) else place
    found = view.register.nearness.nearest_decisions(near, with_sums=True)
    if not found:
        return
    ui = view.ui
    head = tuple(map(view.text, (ui.decision_who, ui.decision_what, ui.decision_money)))
    rows = tuple((_who(view, one), _what(view, one), "; ".join(_sums(view, one))) for one in found)
    labels = view.register.draft.labels
    caption = view.text(labels.decisions if place else labels.decisions_newest)
    yield Table(caption, head, rows)
    yield Items(tuple(_source(view, one) for one in found))


def _who(view: View, decision: Decision) -> str:
    organ = f", {view.text(decision.organ)}" if decision.organ else ""
    section = f", § {decision.section}" if decision.section else ""
    day = display_partial_date(decision.date) if decision.date else view.text(view.ui.undated)
    return f"{view.body_of(decision)}{organ}, {day}{section}"


def _what(view: View, decision: Decision) -> str:
    kind = view.text(view.register.words.decision_kinds[decision.kind])
    recipient = f"{view.text(decision.recipient)}. " if decision.recipient else ""
    return f"{_as_sentence(kind)}: {recipient}{view.text(decision.what)}"


def _sums(view: View, decision: Decision) -> Iterable[str]:
    for one in decision.sums:
        labels = view.register.words
        kind = view.text(labels.sum_kinds[one.kind])
        if one.precision:
            kind = f"{kind} {view.text(labels.precisions[one.precision])}"
        year = f" ({one.year})" if one.year else ""
        what = f": {view.text(one.what)}" if one.what else ""
        yield f"{kind} {display_euros(one.amount)}{year}{what}"


def _source(view: View, decision: Decision) -> str:
    day = display_date(decision.read_on)
    read = f"{view.text(decision.read)} ({view.text(view.ui.decision_read)} {day})"
    note = f" {_as_sentence(view.text(decision.date_note))}." if decision.date_note else ""
    year = f" {decision.year}" if decision.year else ""
    return f"{view.body_of(decision)}{year}: {read}.{note} {decision.url}"


def _windows(view: View, place: Place) -> Iterator[str]:
    """When the municipality and its county have taken applications, the newest of each."""
    register = view.register
    found: list[tuple[str, Window]] = []
    if isinstance(place, Municipality):
        found += [(view.text(place.name), one) for one in register.windows_in(place)[:WINDOWS]]
    county = register.county_of.get(place.id) if isinstance(place, Municipality) else place
    if county and view.is_county(county.id):  # Helsinki's are its own as a municipality
        found += [(view.text(county.name), one) for one in register.windows_of(county.id)[:WINDOWS]]
    for name, one in found:
        what = f", {view.text(one.what)}" if one.what else ""
        day = f"{view.text(view.ui.decision_read)} {display_date(one.read_on)}"
        yield f"{name}{what}: {view.said(one)} ({day}). {one.url}"
    if not found:
        yield view.text(register.draft.gaps.windows)


def _contacts(view: View, place: Place) -> Iterator[str]:
    """The district's people for the place, each with the source and its age."""
    register = view.register
    if isinstance(place, County):
        ids = register.districts_of_county[place.id]
        people = [one for id_ in ids for one in register.contacts[id_]]
    else:
        people = list(register.contacts_in(place)) if place else []
    for one in people:
        if one.is_reachable:
            role = view.text(one.role) if one.role else None
            address = view.text(one.address) if one.address else None
            facts = (one.name, role, one.phone, one.email, address)
            known = ", ".join(fact for fact in facts if fact)
            source = f"{view.source_name(one.source)}{view.source_date(one.source)}"
            note = view.confirmed_note(one.confirmed)
            yield f"{known}. {view.text(view.ui.source)}: {source}. {note}"
    if not any(one.is_reachable for one in people):
        yield view.text(register.draft.gaps.contacts)
