"""Scripts and style as readers get them: without what is for those who change them."""

from __future__ import annotations

import re
from pathlib import Path

from kumppanuus.addresses import PAGES_STYLE, STYLE

# Whole lines only, as Prettier sets them; a licence stands in "/*!" and stays.
_COMMENT = re.compile(r"^[ \t]*(?://.*|/\*\*(?:[^*]|\*(?!/))*\*/[ \t]*)\n", re.M)

_STYLE_COMMENT = re.compile(r"^[ \t]*/\*(?:[^*]|\*(?!/))*\*/[ \t]*\n", re.M)
# A text in quotation marks, or else space, which says nothing about a brace or an end.
_STYLE_SPACE = re.compile(r"""("[^"\n]*"|'[^'\n]*')|;?\s*([{};,])\s*|(:) |\s+""")


def without_comments(script: str) -> str:
    """The same script, with nothing left of lines that are but comment."""
    return _COMMENT.sub("", script)


def light_style(style: str) -> str:
    """The same style sheet, without lines that are but comment, and without needless space."""
    bare = _STYLE_COMMENT.sub("", style)
    return _STYLE_SPACE.sub(lambda one: one[1] or one[2] or one[3] or " ", bare).strip() + "\n"


def lighten(folder: Path) -> None:
    """Rewrites every script and style sheet of a built site's folder."""
    for path in sorted(folder.glob("*.js")):
        path.write_text(without_comments(path.read_text(encoding="utf-8")), encoding="utf-8")
    before = ""  # a page asks for one sheet: that of few has what every page needs as well
    for name in (STYLE, PAGES_STYLE):
        path = folder / Path(name).name
        before += light_style(path.read_text(encoding="utf-8"))
        path.write_text(before, encoding="utf-8")
