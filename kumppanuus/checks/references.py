"""What a file names exists. What names something is read off the models: no field is forgotten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

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


# Lists whose items may be alike, or have an id or a rule of their own: an empty row of a form.
MAY_BE_ALIKE = {"head", "rows", "windows"}


def nothing_is_listed_twice(register: Register) -> Iterator[Problem]:
    """A list of ids, names or anything else has each once: what stands twice is shown twice."""
    documents = {fact.document.path: fact.document for fact in register.facts}
    for path, document in documents.items():
        for key, items in () if path.endswith(".csv") else _lists(document.value):
            seen: set[str] = set()
            for index, item in enumerate(items):
                if repr(item) in seen:
                    line = document.line((*key, index))
                    named = next(step for step in reversed(key) if isinstance(step, str))
                    yield problem(path, line, "listed_twice", key=named, value=_beginning(item))
                seen.add(repr(item))
    yield from _named_twice(register)


def _lists(value: Any, key: Key = ()) -> Iterator[tuple[Key, list[Any]]]:
    """Every list of a data file whose items are told apart by what they say alone."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in MAY_BE_ALIKE:
                yield from _lists(inner, (*key, name))
    elif isinstance(value, list):
        if not any(isinstance(one, dict) and "id" in one for one in value):
            yield key, value
        for index, inner in enumerate(value):
            yield from _lists(inner, (*key, index))


def _beginning(item: Any) -> str:
    """What an item begins with, so that an editor finds it."""
    while isinstance(item, dict | list):
        item = next(iter(item.values() if isinstance(item, dict) else item), "")
    return str(item)


def _named_twice(register: Register) -> Iterator[Problem]:
    """What is told twice of one region, or of one former municipality, in other words."""
    for fact in register.facts:
        seen: set[tuple[Key, str]] = set()
        for key, region, _ in fact.marked(To):
            if key[-3::2] == ("regional_roles", "region"):  # (…, "regional_roles", 1, "region")
                if (key[:-2], region) in seen:
                    place = fact.place(key)
                    yield problem(*place, "listed_twice", key=key[-3], value=region)
                seen.add((key[:-2], region))
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
