"""Addresses that were once published stay: data/published-urls.txt and data/redirects.csv."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from kumppanuus.addresses import APART, language_of, made_from_data, site_path
from kumppanuus.checks.built import BuiltSite
from kumppanuus.checks.references import unknown
from kumppanuus.facts.fields import LANGUAGES
from kumppanuus.facts.register import Register
from kumppanuus.problems import Problem, problem

LIST = "data/published-urls.txt"
KINDS = (".html", ".json")  # a download goes with its page, a vCard with its person


def addresses(site: Path) -> set[str]:
    """The addresses of a built site that readers and other sites may keep."""
    found = set()
    for file in site.rglob("*"):
        path = file.relative_to(site).as_posix()
        if file.suffix in KINDS and not path.startswith(APART):
            found.add(path.removesuffix("index.html"))
    return found


def published(root: Path) -> set[str]:
    """Every address ever published; "./" stands for the home page."""
    path = root / LIST
    lines = path.read_text(encoding="utf-8").split() if path.exists() else []
    return {line.removeprefix("./") for line in lines}


def every_published_page_answers(register: Register) -> Iterator[Problem]:
    """A page that was published is there or leads to one that is; no page is hidden by that."""
    if register.broken:
        return  # what a file with a Problem of its own would have made is not gone
    pages = {site_path(page.address, page.language) for page in register.prose}
    made = list(made_from_data(register))
    pages |= {site_path(address, language) for address in made for language in LANGUAGES}
    document = register.documents["redirects.csv"]
    for index, row in enumerate(register.redirects):
        place = (document.path, document.line((index,)))
        if row.old in pages:
            yield problem(*place, "redirect_of_a_page", value=row.old)
        if row.new not in pages:
            yield unknown(place, "new", row.new, {one or "./" for one in pages})
    gone = published(register.root) - pages - {row.old for row in register.redirects}
    for address in sorted(one for one in gone if one.endswith("/")):
        mine = sorted(one for one in pages if language_of(one) == language_of(address))
        near = get_close_matches(address, mine, n=1) or mine[:1]
        example = f"{address},{near[0] or './'}"
        yield problem(document.path, 1, "page_is_gone", value=address, example=example)


def every_published_address_answers(site: BuiltSite) -> Iterator[Problem]:
    """Open data that was published is there; of pages the data have told before the build."""
    if site.register:
        for address in sorted(published(site.register.root) - addresses(site.folder)):
            yield problem(LIST, 1, "site_address_gone", value=address or "./")


def remember(root: Path, site: Path) -> int:
    """Adds the addresses of a built site to the list; returns how many were new."""
    before = published(root)
    now = before | addresses(site)
    lines = sorted(address or "./" for address in now)
    (root / LIST).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(now - before)
