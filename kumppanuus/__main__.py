"""python -m kumppanuus: what editors and CI run without MkDocs.

check             all data and pages; --format github prints annotations
check-site DIR    the built HTML
"""

from __future__ import annotations

import argparse
import os
import sys
from datetime import date
from pathlib import Path

from kumppanuus.check import load_register
from kumppanuus.problems import ProblemsFound
from kumppanuus.site_checks import all_checks


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
    given = parser.parse_args(arguments)
    if given.command == "check":
        return _check(given.root, given.format)
    failures = all_checks(given.site, given.site_url)
    for failure in failures:
        print(failure, file=sys.stderr)
    return 1 if failures else 0


def _check(root: Path, form: str) -> int:
    try:
        register = load_register(root, date.today())
    except ProblemsFound as found:
        for one in found.problems:
            print(one.annotation() if form == "github" else one)
        return 1
    pages = len(register.prose)
    print(f"Tiedot ja {pages} sivua kunnossa. / Uppgifterna och {pages} sidor är i ordning.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
