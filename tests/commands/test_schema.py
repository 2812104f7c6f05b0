"""Templates and schemas are made from the models, and cannot rot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from kumppanuus.__main__ import main
from kumppanuus.checks.files import FOLDERS, LISTS, template_of
from kumppanuus.checks.schemas import FOLDER
from kumppanuus.commands.schema import KINDS, explanations, schemas
from kumppanuus.facts.load import load_yaml
from kumppanuus.facts.validate import named_by_file
from tests.conftest import ROOT

TEMPLATES = {kind: template_of(ROOT, kind) for kind in (*FOLDERS, *LISTS)}


def differences(model: type[BaseModel], value: Any, at: str) -> Iterator[str]:
    """Every key that only the model or only the template has, at any depth."""
    fields = set(model.model_fields) - set(named_by_file(model))
    yield from (f"{at}: {key} is missing" for key in fields - set(value))
    yield from (f"{at}: {key} is unknown" for key in set(value) - fields)
    for key in fields & set(value):
        for inner in models_in(model.model_fields[key].annotation):
            items = value[key] if isinstance(value[key], list) else [value[key]]
            for item in items:
                yield from differences(inner, item, f"{at} / {key}")


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from models_in(part)


def allowed_words(schema: Any) -> Iterator[str]:
    """Every word of every list of allowed words in a schema."""
    if isinstance(schema, dict):
        yield from schema.get("enum", ())
        for inner in schema.values():
            yield from allowed_words(inner)


def test_there_is_a_template_for_each_kind_of_file_that_is_added() -> None:
    """In its folder, or beside its list; and no template is of anything else."""
    assert set((ROOT / "data").rglob("_*.yml")) == set(TEMPLATES.values())


@pytest.mark.parametrize("kind", TEMPLATES)
def test_a_template_has_every_key_of_its_model_and_no_other(kind: str) -> None:
    """Required or not, at every depth."""
    value = load_yaml(ROOT, TEMPLATES[kind]).value
    assert list(differences(KINDS[kind], value, kind)) == []


def test_a_key_that_a_template_lacks_or_the_model_does_not_know_is_found() -> None:
    """The comparison itself finds both, also in an item of a list."""
    value = load_yaml(ROOT, ROOT / "data/contacts/_template.yml").value
    person = value["contacts"][0]
    person["puhelin"] = person.pop("phone")
    del person["regional_roles"][0]["role"]
    assert sorted(differences(KINDS["contacts"], value, "contacts")) == [
        "contacts / contacts / regional_roles: role is missing",
        "contacts / contacts: phone is missing",
        "contacts / contacts: puhelin is unknown",
    ]


@pytest.mark.parametrize("kind", TEMPLATES)
def test_every_key_of_a_template_is_explained_in_both_languages(kind: str) -> None:
    """The comment above a key: Finnish, a slash, Swedish; optional keys say so in both."""
    found = dict(explanations(ROOT, TEMPLATES[kind]))
    assert len(found) > 5
    for key, text in found.items():
        assert re.fullmatch(r"\S.*\S / \S.*\S", text), (key, text)
        assert text.startswith("Vapaaehtoinen: ") == (" / Frivillig: " in text), key
        optional = KINDS[kind]
        field = None
        for step in key:
            if isinstance(step, str):
                field = optional.model_fields[step]
                optional = next(models_in(field.annotation), optional)
        assert field is not None
        assert text.startswith("Vapaaehtoinen: ") == (not field.is_required()), key


@pytest.mark.parametrize("kind", TEMPLATES)
def test_a_template_names_every_word_that_may_be_chosen(kind: str) -> None:
    """Where only certain words are allowed, the comments list them."""
    text = TEMPLATES[kind].read_text(encoding="utf-8")
    words = set(allowed_words(KINDS[kind].model_json_schema()))
    assert words or kind in {"terms", "local"}
    assert [word for word in words if not re.search(rf"\b{word}\b", text)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_the_one_that_the_models_make(kind: str) -> None:
    """After a change to a model or a template: python -m kumppanuus schema"""
    path = f"{FOLDER}/{kind}.schema.json"
    assert (ROOT / path).read_text(encoding="utf-8") == dict(schemas(ROOT))[path]


def test_every_data_file_has_a_schema() -> None:
    """A kind of file that is new is in the table: KINDS, or FOLDERS or LISTS in checks/files.py."""
    data = ROOT / "data"
    paths = (path.relative_to(data) for path in data.rglob("*.yml"))
    kinds = {path.parts[0].removesuffix(".yml").removeprefix("_") for path in paths}
    assert kinds == set(KINDS)


def test_every_schema_in_the_folder_belongs_to_a_kind_of_file() -> None:
    """A schema whose model is gone is gone too."""
    made = {path for path, _ in schemas(ROOT)}
    assert {path.relative_to(ROOT).as_posix() for path in (ROOT / FOLDER).iterdir()} == made


def test_the_command_writes_every_schema(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One for each kind of file, and says where."""
    assert main(["schema", "--root", str(tiny)]) == 0
    written = {path.relative_to(tiny).as_posix() for path in (tiny / FOLDER).iterdir()}
    assert written == {f"{FOLDER}/{kind}.schema.json" for kind in KINDS}
    told = capsys.readouterr().out
    assert all(path in told for path in written)
