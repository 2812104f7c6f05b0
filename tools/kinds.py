"""The kinds of page that a built site has: what is like what, and one example of each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from kumppanuus import addresses
from kumppanuus.checks.built import read_site

# Below these every folder is one more of the same; below others each page is a kind of its own.
MANY = {addresses.MUNICIPALITIES, addresses.DISTRICTS, addresses.COUNTIES, addresses.AGREEMENTS}
MANY |= {addresses.NEWS}


def kind(address: str) -> str:
    """What pages like this one share: the page itself, or its list and what it tells of one.

    Both languages are of one kind: piirit/hame/lape/ and sv/piirit/satakunta/lape/ are.
    """
    parts = address.removeprefix("sv/").strip("/").split("/")
    if len(parts) > 1 and f"{parts[0]}/" in MANY:
        parts[1] = "*"
    return "/".join(parts)


def examples(pages: Iterable[str]) -> dict[str, str]:
    """The first page in Finnish of each kind, and in Swedish where there is none."""
    found: dict[str, str] = {}
    for address in sorted(pages, key=lambda one: (one.startswith("sv/"), one)):
        found.setdefault(kind(address), address)
    return found


def pages(site: Path) -> list[str]:
    """Every page that readers come to, by address; the 404 page has none of its own."""
    found = read_site(site)
    return [
        page.address
        for path, page in found.items()
        if not page.is_redirect and not re.search(r"\.html$", page.address) and path != "404.html"
    ]
