"""YAML, CSV and Markdown front matter -> plain values that remember their lines.

Every YAML scalar stays text: the model alone decides what is a number or a date,
so a code ``010``, a phone number or the word ``no`` is never changed on the way
(yaml.org/type/bool.html and /int.html list what the usual loader would change).
"""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from kumppanuus.facts.fields import Key, is_published_address
from kumppanuus.problems import Problem, problem

# Unicode's controls, format characters and private use, line separators, and the sign for what
# could not be read: a reader sees none of them, or something else than stands there. A soft hyphen
# and a line end may be.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\uf8ff\ufeff\ufff0-\uffff\U000e0000-\U0010ffff]"
)
_CONFLICT = re.compile(r"^(<{7} |>{7} )", re.MULTILINE)
SIZE_LIMIT_KB = 512  # the largest real file, municipalities.csv, has 43 kB
# No real page has more than a tenth of it, and none of our patterns takes long on so much.
PAGE_LIMIT_KB, LINE_LIMIT_KB = 64, 5
DEPTH_LIMIT = 20  # an agreement has 7 levels; libyaml's composer overflows the stack on thousands


class LoadError(Exception):
    """A file that cannot be read as data; carries the Problem to show."""

    def __init__(self, found: Problem) -> None:
        self.problem = found
        super().__init__(str(found))


@dataclass(frozen=True)
class Document:
    """The plain content of one file.

    path: relative to the project's root.
    value: nested dicts, lists, str and None (an empty value).
    lines: for each key path in ``value`` its 1-based line.
    """

    path: str
    value: Any
    lines: dict[Key, int]

    def line(self, key: Key = ()) -> int:
        """The line of ``key``, or of its nearest ancestor that is in the file."""
        while key and key not in self.lines:
            key = key[:-1]
        return self.lines.get(key, 1)


def read_text(root: Path, path: Path, limit_kb: int = SIZE_LIMIT_KB) -> tuple[str, str]:
    """(path relative to root, text) of a UTF-8 file, with or without BOM, any line ends.

    The text is in Unicode's form C: what macOS writes as a and ¨ is ä as anywhere else.
    Raises LoadError for other bytes, a character that nobody sees, a missing or empty file, or
    one above the limit.
    """
    name = path.relative_to(root).as_posix()
    if path.is_symlink():
        raise LoadError(problem(name, 1, "symlink"))
    if not path.is_file():
        raise LoadError(problem(name, 1, "missing_file"))
    size = path.stat().st_size
    if size > limit_kb * 1024:
        raise LoadError(problem(name, 1, "too_large", value=size // 1024, limit=limit_kb))
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise LoadError(problem(name, line, "not_utf8")) from None
    if not text.strip():
        raise LoadError(problem(name, 1, "empty_file"))
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if found := _INVISIBLE.search(text):
        value = f"U+{ord(found[0]):04X}"
        raise LoadError(problem(name, _line(text, found), "invisible_character", value=value))
    return name, text


def _settled_text(root: Path, path: Path, limit_kb: int = SIZE_LIMIT_KB) -> tuple[str, str]:
    """As read_text; raises LoadError too where Git left both sides of a conflict."""
    name, text = read_text(root, path, limit_kb)
    if found := _CONFLICT.search(text):
        raise LoadError(problem(name, _line(text, found), "conflict"))
    return name, text


def _line(text: str, found: re.Match[str]) -> int:
    return text.count("\n", 0, found.start()) + 1


def load_yaml(root: Path, path: Path) -> Document:
    """The YAML file as a Document. Raises LoadError."""
    name, text = _settled_text(root, path)
    return parse_yaml(name, text)


def load_front_matter(root: Path, path: Path) -> tuple[Document, str, int]:
    """A Markdown page as (front matter, body, the body's first line). Raises LoadError."""
    name, text = _settled_text(root, path, PAGE_LIMIT_KB)
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LINE_LIMIT_KB * 1024:
            raise LoadError(problem(name, number, "line_too_long", limit=LINE_LIMIT_KB))
    if not text.startswith("---\n"):
        raise LoadError(problem(name, 1, "no_front_matter"))
    head, fence, body = text[4:].partition("\n---\n")
    if not fence:
        raise LoadError(problem(name, 1, "unclosed_front_matter"))
    return parse_yaml(name, head, first_line=2), body, head.count("\n") + 4


def load_addresses(root: Path, path: Path) -> Document:
    """A list of addresses below the site's root, one a line. Raises LoadError."""
    name, text = _settled_text(root, path)
    lines: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if line and not is_published_address(line):
            raise LoadError(problem(name, number, "address_form", value=line, example="sv/lape/"))
        if line:
            lines[line.removeprefix("./")] = number
    return Document(name, list(lines), {(index,): one for index, one in enumerate(lines.values())})


def load_csv(root: Path, path: Path, keys: tuple[Key, ...]) -> Document:
    """A CSV file with a column for each of these keys, and no other. Raises LoadError.

    value is a list of rows as dicts: the columns name_fi and name_sv are {"name": {"fi", "sv"}}.
    """
    name, text = _settled_text(root, path)
    reader = csv.DictReader(io.StringIO(text), strict=True)
    columns = tuple("_".join(map(str, key)) for key in keys)
    rows: list[dict[str | int, Any]] = []
    lines: dict[Key, int] = {}
    try:
        found = tuple(reader.fieldnames or ())
        if found != columns:
            if len(found) == 1 and re.search(r"[;\t]", found[0]):
                raise LoadError(problem(name, 1, "csv_separator", expected=",".join(columns)))
            raise LoadError(
                problem(name, 1, "csv_columns", value=", ".join(found), expected=", ".join(columns))
            )
        for row in reader:
            lines[(len(rows),)] = reader.line_num
            surplus = row.pop(None, ())  # DictReader keeps cells beyond the head under None,
            missing = list(row.values()).count(None)  # and gives None for those that fall short
            count = len(columns) + len(surplus) - missing
            if count != len(columns):
                raise LoadError(
                    problem(name, reader.line_num, "csv_cells", value=count, expected=len(columns))
                )
            rows.append(_nested(zip(keys, row.values(), strict=True)))
    except csv.Error:
        raise LoadError(problem(name, max(1, reader.line_num), "csv_syntax")) from None
    return Document(name, rows, lines)


def _nested(cells: Iterable[tuple[Key, str | None]]) -> dict[str | int, Any]:
    row: dict[str | int, Any] = {}
    for (name, *inner), value in cells:
        if inner:
            row.setdefault(name, {})[inner[0]] = value
        else:
            row[name] = value
    return row


def parse_yaml(name: str, text: str, first_line: int = 1) -> Document:
    """YAML text as a Document, counting lines from ``first_line``. Raises LoadError."""

    def fail(line: int, code: str, **values: object) -> LoadError:
        return LoadError(problem(name, line + first_line, code, **values))

    rows = text.split("\n")
    lines: dict[Key, int] = {(): first_line}
    # The containers that are open: [key path, container, key that waits for its value].
    open_: list[list[Any]] = []
    top: list[Any] = []

    def place(value: Any, line: int) -> Key:
        """Puts a finished value, or a container just begun, where it belongs."""
        if not open_:
            top.append(value)
            return ()
        path, container, key = open_[-1]
        here: Key = (*path, len(container) if isinstance(container, list) else key)
        lines.setdefault(here, line + first_line)
        if isinstance(container, list):
            container.append(value)
        else:
            container[key] = value
            open_[-1][2] = None
        return here

    def take_key(key: str, line: int) -> None:
        path, container, _ = open_[-1]
        if key in container:
            in_list = any(isinstance(step, int) for step in path)
            code = "duplicate_key_in_item" if in_list else "duplicate_key"
            raise fail(line, code, key=key, first=lines[(*path, key)])
        lines[(*path, key)] = line + first_line
        container[key] = None
        open_[-1][2] = key

    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)):
            line = event.start_mark.line if event.start_mark else 0
            awaits_key = bool(open_) and isinstance(open_[-1][1], dict) and open_[-1][2] is None
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise fail(line, "yaml_alias")
            if getattr(event, "tag", None):
                raise fail(line, "yaml_tag")
            if isinstance(event, yaml.ScalarEvent):
                end = event.end_mark
                rest = rows[end.line][end.column :] if end and not event.style else ""
                if rest.lstrip().startswith("#"):  # a remark, or the end of an editor's text?
                    whole = json.dumps(f"{event.value} {rest.strip()}".strip(), ensure_ascii=False)
                    raise fail(line, "yaml_remark", value=rest.strip(), example=whole)
                if awaits_key:
                    take_key(event.value, line)
                else:
                    empty = not event.value and not event.style
                    place(None if empty else event.value, line)
            elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
                if awaits_key:
                    raise fail(line, "yaml_syntax")
                if len(open_) >= DEPTH_LIMIT:
                    raise fail(line, "too_deep")
                container: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
                open_.append([place(container, line), container, None])
            elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                open_.pop()
            elif isinstance(event, yaml.DocumentStartEvent) and top:
                raise fail(line, "yaml_syntax")
    except yaml.YAMLError as error:
        is_quote = getattr(error, "context", None) == "while scanning a quoted scalar"
        mark = getattr(error, "context_mark" if is_quote else "problem_mark", None)
        line = mark.line if mark else 0
        if is_quote:
            raise fail(line, "open_quote") from None
        tab = line < len(rows) and "\t" in rows[line]
        raise fail(line, "tab" if tab else "yaml_syntax") from None
    if not top or top[0] is None:
        raise fail(0, "empty_file")
    if not isinstance(top[0], dict):
        raise fail(0, "no_keys")
    return Document(name, top[0], lines)
