"""Decisions as their pages show them: in words, in groups, by what narrows them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from kumppanuus.facts.decision import About, Decision, newest_first
from kumppanuus.facts.money import Money
from kumppanuus.html.formats import alphabetical, display_euros
from kumppanuus.html.view import View

Choices = list[tuple[str, str]]  # (word of narrow.js, what the reader chooses)


@dataclass(frozen=True)
class Decisions:
    """Every decision, seen in one language."""

    view: View

    @cached_property
    def of_mll(self) -> tuple[Decision, ...]:
        """Those on MLL's work in our districts, the newest first."""
        every = self.view.register.decisions.values()
        return newest_first(one for one in every if one.about == "mll")

    @cached_property
    def _granted(self) -> list[tuple[Money, Decision]]:
        """The sums that MLL was granted, the smallest first."""
        sums = [(money, one) for one in self.of_mll for money in one.sums]
        return sorted(
            (one for one in sums if one[0].kind == "granted"), key=lambda it: it[0].amount
        )

    def largest(self, about: About) -> Decimal:
        """What the bars are measured by: the largest sum of those that are about the same."""
        every = self.view.register.decisions.values()
        sums = (money.amount for one in every if one.about == about for money in one.sums)
        return max(sums, default=Decimal(0)) or Decimal(1)

    def summary(self) -> str:
        """How many decisions, of which years, how many granted money and how much."""
        years = [one.year for one in self.of_mll if one.year]
        if not years or not self._granted:
            return ""
        least, most = (
            f"{display_euros(money.amount)} ({self.view.body_of(one)} {money.year or one.year})"
            for money, one in (self._granted[0], self._granted[-1])
        )
        count, granted = len(self.of_mll), len({one.id for _, one in self._granted})
        first, last = min(years), max(years)
        view = self.view
        return view.text(
            view.ui.decisions_summary,
            count=count,
            first=first,
            last=last,
            granted=granted,
            least=least,
            most=most,
        )

    def by_district(self) -> dict[str, tuple[Decision, ...]]:
        """Those on MLL's work in each district, by the district's id."""
        found = {
            id_: tuple(one for one in self.of_mll if self.view.district_of(one) == id_)
            for id_ in self.view.register.districts
        }
        return {id_: some for id_, some in found.items() if some}

    def by_body(self, about: About) -> dict[str, tuple[Decision, ...]]:
        """The others, by the name of who decided, in alphabetical order."""
        found: dict[str, list[Decision]] = {}
        for one in newest_first(self.view.register.decisions.values()):
            if one.about == about:
                found.setdefault(self.view.body_of(one), []).append(one)
        return {name: tuple(found[name]) for name in sorted(found, key=alphabetical)}

    def words(self, one: Decision) -> list[str]:
        """By which narrow.js finds a decision: its district, kind and body."""
        bodies = [one.county] if one.county else one.homes
        return [f"in-{self.view.district_of(one)}", one.kind, *bodies]

    @cached_property
    def districts(self) -> Choices:
        districts = self.view.register.districts
        return [
            (f"in-{id_}", self.view.text(districts[id_].short_name)) for id_ in self.by_district()
        ]

    @cached_property
    def kinds(self) -> Choices:
        labels = self.view.register.words.decision_kinds
        there = {one.kind for one in self.of_mll}
        return [(id_, self.view.text(it)) for id_, it in labels.items() if id_ in there]

    @cached_property
    def bodies(self) -> Choices:
        register, names = self.view.register, {}
        for one in self.of_mll:
            for home in one.homes:
                names[home] = self.view.text(register.municipality[home].name)
            if one.county:
                names[one.county] = self.view.text(register.counties[one.county].name)
        return sorted(names.items(), key=lambda item: alphabetical(item[1]))
