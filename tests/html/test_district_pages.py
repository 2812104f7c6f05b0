"""Pages that a district adds by itself, and lists of all districts in prose."""

from __future__ import annotations

from pathlib import Path

from kumppanuus.checks.check import all_warnings, load, load_views
from kumppanuus.html.blocks import after_prose, block
from kumppanuus.html.frame import page_context
from tests.conftest import TODAY

PAGE = """---
title: {title}
description: "{title}: kuvaus"
district: satakunta
{more}reviewed: 2026-11-01
---

Text.
"""


def add(tiny: Path, name: str, title: str, more: str = "") -> None:
    for language in ("fi", "sv"):
        text = PAGE.format(title=f"{title} {language}", more=more)
        (tiny / f"docs/{language}/piirit/satakunta/{name}.md").write_text(text)


def test_a_further_page_of_a_district_is_in_its_menu(tiny: Path) -> None:
    """Before the contacts, in the order of menu_place and then of titles, by its name for menus."""
    add(tiny, "aaa", "Aaa")
    add(tiny, "bbb", "Bbb", "menu_place: 1\nmenu: Lyhyt\n")
    view = load_views(tiny, TODAY)["sv"]
    page = next(
        one for one in view.register.prose if one.source.endswith("sv/piirit/satakunta/aaa.md")
    )
    menu = page_context(view, page)["frame"].section
    topics = len(view.register.words.topics)
    assert [one.label for one in menu[topics + 1 :]] == ["Lyhyt", "Aaa sv", menu[-1].label]
    assert menu[-2].current == "page"
    assert not [one for one in all_warnings(load(tiny, TODAY)) if one.code == "orphan"]


def test_only_a_districts_overview_has_its_facts(tiny: Path) -> None:
    """A further page shows whom to call, but not the list of municipalities again."""
    add(tiny, "aaa", "Aaa")
    view = load_views(tiny, TODAY)["fi"]
    own = {one.path: after_prose(view, one) for one in view.register.prose if one.language == "fi"}
    assert 'id="lyhyesti"' in own["piirit/satakunta/index.md"]
    assert 'id="lyhyesti"' not in own["piirit/satakunta/aaa.md"]
    assert own["piirit/satakunta/aaa.md"]


def test_a_list_of_districts_in_prose_is_made_of_their_pages(tiny: Path) -> None:
    """Each district's page of the topic, with what its description says."""
    view = load_views(tiny, TODAY)["sv"]
    html = block(view, "lape/", "district_pages", "lape")
    page = next(one for one in view.register.prose if one.source == "sv/piirit/satakunta/lape.md")
    assert html.count("<li>") == len(view.register.districts)
    assert 'piirit/satakunta/lape/">' in html
    assert page.meta.description in html.replace("\u00a0", " ")
