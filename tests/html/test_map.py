"""The maps: every municipality has its dot, every district a colour and a shape of its own."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace
from itertools import combinations

import pytest

from kumppanuus.facts.fields import LANGUAGES
from kumppanuus.facts.register import Register
from kumppanuus.html.blocks import block
from kumppanuus.html.labels import Box, beside_dots, beside_groups, box_of
from kumppanuus.html.map import LARGER, SHAPES, Atlas, Picture
from kumppanuus.html.projection import HEIGHT, WIDTH
from kumppanuus.html.view import View
from tests.conftest import ROOT

COAST = (ROOT / "overrides/assets/coast.svg").read_text(encoding="utf-8")


@pytest.fixture(params=LANGUAGES)
def view(register: Register, request: pytest.FixtureRequest) -> View:
    return View(register, request.param)


def dots(picture: Picture) -> int:
    return sum(group.dots.count("M") for group in picture.groups) + picture.here.count("M")


def test_every_municipality_of_the_districts_has_its_dot(view: View) -> None:
    """As many dots of a district's shape as it has municipalities, and all of them in the frame."""
    picture = Atlas(view).whole()
    of = view.register.municipalities_of
    found = {group.district.id: group.dots.count("M") for group in picture.groups}
    assert found == {id_: len(group) for id_, group in of.items() if group}
    assert all_in_frame(picture)


def places(picture: Picture) -> list[tuple[int, int]]:
    """Where the dots of the whole map stand."""
    found = (re.findall(r"M(-?\d+) (-?\d+)", group.dots) for group in picture.groups)
    return [(int(x) * LARGER, int(y) * LARGER) for group in found for x, y in group]


def all_in_frame(picture: Picture) -> bool:
    return all(0 < x < picture.width and 0 < y < picture.height for x, y in places(picture))


def test_a_district_beyond_the_coast_that_is_drawn_is_in_the_frame(view: View) -> None:
    """The whole is seen from farther away; the coast and the dots keep their places."""
    register = view.register
    first, *others = register.municipalities
    of = next(one for one in others if one.id in register.district_of)
    rows = [
        one.model_copy(update={"lon": 27.9, "lat": 69.9}) if one is of else one for one in others
    ]
    far = replace(register, municipalities=(first, *rows))
    picture = Atlas(View(far, view.language)).whole()
    assert all_in_frame(picture)
    x, y, width, height = picture.coast
    assert x >= 0 and y > 0 and x + width < picture.width and y + height <= picture.height
    assert width / height == pytest.approx(WIDTH / HEIGHT, rel=0.01)


def test_districts_differ_by_more_than_colour(view: View) -> None:
    """No two have the same shape of dots, and each has its name in the map."""
    atlas = Atlas(view)
    picture = atlas.whole()
    assert len(set(atlas.shapes.values())) == len(view.register.districts) <= len(SHAPES)
    for group in picture.groups:
        assert group.label and group.label.text == group.district.short_name[view.language]
        assert atlas.shapes[group.district.id] in group.dots


def test_names_of_districts_cover_no_dot_and_no_other_name(view: View) -> None:
    picture = Atlas(view).whole()
    boxes = [
        box_of(group.label.text, (group.label.x, group.label.y - 10), 38)
        for group in picture.groups
        if group.label
    ]
    assert not any(one.meets(two) for one, two in combinations(boxes, 2))
    assert len(places(picture)) == len(view.register.district_of)
    for x, y in places(picture):
        dot = Box(x, y, x, y)
        assert not any(box.meets(dot) for box in boxes), dot


def test_a_municipality_stands_in_its_map_with_its_neighbours(view: View) -> None:
    """Its own dot is in the frame, and so are the neighbours' dots; its name is always there."""
    atlas, register = Atlas(view), view.register
    for id_ in register.district_of:
        home = register.municipality[id_]
        neighbours = register.neighbours(home)
        picture = atlas.near(home, neighbours)
        assert picture.here.count("M") == 1
        assert dots(picture) > len(neighbours)
        assert home.name[view.language] in {label.text for label in picture.labels}


def test_a_part_of_the_map_lights_what_its_page_is_about(view: View) -> None:
    """A district's and a county's municipalities have colour, all others are grey."""
    atlas, register = Atlas(view), view.register
    for district in register.districts.values():
        lit = [group for group in atlas.of_district(district).groups if group.lit]
        assert [one.district for one in lit] == [district]
        assert lit[0].dots.count("M") == len(register.municipalities_of[district.id])


def test_the_whole_map_with_its_coast_is_light(view: View) -> None:
    """At most 8 kB gzipped."""
    assert len(gzip.compress((COAST + block(view, "", "map")).encode())) < 8_000


def test_the_coast_says_where_it_comes_from() -> None:
    """Source, version and day stand in the file; its frame is that of the projection."""
    assert re.search(r"Natural Earth .* public domain .*\d{4}-\d\d-\d\d", COAST)
    assert f'viewBox="0 0 {WIDTH} {HEIGHT}"' in COAST


def test_a_name_without_room_is_left_out() -> None:
    """Two dots on one place: the more important name stands, the other is not drawn over it."""
    frame = Box(0, 0, 60, 20)  # as wide as one name beside the dots
    labels = beside_dots([("Aa", (8, 10)), ("Bb", (8, 10))], [(8, 10)], frame, 14)
    assert [label.text for label in labels] == ["Aa"]


def test_a_group_without_free_ground_still_has_its_name() -> None:
    crowd = [(float(x), float(y)) for x in range(0, 100, 5) for y in range(0, 100, 5)]
    (label,) = beside_groups([("Aa", crowd)], crowd, Box(0, 0, 100, 100), 14)
    assert label.text == "Aa"
