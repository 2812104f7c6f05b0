"""Adds the editors' form to a built site: python -m tools.form SITE

REPO_URL: the repository on GitHub to which the form writes; without it a save stays in the browser.
FORM_OAUTH: the address of an OAuth server of one's own, for signing in without a token.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from datetime import date
from pathlib import Path
from typing import Any

from kumppanuus.checks.check import load
from kumppanuus.facts.fields import LANGUAGES
from kumppanuus.facts.register import Register
from tools.form.config import configuration
from tools.form.fetch import NotFetched, fetch, put, put_fonts

HERE = Path(__file__).parent
TITLE = {"fi": "Muokkaa sivustoa", "sv": "Redigera webbplatsen"}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
    "img-src 'self' blob: data:; media-src blob:; worker-src 'self' blob:; frame-src blob:; "
    "connect-src 'self' blob: data: https://api.github.com{oauth}; "
    "base-uri 'none'; form-action 'none'"
)


def backend(repository: str, oauth: str) -> dict[str, Any]:
    """Where a save goes: a pull request on GitHub, or the browser's own files."""
    if not repository.startswith("https://github.com/"):
        return {"name": "test-repo"}
    name = repository.removeprefix("https://github.com/").strip("/")
    chosen: dict[str, Any] = {"name": "github", "repo": name, "branch": "main"}
    return chosen | ({"base_url": oauth} if oauth else {"auth_methods": ["token"]})


def add_form(register: Register, site: Path, package: Path, to: dict[str, Any]) -> None:
    """Writes /muokkaa/ and /sv/muokkaa/ anew."""
    oauth = f" {to['base_url']}" if "base_url" in to else ""
    for language in LANGUAGES:
        folder = site / ("muokkaa" if language == "fi" else f"{language}/muokkaa")
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        made = json.dumps(configuration(register, language, to), ensure_ascii=False)
        (folder / "config.json").write_text(made, encoding="utf-8")
        page = (HERE / "page.html").read_text(encoding="utf-8")
        form = "" if language == "fi" else "../../muokkaa/"
        values = {"language": language, "title": TITLE[language], "form": form}
        page = page.format(**values, policy=POLICY.format(oauth=oauth))
        (folder / "index.html").write_text(page, encoding="utf-8")
        put_fonts(package, folder)
    put(package, site / "muokkaa")
    for script in ("before.js", "after.js"):
        shutil.copy(HERE / script, site / "muokkaa")


if __name__ == "__main__":
    try:
        found = fetch(Path(".cache/form"))
        target = backend(os.environ.get("REPO_URL", ""), os.environ.get("FORM_OAUTH", ""))
        add_form(load(Path.cwd(), date.today()), Path(sys.argv[1]), found, target)
    except NotFetched as reason:
        raise SystemExit(str(reason)) from None
