"""vCards."""

from __future__ import annotations

from kumppanuus.files.contacts import vcard
from tests.conftest import Views


def test_a_vcard_escapes_and_folds(views: Views) -> None:
    """Commas and semicolons are escaped; no line is longer than 75 octets (RFC 2426)."""
    view = views()["fi"]
    district = view.register.districts["satakunta"]
    contact = view.register.contacts["satakunta"][0]
    odd = contact.model_copy(update={"name": "Maija; Esi,merkki\\", "phone": "02 123 4567"})
    card = vcard(odd, district, view)
    assert "FN:Maija\\; Esi\\,merkki\\\\\r\n" in card
    assert "TEL;TYPE=WORK,VOICE:+35821234567\r\n" in card
    assert all(len(line.encode()) <= 75 for line in card.split("\r\n"))
