"""What a file names exists. What names something is read off the models: no field is forgotten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kumppanuus.facts.fields import Checked, Key, To
from kumppanuus.facts.municipality import Merged
from kumppanuus.facts.register import MUNICIPALITIES_SOURCE, REACH_SOURCE, Register
from kumppanuus.problems import Problem, nearest, problem, warning


def every_reference_leads_to_a_fact(register: Register) -> Iterator[Problem]:
    """What a file names by an id (a source, a person, a topic …) exists."""
    known = known_ids(register)
    for fact in register.facts:
        for key, value, to in fact.marked(To):
            if value not in known.get(to.kind, (value,)):
                named = [step for step in key if isinstance(step, str)]
                yield unknown(fact.place(key), named[-1], value, known[to.kind])


def nothing_is_listed_twice(register: Register) -> Iterator[Problem]:
    """A list of ids or names has each of them once: what stands twice is shown twice."""
    for fact in register.facts:
        seen: set[tuple[Key, str]] = set()
        for key, value, _ in fact.marked(To):
            # (…, "topics", 1), or what names its item: (…, "regional_roles", 1, "region")
            at = key[:-1] if key[-1] == "region" and "regional_roles" in key else key
            if at and isinstance(at[-1], int):
                if (at[:-1], value) in seen:
                    named = [step for step in at if isinstance(step, str)]
                    yield problem(*fact.place(key), "listed_twice", key=named[-1], value=value)
                seen.add((at[:-1], value))
    names: set[str] = set()
    for fact in register.facts:
        if isinstance(fact.model, Merged):
            name = fact.model.name.fi
            if name in names:
                yield problem(*fact.place(("name",)), "listed_twice", key="name_fi", value=name)
            names.add(name)


def known_ids(register: Register) -> Mapping[str, Iterable[str]]:
    """What a reference of each kind may name; a kind that could not be read whole is left out."""
    every: dict[str, tuple[str, Iterable[str]]] = {
        "sources": ("data/sources.yml", register.sources),
        "districts": ("data/districts/", register.districts),
        "municipalities": ("data/municipalities.csv", register.municipality),
        "regions": ("data/municipalities.csv", register.region_names),
        "counties": ("data/counties.yml", register.counties),
        "contacts": ("data/contacts/", register.people),
        "topics": ("data/words.yml", register.words.topics),
    }
    return {kind: ids for kind, (path, ids) in every.items() if register.is_whole(path)}


def every_source_that_pages_cite_by_themselves_is_there(register: Register) -> Iterator[Problem]:
    """The sources of the municipalities' names, and of whom to ask otherwise, stay."""
    for source in (MUNICIPALITIES_SOURCE, REACH_SOURCE):
        if source not in register.sources and register.is_whole("data/sources.yml"):
            yield unknown(("data/sources.yml", 1), "source", source, register.sources)


def nothing_was_checked_in_the_future(register: Register) -> Iterator[Problem]:
    """A day on which something was checked has been. Only warned of: clocks may be wrong."""
    for fact in register.facts:
        for key, day, _ in fact.marked(Checked):
            if day > register.today:
                yield warning(*fact.place(key), "confirmed_in_future", value=day.isoformat())


def unknown(place: tuple[str, int], key: str, value: str, known: Iterable[str]) -> Problem:
    """A reference to something that does not exist, with the nearest that does."""
    names = sorted(known)
    near = nearest(value, names)
    code = "misspelt_reference" if near else "unknown_reference"
    if key == "contact" and not near:
        code = "gone_contact"  # the usual cause: somebody has left
    expected = ", ".join(near or names[:12])
    return problem(*place, code, key=key, value=value, expected=expected)
