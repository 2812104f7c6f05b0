"""The search index, and what the fields that find something need."""

from __future__ import annotations

from collections.abc import Iterator

from kumppanuus.addresses import FINDER_DATA
from kumppanuus.facts.fields import LANGUAGES
from kumppanuus.html.view import View
from kumppanuus.search.finder import finder_data


def search_files(view: View) -> Iterator[tuple[str, str]]:
    """(address, content) of what the scripts load; one file serves both languages."""
    if view.language == LANGUAGES[0]:
        yield FINDER_DATA, finder_data(view.register)
