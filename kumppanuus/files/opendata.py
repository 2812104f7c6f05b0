"""The site's facts for other sites: JSON with both languages, and a JSON Schema from the models."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pydantic import Field, TypeAdapter

from kumppanuus import addresses as to
from kumppanuus.facts.agreement import Agreement
from kumppanuus.facts.calendar import Window, latest_first
from kumppanuus.facts.decision import Decision, newest_first
from kumppanuus.facts.fields import LANGUAGES, Frozen, Id, Language, Text
from kumppanuus.facts.models import Contact, District
from kumppanuus.facts.municipality import Municipality
from kumppanuus.facts.register import Register


class OpenMunicipality(Frozen):
    """A municipality of the districts: who serves it and where its page is."""

    id: Id
    code: str
    name: Text
    languages: tuple[Language, ...]
    region: Text
    county: Text
    district: Id
    contacts: tuple[Id, ...]
    agreements: tuple[Id, ...]
    page: Text


class OpenDistrict(District):
    """A district with what follows from the data; regions in both languages."""

    regions: tuple[Text, ...]  # type: ignore[assignment]
    municipalities: tuple[Id, ...]
    without: tuple[Id, ...] = Field(default=(), exclude=True)
    municipality_count: int
    contacts: tuple[Id, ...]
    page: Text


class OpenContact(Contact):
    """A contact with the district it belongs to."""

    district: Id


KINDS: dict[str, Any] = {
    "municipalities": tuple[OpenMunicipality, ...],
    "districts": tuple[OpenDistrict, ...],
    "contacts": tuple[OpenContact, ...],
    "agreements": tuple[Agreement, ...],
    "decisions": tuple[Decision, ...],
    "windows": tuple[Window, ...],
}


def open_data(register: Register, site_url: str) -> Iterator[tuple[str, str]]:
    """Each JSON file and its schema; site_url ends in "/"."""
    values: dict[str, Any] = {
        "municipalities": _municipalities(register, site_url),
        "districts": _districts(register, site_url),
        "contacts": _contacts(register),
        "agreements": tuple(register.agreements.values()),
        "decisions": newest_first(register.decisions.values()),
        "windows": latest_first(register.windows),
    }
    for kind, items in values.items():
        adapter = TypeAdapter(KINDS[kind])
        schema = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": site_url + to.open_data_schema(kind),
            **adapter.json_schema(mode="serialization"),
        }
        yield to.open_data(kind), _json(adapter.dump_python(items, mode="json"))
        yield to.open_data_schema(kind), _json(schema)


def _pages(site_url: str, address: str) -> Text:
    fi, sv = (site_url + to.site_path(address, language) for language in LANGUAGES)
    return Text(fi=fi, sv=sv)


def _municipalities(register: Register, site_url: str) -> tuple[OpenMunicipality, ...]:
    return tuple(_municipality(register, home, site_url) for home in _homes(register))


def _homes(register: Register) -> Iterator[Municipality]:
    for group in register.municipalities_of.values():
        yield from group


def _municipality(register: Register, home: Municipality, site_url: str) -> OpenMunicipality:
    languages: tuple[Language, ...] = tuple(
        one for part in home.languages.split("-") for one in LANGUAGES if one == part
    )
    return OpenMunicipality(
        id=home.id,
        code=home.code,
        name=home.name,
        languages=languages,
        region=home.region,
        county=home.county,
        district=register.district_of[home.id].id,
        contacts=tuple(contact.id for contact in register.contacts_in(home)),
        agreements=tuple(one.id for one in register.agreements_in(home)),
        page=_pages(site_url, to.municipality(home.id)),
    )


def _regions(register: Register, district: District) -> tuple[Text, ...]:
    return tuple(register.region_names[region] for region in district.regions)


def _districts(register: Register, site_url: str) -> tuple[OpenDistrict, ...]:
    return tuple(
        OpenDistrict(
            **{
                **dict(district),
                "regions": _regions(register, district),
                "municipalities": tuple(one.id for one in register.municipalities_of[id_]),
            },
            municipality_count=len(register.municipalities_of[id_]),
            contacts=tuple(one.id for one in register.contacts_of[id_]),
            page=_pages(site_url, to.district(id_)),
        )
        for id_, district in register.districts.items()
    )


def _contacts(register: Register) -> tuple[OpenContact, ...]:
    return tuple(
        OpenContact(**dict(contact), district=id_)
        for id_, people in register.contacts.items()
        for contact in people
    )


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
