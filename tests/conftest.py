"""What the tests share: the projects they build, and the real site, built once for all of them."""

from __future__ import annotations

import fcntl
import os
import posixpath
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path

import pytest
import yaml

from kumppanuus.checks.built import BuiltPage, read_site
from kumppanuus.checks.check import load, load_views
from kumppanuus.facts.fields import Filled
from kumppanuus.facts.register import Register
from kumppanuus.facts.ui import Ui
from kumppanuus.html.view import View
from kumppanuus.problems import ProblemsFound

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 21)
# Every build and command of the tests runs on that day, whatever the machine's clock says.
os.environ["SOURCE_DATE_EPOCH"] = str(int(datetime.combine(TODAY, time(12), UTC).timestamp()))
# The site is built for a project path, as on GitHub; the browser finds this host on 127.0.0.1.
HOST, BELOW = "kumppanuus.example", "/kuntakumppanuus"
URL = f"http://{HOST}{BELOW}/"
REPOSITORY = "https://github.com/example/kuntakumppanuus/"

Views = Callable[[], dict[str, View]]


@dataclass(frozen=True)
class Site:
    """A built site: its folder, and the address it was built for and is served at."""

    folder: Path
    url: str = URL

    @property
    def pages(self) -> dict[str, BuiltPage]:
        return _pages(self.folder)

    def text(self, address: str) -> str:
        """The HTML of a page by its address below the root."""
        return (self.folder / address / "index.html").read_text(encoding="utf-8")

    def now(self, address: str) -> str:
        """Where a page that had an address is today: an editor may have moved it."""
        moved = re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', self.text(address))
        return posixpath.normpath(posixpath.join(address, moved[1])) + "/" if moved else address

    def addresses(self, alike: int | None = None) -> list[str]:
        """Every page; of those that one template makes, only so many of a kind and language."""
        found: list[str] = []
        kinds: dict[str, list[str]] = {}
        for path, page in self.pages.items():
            if path == "404.html" or page.is_redirect:
                continue
            kind = re.match(r"(?:sv/)?(?:kunnat|hyvinvointialueet)/(?=.)", page.address)
            if kind and alike is not None:
                kinds.setdefault(kind[0], []).append(page.address)
            else:
                found.append(page.address)
        return found + [
            one for some in kinds.values() for one in some[:: max(1, len(some) // (alike or 1))]
        ]


_pages = cache(read_site)


def build(root: Path, site: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs ``mkdocs build`` on the project in root, into site."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--config-file", str(root / "mkdocs.yml")],
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_DIR": str(site), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def built(root: Path, site: Path, **environment: str) -> str:
    """Builds a project, for URL where nothing else is said; what was said if it failed."""
    run = build(root, site, **{"SITE_URL": URL, **environment})
    return (run.stdout + run.stderr or "?") if run.returncode else ""


def build_real_site(folder: Path, **environment: str) -> str:
    """Builds this project as for GitHub; what was said if it failed, else nothing."""
    where = {"REPO_URL": REPOSITORY, "EDIT_URI": "edit/main/docs/"}
    return built(ROOT, folder, **where, **environment)


@pytest.fixture(scope="session")
def real_build(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """(folder, what was said if it failed) of the real site, built by the first who asks."""
    top = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        top = top.parent  # the workers' own folders lie there
    said = top / "site.txt"
    with (top / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not said.exists():
            said.write_text(build_real_site(top / "site"))
    return top / "site", said.read_text()


@pytest.fixture(scope="session")
def site(real_build: tuple[Path, str]) -> Site:
    """The real site; where it cannot be built, test_data.py fails and says why."""
    folder, said = real_build
    if said:
        pytest.skip("the real site cannot be built: see tests/test_data.py")
    return Site(folder)


@pytest.fixture(scope="session")
def register() -> Register:
    """The real facts: they change, the tests do not. A Problem of theirs fails test_data.py."""
    try:
        return load(ROOT, TODAY)
    except ProblemsFound:
        pytest.skip("the real data have Problems: see tests/test_data.py")


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A project of one district, ready to build, in a folder of its own."""
    return tiny_project(tmp_path)


def tiny_project(folder: Path) -> Path:
    """Copies the tiny project and this one's looks to a new folder."""
    root = folder / "tiny"
    shutil.copytree(ROOT / "tests" / "tiny", root)
    _complete(root / "data/words.yml")
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "overrides", root / "overrides")
    return root


def _complete(words: Path) -> None:
    """Gives the tiny project each word of the interface that is newer than its own: by its name."""
    text = words.read_text(encoding="utf-8")
    missing = Ui.model_fields.keys() - yaml.safe_load(text)["ui"].keys()
    more = "".join(f"  {one}: {{fi: {_word(one)}, sv: {_word(one)}}}\n" for one in sorted(missing))
    words.write_text(text.replace("ui:\n", f"ui:\n{more}", 1), encoding="utf-8")


def _word(name: str) -> str:
    (filled,) = (one for one in Ui.model_fields[name].metadata if isinstance(one, Filled))
    return '"' + " ".join([name, *sorted(filled.marks)]) + '"'


@pytest.fixture
def views(tiny: Path) -> Views:
    """The views of the tiny project as its files are when it is called."""

    def read() -> dict[str, View]:
        return load_views(tiny, TODAY)

    return read


def problems_of(root: Path) -> str:
    """Every Problem of a project, as an editor reads them; empty where all is right."""
    try:
        load_views(root, TODAY)
    except ProblemsFound as found:
        return f"{found}\n"
    return ""
