"""Reads ``data/`` and the front matter in ``docs/`` into a Register, collecting every Problem."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from kumppanuus.facts.agreement import Agreement
from kumppanuus.facts.calendar import BudgetYear, WindowFile
from kumppanuus.facts.county import CountyFile
from kumppanuus.facts.decision import Decision
from kumppanuus.facts.draft import Draft
from kumppanuus.facts.fact import Fact
from kumppanuus.facts.fields import LANGUAGES, Frozen, Key, Text
from kumppanuus.facts.load import (
    Document,
    LoadError,
    load_addresses,
    load_csv,
    load_front_matter,
    load_yaml,
)
from kumppanuus.facts.media import read_media
from kumppanuus.facts.models import Claim, Contact, ContactFile, District, Source, TermFile
from kumppanuus.facts.municipality import LocalFact, Merged, Municipality, Redirect
from kumppanuus.facts.prose import PageMeta, Prose
from kumppanuus.facts.register import Register
from kumppanuus.facts.validate import build, no_text_is_unfinished
from kumppanuus.facts.words import Words
from kumppanuus.problems import Problem, problem

Model = TypeVar("Model", bound=BaseModel)


class ClaimFile(Frozen):
    """data/evidence.yml"""

    claims: tuple[Claim, ...]


class SourceFile(Frozen):
    """data/sources.yml"""

    sources: tuple[Source, ...]


class LocalFile(Frozen):
    """data/local.yml"""

    facts: tuple[LocalFact, ...]


class _Reader:
    """Collects what can be read, every fact with its place, and every Problem on the way."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.origins: dict[tuple[str, str], tuple[Document, Key]] = {}
        self.documents: dict[str, Document] = {}
        self.facts: list[Fact] = []

    def yaml(self, path: Path) -> Document | None:
        try:
            document = load_yaml(self.root, path)
            self.documents[document.path] = document
            return document
        except LoadError as error:
            self.problems.append(error.problem)
            return None

    def one(self, model: type[Model], path: Path) -> Model | None:
        document = self.yaml(path)
        return None if document is None else self.built(model, document)

    def built(self, model: type[Model], document: Document, at: Key = ()) -> Model | None:
        result = build(model, document, at)
        if isinstance(result, list):
            self.problems += result
            return None
        self.facts.append(Fact(result, document, at))
        return result

    def folder(self, folder: Path) -> Iterator[tuple[str, Document]]:
        """(stem, document) of each data file in the folder; names with _ are templates."""
        for path in sorted(folder.glob("*.yml")):
            if path.name.startswith("_"):
                continue
            document = self.yaml(path)
            if document is not None:
                yield path.stem, document

    def remember(self, kind: str, id_: str, document: Document, key: Key = ()) -> bool:
        """Notes where a fact stands; a second one of the same id is a Problem."""
        if (kind, id_) in self.origins:
            first, first_key = self.origins[kind, id_]
            place = f"{first.path}:{first.line(first_key)}"
            line = document.line((*key, "id"))
            self.problems.append(
                problem(document.path, line, "duplicate_id", value=id_, first=place)
            )
            return False
        self.origins[kind, id_] = (document, key)
        return True


def read_words(root: Path) -> tuple[Words | None, list[Problem]]:
    """data/words.yml alone, or what is wrong with it."""
    read = _Reader(root)
    return read.one(Words, root / "data" / "words.yml"), read.problems


def read_register(root: Path, today: date) -> tuple[Register | None, list[Problem]]:
    """Everything in root/data and the front matter in root/docs.

    Returns the register and no problems, or what is wrong and perhaps no register:
    None where a file that the rest rests on could not be read.
    """
    read = _Reader(root)
    data = root / "data"
    words = read.one(Words, data / "words.yml")
    draft = read.one(Draft, data / "draft.yml")
    sources = _sources(read, data / "sources.yml")
    districts: dict[str, District] = {}
    for stem, document in read.folder(data / "districts"):
        district = read.built(District, document)
        if district and read.remember("districts", stem, document):
            districts[stem] = district
    agreements: dict[str, Agreement] = {}
    for stem, document in read.folder(data / "agreements"):
        agreement = read.built(Agreement, document)
        if agreement and read.remember("agreements", stem, document):
            agreements[stem] = agreement
    decisions: dict[str, Decision] = {}
    for stem, document in read.folder(data / "decisions"):
        decision = read.built(Decision, document)
        if decision and read.remember("decisions", stem, document):
            decisions[stem] = decision
    contacts = _contacts(read, data / "contacts")
    claims = _claims(read, data / "evidence.yml")
    terms = read.one(TermFile, data / "terms.yml")
    municipalities = _table(read, Municipality, data / "municipalities.csv")
    for index, row in municipalities.items():
        read.remember("municipalities", row.id, read.documents["data/municipalities.csv"], (index,))
    merged = _table(read, Merged, data / "merged.csv")
    moved = _table(read, Redirect, data / "redirects.csv")
    counties = read.one(CountyFile, data / "counties.yml")
    for index, county in enumerate(counties.counties if counties else ()):
        place = read.documents["data/counties.yml"], ("counties", index)
        read.remember("counties", county.id, *place)
    windows = read.one(WindowFile, data / "windows.yml")
    year = read.one(BudgetYear, data / "budget-year.yml")
    published = _published(read, data / "published-urls.txt")
    local = read.one(LocalFile, data / "local.yml")
    prose = _prose(read, root / "docs")
    if words is None or draft is None or terms is None:
        return None, read.problems
    register = Register(
        root=root,
        today=today,
        words=words,
        draft=draft,
        sources=sources,
        districts=districts,
        contacts=dict.fromkeys(districts, ()) | contacts,  # a district may have none
        agreements=agreements,
        decisions=decisions,
        counties={one.id: one for one in counties.counties} if counties else {},
        windows=windows.windows if windows else (),
        budget_year=year.steps if year else (),
        claims=claims,
        terms=terms.terms,
        municipalities=tuple(municipalities.values()),
        merged=tuple(merged.values()),
        redirects=tuple(moved.values()),
        published=published,
        local=local.facts if local else (),
        dated=terms.dated,
        ending=terms.ending,
        prose=prose,
        media=read_media(root / "docs"),
        origins=read.origins,
        documents=read.documents,
        facts=tuple(read.facts),
        broken=frozenset(one.path for one in read.problems),
    )
    return register, read.problems


def _sources(read: _Reader, path: Path) -> dict[str, Source]:
    document = read.yaml(path)
    found = read.built(SourceFile, document) if document else None
    if document is None or found is None:
        return {}
    return {
        one.id: one
        for index, one in enumerate(found.sources)
        if read.remember("sources", one.id, document, ("sources", index))
    }


def _contacts(read: _Reader, folder: Path) -> dict[str, tuple[Contact, ...]]:
    contacts: dict[str, tuple[Contact, ...]] = {}
    for stem, document in read.folder(folder):
        found = read.built(ContactFile, document)
        if found is None:
            continue
        contacts[stem] = tuple(
            one
            for index, one in enumerate(found.contacts)
            if read.remember("contacts", one.id, document, ("contacts", index))
        )
    return contacts


def _claims(read: _Reader, path: Path) -> tuple[Claim, ...]:
    document = read.yaml(path)
    found = read.built(ClaimFile, document) if document else None
    if document is None or found is None:
        return ()
    return tuple(
        one
        for index, one in enumerate(found.claims)
        if read.remember("claims", one.id, document, ("claims", index))
    )


def _table(read: _Reader, model: type[Model], path: Path) -> dict[int, Model]:
    """The rows of a CSV file that hold, by their place in it."""
    try:
        document = load_csv(read.root, path, columns_of(model))
    except LoadError as error:
        read.problems.append(error.problem)
        return {}
    read.documents[document.path] = document
    rows = {index: read.built(model, document, (index,)) for index in range(len(document.value))}
    return {index: row for index, row in rows.items() if row is not None}


def columns_of(model: type[BaseModel]) -> tuple[Key, ...]:
    """The columns of a model's table: one a field, and two where it is in both languages."""
    keys: list[Key] = []
    for name, field in model.model_fields.items():
        kind = field.annotation
        is_text = isinstance(kind, type) and issubclass(kind, Text)
        keys += [(name, language) for language in LANGUAGES] if is_text else [(name,)]
    return tuple(keys)


def _published(read: _Reader, path: Path) -> frozenset[str]:
    if not path.exists():
        return frozenset()  # nothing has been published yet
    try:
        document = load_addresses(read.root, path)
        read.documents[document.path] = document
        return frozenset(document.value)
    except LoadError as error:
        read.problems.append(error.problem)
        return frozenset()


def _prose(read: _Reader, docs: Path) -> tuple[Prose, ...]:
    pages: list[Prose] = []
    for language in LANGUAGES:
        folder = docs / language
        for path in sorted(folder.rglob("*.md")):
            try:
                document, body, body_line = load_front_matter(read.root, path)
            except LoadError as error:
                read.problems.append(error.problem)
                continue
            read.problems += no_text_is_unfinished(document.path, body, body_line)
            meta = read.built(PageMeta, document)
            if meta:
                where = path.relative_to(folder).as_posix()
                pages.append(Prose(where, language, document, meta, body, body_line))
    return tuple(pages)
