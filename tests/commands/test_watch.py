"""What has aged is found, district by district; a passing fault is not a broken link."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kumppanuus.commands.watch import external_links, reports, unconfirmed
from tests.conftest import Views

EDIT = "https://github.com/example/repo/edit/main/"
STATUS = {"https://a.example/": 200, "https://b.example/": 404, "https://c.example/": 503}


def test_a_contact_ages_after_a_year(views: Views) -> None:
    """Confirmed on 1.10.2026: fresh until 1.10.2027, then in its district's issue."""
    register = views()["fi"].register
    fresh = [what for what, _ in unconfirmed(register, "satakunta", date(2027, 10, 1))]
    aged = [what for what, _ in unconfirmed(register, "satakunta", date(2027, 10, 2))]
    assert "Maija Esimerkki" not in fresh
    assert "Maija Esimerkki" in aged


def test_each_district_and_the_links_get_one_issue(views: Views) -> None:
    """Title first; each line opens the file to change; only what has gone is a broken link."""
    register = views()["fi"].register
    found = dict(reports(register, date(2027, 10, 2), STATUS, EDIT, STATUS.get))
    assert list(found) == ["satakunta.md", "links.md"]
    lines = found["satakunta.md"].splitlines()
    assert lines[0] == "# Vahvistettavaa: Satakunta / Att bekräfta: Satakunta"
    assert f"- [ ] [Maija Esimerkki]({EDIT}data/contacts/satakunta.yml)" in lines
    assert "- [ ] https://b.example/" in found["links.md"]
    assert "c.example" not in found["links.md"]


def test_evidence_and_links_age_where_they_were_confirmed(tiny: Path, views: Views) -> None:
    """A claim and a source with an old day are listed and say so on the page; undated ones rest."""
    for name, line in (
        ("evidence.yml", "    source: kirja\n"),
        ("sources.yml", "    year: 2020\n"),
    ):
        path = tiny / "data" / name
        path.write_text(path.read_text().replace(line, f"{line}    confirmed: 2025-01-31\n", 1))
    view = views()["sv"]
    found = dict(reports(view.register, date(2026, 11, 21), {}, EDIT, STATUS.get))
    assert f"[vaite]({EDIT}data/evidence.yml)" in found["evidence.md"]
    assert f"[kirja]({EDIT}data/sources.yml)" in found["evidence.md"]
    assert "tilastokeskus" not in found["evidence.md"]
    for template in ("claims.html.j2", "sources.html.j2"):
        html = view.render(template, "lahteet/")
        assert html.count("Senast bekräftad 31.1.2025") == 1


def test_links_to_other_hosts_are_collected(tmp_path: Path) -> None:
    """Relative links, mail and phone are not asked for."""
    (tmp_path / "index.html").write_text(
        '<a href="x/">x</a><a href="tel:+358">1</a><a href="https://a.example/">a</a>'
    )
    assert external_links(tmp_path) == {"https://a.example/"}
