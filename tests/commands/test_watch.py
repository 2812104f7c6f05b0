"""What has aged is found, district by district; a passing fault is not a broken link."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from kumppanuus.__main__ import main
from kumppanuus.commands.watch import (
    aged_windows,
    external_links,
    http_status,
    reports,
    unconfirmed,
)
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
    for template in ("blocks/claims.html.j2", "blocks/sources.html.j2"):
        html = view.render(template, "lahteet/")
        assert html.count("Senast bekräftad 31.1.2025") == 1


def test_a_window_ages_after_thirteen_months(tiny: Path, views: Views) -> None:
    """A body whose newest window is older is listed; its earlier ones and other funders are not."""
    row = (
        "  - {key}\n    what: {{fi: Avustus, sv: Stöd}}\n    {when}\n"
        "    url: https://example.org/x\n    read_as: page\n    read_on: 2026-11-01\n"
    )
    other = "other: {fi: Muu, sv: Annan}"
    with (tiny / "data/windows.yml").open("a") as rows:
        for key, when in (
            ("county: satakunta", "closes: 2020-09-30"),
            (other, "closes: 2020-09-30"),
            ("municipality: pori", "when: {fi: keväällä, sv: på våren}"),
        ):
            rows.write(row.format(key=key, when=when))
    register = views()["fi"].register
    county = "Satakunnan hyvinvointialue (30.9.2026)"
    assert list(aged_windows(register, date(2027, 10, 30))) == []
    assert [who for who, _ in aged_windows(register, date(2027, 10, 31))] == [county]
    everyone = [who for who, _ in aged_windows(register, date(2028, 1, 1))]
    assert everyone == [county, "Pori (1.11.2026)"]
    found = dict(reports(register, date(2028, 1, 1), {}, EDIT, STATUS.get))
    assert f"- [ ] [{county}]({EDIT}data/windows.yml)" in found["windows.md"]
    assert found["windows.md"].startswith("# Vanhoja hakuaikoja / Gamla ansökningstider\n")


def test_links_to_other_hosts_are_collected(tmp_path: Path) -> None:
    """Relative links, mail and phone are not asked for."""
    (tmp_path / "index.html").write_text(
        '<a href="x/">x</a><a href="tel:+358">1</a><a href="https://a.example/">a</a>'
    )
    assert external_links(tmp_path) == {"https://a.example/"}


class _Answers(BaseHTTPRequestHandler):
    """/200, /404, /503 … answer so; /get does not know HEAD; /to/200 leads there."""

    def do_HEAD(self) -> None:
        self.answer(405 if self.path == "/get" else self.asked())

    def do_GET(self) -> None:
        self.answer(200 if self.path == "/get" else self.asked())

    def asked(self) -> int:
        return 302 if self.path.startswith("/to") else int(self.path[1:])

    def answer(self, code: int) -> None:
        self.send_response(code)
        if code == 302:
            self.send_header("Location", self.path.removeprefix("/to"))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a server of many answers; who asks it again does not wait in between."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setattr("urllib3.util.retry.Retry.sleep", lambda *_: None)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_an_address_is_asked_politely(server: str) -> None:
    """HEAD, then GET; redirects are followed; a fault of the server's own is no broken link."""
    status = http_status()
    assert {path: status(f"{server}/{path}") for path in ("200", "404", "410", "403")} == {
        "200": 200,
        "404": 404,
        "410": 410,
        "403": 403,
    }
    assert status(f"{server}/get") == 200
    assert status(f"{server}/to/200") == 200
    assert status(f"{server}/to/404") == 404
    assert status(f"{server}/503") == 503
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # bound, but nobody listens
        assert status(f"http://127.0.0.1:{nobody.getsockname()[1]}/") is None


def test_the_command_writes_a_file_for_each_issue(
    server: str,
    tiny: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What has aged and which links are broken, and prints where they are."""
    site = tmp_path / "site"
    site.mkdir()
    links = "".join(f'<a href="{server}/{path}">{path}</a>' for path in (200, 404, 503))
    (site / "index.html").write_text(links)
    contacts = tiny / "data/contacts/satakunta.yml"
    contacts.write_text(
        contacts.read_text().replace("confirmed: 2026-10-01", "confirmed: 2024-10-01")
    )
    monkeypatch.chdir(tiny)
    monkeypatch.setenv("REPO_URL", "https://github.com/example/repo")
    out = tmp_path / "out"
    assert main(["watch", str(out), "--site", str(site)]) == 0
    written = sorted(path.name for path in out.iterdir())
    assert written == ["links.md", "satakunta.md"]
    assert sorted(capsys.readouterr().out.splitlines()) == [str(out / name) for name in written]
    broken = (out / "links.md").read_text()
    assert f"- [ ] {server}/404\n" in broken
    assert f"{server}/200" not in broken
    assert f"{server}/503" not in broken
    aged = (out / "satakunta.md").read_text()
    assert f"[Maija Esimerkki]({EDIT}data/contacts/satakunta.yml)" in aged


def test_the_command_says_what_is_wrong_with_the_data(
    tiny: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """And then asks for no address."""
    (tiny / "data/evidence.yml").write_text("")
    monkeypatch.chdir(tiny)
    assert main(["watch", str(tmp_path / "out"), "--site", str(tmp_path)]) == 1
    assert "data/evidence.yml:1: Tiedosto on tyhjä." in capsys.readouterr().out
    assert not (tmp_path / "out").exists()
