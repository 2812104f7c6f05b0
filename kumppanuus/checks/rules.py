"""Facts that span files. Each rule is a generator of Problems; its docstring is the rule."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kumppanuus.checks.agreements import all_agreement_rules
from kumppanuus.checks.municipalities import all_place_rules, place_of, unknown
from kumppanuus.checks.pages import all_page_rules
from kumppanuus.facts.fields import LANGUAGES, other_language
from kumppanuus.facts.models import TOPICS
from kumppanuus.facts.register import MUNICIPALITIES_SOURCE, REACH_SOURCE, Register
from kumppanuus.problems import Problem, problem, warning


def all_rules(register: Register) -> list[Problem]:
    """Every Problem that the rules find."""
    return [
        *every_source_is_in_the_register(register),
        *every_district_that_is_named_exists(register),
        *all_place_rules(register),
        *every_district_has_a_contact(register),
        *all_agreement_rules(register),
        *every_page_is_in_both_languages(register),
        *all_page_rules(register),
        *every_district_has_its_pages(register),
    ]


def every_source_is_in_the_register(register: Register) -> Iterator[Problem]:
    """A source that is named stands in data/sources.yml."""
    named: list[tuple[str, tuple[str, int]]] = []
    for claim in register.claims:
        named.append((claim.source, place_of(register, "claims", claim.id, "source")))
    for people in register.contacts.values():
        for contact in people:
            named.append((contact.source, place_of(register, "contacts", contact.id, "source")))
    for agreement in register.agreements.values():
        named.append((agreement.source, place_of(register, "agreements", agreement.id, "source")))
    for district in register.districts.values():
        for index, source in enumerate(district.sources):
            named.append((source, place_of(register, "districts", district.id, "sources", index)))
        for index, figure in enumerate(district.figures):
            place = place_of(register, "districts", district.id, "figures", index, "source")
            named.append((figure.source, place))
        if district.website_source:
            place = place_of(register, "districts", district.id, "website_source")
            named.append((district.website_source, place))
    for page in register.prose:
        for index, source in enumerate(page.meta.sources):
            place = (page.document.path, page.document.line(("sources", index)))
            named.append((source, place))
    for source in (MUNICIPALITIES_SOURCE, REACH_SOURCE):
        named.append((source, ("data/sources.yml", 1)))
    for source, place in named:
        if source not in register.sources and register.is_whole("data/sources.yml"):
            yield unknown(place, "source", source, register.sources)


def every_district_that_is_named_exists(register: Register) -> Iterator[Problem]:
    """A contact file, an agreement and a page belong to a district that exists."""
    if not register.is_whole("data/districts/"):
        return
    for stem in register.contacts:
        if stem not in register.districts:
            place = place_of(register, "contact-files", stem)
            yield unknown(place, "district", stem, register.districts)
    for agreement in register.agreements.values():
        if agreement.district not in register.districts:
            place = place_of(register, "agreements", agreement.id, "district")
            yield unknown(place, "district", agreement.district, register.districts)
    for page in register.prose:
        district = page.meta.district
        if district and district not in register.districts:
            place = (page.document.path, page.document.line(("district",)))
            yield unknown(place, "district", district, register.districts)


def every_district_has_a_contact(register: Register) -> Iterator[Problem]:
    """A reader of any district finds somebody to call."""
    for id_ in register.districts:
        if not register.contacts.get(id_) and register.is_whole(f"data/contacts/{id_}.yml"):
            yield problem(
                *place_of(register, "districts", id_), "district_without_contact", value=id_
            )


def nothing_is_confirmed_in_the_future(register: Register, today: date) -> Iterator[Problem]:
    """A day on which something was checked has been. Only warned of: clocks may be wrong."""
    dated: list[tuple[date | None, tuple[str, int]]] = []
    for people in register.contacts.values():
        for contact in people:
            place = place_of(register, "contacts", contact.id, "confirmed")
            dated.append((contact.confirmed, place))
    for agreement in register.agreements.values():
        place = place_of(register, "agreements", agreement.id, "confirmed")
        dated.append((agreement.confirmed, place))
    for page in register.prose:
        dated.append((page.meta.reviewed, (page.document.path, page.document.line(("reviewed",)))))
    for day, place in dated:
        if day and day > today:
            yield warning(*place, "confirmed_in_future", value=day.isoformat())


def every_page_is_in_both_languages(register: Register) -> Iterator[Problem]:
    """docs/fi and docs/sv hold the same pages, of the same district, topic and sources."""
    pages = {(page.language, page.path): page for page in register.prose}
    for (language, path), page in pages.items():
        other = other_language(language)
        pair = pages.get((other, path))
        if pair is None:
            name = page.document.path.replace(f"/{language}/", f"/{other}/", 1)
            if register.is_whole(name):
                yield problem(page.document.path, 1, "page_without_pair", expected=name)
        elif language == LANGUAGES[1]:
            for key in ("district", "topic", "sources"):
                if getattr(page.meta, key) != getattr(pair.meta, key):
                    line = page.document.line((key,))
                    first = pair.document.path
                    yield problem(page.document.path, line, "pages_differ", key=key, first=first)


def every_district_has_its_pages(register: Register) -> Iterator[Problem]:
    """Each district has an overview and a page for each topic in docs/."""
    paths = {page.path for page in register.prose}
    for id_ in register.districts:
        for name in ("index", *TOPICS):
            path = f"piirit/{id_}/{name}.md"
            if path not in paths and register.is_whole(f"docs/fi/{path}"):
                place = place_of(register, "districts", id_)
                expected = f"docs/fi/{path}, docs/sv/{path}"
                yield problem(*place, "district_without_page", value=id_, expected=expected)
