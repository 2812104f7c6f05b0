"""News: a page with a date is listed on the home page and its district's, for twelve months."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kumppanuus import addresses as to
from kumppanuus.facts.prose import Prose
from kumppanuus.html.pages import GeneratedPage
from kumppanuus.html.view import View

SHOWN = 5  # beside other things; the page of all news has the rest


def recent_news(view: View, here: str, district: str | None = None) -> str:
    """The latest news of the last twelve months, of one district or of all; empty without any."""
    news = [
        one
        for one in view.register.news(view.language)
        if view.is_fresh(one.meta.date) and (not district or one.meta.district == district)
    ]
    return _listed(view, here, news[:SHOWN]) if news else ""


def news_pages(view: View) -> Iterator[GeneratedPage]:
    """The page of all news, where there is any."""
    news = view.register.news(view.language)
    if news:
        yield GeneratedPage(
            language=view.language,
            address=to.NEWS,
            title=view.text(view.ui.news),
            description=view.text(view.ui.news_description),
            draw=partial(_listed, view, to.NEWS, news),
        )


def _listed(view: View, here: str, news: list[Prose] | tuple[Prose, ...]) -> str:
    return str(view.render("news.html.j2", here, news=news))
