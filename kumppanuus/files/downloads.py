"""Files that a reader saves: a contact as vCard, an agreement as CSV."""

from __future__ import annotations

import csv
import io

from kumppanuus.facts.agreement import Agreement
from kumppanuus.facts.fields import Text
from kumppanuus.facts.models import Contact, District
from kumppanuus.html.view import View


def vcard(contact: Contact, district: District, view: View) -> str:
    """The contact as vCard 3.0 (RFC 2426), which phones and Outlook read; lines end in CRLF."""
    first, _, last = contact.name.rpartition(" ")
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"N:{_vcard_text(last)};{_vcard_text(first)};;;",
        f"FN:{_vcard_text(contact.name)}",
        f"ORG:{_vcard_text(district.registered_name)}",
    ]
    if contact.role:
        lines.append(f"TITLE:{_vcard_text(view.text(contact.role))}")
    if contact.tel:
        lines.append(f"TEL;TYPE=WORK,VOICE:{contact.tel}")
    if contact.email:
        lines.append(f"EMAIL;TYPE=INTERNET:{_vcard_text(contact.email)}")
    source = view.source_of(contact.source)
    note = f"{view.text(contact.answers_for)}. {view.text(view.ui.source)}: "
    note += f"{view.text(source.title)}, {view.dated(source)}. "
    note += view.confirmed_note(contact.confirmed)
    lines += [f"NOTE:{_vcard_text(note)}", "END:VCARD"]
    return "".join(f"{_fold(line)}\r\n" for line in lines)


def _vcard_text(value: str) -> str:
    for raw, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n"), ("\r", "")):
        value = value.replace(raw, escaped)
    return value


def _fold(line: str, limit: int = 75) -> str:
    """Lines of at most 75 octets, continued with a space (RFC 2425, 5.8.1)."""
    rows: list[str] = [""]
    for char in line:
        if len((rows[-1] + char).encode()) > limit:
            rows.append(" ")
        rows[-1] += char
    return "\r\n".join(rows)


def agreement_csv(agreement: Agreement, view: View) -> str:
    """The agreement as a table: part, column, text and, for sums, the numbers.

    Semicolons and a byte order mark, so that Excel in Finnish and Swedish opens it as it is.
    """
    ui = view.ui
    out = io.StringIO()
    write = csv.writer(out, delimiter=";", lineterminator="\r\n").writerow
    head = [view.text(one) for one in (ui.part, ui.subject, ui.content, ui.sum_amount)]
    write([*head[:3], f"{head[3]} (€)", view.text(ui.year), view.text(ui.source)])
    source = view.text(view.source_of(agreement.source).title)

    def row(part: str, subject: Text, text: str, amount: int | None = None) -> None:
        cells = [_csv_text(cell) for cell in (part, view.text(subject), text)]
        write([*cells, "" if amount is None else amount, agreement.year, _csv_text(source)])

    for part in agreement.parts:
        title = view.text(part.title)
        for goal in (*((part.aim,) if part.aim else ()), *part.goals):
            row(title, ui.goals, view.text(goal))
        for action in part.actions:
            steps = "; ".join(view.text(step) for step in action.steps)
            row(title, ui.actions, f"{view.text(action.text)} {steps}".strip())
        for item in part.evaluation:
            row(title, ui.evaluation, view.text(item))
        for who in part.responsible:
            person = view.register.people.get(who.contact or "")
            known = (
                (person.name, person.phone, person.email) if person else (view.text(ui.not_named),)
            )
            named = ", ".join(one for one in known if one)
            row(title, ui.responsible, f"{view.text(who.party)}: {named}")
        for money in part.sums:
            kind = view.text(view.register.words.sum_kinds[money.kind])
            text = f"{view.text(money.label)}: {kind}, {view.example_label(agreement)}"
            notes = [view.text(note).rstrip(".") for note in (money.terms, money.note) if note]
            row(title, ui.money, ". ".join([text, *notes]), money.amount)
        for item in part.other:
            row(title, ui.other, view.text(item))
    return "\ufeff" + out.getvalue()


def _csv_text(value: str) -> str:
    """A cell that a spreadsheet does not take for a formula (OWASP: CSV injection)."""
    return f"'{value}" if value.startswith(("=", "+", "-", "@")) else value
