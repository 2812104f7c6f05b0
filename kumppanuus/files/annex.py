"""An agreement's annex in blocks: the five columns that it was written in, and its money."""

from __future__ import annotations

from collections.abc import Iterator

from kumppanuus.facts.agreement import Agreement, Part, Responsible
from kumppanuus.html.draft import Block, Heading, Items, Paragraph, Table
from kumppanuus.html.formats import display_euros, display_number
from kumppanuus.html.view import View


def agreement_blocks(view: View, agreement: Agreement) -> Iterator[Block]:
    """What the document is, its money, and each part as a row of its table."""
    ui, text = view.ui, view.text
    kind = text(view.register.words.agreement_kinds[agreement.kind])
    yield Items(
        (
            f"{text(ui.document)}: {agreement.original_title}",
            f"{text(ui.parties)}: {', '.join(text(one) for one in agreement.parties)}",
            f"{text(ui.agreement_kind)}: {kind}",
            f"{text(ui.year)}: {agreement.years}. {view.confirmed_note(agreement.confirmed)}",
        )
    )
    if any(part.sums for part in agreement.parts):
        yield Heading(text(ui.money))
        yield _money(view, agreement)
    columns = (ui.goals, ui.actions, ui.evaluation, ui.responsible, ui.other)
    for part in agreement.parts:
        yield Heading(text(part.title))
        if part.aim:
            yield Paragraph(text(part.aim))
        caption = view.say("part_caption", title=text(part.title), year=agreement.years)
        yield Table(caption, tuple(text(one) for one in columns), (_row(view, part),))
    source = view.source_of(agreement.source)
    yield Paragraph(f"{text(ui.source)}: {text(source.title)}. {text(source.author)}.")


def _money(view: View, agreement: Agreement) -> Table:
    ui, text = view.ui, view.text
    rows = []
    for part in agreement.parts:
        for one in part.sums:
            basis = text(ui.no_calculation)
            if one.unit_price is not None and one.quantity and one.unit:
                count = display_number(one.quantity)
                basis = f"{display_euros(one.unit_price)} × {count} {text(one.unit)}"
            notes = " ".join(f"{text(note).rstrip('.')}." for note in (one.terms, one.note) if note)
            kind = text(view.register.words.sum_kinds[one.kind])
            rows.append((text(one.label), kind, basis, notes or "–", display_euros(one.amount)))
    head = (ui.sum_label, ui.sum_kind, ui.sum_basis, ui.sum_terms, ui.sum_amount)
    caption = view.say("money_caption", example=view.example_label(agreement))
    return Table(caption, tuple(text(one) for one in head), tuple(rows))


def _row(view: View, part: Part) -> tuple[str, ...]:
    """The five cells; what is a list on the page is lines here."""
    text = view.text
    actions = (
        " ".join([text(one.text), "; ".join(text(step) for step in one.steps)]).strip()
        for one in part.actions
    )
    sums = (
        f"{text(one.label)}: {text(view.register.words.sum_kinds[one.kind])} "
        f"{display_euros(one.amount)}"
        for one in part.sums
    )
    cells = (
        map(text, part.goals),
        actions,
        map(text, part.evaluation),
        (_who(view, one) for one in part.responsible),
        (*sums, *map(text, part.other)),
    )
    return tuple("\n".join(" ".join(line.split()) for line in cell) or "–" for cell in cells)


def _who(view: View, responsible: Responsible) -> str:
    person = view.register.people.get(responsible.contact or "")
    named = view.text(view.ui.not_named)
    if person:
        known = (view.name_of(person), person.phone, person.email)
        named = ", ".join(one for one in known if one)
    return f"{view.text(responsible.party)}: {named}"
