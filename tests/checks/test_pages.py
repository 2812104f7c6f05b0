"""Where pages lie and what leads to them."""

from __future__ import annotations

from pathlib import Path

from tests.checks.test_cases import problems_of


def test_a_menu_entry_without_its_page_is_told(tiny: Path) -> None:
    """With the line in data/words.yml, before the built pages' links would be dead."""
    words = tiny / "data/words.yml"
    text = words.read_text(encoding="utf-8").replace("\n  hyodyt: {", "\n  hyodyty: {", 1)
    words.write_text(text, encoding="utf-8")
    line = text[: text.index("\n  hyodyty:")].count("\n") + 2
    told = f"data/words.yml:{line}: Kohdan ”menu” arvoa ”hyodyty” ei ole. Tarkoititko: hyodyt?"
    assert problems_of(tiny).startswith(told)
