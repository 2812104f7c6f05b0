"""The largest page that is read takes no long time, whatever stands in it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from kumppanuus.checks.terms import own_words
from kumppanuus.facts.load import LINE_LIMIT_KB, PAGE_LIMIT_KB
from kumppanuus.facts.page_text import PageText
from kumppanuus.html.formats import unbroken
from tests.checks.test_cases import problems_of

# What took quadratic time once, a quarter of a minute and more.
SHAPES = [
    *("a", "a.", "[", "](", "[a](", "![a](", "{{", "{", "{{ a ", "<a lang=x>", "<a ", "1 ", "`"),
    *('<span lang="fi">', "a@", "a@b.", "www.", "[a]: ", "> ", "|", '"', "<", "#", "{#a ", "[^"),
]


def page_of(shape: str) -> str:
    """As many full lines of it as a page may have."""
    line = (shape * (LINE_LIMIT_KB * 1024))[: LINE_LIMIT_KB * 1000]
    return "\n".join([line] * (PAGE_LIMIT_KB // LINE_LIMIT_KB))


@pytest.mark.parametrize("shape", SHAPES)
def test_no_page_takes_long(shape: str, tiny: Path) -> None:
    """Seconds of the processor, with much room: the slowest takes a third of it."""
    page = tiny / "docs/fi/lape.md"
    page.write_text(page.read_text() + page_of(shape) + "\n")
    start = time.process_time()
    problems_of(tiny)
    assert time.process_time() - start < 5


@pytest.mark.parametrize("shape", SHAPES)
def test_no_pattern_takes_long(shape: str) -> None:
    """The patterns that are put to a page's text and HTML, one after the other."""
    text = page_of(shape)
    start = time.process_time()
    page = PageText(text, 1)
    assert len(page.plain) == len(text)
    _ = page.links, page.headings, page.marks
    own_words(text, "fi")
    unbroken(f"<p>{text}</p>")
    assert time.process_time() - start < 2
