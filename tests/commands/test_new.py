"""New districts, agreements and contacts: what is written, and that it is never half-published."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from kumppanuus.__main__ import main
from kumppanuus.checks.check import load, load_views, site_problems
from kumppanuus.problems import ProblemsFound
from tests.conftest import REGISTER, ROOT, TODAY, build

URL = "https://example.org/polku/"
LAPPI = {
    "registered_name": "MLL Lapin piiri",
    "name": '{fi: "MLL Lapin piiri", sv: "MLL:s distrikt i Lappland (MLL Lapin piiri)"}',
    "short_name": '{fi: "Lappi", sv: "Lappland"}',
    "regions": "[Lappi]",
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
    "TÄYTÄ piirin nimi": "MLL Lapin piiri",
    "TÄYTÄ missä": "Lapissa",
    "FYLL I distriktets namn": "MLL:s distrikt i Lappland",
    "FYLL I var": "i Lappland",
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
def project(tmp_path: Path) -> Path:
    """A copy of the real project's data, pages, looks and configuration."""
    root = tmp_path / "project"
    for folder in ("data", "docs", "overrides"):
        shutil.copytree(ROOT / folder, root / folder)
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


def fill_in_lappi(root: Path) -> None:
    district = root / "data/districts/lappi.yml"
    district.write_text(filled_in(district.read_text(), LAPPI))
    contacts = root / "data/contacts/lappi.yml"
    contacts.write_text(filled_in(contacts.read_text(), {**PERSON, "id": "maija-meikalainen"}))
    for page in root.glob("docs/*/piirit/lappi/*.md"):
        text = page.read_text()
        for mark, value in PAGES.items():
            text = text.replace(mark, value)
        page.write_text(text)


def test_a_fifth_district_touches_only_data_and_docs(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Menus, cards, map, counts, contacts, municipality pages and open data follow from it."""
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    assert main(["new", "district", "lappi", "--root", str(project)]) == 0
    said = capsys.readouterr().out
    assert "Kirjoitettu: data/districts/lappi.yml / Skriven: data/districts/lappi.yml" in said
    fill_in_lappi(project)
    assert problems_of(project) == []
    run = build(project, tmp_path / "site", SITE_URL=URL)
    assert run.returncode == 0, run.stderr
    assert site_problems(tmp_path / "site", URL, None) == []

    def html(address: str) -> str:
        return (tmp_path / "site" / address / "index.html").read_text().replace("\u00a0", " ")

    for start, name, count, contact in (
        ("", "Lappi", "21 kuntaa", "Yhteystiedot"),
        ("sv/", "Lappland", "21 kommuner", "Kontakt"),
    ):
        district = html(f"{start}piirit/lappi/")
        assert count in district
        section = district.partition('<nav class="section"')[2].partition("</nav>")[0]
        assert section.count("<li>") == 5
        assert f">{contact}</a>" in section
        for page in (start, f"{start}piirit/"):
            cards = html(page).partition('<ul class="cards districts">')[2].partition("</ul>")[0]
            assert cards.count('<li class="card') == 5
            assert re.search(rf"<a href=\"[^\"]*lappi/\">{name}</a>.*{count}", cards, re.S)
        assert "Maija Meikäläinen" in html(f"{start}yhteystiedot/")
        assert "+358501234567" in html(f"{start}piirit/lappi/yhteystiedot/")
        everyone = html(f"{start}kunnat/")
        assert everyone.count("<rect ") == len(REGISTER.district_of) + 21
        assert f"{name}: {count}" in everyone
        assert "Maija Meikäläinen" in html(f"{start}kunnat/utsjoki/")
    data = json.loads((tmp_path / "site/data/districts.json").read_text())
    lappi = next(one for one in data if one["id"] == "lappi")
    assert lappi["municipality_count"] == 21
    assert lappi["contacts"] == ["maija-meikalainen"]
    places = json.loads((tmp_path / "site/data/municipalities.json").read_text())
    assert len([one for one in places if one["district"] == "lappi"]) == 21
    new = {path for path in project.rglob("*") if path.is_file()} - set(before)
    assert len(new) == 10
    assert all(path.relative_to(project).parts[0] in ("data", "docs") for path in new)
    assert {path: path.read_bytes() for path in before} == before


def test_new_files_are_never_published_before_they_are_filled_in(project: Path) -> None:
    """Each place to fill in is a Problem with file and line, and there is no other Problem."""
    assert main(["new", "district", "lappi", "--root", str(project)]) == 0
    assert main(["new", "agreement", "rovaniemi-2027", "--root", str(project)]) == 0
    assert main(["new", "contact", "hame", "maija-meikalainen", "--root", str(project)]) == 0
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
    assert len({place.split(":")[0] for place in told}) == 12


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
    ("arguments", "fi", "sv"),
    [
        (["district", "hame"], "on jo olemassa", "finns redan"),
        (["agreement", "laitila-2023"], "on jo olemassa", "finns redan"),
        (["contact", "hame", "jaana-hietakangas"], "on jo olemassa", "finns redan"),
        (["contact", "lappi", "maija-meikalainen"], "Piiriä ”lappi” ei ole", "finns inte"),
        (["district", "Häme"], "Tunnus ”Häme” ei kelpaa", "duger inte"),
        (["agreement", "../pori"], "Tunnus ”../pori” ei kelpaa", "duger inte"),
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
    page = project / "docs/sv/piirit/lappi/lape.md"
    page.parent.mkdir()
    page.write_text("oma teksti")
    assert main(["new", "district", "lappi", "--root", str(project)]) == 1
    assert page.read_text() == "oma teksti"
    assert not (project / "data/districts/lappi.yml").exists()
