"""Drawings by hand, in one hand: lines of one weight, one colour laid under them, and things that
stand on a line. No people. Each says nothing that the words beside it do not."""

from __future__ import annotations

from functools import cache

from markupsafe import Markup

from kumppanuus.html.environment import TEMPLATES

_TOPICS = TEMPLATES / "drawings" / "topics"


@cache
def topic_drawing(topic: str) -> Markup:
    """What is drawn beside the heading of a topic's pages; empty where nothing is.

    topic: the file's name, which is the topic's address: lape.
    """
    file = _TOPICS / f"{topic}.svg"
    return Markup(file.read_text(encoding="utf-8").strip()) if topic and file.is_file() else Markup()
