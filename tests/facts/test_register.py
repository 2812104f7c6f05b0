"""Who answers for a municipality, whatever the real data says today."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Views

LIISA = """
  - id: liisa-esimerkki
    name: Liisa Esimerkki
    answers_for: {fi: "lape", sv: "lape"}
    topics: [lape]
    phone: "050 765 4321"
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


def test_the_past_is_never_called(project: Path, views: Views) -> None:
    """Whoever is told as history stays on the district's page, and is asked nothing."""
    contacts = project / "data/contacts/satakunta.yml"
    past = "    past: {fi: mukana 2017, sv: med 2017}\n"
    contacts.write_text(contacts.read_text() + past + LIISA)
    register = views()["fi"].register
    assert [one.id for one in register.contacts_for("satakunta")] == ["liisa-esimerkki"]
    assert not register.people["maija-esimerkki"].is_reachable
    assert "maija-esimerkki" in [one.id for one in register.contacts_of["satakunta"]]


def test_a_district_adds_and_leaves_out_single_municipalities(tiny: Path, views: Views) -> None:
    """Beside whole regions: Turku is left out of its region, or comes without it."""
    district = tiny / "data/districts/satakunta.yml"
    for old, new in (
        ("regions: [Satakunta]", "regions: [Satakunta, Varsinais-Suomi]\nwithout: [turku]"),
        ("[Satakunta, Varsinais-Suomi]\nwithout: [turku]", "[Satakunta]\nmunicipalities: [turku]"),
    ):
        district.write_text(district.read_text().replace(old, new))
        homes = views()["fi"].register.municipalities_of["satakunta"]
        assert [one.id for one in homes] == (["pori"] if "without" in new else ["pori", "turku"])


DECISION = """date: {day}
kind: grant
{of}
recipient: {{fi: "MLL", sv: "MLL"}}
what: {{fi: "Perhekahvila.", sv: "Familjecafé."}}
sums: {sums}
url: https://example.org/paatos
read: {{fi: "pöytäkirja", sv: "protokoll"}}
read_on: 2026-11-01
"""


def test_the_nearest_decisions_come_first_and_of_them_the_newest(
    project: Path, views: Views
) -> None:
    """One's own, then those of the region, its county's too, then of the district; a sum may be
    asked for, and a place in no district has the newest of all."""
    told = [
        ("oma-vanha", "municipality: pori", "2010", "[]"),
        ("alue", "county: satakunta", "2024-05", "[]"),
        ("piiri", "municipality: turku", "2025-01-31", "[{kind: granted, amount: 100}]"),
        ("oma-uusi", "municipality: pori", "2020", "[{kind: granted, amount: 100}]"),
    ]
    (project / "data/decisions").mkdir(exist_ok=True)
    for id_, of, day, sums in told:
        text = DECISION.format(of=of, day=day, sums=sums)
        (project / f"data/decisions/{id_}.yml").write_text(text)
    register = views()["fi"].register
    pori = register.municipality["pori"]

    def ids(place: object, count: int = 3, with_sums: bool = False) -> list[str]:
        found = register.nearness.nearest_decisions(place, count, with_sums=with_sums)  # type: ignore[arg-type]
        return [one.id for one in found]

    assert ids(pori, 4) == ["oma-uusi", "oma-vanha", "alue", "piiri"]
    assert ids(pori) == ["oma-uusi", "oma-vanha", "alue"]
    assert ids(pori, with_sums=True) == ["oma-uusi", "piiri"]
    assert ids("satakunta", 2) == ["alue", "oma-uusi"]
    assert ids(None, 2) == ["piiri", "alue"]
