"""Reads ``data/`` once and holds the facts of the whole site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from kumppanuus.fields import LANGUAGES, Frozen, Language
from kumppanuus.load import Document, Key, LoadError, load_csv, load_front_matter, load_yaml
from kumppanuus.model import (
    Agreement,
    Claim,
    Contact,
    ContactFile,
    District,
    Municipality,
    PageMeta,
    Source,
    Term,
    Topic,
    Words,
)
from kumppanuus.problems import Problem, ProblemsFound, problem
from kumppanuus.validate import build

Model = TypeVar("Model", bound=BaseModel)


class ClaimFile(Frozen):
    """data/evidence.yml"""

    claims: tuple[Claim, ...]


class TermFile(Frozen):
    """data/terms.yml"""

    terms: tuple[Term, ...]


class SourceFile(Frozen):
    """data/sources.yml"""

    sources: dict[str, Source]


@dataclass(frozen=True)
class Prose:
    """A page written by hand: docs/<language>/<path>."""

    path: str
    language: Language
    document: Document
    meta: PageMeta
    body: str
    body_line: int

    @property
    def address(self) -> str:
        """The page's address without its language: "lape/", "" for the home page."""
        stem = self.path.removesuffix(".md").removesuffix("index")
        return stem if stem.endswith("/") or not stem else f"{stem}/"


@dataclass(frozen=True)
class Register:
    """Every fact of the site. Mappings are by id and in the order of the pages.

    origins: for (kind, id) the document it was read from and its key there.
    broken: the files that have Problems of their own, so that a rule does not take
        what they would have said for missing.
    """

    words: Words
    sources: dict[str, Source]
    districts: dict[str, District]
    contacts: dict[str, tuple[Contact, ...]]
    agreements: dict[str, Agreement]
    claims: tuple[Claim, ...]
    terms: tuple[Term, ...]
    municipalities: tuple[Municipality, ...]
    prose: tuple[Prose, ...] = ()
    origins: dict[tuple[str, str], tuple[Document, Key]] = field(default_factory=dict)
    broken: frozenset[str] = frozenset()

    def is_whole(self, path: str) -> bool:
        """Whether the file, or every file in the folder, could be read without a Problem."""
        return not any(name.startswith(path) for name in self.broken)

    @cached_property
    def municipality(self) -> dict[str, Municipality]:
        """Municipalities by id."""
        return {one.id: one for one in self.municipalities}

    @cached_property
    def municipalities_of(self) -> dict[str, tuple[Municipality, ...]]:
        """The municipalities of each district, by region and then by Finnish name."""
        return {
            id_: tuple(
                sorted(
                    (one for one in self.municipalities if one.region_fi in district.regions),
                    key=lambda one: (district.regions.index(one.region_fi), one.name_fi),
                )
            )
            for id_, district in self.districts.items()
        }

    @cached_property
    def region_names(self) -> dict[str, dict[Language, str]]:
        """Each region's name in both languages, by its Finnish name."""
        return {
            one.region_fi: {"fi": one.region_fi, "sv": one.region_sv}
            for one in self.municipalities
        }

    def contacts_for(self, district: str, topic: Topic | None = None) -> tuple[Contact, ...]:
        """A district's contacts, for one topic if it has any for that, else all."""
        everyone = self.contacts.get(district, ())
        named = tuple(one for one in everyone if topic in one.topics)
        return named or everyone

    def data_file(self, kind: str, id_: str) -> str:
        """The path of the file that a fact was read from."""
        return self.origins[kind, id_][0].path


class _Reader:
    """Collects what can be read and every Problem on the way."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.origins: dict[tuple[str, str], tuple[Document, Key]] = {}

    def yaml(self, path: Path) -> Document | None:
        try:
            return load_yaml(self.root, path)
        except LoadError as error:
            self.problems.append(error.problem)
            return None

    def one(self, model: type[Model], path: Path, extra: dict[str, str] | None = None) -> Model | None:
        document = self.yaml(path)
        return None if document is None else self.built(model, document, extra=extra)

    def built(
        self, model: type[Model], document: Document, at: Key = (), extra: dict[str, str] | None = None
    ) -> Model | None:
        result = build(model, document, at, extra)
        if isinstance(result, list):
            self.problems += result
            return None
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


def read_register(root: Path) -> tuple[Register | None, list[Problem]]:
    """Everything in root/data and the front matter in root/docs.

    Returns the register and no problems, or what is wrong and perhaps no register:
    None where a file that the rest rests on could not be read.
    """
    read = _Reader(root)
    data = root / "data"
    words = read.one(Words, data / "words.yml")
    sources = _sources(read, data / "sources.yml")
    districts: dict[str, District] = {}
    for stem, document in read.folder(data / "districts"):
        district = read.built(District, document, extra={"id": stem})
        if district and read.remember("districts", stem, document):
            districts[stem] = district
    agreements: dict[str, Agreement] = {}
    for stem, document in read.folder(data / "agreements"):
        agreement = read.built(Agreement, document, extra={"id": stem})
        if agreement and read.remember("agreements", stem, document):
            agreements[stem] = agreement
    contacts = _contacts(read, data / "contacts")
    claims = _claims(read, data / "evidence.yml")
    terms = read.one(TermFile, data / "terms.yml")
    municipalities = _municipalities(read, data / "municipalities.csv")
    prose = _prose(read, root / "docs")
    if words is None or terms is None:
        return None, read.problems
    register = Register(
        words=words,
        sources=sources,
        districts=districts,
        contacts=contacts,
        agreements=agreements,
        claims=claims,
        terms=terms.terms,
        municipalities=municipalities,
        prose=prose,
        origins=read.origins,
        broken=frozenset(one.path for one in read.problems),
    )
    return register, read.problems


def load_register(root: Path) -> Register:
    """The register of a project whose data and pages hold. Raises ProblemsFound with all of them."""
    from kumppanuus.rules import all_rules

    register, problems = read_register(root)
    if register is not None:
        problems += all_rules(register)
    if problems or register is None:
        raise ProblemsFound(problems)
    return register


def _sources(read: _Reader, path: Path) -> dict[str, Source]:
    document = read.yaml(path)
    if document is None:
        return {}
    found = read.built(SourceFile, document)
    for id_ in found.sources if found else ():
        read.remember("sources", id_, document, ("sources", id_))
    return found.sources if found else {}


def _contacts(read: _Reader, folder: Path) -> dict[str, tuple[Contact, ...]]:
    contacts: dict[str, tuple[Contact, ...]] = {}
    for stem, document in read.folder(folder):
        found = read.built(ContactFile, document)
        if found is None:
            continue
        read.origins["contact-files", stem] = (document, ())
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


def _municipalities(read: _Reader, path: Path) -> tuple[Municipality, ...]:
    try:
        document = load_csv(read.root, path, tuple(Municipality.model_fields))
    except LoadError as error:
        read.problems.append(error.problem)
        return ()
    rows = [read.built(Municipality, document, (index,)) for index in range(len(document.value))]
    for index, row in enumerate(rows):
        if row:
            read.remember("municipalities", row.id, document, (index,))
    return tuple(row for row in rows if row)


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
            meta = read.built(PageMeta, document)
            if meta:
                where = path.relative_to(folder).as_posix()
                pages.append(Prose(where, language, document, meta, body, body_line))
    return tuple(pages)
