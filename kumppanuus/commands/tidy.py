"""What a form has written, put back into the shape that the files had: python -m kumppanuus tidy

A form knows values only. It drops comments and the schema line, writes {fi, sv} on three lines
and quotes in its own way, so that one changed number is a change of the whole file. Here the
values of today are put into the file as it was: what did not change stays as it stood, byte for
byte. Every plain value is text, as it is where the files are read.
"""

from __future__ import annotations

import io
import posixpath
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, ScalarString

from kumppanuus.checks.schemas import first_line
from kumppanuus.facts.fields import LANGUAGES
from kumppanuus.facts.media import PICTURES
from kumppanuus.problems import sentence

_UNQUOTED = re.compile(r"[a-z0-9][\w.,/:?=&%+()-]*", re.IGNORECASE | re.ASCII)
_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?")
_FRONT = re.compile(r"\A---\n(.*?\n)---\n(.*)\Z", re.DOTALL)
_RULED = re.compile(r"^\|[ :|-]+\|$", re.MULTILINE)  # | --- | --- |
_RULE = re.compile(r" *-+ *")
_ONE_LINE = 90  # the longest text that stands beside its translation on one line
_SHORT = 30  # the longest item of a list that is written on one line


class _AsText(VersionedResolver):
    """Numbers and days are text that needs no quotes; only an empty value is nothing."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        if kind is ScalarNode and value:
            return self.DEFAULT_SCALAR_TAG
        return super().resolve(kind, value, implicit)


def tidy(root: Path, since: str) -> int:
    """The command: every file of data/ and docs/ that differs from the commit ``since``."""
    for path in _changed(root, since):
        place = root / path
        if not place.is_file() or place.suffix not in (".yml", ".md"):
            continue
        shown = _git(root, "show", f"{since}:{path}", check=False)
        after = place.read_text(encoding="utf-8")
        tidied = tidied_text(PurePath(path), shown, after)
        if tidied != after:
            place.write_text(tidied, encoding="utf-8", newline="\n")
            print(sentence("new_written", value=path))
    return 0


def tidied_text(path: PurePath, before: str, after: str) -> str:
    """The values of ``after`` in the shape of ``before``, which is empty for a new file.

    path: below the project's root; a page's front matter is tidied, and its text left alone.
    """
    if path.suffix == ".md":
        old, new = _FRONT.match(before), _FRONT.match(after)
        if not new or not old:
            return after
        body = old[2]
        if body.strip() != new[2].strip():
            start = "\n" if body.startswith("\n") else ""
            body = f"{start}{_pictures_from(path, _body(old[2], new[2]))}\n"
        return f"---\n{_merged(old[1], new[1])}---\n{body}"
    if before:
        return _merged(before, after)
    line = first_line(path.relative_to("data"))
    rest = after.removeprefix(f"{line}\n")
    return f"{line}\n{_dumped(_styled(_yaml().load(rest), None))}"


def _body(before: str, after: str) -> str:
    """A page's text: no empty lines in a row, and the row below a table's head as it was."""
    rows = {_RULE.sub("-", row): row for row in _RULED.findall(before)}
    text = re.sub(r"\n{3,}", "\n\n", after.strip("\n"))
    return _RULED.sub(lambda row: rows.get(_RULE.sub("-", row[0]), row[0]), text)


def _pictures_from(path: PurePath, body: str) -> str:
    """Pictures are named by their way from the page; a form names them by their way on the site."""
    up = posixpath.relpath(f"docs/{PICTURES}", path.parent.as_posix())
    return re.sub(rf"(!\[[^\]\n]*\]\(<?)/{PICTURES}/", rf"\1{up}/", body)


def _changed(root: Path, since: str) -> Iterator[str]:
    yield from _git(root, "diff", "--name-only", since, "--", "data", "docs").splitlines()
    yield from _git(root, "ls-files", "-o", "--exclude-standard", "data", "docs").splitlines()


def _git(root: Path, *arguments: str, check: bool = True) -> str:
    command = ["git", "-C", str(root), "-c", "core.quotePath=false", *arguments]
    run = subprocess.run(command, check=check, capture_output=True, encoding="utf-8")
    return run.stdout if run.returncode == 0 else ""


def _yaml() -> YAML:
    yaml = YAML()
    yaml.Resolver = _AsText
    yaml.preserve_quotes = True
    yaml.width = 10**6
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _dumped(value: Any) -> str:
    out = io.StringIO()
    _yaml().dump(value, out)
    return out.getvalue()


def _merged(before: str, after: str) -> str:
    old, new = _yaml().load(before), _yaml().load(after)
    return before if _plain(old) == _plain(new) else _dumped(_merge(old, new))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list) else value


def _merge(old: Any, new: Any) -> Any:
    """The old value, with what the new one says."""
    if isinstance(old, CommentedMap) and isinstance(new, dict):
        for key in [key for key in old if key not in new]:
            del old[key]
        for place, key in enumerate(new):
            if key in old:
                old[key] = _merge(old[key], new[key])
            elif new[key] != "false":  # a form says no where nothing was said
                old.insert(place, key, _styled(new[key], None))
        return old
    if isinstance(old, CommentedSeq) and isinstance(new, list):
        return _merge_list(old, new)
    return _scalar(old, new)


def _merge_list(old: CommentedSeq, new: list[Any]) -> CommentedSeq:
    """Things are the same by their id, or else where all is the same, or else by their place."""
    if _plain(old) == _plain(new):
        return old
    by_id = {one["id"]: one for one in old if isinstance(one, dict) and "id" in one}
    like = old[0] if old else None
    kept = [one for one in old if _plain(one) in [_plain(two) for two in new]]
    merged = []
    for place, one in enumerate(new):
        same = next((two for two in kept if _plain(two) == _plain(one)), None)
        if isinstance(one, dict) and one.get("id") in by_id:
            merged.append(_merge(by_id[one["id"]], one))
        elif same is not None:
            merged.append(same)
        elif not by_id and len(old) == len(new):
            merged.append(_merge(old[place], one))
        else:
            merged.append(_styled(one, like))
    _put(old, merged)
    return old


def _put(old: CommentedSeq, items: list[Any]) -> None:
    """Makes the list one of these items, each comment between those that stay kept in its place."""
    if len(old) == len(items):
        for place, one in enumerate(items):
            if old[place] is not one:
                old[place] = one
        return
    for place in reversed(range(len(old))):
        if not any(old[place] is one for one in items):
            del old[place]
    for place, one in enumerate(items):
        if place >= len(old) or old[place] is not one:
            old.insert(place, one)
    del old[len(items) :]


def _styled(new: Any, like: Any) -> Any:
    """A value that is new, as an editor would have written it."""
    if isinstance(new, dict):
        known = like if isinstance(like, dict) else {}
        made = CommentedMap((key, _styled(value, known.get(key))) for key, value in new.items())
        is_text = set(new) == set(LANGUAGES)
        if is_text and all(isinstance(one, str) and len(one) < _ONE_LINE for one in new.values()):
            made.fa.set_flow_style()
        return made
    if isinstance(new, list):
        first = like[0] if isinstance(like, list) and like else None
        items = CommentedSeq(_styled(value, first) for value in new)
        if new and all(isinstance(value, str) and len(value) < _SHORT for value in new):
            items.fa.set_flow_style()
        return items
    return _scalar(like, new)


def _same_number(old: str, new: str) -> bool:
    """67100.50 is 67100.5 to a form, and 010 is 10."""
    return all(_NUMBER.fullmatch(one) for one in (old, new)) and float(old) == float(new)


def _scalar(old: Any, new: Any) -> Any:
    if old is not None and (str(old) == str(new) or _same_number(str(old), str(new))):
        return old
    if not isinstance(new, str):
        return new
    if isinstance(old, ScalarString):
        return type(old)(new)
    return str(new) if _UNQUOTED.fullmatch(new) else DoubleQuotedScalarString(new)
