"""What a model says of itself."""

from __future__ import annotations

from datetime import date

import pytest

from kumppanuus.facts.fields import Text, is_fresh
from kumppanuus.facts.models import Contact
from kumppanuus.facts.municipality import Municipality
from tests.conftest import TODAY


def test_a_phone_number_is_linked_in_international_form() -> None:
    """Spaces and hyphens go; the leading zero becomes +358; +358 stays."""
    plain = Contact.model_construct(phone="050 320-5520")
    abroad = Contact.model_construct(phone="+358 50 320 5520")
    assert plain.tel == abroad.tel == "+358503205520"
    assert Contact.model_construct(phone=None).tel is None


@pytest.mark.parametrize(
    ("confirmed", "fresh"),
    [(None, False), (date(2025, 11, 20), False), (date(2025, 11, 21), True), (TODAY, True)],
)
def test_a_contact_is_confirmed_for_twelve_months(confirmed: date | None, fresh: bool) -> None:
    """After a year the page says that nobody has checked it."""
    assert is_fresh(confirmed, TODAY) is fresh


def test_a_municipality_has_an_ascii_id() -> None:
    """Hämeenlinna is found at /kunnat/hameenlinna/."""
    assert Municipality.model_construct(name=Text(fi="Hämeenlinna", sv="x")).id == "hameenlinna"
    assert (
        Municipality.model_construct(name=Text(fi="Pedersören kunta", sv="x")).id
        == "pedersoren-kunta"
    )
