"""One language's view of the facts becomes HTML: every kind of page made from data, once."""

from __future__ import annotations

from collections.abc import Iterator

from kumppanuus.html.county_pages import county_pages
from kumppanuus.html.municipality_pages import municipality_pages
from kumppanuus.html.news import news_pages
from kumppanuus.html.pages import GeneratedPage, agreement_pages, district_contact_pages
from kumppanuus.html.view import View


def generated_pages(view: View) -> Iterator[GeneratedPage]:
    """Every page of one language that nobody writes by hand (addresses.made_from_data)."""
    yield from district_contact_pages(view)
    yield from agreement_pages(view)
    yield from county_pages(view)
    yield from news_pages(view)
    yield from municipality_pages(view)
