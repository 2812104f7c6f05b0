"""Agreements and decisions as tables that a spreadsheet opens."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

from kumppanuus.facts.agreement import Agreement
from kumppanuus.facts.decision import newest_first
from kumppanuus.facts.fields import Text
from kumppanuus.html.view import View


def decisions_csv(view: View) -> str:
    """Every decision as a table, the newest first: a row for each of its sums, or one without."""
    ui, labels = view.ui, view.register.words
    out = io.StringIO()
    write = csv.writer(out, delimiter=";", lineterminator="\r\n").writerow
    write(
        [
            view.text(head)
            for head in (
                *(ui.decision_who, ui.decision_when, ui.decision_organ, ui.sum_kind),
                *(ui.decision_about, ui.decision_recipient, ui.decision_what),
                *(ui.sum_label, ui.decision_money, ui.year),
                *(ui.decision_period, ui.decision_conditions, ui.decision_reporting, ui.source),
            )
        ]
    )
    for one in newest_first(view.register.decisions.values()):
        organ = [_optional(view, one.organ), f"§ {one.section}" if one.section else ""]
        start = [view.body_of(one), one.date or "", " ".join(organ).strip()]
        start += [view.text(labels.decision_kinds[one.kind])]
        start += [view.text(labels.decision_about[one.about])]
        start += [_optional(view, one.recipient), view.text(one.what)]
        end = [_optional(view, text) for text in (one.period, one.conditions, one.reporting)]
        for money in one.sums or (None,):
            sums = ["", "", ""]
            if money:
                label = f"{view.text(labels.sum_kinds[money.kind])}: {_optional(view, money.what)}"
                sums = [label.rstrip(": "), str(money.amount), str(money.year or "")]
            write([_csv_text(cell) for cell in (*start, *sums, *end, one.url)])
    return "\ufeff" + out.getvalue()


def _optional(view: View, text: Text | None) -> str:
    return view.text(text) if text else ""


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

    def row(part: str, subject: Text, text: str, amount: Decimal | None = None) -> None:
        cells = [_csv_text(cell) for cell in (part, view.text(subject), text)]
        write([*cells, "" if amount is None else amount, agreement.years, _csv_text(source)])

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
            told = (view.name_of(person), person.phone, person.email) if person else ()
            named = ", ".join(one for one in told if one) or view.text(ui.not_named)
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
