"""Where templates come from, and what they can do: every value escaped, a missing one an error."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    pass_context,
)
from jinja2.runtime import Context

from kumppanuus.facts.fields import Text
from kumppanuus.html.formats import (
    display_date,
    display_euros,
    display_host,
    display_number,
    display_partial_date,
)

TEMPLATES = Path(__file__).parent / "templates"


def environment_of(folder: Path) -> Environment:
    """Templates in which every value is escaped, and a missing one is an error."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=compiled(),
    )


def compiled() -> BytecodeCache | None:
    """Templates as Python compiled them, kept beside its modules' and as long; None where nothing
    may be written there."""
    folder = Path(__file__).parent / "__pycache__"
    if sys.dont_write_bytecode or not os.access(folder, os.W_OK):
        return None
    return FileSystemBytecodeCache(os.fspath(folder))


@cache
def templates() -> Environment:
    """Templates of generated HTML.

    One for both languages and, in ``serve``, for every build: compiling them takes longest.
    """
    environment = environment_of(TEMPLATES)
    environment.filters.update(
        t=_in_language,
        euros=display_euros,
        day=display_date,
        partial_date=display_partial_date,
        number=display_number,
        host=display_host,
    )
    return environment


@pass_context
def _in_language(context: Context, value: Text) -> str:
    """A Text in the language of the page."""
    return value[context["view"].language]
