"""A page of prose in the parts that are translated one by one: split at its ## headings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from kumppanuus.facts.prose import Prose

TITLE, INTRODUCTION = 0, 1  # the ## headings follow: 2, 3 …


@dataclass(frozen=True)
class Paragraph:
    """Lines without an empty one between them, each with its number in the file."""

    lines: tuple[tuple[int, str], ...]

    @property
    def text(self) -> str:
        """The lines as they stand in the file."""
        return "\n".join(text for _, text in self.lines)

    def line_at(self, offset: int) -> int:
        """The number of the line that the character at ``offset`` of the text stands on."""
        return self.lines[self.text.count("\n", 0, offset)][0]


@dataclass(frozen=True)
class Section:
    """A part of a page.

    path: the page's file.
    position: 0 title and description, 1 the text before the first ## heading, 2… each ## heading.
    """

    path: str
    position: int
    paragraphs: tuple[Paragraph, ...]

    @cached_property
    def rows(self) -> tuple[tuple[int, str], ...]:
        """The lines that hold text, with single spaces."""
        return tuple(
            (number, " ".join(text.split()))
            for paragraph in self.paragraphs
            for number, text in paragraph.lines
        )

    @property
    def line(self) -> int:
        """The number of its first line in the file."""
        return self.rows[0][0]

    @property
    def heading(self) -> str:
        """Its first line, by which a reader knows it."""
        return self.rows[0][1].lstrip("# ")

    @cached_property
    def digest(self) -> str:
        """Ten characters that change when its words do, but not when only its spaces do."""
        return _digest(" ".join(text for _, text in self.rows))[:10]

    @cached_property
    def line_digests(self) -> tuple[str, ...]:
        """Four characters for each row: enough to show which of them changed."""
        return tuple(_digest(text)[:4] for _, text in self.rows)


def split(page: Prose) -> tuple[Section, ...]:
    """The page's sections in their order; an introduction without text is not one."""
    meta = (("title", page.meta.title), ("description", page.meta.description))
    title = tuple((page.document.line((key,)), " ".join(text.split())) for key, text in meta)
    parts: list[list[Paragraph]] = [[]]
    for is_heading, paragraph in _paragraphs(page):
        if is_heading:
            parts.append([])
        parts[-1].append(paragraph)
    path = page.document.path
    return (
        Section(path, TITLE, (Paragraph(title),)),
        *(
            Section(path, position, tuple(paragraphs))
            for position, paragraphs in enumerate(parts, INTRODUCTION)
            if paragraphs
        ),
    )


def _paragraphs(page: Prose) -> Iterator[tuple[bool, Paragraph]]:
    """Whether it is a ## heading, and the lines; inside a code block nothing is a heading."""
    lines: list[tuple[int, str]] = []
    in_code = False
    for number, text in enumerate([*page.body.split("\n"), ""], page.body_line):
        in_code ^= text.startswith("```")
        is_heading = text.startswith("##") and not text.startswith("###") and not in_code
        if lines and (is_heading or not text.strip()):
            yield False, Paragraph(tuple(lines))
            lines = []
        if is_heading:
            yield True, Paragraph(((number, text),))
        elif text.strip():
            lines.append((number, text))


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
