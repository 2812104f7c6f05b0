"""A second process that goes on from here with the same facts: the other language's build."""

from __future__ import annotations

import gc
import os


class Twin:
    """None, or one child process. In the child ``is_child`` is true from the fork on."""

    def __init__(self) -> None:
        self._child: int | None = None
        self.is_child = False

    @property
    def exists(self) -> bool:
        return self._child is not None

    def fork(self) -> bool:
        """Splits the process in two; true in the child. Where the system cannot, false."""
        if not hasattr(os, "fork"):
            return False
        gc.freeze()  # what both hold stays shared: a collection would write to every object
        child = os.fork()
        self.is_child = child == 0
        self._child = child or None
        return self.is_child

    def wait(self) -> int:
        """The exit status of the child once it has ended; 0 where there is none."""
        child, self._child = self._child, None
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) if child else 0
