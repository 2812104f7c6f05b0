"""The model of data/draft.yml: the draft of a proposal, once for pages and for Word.

What stands in [brackets] is a gap: only whoever prepares the matter knows what belongs there.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kumppanuus.facts.fields import CheckedOn, Frozen, Id, Text

GAP = re.compile(r"\[[^\[\]]+\]")
# What the facts fill in: html/draft.py says how.
FilledKind = Literal["place", "local", "decisions", "windows", "contacts"]
Cells = Annotated[tuple[Text, ...], Field(min_length=2)]


class DraftTable(Frozen):
    """A table: caption above it, head, and rows whose first cell names the row."""

    caption: Text
    head: Cells
    rows: Annotated[tuple[Cells, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _is_whole(self) -> DraftTable:
        for index, row in enumerate(self.rows):
            if len(row) != len(self.head):
                found = {"key": ("rows", index), "count": len(row), "expected": len(self.head)}
                raise PydanticCustomError("row_cells", "other cells than the head", found)
        return self


class DraftBlock(Frozen):
    """A piece of a section; exactly one of text, items, table and filled.

    numbered: the items are steps or points of a decision.
    only: stands in the drafts of municipalities alone, or of wellbeing counties.
    """

    text: Text | None = None
    items: tuple[Text, ...] = ()
    numbered: Literal["yes"] | None = None
    table: DraftTable | None = None
    filled: FilledKind | None = None
    only: Literal["municipality", "county"] | None = None

    @model_validator(mode="after")
    def _is_one_thing(self) -> DraftBlock:
        given = (self.text, self.items, self.table, self.filled)
        if sum(bool(one) for one in given) != 1:
            raise PydanticCustomError("missing", "one of four", {"key": "text"})
        return self


class DraftSection(Frozen):
    """A heading and what stands under it."""

    id: Id
    title: Text
    blocks: Annotated[tuple[DraftBlock, ...], Field(min_length=1)]


class DraftGaps(Frozen):
    """What stands where a fact would, as long as nobody has said which municipality it is."""

    municipality: Text
    region: Text
    county: Text
    district: Text
    languages: Text
    local: Text
    windows: Text
    contacts: Text


class DraftLabels(Frozen):
    """What the lines and tables that the facts fill in are called; footer: on each page."""

    county: Text
    decisions: Text
    decisions_newest: Text
    footer: Text


class AnnexForm(Frozen):
    """The empty annex to an agreement: its table in columns, and that of the money."""

    title: Text
    notice: Text
    lines: tuple[Text, ...]
    goals: DraftTable
    money: DraftTable
    signed: Text


class Draft(Frozen):
    """data/draft.yml

    notice: what it is and what the reader must do; reviewed: when somebody last read it through.
    """

    title: Text
    notice: Text
    reviewed: CheckedOn
    gaps: DraftGaps
    labels: DraftLabels
    sections: Annotated[tuple[DraftSection, ...], Field(min_length=1)]
    annex: AnnexForm

    def section(self, id_: str) -> DraftSection:
        """Raises KeyError where there is none."""
        for one in self.sections:
            if one.id == id_:
                return one
        raise KeyError(id_)
