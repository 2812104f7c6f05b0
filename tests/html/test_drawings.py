"""Drawings: in one hand, small, of facts where they show numbers, and never alone in saying it."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kumppanuus.addresses import AGREEMENTS, HOME, PARTNERSHIP, agreement, district_topic, site_path
from kumppanuus.facts.fields import LANGUAGES, Language
from kumppanuus.facts.money import Money
from kumppanuus.facts.register import Register
from kumppanuus.html.blocks import block
from kumppanuus.html.drawings import IN_A_ROW, MOST, squares
from kumppanuus.html.environment import TEMPLATES
from kumppanuus.html.view import View
from tests.conftest import Site

BY_HAND = sorted((TEMPLATES / "drawings").rglob("*.svg"))
TOPICS = [one.stem for one in BY_HAND if one.parent.name == "topics"]
HEAD = re.compile(r'<div class="stands"><h1>.*?</h1><svg class="drawing"[^>]* aria-hidden="true">')


@pytest.mark.parametrize("file", BY_HAND, ids=lambda one: one.stem)
def test_drawings_are_in_one_hand(file: Path) -> None:
    """At most 1 kB, decoration, without a colour or line of their own: the style sheet has both."""
    assert len(file.read_bytes()) <= 1000
    top = ElementTree.fromstring(file.read_text(encoding="utf-8"))
    assert (top.get("class"), top.get("aria-hidden")) == ("drawing", "true")
    own = {"fill", "stroke", "stroke-width", "style", "id"}
    assert not [one.tag for one in top.iter() if own & set(one.keys())]
    assert {one.get("class") for one in top} == {"f", None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_topic_has_its_drawing(site: Site, register: Register, language: Language) -> None:
    """Beside the heading of its page and of its page in every district, and of no other page."""
    having = {one for one in site.addresses() if HEAD.search(site.text(one))}
    assert TOPICS
    for topic in TOPICS:
        assert site_path(f"{topic}/", language) in having
        if topic in register.words.topics:
            for id_ in register.districts:
                assert site_path(district_topic(id_, topic), language) in having
    parts = {part for one in having for part in one.split("/")}
    assert all(set(one.split("/")) & set(TOPICS) for one in having), parts


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_topic_is_on_the_home_page(site: Site, register: Register, language: Language) -> None:
    """In the order of the menu, by the menu's words, with the drawing that its page has."""
    street = re.search(r'<ul class="street".*?</ul>', site.text(site_path(HOME, language)), re.S)
    assert street
    links = re.findall(r'<a href="([^"]*)"><svg class="drawing".*?</svg>(.*?)</a>', street[0], re.S)
    href = View(register, language).hrefs(HOME)
    listed = {one: text for one, text in register.words.menu.items() if one in TOPICS}
    assert links == [(href(f"{one}/"), text[language]) for one, text in listed.items()]
    assert set(listed) == set(TOPICS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_path_has_five_stations(site: Site, register: Register, language: Language) -> None:
    """In an ordered list that is read in its order, with the drawings as decoration."""
    words = register.words.ui
    path = re.search(r'<ol class="path".*?</ol>', site.text(site_path(PARTNERSHIP, language)), re.S)
    assert path
    names = [words.path_need, words.path_body, words.path_way, words.path_annex, words.path_follow]
    assert re.findall(r"<strong>(.*?)</strong>", path[0]) == [one[language] for one in names]
    assert path[0].count('<svg class="drawing"') == path[0].count('aria-hidden="true"') == 5


def sum_of(quantity: int | None) -> Money:
    price = Decimal(70) if quantity else None
    return Money(
        kind="reserved",
        amount=Decimal(70) * (quantity or 1),
        unit_price=price,
        quantity=quantity,
        unit={"fi": "kuukautta", "sv": "månader"} if quantity else None,
    )


@pytest.mark.parametrize("quantity", [2, 11, 12, 13, 48, MOST])
def test_there_are_as_many_squares_as_units(quantity: int) -> None:
    """Each in a place of its own inside the picture, twelve in a row."""
    drawn = squares(sum_of(quantity))
    assert drawn
    corners = re.findall(r"M(\d+) (\d+)h8v8h-8z", drawn.path)
    assert len(corners) == len(set(corners)) == quantity
    assert "".join(f"M{x} {y}h8v8h-8z" for x, y in corners) == drawn.path
    assert drawn.width == 10 * min(quantity, IN_A_ROW)
    assert all(int(x) + 9 <= drawn.width and int(y) + 9 <= drawn.height for x, y in corners)


@pytest.mark.parametrize("quantity", [None, 1, MOST + 1])
def test_what_cannot_be_counted_is_not_drawn(quantity: int | None) -> None:
    """A sum without a unit price, a single unit, and more than anybody counts."""
    assert squares(sum_of(quantity)) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_sums_are_drawn_from_agreements(site: Site, register: Register, language: Language) -> None:
    """An agreement's page draws each sum that can be, and says under it what it is made of."""
    view = View(register, language)
    for id_, one in register.agreements.items():
        html = site.text(site_path(agreement(id_), language)).replace("\u00a0", " ")
        drawn = [item for part in one.parts for item in part.sums if squares(item)]
        figures = re.findall(r'<figure class="squares">.*?</figure>', html, re.S)
        assert len(figures) == len(drawn)
        for item, figure in zip(drawn, figures, strict=True):
            assert figure.count("h8v8h-8z") == item.quantity
            assert f"{item.quantity} {view.text(item.unit)} ×" in figure
            assert view.example_label(one) in figure


def test_a_sum_that_cannot_be_drawn_is_an_editors_mistake(register: Register) -> None:
    """The mark is refused, as one is that names no sum at all."""
    view = View(register, "fi")
    for id_, one in register.agreements.items():
        for item in (item for part in one.parts for item in part.sums if not squares(item)):
            with pytest.raises(KeyError):
                block(view, AGREEMENTS, "squares", f"{id_}/{item.id}")
    with pytest.raises(KeyError):
        block(view, AGREEMENTS, "squares", "nowhere/nothing")
