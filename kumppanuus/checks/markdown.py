"""What Markdown a page may hold: what the site shows as its editor expects it.

The rest, which GitHub or Word would show otherwise, is a Problem with a line that would be right.

Each rule is a generator of Problems.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kumppanuus.facts.fields import has_half_a_quotation
from kumppanuus.facts.page_text import BETWEEN_BRACES, PageText
from kumppanuus.facts.register import Register
from kumppanuus.problems import Problem, problem

# (code, what it looks like, a line that would be right). Code in text is not looked at.
SIGNS = tuple(
    (code, re.compile(pattern, re.MULTILINE), example)
    for code, pattern, example in (
        ("md_footnote", r"\[\^[^\]\n]*\]:?", "sources: [laitila-2023]"),
        ("md_box", r"^(?:!!!|\?\?\?\+?) ?\w.*|^ *> *\[!.*", "**Huomaa:** teksti"),
        ("md_task", r"^ *[-*+] \[[ xX]\].*", "- kohta"),
        ("md_identity", r"\b[0-3]\d[01]\d{3}[-+A-FU-Y]\d{3}[0-9A-Y]\b", None),
        ("md_struck", r"~~[^~\n]+~~|==[^=\n]+==", None),
        ("md_abbreviation", r"^\*\[[^\]\n]+\]:.*", '<abbr title="esimerkki">esim.</abbr>'),
        ("md_emoji", r"(?<![\w:]):[a-z][a-z0-9_+-]*:(?![\w:])", None),
        ("md_open_fence", r"^ {0,3}(?:```|~~~).*", "```"),
        ("md_bullet", r"^\s*[•·●▪◦–—] ?\S.*|^\s*[-*+]\u00a0.*", "- kohta"),
        ("md_indented", r"^ +#{1,6} \S.*|^#{1,6}[^\s#].*|^#{2,6}\s*$", "## Otsikko"),
        ("md_nested", r"^ {1,3}(?:[-*+]|\d+\.) \S.*", "    - alakohta"),
        ("md_too_deep", r"^ {13,}(?:[-*+]|\d+\.) .*|^ *(?:> ?){3,}.*", "- kohta"),
        ("md_underlined", r"^\S.*\n(?:=+|-+) *$", "## Otsikko"),
        ("md_reference", r"^ {0,3}\[[^\]\n]+\]: ?\S.*|\]\[[^\]\n]*\]", "[teksti](lape.md)"),
        ("md_link", r"\[(?:[^\[\]\n]*\[){3}.*", "[teksti](lape.md)"),
        ("md_tab", r"^.*\S\t.*", "| Kunta | Hinta |"),
    )
)  # fmt: skip
_BARE = re.compile(r"(?<![\w/<\"])(?:https?://|www\.)[^\s<>)]+")
# Bold as Markdown reads it: no space right inside its marks.
_BOLD = re.compile(r"\*\*(?![\s*])(?:(?!\*\*).)+?(?<!\s)\*\*|\\\*", re.DOTALL)
_NUMBERED = re.compile(r"(\d{1,9})\. +\S.*")
_BRACES = re.compile(r"\{[^}\n]*\}?")
_OWN_ID = re.compile(r"\{:? *#[a-z0-9]+(?:-[a-z0-9]+)* *\}")
_RULE = re.compile(r"\|?[ :|-]*-[ :|-]*")  # below a table's head
# Elements that text may need, with the attributes they may have.
ELEMENTS = {
    "span": {"lang"},
    "abbr": {"title", "lang"},
    "br": set(),
    "sup": set(),
    "sub": set(),
    "small": set(),
    "details": {"markdown", "open"},
    "summary": set(),
}
_BLOCKS = {"details", "summary"}
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)?[\w.+-]+[@.][^\s<>]+>")
_TAG = re.compile(r"<(?:(/?)([a-zA-Z][\w-]*)([^<>]*)>|[a-zA-Z/!?][^<>\n]{0,60})")
_ATTRIBUTE = re.compile(r"\s+([\w:.@-]+)(?:=(?:\"[^\"]*\"|'[^']*'|[^\s\"'=]+))?")


def every_page_says_something(register: Register) -> Iterator[Problem]:
    """A page has text below its head."""
    for page in register.prose:
        if not page.body.strip():
            yield problem(page.document.path, page.body_line, "md_empty")


def only_known_markdown_is_used(register: Register) -> Iterator[Problem]:
    """Signs that the site would show as they stand, or lose, are not used."""
    for page in register.prose:
        path, text = page.document.path, page.text
        for code, pattern, example in SIGNS:
            for found in pattern.finditer(text.plain):
                lead = len(found[0]) - len(found[0].lstrip("\n"))
                place = (path, text.line_at(found.start() + lead))
                yield problem(*place, code, value=found[0].strip(), example=example)
        for found in _BARE.finditer(text.without_links):
            place = (path, text.line_at(found.start()))
            target = found[0] if found[0].startswith("http") else f"https://{found[0]}"
            yield problem(*place, "md_bare", value=found[0], example=f"[nimi]({target})")
        for line, value in text.unread_links:
            yield problem(path, line, "md_link", value=value, example="[teksti](lape.md)")
        for line, value in _other_braces(text):
            yield problem(path, line, "md_braces", value=value, example="## Otsikko {#oma-tunnus}")


def _other_braces(text: PageText) -> Iterator[tuple[int, str]]:
    """Braces that are neither a mark nor an id: attributes of any kind."""
    plain = BETWEEN_BRACES.sub(lambda mark: " " * len(mark[0]), text.plain)
    for found in _BRACES.finditer(plain):
        if not _OWN_ID.fullmatch(found[0]) and "{{" not in found[0]:
            yield text.line_at(found.start()), found[0]


def a_number_at_the_start_of_a_line_is_a_list(register: Register) -> Iterator[Problem]:
    """A line such as "24. joulukuuta" would become a list that begins at 1; items count on."""
    for page in register.prose:
        for part in page.text.parts:
            rows = [
                (number, row, int(found[1]))
                for paragraph in part
                for (number, _), row in zip(
                    paragraph.lines, paragraph.plain.split("\n"), strict=True
                )
                if (found := _NUMBERED.match(row))
            ]
            counts = [0, *(count for _, _, count in rows), 0]
            for (number, row, count), before, after in zip(rows, counts, counts[2:], strict=False):
                counts_on = count == before + 1 > 1 or (
                    count == 1 and 1 in (before, after, after - 1)
                )
                if not counts_on:
                    example = row.replace(".", "\\.", 1)[:60]
                    place = (page.document.path, number)
                    yield problem(*place, "md_date", value=row, example=example)


def every_quotation_ends(register: Register) -> Iterator[Problem]:
    """A paragraph has both marks of each quotation."""
    for page in register.prose:
        for part in page.text.parts:
            for paragraph in part:
                if has_half_a_quotation(paragraph.plain):
                    rows = zip(paragraph.lines, paragraph.plain.split("\n"), strict=True)
                    line, value = next(at for at, row in rows if has_half_a_quotation(row))
                    yield problem(page.document.path, line, "md_quotation", value=value.strip())


def every_bold_ends(register: Register) -> Iterator[Problem]:
    """The marks of bold text come in pairs within a paragraph, right at the words."""
    for page in register.prose:
        for part in page.text.parts:
            for paragraph in part:
                # Sound marks give way to spaces, so that what is left stands where it stood.
                left = _BOLD.sub(lambda bold: bold[0].replace("*", " "), paragraph.plain)
                if (at := left.find("**")) >= 0:
                    line = paragraph.line_at(at)
                    value = paragraph.plain[at:].partition("\n")[0]
                    path = page.document.path
                    yield problem(path, line, "md_bold", value=value, example="**lihava** teksti")


def every_row_has_the_cells_of_its_head(register: Register) -> Iterator[Problem]:
    """A table has a line of |---| below its head, and as many cells in each row as in the head."""
    for page in register.prose:
        for part in page.text.parts:
            for paragraph in part:
                rows = [row.strip() for row in paragraph.plain.split("\n")]
                if not rows[0].startswith("|"):
                    continue
                path, numbers = page.document.path, [number for number, _ in paragraph.lines]
                if len(rows) < 2 or not _RULE.fullmatch(rows[1]):
                    example = "|".join(["", *["---"] * _cells(rows[0]), ""])
                    yield problem(path, numbers[0], "md_table_head", value=rows[0], example=example)
                    continue
                head = _cells(rows[0])
                for number, row in zip(numbers, rows, strict=True):
                    if _cells(row) != head:
                        values = {"count": _cells(row), "expected": head}
                        yield problem(path, number, "md_table_cells", value=row, **values)


def _cells(row: str) -> int:
    return len(re.findall(r"(?<!\\)\|", row.removeprefix("|").removesuffix("|"))) + 1


def headings_go_down_one_level_at_a_time(register: Register) -> Iterator[Problem]:
    """Below ## comes ###, not ####: a screen reader's list of headings has no holes."""
    for page in register.prose:
        level = 1
        for heading in page.text.headings:
            if heading.level > level + 1:
                example = f"{'#' * (level + 1)} {heading.text}"
                place = (page.document.path, heading.line)
                yield problem(*place, "md_level", value=heading.text, example=example)
            level = heading.level


def only_known_html_is_used(register: Register) -> Iterator[Problem]:
    """Of HTML, text may hold a few elements for single words, each of them closed."""
    known = ", ".join(f"<{one}>" for one in ELEMENTS)
    for page in register.prose:
        path, text = page.document.path, page.text
        for offset, value, code in _wrong_html(text.plain):
            example = {"md_html_open": '<span lang="en">workshop</span>'}.get(code)
            if value.startswith("<details"):
                example = '<details markdown="1">'
            place = (path, text.line_at(offset))
            yield problem(*place, code, value=value, expected=known, example=example)


def _wrong_html(plain: str) -> Iterator[tuple[int, str, str]]:
    """(offset, what stands there, the code of what is wrong)"""
    plain = _AUTOLINK.sub(lambda link: " " * len(link[0]), plain)
    open_: list[tuple[int, str]] = []
    unknown: set[str] = set()
    last = 0
    for found in _TAG.finditer(plain):
        if re.search(r"\n[ \t]*\n", plain[last : found.start()]):
            for offset, name in [one for one in open_ if one[1] not in _BLOCKS]:
                yield offset, f"<{name}>", "md_html_open"
                open_.remove((offset, name))
        last = found.start()
        name = (found[2] or "").lower()
        given = _ATTRIBUTE.findall(found[3] or "")
        rest = _ATTRIBUTE.sub("", found[3] or "").strip(" /")
        if found[0].startswith("<!--"):
            yield found.start(), found[0], "md_comment"
        elif found[1] and name in unknown:
            continue  # told where it begins
        elif (
            name not in ELEMENTS
            or rest
            or not ELEMENTS[name].issuperset(given)
            or (name == "details" and not found[1] and "markdown" not in given)  # else not read
        ):
            unknown.add(name)
            yield found.start(), found[0], "md_html"
        elif name == "br":
            continue
        elif not found[1]:
            open_.append((found.start(), name))
        elif not open_ or open_.pop()[1] != name:
            yield found.start(), found[0], "md_html_open"
    for offset, name in open_:
        yield offset, f"<{name}>", "md_html_open"
