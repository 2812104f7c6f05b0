"""JSON Schemas of the data files, for editors that complete and explain while one types.

They are the models' own, with the explanations of the templates; each data file
names its schema on its first line. ``data/schemas/`` is written by the command, never by hand.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from kumppanuus.checks.files import FOLDERS, LISTS, template_of
from kumppanuus.checks.schemas import FOLDER
from kumppanuus.facts.calendar import BudgetYear
from kumppanuus.facts.county import CountyFile
from kumppanuus.facts.draft import Draft
from kumppanuus.facts.fields import Key
from kumppanuus.facts.load import load_yaml
from kumppanuus.facts.validate import named_by_file
from kumppanuus.facts.words import Words
from kumppanuus.problems import sentence

# The model of each kind of file, by the name of its folder or of the file itself.
KINDS: dict[str, type[BaseModel]] = {
    **FOLDERS,
    **LISTS,
    "words": Words,
    "draft": Draft,
    "counties": CountyFile,
    "budget-year": BudgetYear,
}


def schemas(root: Path) -> Iterator[tuple[str, str]]:
    """(path below root, content) of every schema."""
    for kind, model in KINDS.items():
        schema = _plain(model.model_json_schema(mode="validation"))
        for name in named_by_file(model):
            del schema["properties"][name]
            schema["required"].remove(name)
        template = template_of(root, kind)
        if template.exists():
            for key, text in explanations(root, template):
                _explain(schema, key, text)
        whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
        text = json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
        yield f"{FOLDER}/{kind}.schema.json", text


def write_schemas(root: Path) -> int:
    """The command; returns the exit status."""
    (root / FOLDER).mkdir(exist_ok=True)
    for path, text in schemas(root):
        (root / path).write_text(text, encoding="utf-8", newline="\n")
        print(sentence("new_written", value=path))
    return 0


def explanations(root: Path, template: Path) -> Iterator[tuple[Key, str]]:
    """(key path, the comment above it) of every key in a template."""
    lines = template.read_text(encoding="utf-8").splitlines()
    for key, line in load_yaml(root, template).lines.items():
        # Text in two languages explains itself; an item of a list is explained by its keys.
        if key and isinstance(key[-1], str) and key[-1] not in ("fi", "sv"):
            above = lines[line - 2].strip()
            yield key, above.removeprefix("# ") if above.startswith("# ") else ""


def _plain(schema: Any) -> Any:
    """Without what pydantic adds for programmers: titles, docstrings, defaults.

    An example is a value here, without the quotation marks that YAML needs.
    """
    if isinstance(schema, str):
        return schema.strip('"')
    if isinstance(schema, list):
        return [_plain(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    found = {}
    for key, value in schema.items():
        if key in ("properties", "$defs"):
            found[key] = {name: _plain(inner) for name, inner in value.items()}
        elif key not in ("title", "description", "default"):
            found[key] = _plain(value)
    return found


def _explain(schema: dict[str, Any], key: Key, text: str) -> None:
    here = schema
    for step in key[:-1]:
        here = _inside(schema, here, step)
    here["properties"][key[-1]]["description"] = text


def _inside(schema: dict[str, Any], here: dict[str, Any], step: str | int) -> dict[str, Any]:
    """The schema of a step's value, past what is optional and what is defined elsewhere."""
    found = here["items"] if isinstance(step, int) else here["properties"][step]
    for option in found.get("anyOf", ()):
        if option != {"type": "null"}:
            found = option
    if reference := re.fullmatch(r"#/\$defs/(.+)", found.get("$ref", "")):
        found = schema["$defs"][reference[1]]
    inner: dict[str, Any] = found
    return inner
