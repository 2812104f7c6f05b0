"""A contact as a file that a phone saves."""

from __future__ import annotations

from kumppanuus.facts.models import Contact, District
from kumppanuus.files.calendar import folded
from kumppanuus.html.view import View


def vcard(contact: Contact, district: District, view: View) -> str:
    """The contact as vCard 3.0 (RFC 2426), which phones and Outlook read; lines end in CRLF
    and are folded as a calendar's (RFC 2425, 5.8.1)."""
    name = contact.name or f"{district.registered_name}, {view.name_of(contact)}"
    first, _, last = name.rpartition(" ") if contact.name else ("", "", name)
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"N:{_vcard_text(last)};{_vcard_text(first)};;;",
        f"FN:{_vcard_text(name)}",
        f"ORG:{_vcard_text(district.registered_name)}",
    ]
    if contact.role:
        lines.append(f"TITLE:{_vcard_text(view.text(contact.role))}")
    if contact.tel:
        lines.append(f"TEL;TYPE=WORK,VOICE:{contact.tel}")
    if contact.email:
        lines.append(f"EMAIL;TYPE=INTERNET:{_vcard_text(contact.email)}")
    if contact.address:
        lines.append(f"ADR;TYPE=WORK:;;{_vcard_text(view.text(contact.address))};;;;")
    source = view.source_of(contact.source)
    note = f"{view.text(contact.answers_for)}. {view.text(view.ui.source)}: "
    note += f"{view.text(source.title)}, {view.dated(source)}. "
    note += view.confirmed_note(contact.confirmed)
    lines += [f"NOTE:{_vcard_text(note)}", "END:VCARD"]
    return "".join(f"{folded(line)}\r\n" for line in lines)


def _vcard_text(value: str) -> str:
    for raw, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n"), ("\r", "")):
        value = value.replace(raw, escaped)
    return value
