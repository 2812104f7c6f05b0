"""Addresses that were once published stay: data/published-urls.txt and data/redirects.csv."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from kumppanuus.outputs import Download
from kumppanuus.places import Redirect
from kumppanuus.view import relative_url

LIST = "data/published-urls.txt"
KINDS = (".html", ".json")  # a download goes with its page, a vCard with its person
APART = ("404.html", "assets/", "pagefind/")  # no reader keeps the address of these


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


def every_published_address_answers(root: Path, site: Path) -> Iterator[str]:
    """A page that goes leaves a redirect."""
    for address in sorted(published(root) - addresses(site)):
        yield f"{address or './'}: was published and is gone: add it to data/redirects.csv"


def remember(root: Path, site: Path) -> int:
    """Adds the addresses of a built site to the list; returns how many were new."""
    before = published(root)
    now = before | addresses(site)
    lines = sorted(address or "./" for address in now)
    (root / LIST).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(now - before)


def redirects(rows: tuple[Redirect, ...]) -> Iterator[Download]:
    """A page at each old address that leads to the new one, without script."""
    for row in rows:
        target = escape(relative_url(row.old, row.new), quote=True)
        language = "sv" if row.old.startswith("sv/") else "fi"
        leads_to = "sv" if row.new.startswith("sv/") else "fi"
        word = {"fi": "Sivu on siirtynyt", "sv": "Sidan har flyttats"}[language]
        yield Download(
            f"{row.old}index.html",
            f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
            f'<title>{word}</title><meta http-equiv="refresh" content="0; url={target}">'
            '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
            '<meta name="robots" content="noindex"></head>'
            f'<body><p><a href="{target}" hreflang="{leads_to}">{word}</a></p></body></html>\n',
        )
