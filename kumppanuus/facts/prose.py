"""The models of what is written by hand: pages and their front matter."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

from pydantic import Field, StringConstraints

from kumppanuus.facts.fields import (
    CheckedOn,
    DistrictId,
    Frozen,
    Language,
    PlainText,
    SourceId,
    TopicId,
)
from kumppanuus.facts.load import Document
from kumppanuus.facts.page_text import INTRODUCTION, TITLE, PageText, Paragraph, Section


class PageMeta(Frozen):
    """The front matter of a prose page.

    sources: shown at the end of the page; reviewed: the day the text was last read through.
    history: true where all of the page tells of what has ended, so that dated terms are in place.
    menu, menu_place: a district's further page in its menu: its name there, if shorter than the
        title, and its place among such pages, from 1 on.
    date: the day of a page of news, which lies in docs/<language>/ajankohtaista/.
    """

    title: PlainText
    description: Annotated[PlainText, StringConstraints(max_length=170)]
    district: DistrictId | None = None
    topic: TopicId | None = None
    sources: tuple[SourceId, ...] = ()
    reviewed: CheckedOn
    history: bool = False
    menu: PlainText | None = None
    menu_place: Annotated[int, Field(ge=1, le=99)] | None = None
    date: CheckedOn | None = None


@dataclass(frozen=True, eq=False)
class Prose:
    """A page written by hand: docs/<language>/<path>. Each is itself, whatever it says."""

    path: str
    language: Language
    document: Document
    meta: PageMeta
    body: str
    body_line: int

    @property
    def source(self) -> str:
        """Its file below docs/: fi/lape.md."""
        return f"{self.language}/{self.path}"

    @property
    def address(self) -> str:
        """The page's address without its language: "lape/", "" for the home page."""
        stem = self.path.removesuffix(".md").removesuffix("index")
        return stem if stem.endswith("/") or not stem else f"{stem}/"

    @cached_property
    def text(self) -> PageText:
        """What its Markdown says."""
        return PageText(self.body, self.body_line)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The parts that are translated one by one, in their order: title and description, the
        introduction if it has text, and what is below each ## heading."""
        head = [
            (key, " ".join(getattr(self.meta, key).split())) for key in ("title", "description")
        ]
        title = Paragraph(
            tuple((self.document.line((key,)), text) for key, text in head),
            "\n".join(text for _, text in head),
        )
        path = self.document.path
        return (
            Section(path, TITLE, (title,)),
            *(
                Section(path, position, paragraphs)
                for position, paragraphs in enumerate(self.text.parts, INTRODUCTION)
                if paragraphs
            ),
        )
