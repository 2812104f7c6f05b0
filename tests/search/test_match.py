"""Which municipality is meant by what somebody types: match.js on the real data, without a page."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import playwright
import pytest

from kumppanuus.addresses import ASSETS
from kumppanuus.facts.fields import LANGUAGES, Language
from kumppanuus.facts.register import Register
from kumppanuus.search.finder import finder_data
from tests.conftest import ROOT

NODE = Path(playwright.__file__).parent / "driver/node"  # the one that comes with Playwright

# What officials type: names in both languages, starts and parts, cases, no dots, a slip, a merger.
SPELLINGS = {
    "Laitila": "laitila",
    "laitil": "laitila",
    "Laitilan": "laitila",
    "Porissa": "pori",
    "i Borgå": "porvoo",
    "Borga": "porvoo",
    "Helsingissä": "helsinki",
    "Lahdessa": "lahti",
    "Turun": "turku",
    "Tampereelta": "tampere",
    "Uudenkaupungin": "uusikaupunki",
    "Huittisissa": "huittinen",
    "vilppula": "mantta-vilppula",
    "Hämenlinna": "hameenlinna",
    "Tammerfros": "tampere",
    "Honkajoki": "kankaanpaa",
    "Honkajoella": "kankaanpaa",
    "Ekenäs": "raasepori",
    "Kyrkslätts kommun": "kirkkonummi",
    "Järvenpäähän": "jarvenpaa",
    "uuteenkaupunkiin": "uusikaupunki",
    "Punkalaitumella": "punkalaidun",
    "Kosken Tl": "koski-tl",
    "Virtain": "virrat",
    "Sankt Karins": "kaarina",
    "Porin kaupungissa": "pori",
    "Väståboland": "parainen",
    "Varha": "hyvinvointialueet/varsinais-suomi",
    "Oma Häme": "hyvinvointialueet/kanta-hame",
    "Västra Nylands välfärdsområde": "hyvinvointialueet/lansi-uusimaa",
    "Pirkanmaalla": "piirit/hame",
    "Egentliga Finland": "piirit/varsinais-suomi",
}
NOT_FOUND = ["Tukholma", "xyzzy", "Norja", "", "l", "ä!"]


Run = Callable[[str], Any]


@pytest.fixture(scope="module")
def run(register: Register) -> Run:
    """What an expression gives at the end of match.js; data: what the field knows."""
    source = (ROOT / "overrides" / ASSETS / "match.js").read_text(encoding="utf-8")
    data = f"const data = {finder_data(register)};"

    def result(expression: str) -> Any:
        said = subprocess.run(
            [NODE, "--input-type=module"],
            input=f"{source}\n{data}\nconsole.log(JSON.stringify({expression}));",
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert said.returncode == 0, said.stderr
        return json.loads(said.stdout)

    return result


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_spelling_finds_its_municipality(run: Run, language: Language) -> None:
    """It comes first, whichever the language of the page; nothing is found for what is none."""
    typed = json.dumps([*SPELLINGS, *NOT_FOUND])
    ids = f'find(data, one, "{language}").map((hit) => data.kunnat[hit.index][2])'
    found = run(f"Object.fromEntries({typed}.map((one) => [one, {ids}]))")
    assert {one: (found[one] or [None])[0] for one in SPELLINGS} == SPELLINGS
    assert [one for one in NOT_FOUND if found[one]] == []


def test_every_municipality_is_found_by_its_names(run: Run) -> None:
    """Whole or from its start (Pedersören kunta), with its marks or without them."""
    missed = run("""data.kunnat.flatMap(([fi, sv], index) => [fi, sv || fi].filter((name) =>
        ![name, plain(name)].every((typed) => find(data, typed, "fi").some((hit) =>
            hit.index === index && hit.score <= 1))))""")
    assert missed == []


def test_a_former_name_is_told_in_the_language_of_the_page(run: Run) -> None:
    """Ekenäs is part of Raseborg: told as Tammisaari to those who read Finnish."""
    told = run('["fi", "sv"].map((language) => find(data, "Ekenäs", language)[0].former)')
    assert told == ["Tammisaari", "Ekenäs"]
    assert "former" not in run('find(data, "Laitila", "fi")[0]')


def test_the_nearer_match_comes_first(run: Run) -> None:
    """The name, its start, a later word, any part, nearly; an ending taken off counts half."""
    queries = "['salo', 'sal', 'hieno', 'ieno', 'hienk', 'salon', 'oulu']"
    ranks = run(
        f"{queries}.map((query) => rank(query.includes('ien') ? 'Uusi Hieno' : 'Salo', [query]))"
    )
    assert ranks == [0, 1, 2, 3, None, 4, None]  # JSON has no Infinity
    assert run("rank('Salo', forms('Salon'))") == 0.5
    assert run("rank(0, ['salo'])") is None


def test_a_slip_is_one_letter(run: Run) -> None:
    """Added, left out, changed, or two in the wrong order: not two slips."""
    pairs = "['saloo', 'slo', 'sala', 'slao', 'salo', 'slaoo', 'olas', 'sa']"
    near = run(f"{pairs}.map((one) => nearly('salo', one))")
    assert near == [True, True, True, True, True, False, False, False]
