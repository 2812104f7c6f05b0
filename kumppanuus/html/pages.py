"""The pages of districts' people and of agreements; what a page made from data is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from kumppanuus import addresses as to
from kumppanuus.facts.fields import Language
from kumppanuus.facts.municipality import Municipality
from kumppanuus.html.drawings import squares
from kumppanuus.html.view import View


@dataclass(frozen=True)
class GeneratedPage:
    """A page made from data.

    address: without language. draw: makes its HTML, anew each time: a thousand need not be held.
    """

    language: Language
    address: str
    title: str
    description: str
    draw: Callable[[], str]
    district: str | None = None
    municipality: Municipality | None = None
    sources: tuple[str, ...] = ()


def district_contact_pages(view: View) -> Iterator[GeneratedPage]:
    """A district's people."""
    for district in view.register.districts.values():
        address = to.district_contacts(district.id)
        people = view.register.contacts_of[district.id]
        name = view.text(district.short_name)
        yield GeneratedPage(
            language=view.language,
            address=address,
            title=view.text(view.ui.district_contacts_title, district=name),
            description=view.text(view.ui.district_contacts_description, district=name),
            draw=partial(
                view.render,
                "district_contacts.html.j2",
                address,
                district=district,
                people=view.register.contacts_for(district.id),
                past=[one for one in people if one.past],
            ),
            district=district.id,
            sources=tuple(dict.fromkeys(source for one in people for source in one.sources)),
        )


def agreement_pages(view: View) -> Iterator[GeneratedPage]:
    """An agreement's annex as tables."""
    for agreement in view.register.agreements.values():
        address = to.agreement(agreement.id)
        yield GeneratedPage(
            language=view.language,
            address=address,
            title=view.text(agreement.title),
            description=view.text(agreement.description),
            draw=partial(
                view.render, "agreement.html.j2", address, agreement=agreement, squares_of=squares
            ),
            sources=(agreement.source,),
        )
