"""Which decisions are the nearest to a municipality or a county."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kumppanuus.facts.body import OfBody
from kumppanuus.facts.decision import Decision
from kumppanuus.facts.municipality import Municipality

if TYPE_CHECKING:
    from kumppanuus.facts.register import Register

# A municipality, or the id of a wellbeing county; None is nowhere in particular.
Place = Municipality | str | None


@dataclass(frozen=True)
class Nearness:
    """How near the decisions, given in the order to tell them in, are to a place."""

    register: Register
    decisions: tuple[Decision, ...]

    def nearest_decisions(
        self, place: Place, count: int = 3, *, with_sums: bool = False
    ) -> tuple[Decision, ...]:
        """On MLL's work: the place's own first, then those of its region, of its district, and
        from elsewhere.

        with_sums: only those that tell of a sum that was decided, not just asked for.
        """
        if isinstance(place, Municipality):
            here = self._surroundings((place,))
        else:
            here = self._surroundings(self.register.municipalities_in_county(place or ""))

        def ring(decision: Decision) -> int:
            if _is_own(decision, place):
                return 0
            there = self._decided_in[decision.id]
            return 1 if here[0] & there[0] else 2 if here[1] & there[1] else 3

        told = (one for one in self.decisions if one.about == "mll")
        found = (one for one in told if one.is_priced or not with_sums)
        return tuple(sorted(found, key=ring)[:count])

    @cached_property
    def _decided_in(self) -> dict[str, tuple[set[str], set[str]]]:
        """The regions and the districts of whoever decided, by the decision's id."""
        return {one.id: self._surroundings(self._homes(one)) for one in self.decisions}

    def _homes(self, one: OfBody) -> Iterable[Municipality]:
        if one.county:
            return self.register.municipalities_in_county(one.county)
        return (self.register.municipality[id_] for id_ in one.homes)

    def _surroundings(self, homes: Iterable[Municipality]) -> tuple[set[str], set[str]]:
        """The regions and the districts that municipalities lie in."""
        regions: set[str] = set()
        districts: set[str] = set()
        for home in homes:
            regions.add(home.region.fi)
            if home.id in self.register.district_of:
                districts.add(self.register.district_of[home.id].id)
        return regions, districts


def _is_own(decision: Decision, place: Place) -> bool:
    if isinstance(place, Municipality):
        return place.id in decision.homes
    return place is not None and place == decision.county
