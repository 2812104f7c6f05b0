"""What may lie in data/ and docs/: nothing is published or left unread by accident.

Each rule is a generator of Problems.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePath

from kumppanuus.addresses import RESERVED, made_from_data
from kumppanuus.checks.translations import LOCK
from kumppanuus.facts.agreement import Agreement
from kumppanuus.facts.calendar import WindowFile
from kumppanuus.facts.decision import Decision
from kumppanuus.facts.fields import LANGUAGES, Frozen, as_id, is_id
from kumppanuus.facts.load import LoadError, load_yaml
from kumppanuus.facts.media import ATTACHMENT_ENDS, ATTACHMENTS, PICTURE_ENDS, PICTURES
from kumppanuus.facts.models import ContactFile, District, TermFile
from kumppanuus.facts.read import ClaimFile, LocalFile, SourceFile
from kumppanuus.facts.register import Register
from kumppanuus.facts.validate import build
from kumppanuus.problems import Problem, problem

# The folders in which a thing is a file, each with a template to copy.
FOLDERS: dict[str, type[Frozen]] = {
    "districts": District,
    "contacts": ContactFile,
    "agreements": Agreement,
    "decisions": Decision,
}
# The files that are a list of things, each with a template of one thing beside it.
LISTS: dict[str, type[Frozen]] = {
    "sources": SourceFile,
    "evidence": ClaimFile,
    "terms": TermFile,
    "local": LocalFile,
    "windows": WindowFile,
}
# What lies in which folder of docs/.
ENDS: dict[str, tuple[str, ...]] = dict.fromkeys(LANGUAGES, (".md",))
ENDS |= {PICTURES: PICTURE_ENDS, ATTACHMENTS: ATTACHMENT_ENDS}
SCHEMAS = "data/schemas/"  # for editors' programs; a test compares them with the models


def template_of(root: Path, kind: str) -> Path:
    """Where the template of a kind of thing lies: in its folder, or beside its list."""
    data = root / "data"
    return data / f"_{kind}.yml" if kind in LISTS else data / kind / "_template.yml"


def paths_below(root: Path, folder: str) -> Iterator[tuple[Path, str]]:
    """Every file and link below a folder with its path from the project's root; hidden files,
    which neither MkDocs nor the reading of data takes, are left out."""
    for path in sorted((root / folder).rglob("*")):
        below = path.relative_to(root)
        if not any(step.startswith(".") for step in below.parts):
            yield path, below.as_posix()


def nothing_leads_out_of_the_project(register: Register) -> Iterator[Problem]:
    """No symbolic link lies under data/ or docs/: what it leads to would be published."""
    for folder in ("data", "docs"):
        for path, name in paths_below(register.root, folder):
            if path.is_symlink():
                yield problem(name, 1, "symlink")


def every_data_file_is_read(register: Register) -> Iterator[Problem]:
    """A file in data/ is one that is read; one with another name or place would say nothing."""
    read = {one.path for one in register.documents.values()} | register.broken
    templates = {template_of(register.root, kind) for kind in (*FOLDERS, *LISTS)}
    for path, name in paths_below(register.root, "data"):
        if name in read or name.startswith((SCHEMAS, LOCK.as_posix())) or not path.is_file():
            continue
        if path in templates:
            continue  # the next rule reads it
        folder = path.parent.name
        near = f"data/{folder}/….yml" if folder in FOLDERS else "data/*.yml, data/*.csv"
        yield problem(name, 1, "file_not_read", expected=near)


def every_template_holds(register: Register) -> Iterator[Problem]:
    """A template has only keys that are read, and values that are to be filled in or hold."""
    for kind, model in (FOLDERS | LISTS).items():
        path = template_of(register.root, kind)
        if not path.exists():
            continue
        try:
            document = load_yaml(register.root, path)
        except LoadError as error:
            yield error.problem
            continue
        named = replace(document, path="nimi.yml")  # a file's name is an id, but for a template's
        found = build(model, named)
        for one in found if isinstance(found, list) else ():
            if one.code != "unfinished":
                yield replace(one, path=document.path)


def every_file_in_docs_has_its_place(register: Register) -> Iterator[Problem]:
    """docs/fi and docs/sv hold pages, and nothing else is published from there; the name of each
    file and folder is a part of its address."""
    for path, name in paths_below(register.root, "docs"):
        if path.is_symlink():
            continue
        steps = PurePath(name).parts[1:]
        stem = path.name if path.is_dir() else path.stem
        top = steps[0] if len(steps) > 1 or path.is_dir() else ""
        end = "" if path.is_dir() else path.suffix.lower()
        if top not in ENDS or (path.is_file() and end not in ENDS[top]):
            folders = [one for one, ends in ENDS.items() if end in ends]
            ends = {one: ENDS[one] for one in folders or ENDS}
            expected = ", ".join(f"docs/{one}/ ({' '.join(of)})" for one, of in ends.items())
            yield problem(name, 1, "file_not_read", expected=expected)
        elif not is_id(stem) or (path.is_file() and path.suffix != end):
            right = f"{PurePath(name).parent.as_posix()}/{as_id(stem) or 'uusi'}{end}"
            yield problem(name, 1, "id_form", value=path.name, example=right)


def every_page_has_an_address_of_its_own(register: Register) -> Iterator[Problem]:
    """No page lies where another one does, where one is made from data, or where the site keeps
    files of its own."""
    made = made_from_data(register)
    first: dict[tuple[str, str], str] = {}
    for page in register.prose:
        path = page.document.path
        other = first.setdefault((page.language, page.address), path)
        if other != path:
            yield problem(path, 1, "same_address", value=page.address, first=other)
        if page.address in made:
            yield problem(path, 1, "page_is_made_from_data")
        elif page.address.partition("/")[0] in RESERVED:
            yield problem(path, 1, "address_reserved", value=page.address)
