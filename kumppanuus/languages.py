"""The two languages of one build: alone knows mkdocs-static-i18n, and the second process.

static-i18n builds the site once for each language, the second inside the first. Where the system
can fork, the two are built side by side instead: the child becomes the Swedish build.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import traceback
from collections.abc import Iterable
from pathlib import PurePath
from typing import Any

from mkdocs_static_i18n.folder import create_i18n_file
from mkdocs_static_i18n.plugin import I18n

from kumppanuus.facts.fields import LANGUAGES, Language

FIRST, SECOND = LANGUAGES


def _i18n(config: Any) -> I18n:
    plugin = config.plugins["i18n"]
    assert isinstance(plugin, I18n)
    return plugin


def is_first(config: Any) -> bool:
    """Whether this is not the build that static-i18n starts inside another."""
    return not _i18n(config).building


def language_of(sources: Iterable[str]) -> Language:
    """The language that a build makes, by the pages' files below docs/: fi/lape.md."""
    top = PurePath(next(iter(sources))).parts[0]
    return next(one for one in LANGUAGES if one == top)


def file_of(plain: Any, language: Language, config: Any) -> Any:
    """The file of a page made from data, as static-i18n makes those that are on disk."""
    return create_i18n_file(plain, language, FIRST, list(LANGUAGES), config)


class Twin:
    """The other language's build: none, or a process beside this one."""

    def __init__(self, serving: bool) -> None:
        """serving: a server goes on after the build, which is no business of the child."""
        self._serving = serving
        self._is_child = False
        self._child: int | None = None
        self._pipe = -1  # the end to read from in the parent, to write to in the child

    def split(self, config: Any) -> None:
        """From here on this process builds one language, and a child of it the other.

        Nothing after this point is shared but the facts; the child ends with a status of its own.
        Where the system cannot fork, static-i18n builds one after the other.
        """
        if not hasattr(os, "fork") or not is_first(config):
            return
        gc.freeze()  # what both hold stays shared: a collection would write to every object
        reading, writing = os.pipe()
        self._child = os.fork() or None
        self._is_child = self._child is None
        self._pipe, other = (reading, writing) if self._child else (writing, reading)
        os.close(other)
        if self._is_child:
            if self._serving:
                signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C is for the server to mind
            _i18n(config).current_language = SECOND
            _i18n(config).on_config(config)
        _i18n(config).building = True  # so that static-i18n begins no build of its own

    @property
    def is_split(self) -> bool:
        """Whether this process builds one of the languages and another process the other."""
        return self._pipe >= 0

    def ends_last(self, config: Any) -> bool:
        """Whether both languages' pages are there when this build has waited for its twin."""
        return self._child is not None or is_first(config)

    def tell(self, found: object) -> None:
        """From the child to the one that waits for it: plain values."""
        with os.fdopen(self._pipe, "wb") as pipe:
            pickle.dump(found, pipe)
        self.end()

    def end(self, error: Exception | None = None) -> None:
        """Ends a child whose parent is a server: it must never come back to serve."""
        if self._is_child and self._serving:
            if error:
                traceback.print_exception(error)
            os._exit(1 if error else 0)

    def wait(self) -> Any:
        """What the child tells when it has ended well, or else None."""
        child, self._child = self._child, None
        if child is None:
            return None
        with os.fdopen(self._pipe, "rb") as pipe:
            told = pipe.read()
        gc.unfreeze()  # a server builds again and again: what a build leaves is collected
        ended_well = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        return pickle.loads(told) if ended_well else None
