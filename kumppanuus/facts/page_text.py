"""The text of a page written by hand, read once: what is code, its links, headings, marks, parts.

Code is what the built page shows as code; nothing that stands in it is a link, a heading or a mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256

from markdown import Markdown
from markdown.extensions.fenced_code import FencedBlockPreprocessor

# What pages are read with (mkdocs.yml; MkDocs adds the first three) as far as it makes code or ids.
EXTENSIONS = ("toc", "tables", "fenced_code", "attr_list", "def_list", "md_in_html")
MARK = re.compile(r"\{\{ *([a-z_]+)(?: +([a-z0-9/-]+))? *\}\}")
BETWEEN_BRACES = re.compile(r"\{\{([^{}\n]*)\}\}")  # a mark, whether it can be filled or not
TITLE, INTRODUCTION = 0, 1  # the ## headings follow: 2, 3 …

# ``` or ~~~ up to the same fence, by Python-Markdown's own rule: with another it is no code.
_FENCED = FencedBlockPreprocessor.FENCED_BLOCK_RE
# Between equal runs of backticks, up to where a paragraph, an item or a row ends.
_INLINE = re.compile(
    r"(?<![\\`])(`+)(?!`)(?:[^\n]|\n(?![ \t]*(?:\n|[-*+>#|:]|\d+\.)))+?(?<!`)\1(?!`)"
)
# A link or a picture on one line; any other "](" is not read, and told by a rule.
_LINK = re.compile(r'(!?)\[([^\[\]\n]*)\]\( *<?([^\s()<>]*)>?(?: +"([^"\n]*)")? *\)')
_HEADING = re.compile(r"^(#{1,6}) +(\S.*)", re.MULTILINE)
_ID = re.compile(r'\bid="([^"]+)"')


@dataclass(frozen=True)
class Link:
    """An inline link, or a picture: text is then what is said in its place."""

    text: str
    target: str
    line: int
    title: str = ""


@dataclass(frozen=True)
class Heading:
    """A heading; level 2 for ##."""

    level: int
    text: str
    line: int


@dataclass(frozen=True)
class Mark:
    """{{ name argument }}: facts that are asked for. name: empty where it is not so written."""

    text: str
    name: str
    argument: str
    line: int


@dataclass(frozen=True)
class Paragraph:
    """Lines without an empty one between them, each with its number in the file.

    plain: the lines with code as spaces.
    """

    lines: tuple[tuple[int, str], ...]
    plain: str

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


@dataclass(frozen=True)
class PageText:
    """A page's Markdown, and the number of its first line in the file."""

    body: str
    first_line: int

    @cached_property
    def plain(self) -> str:
        """The text with code as spaces; every other character, and each line, keeps its place."""
        return _INLINE.sub(_spaces, _FENCED.sub(_spaces, self.body))

    @cached_property
    def lines(self) -> tuple[tuple[int, str], ...]:
        """The lines of the plain text with their numbers."""
        return tuple(enumerate(self.plain.split("\n"), self.first_line))

    def line_at(self, offset: int) -> int:
        """The number of the line that the character at ``offset`` stands on."""
        return self.first_line + self.body.count("\n", 0, offset)

    @cached_property
    def _links(self) -> tuple[tuple[str, Link], ...]:
        return tuple(
            (one[1], Link(self._shown(one, 2), one[3], self.line_at(one.start()), one[4] or ""))
            for one in _LINK.finditer(self.plain)
        )

    @property
    def links(self) -> tuple[Link, ...]:
        return tuple(link for sign, link in self._links if not sign)

    @property
    def pictures(self) -> tuple[Link, ...]:
        return tuple(link for sign, link in self._links if sign)

    @cached_property
    def without_links(self) -> str:
        """The plain text with links and pictures as spaces."""
        return _LINK.sub(_spaces, self.plain)

    @property
    def unread_links(self) -> Iterator[tuple[int, str]]:
        """(line, its text) where a link is begun in a way that is not read."""
        for one in re.finditer(r"\]\(", self.without_links):
            number = self.line_at(one.start())
            yield number, dict(self.lines)[number].strip()

    def _shown(self, match: re.Match[str], group: int) -> str:
        """A group of a match in the plain text as it stands in the page."""
        return self.body[slice(*match.span(group))]

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        return tuple(
            Heading(len(one[1]), self._shown(one, 2), self.line_at(one.start()))
            for one in _HEADING.finditer(self.plain)
        )

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        return tuple(
            Mark(one[1].strip(), *_asked(one[0]), self.line_at(one.start()))
            for one in BETWEEN_BRACES.finditer(self.plain)
        )

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids of the built text: of its headings, and those that an editor gave."""
        return tuple(_ID.findall(_markdown().reset().convert(self.body)))

    @cached_property
    def parts(self) -> tuple[tuple[Paragraph, ...], ...]:
        """Its paragraphs: those before the first ## heading, then from each to the next."""
        parts: list[list[Paragraph]] = [[]]
        for is_heading, paragraph in self._paragraphs():
            if is_heading:
                parts.append([])
            parts[-1].append(paragraph)
        return tuple(map(tuple, parts))

    def _paragraphs(self) -> Iterator[tuple[bool, Paragraph]]:
        """Whether it is a ## heading, and the lines."""
        written: list[tuple[int, str]] = []
        plain: list[str] = []
        for text, (number, line) in zip(self.body.split("\n"), self.lines, strict=True):
            is_heading = line.startswith("##") and not line.startswith("###")
            if written and (is_heading or not text.strip()):
                yield False, Paragraph(tuple(written), "\n".join(plain))
                written, plain = [], []
            if is_heading:
                yield True, Paragraph(((number, text),), line)
            elif text.strip():
                written.append((number, text))
                plain.append(line)
        if written:
            yield False, Paragraph(tuple(written), "\n".join(plain))


def _spaces(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _asked(mark: str) -> tuple[str, str]:
    """The name and the argument of a mark."""
    exact = MARK.fullmatch(mark)
    return (exact[1], exact[2] or "") if exact else ("", "")


@cache
def _markdown() -> Markdown:
    return Markdown(extensions=list(EXTENSIONS))


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
