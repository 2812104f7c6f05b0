"""Addresses that were once published answer: data/published-urls.txt and data/redirects.csv.

The list is published with the site, and read from there before the next build: nobody has to
commit it, and no merge can lose an address.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from kumppanuus.addresses import (
    APART,
    OPEN_DATA,
    PUBLISHED,
    language_of,
    made_from_data,
    open_data,
    open_data_schema,
    site_path,
)
from kumppanuus.checks.built import BuiltSite, files_below
from kumppanuus.checks.references import unknown
from kumppanuus.facts.fields import GONE, LANGUAGES
from kumppanuus.facts.register import Register
from kumppanuus.problems import Problem, nearest, problem

LIST = "data/published-urls.txt"
KINDS = (".html", ".json")  # a download goes with its page, a vCard with its person


def addresses(files: Iterable[str]) -> set[str]:
    """The addresses of a built site that readers and other sites may keep, by its files' paths."""
    kept = (path for path in files if path.endswith(KINDS) and not path.startswith(APART))
    return {path.removesuffix("index.html") for path in kept}


def listed(published: Iterable[str]) -> str:
    """The list of addresses as a file."""
    return "\n".join(sorted(address or "./" for address in published)) + "\n"


def list_published(site: Path, register: Register) -> None:
    """Writes the addresses of a built site, and every one before, into the site itself."""
    text = listed(register.published | addresses(files_below(site)))
    (site / PUBLISHED).write_text(text, encoding="utf-8", newline="\n")


def every_published_page_answers(register: Register) -> Iterator[Problem]:
    """A page that was published is there, leads to one that is, or is said to be gone; no page
    is hidden by that."""
    if register.broken:
        return  # what a file with a Problem of its own would have made is not gone
    pages = {site_path(page.address, page.language) for page in register.prose}
    made = list(made_from_data(register))
    pages |= {site_path(address, language) for address in made for language in LANGUAGES}
    document = register.documents["data/redirects.csv"]
    count = Counter(row.old for row in register.redirects)
    for index, row in enumerate(register.redirects):
        place = (document.path, document.line((index,)))
        if count[row.old] > 1:
            yield problem(*place, "redirect_twice", value=row.old)
        if row.old in pages:
            yield problem(*place, "redirect_of_a_page", value=row.old)
        if row.is_gone:
            continue
        if not row.old.endswith("/"):
            yield problem(*place, "redirect_of_a_file", value=row.old, example=f"{row.old},{GONE}")
        if row.new not in pages:
            yield unknown(place, "new", row.new, {GONE, *(one or "./" for one in pages)})
    files = {make(kind) for kind in OPEN_DATA for make in (open_data, open_data_schema)}
    for address in sorted(register.published - pages - files - set(count)):
        if not address.endswith("/"):  # a file, or a line that lost its end
            listed = register.documents[LIST]
            line = listed.line((listed.value.index(address),))
            example = f"{address}/" if f"{address}/" in pages else None
            yield problem(LIST, line, "site_address_gone", value=address, example=example)
        else:
            mine = sorted(one for one in pages if language_of(one) == language_of(address))
            near = nearest(address, mine)
            example = f"{address},{near[0] or './' if near else GONE}"
            yield problem(document.path, 1, "page_is_gone", value=address, example=example)


def every_published_address_answers(site: BuiltSite) -> Iterator[Problem]:
    """Open data that was published is there; of pages the data have told before the build."""
    if site.register:
        gone = {row.old for row in site.register.redirects}
        for address in sorted(site.register.published - addresses(site.files) - gone):
            yield problem(LIST, 1, "site_address_gone", value=address or "./")
