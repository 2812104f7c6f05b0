"""The Atom feed of the news (RFC 4287): a reader's program tells of what is new."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from kumppanuus import addresses as to
from kumppanuus.facts.prose import Prose
from kumppanuus.html.view import View


def news_feed(view: View, site_url: str) -> Iterator[tuple[str, str]]:
    """(address, Atom) of one language's news, the newest first; nothing without news.

    An entry's id is its address: addresses are kept.
    """
    news = view.register.news(view.language)
    if not news:
        return
    address = to.site_path(to.news_feed(), view.language)
    here, home = site_url + address, site_url + to.site_path(to.NEWS, view.language)
    title = f"{view.words['site_name']}: {view.words['news']}"
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{view.language}">',
        f"<title>{escape(title)}</title>",
        f"<id>{escape(here)}</id>",
        f'<link rel="self" href={quoteattr(here)}/>',
        f"<link href={quoteattr(home)}/>",
        f"<updated>{_time(max(map(_day, news)))}</updated>",
        f"<author><name>{escape(view.words['site_name'])}</name></author>",
        *(_entry(one, site_url) for one in news),
        "</feed>",
    ]
    yield address, "\n".join(lines) + "\n"


def _entry(page: Prose, site_url: str) -> str:
    url = site_url + to.site_path(page.address, page.language)
    return "\n".join(
        (
            "<entry>",
            f"<title>{escape(page.meta.title)}</title>",
            f"<id>{escape(url)}</id>",
            f"<link href={quoteattr(url)}/>",
            f"<updated>{_time(_day(page))}</updated>",
            f"<summary>{escape(page.meta.description)}</summary>",
            "</entry>",
        )
    )


def _day(page: Prose) -> date:
    assert page.meta.date, "only pages with a date are news"
    return page.meta.date


def _time(day: date) -> str:
    """The start of the day: Atom has no dates without a time."""
    return f"{day.isoformat()}T00:00:00Z"
