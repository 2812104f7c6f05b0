"""Words and topics: each word has its use, and what is filled in is what the code gives."""

from __future__ import annotations

import re
from pathlib import Path

from kumppanuus.facts.fields import Filled
from kumppanuus.facts.ui import Ui
from tests.conftest import ROOT, build, problems_of

PACKAGE = ROOT / "kumppanuus"
TEMPLATES = [*PACKAGE.rglob("*.j2"), *(ROOT / "overrides").rglob("*.html")]
IN_TEMPLATES = re.compile(r"\bw(?:ords)?\.(\w+)|\bview\.say\(\s*\"(\w+)\"")
IN_CODE = re.compile(r"\bui\.(\w+)")
# What is given with a word: brackets may stand in brackets in brackets.
GIVEN = r"((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)"
FILLED = re.compile(rf"\b(?:say\(\s*\"|text\(\s*(?:view|self)\.ui\.)(\w+)\"?\s*,{GIVEN}")
IN_SCRIPTS = re.compile(r"replace\(\"\{(\w+)\}\"")


def read(paths: list[Path]) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def test_every_interface_word_is_used_and_every_used_word_is_there() -> None:
    """No word is dead, and no template asks for one that is not there."""
    templates, code = read(TEMPLATES), read([*PACKAGE.rglob("*.py")])
    used = {one or other for one, other in IN_TEMPLATES.findall(templates)}
    used |= set(IN_CODE.findall(code)) & set(Ui.model_fields)  # mypy knows of others in code
    assert used == set(Ui.model_fields)


def test_a_word_is_filled_in_with_what_the_code_gives() -> None:
    """The names in the model are those of the calls; scripts fill in what no call does."""
    given: dict[str, set[str]] = {}
    for key, values in FILLED.findall(read([*TEMPLATES, *PACKAGE.rglob("*.py")])):
        given.setdefault(key, set()).update(re.findall(r"(\w+)=", values))
    by_script = set(IN_SCRIPTS.findall(read([*(ROOT / "overrides").rglob("*.js")])))
    for key, field in Ui.model_fields.items():
        (filled,) = (one for one in field.metadata if isinstance(one, Filled))
        names = {mark.strip("{}") for mark in filled.marks}
        assert names == given.pop(key, names & by_script), key
    assert given == {}


def test_a_topic_is_two_words_and_its_pages(tiny: Path, tmp_path: Path) -> None:
    """No Python: the districts' menus and the rules know a topic as soon as its words are there."""
    words = tiny / "data/words.yml"
    topic = '\n  perhelomat: {fi: "Perhelomat", sv: "Familjesemestrar"}\n'
    words.write_text(words.read_text().replace("\ntopics:\n", f"\ntopics:{topic}"))
    assert "docs/fi/piirit/satakunta/perhelomat.md" in problems_of(tiny)
    for language, title in (("fi", "Perhelomat Satakunnassa"), ("sv", "Semestrar i Satakunta")):
        (tiny / f"docs/{language}/piirit/satakunta/perhelomat.md").write_text(
            f"---\ntitle: {title}\ndescription: {title}, kuvaus.\ndistrict: satakunta\n"
            "topic: perhelomat\nreviewed: 2026-11-01\n---\n\nTeksti.\n"
        )
    assert problems_of(tiny) == ""
    assert build(tiny, tmp_path / "site").returncode == 0
    menu = (tmp_path / "site/sv/piirit/satakunta/index.html").read_text()
    assert 'perhelomat/">Familjesemestrar</a></li>' in menu
