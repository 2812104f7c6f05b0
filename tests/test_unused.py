"""Nothing is kept that nothing uses: names of the code, words, messages, style, templates."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from kumppanuus.facts.ui import Ui
from tests.conftest import ROOT

ROOMS = ("kumppanuus", "overrides", "tools", "bench", ".github")
WRITTEN = (".py", ".j2", ".html", ".js", ".mjs", ".css", ".yml")
FILES = {
    path: path.read_text(encoding="utf-8")
    for room in ROOMS
    for path in sorted((ROOT / room).rglob("*"))
    if path.suffix in WRITTEN and "node_modules" not in path.parts
}
TIMES = Counter(word for text in FILES.values() for word in re.findall(r"\w+", text))
# What MkDocs, Markdown, pydantic and http.server call by its name.
CALLED_BY_OTHERS = re.compile(r"on_\w+|read_source|makeExtension|extendMarkdown|do_\w+|send_error")
CALLED_BY_OTHERS_TOO = {"KumppanuusPlugin", "handle_error", "log_message"}


def names(path: Path) -> Iterator[str]:
    """Functions, classes and a module's constants; not what a decorator registers."""
    tree = ast.parse(FILES[path])
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            called = CALLED_BY_OTHERS.fullmatch(node.name) or node.name in CALLED_BY_OTHERS_TOO
            validates = any("validator" in ast.unparse(one) for one in node.decorator_list)
            if not (called or validates or node.name.startswith("__")):
                yield node.name
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else ()
        yield from (one.id for one in targets if isinstance(one, ast.Name))


@pytest.mark.parametrize(
    "path", [path for path in FILES if path.suffix == ".py"], ids=lambda one: one.name
)
def test_every_name_is_used(path: Path) -> None:
    """A function, class or constant stands somewhere besides where it is made, and not twice."""
    assert [name for name in names(path) if TIMES[name] < 2] == []
    body = ast.parse(FILES[path]).body
    made = [ast.unparse(node.targets[0]) for node in body if isinstance(node, ast.Assign)]
    assert len(made) == len(set(made))


def test_every_word_of_the_interface_is_shown() -> None:
    """A template or a function names it."""
    text = "\n".join(FILES[path] for path in FILES if path.suffix in (".py", ".j2", ".html"))
    shown = set(re.findall(r"\b(?:ui|w|words)\.(\w+)|say\(\s*\"(\w+)\"", text))
    assert set(Ui.model_fields) - {one for pair in shown for one in pair} == set()


FACTS = [
    path for path in FILES if path.parent == ROOT / "kumppanuus/facts" and path.suffix == ".py"
]


@pytest.mark.parametrize("path", FACTS, ids=lambda one: one.name)
def test_every_field_of_a_fact_is_shown(path: Path) -> None:
    """A template or a function names it: an editor fills in nothing that nobody reads."""
    classes = [one for one in ast.parse(FILES[path]).body if isinstance(one, ast.ClassDef)]
    fields = [
        ast.unparse(one.target)
        for cls in classes
        for one in cls.body
        if isinstance(one, ast.AnnAssign)
    ]
    assert [name for name in fields if TIMES[name] < 2] == []


# Kinds of error that pydantic has, and messages whose name is put together.
OF_PYDANTIC = re.compile(r"\w+_(?:type|parsing|parsing_size|long|short|equal)")
PUT_TOGETHER = re.compile(r"translation_\w+|page_(?:changed|new|removed)")


def test_every_message_can_be_told() -> None:
    """The code of a Problem, or what a workflow says."""
    messages = yaml.safe_load((ROOT / "kumppanuus/messages.yml").read_text(encoding="utf-8"))
    mine = [one for one in messages if not OF_PYDANTIC.fullmatch(one)]
    once = [one for one in mine if TIMES[one] < 2 and not PUT_TOGETHER.fullmatch(one)]
    assert once == []


def test_every_class_of_the_style_is_somewhere() -> None:
    """Rules for what no page has any more go with it; accents are named by the districts."""
    style = re.sub(
        r"(?s)/\*.*?\*/", "", "".join(FILES[path] for path in FILES if path.suffix == ".css")
    )
    classes = set(re.findall(r"\.([a-z][\w-]*)(?=[^{}]*\{)", style))
    text = "\n".join(FILES[path] for path in FILES if path.suffix != ".css")
    words = set(re.findall(r"[a-z][\w-]*", text))
    assert {one for one in classes - words if not one.startswith("accent-")} == set()
    made = set(re.findall(r"(--[\w-]+):", style))
    assert {one for one in made if f"var({one}" not in style + text} == set()


@pytest.mark.content  # an editor may take the last mark of a kind away
def test_every_template_is_used() -> None:
    """A file that another names, or the block of a mark on a page."""
    pages = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs").rglob("*.md"))
    marks = set(re.findall(r"\{\{ *(\w+)", pages))
    by_mkdocs = {"404.html", "main.html"}  # its own names: of the error page and of every other
    unused = [
        path.name
        for path in FILES
        if path.suffix in (".j2", ".html")
        and path.name not in by_mkdocs
        and path.name.split(".")[0] not in marks
        and not any(path.name in text for other, text in FILES.items() if other != path)
    ]
    assert unused == []
