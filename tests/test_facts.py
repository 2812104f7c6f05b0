"""The facts of the five sources stand on the pages where their readers look for them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.conftest import Site

FACTS = yaml.safe_load((Path(__file__).parent / "facts.yml").read_text(encoding="utf-8"))
CASES = [(page, fact) for page, facts in FACTS.items() for fact in facts]


@pytest.fixture(scope="module")
def texts(site: Site) -> dict[str, str]:
    """The visible text of each page's main element, spaces made plain, by its address."""
    found = {}
    for file in site.folder.rglob("index.html"):
        html = file.read_text(encoding="utf-8")
        main = html[html.index("<main") : html.index("</main>")]
        text = re.sub(r"<(script|style)\b.*?</\1>", "", main, flags=re.S)
        text = re.sub(r"<[^>]+>", " ", text).replace("\u00a0", " ").replace("&amp;", "&")
        found[file.relative_to(site.folder).as_posix().removesuffix("index.html")] = " ".join(
            text.split()
        )
    return found


@pytest.mark.parametrize(("page", "fact"), CASES, ids=lambda value: str(value)[:60])
def test_fact(page: str, fact: object, texts: dict[str, str]) -> None:
    """A name or number is the same in both languages; a phrase is given in each."""
    fi, sv = (fact["fi"], fact["sv"]) if isinstance(fact, dict) else (str(fact), str(fact))
    assert fi in texts[page]
    assert sv in texts[f"sv/{page}"]
