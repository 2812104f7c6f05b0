"""A fact as it was read: the model, and where each of its values stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel

from kumppanuus.facts.fields import Key, values_of
from kumppanuus.facts.load import Document

Mark = TypeVar("Mark")


@dataclass(frozen=True)
class Fact:
    """A model as it was read, and where: the document and its key there."""

    model: BaseModel
    document: Document
    at: Key

    def place(self, key: Key) -> tuple[str, int]:
        """(path, line) of one of its values."""
        return self.document.path, self.document.line((*self.at, *key))

    def marked(self, mark: type[Mark]) -> Iterator[tuple[Key, Any, Mark]]:
        """(key, value, mark) of every value whose type carries such a mark."""
        for key, value, marks in values_of(self.model):
            yield from ((key, value, one) for one in marks if isinstance(one, mark))
