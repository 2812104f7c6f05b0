"""What a site has published is read back from it before the next one is built."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from kumppanuus.__main__ import main


@pytest.fixture
def site(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """(folder, address) of a site on 127.0.0.1."""
    folder = tmp_path / "site"
    folder.mkdir()
    handler = partial(SimpleHTTPRequestHandler, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield folder, f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_the_lists_of_site_and_project_are_united(
    tiny: Path, site: tuple[Path, str], capsys: pytest.CaptureFixture[str]
) -> None:
    """What either of them knows is kept, once, in order."""
    folder, url = site
    (folder / "published-urls.txt").write_text("./\nlape/\nÄänet ja muut/\n")
    path = tiny / "data/published-urls.txt"
    path.write_text("lape/\nvanha/\n")
    assert main(["urls", url, "--root", str(tiny)]) == 0
    assert path.read_text() == "./\nlape/\nvanha/\nÄänet ja muut/\n"
    assert capsys.readouterr().out == "2 uutta osoitetta / 2 nya adresser\n"


@pytest.mark.parametrize("published", [None, b"l\xe4pe/\n", b"<!doctype html>\n<p>404"])
def test_without_a_list_the_project_s_own_holds(
    tiny: Path, site: tuple[Path, str], capsys: pytest.CaptureFixture[str], published: bytes | None
) -> None:
    """The first time, and where the answer is none: a warning, and the file stays as it is."""
    folder, url = site
    if published is not None:
        (folder / "published-urls.txt").write_bytes(published)
    path = tiny / "data/published-urls.txt"
    path.write_text("lape/\n")
    assert main(["urls", url, "--root", str(tiny), "--format", "github"]) == 0
    assert path.read_text() == "lape/\n"
    said = capsys.readouterr().out
    assert said.startswith("::warning file=data/published-urls.txt,line=1::Julkaistujen osoitteid")
    assert "0 uutta osoitetta" in said
