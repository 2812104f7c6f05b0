"""A page for every wellbeing services county of the districts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kumppanuus import addresses as to
from kumppanuus.html.map import Atlas
from kumppanuus.html.pages import GeneratedPage
from kumppanuus.html.view import View


def county_pages(view: View) -> Iterator[GeneratedPage]:
    """Its municipalities and districts, what it has decided, when it has taken applications."""
    register = view.register
    atlas = Atlas(view)
    for id_, districts in register.districts_of_county.items():
        county = register.counties[id_]
        name = view.text(county.name)
        homes = view.by_name(register.municipalities_in_county(id_))
        # Helsinki is not an area with municipalities
        is_county = any(home.has_wellbeing_county for home in homes)
        about = view.ui.county_description if is_county else view.ui.county_description_own
        yield GeneratedPage(
            language=view.language,
            address=to.county(id_),
            title=view.text(view.ui.county_title, name=name),
            description=view.text(about, name=name),
            draw=partial(
                view.render,
                "county.html.j2",
                to.county(id_),
                county=county,
                districts=[register.districts[one] for one in districts],
                homes=homes,
                map=atlas.of_county(homes),
                decisions=register.decisions_of_county(id_),
                facts=register.local_facts_of(id_),
                windows=register.windows_of(id_),
            ),
        )
