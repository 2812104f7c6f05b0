"""What holds of the text of each page written by hand. Each rule is a generator of Problems."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import PurePath

from kumppanuus.addresses import (
    COUNTIES,
    MUNICIPALITIES,
    agreement,
    district_contacts,
    made_from_data,
    page_path,
)
from kumppanuus.checks.media import is_attachment
from kumppanuus.facts.fields import is_email, url_fault
from kumppanuus.facts.register import Register
from kumppanuus.problems import Problem, nearest, problem

_ELSEWHERE = re.compile(r"(https?://|mailto:|tel:)[^\s]", re.IGNORECASE)
EXAMPLES = {
    **dict.fromkeys(("url", "wrapped_url"), "https://www.mll.fi/"),
    "email": "mailto:etunimi.sukunimi@mll.fi",
    "phone": "tel:+358501234567",
}
_PARAGRAPH = re.compile(r"(?:^(?!#).*\S.*\n?)+", re.MULTILINE)
_TEXT = re.compile(r"(?!\d+\. )(?:\w|[*_]+\w|[\[(\"”’])")  # how its first line begins
# A list or a table that begins within it; a single "1." may be a day of the month.
_ITEM = re.compile(r"\n( {0,3}(?:[-*+] +\S.*|1\. .*(?=\n {0,3}2\. )|\|.*\|))")

# Read by itself, as in a screen reader's list of links, none of these says where it leads
# (WCAG 2.4.4).
VAGUE = {
    *("tästä", "täältä", "lue lisää", "klikkaa tästä", "linkki"),
    *("här", "läs mer", "länk", "klicka här"),
}


def says_nothing(text: str) -> bool:
    """Whether a link's text is empty or does not say where the link leads."""
    plain = " ".join(text.split()).strip(" .,:*_").lower()
    return not plain or plain in VAGUE


def pages_to_link_to(register: Register) -> set[str]:
    """The paths of all pages, as Markdown below docs/<language>/.

    Those of a file with a Problem of its own too: a link to one is not dead, and its file is
    mended first.
    """
    known = {page.path for page in register.prose}
    known |= set(map(page_path, made_from_data(register)))
    for path in register.broken:
        folder, _, name = path.partition("/")
        if folder == "docs":
            known.add(name.partition("/")[2])
        stem = PurePath(path).stem
        known |= {page_path(agreement(stem)), page_path(district_contacts(stem))}
    return known


def every_link_leads_to_a_page(register: Register) -> Iterator[Problem]:
    """A link names a page of the same language or a whole address, and says where it leads."""
    known = pages_to_link_to(register)
    # Which municipalities have a page cannot be told before these files are mended.
    sources = ("data/districts/", "data/municipalities.csv", "data/counties.yml")
    is_whole = all(map(register.is_whole, sources))
    unsure = () if is_whole else (MUNICIPALITIES, COUNTIES)
    for page in register.prose:
        here = posixpath.dirname(page.path)
        for link in page.text.links:
            words, target, place = link.text, link.target, (page.document.path, link.line)
            if says_nothing(words):
                yield problem(*place, "vague_link", value=words)
            path = target.partition("#")[0]
            if fault := _fault_of_address(target):
                yield problem(*place, fault, value=target, example=f"[{words}]({EXAMPLES[fault]})")
            if is_attachment(page, link, register):
                continue  # the rules of attachments
            if _ELSEWHERE.match(target) or (target and not path):
                continue  # on another site, or on the same page: the rule of anchors
            leads_to = posixpath.normpath(posixpath.join(here, path))
            if leads_to not in known and not leads_to.startswith(unsure):
                paths = {posixpath.relpath(one, here or ".") for one in known}
                by_name = [one for one in sorted(paths) if _name(one) == _name(path)]
                stems = {one.removesuffix(".md") for one in paths}
                near = [f"{one}.md" for one in nearest(path.removesuffix(".md"), stems)]
                expected = [*near, *by_name, "kumppanuus.md"][0]
                if target.startswith("www."):
                    expected = f"https://{target}"
                yield problem(*place, "dead_link", value=target, example=f"[{words}]({expected})")


def _name(path: str) -> str:
    return posixpath.basename(path).lower()


def _fault_of_address(target: str) -> str:
    """The code of what is wrong with a whole address; empty where nothing is, or it is none."""
    scheme, _, rest = target.partition(":")
    if scheme.lower() in ("http", "https"):
        return url_fault(target)
    if scheme == "mailto":
        return "" if is_email(rest) else "email"
    if scheme == "tel":
        return "" if re.fullmatch(r"\+?[0-9]{3,15}", rest) else "phone"
    return ""


def the_title_is_the_only_first_heading(register: Register) -> Iterator[Problem]:
    """The front matter's title is the page's h1; headings in the text begin with ##."""
    for page in register.prose:
        for one in page.text.headings:
            if one.level == 1:
                example = f"## {one.text}"
                yield problem(
                    page.document.path,
                    one.line,
                    "heading_too_high",
                    value=example[1:],
                    example=example,
                )


def a_list_has_an_empty_line_before_it(register: Register) -> Iterator[Problem]:
    """Right below a line of text Markdown takes the signs of a list or a table for text."""
    for page in register.prose:
        for paragraph in _PARAGRAPH.finditer(page.text.plain):
            item = _ITEM.search(paragraph[0])
            if item and _TEXT.match(paragraph[0]):
                line = page.text.line_at(paragraph.start() + item.start()) + 1
                yield problem(page.document.path, line, "list_without_room", value=item[1])
