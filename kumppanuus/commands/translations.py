"""Shows changed Finnish with the Swedish that follows it, and approves what somebody has read.

python -m kumppanuus translations                  lists what is not current
python -m kumppanuus translations accept lape …    approves pages as they are now; --all every one
python -m kumppanuus translations accept lape#Hinta   approves one section of it, by its heading
"""

from __future__ import annotations

from collections.abc import Collection

from kumppanuus.checks.translations import (
    Approvals,
    accept,
    not_current,
    pages_in_both,
    plain_name,
    read_approvals,
    translation_warning,
    write_approvals,
)
from kumppanuus.facts.fields import LANGUAGES
from kumppanuus.facts.register import Register
from kumppanuus.problems import nearest, sentence


def translations(register: Register, chosen: list[str] | None, every: bool) -> int:
    """The command. chosen: pages to approve, or None to list; returns the exit status."""
    approvals, strange = read_approvals(register.root)
    if chosen is None:
        for problem in strange:
            print(problem)
        return _list(register, approvals)
    known = pages_in_both(register)
    pages: dict[str, Collection[str] | None]
    pages, told = dict.fromkeys(known) if every else {}, []
    for name in chosen:
        page, _, heading = name.partition("#")
        page = _page(page.strip(), known)
        if page not in known:
            near = nearest(page, known) or known
            told.append(sentence("unknown_page", value=page, expected=", ".join(near)))
        elif heading:
            pages.setdefault(page, frozenset())
            names = _sections(register, approvals, page)
            if plain_name(heading) not in names:
                expected = ", ".join(names.values()) or "–"
                told.append(sentence("unknown_section", value=heading, expected=expected))
            pages[page] = {*(pages[page] or ()), plain_name(heading)}
        else:
            pages[page] = None
    print("\n".join(told), end="\n" if told else "")
    if told or not pages:
        return 1
    before = sum(map(len, not_current(register, approvals).values()))
    approvals = accept(register, approvals, pages)
    write_approvals(register.root, approvals)
    waiting = not_current(register, approvals)
    print(sentence("translations_accepted", count=before - sum(map(len, waiting.values()))))
    for page, pairs in waiting.items():
        if page in pages:
            for pair in pairs:
                print(translation_warning(pair))
    return 0


def _sections(register: Register, approvals: Approvals, page: str) -> dict[str, str]:
    """The headings of a page that wait, by how they may be written."""
    sections = (
        one
        for pair in not_current(register, approvals).get(page, [])
        for one in (pair.fi, pair.sv)
        if one
    )
    return {plain_name(one.heading): one.heading for one in sections}


def _list(register: Register, approvals: Approvals) -> int:
    waiting = not_current(register, approvals)
    for pairs in waiting.values():
        for pair in pairs:
            told = translation_warning(pair)
            print(told, told.detail, "", sep="\n")
    print(
        sentence("translations_waiting" if waiting else "translations_current", count=len(waiting))
    )
    return 0


def _page(name: str, known: Collection[str]) -> str:
    """The page that is meant by its path, its file or its address."""
    name = name.removeprefix("./").removeprefix("docs/").removesuffix(".md").strip("/")
    for language in LANGUAGES:
        name = name.removeprefix(f"{language}/")
    return next((one for one in (name, f"{name}/index".strip("/")) if one in known), name)
