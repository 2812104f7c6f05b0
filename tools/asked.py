"""What somebody answered on an issue form becomes files: those of ``kumppanuus new``, filled in.

Answers are data: they are quoted into YAML, a file's name is made of letters a–z, digits and
hyphens, and nothing is run. What was not answered stays to be filled in.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import yaml
from pydantic import BaseModel

from kumppanuus.addresses import NEWS, district
from kumppanuus.checks.check import today
from kumppanuus.commands.new import new
from kumppanuus.facts.agreement import Agreement
from kumppanuus.facts.decision import Decision
from kumppanuus.facts.fields import LANGUAGES, Text, as_id, is_id
from kumppanuus.facts.models import Accent, Contact, District
from kumppanuus.problems import sentence

ISSUE_FORMS = Path(".github/ISSUE_TEMPLATE")
WRITTEN_AS = {"person": "contact"}  # 1-contact.yml is for a contact that has changed
EMPTY = {"", "_No response_", "None"}
# What a form of each kind asks for; a page is front matter and text.
MODELS: dict[str, type[BaseModel]] = {
    "district": District,
    "agreement": Agreement,
    "decision": Decision,
    "person": Contact,
}
LONG = 20_000  # characters of one answer
# What the pages of a new district say in place of its name and of where it is.
NAME = {"fi": "TÄYTÄ piirin nimi", "sv": "FYLL I distriktets namn"}
WHERE = {"fi": "TÄYTÄ missä", "sv": "FYLL I var"}


class NotMade(Exception):
    """Why nothing was made, in both languages."""


@dataclass(frozen=True)
class Asked:
    """What somebody wrote on a form. answers: by the id of the question, those not empty."""

    kind: str
    answers: Mapping[str, str]

    def name(self, *parts: str) -> str:
        """A file's name made of answers: "Pori", "2027-02-18" → pori-2027. Raises NotMade."""
        name = "-".join(
            as_id(self.answers.get(part, "")[: 4 if part == "date" else 60]) for part in parts
        )
        if not is_id(name) or len(name) > 80:
            raise NotMade(sentence("form_no_name", value=", ".join(parts)))
        return name


def questions(root: Path, kind: str) -> dict[str, str]:
    """The ids of a form's questions by their labels, as GitHub writes them into the issue."""
    (path,) = (root / ISSUE_FORMS).glob(f"[0-9]-{kind}.yml")
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {one["attributes"]["label"]: one["id"] for one in form["body"] if "id" in one}


def read(root: Path, kind: str, body: str) -> Asked:
    """The answers of an issue made with a form: "### question", then the answer.

    A line that only looks like another question belongs to the answer; so does one asked twice.
    """
    known = questions(root, kind)
    answers: dict[str, list[str]] = {}
    now: list[str] = []
    for line in body.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        id_ = known.get(line.removeprefix("### ")) if line.startswith("### ") else None
        if id_ and id_ not in answers:
            now = answers[id_] = []
        else:
            now.append(line)
    found = {id_: "\n".join(lines).strip()[:LONG] for id_, lines in answers.items()}
    return Asked(kind, {id_: text for id_, text in found.items() if text not in EMPTY})


def make(root: Path, asked: Asked) -> list[str]:
    """Writes the files; their paths. Raises NotMade with the reason."""
    before = _files(root)
    if asked.kind == "page":
        _write_page(root, asked)
    else:
        names = {
            "district": lambda: [asked.name("short_name_fi")],
            "agreement": lambda: [asked.name("municipality", "year")],
            "decision": lambda: [asked.name("decider", "date")],
            "person": lambda: [asked.name("district"), asked.name("name")],
        }[asked.kind]()
        said = io.StringIO()
        with redirect_stdout(said):
            status = new(root, WRITTEN_AS.get(asked.kind, asked.kind), names, today())
        if status:
            raise NotMade(said.getvalue().strip())
        folder = f"data/{WRITTEN_AS.get(asked.kind, asked.kind)}s"
        path = root / folder / f"{names[0]}.yml"
        text = path.read_text(encoding="utf-8")
        start = before.get(path.relative_to(root).as_posix(), b"").decode()
        is_person = asked.kind == "person"
        kept, made = (start, text.removeprefix(start)) if is_person else ("", text)
        indent = "    " if is_person else ""
        values = _values(root, asked)
        path.write_text(kept + _filled(made, indent, values), "utf-8", newline="\n")
        if asked.kind == "district":
            _fill_district(root, names[0], asked)
    after = _files(root)
    return [name for name, content in after.items() if before.get(name) != content]


def _files(root: Path) -> dict[str, bytes]:
    paths = (path for folder in ("data", "docs") for path in (root / folder).rglob("*"))
    found = {path.relative_to(root).as_posix(): path for path in paths if path.is_file()}
    return {name: path.read_bytes() for name, path in sorted(found.items())}


def _fill_district(root: Path, id_: str, asked: Asked) -> None:
    """Puts the name and the place into a new district's pages, and gives it a colour of its own.

    Nobody answers for it yet: a person has a form of their own.
    """
    (root / f"data/contacts/{id_}.yml").unlink()
    for language in LANGUAGES:
        for path in sorted((root / f"docs/{language}/{district(id_)}").glob("*.md")):
            text = path.read_text(encoding="utf-8")
            for blank, key in ((NAME, "name"), (WHERE, "where")):
                if answer := " ".join(asked.answers.get(f"{key}_{language}", "").split()):
                    front, end, body = text.rpartition("\n---\n")
                    quoted = json.dumps(answer, ensure_ascii=False)[1:-1]
                    front = front.replace(blank[language], quoted)
                    text = front + end + body.replace(blank[language], answer)
            path.write_text(text, encoding="utf-8", newline="\n")
    files = sorted((root / "data/districts").glob("[!_]*.yml"))
    used = re.findall(r"(?m)^accent: *\"?(\w+)", "\n".join(one.read_text("utf-8") for one in files))
    colours = sorted(get_args(Accent), key=used.count)
    path = root / f"data/districts/{id_}.yml"
    text = path.read_text(encoding="utf-8")
    made = re.sub(r"(?m)^accent: .*", f"accent: {colours[0]}", text)
    path.write_text(made, encoding="utf-8", newline="\n")


def _source(root: Path, text: str) -> str:
    """A source's id; of one that is named by its address, that of the source with it."""
    if not text.startswith("http"):
        return text
    known = yaml.safe_load((root / "data/sources.yml").read_text(encoding="utf-8"))["sources"]
    same = (one["id"] for one in known if text.rstrip("/") == one.get("url", "").rstrip("/"))
    return next(same, text)


def _type(kind: str, key: str) -> tuple[Any, Any]:
    """Whether the model takes a list (tuple) or a choice (Literal), and what its first is."""
    field = MODELS[kind].model_fields.get(key)
    annotation = field.annotation if field else None
    return get_origin(annotation), next(iter(get_args(annotation)), None)


def _values(root: Path, asked: Asked) -> dict[str, str]:
    """The answers as YAML, by key: "what_fi" and "what_sv" are one; a list has commas."""
    values: dict[str, str] = {}
    for id_, text in asked.answers.items():
        key, _, language = id_.rpartition("_")
        shape, item = _type(asked.kind, key if language in LANGUAGES else id_)
        if language in LANGUAGES:
            both = (f"{one}: {_quoted(asked.answers.get(f'{key}_{one}', ''))}" for one in LANGUAGES)
            values[key] = f"{{{', '.join(both)}}}"
            if (shape, item) == (tuple, Text):  # one a line, in the same order in both languages
                lines = [asked.answers.get(f"{key}_{one}", "").split("\n") for one in LANGUAGES]
                rows = (tuple(map(_quoted, row)) for row in zip_longest(*lines, fillvalue=""))
                values[key] = "".join(f"\n  - {{fi: {fi}, sv: {sv}}}" for fi, sv in rows)
        elif shape is tuple:
            parts = (_source(root, one.strip()) for one in re.split(r"[,\n]", text))
            values[id_] = f"[{', '.join(_quoted(one) for one in parts if one)}]"
        elif id_ == "decider":
            is_county = asked.answers.get("body", "").startswith("hyvinvointialue")
            values["county" if is_county else "municipality"] = _quoted(as_id(text))
        elif id_ == "source":
            values[id_] = _quoted(_source(root, text))
        elif id_ in ("municipality", "district"):
            values[id_] = _quoted(as_id(text))
        else:  # a choice is "grant: avustus / understöd", and its code is the data
            values[id_] = _quoted(text.partition(":")[0] if shape is Literal else text)
    return values


def _quoted(text: str) -> str:
    """A value that YAML reads as this text, whatever it holds; on one line."""
    return json.dumps(" ".join(text.split()) or "TÄYTÄ / FYLL I", ensure_ascii=False)


def _filled(text: str, indent: str, values: Mapping[str, str]) -> str:
    """A template with values; of what nobody answered the optional keys are left out."""
    key = re.compile(rf"{indent}([a-z_]+):(.*)")
    lines: list[str] = []
    comment: list[str] = []
    dropping = False
    for line in text.split("\n"):
        found = key.fullmatch(line)
        if line.startswith(f"{indent}#"):
            comment.append(line)
            dropping = False
        elif found:
            optional = any("Vapaaehtoinen:" in one for one in comment)
            dropping = found[1] in values or optional
            if found[1] in values:
                lines += [
                    *comment,
                    f"{indent}{found[1]}: {values[found[1]]}".replace(": \n", ":\n"),
                ]
            elif not optional:
                lines += [*comment, line]
            comment = []
        elif not (dropping and line.startswith(f"{indent} ")):
            lines += [*comment, line]
            comment, dropping = [], False
    return "\n".join(lines + comment)


def _write_page(root: Path, asked: Asked) -> None:
    """A page in both languages: news where it has a date, a district's where it names one."""
    name, answers = asked.name("title_fi"), asked.answers
    owner = as_id(answers.get("district", ""))
    if owner and not (root / f"data/districts/{owner}.yml").exists():
        raise NotMade(sentence("form_no_district", value=owner))
    folder = NEWS if "date" in answers else district(owner) if owner else ""
    for language in LANGUAGES:
        path = root / f"docs/{language}/{folder}{name}.md"
        if path.exists():
            raise NotMade(sentence("new_exists", value=path.relative_to(root).as_posix()))
        path.parent.mkdir(parents=True, exist_ok=True)
        text = answers.get(f"text_{language}", "TÄYTÄ / FYLL I")
        path.write_text("\n".join(_page(asked, language, owner, text)), "utf-8", newline="\n")


def _page(asked: Asked, language: str, owner: str, text: str) -> Iterator[str]:
    yield "---"
    for key in ("title", "description"):
        yield f"{key}: {_quoted(asked.answers.get(f'{key}_{language}', ''))}"
    if owner:
        yield f"district: {owner}"
    if day := asked.answers.get("date"):
        yield f"date: {_quoted(day)}"
    yield f"reviewed: {today()}"
    yield "---"
    yield ""
    yield text
    yield ""
