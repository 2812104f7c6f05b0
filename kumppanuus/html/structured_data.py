"""schema.org data of a page, for search engines."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from kumppanuus.facts.models import District
from kumppanuus.facts.municipality import Municipality
from kumppanuus.html.view import View


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
        point: dict[str, Any] = {"@type": "ContactPoint", "name": view.name_of(contact)}
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
        areas.insert(0, {"@type": "City", "name": home.name[view.language]})
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
