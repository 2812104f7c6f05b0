"""The facts of the whole site, read once and never changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from heapq import nsmallest
from pathlib import Path

from kumppanuus.facts.agreement import Agreement
from kumppanuus.facts.calendar import BudgetStep, Window, latest_first
from kumppanuus.facts.county import County
from kumppanuus.facts.decision import Decision, newest_first
from kumppanuus.facts.draft import Draft
from kumppanuus.facts.fact import Fact
from kumppanuus.facts.fields import Key, Language, Text
from kumppanuus.facts.load import Document
from kumppanuus.facts.media import Media
from kumppanuus.facts.models import (
    Claim,
    Contact,
    Dated,
    District,
    Forms,
    Source,
    Term,
)
from kumppanuus.facts.municipality import LocalFact, Merged, Municipality, Redirect
from kumppanuus.facts.nearness import Nearness
from kumppanuus.facts.prose import Prose
from kumppanuus.facts.words import Words

# Sources that pages cite by themselves: of the municipalities' names, and of whom to ask where a
# district has no website of its own.
MUNICIPALITIES_SOURCE = "tilastokeskus-2026"
REACH_SOURCE = "mll-kuntayhteistyo"


def _belongs(home: Municipality, district: District) -> bool:
    of_region = home.region.fi in district.regions and home.id not in district.without
    return of_region or home.id in district.municipalities


def _order(region: str, regions: tuple[str, ...]) -> int:
    """A region's place in the list; single municipalities of others come last."""
    return regions.index(region) if region in regions else len(regions)


@dataclass(frozen=True)
class Register:
    """Every fact of the site. Mappings are by id and in the order of the pages.

    root: the project's folder; today: decides what was confirmed within a year.
    published: every address that was ever published; "" is the home page.
    dated, ending: expressions whose time is over, and the words that tell that it is.
    origins: for (kind, id) the document it was read from and its key there.
    documents: each data file by its path.
    facts: everything that was read, with its place, for the rules that hold of all facts.
    broken: the files that have Problems of their own, so that a rule does not take
        what they would have said for missing.
    """

    root: Path
    today: date
    words: Words
    draft: Draft
    sources: dict[str, Source]
    districts: dict[str, District]
    contacts: dict[str, tuple[Contact, ...]]
    agreements: dict[str, Agreement]
    claims: tuple[Claim, ...]
    terms: tuple[Term, ...]
    municipalities: tuple[Municipality, ...]
    decisions: dict[str, Decision] = field(default_factory=dict)
    counties: dict[str, County] = field(default_factory=dict)
    windows: tuple[Window, ...] = ()
    budget_year: tuple[BudgetStep, ...] = ()
    merged: tuple[Merged, ...] = ()
    local: tuple[LocalFact, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    published: frozenset[str] = frozenset()
    prose: tuple[Prose, ...] = ()
    media: Media = field(default_factory=Media)
    dated: tuple[Dated, ...] = ()
    ending: Forms | None = None
    origins: dict[tuple[str, str], tuple[Document, Key]] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    facts: tuple[Fact, ...] = ()
    broken: frozenset[str] = frozenset()

    def is_whole(self, path: str) -> bool:
        """Whether the file, or every file in the folder, could be read without a Problem."""
        return not any(name.startswith(path) for name in self.broken)

    @cached_property
    def municipality(self) -> dict[str, Municipality]:
        """Municipalities by id."""
        return {one.id: one for one in self.municipalities}

    @cached_property
    def people(self) -> dict[str, Contact]:
        """Contacts by id."""
        return {one.id: one for group in self.contacts.values() for one in group}

    @cached_property
    def municipalities_of(self) -> dict[str, tuple[Municipality, ...]]:
        """The municipalities of each district, by region and then by Finnish name."""
        return {
            id_: tuple(
                sorted(
                    (one for one in self.municipalities if _belongs(one, district)),
                    key=lambda one: (_order(one.region.fi, district.regions), one.name.fi),
                )
            )
            for id_, district in self.districts.items()
        }

    @cached_property
    def region_names(self) -> dict[str, Text]:
        """Each region's name in both languages, by its Finnish name."""
        return {one.region.fi: one.region for one in self.municipalities}

    @cached_property
    def district_of(self) -> dict[str, District]:
        """The district of each municipality that has one, by the municipality's id."""
        return {
            one.id: self.districts[id_]
            for id_, group in self.municipalities_of.items()
            for one in group
        }

    @cached_property
    def municipalities_in(self) -> dict[str, tuple[Municipality, ...]]:
        """The municipalities of each region, by Finnish name."""
        regions: dict[str, list[Municipality]] = {}
        for one in sorted(self.municipalities, key=lambda one: one.name.fi):
            regions.setdefault(one.region.fi, []).append(one)
        return {region: tuple(group) for region, group in regions.items()}

    def neighbours(self, home: Municipality, count: int = 6) -> tuple[Municipality, ...]:
        """The nearest municipalities of the same region, the nearest first."""
        others = (one for one in self.municipalities_in[home.region.fi] if one is not home)
        return tuple(nsmallest(count, others, key=home.distance))

    def local_facts(self, home: Municipality) -> tuple[LocalFact, ...]:
        """What the sources tell of work in the municipality, then in its county and region."""
        own = tuple(fact for fact in self.local if fact.municipality == home.id)
        county = self.county_of.get(home.id)
        around = self.local_facts_of(county.id) if county else ()
        return own + around + tuple(fact for fact in self.local if fact.region == home.region.fi)

    def local_facts_of(self, county: str) -> tuple[LocalFact, ...]:
        """What the sources tell of work in all of a county."""
        return tuple(fact for fact in self.local if fact.county == county)

    def agreements_in(self, home: Municipality) -> tuple[Agreement, ...]:
        """The agreements of one municipality."""
        return tuple(one for one in self.agreements.values() if home.id in one.homes)

    def decisions_in(self, home: Municipality) -> tuple[Decision, ...]:
        """What a municipality has decided, the newest first."""
        return newest_first(one for one in self.decisions.values() if home.id in one.homes)

    @cached_property
    def nearness(self) -> Nearness:
        """Which decisions are the nearest to a place, the newest first."""
        return Nearness(self, newest_first(self.decisions.values()))

    def decisions_of_county(self, id_: str) -> tuple[Decision, ...]:
        """What a wellbeing services county has decided, the newest first; Helsinki, as a city."""
        cities = self._cities_in[id_]
        return newest_first(
            one for one in self.decisions.values() if one.county == id_ or cities & set(one.homes)
        )

    @cached_property
    def _cities_in(self) -> dict[str, set[str]]:
        """The municipalities that arrange a county's services themselves, by its id."""
        homes = {id_: self.municipalities_in_county(id_) for id_ in self.counties}
        return {
            id_: {one.id for one in group if not one.has_wellbeing_county}
            for id_, group in homes.items()
        }

    def windows_of(self, id_: str) -> tuple[Window, ...]:
        """When a county has taken applications, the newest first.

        Helsinki, which is none, takes them as a city.
        """
        cities = self._cities_in[id_]
        return latest_first(
            one for one in self.windows if one.county == id_ or one.municipality in cities
        )

    def windows_in(self, home: Municipality) -> tuple[Window, ...]:
        """When a municipality has taken applications, the newest first."""
        return latest_first(one for one in self.windows if one.municipality == home.id)

    @cached_property
    def announced(self) -> tuple[Window, ...]:
        """Windows of our municipalities and counties that are open today or still to come."""
        return tuple(
            one for one in self.windows if not one.other and one.state(self.today) != "past"
        )

    @cached_property
    def county_of(self) -> dict[str, County]:
        """The county of each municipality of the districts, by the municipality's id."""
        by_name = {one.name.fi: one for one in self.counties.values()}
        homes = (one for group in self.municipalities_of.values() for one in group)
        return {one.id: by_name[one.county.fi] for one in homes if one.county.fi in by_name}

    @cached_property
    def districts_of_county(self) -> dict[str, tuple[str, ...]]:
        """The districts that have municipalities in each county, by the county's id."""
        found: dict[str, dict[str, None]] = {}
        for id_, group in self.municipalities_of.items():
            for one in group:
                if one.id in self.county_of:
                    found.setdefault(self.county_of[one.id].id, {})[id_] = None
        return {county: tuple(ids) for county, ids in found.items()}

    def municipalities_in_county(self, id_: str) -> tuple[Municipality, ...]:
        """The municipalities of the districts that are in a county."""
        return self._homes_of_county.get(id_, ())

    @cached_property
    def _homes_of_county(self) -> dict[str, tuple[Municipality, ...]]:
        found: dict[str, list[Municipality]] = {}
        for group in self.municipalities_of.values():
            for one in group:
                if one.id in self.county_of:
                    found.setdefault(self.county_of[one.id].id, []).append(one)
        return {id_: tuple(homes) for id_, homes in found.items()}

    @cached_property
    def contacts_of(self) -> dict[str, tuple[Contact, ...]]:
        """Each district's contacts, then those of others who serve it too; the past as well."""
        return {
            id_: self.contacts.get(id_, ())
            + tuple(one for one in self.people.values() if id_ in one.also_in)
            for id_ in self.districts
        }

    def contacts_in(self, home: Municipality) -> tuple[Contact, ...]:
        """The district's contacts for a municipality: those named for its region, else all."""
        everyone = self.contacts_for(self.district_of[home.id].id)
        return (
            tuple(
                one
                for one in everyone
                if not one.regional_roles
                or any(role.region == home.region.fi for role in one.regional_roles)
            )
            or everyone
        )

    def contacts_for(self, district: str, topic: str | None = None) -> tuple[Contact, ...]:
        """Who answers in a district, for one topic if it has any for that, else all."""
        everyone = tuple(one for one in self.contacts_of[district] if one.past is None)
        named = tuple(one for one in everyone if topic in one.topics)
        return named or everyone

    def further_pages(self, district: District, language: Language) -> tuple[Prose, ...]:
        """A district's pages beside its overview and its topics, in the order of its menu."""
        own = (
            page
            for page in self.prose
            if page.language == language
            and page.meta.district == district.id
            and not (page.meta.topic or page.meta.date or page.path.endswith("/index.md"))
        )
        return tuple(sorted(own, key=lambda one: (one.meta.menu_place or 100, one.meta.title)))

    def news(self, language: Language) -> tuple[Prose, ...]:
        """Pages with a date, the newest first."""
        dated = (one for one in self.prose if one.language == language and one.meta.date)
        return tuple(sorted(dated, key=lambda one: (one.meta.date, one.path), reverse=True))

    def place(self, kind: str, id_: str, *key: str | int) -> tuple[str, int]:
        """(path, line) of one of a fact's values."""
        document, start = self.origins[kind, id_]
        return document.path, document.line((*start, *key))

    def data_file(self, kind: str, id_: str) -> str:
        """The path of the file that a fact was read from."""
        return self.origins[kind, id_][0].path
