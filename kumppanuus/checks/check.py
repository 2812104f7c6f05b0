"""All checks of data and prose: what a build and ``python -m kumppanuus check`` begin with."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

from kumppanuus.checks.pages import every_file_is_read
from kumppanuus.checks.published import every_published_page_answers
from kumppanuus.checks.rules import all_rules, nothing_is_confirmed_in_the_future
from kumppanuus.checks.terms import every_word_is_in_its_place
from kumppanuus.commands.translations import every_translation_is_current
from kumppanuus.facts.fields import LANGUAGES, Language
from kumppanuus.facts.read import read_register
from kumppanuus.facts.register import Register
from kumppanuus.html.blocks import every_mark_can_be_filled
from kumppanuus.html.view import View
from kumppanuus.problems import Problem, ProblemsFound


def today() -> date:
    """The day of SOURCE_DATE_EPOCH (reproducible-builds.org), as MkDocs reads it, or today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return now.date()


def edit_url(repo_url: str) -> str:
    """What a file's path is appended to, so that a link opens it for editing; empty without a
    repository (docs.github.com: editing files)."""
    return f"{repo_url.rstrip('/')}/edit/main/" if repo_url else ""


def load_views(root: Path, today: date, repo_url: str = "") -> dict[Language, View]:
    """Both languages' views of the register of a project whose data and pages hold.

    today: decides what was confirmed within a year.
    repo_url: the repository whose files the pages' edit links open; empty means no such links.
    Raises ProblemsFound with every Problem, once.
    """
    register, problems = read_register(root)
    problems += every_file_is_read(root)
    if register is not None:
        problems += all_rules(register)
        problems += every_published_page_answers(root, register)
    if problems or register is None:
        raise ProblemsFound(problems)
    views = {
        language: View(register, language, today, edit_url(repo_url)) for language in LANGUAGES
    }
    # A mark shows facts, so these have to hold first.
    if problems := list(every_mark_can_be_filled(register.prose, views)):
        raise ProblemsFound(problems)
    return views


def all_warnings(root: Path, register: Register, today: date) -> list[Problem]:
    """What somebody should look at; it stops nothing."""
    found = [
        *every_translation_is_current(register, root),
        *every_word_is_in_its_place(register),
        *nothing_is_confirmed_in_the_future(register, today),
    ]
    return sorted(set(found))
