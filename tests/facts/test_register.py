"""Who answers for a municipality, whatever the real data says today."""

from __future__ import annotations

from pathlib import Path

import pytest

from kumppanuus.html.municipality_pages import named_elsewhere
from tests.conftest import Views

LIISA = """
  - id: liisa-esimerkki
    name: Liisa Esimerkki
    answers_for: {fi: "lape", sv: "lape"}
    topics: [lape]
    regional_roles: [{region: Varsinais-Suomi}]
    source: kirja
"""


@pytest.fixture
def project(tiny: Path) -> Path:
    """The tiny project with a district of two regions, Pori in one and Turku in the other."""
    district = tiny / "data/districts/satakunta.yml"
    district.write_text(district.read_text().replace("[Satakunta]", "[Satakunta, Varsinais-Suomi]"))
    return tiny


@pytest.mark.parametrize(
    ("regions", "others", "pori", "turku"),
    [
        ("", "", ["maija"], ["maija"]),  # named for no region: for all of them
        ("", LIISA, ["maija"], ["maija", "liisa"]),
        ("Satakunta", LIISA, ["maija"], ["liisa"]),
        ("Satakunta", "", ["maija"], ["maija"]),  # nobody is named for Turku: whoever there is
    ],
)
def test_people_answer_for_the_regions_they_are_named_for(
    project: Path, views: Views, regions: str, others: str, pori: list[str], turku: list[str]
) -> None:
    """Without anybody of its own a municipality has everybody of the district."""
    contacts = project / "data/contacts/satakunta.yml"
    named = f"    regional_roles: [{{region: {regions}}}]\n" if regions else ""
    contacts.write_text(contacts.read_text() + named + others)
    register = views()["fi"].register
    for home, expected in (("pori", pori), ("turku", turku)):
        people = register.contacts_in(register.municipality[home])
        assert [one.id.split("-")[0] for one in people] == expected


def test_contacts_named_for_work_elsewhere_are_told_as_such(project: Path, views: Views) -> None:
    """Maija's source is that of Pori's agreement: in Turku a reader has to ask."""
    view = views()["fi"]
    municipality = view.register.municipality
    people = view.register.contacts["satakunta"]
    assert named_elsewhere(view, municipality["turku"], people) == municipality["pori"]
    assert named_elsewhere(view, municipality["pori"], people) is None
