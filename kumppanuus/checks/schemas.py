"""Data files name their schema, by which an editor program completes and explains their keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from kumppanuus.facts.register import Register
from kumppanuus.problems import Problem, warning

FOLDER = "data/schemas"


def first_line(path: PurePath) -> str:
    """The first line of a data file, by its path below data/."""
    inside = len(path.parts) > 1
    kind = path.parts[0] if inside else path.stem
    folder = ("../" if inside else "") + PurePath(FOLDER).name
    return f"# yaml-language-server: $schema={folder}/{kind}.schema.json"


def every_data_file_names_its_schema(register: Register) -> Iterator[Problem]:
    """The first line of a data file names its schema, where the project has one."""
    data = register.root / "data"
    for path in sorted(data.rglob("*.yml")):
        inside = path.relative_to(data)
        expected = first_line(inside)
        schema = path.parent / expected.partition("=")[2]
        with path.open(encoding="utf-8", errors="replace") as file:
            line = file.readline().strip().lstrip("\ufeff")
        if schema.exists() and line != expected:
            name = path.relative_to(register.root).as_posix()
            yield warning(name, 1, "schema_not_named", example=expected)
