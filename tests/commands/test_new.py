"""New districts, agreements and contacts: what is written, and that it is never half-published."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from kumppanuus.__main__ import main
from kumppanuus.checks.check import load, load_views, site_problems
from kumppanuus.facts.fields import LANGUAGES
from kumppanuus.facts.read import read_words
from kumppanuus.problems import ProblemsFound
from tests.conftest import ROOT, TODAY, URL, built

REGION = "Varsinais-Suomi,Egentliga Finland,Varsinais-Suomen hyvinvointialue"
REGION += ",Egentliga Finlands välfärdsområde"
HOMES = f"680,Raisio,Reso,fi,{REGION},22.17,60.49\n529,Naantali,Nådendal,fi,{REGION},22.03,60.47\n"
DISTRICT = {
    "registered_name": "MLL Uusi piiri",
    "name": '{fi: "MLL Uusi piiri", sv: "MLL:s nya distrikt (MLL Uusi piiri)"}',
    "short_name": '{fi: "Uusi piiri", sv: "Nya distriktet"}',
    "regions": "[Varsinais-Suomi]",
    "accent": "slate",
    "summary": '{fi: "Kokeessa kirjoitettu virke.", sv: "En mening som skrevs i provet."}',
    "sources": "[mll-kuntayhteistyo]",
}
PERSON = {
    "name": "Maija Meikäläinen",
    "answers_for": '{fi: "kuntakumppanuus", sv: "kommunpartnerskap"}',
    "topics": "[kumppanuus]",
    "phone": '"050 123 4567"',
    "source": "mll-kuntayhteistyo",
}
PAGES = {
    "TÄYTÄ piirin nimi": "MLL Uusi piiri",
    "TÄYTÄ missä": "uudessa paikassa",
    "FYLL I distriktets namn": "MLL:s nya distrikt",
    "FYLL I var": "på en ny plats",
}


def problems_of(root: Path) -> list[str]:
    try:
        load_views(root, TODAY)
    except ProblemsFound as found:
        return [str(one) for one in found.problems]
    return []


def filled_in(text: str, values: dict[str, str]) -> str:
    """The text of a template after an editor has filled in these keys and deleted the others."""
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    kept: list[str] = []
    deleting = ""
    for line in lines:
        match = re.match(r"( *)(- )?(\w+):(.*)", line)
        indent = re.match(r" *", line)[0]  # type: ignore[index]
        if deleting and len(indent) >= len(deleting):
            continue
        deleting = ""
        if not match:
            continue
        start, dash, key, rest = match[1], match[2] or "", match[3], match[4]
        if key in values:
            kept.append(f"{start}{dash}{key}: {values[key]}")
        elif "TÄYTÄ" not in rest and rest.strip():
            kept.append(line)
        elif key == "contacts":
            kept.append(line)
            continue
        deleting = f"{start}{' ' * len(dash)} "
    return "\n".join(kept) + "\n"


@pytest.fixture
def project(tiny: Path) -> Path:
    """The tiny project with the templates, and three municipalities without a district."""
    for template in (ROOT / "data").rglob("_*.yml"):
        copy = tiny / template.relative_to(ROOT)
        copy.parent.mkdir(exist_ok=True)
        shutil.copy(template, copy)
    with (tiny / "data/municipalities.csv").open("a", encoding="utf-8") as table:
        table.write(HOMES)
    for language in LANGUAGES:
        with (tiny / f"docs/{language}/piirit/index.md").open("a", encoding="utf-8") as page:
            page.write("\n{{ districts }}\n")
    return tiny


def fill_in_district(root: Path) -> None:
    district = root / "data/districts/uusi.yml"
    district.write_text(filled_in(district.read_text(), DISTRICT))
    contacts = root / "data/contacts/uusi.yml"
    contacts.write_text(filled_in(contacts.read_text(), {**PERSON, "id": "maija-meikalainen"}))
    for page in root.glob("docs/*/piirit/uusi/*.md"):
        text = page.read_text()
        for mark, value in PAGES.items():
            text = text.replace(mark, value)
        page.write_text(text)


def test_a_new_district_touches_only_data_and_docs(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Menus, cards, map, counts, contacts, municipality pages and open data follow from it."""
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    assert main(["new", "district", "uusi", "--root", str(project)]) == 0
    said = capsys.readouterr().out
    assert "Kirjoitettu: data/districts/uusi.yml / Skriven: data/districts/uusi.yml" in said
    fill_in_district(project)
    assert built(project, tmp_path / "site") == ""
    register = load(project, TODAY)
    assert site_problems(tmp_path / "site", URL, register) == []
    count = len(register.municipalities_of["uusi"])
    counted = register.words.ui.municipality_count
    pages = len(register.words.topics) + 2  # the overview and the contacts

    def html(address: str) -> str:
        return (tmp_path / "site" / address / "index.html").read_text().replace("\u00a0", " ")

    for language, name in (("fi", "Uusi piiri"), ("sv", "Nya distriktet")):
        start = "" if language == "fi" else "sv/"
        told, contact = counted[language].format(count=count), register.words.ui.contacts[language]
        district = html(f"{start}piirit/uusi/")
        assert told in district
        section = district.partition('<nav class="section"')[2].partition("</nav>")[0]
        assert section.count("<li>") == pages
        assert f">{contact}</a>" in section
        for page in (start, f"{start}piirit/"):
            cards = html(page).partition('<ul class="cards districts">')[2].partition("</ul>")[0]
            assert cards.count('<li class="card') == len(register.districts)
            assert re.search(rf"<a href=\"[^\"]*uusi/\">{name}</a>.*{told}", cards, re.S)
        assert "Maija Meikäläinen" in html(f"{start}yhteystiedot/")
        assert "+358501234567" in html(f"{start}piirit/uusi/yhteystiedot/")
        everyone = html(f"{start}kunnat/")
        dots = re.findall(r'class="dots large" d="([^"]*)"', everyone)
        assert "".join(dots).count("M") == len(register.district_of)
        assert f">{name}</a>: {told}" in everyone
        assert "Maija Meikäläinen" in html(f"{start}kunnat/turku/")
    data = json.loads((tmp_path / "site/data/districts.json").read_text())
    made = next(one for one in data if one["id"] == "uusi")
    assert made["municipality_count"] == count == 3
    assert made["contacts"] == ["maija-meikalainen"]
    places = json.loads((tmp_path / "site/data/municipalities.json").read_text())
    assert len([one for one in places if one["district"] == "uusi"]) == count
    new = {path for path in project.rglob("*") if path.is_file()} - set(before)
    assert len(new) == 2 + 2 * (pages - 1)  # the page of contacts is made from the data
    assert all(path.relative_to(project).parts[0] in ("data", "docs") for path in new)
    assert {path: path.read_bytes() for path in before} == before


def test_new_files_are_never_published_before_they_are_filled_in(project: Path) -> None:
    """Each place to fill in is a Problem with file and line, and there is no other Problem."""
    assert main(["new", "district", "uusi", "--root", str(project)]) == 0
    assert main(["new", "agreement", "turku-2027", "--root", str(project)]) == 0
    assert main(["new", "contact", "satakunta", "maija-meikalainen", "--root", str(project)]) == 0
    found = problems_of(project)
    assert all("täyttä" in one and "ifyllt" in one for one in found), found
    told = {one.split(": ")[0] for one in found}
    expected = {
        f"{path.relative_to(project).as_posix()}:{number}"
        for path in project.rglob("*")
        if path.suffix in (".yml", ".md") and not path.name.startswith("_")
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if re.search("TÄYTÄ|FYLL I", line) and not line.lstrip().startswith("#")
    }
    assert told == expected
    files = 2 + 2 * (1 + len(read_words(project)[0].topics)) + 2
    assert len({place.split(":")[0] for place in told}) == files


def test_a_contact_is_added_to_its_districts_file(project: Path) -> None:
    """The people who were there stay as they were; the new one is whole once filled in."""
    path = project / "data/contacts/satakunta.yml"
    before = path.read_text()
    assert main(["new", "contact", "satakunta", "maija-meikalainen", "--root", str(project)]) == 0
    after = path.read_text()
    assert after.startswith(before)
    assert "  - id: maija-meikalainen\n" in after
    path.write_text(before + filled_in(after[len(before) :], PERSON))
    register = load(project, TODAY)
    assert [one.name for one in register.contacts["satakunta"]][-1] == "Maija Meikäläinen"


@pytest.mark.parametrize(
    ("kind", "file", "line"),
    [
        ("source", "sources.yml", "  - id: uusi-2027\n"),
        ("claim", "evidence.yml", "  - id: uusi-2027\n"),
        ("local", "local.yml", "  - municipality: uusi-2027\n"),
        ("window", "windows.yml", "  - municipality: uusi-2027\n"),
        ("term", "terms.yml", "  - fi: uusi-2027\n"),
    ],
)
def test_a_thing_is_added_to_the_end_of_its_list(
    kind: str, file: str, line: str, project: Path
) -> None:
    """What was there stays as it was, and only what is to be filled in is told."""
    path = project / "data" / file
    before = path.read_text()
    assert main(["new", kind, "uusi-2027", "--root", str(project)]) == 0
    after = path.read_text()
    assert after.startswith(before)
    assert line in after[len(before) :]
    found = problems_of(project)
    assert found
    assert all("täyttä" in one and f"data/{file}:" in one for one in found), found


@pytest.mark.parametrize(
    ("arguments", "fi", "sv"),
    [
        (["district", "satakunta"], "on jo olemassa", "finns redan"),
        (["agreement", "pori-2023"], "on jo olemassa", "finns redan"),
        (["contact", "satakunta", "maija-esimerkki"], "on jo olemassa", "finns redan"),
        (["source", "mll-kuntayhteistyo"], "on jo olemassa", "finns redan"),
        (["contact", "uusi", "maija-meikalainen"], "Piiriä ”uusi” ei ole", "finns inte"),
        (["district", "Häme"], "Tunnus ”Häme” ei kelpaa", "är ogiltigt"),
        (["agreement", "../pori"], "Tunnus ”../pori” ei kelpaa", "är ogiltigt"),
    ],
)
def test_nothing_is_overwritten(
    arguments: list[str], fi: str, sv: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command says why, in Finnish and Swedish, and changes no file."""
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    assert main(["new", *arguments, "--root", str(project)]) == 1
    said = capsys.readouterr().out
    assert fi in said
    assert sv in said
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


def test_one_existing_page_keeps_the_whole_district_from_being_written(project: Path) -> None:
    """All of the files are written, or none."""
    page = project / "docs/sv/piirit/uusi/lape.md"
    page.parent.mkdir()
    page.write_text("oma teksti")
    assert main(["new", "district", "uusi", "--root", str(project)]) == 1
    assert page.read_text() == "oma teksti"
    assert not (project / "data/districts/uusi.yml").exists()
