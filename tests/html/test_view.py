"""How a view writes sums, dates and letters."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kumppanuus.html.formats import alphabetical, display_date, display_euros, unbroken


def test_swedish_and_finnish_letters_come_last() -> None:
    """å, ä, ö in this order, after z; capitals as small letters."""
    assert sorted(["Öra", "zeta", "Ängö", "Åbo", "aura"], key=alphabetical) == [
        *("aura", "zeta", "Åbo", "Ängö", "Öra")
    ]


def test_sums_stay_together_and_tags_as_they_are() -> None:
    """A space inside a number, before € and after §; nothing inside a tag."""
    html = unbroken('<svg viewBox="0 0 840 810"></svg> 12 500 €, 2 § 58, 3 kuntaa')
    assert html == (
        '<svg viewBox="0 0 840 810"></svg> 12\u00a0500\u00a0€, 2\u00a0§\u00a058, 3 kuntaa'
    )


def test_sums_and_dates_are_written_as_in_finland() -> None:
    """A space that does not break between thousands; day, month, year."""
    assert display_euros(Decimal(12500)) == "12\u00a0500\u00a0€"
    assert display_euros(Decimal("54631.50")) == "54\u00a0631,50\u00a0€"
    assert display_date(date(2019, 2, 5)) == "5.2.2019"
