"""Reads a project and puts every rule to it: what a build and ``kumppanuus check`` begin with."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from itertools import chain
from pathlib import Path

from kumppanuus.addresses import edit_url
from kumppanuus.checks import ERRORS, ERRORS_OF_BLOCKS, ERRORS_OF_PAGES, SITE, WARNINGS
from kumppanuus.checks.built import BuiltPage, BuiltSite, read_site
from kumppanuus.facts.fields import LANGUAGES, Language
from kumppanuus.facts.read import read_register
from kumppanuus.facts.register import Register
from kumppanuus.html.view import View
from kumppanuus.problems import Problem, ProblemsFound, problem


def today() -> date:
    """The day of SOURCE_DATE_EPOCH (reproducible-builds.org), as MkDocs reads it, or today.

    Raises ProblemsFound where it is no number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    except (ValueError, OverflowError, OSError):
        raise ProblemsFound([problem("SOURCE_DATE_EPOCH", 1, "epoch", value=epoch)]) from None
    return now.date()


def load(root: Path, today: date) -> Register:
    """The facts of a project whose data and pages hold.

    today: decides what was confirmed within a year.
    Raises ProblemsFound with every Problem, once.
    """
    register, problems = read_register(root, today)
    if register is not None:
        problems += chain.from_iterable(rule(register) for rule in ERRORS)
    if problems or register is None:
        raise ProblemsFound(problems)
    for rules in (ERRORS_OF_BLOCKS, ERRORS_OF_PAGES):
        if problems := list(chain.from_iterable(rule(register) for rule in rules)):
            raise ProblemsFound(problems)
    return register


def load_views(root: Path, today: date, repo_url: str = "") -> dict[Language, View]:
    """Both languages' views of the facts. repo_url: what the pages' edit links lead to."""
    register = load(root, today)
    return {language: View(register, language, edit_url(repo_url)) for language in LANGUAGES}


def site_problems(
    folder: Path,
    url: str,
    register: Register | None,
    pages: dict[str, BuiltPage] | None = None,
) -> list[Problem]:
    """What does not hold of a built site. url: what it was built for; pages: those that have been
    read already, which are all."""
    pages = read_site(folder) if pages is None else pages
    site = BuiltSite(folder, f"{url.rstrip('/')}/", pages, register)
    return sorted(set(chain.from_iterable(rule(site) for rule in SITE)))


def all_warnings(register: Register) -> list[Problem]:
    """What somebody should look at; it stops nothing."""
    return sorted(set(chain.from_iterable(rule(register) for rule in WARNINGS)))
