"""python -m kumppanuus: what editors and CI run without MkDocs."""

from __future__ import annotations

import os
import sys
from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from kumppanuus.addresses import edit_url
from kumppanuus.checks.check import all_warnings, load, site_problems, today
from kumppanuus.commands.codeowners import write_codeowners
from kumppanuus.commands.new import LISTED, new
from kumppanuus.commands.schema import write_schemas
from kumppanuus.commands.translations import translations
from kumppanuus.commands.urls import add_published
from kumppanuus.commands.watch import write_reports
from kumppanuus.problems import (
    Problem,
    ProblemsFound,
    sentence,
    useful_first,
    verdict,
    without_floods,
)


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; returns the exit status: 0 all is right, 1 problems were printed."""
    given = _parser().parse_args(arguments)
    if given.command != "check-site" and not (given.root / "data").is_dir():
        print(sentence("not_a_project", value=given.root))
        return 1
    if "site" in given and not given.site.is_dir():
        print(sentence("no_site", value=given.site))
        return 1
    run: Callable[[Namespace], int] = given.run
    try:
        return run(given)
    except ProblemsFound as found:
        print(found)
        return 1


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="kumppanuus", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)

    def command(name: str, help: str, run: Callable[[Namespace], int]) -> ArgumentParser:
        one = commands.add_parser(name, help=help)
        one.add_argument("--root", type=Path, default=Path.cwd())
        one.set_defaults(run=run)
        return one

    check = command(
        "check",
        "all data and pages; --format github prints annotations, markdown a verdict",
        _check,
    )
    check.add_argument("--format", choices=["text", "github", "markdown"], default="text")
    check_site = command("check-site", "the built HTML", _check_site)
    check_site.add_argument("site", type=Path)
    local = os.environ.get("SITE_URL") or "http://127.0.0.1:8000/"
    check_site.add_argument("--site-url", default=local)
    urls = command("urls", "adds what the site has published to data/published-urls.txt", _urls)
    urls.add_argument("url", help="the site's address")
    urls.add_argument("--format", choices=["text", "github"], default="text")
    watch = command(
        "watch", "writes a Markdown file for each issue on what has aged (see watch.yml)", _watch
    )
    watch.add_argument("folder", type=Path)
    watch.add_argument("--site", type=Path, default=Path("site"))
    parts = command(
        "translations",
        "what waits for a translator; translations accept PAGE approves",
        _translations,
    )
    parts.set_defaults(pages=None, all=False)
    approve = parts.add_subparsers(dest="what").add_parser("accept", help="approve pages")
    which = approve.add_mutually_exclusive_group(required=True)
    which.add_argument("pages", nargs="*", default=[], metavar="page", help="lape, sanasto …")
    which.add_argument("--all", action="store_true", help="every page")
    kinds = command(
        "new", "a new district, agreement, contact, source …, to be filled in", _new
    ).add_subparsers(dest="kind", required=True)
    one_name = dict.fromkeys(("district", "agreement", "decision", *LISTED), 1)
    for kind, names in (one_name | {"contact": 2}).items():
        one = kinds.add_parser(kind)
        one.add_argument("--root", type=Path, default=SUPPRESS)  # it may stand last
        metavar = ("district", "id") if names == 2 else "id"
        one.add_argument("names", nargs=names, metavar=metavar)
    command(
        "schema",
        "writes data/schemas/ anew from the models",
        lambda given: write_schemas(given.root),
    )
    tidied = command(
        "tidy", "puts what a form has written into the shape that the files had", _tidy
    )
    tidied.add_argument("--since", default="HEAD", metavar="COMMIT")
    command("codeowners", "writes .github/CODEOWNERS anew from the districts' data", _codeowners)
    return parser


def _check(given: Namespace) -> int:
    errors: list[Problem] = []
    warnings: list[Problem] = []
    pages = 0
    try:
        register = load(given.root, today())
        warnings = all_warnings(register)
        pages = len(register.prose)
    except ProblemsFound as found:
        errors = found.problems
    if given.format == "markdown":
        edit = edit_url(os.environ.get("HEAD_REPO", ""), os.environ.get("HEAD_REF") or "main")
        print(verdict(errors, warnings, edit))
        return 1 if errors else 0
    shown = [*without_floods(errors), *without_floods(warnings)]
    for one in useful_first(shown) if given.format == "github" else shown:
        print(one.annotation() if given.format == "github" else one)
    if errors:
        return 1
    if warnings:
        print(sentence("warning_count", count=len(warnings)))
    print(sentence("all_right", count=pages))
    return 0


def _check_site(given: Namespace) -> int:
    register = None
    if (given.root / "data").is_dir():
        with suppress(ProblemsFound):  # without the facts a fault is told by the built file
            register = load(given.root, today())
    problems = site_problems(given.site, given.site_url, register)
    for one in without_floods(problems):
        print(one)
    return 1 if problems else 0


def _urls(given: Namespace) -> int:
    count, told = add_published(given.root, given.url)
    if told:
        print(told.annotation() if given.format == "github" else told)
    print(sentence("new_addresses", count=count))
    return 0


def _watch(given: Namespace) -> int:
    edit = edit_url(os.environ.get("REPO_URL", ""))
    return write_reports(load(given.root, today()), given.folder, given.site, edit)


def _translations(given: Namespace) -> int:
    return translations(load(given.root, today()), given.pages, given.all)


def _new(given: Namespace) -> int:
    return new(given.root, given.kind, given.names, today())


def _tidy(given: Namespace) -> int:
    from kumppanuus.commands.tidy import tidy  # its library comes with the tests' requirements

    return tidy(given.root, given.since)


def _codeowners(given: Namespace) -> int:
    return write_codeowners(load(given.root, today()))


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):  # a pipe on Windows has an encoding without ”
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.exit(main())
