"""Register + language -> the pages and files that nobody writes by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from kumppanuus import addresses as to
from kumppanuus.facts.fields import LANGUAGES
from kumppanuus.facts.models import District
from kumppanuus.facts.municipality import Municipality
from kumppanuus.facts.prose import PageMeta
from kumppanuus.files.downloads import agreement_csv, vcard
from kumppanuus.files.opendata import open_data
from kumppanuus.files.redirects import redirects
from kumppanuus.html.municipality_pages import finder_data, municipality_pages
from kumppanuus.html.outputs import Download, GeneratedPage
from kumppanuus.html.view import View


def generated_pages(view: View) -> Iterator[GeneratedPage]:
    """Every generated page of one language."""
    yield from district_contact_pages(view)
    yield from agreement_pages(view)
    yield from municipality_pages(view)


def downloads(view: View, site_url: str) -> Iterator[Download]:
    """Every download of one language; what serves both comes with the Finnish ones."""
    if view.language == LANGUAGES[0]:
        yield Download(to.FINDER_DATA, finder_data(view))
        yield from open_data(view.register, site_url)
        yield from redirects(view.register.redirects)
    for district in view.register.districts.values():
        for contact in view.register.contacts[district.id]:
            if contact.is_reachable:
                address = to.site_path(to.vcard(district.id, contact.id), view.language)
                yield Download(address, vcard(contact, district, view))
    for agreement in view.register.agreements.values():
        address = to.site_path(to.agreement_csv(agreement.id), view.language)
        yield Download(address, agreement_csv(agreement, view))


def district_contact_pages(view: View) -> Iterator[GeneratedPage]:
    """A district's people."""
    for district in view.register.districts.values():
        address = to.district_contacts(district.id)
        people = view.register.contacts[district.id]
        name = view.text(district.short_name)
        yield GeneratedPage(
            address=address,
            title=view.text(view.ui.district_contacts_title, district=name),
            description=view.text(view.ui.district_contacts_description, district=name),
            html=view.render(
                "district_contacts.html.j2", address, district=district, people=people
            ),
            edit_path=view.register.data_file("contacts", people[0].id),
            district=district.id,
            sources=tuple(dict.fromkeys(contact.source for contact in people)),
        )


def agreement_pages(view: View) -> Iterator[GeneratedPage]:
    """An agreement's annex as tables."""
    for agreement in view.register.agreements.values():
        address = to.agreement(agreement.id)
        yield GeneratedPage(
            address=address,
            title=view.text(agreement.title),
            description=view.text(agreement.description),
            html=view.render("agreement.html.j2", address, agreement=agreement),
            edit_path=view.register.data_file("agreements", agreement.id),
            sources=(agreement.source,),
        )


def after_prose(view: View, address: str, meta: PageMeta) -> str:
    """What follows the text of a district's page: its facts on the overview, and whom to call."""
    if meta.district is None:
        return ""
    district = view.register.districts[meta.district]
    facts = ""
    if meta.topic is None:
        facts = view.render("district_facts.html.j2", address, district=district)
    people = view.register.contacts_for(district.id, meta.topic)
    contacts = view.render("contact_section.html.j2", address, district=district, people=people)
    return str(facts) + str(contacts)


def structured_data(
    view: View, district: District, topic: str | None, home: Municipality | None
) -> Markup:
    """schema.org data of a district and its contacts, as the content of a script element.

    home: the municipality that the page is about, as a part of the area served.
    """
    points: list[dict[str, Any]] = []
    people = view.register.contacts_in(home) if home else None
    for contact in people or view.register.contacts_for(district.id, topic):
        # A contact point, not an employee: the sources say whom to ask, not who works where now.
        point: dict[str, Any] = {"@type": "ContactPoint", "name": contact.name}
        point |= {"contactType": view.text(contact.answers_for)}
        if contact.tel:
            point["telephone"] = contact.tel
        if contact.email:
            point["email"] = contact.email
        if contact.languages:
            point["availableLanguage"] = list(contact.languages)
        if contact.is_reachable:
            points.append(point)
    areas = [
        {"@type": "AdministrativeArea", "name": view.region_name(region)}
        for region in district.regions
    ]
    if home:
        areas.insert(0, {"@type": "City", "name": home.name(view.language)})
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NGO",
        "name": district.registered_name,
        "description": view.text(district.summary),
        "areaServed": areas,
        "parentOrganization": {
            "@type": "NGO",
            "name": "Mannerheimin Lastensuojeluliitto",
            "url": "https://www.mll.fi/",
        },
    }
    if points:
        data["contactPoint"] = points
    if district.website:
        data["url"] = district.website
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char, escaped in (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026")):
        text = text.replace(char, escaped)
    return Markup(text)
