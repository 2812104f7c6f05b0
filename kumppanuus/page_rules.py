"""What holds of each page written by hand. Each rule is a generator of Problems."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from markdown import Markdown

from kumppanuus.fields import is_id
from kumppanuus.model import TOPICS
from kumppanuus.problems import Problem, problem
from kumppanuus.prose import Prose
from kumppanuus.register import Register

TEXTS = {".md", ".markdown", ".txt", ".docx", ""}  # what an editor may take for a page
_CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]*`", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(?<!!)\[([^\]\n]*)\]\(\s*<?([^)\s>]*)")
_ELSEWHERE = re.compile(r"(https?://|mailto:|tel:)[^\s]")
_ID = re.compile(r'\bid="([^"]+)"')
_PARAGRAPH = re.compile(r"(?:^(?!#).*\S.*\n?)+", re.MULTILINE)
_TEXT = re.compile(r"(?!1\. )(?:\w|[*_]+\w|[\[(\"”’])")  # how its first line begins
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


def all_page_rules(register: Register) -> Iterator[Problem]:
    """Every Problem that the rules about pages find."""
    yield from every_page_has_an_address_of_its_own(register)
    yield from every_page_belongs_where_it_lies(register)
    known = {page.path for page in register.prose}
    known |= {*generated(register), *unread(register)}
    yield from every_page_has_a_head_of_its_own(register)
    for page in register.prose:
        text = _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), page.body)
        yield from every_link_leads_to_a_page(page, text, known)
        yield from every_link_leads_to_a_heading(page, text, register)
        yield from the_title_is_the_only_first_heading(page, text)
        yield from a_list_has_an_empty_line_before_it(page, text)


def every_file_is_read(root: Path) -> Iterator[Problem]:
    """A file that looks like data or a page lies where it is read, with a name that is read."""
    for folder in ("districts", "contacts", "agreements"):
        for path in sorted((root / "data" / folder).glob("*")):
            if path.suffix != ".yml" and not path.name.startswith("."):
                name = path.relative_to(root).as_posix()
                yield problem(name, 1, "file_not_read", expected=f"data/{folder}/….yml")
    for path in sorted((root / "docs").rglob("*")):
        name = path.relative_to(root).as_posix()
        is_page = name.startswith(("docs/fi/", "docs/sv/")) and path.suffix == ".md"
        if not path.is_file() or path.name.startswith("."):
            continue
        if not is_page and path.suffix.lower() in TEXTS:
            yield problem(name, 1, "file_not_read", expected="docs/fi/….md, docs/sv/….md")
        elif is_page and not is_id(path.stem):
            yield problem(name, 1, "id_form", value=path.stem, example="uusi-sivu.md")


def generated(register: Register) -> Iterator[str]:
    """The paths that pages made from data would have as Markdown."""
    for homes in register.municipalities_of.values():
        yield from (f"kunnat/{home.id}.md" for home in homes)
    yield from (f"piirit/{id_}/yhteystiedot.md" for id_ in register.districts)
    yield from (f"sopimukset/{id_}.md" for id_ in register.agreements)


def unread(register: Register) -> Iterator[str]:
    """The paths of pages that a file with a Problem of its own would have made: a link to one is
    not dead, and its file is mended first."""
    for path in register.broken:
        folder, _, name = path.partition("/")
        if folder == "docs":
            yield name.partition("/")[2]
        stem = Path(path).stem
        yield from (f"sopimukset/{stem}.md", f"piirit/{stem}/yhteystiedot.md")


def every_page_has_an_address_of_its_own(register: Register) -> Iterator[Problem]:
    """No page is written where one is made from data."""
    made = set(generated(register))
    for page in register.prose:
        if page.path in made:
            yield problem(page.document.path, 1, "page_is_made_from_data")


def every_page_belongs_where_it_lies(register: Register) -> Iterator[Problem]:
    """A page in a district's folder is that district's, and its topic is its file's name."""
    for page in register.prose:
        folder, _, name = page.path.removesuffix(".md").rpartition("/")
        district = folder.removeprefix("piirit/")
        if district not in register.districts or folder == district:
            continue
        for key, expected in (("district", district), ("topic", name if name in TOPICS else None)):
            given = getattr(page.meta, key)
            if given and given not in {*register.districts, *TOPICS}:
                continue  # it is no district at all: another rule says so
            if given != expected and expected:
                place = (page.document.path, page.document.line((key,)))
                yield problem(
                    *place,
                    "page_of_another",
                    key=key,
                    expected=expected,
                    example=f"{key}: {expected}",
                )


def every_page_has_a_head_of_its_own(register: Register) -> Iterator[Problem]:
    """No two pages of a language have the same title, no two pages the same description."""
    first: dict[tuple[str, str], Prose] = {}
    for page in register.prose:
        heads = ("title", page.language + page.meta.title), ("description", page.meta.description)
        for key, value in heads:
            other = first.setdefault((key, value), page)
            if other is not page:
                place = (page.document.path, page.document.line((key,)))
                value = getattr(page.meta, key)
                yield problem(*place, "same_head", key=key, value=value, first=other.document.path)


def every_link_leads_to_a_page(page: Prose, text: str, known: set[str]) -> Iterator[Problem]:
    """A link names a page of the same language or a whole address, and says where it leads."""
    here = posixpath.dirname(page.path)
    for match in _LINK.finditer(text):
        words, target = match[1], match[2]
        place = (page.document.path, page.body_line + text[: match.start()].count("\n"))
        if says_nothing(words):
            yield problem(*place, "vague_link", value=words)
        path = target.partition("#")[0]
        if _ELSEWHERE.match(target) or (target and not path):
            continue  # on another site, or on the same page: the built site is checked for that
        if posixpath.normpath(posixpath.join(here, path)) not in known:
            paths = {posixpath.relpath(one, here or ".") for one in known}
            near = get_close_matches(path, sorted(paths), n=1, cutoff=0.6)
            expected = near[0] if near else "kumppanuus.md"
            if target.startswith("www."):
                expected = f"https://{target}"
            yield problem(*place, "dead_link", value=target, example=f"[{words}]({expected})")


def every_link_leads_to_a_heading(page: Prose, text: str, register: Register) -> Iterator[Problem]:
    """What follows # in a link is the id of a heading, or of something from data, on its page."""
    pages = {(one.language, one.path): one for one in register.prose}
    for match in _LINK.finditer(text):
        path, _, name = match[2].partition("#")
        if not name or _ELSEWHERE.match(path):
            continue
        there = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path))
        target = pages.get((page.language, there if path else page.path))
        if target is None:
            continue  # a page made from data: the built site is checked for that
        ids = _ID.findall(Markdown(extensions=["attr_list", "toc"]).convert(target.body))
        if "{{" in target.body:  # what the page shows from data has its id there
            ids += [id_ for _, id_ in register.origins]
        if name in ids:
            continue
        near = get_close_matches(name, ids, n=5) or ids[:5]
        right = f"{path}#{near[0]}" if near else path or "kumppanuus.md"
        yield problem(
            page.document.path,
            page.body_line + text[: match.start()].count("\n"),
            "dead_anchor",
            value=name,
            page=target.document.path,
            expected=", ".join(near) or "–",
            example=f"[{match[1]}]({right})",
        )


def the_title_is_the_only_first_heading(page: Prose, text: str) -> Iterator[Problem]:
    """The front matter's title is the page's h1; headings in the text begin with ##."""
    for number, line in enumerate(text.splitlines(), page.body_line):
        if re.match(r"# +\S", line):
            yield problem(
                page.document.path, number, "heading_too_high", value=line, example=f"#{line}"
            )


def a_list_has_an_empty_line_before_it(page: Prose, text: str) -> Iterator[Problem]:
    """Right below a line of text Markdown takes the signs of a list or a table for text."""
    for paragraph in _PARAGRAPH.finditer(text):
        item = _ITEM.search(paragraph[0])
        if item and _TEXT.match(paragraph[0]):
            line = page.body_line + text[: paragraph.start() + item.start()].count("\n") + 1
            yield problem(page.document.path, line, "list_without_room", value=item[1])
