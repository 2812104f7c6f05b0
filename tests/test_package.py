"""The project's own rules about itself."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

from tests.conftest import ROOT

MODULES = sorted((ROOT / "kumppanuus").rglob("*.py"))
TEMPLATES = [
    *sorted((ROOT / "kumppanuus").rglob("*.j2")),
    *sorted((ROOT / "overrides").rglob("*.html")),
]


def test_one_module_knows_mkdocs_and_one_knows_static_i18n() -> None:
    """Everything else outlives the site generator."""
    for library, expected in (("mkdocs", "plugin.py"), ("mkdocs_static_i18n", "languages.py")):
        knows = re.compile(rf"^\s*(?:from|import) {library}\b", re.M)
        assert [path.name for path in MODULES if knows.search(path.read_text())] == [expected]


# Each room imports from itself and from those before it.
ROOMS = (
    *("problems", "facts", "addresses", "html", "search", "files", "checks", "commands"),
    *("languages", "plugin", "__main__"),
)


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """(line, module of the package) of everything that a module imports, wherever it does so."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, one.name) for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: a relative import"
            inside = node.module == "kumppanuus"
            for one in node.names:
                yield node.lineno, f"{node.module}.{one.name}" if inside else node.module or ""


def wrong_imports(path: Path, name: str) -> list[str]:
    """Each import of a module (its name, with dots) from a room that comes after its own."""
    room = ROOMS.index(name.split(".")[1])
    return [
        f"{path}:{line}: {name} imports {module}, which comes after it"
        for line, module in imports(path)
        if module.startswith("kumppanuus.") and ROOMS.index(module.split(".")[1]) > room
    ]


def test_imports_go_one_way() -> None:
    """Facts know no page, pages know no check: a room imports from those before it."""
    found = []
    for path in MODULES:
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        if name != "kumppanuus.__init__":
            found += wrong_imports(path, name.removesuffix(".__init__"))
    assert found == [], "\n".join(found)


@pytest.mark.parametrize(
    "line",
    [
        "from kumppanuus import checks",
        "import kumppanuus.html.view",
        "def late():\n    from kumppanuus.html.view import View",
    ],
)
def test_an_import_the_wrong_way_is_named(line: str, tmp_path: Path) -> None:
    """Also inside a function, and by either form."""
    module = tmp_path / "x.py"
    module.write_text(f"from kumppanuus.problems import problem\n{line}\n")
    (told,) = wrong_imports(module, "kumppanuus.facts.x")
    assert "kumppanuus.facts.x imports kumppanuus." in told


def test_nothing_depends_on_the_bench() -> None:
    """What measures the site stands beside it: package, tools and tests do without."""
    modules = [path for room in ("kumppanuus", "tools", "tests") for path in python_of(room)]
    depends = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in modules
        for line, module in imports(path)
        if module.split(".")[0] == "bench"
    ]
    assert depends == []


def python_of(folder: str) -> list[Path]:
    found = (ROOT / folder).rglob("*.py")
    return sorted(path for path in found if "node_modules" not in path.parts)


ADDRESS = re.compile(
    r"(?:kunnat|piirit|sopimukset|yhteystiedot|haku|lahteet|hyodyt|assets)/"
    r"|[\"']sv/|\bdata/\{|\.vcf\b|sitemap\.xml|404\.html|== ?[\"'](?:fi|sv)[\"']"
)
IN_ONE_PLACE = {"kumppanuus/facts/fields.py", "kumppanuus/addresses.py"}


def test_addresses_are_made_in_one_place() -> None:
    """No part of an address, and no comparison with a language, stands elsewhere in the code."""
    files = [*MODULES, *(ROOT / "kumppanuus").rglob("*.j2"), *(ROOT / "overrides").rglob("*.html")]
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in files
        if path.relative_to(ROOT).as_posix() not in IN_ONE_PLACE
        for number, line in enumerate(without_docstrings(path), 1)
        if ADDRESS.search(line)
    ]
    assert found == [], "\n".join(found)


def without_docstrings(path: Path) -> list[str]:
    """A file's lines; comments and docstrings, which may give examples, are empty."""
    text = path.read_text(encoding="utf-8")
    pattern = r'(?s)""".*?"""|(?m:#.*$)' if path.suffix == ".py" else r"(?s)\{#.*?#\}"
    return re.sub(pattern, lambda one: re.sub(r"[^\n]", "", one[0]), text).split("\n")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_a_module_stays_short_and_says_what_it_is(path) -> None:  # type: ignore[no-untyped-def]
    """About 200 lines, never more than 300, with a docstring."""
    text = path.read_text(encoding="utf-8")
    assert text.startswith('"""')
    assert text.count("\n") <= 300


def test_a_line_of_a_template_holds_one_thought() -> None:
    """No line is over 140 characters: Jinja's minus signs and {# -#} join lines without a space."""
    wide = [
        f"{path.relative_to(ROOT)}:{number}: {len(line)} characters"
        for path in TEMPLATES
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if len(line) > 140
    ]
    assert len(TEMPLATES) > 20
    assert wide == [], "\n".join(wide)


@pytest.mark.parametrize("extra", ["", "test", "properdocs"])
def test_dependencies_are_pinned_with_hashes(extra: str) -> None:
    """Each direct dependency is in the file; every line is a pin, a hash or a comment."""
    name = f"requirements-{extra}.txt" if extra else "requirements.txt"
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "http" not in text
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = project["dependencies"]
    if extra:
        wanted = wanted + project["optional-dependencies"][extra]
    for one in wanted:
        plain = re.split(r"[\[><=]", one)[0].lower()
        assert re.search(rf"^{re.escape(plain)}==", text.lower(), re.M), one
    for line in text.splitlines():
        assert re.match(r"^(\S+==\S+|    --hash=sha256:[0-9a-f]{64}|\s*#)", line), line


def test_each_dependency_has_its_reason() -> None:
    """Beside it in pyproject.toml."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(text)["project"]
    for one in chain(project["dependencies"], *project["optional-dependencies"].values()):
        assert re.search(rf'"{re.escape(one)}", *# \w', text), one


def test_workflows_are_sound() -> None:
    """zizmor finds nothing: pinned actions, least permissions, no injection."""
    run = subprocess.run(
        [Path(sys.executable).parent / "zizmor", "--offline", "--persona", "pedantic", ".github"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
