"""Scripts and style as readers get them: without the comments for those who change them."""

from __future__ import annotations

import re
from pathlib import Path

# Whole lines only, as Prettier sets them; a licence stands in "/*!" and stays.
_COMMENT = re.compile(r"^[ \t]*(?://.*|/\*\*(?:[^*]|\*(?!/))*\*/[ \t]*)\n", re.M)

_STYLE_COMMENT = re.compile(r"^[ \t]*/\*(?:[^*]|\*(?!/))*\*/[ \t]*\n", re.M)


def without_comments(script: str) -> str:
    """The same script, with nothing left of lines that are but comment."""
    return _COMMENT.sub("", script)


def style_without_comments(style: str) -> str:
    """The same style sheet, with nothing left of lines that are but comment."""
    return _STYLE_COMMENT.sub("", style)


def lighten(folder: Path) -> None:
    """Rewrites every script and style sheet of a built site's folder."""
    for path in sorted(folder.glob("*.js")):
        path.write_text(without_comments(path.read_text(encoding="utf-8")), encoding="utf-8")
    for path in sorted(folder.glob("*.css")):
        path.write_text(style_without_comments(path.read_text(encoding="utf-8")), encoding="utf-8")
