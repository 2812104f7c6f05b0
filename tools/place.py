"""Puts a folder that has been built beside in the place of the last one: tools.place NEW PLACE."""

from __future__ import annotations

import shutil
import sys
from contextlib import suppress
from itertools import count
from pathlib import Path


def place(new: Path, at: Path) -> None:
    """The folder ``at`` is always whole; where two builds end at once, the later one stays."""
    for number in count():
        old = new.with_name(f"{new.name}-old-{number}")
        with suppress(FileNotFoundError):
            at.rename(old)
        with suppress(OSError):  # another build has put its own there in between: once more
            new.rename(at)
        shutil.rmtree(old, ignore_errors=True)
        if not new.exists():
            return


if __name__ == "__main__":
    place(Path(sys.argv[1]), Path(sys.argv[2]))
