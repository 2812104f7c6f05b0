"""A page at each address that has moved."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from kumppanuus.addresses import language_of, relative_url
from kumppanuus.facts.municipality import Redirect


def redirects(rows: tuple[Redirect, ...]) -> Iterator[tuple[str, str]]:
    """A page at each old address that leads to the new one, without script."""
    for row in rows:
        target = escape(relative_url(row.old, row.new), quote=True)
        language, leads_to = language_of(row.old), language_of(row.new)
        word = {"fi": "Sivu on siirtynyt", "sv": "Sidan har flyttats"}[language]
        yield (
            f"{row.old}index.html",
            f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
            f'<title>{word}</title><meta http-equiv="refresh" content="0; url={target}">'
            '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
            '<meta name="robots" content="noindex"></head>'
            f'<body><p><a href="{target}" hreflang="{leads_to}">{word}</a></p></body></html>\n',
        )
