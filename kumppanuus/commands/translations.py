"""Shows changed Finnish beside the Swedish that follows: as warnings, and on the command line.

python -m kumppanuus translations                  lists what is not current
python -m kumppanuus translations accept lape …    approves pages as they are now; --all every one
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import get_close_matches
from itertools import zip_longest
from pathlib import Path
from textwrap import wrap

from kumppanuus.checks.translations import (
    Approvals,
    Pair,
    accept,
    pages_in_both,
    pairs_of,
    read_approvals,
    write_approvals,
)
from kumppanuus.facts.register import Register
from kumppanuus.facts.sections import Section
from kumppanuus.problems import Problem, sentence, warning

WIDTH = 100
COLUMN = 48  # two of them and a line between


def every_translation_is_current(register: Register, root: Path) -> Iterator[Problem]:
    """Somebody has approved each Swedish section after the last change to its Finnish one."""
    approvals, strange = read_approvals(root)
    yield from strange
    for page, pairs in _not_current(register, approvals).items():
        if page not in approvals:
            path = f"docs/sv/{page}.md"
            yield warning(path, 1, "translation_new_page", page=page)
        else:
            yield from map(_warning, pairs)


def translations(root: Path, register: Register, chosen: list[str] | None, every: bool) -> int:
    """The command. chosen: pages to approve, or None to list; returns the exit status."""
    approvals, strange = read_approvals(root)
    if chosen is None:
        for problem in strange:
            print(problem)
        return _list(register, approvals)
    known = pages_in_both(register)
    pages = list(known) if every else [_page(name, known) for name in chosen]
    unknown = [name for name in pages if name not in known]
    for name in unknown:
        near = get_close_matches(name, known, n=1, cutoff=0.5) or known
        print(sentence("unknown_page", value=name, expected=", ".join(near)))
    if unknown or not pages:
        return 1
    approvals = accept(register, approvals, pages)
    write_approvals(root, approvals)
    print(sentence("translations_accepted", count=sum(len(approvals[page]) for page in set(pages))))
    for page, pairs in _not_current(register, approvals).items():
        if page in pages:
            for pair in pairs:
                print(_warning(pair))
    return 0


def _list(register: Register, approvals: Approvals) -> int:
    waiting = _not_current(register, approvals)
    for pairs in waiting.values():
        for pair in pairs:
            for line in str(_warning(pair)).splitlines():
                print("\n".join(wrap(line, WIDTH, subsequent_indent="    ")))
            print(*_columns(pair), "", sep="\n")
    print(
        sentence("translations_waiting" if waiting else "translations_current", count=len(waiting))
    )
    return 0


def _page(name: str, known: Collection[str]) -> str:
    """The page that is meant by its path, its file or its address."""
    name = name.removeprefix("./").removeprefix("docs/").removesuffix(".md").strip("/")
    name = name.removeprefix("fi/").removeprefix("sv/")
    return next((one for one in (name, f"{name}/index".strip("/")) if one in known), name)


def _not_current(register: Register, approvals: Approvals) -> dict[str, list[Pair]]:
    """The pairs that wait for somebody, by page."""
    waiting = {
        page: [
            pair
            for pair in pairs_of(page, fi, sv, approvals.get(page, ()))
            if pair.state != "current"
        ]
        for page, (fi, sv) in pages_in_both(register).items()
    }
    return {page: pairs for page, pairs in waiting.items() if pairs}


def _warning(pair: Pair) -> Problem:
    """What to do about a pair, where it is done; with the texts to compare."""
    here = pair.fi or pair.sv
    assert here is not None
    values = {"value": here.heading, "page": pair.page}
    if pair.fi is None:
        code = "translation_surplus"
    elif pair.sv is None:
        code = "translation_missing"
        values["swedish"] = pair.fi.path.replace("docs/fi/", "docs/sv/", 1)
    else:
        code = "translation_both" if pair.swedish_has_changed else f"translation_{pair.state}"
        values["swedish"] = f"{pair.sv.path}:{pair.sv.line}"
    line = min(pair.changed, default=here.line)
    return warning(here.path, line, code, "\n".join(_stacked(pair)), **values)


def _stacked(pair: Pair) -> Iterator[str]:
    """The lines that changed in Finnish, then the whole of the Swedish section."""
    if pair.fi:
        yield f"{pair.fi.path}:{pair.fi.line}"
        for number, text in pair.fi.rows:
            if number in pair.changed or not pair.changed:
                yield _marked(number, text, pair.changed)
    if pair.fi and pair.sv:
        yield ""
    if pair.sv:
        yield f"{pair.sv.path}:{pair.sv.line}"
        yield from (_marked(number, text, frozenset()) for number, text in pair.sv.rows)


def _columns(pair: Pair) -> Iterator[str]:
    """Finnish on the left, Swedish on the right, line by line where a paragraph has as many."""
    places = (f"{side.path}:{side.line}" if side else "" for side in (pair.fi, pair.sv))
    yield from _row(*([place] for place in places))
    for left, right in zip_longest(_cells(pair.fi, pair.changed), _cells(pair.sv, frozenset())):
        left, right = left or [], right or []
        if len(left) == len(right):
            for one, other in zip(left, right, strict=True):
                yield from _row([one], [other])
        else:
            yield from _row(left, right)
        yield f"{'':{COLUMN}} │"


def _cells(section: Section | None, changed: frozenset[int]) -> Iterator[list[str]]:
    for paragraph in section.paragraphs if section else ():
        yield [_marked(number, text, changed) for number, text in paragraph.lines]


def _row(left: list[str], right: list[str]) -> Iterator[str]:
    sides = [
        [line for text in cell for line in wrap(text, COLUMN, subsequent_indent="    ")]
        for cell in (left, right)
    ]
    for one, other in zip_longest(*sides, fillvalue=""):
        yield f"{one:{COLUMN}} │ {other}".rstrip()


def _marked(number: int, text: str, changed: frozenset[int]) -> str:
    return ("» " if number in changed else "  ") + text
