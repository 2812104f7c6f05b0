"""A page for every municipality of the districts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice

from kumppanuus import addresses as to
from kumppanuus.facts.municipality import Municipality
from kumppanuus.facts.register import MUNICIPALITIES_SOURCE
from kumppanuus.html.formats import alphabetical
from kumppanuus.html.map import Atlas
from kumppanuus.html.pages import GeneratedPage
from kumppanuus.html.view import View

EXAMPLES = 3  # agreements whose sums a page shows, so that it does not grow with their number


def municipality_pages(view: View) -> Iterator[GeneratedPage]:
    """A page for each municipality of the districts; nothing on it grows with their number."""
    atlas = Atlas(view)
    for district in view.register.districts.values():
        for home in view.register.municipalities_of[district.id]:
            name = home.name[view.language]
            facts = view.register.local_facts(home)
            people = view.register.contacts_in(home)
            agreements = view.register.agreements_in(home)
            sources = [source for contact in people for source in contact.sources]
            sources += [fact.source for fact in facts if fact.source]
            sources += [agreement.source for agreement in agreements]
            yield GeneratedPage(
                language=view.language,
                address=to.municipality(home.id),
                title=view.text(view.ui.kunta_title, name=name),
                description=view.text(
                    view.ui.kunta_description, name=name, district=view.text(district.short_name)
                ),
                draw=partial(_draw, view, atlas, home),
                district=district.id,
                municipality=home,
                sources=tuple(dict.fromkeys([*sources, MUNICIPALITIES_SOURCE])),
            )


def _draw(view: View, atlas: Atlas, home: Municipality) -> str:
    register = view.register
    facts = register.local_facts(home)
    agreements, decisions = register.agreements_in(home), register.decisions_in(home)
    neighbours = register.neighbours(home)
    elsewhere = (one for one in register.agreements.values() if one not in agreements)
    return view.render(
        "municipality.html.j2",
        to.municipality(home.id),
        home=home,
        district=register.district_of[home.id],
        people=register.contacts_in(home),
        facts=facts,
        has_own=any(fact.municipality for fact in facts) or bool(agreements or decisions),
        agreements=agreements,
        decisions=decisions,
        windows=register.windows_in(home),
        county_windows=register.windows_of(register.county_of[home.id].id),
        examples=list(islice(elsewhere, EXAMPLES)),
        former=former_names(view, home),
        nearest=register.nearness.nearest_decisions(home, with_sums=True),
        neighbours=neighbours,
        map=atlas.near(home, neighbours),
    )


def former_names(view: View, home: Municipality) -> list[str]:
    """Municipalities that are now part of this one, by name."""
    names = (one.name[view.language] for one in view.register.merged if one.into == home.id)
    return sorted(names, key=alphabetical)
