"""Answers on an issue form become files and a pull request; hostile ones stay text."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from kumppanuus.checks.check import load
from tests.conftest import ROOT, TODAY, built
from tests.tools.github import Recorded
from tools.asked import ISSUE_FORMS, MODELS, Asked, make, questions
from tools.issue_form import propose

PAYLOAD = Path(__file__).parent / "payloads/issue.json"
PERSON = {
    "district": "Satakunta",
    "name": "Maija Meikäläinen",
    "answers_for_fi": "kuntakumppanuus",
    "answers_for_sv": "kommunpartnerskap",
    "topics": "kumppanuus, lape",
    "phone": "050 765 4321",
    "source": "mll-kuntayhteistyo",
}
PAGE = {
    "title_fi": "Avajaiset",
    "title_sv": "Invigning",
    "description_fi": "Kuvaus: näin.",
    "description_sv": "Beskrivning: så här.",
    "text_fi": "Suomeksi.",
    "text_sv": "På svenska.",
}
DECISION = {
    "body": "kunta / kommun",
    "decider": "Pori",
    "date": "2026-02-18",
    "kind": "grant: avustus / understöd",
    "recipient_fi": "MLL",
    "recipient_sv": "MLL",
    "what_fi": "Avustus.",
    "what_sv": "Understöd.",
    "url": "https://www.pori.fi/paatos",
    "read_fi": "Pöytäkirja, luettu kokonaan.",
    "read_sv": "Protokollet, läst i sin helhet.",
    "read_on": "2026-11-01",
}
DISTRICT = {
    "short_name_fi": "Pohjoinen",
    "short_name_sv": "Norra",
    "registered_name": "MLL Pohjoisen piiri ry",
    "name_fi": 'MLL "Pohjoisen" piiri',
    "name_sv": "MLL:s distrikt i norr",
    "where_fi": "Pohjoisessa",
    "where_sv": "i norr",
    "summary_fi": "Yksi virke.",
    "summary_sv": "En mening.",
    "website": "https://pohjoinen.mll.fi/",
    "sources": "https://www.mll.fi/kuntayhteistyo/",
}
HOSTILE = (
    'x"\nid: other\n"',
    "$(touch /tmp/pwned) `id` ; rm -rf .",
    "!!python/object/apply:os.system ['id']",
    "{{ config }} {% raw %} </script>",
    "### Puhelinnumero / Telefonnummer\n\n112",
    "---\ndate: 2020-01-01\n---",
    "\x00\x1b[31m\u202e",
    "ä" * 50_000,
)


@pytest.fixture
def project(tiny: Path) -> Path:
    """The tiny project with templates and issue forms."""
    shutil.copytree(ROOT / ISSUE_FORMS, tiny / ISSUE_FORMS)
    for template in ROOT.glob("data/*/_template.yml"):
        copy = tiny / template.relative_to(ROOT)
        copy.parent.mkdir(exist_ok=True)
        shutil.copy(template, copy)
    return tiny


def issue(kind: str, answers: dict[str, str]) -> dict[str, Any]:
    """The event of an issue as GitHub writes the answers of a form."""
    found: dict[str, Any] = json.loads(PAYLOAD.read_text(encoding="utf-8"))
    labels = questions(ROOT, kind).items()
    parts = (f"### {label}\n\n{answers.get(id_, '_No response_')}" for label, id_ in labels)
    found["issue"]["body"] = "\r\n\r\n".join(parts)
    found["issue"]["labels"] = [{"name": f"lomake: {kind}"}]
    return found


def test_a_person_becomes_a_pull_request_that_holds(project: Path) -> None:
    """One file, the others' lines untouched, the check started, the issue answered."""
    before = (project / "data/contacts/satakunta.yml").read_text()
    recorded = Recorded(project)
    answer = propose(recorded.github, project, issue("person", PERSON))
    assert list(recorded.files) == ["data/contacts/satakunta.yml"]
    assert recorded.files["data/contacts/satakunta.yml"].startswith(before)
    made = load(project, TODAY).people["maija-meikalainen"]
    assert (made.name, made.phone) == ("Maija Meikäläinen", PERSON["phone"])
    assert made.topics == ("kumppanuus", "lape")
    sent = {path: what for _, path, what in recorded.sent}
    assert sent["git/refs"]["ref"] == "refs/heads/lomake/person-12"
    assert "Tiedot ja tekstit ovat kunnossa" in sent["pulls"]["body"]
    assert recorded.paths[-1] == "actions/workflows/check.yml/dispatches"
    assert "#8" in answer


def test_a_decision_holds_as_it_was_answered(project: Path) -> None:
    """Who decided and the day name the file; what was not asked is left out."""
    recorded = Recorded(project)
    propose(recorded.github, project, issue("decision", DECISION))
    made = load(project, TODAY).decisions["pori-2026"]
    assert (made.municipality, made.date, made.kind) == ("pori", "2026-02-18", "grant")
    assert made.sums == ()


def test_a_district_that_is_answered_is_ready_to_be_read(project: Path, tmp_path: Path) -> None:
    """Its data and its pages have no gap, its colour is its own, its source is known by its
    address; the site is built of it though nobody answers for it yet."""
    rows = list(csv.DictReader((project / "data/municipalities.csv").open()))
    district = yaml.safe_load((project / "data/districts/satakunta.yml").read_text())
    free = next(one["region_fi"] for one in rows if one["region_fi"] not in district["regions"])
    recorded = Recorded(project)
    propose(recorded.github, project, issue("district", {**DISTRICT, "regions": free}))
    assert "data/contacts/pohjoinen.yml" not in recorded.files
    body = next(what["body"] for _, where, what in recorded.sent if where == "pulls")
    assert "Tiedot ja tekstit ovat kunnossa" in body
    made = load(project, TODAY).districts["pohjoinen"]
    assert made.accent != district["accent"]
    assert made.sources == ("mll-kuntayhteistyo",)
    assert built(project, tmp_path / "site") == ""

    person = issue("person", {**PERSON, "district": "pohjoinen"})
    recorded = Recorded(project)
    propose(recorded.github, project, person)
    assert list(recorded.files) == ["data/contacts/pohjoinen.yml"]
    assert load(project, TODAY).contacts["pohjoinen"][0].name == PERSON["name"]


def test_an_agreement_holds_as_it_was_answered(project: Path) -> None:
    """Its parties come from lines in the same order in both languages."""
    answers = {
        "municipality": "Pori",
        "year": "2027",
        "district": "satakunta",
        "kind": "partnership: kumppanuussopimus / partnerskapsavtal",
        "title_fi": "Pori 2027",
        "title_sv": "Björneborg 2027",
        "description_fi": "Yksi virke.",
        "description_sv": "En mening.",
        "original_title": "Sopimus",
        "parties_fi": "Porin kaupunki\nMLL",
        "parties_sv": "Björneborgs stad\nMLL",
        "source": "mll-kuntayhteistyo",
    }
    propose(Recorded(project).github, project, issue("agreement", answers))
    made = load(project, TODAY).agreements["pori-2027"]
    assert [one.fi for one in made.parties] == ["Porin kaupunki", "MLL"]
    assert [one.sv for one in made.parties] == ["Björneborgs stad", "MLL"]


@pytest.mark.parametrize(
    ("more", "path"),
    [
        ({}, "avajaiset.md"),
        ({"date": "2026-11-01"}, "ajankohtaista/avajaiset.md"),
        ({"district": "satakunta"}, "piirit/satakunta/avajaiset.md"),
    ],
)
def test_a_page_comes_in_both_languages(project: Path, more: dict[str, str], path: str) -> None:
    """News where it has a day, a district's where it names one."""
    recorded = Recorded(project)
    propose(recorded.github, project, issue("page", {**PAGE, **more}))
    assert set(recorded.files) == {f"docs/fi/{path}", f"docs/sv/{path}"}
    pages = {one.source: one for one in load(project, TODAY).prose}
    assert pages[f"sv/{path}"].meta.description == "Beskrivning: så här."


@pytest.mark.parametrize(
    ("kind", "answers", "path"),
    [
        (
            "district",
            {"short_name_fi": "Uusi piiri", "short_name_sv": "Nya", "regions": "Varsinais-Suomi"},
            "data/districts/uusi-piiri.yml",
        ),
        (
            "agreement",
            {"municipality": "Pori", "year": "2027", "title_fi": "Pori 2027", "kind": "grant: x"},
            "data/agreements/pori-2027.yml",
        ),
    ],
)
def test_what_is_not_answered_is_told_in_the_pull_request(
    project: Path, kind: str, answers: dict[str, str], path: str
) -> None:
    """A large thing begins from a few answers; the rest is named with links to fill it in."""
    recorded = Recorded(project)
    propose(recorded.github, project, issue(kind, answers))
    assert path in recorded.files
    body = next(what["body"] for _, where, what in recorded.sent if where == "pulls")
    assert "Korjattavaa:" in body
    assert f"/edit/lomake/{kind}-12/{path}#L" in body


# Asked otherwise than the data say it: who decided, where a district is, and whose file it is.
ASKED_OTHERWISE = {"body", "decider", "where", "district"}


@pytest.mark.parametrize("kind", MODELS)
def test_every_question_is_a_key_of_the_data(kind: str) -> None:
    """An answer to any other would be lost without a word; an id for each language or neither."""
    ids = set(questions(ROOT, kind).values())
    keys = {one.removesuffix("_fi").removesuffix("_sv") for one in ids}
    assert keys - set(MODELS[kind].model_fields) <= ASKED_OTHERWISE
    assert all({f"{one}_fi", f"{one}_sv"} <= ids for one in keys - ids)


def test_an_answer_is_a_list_where_the_model_has_one(project: Path) -> None:
    """Whatever a form asks for next: commas part it, as the question says."""
    asked = Asked("person", {**PERSON, "also_in": "pori, turku", "languages": "fi, sv"})
    make(project, asked)
    people = yaml.safe_load((project / "data/contacts/satakunta.yml").read_text())["contacts"]
    assert people[-1]["also_in"] == ["pori", "turku"]
    assert people[-1]["languages"] == ["fi", "sv"]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("field", ["name", "phone", "answers_for_fi", "topics", "source"])
def test_a_hostile_answer_is_only_text(project: Path, field: str, text: str) -> None:
    """It adds no key and no file, names nothing outside data/, and is read back as one value."""
    recorded = Recorded(project)
    propose(recorded.github, project, issue("person", {**PERSON, field: text}))
    assert set(recorded.files) <= {"data/contacts/satakunta.yml"}
    if recorded.files:
        people = yaml.safe_load(recorded.files["data/contacts/satakunta.yml"])["contacts"]
        allowed = {*PERSON, "id", "answers_for"}
        assert set(people[-1]) <= allowed
        assert len(people) == 2


@pytest.mark.parametrize("name", ["../../.github/workflows/x", "/etc/passwd", "..", "", "☃", "-"])
def test_a_file_is_named_by_letters_alone(project: Path, name: str) -> None:
    """Whatever a title holds, a page lies in docs/; where nothing is left, the asker is told."""
    recorded = Recorded(project)
    answer = propose(recorded.github, project, issue("page", {**PAGE, "title_fi": name}))
    assert all(path.startswith("docs/") and ".." not in path for path in recorded.files)
    if not recorded.files:
        assert "Vastauksista ei voitu tehdä muutosta" in answer


def test_somebody_who_may_not_write_waits(project: Path) -> None:
    """Nothing is made until somebody who may gives the label; others' labels do nothing."""
    recorded = Recorded(project, "read")
    asked = issue("person", PERSON)
    assert "muutokseksi" in propose(recorded.github, project, asked)
    labelled = {**asked, "action": "labeled", "label": {"name": "muutokseksi"}}
    assert propose(recorded.github, project, labelled) == ""
    assert recorded.sent == []
    recorded = Recorded(project, "write")
    other = {**labelled, "label": {"name": "lomake: person"}}
    assert propose(recorded.github, project, other) == ""
    assert "#8" in propose(recorded.github, project, labelled)


def test_what_exists_is_not_written_over(project: Path) -> None:
    """A person or a page that is there already is told; nothing is committed."""
    for kind, answers in (("page", {**PAGE, "title_fi": "lape"}), ("person", PERSON)):
        recorded = Recorded(project)
        propose(Recorded(project).github, project, issue(kind, answers))
        assert "on jo" in propose(recorded.github, project, issue(kind, answers))
        assert recorded.sent == []
