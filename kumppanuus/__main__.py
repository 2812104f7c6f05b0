"""python -m kumppanuus: what editors and CI run without MkDocs.

check             all data and pages; --format github prints annotations, markdown a verdict
check-site DIR    the built HTML
watch DIR         writes a Markdown file for each issue on what has aged (see watch.yml)
urls              adds the addresses of the built site to data/published-urls.txt
translations      what waits for a translator; translations accept PAGE … approves
new               the files of a new district, agreement or contact, to be filled in
schema            writes data/schemas/ anew from the models
codeowners        writes .github/CODEOWNERS anew from the districts' data
"""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from kumppanuus.addresses import edit_url
from kumppanuus.checks.check import all_warnings, load, site_problems, today
from kumppanuus.checks.published import remember
from kumppanuus.commands.codeowners import write_codeowners
from kumppanuus.commands.new import new
from kumppanuus.commands.schema import write_schemas
from kumppanuus.commands.translations import translations
from kumppanuus.commands.watch import external_links, http_status, reports
from kumppanuus.problems import Problem, ProblemsFound, sentence, verdict


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; returns the exit status: 0 all is right, 1 problems were printed."""
    parser = argparse.ArgumentParser(prog="kumppanuus", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="check data/ and docs/")
    check.add_argument("--format", choices=["text", "github", "markdown"], default="text")
    check.add_argument("--root", type=Path, default=Path.cwd())
    check_site = commands.add_parser("check-site", help="check the built HTML")
    check_site.add_argument("site", type=Path)
    check_site.add_argument(
        "--site-url", default=os.environ.get("SITE_URL") or "http://127.0.0.1:8000/"
    )
    urls = commands.add_parser("urls", help="remember the addresses of the built site")
    urls.add_argument("--site", type=Path, default=Path("site"))
    watch = commands.add_parser("watch", help="find what has aged")
    watch.add_argument("folder", type=Path)
    watch.add_argument("--site", type=Path, default=Path("site"))
    parts = commands.add_parser("translations", help="list or approve Swedish sections")
    parts.add_argument("--root", type=Path, default=Path.cwd())
    parts.set_defaults(pages=None, all=False)
    approve = parts.add_subparsers(dest="what").add_parser("accept", help="approve pages")
    which = approve.add_mutually_exclusive_group(required=True)
    which.add_argument("pages", nargs="*", default=[], metavar="page", help="lape, sanasto …")
    which.add_argument("--all", action="store_true", help="every page")
    _add_new(commands)
    for name, what in (("schema", "write data/schemas/"), ("codeowners", "write CODEOWNERS")):
        commands.add_parser(name, help=what).add_argument("--root", type=Path, default=Path.cwd())
    given = parser.parse_args(arguments)
    root = getattr(given, "root", Path.cwd())
    if given.command != "check-site" and not (root / "data").is_dir():
        print(sentence("not_a_project", value=root))
        return 1
    if given.command in ("urls", "watch", "check-site") and not given.site.is_dir():
        print(sentence("no_site", value=given.site))
        return 1
    if given.command == "urls":
        print(f"{remember(Path.cwd(), given.site)} uutta osoitetta / nya adresser")
        return 0
    if given.command == "watch":
        return _watch(given.folder, given.site)
    if given.command == "translations":
        return _translations(given.root, given.pages, given.all)
    if given.command == "new":
        names = [given.district, given.id] if given.kind == "contact" else [given.id]
        return new(given.root, given.kind, names, today())
    if given.command == "schema":
        return write_schemas(given.root)
    if given.command == "codeowners":
        return _codeowners(given.root)
    if given.command == "check":
        return _check(given.root, given.format)
    return _check_site(given.site, given.site_url)


def _add_new(commands: Any) -> None:
    kinds = commands.add_parser("new", help="write new files").add_subparsers(
        dest="kind", required=True
    )
    for kind in ("district", "agreement", "contact"):
        one = kinds.add_parser(kind)
        if kind == "contact":
            one.add_argument("district")
        one.add_argument("id")
        one.add_argument("--root", type=Path, default=Path.cwd())


def _codeowners(root: Path) -> int:
    try:
        register = load(root, today())
    except ProblemsFound as found:
        print(found)
        return 1
    return write_codeowners(root, register)


def _check(root: Path, form: str) -> int:
    errors: list[Problem] = []
    warnings: list[Problem] = []
    pages = 0
    try:
        register = load(root, today())
        warnings = all_warnings(register)
        pages = len(register.prose)
    except ProblemsFound as found:
        errors = found.problems
    if form == "markdown":
        print(verdict(errors, warnings))
        return 1 if errors else 0
    for one in (*errors, *warnings):
        print(one.annotation() if form == "github" else one)
    if errors:
        return 1
    if warnings:
        print(sentence("warning_count", count=len(warnings)))
    print(f"Tiedot ja {pages} sivua kunnossa. / Uppgifterna och {pages} sidor är i ordning.")
    return 0


def _check_site(site: Path, url: str) -> int:
    register = None
    if (Path.cwd() / "data").is_dir():
        with suppress(ProblemsFound):  # without the facts a fault is told by the built file
            register = load(Path.cwd(), today())
    problems = site_problems(site, url, register)
    for one in problems:
        print(one)
    return 1 if problems else 0


def _watch(folder: Path, site: Path) -> int:
    now = today()
    try:
        register = load(Path.cwd(), now)
    except ProblemsFound as found:
        print(found)
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    links = external_links(site)
    edit = edit_url(os.environ.get("REPO_URL", ""))
    for name, text in reports(register, now, links, edit, http_status()):
        (folder / name).write_text(text, encoding="utf-8")
        print(folder / name)
    return 0


def _translations(root: Path, pages: list[str] | None, every: bool) -> int:
    try:
        register = load(root, today())
    except ProblemsFound as found:
        print(found)
        return 1
    return translations(register, pages, every)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):  # a pipe on Windows has an encoding without ”
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.exit(main())
