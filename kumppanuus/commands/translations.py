"""Shows changed Finnish with the Swedish that follows it, and approves what somebody has read.

python -m kumppanuus translations                  lists what is not current
python -m kumppanuus translations accept lape …    approves pages as they are now; --all every one
"""

from __future__ import annotations

from collections.abc import Collection

from kumppanuus.checks.translations import (
    Approvals,
    accept,
    not_current,
    pages_in_both,
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
    pages = list(known) if every else [_page(name, known) for name in chosen]
    unknown = [name for name in pages if name not in known]
    for name in unknown:
        near = nearest(name, known) or known
        print(sentence("unknown_page", value=name, expected=", ".join(near)))
    if unknown or not pages:
        return 1
    approvals = accept(register, approvals, pages)
    write_approvals(register.root, approvals)
    print(sentence("translations_accepted", count=sum(len(approvals[page]) for page in set(pages))))
    for page, pairs in not_current(register, approvals).items():
        if page in pages:
            for pair in pairs:
                print(translation_warning(pair))
    return 0


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
