"""Scripts as they are sent to readers: without the comments that are for those who change them."""

from __future__ import annotations

import re
from pathlib import Path

# Whole lines only, as Prettier sets them; a licence stands in "/*!" and stays.
_COMMENT = re.compile(r"^[ \t]*(?://.*|/\*\*(?:[^*]|\*(?!/))*\*/[ \t]*)\n", re.M)


def without_comments(script: str) -> str:
    """The same script, with nothing left of lines that are but comment."""
    return _COMMENT.sub("", script)


def lighten(folder: Path) -> None:
    """Rewrites every script of a built site's folder."""
    for path in sorted(folder.glob("*.js")):
        path.write_text(without_comments(path.read_text(encoding="utf-8")), encoding="utf-8")
