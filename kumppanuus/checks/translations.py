"""The state of every Swedish section against its Finnish one, computed from the text alone.

``data/translations.lock`` holds what somebody approved: which Finnish words which Swedish
words were found to follow. Nobody writes it by hand: ``python -m kumppanuus translations
accept <page>`` does, and the file can be made anew at any time.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path
from typing import Literal

from kumppanuus.facts.fields import LANGUAGES
from kumppanuus.facts.load import LoadError, read_text
from kumppanuus.facts.page_text import Section
from kumppanuus.facts.prose import Prose
from kumppanuus.facts.register import Register
from kumppanuus.problems import Problem, messages, warning

LOCK = Path("data/translations.lock")
State = Literal["current", "stale", "swedish", "missing", "new"]
# What is approved: the headings of a page's sections, or all of them.
Chosen = Mapping[str, Collection[str] | None]

_LINE = re.compile(
    r"(\S+) ([0-9]+) fi=([0-9a-f]{10}) sv=([0-9a-f]{10}) lines=((?:[0-9a-f]{4})+)", re.ASCII
)


@dataclass(frozen=True, order=True)
class Approval:
    """A line of the lock: the Swedish section says what the Finnish one says.

    page: the path below docs/<language>/, without .md.
    fi, sv: digests of the two sections; lines: digests of the lines of the Finnish one.
    """

    page: str
    position: int
    fi: str
    sv: str
    lines: tuple[str, ...]

    def __str__(self) -> str:
        lines = "".join(self.lines)
        return f"{self.page} {self.position} fi={self.fi} sv={self.sv} lines={lines}"


@dataclass(frozen=True)
class Pair:
    """A Finnish section and the Swedish one that follows it; one of them may be missing.

    approval: what was approved last for the two.
    """

    page: str
    fi: Section | None
    sv: Section | None
    approval: Approval | None

    @property
    def state(self) -> State:
        """stale: the Finnish has changed since it was approved, whatever the Swedish has done;
        swedish: the Swedish alone has."""
        if self.fi is None or self.sv is None:
            return "missing"
        if self.approval is None:
            return "new"
        if self.approval.fi != self.fi.digest:
            return "stale"
        return "swedish" if self.swedish_has_changed else "current"

    @property
    def swedish_has_changed(self) -> bool:
        """Whether the Swedish too is other than when it was approved."""
        return bool(self.approval and self.sv and self.approval.sv != self.sv.digest)

    @property
    def headings(self) -> frozenset[str]:
        """What the section is called, in both languages, as somebody may write it."""
        return frozenset(plain_name(one.heading) for one in (self.fi, self.sv) if one)

    @property
    def changed(self) -> frozenset[int]:
        """The numbers of the Finnish lines that are not as they were approved."""
        if self.fi is None or self.approval is None:
            return frozenset()
        match = SequenceMatcher(None, self.approval.lines, self.fi.line_digests, autojunk=False)
        return frozenset(
            self.fi.rows[row][0]
            for kind, _, _, start, end in match.get_opcodes()
            if kind != "equal"
            for row in range(start, end)
        )


Approvals = dict[str, tuple[Approval, ...]]


def plain_name(heading: str) -> str:
    """A heading without what is easily written otherwise: case, punctuation, spaces."""
    return " ".join(re.findall(r"\w+", heading.casefold()))


def read_approvals(root: Path) -> tuple[Approvals, list[Problem]]:
    """The lock by page, and a warning for each line that is not one of its own."""
    path = root / LOCK
    if not path.exists():
        return {}, []
    try:
        name, text = read_text(root, path)
    except LoadError as error:
        return {}, [replace(error.problem, level="warning")]
    found: dict[tuple[str, int], Approval] = {}
    strange: list[Problem] = []
    for number, line in enumerate(text.splitlines(), 1):
        match = _LINE.fullmatch(line)
        if match:
            page, position, fi, sv, lines = match.groups()
            approval = Approval(page, int(position), fi, sv, tuple(re.findall("....", lines)))
            found[page, approval.position] = approval
        elif line.strip() and not line.startswith("#"):
            strange.append(warning(name, number, "lock_line", value=line))
    by_page: Approvals = {}
    for approval in found.values():
        by_page[approval.page] = (*by_page.get(approval.page, ()), approval)
    return by_page, strange


def write_approvals(root: Path, approvals: Approvals) -> None:
    """The whole lock, sorted, one line for each section."""
    head = messages()["lock_head"]
    lines = sorted(approval for page in approvals.values() for approval in page)
    text = "\n".join([f"# {head['fi']}", f"# {head['sv']}", *map(str, lines)]) + "\n"
    (root / LOCK).write_text(text, encoding="utf-8", newline="\n")


def pages_in_both(register: Register) -> dict[str, tuple[Prose, Prose]]:
    """(Finnish, Swedish) of each page, by its path without .md."""
    pages = {(page.language, page.path): page for page in register.prose}
    return {
        path.removesuffix(".md"): (page, pages["sv", path])
        for (language, path), page in pages.items()
        if language == LANGUAGES[0] and (LANGUAGES[1], path) in pages
    }


def pairs_of(page: str, fi: Prose, sv: Prose, approved: tuple[Approval, ...]) -> list[Pair]:
    """The sections of a page side by side, each with what was approved for it.

    A pair keeps its approval when sections before it come or go. Otherwise the approval is
    the one of the same text in either language, or the one that stands at the same position.
    """
    sides = list(_beside(fi.sections, sv.sections, approved))
    exact = {(one.fi, one.sv): one for one in approved}
    kept = {(a.digest, b.digest) for a, b in sides if a and b} & set(exact)
    left = [one for one in approved if (one.fi, one.sv) not in kept]
    by_swedish = {one.sv: one for one in left}
    by_finnish = {one.fi: one for one in left}
    by_position = {one.position: one for one in left}

    def approval(a: Section | None, b: Section | None) -> Approval | None:
        if a is None or b is None:
            return None
        return (
            exact.get((a.digest, b.digest))
            or by_swedish.get(b.digest)
            or by_finnish.get(a.digest)
            or by_position.get(a.position)
        )

    return [Pair(page, a, b, approval(a, b)) for a, b in sides]


def _beside(
    fi: Sequence[Section], sv: Sequence[Section], approved: tuple[Approval, ...]
) -> Iterator[tuple[Section | None, Section | None]]:
    """Sections at the same position; where a page has more of them than the other,
    those that were approved together stay together, and what is left over has no pair."""
    if [one.position for one in fi] == [one.position for one in sv]:
        yield from zip(fi, sv, strict=True)
        return
    followed = {one.sv: one.fi for one in approved}
    theirs = [followed.get(one.digest, one.digest) for one in sv]
    match = SequenceMatcher(None, [one.digest for one in fi], theirs, autojunk=False)
    for _, a, a_end, b, b_end in match.get_opcodes():
        yield from zip_longest(fi[a:a_end], sv[b:b_end])


def accept(register: Register, approvals: Approvals, chosen: Chosen) -> Approvals:
    """The lock after somebody has approved what is chosen, as it is now.

    Sections that were not chosen keep what was approved of them; pages that are no longer there
    leave the lock.
    """
    now: Approvals = {}
    for page, (fi, sv) in pages_in_both(register).items():
        now[page] = approvals.get(page, ())
        if page in chosen:
            names = chosen[page]
            found = pairs_of(page, fi, sv, now[page])
            kept = (_approved(one, names is None or one.headings & set(names)) for one in found)
            now[page] = tuple(one for one in kept if one)
    return now


def _approved(pair: Pair, is_chosen: object) -> Approval | None:
    """What the lock says of a pair: as it is now if it was chosen, else as it was approved."""
    if pair.fi is None or pair.sv is None:
        return None
    here = pair.fi.position
    if is_chosen:
        return Approval(pair.page, here, pair.fi.digest, pair.sv.digest, pair.fi.line_digests)
    return replace(pair.approval, position=here) if pair.approval else None


def every_translation_is_current(register: Register) -> Iterator[Problem]:
    """Somebody has approved each Swedish section after the last change to its Finnish one."""
    approvals, strange = read_approvals(register.root)
    yield from strange
    for page, pairs in not_current(register, approvals).items():
        if page not in approvals:
            path = f"docs/sv/{page}.md"
            yield warning(path, 1, "translation_new_page", page=page)
        else:
            yield from map(translation_warning, pairs)


def not_current(register: Register, approvals: Approvals) -> dict[str, list[Pair]]:
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


def translation_warning(pair: Pair) -> Problem:
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
        both = pair.state == "stale" and pair.swedish_has_changed
        code = "translation_both" if both else f"translation_{pair.state}"
        values["swedish"] = f"{pair.sv.path}:{pair.sv.line}"
        values["finnish"] = f"{pair.fi.path}:{pair.fi.line}"
    if code == "translation_swedish" and pair.sv:
        here = pair.sv
        values["value"] = here.heading
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


def _marked(number: int, text: str, changed: frozenset[int]) -> str:
    return ("» " if number in changed else "  ") + text
