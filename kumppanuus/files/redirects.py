"""A page at each address whose page has moved or gone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kumppanuus.addresses import language_of, relative_url
from kumppanuus.html.view import View


def redirects(view: View) -> Iterator[tuple[str, str]]:
    """A page at each old address of this language: it leads to the new one, without script, or
    says that the page was removed and where to look."""
    for row in view.register.redirects:
        if row.old.endswith("/") and language_of(row.old) == view.language:
            way = partial(relative_url, row.old)
            html = view.render("moved.html.j2", "", row=row, way=way, target=way(row.new))
            yield f"{row.old}index.html", html
