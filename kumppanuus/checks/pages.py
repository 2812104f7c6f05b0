"""Where pages lie and what they are called. Each rule is a generator of Problems."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kumppanuus.checks.municipalities import place_of
from kumppanuus.checks.text import all_text_rules
from kumppanuus.facts.fields import LANGUAGES, is_id
from kumppanuus.facts.models import TOPICS
from kumppanuus.facts.register import Register
from kumppanuus.problems import Problem, problem

TEXTS = {".md", ".markdown", ".txt", ".docx", ""}  # what an editor may take for a page


def all_page_rules(register: Register) -> Iterator[Problem]:
    """Every Problem that the rules about pages and their texts find."""
    yield from every_page_has_an_address_of_its_own(register)
    yield from every_page_belongs_where_it_lies(register)
    yield from every_page_has_a_head_of_its_own(register)
    known = {page.path for page in register.prose}
    yield from all_text_rules(register, {*known, *generated(register), *unread(register)})


def every_file_is_read(root: Path) -> Iterator[Problem]:
    """A file that looks like data or a page lies where it is read, with a name that is read."""
    for folder in ("districts", "contacts", "agreements"):
        for path in sorted((root / "data" / folder).glob("*")):
            if path.suffix != ".yml" and not path.name.startswith("."):
                name = path.relative_to(root).as_posix()
                yield problem(name, 1, "file_not_read", expected=f"data/{folder}/….yml")
    for path in sorted((root / "docs").rglob("*")):
        name = path.relative_to(root).as_posix()
        is_page = name.startswith(("docs/fi/", "docs/sv/")) and path.suffix == ".md"
        if not path.is_file() or path.name.startswith("."):
            continue
        if not is_page and path.suffix.lower() in TEXTS:
            yield problem(name, 1, "file_not_read", expected="docs/fi/….md, docs/sv/….md")
        elif is_page and not is_id(path.stem):
            yield problem(name, 1, "id_form", value=path.stem, example="uusi-sivu.md")


def generated(register: Register) -> Iterator[str]:
    """The paths that pages made from data would have as Markdown."""
    for homes in register.municipalities_of.values():
        yield from (f"kunnat/{home.id}.md" for home in homes)
    yield from (f"piirit/{id_}/yhteystiedot.md" for id_ in register.districts)
    yield from (f"sopimukset/{id_}.md" for id_ in register.agreements)


def unread(register: Register) -> Iterator[str]:
    """The paths of pages that a file with a Problem of its own would have made: a link to one is
    not dead, and its file is mended first."""
    for path in register.broken:
        folder, _, name = path.partition("/")
        if folder == "docs":
            yield name.partition("/")[2]
        stem = Path(path).stem
        yield from (f"sopimukset/{stem}.md", f"piirit/{stem}/yhteystiedot.md")


def every_page_has_an_address_of_its_own(register: Register) -> Iterator[Problem]:
    """No page is written where one is made from data."""
    made = set(generated(register))
    for page in register.prose:
        if page.path in made:
            yield problem(page.document.path, 1, "page_is_made_from_data")


def every_page_belongs_where_it_lies(register: Register) -> Iterator[Problem]:
    """A page in a district's folder is that district's, and its topic is its file's name."""
    for page in register.prose:
        folder, _, name = page.path.removesuffix(".md").rpartition("/")
        district = folder.removeprefix("piirit/")
        if district not in register.districts or folder == district:
            continue
        for key, expected in (("district", district), ("topic", name if name in TOPICS else None)):
            given = getattr(page.meta, key)
            if given and given not in {*register.districts, *TOPICS}:
                continue  # it is no district at all: another rule says so
            if given != expected and expected:
                place = (page.document.path, page.document.line((key,)))
                yield problem(
                    *place,
                    "page_of_another",
                    key=key,
                    expected=expected,
                    example=f"{key}: {expected}",
                )


def every_page_has_a_head_of_its_own(register: Register) -> Iterator[Problem]:
    """No two pages of a language have the same title or description."""
    heads: list[tuple[str, str, str, tuple[str, int]]] = []
    for key in ("title", "description"):
        for page in register.prose:
            place = (page.document.path, page.document.line((key,)))
            heads.append((page.language, key, getattr(page.meta, key), place))
        for id_, one in register.agreements.items():
            place = place_of(register, "agreements", id_, key)
            heads += [(language, key, getattr(one, key)[language], place) for language in LANGUAGES]
    first: dict[tuple[str, str, str], str] = {}
    for language, key, value, place in heads:
        other = first.setdefault((language, key, value), place[0])
        if other != place[0]:
            yield problem(*place, "same_head", key=key, value=value, first=other)
