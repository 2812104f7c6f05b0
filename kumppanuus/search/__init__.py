"""The search: its index, and what the fields that find something need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kumppanuus.addresses import FINDER_DATA, search_index_of, stemmer_of
from kumppanuus.facts.fields import LANGUAGES
from kumppanuus.html.view import View
from kumppanuus.search.finder import finder_data
from kumppanuus.search.index import IndexedPage, search_index
from kumppanuus.search.stemmers import stemmer


def search_files(view: View) -> Iterator[tuple[str, str]]:
    """(address, content) of what the scripts load beside the index; the field for municipalities
    has one file for both languages."""
    yield stemmer_of(view.language), stemmer(view.language)
    if view.language == LANGUAGES[0]:
        yield FINDER_DATA, finder_data(view.register)


def search_index_file(view: View, pages: Iterable[IndexedPage]) -> tuple[str, str]:
    """(address, content) of a language's index; pages: all of its pages, in any order."""
    return search_index_of(view.language), search_index(view, pages)
