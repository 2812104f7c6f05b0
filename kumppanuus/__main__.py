"""python -m kumppanuus: what editors and CI run without MkDocs.

check             all data and pages; --format github prints annotations
check-site DIR    the built HTML
watch DIR         writes a Markdown file for each issue on what has aged (see watch.yml)
"""

from __future__ import annotations

import argparse
import os
import sys
from datetime import date
from pathlib import Path

from kumppanuus.check import load_views
from kumppanuus.problems import ProblemsFound
from kumppanuus.site_checks import all_checks
from kumppanuus.watch import external_links, http_status, reports


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; returns the exit status: 0 all is right, 1 problems were printed."""
    parser = argparse.ArgumentParser(prog="kumppanuus", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="check data/ and docs/")
    check.add_argument("--format", choices=["text", "github"], default="text")
    check.add_argument("--root", type=Path, default=Path.cwd())
    check_site = commands.add_parser("check-site", help="check the built HTML")
    check_site.add_argument("site", type=Path)
    check_site.add_argument(
        "--site-url", default=os.environ.get("SITE_URL") or "http://127.0.0.1:8000/"
    )
    watch = commands.add_parser("watch", help="find what has aged")
    watch.add_argument("folder", type=Path)
    watch.add_argument("--site", type=Path, default=Path("site"))
    given = parser.parse_args(arguments)
    if given.command == "watch":
        return _watch(given.folder, given.site)
    if given.command == "check":
        return _check(given.root, given.format)
    failures = all_checks(given.site, given.site_url)
    for failure in failures:
        print(failure, file=sys.stderr)
    return 1 if failures else 0


def _check(root: Path, form: str) -> int:
    try:
        register = load_views(root, date.today())["fi"].register
    except ProblemsFound as found:
        for one in found.problems:
            print(one.annotation() if form == "github" else one)
        return 1
    pages = len(register.prose)
    print(f"Tiedot ja {pages} sivua kunnossa. / Uppgifterna och {pages} sidor är i ordning.")
    return 0


def _watch(folder: Path, site: Path) -> int:
    edit_url = f"{os.environ.get('REPO_URL', '')}edit/main/"
    today = date.today()
    register = load_views(Path.cwd(), today)["fi"].register
    folder.mkdir(parents=True, exist_ok=True)
    links = external_links(site)
    for name, text in reports(register, today, links, edit_url, http_status()):
        (folder / name).write_text(text, encoding="utf-8")
        print(folder / name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
