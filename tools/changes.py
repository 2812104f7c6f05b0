"""What a change does to the built site: its pages before and after, for a person to look at."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, zip_longest
from pathlib import Path
from typing import Literal

from kumppanuus.addresses import PAGES_STYLE
from kumppanuus.checks.built import read_site
from kumppanuus.problems import messages
from tools.kinds import kind

SHOWN = 100  # a change of the page frame is a change of every page


@dataclass(frozen=True)
class Change:
    """A page that is not as it was. address: below the site's root ("sv/lape/")."""

    address: str
    title: str
    kind: Literal["changed", "new", "removed"]


def changed_pages(before: Path, after: Path) -> list[Change]:
    """Every page whose HTML differs, those that came and those that went, by address.

    Where only the style differs (pages.css has all of it), the two home pages stand for all.
    """
    old, new = read_site(before), read_site(after)
    found = []
    for path in sorted(old.keys() | new.keys()):
        page = new.get(path) or old[path]
        title = page.title or path
        if path not in new:
            found.append(Change(page.address, title, "removed"))
        elif path not in old:
            found.append(Change(page.address, title, "new"))
        elif _words(before / path) != _words(after / path):
            found.append(Change(page.address, title, "changed"))
    if not found and _bytes(before / PAGES_STYLE) != _bytes(after / PAGES_STYLE):
        homes = [new[path] for path in ("index.html", "sv/index.html") if path in new]
        found = [Change(page.address, page.title, "changed") for page in homes]
    return found


def summary(changes: list[Change]) -> str:
    """The changes as Markdown, in Finnish and Swedish."""
    said = messages()
    lines = [f"## {said['changes_head']['fi']} / {said['changes_head']['sv']}", ""]
    for one in changes[:SHOWN]:
        words = said[f"page_{one.kind}"]
        title = one.title.replace("`", "'")
        lines.append(f"- `/{one.address}` {words['fi']} / {words['sv']}: `{title}`")
    rest = len(changes) - SHOWN
    if rest > 0:
        lines.append(f"- {said['changes_more']['fi']} / {said['changes_more']['sv']}")
        lines[-1] = lines[-1].format(count=rest)
    last = "changes_pictures" if changes else "changes_none"
    lines += ["", said[last]["fi"], "", said[last]["sv"], ""]
    return "\n".join(lines)


def chosen(changes: list[Change], most: int) -> list[Change]:
    """At most so many of them, the first of each kind first: many pages are of one kind."""
    kinds: dict[str, list[Change]] = {}
    for change in changes:
        if not change.address.endswith(".html"):  # 404.html has no place of its own
            kinds.setdefault(kind(change.address), []).append(change)
    by_turns = chain.from_iterable(zip_longest(*kinds.values()))
    return [change for change in by_turns if change][:most]


def _words(path: Path) -> list[str]:
    """What a page says and how it is marked up; spaces between do not show."""
    return path.read_text(encoding="utf-8").split()


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""
