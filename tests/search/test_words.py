"""Words of a query: how near they are to the site's, and names among them (words.js, names.js)."""

from __future__ import annotations

import json
import subprocess
from typing import Any

import pytest

from tests.conftest import ROOT
from tools.search_quality import NODE

ASSETS = (ROOT / "overrides/assets").as_uri()


def said(expression: str) -> Any:
    """What an expression gives with all that words.js and names.js export."""
    names = "wordsOf, partsOf, small, root, likeness, slipTo"
    script = (
        f"import {{ {names} }} from '{ASSETS}/words.js';"
        f"import {{ namesOf, namesIn, nearName }} from '{ASSETS}/names.js';"
        "const names = namesOf({ pages: [{ kind: 'municipality', address: 'kunnat/lahti/' }],"
        "  names: [['district', 'piirit/hame/', 'Häme', 'Tavastland']],"
        "  people: [{ name: 'Ann Maanpää', is_person: true, address: 'x/#ann' }] },"
        " { kunnat: [['Lahti', 'Lahtis', 'lahti'], ['Oulu', 'Uleåborg', 0]],"
        "  ennen: [['Nastola', 0, 0]] }, 'fi');"
        f"console.log(JSON.stringify({expression} ?? null));"
    )
    run = subprocess.run(
        [NODE, "--no-warnings", "--input-type=module"],
        input=script,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def test_words_are_small_and_know_their_places() -> None:
    """Hyphens hold a word together; it is looked up whole and by its parts."""
    assert said("wordsOf('Mitä LAPE-työ maksaa?').map((one) => [one.word, one.at])") == [
        ["mitä", 0],
        ["lape-työ", 5],
        ["maksaa", 14],
    ]
    assert said("partsOf('lape-työ')") == ["lapetyö", "lape", "työ"]
    assert said("small('Familjecafé Åbo')") == "familjecafe åbo"


@pytest.mark.parametrize(
    ("asked", "known", "least", "most"),
    [
        ("sopimus", "sopimus", 1, 1),
        ("kahvil", "kahvila", 0.6, 0.99),  # another form
        ("sopimus", "sopimusliit", 0.2, 0.5),  # the beginning of a compound
        ("sopimus", "kumppanuussopimus", 0.2, 0.5),  # the end of one
        ("kumppanuussopimus", "sopimus", 0.5, 0.9),  # what is asked ends in what there is
        ("sopimus", "laitila", 0, 0),
        ("las", "lasku", 0, 0),  # too short to say
    ],
)
def test_likeness(asked: str, known: str, least: float, most: float) -> None:
    """The more of the words is the same, the better; a compound is what its end says."""
    assert least <= said(f"likeness('{asked}', '{known}')") <= most


@pytest.mark.parametrize(
    ("asked", "known", "near"),
    [
        ("sopmus", "sopimus", True),
        ("sopiums", "sopimus", True),
        ("spmus", "sopimus", False),
        ("kohtamispaika", "kohtaamispaikka", True),
        ("xopimus", "sopimus", False),
        ("2023", "2024", False),
    ],
)
def test_slips(asked: str, known: str, near: bool) -> None:
    """One in a short word, two in a long one, none in its first letter or in a number."""
    assert (said(f"slipTo('{asked}', '{known}')") > 0) == near


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("kenelle soitan lahdessa", "kunnat/lahti/"),
        ("lahtis", "kunnat/lahti/"),
        ("nastolan", "kunnat/lahti/"),
        ("oulussa", None),
        ("hämeessä", "piirit/hame/"),
        ("maanpään", "x/#ann"),
        ("maanpää ann", "x/#ann"),
    ],
)
def test_names_are_found_in_their_forms(query: str, address: str | None) -> None:
    """Of today and of yesterday, in both languages; outside the districts there is no page."""
    found = said(f"namesIn(names, '{query}'.split(' ')).flatMap((one) => one.named)")
    assert [one.get("address") for one in found] == [address]


def test_a_word_with_other_marks_is_no_name() -> None:
    """ "Lähteen" is no form of Lahti, though without marks it looks like one."""
    assert said("namesIn(names, ['lähteen'])") == []


def test_a_misspelt_name_is_found() -> None:
    """And what is far from every name is not."""
    assert said("nearName(names, 'nastolla')?.named[0].former") == "Nastola"
    assert said("nearName(names, 'nakkila')") is None
