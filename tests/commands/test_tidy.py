"""What a form writes is put back into the shape that the files had."""

from __future__ import annotations

import difflib
import json
import re
import subprocess
from pathlib import Path, PurePath

import pytest
import yaml

from kumppanuus.__main__ import main
from kumppanuus.checks.files import FOLDERS, LISTS
from kumppanuus.commands.tidy import tidied_text
from tests.conftest import ROOT

FILES = sorted([*(ROOT / "data").rglob("*.yml"), *(ROOT / "docs").rglob("*.md")])
# What the form writes: its kinds of thing.
WRITTEN = [
    path
    for path in FILES
    if path.suffix == ".yml"
    and not path.name.startswith("_")
    and (path.parent.name in FOLDERS or path.stem in LISTS)
]
PERSONS = """# yaml-language-server: $schema=../schemas/contacts.schema.json
contacts:
  # Ensin se, jolle soitetaan.
  - id: maija-esimerkki
    name: Maija Esimerkki
    answers_for: {fi: "kumppanuus", sv: "partnerskap"}
    topics: [kumppanuus, lape]
    phone: "050 123 4567"
    confirmed: 2026-11-21
"""


def as_a_form_writes(text: str) -> str:
    """The values alone: no comment, no quotes where YAML needs none, nothing on one line."""
    values = yaml.load(text, Loader=yaml.BaseLoader)
    return yaml.dump(values, allow_unicode=True, sort_keys=False, default_flow_style=False)


def changed_lines(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_that_nobody_changed_stays_as_it_is(path: Path) -> None:
    """Byte for byte, every file of the project, also after a form has written it."""
    text = path.read_text(encoding="utf-8")
    name = path.relative_to(ROOT)
    assert tidied_text(name, text, text) == text
    if path.suffix == ".yml":
        assert tidied_text(name, text, as_a_form_writes(text)) == text


PAGES = [path for path in FILES if path.suffix == ".md"]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_page_whose_text_alone_a_form_has_changed_keeps_the_rest(path: Path) -> None:
    """Its front matter byte for byte, also where the form says no to what was not asked."""
    text = path.read_text(encoding="utf-8")
    _, front, body = text.split("---\n", 2)
    said = as_a_form_writes(front) + ("" if "history:" in front else "history: false\n")
    body = re.sub(r"(?m)^\|[ :|-]+\|$", lambda row: re.sub("-+", " --- ", row[0]), body)
    form = f"---\n{said}---\n\n{body.strip()}\n\n\n\nUusi virke.\n"
    lines = changed_lines(text, tidied_text(path.relative_to(ROOT), text, form))
    assert lines == ["+", "+Uusi virke."]


@pytest.mark.parametrize(
    ("page", "way"),
    [("docs/fi/lape.md", "../kuvat"), ("docs/sv/piirit/hame/index.md", "../../../kuvat")],
)
def test_a_picture_that_a_form_has_placed_is_named_by_its_way_from_the_page(
    page: str, way: str
) -> None:
    """The form names it by its way on the site; other links stay."""
    head = "---\ntitle: x\n---\n"
    body = '![Lapset](/kuvat/a.png "Avajaiset") ja [teksti](/kuvat/a.png)\n'
    after = tidied_text(PurePath(page), f"{head}\nTeksti.\n", f"{head}{body}")
    assert after == f"{head}\n{body.replace('(/kuvat', f'({way}', 1)}"


@pytest.mark.parametrize("path", WRITTEN)
def test_one_changed_value_is_a_change_of_one_line(path: Path) -> None:
    """In every file that the form writes: no line but that of its last value differs."""
    text = path.read_text(encoding="utf-8")
    values = yaml.load(text, Loader=yaml.BaseLoader)
    at = values
    while True:
        key = list(at)[-1] if isinstance(at, dict) else len(at) - 1
        if isinstance(at[key], str):
            break
        at = at[key]
    at[key] = "muuttunut" if at[key] != "muuttunut" else "toinen"
    form = yaml.dump(values, allow_unicode=True, sort_keys=False)
    tidied = tidied_text(path.relative_to(ROOT), text, form)
    assert yaml.load(tidied, Loader=yaml.BaseLoader) == values
    lines = changed_lines(text, tidied)
    assert [line[0] for line in lines] == ["-", "+"], lines


def test_a_person_that_a_form_adds_looks_like_the_others() -> None:
    """Two languages and short lists on one line, the number in quotes, the comment where it was."""
    values = yaml.load(PERSONS, Loader=yaml.BaseLoader)
    new = json.loads(json.dumps(values["contacts"][0]))
    new |= {"id": "matti-malli", "name": "Matti Malli", "phone": "050 765 4321"}
    values["contacts"].append(new)
    form = yaml.dump(values, allow_unicode=True, sort_keys=False)
    after = tidied_text(PurePath("data/contacts/hame.yml"), PERSONS, form)
    assert after == PERSONS + (
        "  - id: matti-malli\n"
        '    name: "Matti Malli"\n'
        '    answers_for: {fi: "kumppanuus", sv: "partnerskap"}\n'
        "    topics: [kumppanuus, lape]\n"
        '    phone: "050 765 4321"\n'
        "    confirmed: 2026-11-21\n"
    )


def test_a_new_file_gets_its_first_line_and_its_shape() -> None:
    """As a person would have written it from the template."""
    form = "what:\n  fi: Avustus\n  sv: Ett understöd\nread_on: 2026-11-25\n"
    assert tidied_text(PurePath("data/decisions/uusi-2027.yml"), "", form) == (
        "# yaml-language-server: $schema=../schemas/decisions.schema.json\n"
        'what: {fi: Avustus, sv: "Ett understöd"}\n'
        "read_on: 2026-11-25\n"
    )


def test_the_command_puts_what_differs_from_a_commit_into_shape(tmp_path: Path) -> None:
    """And says which files it wrote."""
    path = tmp_path / "data/contacts/hame.yml"
    path.parent.mkdir(parents=True)
    path.write_text(PERSONS)
    git = ["git", "-C", str(tmp_path), "-c", "user.name=x", "-c", "user.email=x@example.org"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "Before"]):
        subprocess.run([*git, *command], check=True)
    path.write_text(as_a_form_writes(PERSONS).replace("123 4567", "123 4568"))
    assert main(["tidy", "--root", str(tmp_path)]) == 0
    assert path.read_text() == PERSONS.replace("123 4567", "123 4568")
