"""This site's own pipeline, fed with N municipalities."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import yaml

from bench.generators import Generator
from bench.install import ROOT, version_of
from bench.places import Place

# What `make site` runs, in one place: arguments to this environment's Python.
BUILD: tuple[tuple[str, ...], ...] = (("-m", "mkdocs", "build"),)
NAMED = re.compile(r"(?m)^\s*(?:- )?municipality: ([a-z0-9-]+)|^municipalities: \[(.*)\]")
NOT_COPIED = ("tests/", "bench/", ".github/", "kumppanuus/")


class Ours(Generator):
    """This site with all its features: checked data, both languages, search, checked HTML."""

    id = "ours"
    name = "this site, all features"
    clean = ("site", ".cache")

    def prepare(self, folder: Path, places: Sequence[Place]) -> None:
        copy_project(folder)
        _write_municipalities(folder / "data/municipalities.csv", places)
        _keep_counties(folder / "data/counties.yml", {place.row["county_fi"] for place in places})
        ids = {place.id for place in places}
        # A comparison with a municipality that no district has would need its row, and its code.
        for path in (folder / "data/decisions").glob("[!_]*.yml"):
            if NAMED.findall(path.read_text("utf-8")) and not ids & set(_named_in(path)):
                path.unlink()
        _keep_lines(folder / "data/merged.csv", lambda line: line.rpartition(",")[2] in ids)
        _keep_lines(folder / "data/published-urls.txt", lambda line: "kunnat/" not in line)

    def commands(self) -> list[list[str]]:
        return [[sys.executable, *arguments] for arguments in BUILD]

    def version(self) -> str:
        describe = ["git", "describe", "--always", "--dirty"]
        told = subprocess.run(describe, cwd=ROOT, capture_output=True, text=True, check=False)
        mkdocs = version_of(sys.executable, "-m", "mkdocs")
        return f"commit {told.stdout.strip() or 'unknown'}, mkdocs {mkdocs}"

    def address(self, place: Place) -> str:
        return f"kunnat/{place.id}/"


def copy_project(folder: Path) -> None:
    """Everything that a build reads; the package itself is installed in this environment."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    told = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in told.split("\0"):
        if name and not name.startswith(NOT_COPIED) and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)


def named_municipalities() -> frozenset[str]:
    """Ids of municipalities that the site's own data and prose name: no build goes without them."""
    found: set[str] = set()
    for path in sorted((ROOT / "data").rglob("[!_]*.yml")):
        found |= set(_named_in(path))
    for path in sorted((ROOT / "docs").rglob("*.md")):
        found |= set(re.findall(r"\bkunnat/([a-z0-9-]+)", path.read_text("utf-8")))
    return frozenset(found)


def _named_in(path: Path) -> list[str]:
    """The ids of municipalities in a data file."""
    ids = [one for found in NAMED.findall(path.read_text("utf-8")) for one in found if one]
    return re.findall(r"[a-z0-9-]+", " ".join(ids))


def _write_municipalities(path: Path, places: Sequence[Place]) -> None:
    text = io.StringIO()
    writer = csv.DictWriter(text, fieldnames=list(places[0].row), lineterminator="\n")
    writer.writeheader()
    writer.writerows(place.row for place in places)
    path.write_text(text.getvalue(), encoding="utf-8")


def _keep_counties(path: Path, names: set[str]) -> None:
    """Drops the counties that the test data lack."""
    counties = yaml.safe_load(path.read_text(encoding="utf-8"))["counties"]
    kept = [one for one in counties if one["name"]["fi"] in names]
    text = yaml.safe_dump({"counties": kept}, allow_unicode=True, sort_keys=False)
    path.write_text(text, encoding="utf-8")


def _keep_lines(path: Path, wanted: Callable[[str], bool]) -> None:
    """Drops what names real municipalities that the test data lack; the first line is the head."""
    if path.exists():
        head, *lines = path.read_text(encoding="utf-8").splitlines()
        kept = [line for line in lines if wanted(line)]
        path.write_text("\n".join([head, *kept]) + "\n", encoding="utf-8")
