"""Nothing breaks: addresses last, builds repeat, the stack can be left, serve goes on."""

from __future__ import annotations

import filecmp
import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from kumppanuus.checks.check import site_problems
from tests.conftest import URL, Site, build, build_real_site, built


def test_every_address_in_sitemap_and_open_data_answers(site: Site) -> None:
    """What the site tells others about itself is there."""
    sitemap = (site.folder / "sitemap.xml").read_text(encoding="utf-8")
    told = re.findall(r'(?:<loc>|href=")([^<"]+)', sitemap)
    assert set(told) == {site.url + address for address in site.addresses()}
    for kind in ("municipalities", "districts"):
        for item in json.loads((site.folder / f"data/{kind}.json").read_text(encoding="utf-8")):
            told += item["page"].values()
    for address in set(told):
        assert address.startswith(site.url)
        assert (site.folder / address.removeprefix(site.url) / "index.html").is_file(), address
    assert f"Sitemap: {site.url}sitemap.xml" in (site.folder / "robots.txt").read_text()


def test_the_tiny_site_builds_and_passes_every_check(tiny: Path, tmp_path: Path) -> None:
    """One district, one agreement and one contact are a whole site."""
    assert built(tiny, tmp_path / "site") == ""
    assert site_problems(tmp_path / "site", URL, None) == []


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_a_warning_of_mkdocs_stops_the_build(language: str, tiny: Path, tmp_path: Path) -> None:
    """A link to a page that does not exist is an error in either language, with its file."""
    page = tiny / f"docs/{language}/lape.md"
    page.write_text(page.read_text() + "\n[Poistettu](poistettu.md)\n")
    assert f"{language}/lape.md" in built(tiny, tmp_path / "site")


def test_an_editors_mistake_shows_problems_and_no_traceback(tiny: Path, tmp_path: Path) -> None:
    """The build stops with the file and line of every mistake, in both languages."""
    contacts = tiny / "data/contacts/satakunta.yml"
    contacts.write_text(contacts.read_text().replace("050 123 4567", "soita").replace("@", " at "))
    said = built(tiny, tmp_path / "site")
    assert "data/contacts/satakunta.yml:7: Puhelinnumero ”soita” ei kelpaa." in said
    assert "data/contacts/satakunta.yml:8: Sähköpostiosoite" in said
    assert "Telefonnumret ”soita” är ogiltigt." in said
    assert "Traceback" not in said


def test_a_page_that_goes_must_leave_a_redirect(tiny: Path, tmp_path: Path) -> None:
    """Without one the build stops; with one the old address leads on."""
    folder = tmp_path / "site"
    assert build(tiny, folder, SITE_URL=URL).returncode == 0
    listed = (folder / "published-urls.txt").read_text()
    assert {"./", "sv/lape/", "data/contacts.json"} <= set(listed.splitlines())
    (tiny / "data/published-urls.txt").write_text(listed)
    for language in ("fi", "sv"):
        (tiny / f"docs/{language}/lape.md").rename(tiny / f"docs/{language}/lape-tyo.md")
    words = tiny / "data/words.yml"
    words.write_text(words.read_text().replace("\n  lape: {", "\n  lape-tyo: {", 1))
    said = build(tiny, folder, SITE_URL=URL)
    assert said.returncode
    told = "data/redirects.csv:1: Osoitteessa ”lape/” on ollut julkaistu sivu, mutta"
    assert told in said.stderr
    assert "Esimerkki: lape/,lape-tyo/" in said.stderr
    (tiny / "data/redirects.csv").write_text("old,new\nlape/,lape-tyo/\nsv/lape/,lape-tyo/\n")
    said = build(tiny, folder, SITE_URL=URL)
    assert said.returncode == 0, said.stderr
    assert 'content="0; url=../lape-tyo/"' in (folder / "lape/index.html").read_text()
    other = (folder / "sv/lape/index.html").read_text()
    assert 'content="0; url=../../lape-tyo/"' in other
    assert '<a href="../../lape-tyo/" hreflang="fi">Sidan har flyttats</a>' in other
    assert site_problems(folder, URL, None) == []
    (tiny / "data/redirects.csv").write_text("old,new\nlape/,gone\nsv/lape/,gone\n")
    said = build(tiny, folder, SITE_URL=URL)
    assert said.returncode == 0, said.stderr
    gone = (folder / "sv/lape/index.html").read_text()
    assert "Sidan har tagits bort" in gone and 'href="../../sv/haku/"' in gone
    assert "refresh" not in gone
    assert set(listed.splitlines()) < set((folder / "published-urls.txt").read_text().splitlines())


def differences(one: Path, other: Path) -> list[str]:
    """The files that are not byte-identical in two folders."""
    names = {file.relative_to(top).as_posix() for top in (one, other) for file in top.rglob("*")}
    return sorted(
        name
        for name in names
        if not (one / name).is_dir()
        and not (
            (one / name).exists()
            and (other / name).exists()
            and filecmp.cmp(one / name, other / name, shallow=False)
        )
    )


def test_two_builds_are_byte_identical(site: Site, tmp_path: Path) -> None:
    """No time of day, no random order: the same commit gives the same bytes, hours apart."""
    later = int(os.environ["SOURCE_DATE_EPOCH"]) + 3 * 3600
    assert build_real_site(tmp_path, SOURCE_DATE_EPOCH=str(later)) == ""
    assert differences(site.folder, tmp_path) == []


def _wait_for(told: Callable[[], bool], seconds: float = 30) -> float:
    start = time.monotonic()
    while not told():
        assert time.monotonic() - start < seconds
        time.sleep(0.05)
    return time.monotonic() - start


def test_serve_shows_edits_and_survives_a_mistake(tiny: Path, tmp_path: Path) -> None:
    """An edit to data or prose shows; a mistake shows on the page; mended, all goes on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--no-strict", "--livereload"]
    log = (tmp_path / "log").open("w")
    server = subprocess.Popen(
        [*command, "--dev-addr", f"127.0.0.1:{port}"],
        cwd=tiny,
        stdout=log,
        stderr=log,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )

    def shows(path: str, text: str) -> Callable[[], bool]:
        def told() -> bool:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=5) as page:
                    return text in page.read().decode().replace("\u00a0", " ")
            except OSError:
                return False

        return told

    contacts, page = tiny / "data/contacts/satakunta.yml", tiny / "docs/sv/lape.md"
    card = "piirit/satakunta/yhteystiedot/"
    try:
        _wait_for(shows(card, "050 123 4567"))
        contacts.write_text(contacts.read_text().replace("050 123 4567", "050 765 4321"))
        _wait_for(shows(card, "050 765 4321"))
        page.write_text(page.read_text() + "\nEn ny mening.\n")
        _wait_for(shows("sv/lape/", "En ny mening."))
        contacts.write_text(contacts.read_text().replace("phone:", "phnoe:"))
        _wait_for(shows("", "Avainta ”phnoe” ei tunneta. Tarkoititko: phone?"))
        contacts.write_text(contacts.read_text().replace("phnoe:", "phone:"))
        _wait_for(lambda: not shows("", "phnoe")())
        _wait_for(shows(card, "050 765 4321"))
    finally:
        server.terminate()  # SIGINT is ignored in a background job
        server.wait(timeout=20)
        log.close()


def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(tiny: Path, tmp_path: Path) -> None:
    """A full disk, a file in the way, another build at once: no traceback."""
    (tmp_path / "file").write_text("")
    said = build(tiny, tmp_path / "file" / "site", SITE_URL=URL)
    assert said.returncode == 1
    assert "Error: Sivustoa ei voitu kirjoittaa" in said.stderr
    assert "Traceback" not in said.stderr


def test_a_day_that_is_none_is_told(tiny: Path, tmp_path: Path) -> None:
    """SOURCE_DATE_EPOCH is seconds."""
    said = build(tiny, tmp_path / "site", SITE_URL=URL, SOURCE_DATE_EPOCH="abc")
    assert said.returncode == 1
    assert "Ympäristömuuttuja SOURCE_DATE_EPOCH ei ole sekuntien määrä: ”abc”" in said.stderr
    assert "Traceback" not in said.stderr
