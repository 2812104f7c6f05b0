"""Writes a new district, agreement, contact, source …, with what is to be filled in.

python -m kumppanuus new district lappi
python -m kumppanuus new agreement pori-2027
python -m kumppanuus new decision pori-2027
python -m kumppanuus new contact satakunta maija-meikalainen
python -m kumppanuus new source pori-2027 (also claim, local, term, window)

The data come from the templates in data/, the pages from ``templates/new/``. What nobody has
filled in yet is a Problem (``unfinished``), so nothing half-made is published.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path, PurePath

from kumppanuus.addresses import district_pages
from kumppanuus.checks.files import template_of
from kumppanuus.facts.fields import LANGUAGES, Language, Text, is_id
from kumppanuus.facts.read import read_words
from kumppanuus.html.environment import TEMPLATES
from kumppanuus.problems import sentence

_EACH_TOPIC = re.compile(r"(?m)^.*\{topic\}.*\n")  # a line of the overview that each topic gets
_FIRST_TO_FILL_IN = re.compile(r"(?m)^(  - \w+: ).*$")  # the key by which a thing is known
# What is added to a list: the list's file, and its key there.
LISTED = {
    "source": ("sources", "sources"),
    "claim": ("evidence", "claims"),
    "local": ("local", "facts"),
    "term": ("terms", "terms"),
    "window": ("windows", "windows"),
}


class NotWritten(Exception):
    """Why nothing was written, in both languages."""


def new(root: Path, kind: str, names: list[str], today: date) -> int:
    """The command. Prints what was written, or why nothing was; returns the exit status."""
    try:
        for name in names:
            if not is_id(name):
                raise NotWritten(sentence("new_id", value=name))
        if kind == "contact":
            written = [_contact(root, *names)]
        elif kind in LISTED:
            written = [_listed(root, *LISTED[kind], names[0])]
        else:
            is_district = kind == "district"
            files = _district(root, names[0], today) if is_district else _one(root, kind, names[0])
            written = _write(root, files)
    except NotWritten as reason:
        print(reason)
        return 1
    for path in written:
        print(sentence("new_written", value=path))
    print(sentence("new_next"))
    return 0


def _district(root: Path, id_: str, today: date) -> dict[str, str]:
    """Every file of a district, by its path."""
    files = {
        f"data/districts/{id_}.yml": _template(root, "districts"),
        f"data/contacts/{id_}.yml": _template(root, "contacts"),
    }
    words, problems = read_words(root)
    if words is None:
        raise NotWritten("\n".join(map(str, problems)))
    for language in LANGUAGES:
        for path in district_pages(id_, words.topics):
            text = _page(language, PurePath(path).stem, words.topics)
            text = text.replace("{id}", id_).replace("{today}", today.isoformat())
            files[f"docs/{language}/{path}"] = text
    return files


def _page(language: Language, page: str, topics: dict[str, Text]) -> str:
    """The template of a district's page; a topic that has none of its own gets the general one."""
    folder = TEMPLATES / "new" / language
    own = folder / f"{page}.md"
    text = (own if own.exists() else folder / "topic.md").read_text(encoding="utf-8")
    if page in topics:
        return _of_topic(text, page, topics[page][language])
    return _EACH_TOPIC.sub(
        lambda line: "".join(
            _of_topic(line[0], id_, text[language]) for id_, text in topics.items()
        ),
        text,
    )


def _of_topic(text: str, topic: str, label: str) -> str:
    return text.replace("{topic}", topic).replace("{label}", label)


def _one(root: Path, kind: str, id_: str) -> dict[str, str]:
    """The file of a thing that is one file: an agreement, a decision."""
    return {f"data/{kind}s/{id_}.yml": _template(root, f"{kind}s")}


def _contact(root: Path, district: str, id_: str) -> str:
    """Adds a person to a district's file; returns its path."""
    folder = root / "data/contacts"
    files = sorted(folder.glob("[!_]*.yml"))
    districts = sorted(path.stem for path in (root / "data/districts").glob("[!_]*.yml"))
    if district not in districts:
        expected = ", ".join(districts)
        raise NotWritten(sentence("new_unknown_district", value=district, expected=expected))
    for path in files:
        if re.search(rf"(?m)^\s*- id: \"?{id_}\"?\s*$", path.read_text(encoding="utf-8")):
            raise NotWritten(sentence("new_exists", value=f"{path.stem}: {id_}"))
    path = folder / f"{district}.yml"
    if not path.exists():  # a district may have had nobody
        head, key, _ = _template(root, "contacts").partition("\ncontacts:\n")
        path.write_text(head + key, encoding="utf-8", newline="\n")
    return _append(root, path, _item(root, "contacts", "contacts", id_))


def _listed(root: Path, kind: str, key: str, name: str) -> str:
    """Adds a thing to the end of its list; returns the list's path."""
    item = _item(root, kind, key, name)
    path = root / "data" / f"{kind}.yml"
    known = re.search(rf"(?m)^  - id: \"?{name}\"?\s*$", path.read_text(encoding="utf-8"))
    if known and _names_by_id(item):
        raise NotWritten(sentence("new_exists", value=f"{kind}: {name}"))
    return _append(root, path, item)


def _names_by_id(item: str) -> bool:
    """A place or a word may be told of many times; an id names one thing."""
    return bool(re.search(r"(?m)^  - id: ", item))


def _item(root: Path, kind: str, key: str, name: str) -> str:
    """The one item of a template's list, with its name filled in."""
    lines = _template(root, kind).partition(f"\n{key}:\n")[2]
    return _FIRST_TO_FILL_IN.sub(rf"\g<1>{name}", lines, count=1)


def _append(root: Path, path: Path, item: str) -> str:
    before = path.read_text(encoding="utf-8").rstrip("\n")
    path.write_text(f"{before}\n{item}", encoding="utf-8", newline="\n")
    return path.relative_to(root).as_posix()


def _template(root: Path, kind: str) -> str:
    return template_of(root, kind).read_text(encoding="utf-8")


def _write(root: Path, files: dict[str, str]) -> list[str]:
    """Writes all of the files, or none where one of them exists."""
    for path in files:
        if (root / path).exists():
            raise NotWritten(sentence("new_exists", value=path))
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="\n")
    return list(files)
