"""What this site is compared with: each class writes a project of N pages and builds it."""

from __future__ import annotations

import shutil
from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path

from bench.data import LANGUAGES, all_pages, link_by_address, link_by_file, write_pages
from bench.install import (
    HERE,
    SITE_URL,
    VENV,
    WORK,
    node,
    node_version_of,
    python_version_of,
    site_packages,
    version_of,
)
from bench.places import Place

THEMES = HERE / "themes"


class Generator(ABC):
    """One way to build the test pages.

    id: in file names and on the command line; name: in the tables.
    clean: what is taken away before each build, so that none profits from the one before.
    """

    id: str
    name: str
    clean: Sequence[str] = ("site",)

    def folder(self, count: int) -> Path:
        return WORK / f"{self.id}-{count}"

    def site(self, count: int) -> Path:
        return self.folder(count) / "site"

    @abstractmethod
    def prepare(self, folder: Path, places: Sequence[Place]) -> None:
        """Writes the project into an empty folder."""

    @abstractmethod
    def commands(self) -> list[list[str]]:
        """What builds it, run one after the other in the project's folder."""

    @abstractmethod
    def version(self) -> str:
        """Names and versions of what is measured."""

    def address(self, place: Place) -> str:
        """Where a municipality's page is, without language."""
        return f"kunnat/{place.id}/"

    def prepare_anew(self, places: Sequence[Place]) -> None:
        folder = self.folder(len(places))
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        self.prepare(folder, places)

    def missing(self, places: Sequence[Place]) -> list[str]:
        """Municipality pages that the build ought to have made and has not."""
        site = self.site(len(places))
        wanted = [
            f"{'' if language == 'fi' else 'sv/'}{self.address(place)}index.html"
            for place in places
            for language in LANGUAGES
        ]
        return [path for path in wanted if not (site / path).is_file()]


class Stock(Generator):
    """(a) Stock Material with static-i18n and its own search."""

    id = "stock"
    name = "(a) stock Material + static-i18n + search"

    def prepare(self, folder: Path, places: Sequence[Place]) -> None:
        shutil.copy(THEMES / "stock.yml", folder / "mkdocs.yml")
        write_pages(folder / "docs", all_pages(places, link_by_file))

    def commands(self) -> list[list[str]]:
        return [[str(VENV / "bin/mkdocs"), "build"]]

    def version(self) -> str:
        parts = ("mkdocs", "mkdocs-material", "mkdocs-static-i18n")
        return ", ".join(f"{part} {python_version_of(part)}" for part in parts)


class Floor(Generator):
    """(b) MkDocs with a theme of one template and no plugin: less work than any real site."""

    id = "floor"
    name = "(b) floor: MkDocs, one template, no plugin"

    def prepare(self, folder: Path, places: Sequence[Place]) -> None:
        shutil.copy(THEMES / "floor.yml", folder / "mkdocs.yml")
        (folder / "theme").mkdir()
        shutil.copy(THEMES / "mkdocs.html", folder / "theme/main.html")
        shutil.copy(THEMES / "style.css", folder / "theme/style.css")
        write_pages(folder / "docs", all_pages(places, link_by_file), finnish="")

    def commands(self) -> list[list[str]]:
        return [[str(VENV / "bin/mkdocs"), "build"]]

    def version(self) -> str:
        return f"mkdocs {python_version_of('mkdocs')}"


class Hugo(Generator):
    """(c) Hugo, a theme of one template."""

    id = "hugo"
    name = "(c) Hugo, one template"
    clean = ("site", "resources", ".hugo_build.lock")

    def prepare(self, folder: Path, places: Sequence[Place]) -> None:
        shutil.copy(THEMES / "hugo.toml", folder)
        (folder / "layouts").mkdir()
        shutil.copy(THEMES / "hugo.html", folder / "layouts/all.html")
        (folder / "static").mkdir()
        shutil.copy(THEMES / "style.css", folder / "static")
        write_pages(folder / "content", all_pages(places, link_by_address))
        for language in LANGUAGES:  # in Hugo a home page is a list, and _index its name
            home = folder / "content" / language / "index.md"
            home.rename(home.with_name("_index.md"))

    def commands(self) -> list[list[str]]:
        return [[str(self._program()), "--baseURL", SITE_URL, "--noBuildLock"]]

    def version(self) -> str:
        return f"Hugo {version_of(str(self._program()), argument='version')}"

    def _program(self) -> Path:
        """The binary itself: the package's command is a Python program that starts it."""
        return site_packages() / "hugo/binaries/hugo"


class Eleventy(Generator):
    """(c) Eleventy, a theme of one template."""

    id = "eleventy"
    name = "(c) Eleventy, one template"

    def prepare(self, folder: Path, places: Sequence[Place]) -> None:
        shutil.copy(THEMES / "eleventy.config.js", folder)
        shutil.copy(THEMES / "style.css", folder)
        (folder / "layouts").mkdir()
        shutil.copy(THEMES / "eleventy.njk", folder / "layouts/page.njk")
        (folder / "package.json").write_text('{"type": "module"}\n', encoding="utf-8")
        write_pages(folder / "content", all_pages(places, link_by_address))

    def commands(self) -> list[list[str]]:
        return [[node(18), str(WORK / "node_modules/@11ty/eleventy/cmd.cjs"), "--quiet"]]

    def version(self) -> str:
        own = node_version_of("@11ty/eleventy")
        return f"Eleventy {own} on Node {version_of(node(18))}"


class Starlight(Generator):
    """(c) Astro Starlight as it comes, with its search."""

    id = "starlight"
    name = "(c) Starlight"
    clean = ("site", ".astro", "node_modules")

    def prepare(self, folder: Path, places: Sequence[Place]) -> None:
        shutil.copy(THEMES / "astro.config.mjs", folder)
        (folder / "public").mkdir()
        shutil.copy(THEMES / "favicon.svg", folder / "public")  # its starter kit brings one too
        (folder / "src").mkdir()
        shutil.copy(THEMES / "content.config.ts", folder / "src")
        # Astro bundles the packages that the project names as its own.
        shutil.copy(HERE / "package.json", folder)
        write_pages(folder / "src/content/docs", all_pages(places, link_by_address), finnish="")

    def commands(self) -> list[list[str]]:
        # It needs Node 22.12 or newer; the minor versions of 22 are not told apart here.
        return [[node(23), str(WORK / "node_modules/astro/bin/astro.mjs"), "build"]]

    def version(self) -> str:
        own, astro = node_version_of("@astrojs/starlight"), node_version_of("astro")
        return f"Starlight {own}, Astro {astro} on Node {version_of(node(23))}"
