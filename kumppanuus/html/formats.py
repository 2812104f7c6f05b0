"""How days, sums and numbers are written in both languages, and what sorts a list."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from urllib.parse import urlsplit

from kumppanuus.facts.fields import Language

NBSP = "\u00a0"
# A space inside a sum, a number, a section or a time of day; (?![^<]*>) leaves the inside of tags
# alone. It begins with the space itself: that is what a search can be quick to find.
_UNBROKEN = re.compile(
    r" (?=[\d€%§])"
    r"(?:(?<=\d )(?=\d{2,4}\b|[€%§])|(?<=§ )(?=\d)|(?<=\bklo )(?=\d)|(?<=\bkl\. )(?=\d))"
    r"(?![^<]*>)"
)


def display_date(day: date) -> str:
    """5.2.2019: the form used in Finland in both languages."""
    return f"{day.day}.{day.month}.{day.year}"


def display_partial_date(value: str) -> str:
    """18.2.2021, 2/2021 or 2021: as exactly as "2021-02-18", "2021-02" or "2021" is known."""
    numbers = [int(one) for one in reversed(value.split("-"))]
    return ("/" if len(numbers) == 2 else ".").join(map(str, numbers))


def display_day_month(value: str, language: Language) -> str:
    """20.10. in Finnish and 20.10 in Swedish, of "2025-10-20": the day of a year told after it."""
    _, month, day = (int(one) for one in value.split("-"))
    return f"{day}.{month}" + ("." if language == "fi" else "")


def display_euros(amount: Decimal) -> str:
    """12 500 € or 54 631,50 € with spaces that do not break (SFS 4175)."""
    digits = f"{amount:,.0f}" if amount % 1 == 0 else f"{amount:,.2f}"
    return digits.replace(",", NBSP).replace(".", ",") + f"{NBSP}€"


def display_host(url: str) -> str:
    """pori.fi: whose page it is."""
    return (urlsplit(url).hostname or url).removeprefix("www.")


def display_number(number: int) -> str:
    """10 597 with a space that does not break."""
    return f"{number:,}".replace(",", NBSP)


def display_size(size: int, language: Language) -> str:
    """1,2 Mt or 120 kt in Finnish, MB and kB in Swedish, of bytes."""
    unit = {"fi": "t", "sv": "B"}[language]
    if size >= 1_000_000:
        return f"{size / 1_000_000:.1f}{NBSP}M{unit}".replace(".", ",")
    return f"{max(1, round(size / 1000))}{NBSP}k{unit}"


def unbroken(html: str) -> str:
    """HTML whose sums, telephone numbers, sections and times do not break at a line's end."""
    return _UNBROKEN.sub(NBSP, html)


def alphabetical(text: str) -> str:
    """A key to sort by: å, ä and ö follow z in this order, as in Finnish and Swedish."""
    return text.lower().translate({ord("å"): "{", ord("ä"): "|", ord("ö"): "}"})
