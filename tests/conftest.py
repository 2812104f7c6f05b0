"""What the tests share: the projects they build, a server on 127.0.0.1, and a browser."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from kumppanuus.checks.built import read_site
from kumppanuus.checks.check import load, load_views
from kumppanuus.html.view import View
from tools.chromium import find_or_install

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 21)
# Every build and command of the tests runs on that day, whatever the machine's clock says.
os.environ["SOURCE_DATE_EPOCH"] = str(int(datetime.combine(TODAY, time(12), UTC).timestamp()))
REGISTER = load(ROOT, TODAY)  # the real one: its facts change, tests do not
PREFIX = "/kuntakumppanuus/"  # the site is built and served below a project path, as on GitHub


@dataclass(frozen=True)
class Site:
    """A built site: its folder, and the address it was built for and is served at."""

    folder: Path
    url: str


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder below PREFIX, with 404.html for what is missing, as GitHub Pages does."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(PREFIX.rstrip("/")))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


def build(root: Path, site: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs ``mkdocs build`` on the project in root, into site."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--config-file", str(root / "mkdocs.yml")],
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_DIR": str(site), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The real site, built for a project path and served there."""
    folder = tmp_path_factory.mktemp("site")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
    url = f"http://127.0.0.1:{server.server_port}{PREFIX}"
    repo = "https://github.com/example/kuntakumppanuus/"
    run = build(ROOT, folder, SITE_URL=url, REPO_URL=repo, EDIT_URI="edit/main/docs/")
    assert run.returncode == 0, run.stderr
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Site(folder, url)
    server.shutdown()
    server.server_close()


def addresses(site: Site, municipalities: int | None = None) -> list[str]:
    """Every page of the site; of the municipalities' only so many, spread over the list."""
    pages = [page for path, page in read_site(site.folder).items() if path != "404.html"]
    found = [page.address for page in pages if not page.is_redirect]
    local = [one for one in found if re.fullmatch(r"(sv/)?kunnat/[^/]+/", one)]
    if municipalities is None:
        return found
    step = max(1, len(local) // municipalities)
    return [one for one in found if one not in local] + local[::step]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium that asks nothing of other hosts."""
    flags = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_or_install(), args=flags)
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh browser profile."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """An empty tab."""
    return context.new_page()


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A project of one district, ready to build, in a folder of its own."""
    root = tmp_path / "tiny"
    shutil.copytree(ROOT / "tests" / "tiny", root)
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copy(ROOT / "data" / "words.yml", root / "data")
    shutil.copytree(ROOT / "overrides", root / "overrides")
    return root


@pytest.fixture
def views(tiny: Path) -> Callable[[], dict[str, View]]:
    """The views of the tiny project as its files are when it is called."""

    def read() -> dict[str, View]:
        return load_views(tiny, TODAY)

    return read
