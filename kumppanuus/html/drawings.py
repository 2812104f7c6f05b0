"""Drawings by hand, in one hand: lines of one weight, one colour laid under them, and things that
stand on a line. No people. None says what the words beside it do not. And sums as squares."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from kumppanuus.facts.money import Money
from kumppanuus.html.environment import TEMPLATES

_TOPICS = TEMPLATES / "drawings" / "topics"


@cache
def topic_drawing(topic: str) -> Markup:
    """What is drawn beside the heading of a topic's pages; empty where nothing is.

    topic: the file's name, which is the topic's address: lape.
    """
    file = _TOPICS / f"{topic}.svg"
    return (
        Markup(file.read_text(encoding="utf-8").strip()) if topic and file.is_file() else Markup()
    )


IN_A_ROW = 12  # as many as a year has months
MOST = 240  # more squares than that nobody counts, nor sees


@dataclass(frozen=True)
class Squares:
    """A square of 8 in a field of 10 for each unit that a sum pays for."""

    path: str
    width: int
    height: int


def squares(sum_: Money) -> Squares | None:
    """The sum's units as squares in rows of twelve; nothing where it has no unit price, or the
    squares would be too many."""
    count = sum_.quantity
    if count is None or sum_.unit_price is None or not 1 < count <= MOST:
        return None
    places = (divmod(one, IN_A_ROW) for one in range(count))
    return Squares(
        path="".join(f"M{10 * column + 1} {10 * row + 1}h8v8h-8z" for row, column in places),
        width=10 * min(count, IN_A_ROW),
        height=10 * -(-count // IN_A_ROW),
    )
