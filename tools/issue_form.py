"""A new thing asked for on an issue form becomes a pull request (form.yml).

The files are those of ``python -m kumppanuus new``, with the answers filled in. What was not
answered stays to be filled in, and the pull request says where. Answers are data: they are quoted
into YAML, a file's name is made of letters a–z, digits and hyphens, and nothing is run.
"""

from __future__ import annotations

import io
import json
import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from kumppanuus.addresses import NEWS, district, edit_url
from kumppanuus.checks.check import all_warnings, load, today
from kumppanuus.commands.codeowners import write_codeowners
from kumppanuus.commands.new import new
from kumppanuus.facts.fields import LANGUAGES, is_id
from kumppanuus.problems import ProblemsFound, sentence, verdict
from tools.github import GitHub, block, event, from_environment

LABEL = "lomake: "  # and the kind: the forms give it
WANTED = "muutokseksi"  # somebody with write access gives it to what others have asked for
ISSUE_FORMS = Path(".github/ISSUE_TEMPLATE")
WRITTEN_AS = {"person": "contact"}  # 1-contact.yml is for a contact that has changed
EMPTY = {"", "_No response_", "None"}
LISTS = {"regions", "sources", "topics", "languages"}
KINDS = {"district", "agreement", "decision", "person", "page"}
LONG = 20_000  # characters of one answer


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
            plain(self.answers.get(part, "")[: 4 if part == "date" else 60]) for part in parts
        )
        if not is_id(name) or len(name) > 80:
            raise NotMade(sentence("form_no_name", value=", ".join(parts)))
        return name


def plain(text: str) -> str:
    """Lower-case letters a–z, digits and single hyphens."""
    letters = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


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
        path.write_text(kept + _filled(made, indent, _values(asked)), "utf-8", newline="\n")
    after = _files(root)
    return [name for name, content in after.items() if before.get(name) != content]


def _files(root: Path) -> dict[str, bytes]:
    paths = (path for folder in ("data", "docs") for path in (root / folder).rglob("*"))
    found = {path.relative_to(root).as_posix(): path for path in paths if path.is_file()}
    return {name: path.read_bytes() for name, path in sorted(found.items())}


def _values(asked: Asked) -> dict[str, str]:
    """The answers as YAML, by key: "what_fi" and "what_sv" are one; a list has commas."""
    values: dict[str, str] = {}
    for id_, text in asked.answers.items():
        key, _, language = id_.rpartition("_")
        if language in LANGUAGES:
            both = (f"{one}: {_quoted(asked.answers.get(f'{key}_{one}', ''))}" for one in LANGUAGES)
            values[key] = f"{{{', '.join(both)}}}"
        elif id_ in LISTS:
            parts = (one.strip() for one in re.split(r"[,\n]", text))
            values[id_] = f"[{', '.join(_quoted(one) for one in parts if one)}]"
        elif id_ == "decider":
            is_county = asked.answers.get("body", "").startswith("hyvinvointialue")
            values["county" if is_county else "municipality"] = _quoted(plain(text))
        elif id_ in ("municipality", "district"):
            values[id_] = _quoted(plain(text))
        else:  # a choice is "grant: avustus / understöd", and its code is the data
            values[id_] = _quoted(text.partition(":")[0] if id_ == "kind" else text)
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
                lines += [*comment, f"{indent}{found[1]}: {values[found[1]]}"]
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
    owner = plain(answers.get("district", ""))
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


def propose(github: GitHub, root: Path, what: dict[str, Any]) -> str:
    """Makes the pull request of an issue; what is answered to it, nothing where it asks nothing."""
    issue = what["issue"]
    labels = [one["name"] for one in issue["labels"]]
    kinds = [one.removeprefix(LABEL) for one in labels if one.startswith(LABEL)]
    new_label = what.get("label", {}).get("name")
    if len(kinds) != 1 or kinds[0] not in KINDS or (new_label and new_label != WANTED):
        return ""
    if not github.may_write(what["sender"]["login"]):
        return "" if new_label else sentence("form_wait", label=WANTED)
    kind, number = kinds[0], int(issue["number"])
    try:
        paths = make(root, read(root, kind, issue["body"] or ""))
    except NotMade as reason:
        return f"{sentence('form_not_made')}\n\n{block(str(reason))}"
    branch = f"lomake/{kind}-{number}"
    edit = edit_url(f"https://github.com/{github.repository}", branch)
    errors, warnings = [], []
    try:
        register = load(root, today())
        warnings = all_warnings(register)
        if any(one.code == "owners_missing" for one in warnings):
            with redirect_stdout(io.StringIO()):
                write_codeowners(register)
            paths.append(".github/CODEOWNERS")
    except ProblemsFound as found:
        errors = found.problems
    main = what["repository"]["default_branch"]
    parent = github.get(f"git/ref/heads/{main}")["object"]["sha"]
    files = {path: (root / path).read_bytes() for path in paths}
    github.commit(branch, parent, files, f"Add {kind} from form #{number}", new=True)
    text = f"{sentence('form_pull', number=number)}\n\n{verdict(errors, warnings, edit)}"
    try:
        made = github.send(
            "POST",
            "pulls",
            title=f"Lomake / Blankett #{number}: {kind}",
            head=branch,
            base=main,
            body=text[:60_000],
        )["number"]
    except OSError:
        address = f"https://github.com/{github.repository}/compare/{main}...{branch}?expand=1"
        return sentence("form_by_hand", address=address)
    github.check(branch)
    return sentence("form_done", number=made)


def main() -> int:
    github, what = from_environment(), event()
    answer = propose(github, Path.cwd(), what)
    if answer:
        github.say(int(what["issue"]["number"]), answer)
    return 0


if __name__ == "__main__":
    sys.exit(main())
