"""What holds of agreements and their sums. Each rule is a generator of Problems."""

from __future__ import annotations

from collections.abc import Iterator

from kumppanuus.checks.municipalities import place_of, unknown
from kumppanuus.facts.load import Key
from kumppanuus.facts.models import District
from kumppanuus.facts.register import Register
from kumppanuus.problems import Problem, problem


def all_agreement_rules(register: Register) -> Iterator[Problem]:
    """Every Problem that the rules about agreements find."""
    yield from every_agreement_names_people_and_places_that_exist(register)
    yield from every_part_and_sum_has_an_id_of_its_own(register)
    yield from every_sum_adds_up(register)


def every_agreement_names_people_and_places_that_exist(register: Register) -> Iterator[Problem]:
    """An agreement's municipality lies in its district; its contacts are in data/contacts."""
    contacts = {one.id for people in register.contacts.values() for one in people}
    for agreement in register.agreements.values():
        place = place_of(register, "agreements", agreement.id, "municipality")
        home = register.municipality.get(agreement.municipality)
        district = register.districts.get(agreement.district)
        if home is None and register.is_whole("data/municipalities.csv"):
            yield unknown(place, "municipality", agreement.municipality, register.municipality)
        elif home and district and home.region_fi not in _known_regions(register, district):
            yield problem(
                *place,
                "municipality_elsewhere",
                value=agreement.municipality,
                district=agreement.district,
            )
        for p, part in enumerate(agreement.parts):
            for r, person in enumerate(part.responsible):
                if not register.is_whole("data/contacts/"):
                    continue
                if person.contact and person.contact not in contacts:
                    key = ("parts", p, "responsible", r, "contact")
                    place = place_of(register, "agreements", agreement.id, *key)
                    yield unknown(place, "contact", person.contact, contacts)


def _known_regions(register: Register, district: District) -> set[str]:
    """The district's regions; every region, where one of its own is misspelt."""
    own, known = set(district.regions), set(register.region_names)
    return own if own <= known else known


def every_sum_adds_up(register: Register) -> Iterator[Problem]:
    """A sum with a unit price has a quantity and a unit, and is their product."""
    for agreement in register.agreements.values():
        for p, part in enumerate(agreement.parts):
            for s, item in enumerate(part.sums):
                place = place_of(
                    register, "agreements", agreement.id, "parts", p, "sums", s, "amount"
                )
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


def every_part_and_sum_has_an_id_of_its_own(register: Register) -> Iterator[Problem]:
    """A part's id is an address on the page; a page shows a sum by the sum's id."""
    for agreement in register.agreements.values():
        first: dict[tuple[str, str], tuple[str, int]] = {}
        for p, part in enumerate(agreement.parts):
            ids: list[tuple[tuple[str, str], Key]] = [(("part", part.id), ("parts", p, "id"))]
            for s, item in enumerate(part.sums):
                ids.append((("sum", item.id), ("parts", p, "sums", s, "id")))
            for id_, key in ids:
                place = place_of(register, "agreements", agreement.id, *key)
                if id_ in first:
                    path, line = first[id_]
                    yield problem(*place, "duplicate_id", value=id_[1], first=f"{path}:{line}")
                first.setdefault(id_, place)
