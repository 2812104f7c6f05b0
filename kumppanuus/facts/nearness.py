"""How near to a municipality or a county something was decided."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kumppanuus.facts.body import OfBody
from kumppanuus.facts.decision import Decision
from kumppanuus.facts.municipality import Municipality

if TYPE_CHECKING:
    from kumppanuus.facts.register import Register


def by_nearness(
    register: Register, place: Municipality | str | None, decisions: Iterable[Decision]
) -> list[Decision]:
    """Its own first, then those of its region, of its district, and from elsewhere; in each the
    order is as given.

    place: a municipality, or the id of a wellbeing county; None is nowhere in particular.
    """
    if isinstance(place, Municipality):
        here = _surroundings(register, (place,))
    else:
        here = _surroundings(register, register.municipalities_in_county(place or ""))

    def ring(decision: Decision) -> int:
        if _is_own(decision, place):
            return 0
        there = register.decided_in[decision.id]
        return 1 if here[0] & there[0] else 2 if here[1] & there[1] else 3

    return sorted(decisions, key=ring)


def _is_own(decision: Decision, place: Municipality | str | None) -> bool:
    if isinstance(place, Municipality):
        return place.id in decision.homes
    return place is not None and place == decision.county


def where(register: Register, one: OfBody) -> tuple[set[str], set[str]]:
    """The regions and the districts of whoever decided."""
    if one.county:
        return _surroundings(register, register.municipalities_in_county(one.county))
    return _surroundings(register, (register.municipality[id_] for id_ in one.homes))


def _surroundings(register: Register, homes: Iterable[Municipality]) -> tuple[set[str], set[str]]:
    regions: set[str] = set()
    districts: set[str] = set()
    for home in homes:
        regions.add(home.region.fi)
        if home.id in register.district_of:
            districts.add(register.district_of[home.id].id)
    return regions, districts
