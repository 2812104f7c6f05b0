"""Facts about places that span files: regions, codes, merged municipalities, local facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from kumppanuus.facts.load import Key
from kumppanuus.facts.register import Register
from kumppanuus.problems import Problem, problem


def all_place_rules(register: Register) -> Iterator[Problem]:
    """Every Problem that the rules about places find."""
    yield from every_region_exists_and_has_one_district(register)
    yield from every_region_and_county_has_one_name(register)
    yield from every_code_belongs_to_one_municipality(register)
    yield from every_merged_municipality_leads_to_one_of_today(register)
    yield from every_local_fact_is_somewhere(register)


def every_region_exists_and_has_one_district(register: Register) -> Iterator[Problem]:
    """A region is a region of some municipality, and belongs to one district at most."""
    if not register.is_whole("data/municipalities.csv"):
        return
    owner: dict[str, str] = {}
    for district in register.districts.values():
        for index, region in enumerate(district.regions):
            place = place_of(register, "districts", district.id, "regions", index)
            if region not in register.region_names:
                yield unknown(place, "regions", region, register.region_names)
            elif region in owner:
                yield problem(*place, "region_in_two_districts", value=region, first=owner[region])
            else:
                owner[region] = district.id
    for id_, people in register.contacts.items():
        known = register.districts[id_].regions if id_ in register.districts else ()
        for contact in people:
            for index, role in enumerate(contact.regional_roles):
                if known and role.region not in known:
                    place = place_of(
                        register, "contacts", contact.id, "regional_roles", index, "region"
                    )
                    yield unknown(place, "region", role.region, known)


def every_region_and_county_has_one_name(register: Register) -> Iterator[Problem]:
    """A region, or a wellbeing services county, has the same Swedish name on every row."""
    for kind in ("region", "county"):
        first: dict[str, str] = {}
        for one in register.municipalities:
            fi, sv = getattr(one, f"{kind}_fi"), getattr(one, f"{kind}_sv")
            known = first.setdefault(fi, sv)
            if known != sv:
                place = place_of(register, "municipalities", one.id)
                yield problem(
                    *place, "two_names", key=f"{kind}_sv", value=sv, name=fi, expected=known
                )


def every_code_belongs_to_one_municipality(register: Register) -> Iterator[Problem]:
    """Statistics Finland's code names one municipality."""
    owner: dict[str, str] = {}
    for one in register.municipalities:
        if one.code in owner:
            place = place_of(register, "municipalities", one.id)
            yield problem(*place, "code_used_twice", value=one.code, first=owner[one.code])
        owner.setdefault(one.code, one.name_fi)


def every_merged_municipality_leads_to_one_of_today(register: Register) -> Iterator[Problem]:
    """A former municipality's ``into`` is a municipality of today."""
    document = register.documents.get("merged.csv")
    if document is None or not register.is_whole("data/municipalities.csv"):
        return
    for index, row in enumerate(document.value):
        into = row.get("into")
        if into and into not in register.municipality:
            place = (document.path, document.line((index,)))
            yield unknown(place, "into", into, register.municipality)


def every_local_fact_is_somewhere(register: Register) -> Iterator[Problem]:
    """A local fact's municipality or region exists, and so does its source."""
    document = register.documents.get("local.yml")
    if document is None or not register.is_whole("data/municipalities.csv"):
        return
    known: dict[str, Iterable[str]] = {
        "municipality": register.municipality,
        "region": register.region_names,
        "source": register.sources,
    }
    for index, fact in enumerate(register.local):
        for key, names in known.items():
            value = getattr(fact, key)
            if key == "source" and not register.is_whole("data/sources.yml"):
                continue
            if value and value not in set(names):
                place = (document.path, document.line(("facts", index, key)))
                yield unknown(place, key, value, names)


def place_of(register: Register, kind: str, id_: str, *key: str | int) -> tuple[str, int]:
    """(path, line) of a fact's key."""
    document, start = register.origins[kind, id_]
    path: Key = (*start, *key)
    return document.path, document.line(path)


def unknown(place: tuple[str, int], key: str, value: str, known: Iterable[str]) -> Problem:
    """A reference to something that does not exist, with the nearest that does."""
    names = sorted(known)
    near = get_close_matches(value, names, n=1, cutoff=0.6)
    code = "misspelt_reference" if near else "unknown_reference"
    expected = ", ".join(near or names[:12])
    return problem(*place, code, key=key, value=value, expected=expected)
