"""A page has one of two style sheets: site.css, or pages.css, which has more."""

from __future__ import annotations

import re
from pathlib import Path

from kumppanuus import addresses as to

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CLASS = re.compile(r"\.([a-z][\w-]*)(?=[^{}]*\{)")


def of_few(overrides: Path) -> re.Pattern[str]:
    """Finds in HTML a class that pages.css alone has rules for: such a page asks for that one.

    overrides: the theme's own folder, where both sheets lie.
    """
    everywhere, here = (_classes(overrides / one) for one in (to.STYLE, to.PAGES_STYLE))
    names = "|".join(sorted(here - everywhere))
    return re.compile(rf'class="(?:[^"]* )?(?:{names})[ "]')


def _classes(sheet: Path) -> set[str]:
    return set(_CLASS.findall(_COMMENT.sub("", sheet.read_text(encoding="utf-8"))))
