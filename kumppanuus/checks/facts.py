"""What holds of facts beyond their own file: regions, codes, ids, sums. A generator a rule."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from typing import Any

from kumppanuus.checks.references import unknown
from kumppanuus.facts.agreement import Agreement, Part, Sum
from kumppanuus.facts.body import OfBody
from kumppanuus.facts.fields import Key, Text, values_of
from kumppanuus.facts.money import Money
from kumppanuus.facts.register import Register
from kumppanuus.problems import Problem, problem, warning


def every_region_has_one_district(register: Register) -> Iterator[Problem]:
    """A region belongs to one district at most."""
    owner: dict[str, str] = {}
    for district in register.districts.values():
        for index, region in enumerate(district.regions):
            first = owner.setdefault(region, district.id)
            if first != district.id:
                place = register.place("districts", district.id, "regions", index)
                yield problem(*place, "region_in_two_districts", value=region, first=first)


def every_regional_role_is_in_the_persons_district(register: Register) -> Iterator[Problem]:
    """What a person does in a region, the person does in a region of the own district."""
    for id_, people in register.contacts.items():
        homes = register.municipalities_of.get(id_, ())
        known = tuple(dict.fromkeys(one.region.fi for one in homes))
        for contact in people:
            for index, role in enumerate(contact.regional_roles):
                if known and role.region not in known and role.region in register.region_names:
                    key = ("regional_roles", index, "region")
                    place = register.place("contacts", contact.id, *key)
                    yield unknown(place, "region", role.region, known)


def every_region_and_county_has_one_name(register: Register) -> Iterator[Problem]:
    """A region, or a wellbeing services county, has the same Swedish name on every row."""
    for kind in ("region", "county"):
        first: dict[str, str] = {}
        for one in register.municipalities:
            name: Text = getattr(one, kind)
            known = first.setdefault(name.fi, name.sv)
            if known != name.sv:
                yield problem(
                    *register.place("municipalities", one.id),
                    "two_names",
                    key=f"{kind}_sv",
                    value=name.sv,
                    name=name.fi,
                    expected=known,
                )


def every_code_belongs_to_one_municipality(register: Register) -> Iterator[Problem]:
    """Statistics Finland's code names one municipality."""
    owner: dict[str, str] = {}
    for one in register.municipalities:
        if one.code in owner:
            place = register.place("municipalities", one.id)
            yield problem(*place, "code_used_twice", value=one.code, first=owner[one.code])
        owner.setdefault(one.code, one.name.fi)


def every_district_can_be_reached(register: Register) -> Iterator[Problem]:
    """A reader of any district finds somebody who answers, or its own website."""
    for id_, district in register.districts.items():
        answers = any(one.is_reachable for one in register.contacts_of[id_])
        if not answers and not district.website and register.is_whole(f"data/contacts/{id_}.yml"):
            place = register.place("districts", id_)
            yield problem(*place, "district_without_contact", value=id_)


def every_municipality_has_one_district(register: Register) -> Iterator[Problem]:
    """What one district adds to its regions, another leaves out; only its own are left out."""
    for id_, district in register.districts.items():
        for index, value in enumerate(district.municipalities):
            home = register.municipality.get(value)
            for other in register.districts.values():
                if home and other is not district and home in register.municipalities_of[other.id]:
                    place = register.place("districts", id_, "municipalities", index)
                    yield problem(*place, "municipality_in_two", value=value, first=other.id)
        for index, value in enumerate(district.without):
            home = register.municipality.get(value)
            if home and home.region.fi not in district.regions:
                place = register.place("districts", id_, "without", index)
                yield problem(*place, "municipality_elsewhere", value=value, district=id_)


def every_number_is_one_persons(register: Register) -> Iterator[Problem]:
    """Two contacts with the same number or address are a copy that nobody finished."""
    for key in ("phone", "email"):
        first: dict[str, str] = {}
        for id_, one in register.people.items():
            value = one.tel if key == "phone" else one.email
            if value and first.setdefault(value.lower(), id_) != id_:
                place = register.place("contacts", id_, key)
                yield warning(*place, "contact_twice", value=value, first=first[value.lower()])


def every_agreement_lies_in_its_district(register: Register) -> Iterator[Problem]:
    """An agreement's municipalities, or some of its county's, are its district's."""
    every = set(register.region_names)
    for agreement in register.agreements.values():
        district = register.districts.get(agreement.district)
        if district is None or not set(district.regions) <= every:
            continue  # another rule says so
        homes = {one.id for one in register.municipalities_of[district.id]}
        for key, value in _bodies(agreement):
            if value not in (register.municipality if key[0] != "county" else register.counties):
                continue  # the same
            counties = register.districts_of_county.get(value, ())
            if district.id not in counties if key[0] == "county" else value not in homes:
                yield problem(
                    *register.place("agreements", agreement.id, *key),
                    "municipality_elsewhere",
                    value=value,
                    district=agreement.district,
                )


def _bodies(one: OfBody) -> Iterator[tuple[Key, str]]:
    """(key, id) of each municipality or county whose decision or agreement it is."""
    if one.municipality:
        yield ("municipality",), one.municipality
    for index, id_ in enumerate(one.municipalities):
        yield ("municipalities", index), id_
    if one.county:
        yield ("county",), one.county


def every_sum_adds_up(register: Register) -> Iterator[Problem]:
    """A sum with a unit price has a quantity and a unit, and is their product."""
    for place, item in _sums(register):
        given = [item.unit_price, item.quantity, item.unit]
        if all(value is None for value in given):
            continue
        if item.unit_price is None or item.quantity is None or item.unit is None:
            yield problem(*place, "half_sum")
        elif item.unit_price * item.quantity != item.amount:
            yield problem(
                *place,
                "wrong_sum",
                unit_price=item.unit_price,
                quantity=item.quantity,
                product=item.unit_price * item.quantity,
                value=item.amount,
                example=f"amount: {item.unit_price * item.quantity}",
            )


def _sums(register: Register) -> Iterator[tuple[tuple[str, int], Money]]:
    """Every sum of money, of agreements and decisions, with the place of its amount."""
    for agreement, key, item in _parts_and_sums(register):
        if isinstance(item, Sum):
            yield register.place("agreements", agreement.id, *key, "amount"), item
    for id_, decision in register.decisions.items():
        for index, money in enumerate(decision.sums):
            yield register.place("decisions", id_, "sums", index, "amount"), money


def every_county_is_in_the_table(register: Register) -> Iterator[Problem]:
    """A county is called as in data/municipalities.csv, and each of our districts' has its page."""
    names = {one.county.fi: one.county for one in register.municipalities}
    if not register.is_whole("data/"):
        return
    for id_, county in register.counties.items():
        if county.name != names.get(county.name.fi):
            place = register.place("counties", id_, "name")
            yield unknown(place, "name", county.name.fi, names)
    ours = {one.county.fi for group in register.municipalities_of.values() for one in group}
    for name in sorted(ours - {one.name.fi for one in register.counties.values()}):
        yield unknown(("data/counties.yml", 1), "name", name, ours)


def every_decision_is_of_our_districts(register: Register) -> Iterator[Problem]:
    """Who decided on MLL's work has a page here; others' decisions may be of anywhere."""
    if not register.is_whole("data/districts/"):
        return
    for id_, decision in register.decisions.items():
        for key, value in _bodies(decision) if decision.about == "mll" else ():
            of_county = key[0] == "county"
            every = register.counties if of_county else register.municipality
            ours = register.districts_of_county if of_county else register.district_of
            if value in every and value not in ours:
                place = register.place("decisions", id_, *key)
                yield unknown(place, str(key[0]), value, ours)


def every_decision_is_told_once(register: Register) -> Iterator[Problem]:
    """No two files tell of the same body's decision on the same day for the same recipient."""
    first: dict[tuple[Hashable, ...], tuple[str, int]] = {}
    for id_, one in register.decisions.items():
        place = register.place("decisions", id_)
        of = one.recipient.fi if one.recipient else one.url
        key = (one.homes, one.county, one.date, one.kind, of)
        if key in first:
            value = one.date or (one.date_note and one.date_note.fi)
            yield problem(*place, "decision_twice", value=value, first=first[key][0])
        first.setdefault(key, place)


def every_item_of_a_fact_has_an_id_of_its_own(register: Register) -> Iterator[Problem]:
    """An id inside a fact (a part, a sum, a section, a step) is an address on its page."""
    for fact in register.facts:
        first: dict[tuple[Key, str], str] = {}
        for key, value, _ in values_of(fact.model):
            if key[-1] == "id" and len(key) > 1:
                path, line = fact.place(key)
                of_its_kind = tuple(step for step in key if isinstance(step, str)), value
                if of_its_kind in first:
                    told = first[of_its_kind]
                    yield problem(path, line, "duplicate_id", value=value, first=told)
                first.setdefault(of_its_kind, f"{path}:{line}")


# What a page's text may hold, and a fact shows as it is written: bold, links, code, marks, tables.
_MARKDOWN = re.compile(r"\*\*|~~|`|\]\(|!\[|\{[:#{]|\}\}|\|")


def no_fact_shows_signs_of_markdown(register: Register) -> Iterator[Problem]:
    """A text of the data is plain: Markdown works on pages alone. It may be meant, so a warning."""
    for fact in register.facts:
        for key, value, _ in values_of(fact.model):
            if isinstance(value, str) and (found := _MARKDOWN.search(value)):
                named = [step for step in key if isinstance(step, str)]
                shown: dict[str, Any] = {"key": named[-1], "found": found[0]}
                yield warning(*fact.place(key), "markdown_in_fact", **shown)


def _parts_and_sums(register: Register) -> Iterator[tuple[Agreement, Key, Part | Sum]]:
    """Every part of every agreement, and its sums, with their keys."""
    for agreement in register.agreements.values():
        for p, part in enumerate(agreement.parts):
            yield agreement, ("parts", p), part
            for s, item in enumerate(part.sums):
                yield agreement, ("parts", p, "sums", s), item
