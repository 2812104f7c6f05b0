"""A page as one file: what is put into it, where its links lead, and which pages are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.test_changes import page
from tests.tools.test_changes import site as made
from tools.onefile import OneFile, file_name, write

HEAD = (
    '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">'
    '<link rel="stylesheet" href="../assets/site.css">'
    '<script type="module" src="../assets/finder.js"></script>'
)


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A site with a page that needs a style, a script, two pictures and a file to save."""
    text = (
        f"{HEAD}<p>a > b<a href='../sv/lape/#hinta' title='a > b'>LAPE</a>"
        '<a href="../muu/">Muu</a><a href="#alku">Alku</a><a href="https://www.mll.fi/">MLL</a>'
        '<a href="../malli.docx" download>Malli</a>'
        '<img src="../kuvat/a.png" srcset="../kuvat/a.small.png 640w, ../kuvat/a.png 1280w">'
        '<form action="../haku/"></form>'
    )
    folder = made(tmp_path / "site", {"lape": text, "sv/lape": page("LAPE", "x"), "muu": "x"})
    for name, content in {
        "assets/site.css": "body { background: url(../kuvat/a.png) }",
        "assets/finder.js": "alert(1)",
        "kuvat/a.png": "PNG",
        "kuvat/a.small.png": "png",
        "malli.docx": "PK",
    }.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(content)
    return folder


def test_a_page_holds_its_style_pictures_and_files(built: Path) -> None:
    """As data; scripts are left out, and the policy lets nothing be fetched."""
    html = OneFile(built, {"lape/"}).page("lape/")
    picture = "data:image/png;base64,UE5H"
    assert f'<style>body {{ background: url("{picture}") }}</style>' in html
    assert f'srcset="data:image/png;base64,cG5n 640w, {picture} 1280w"' in html
    assert "script" not in html
    assert "default-src 'none'" in html
    assert ';base64,UEs=" download="malli.docx">Malli' in html
    assert "../" not in html.replace("../sv/lape/", "").replace("../muu/", "")


def test_links_lead_to_files_beside_it_or_out_of_the_site(built: Path) -> None:
    """A page of the site that is not beside it cannot be opened."""
    html = OneFile(built, {"lape/", "sv/lape/"}).page("lape/")
    assert "href=\"sv_lape.html#hinta\" title='a > b'>LAPE" in html
    assert '<a href="#">Muu' in html
    assert '<a href="#alku">Alku' in html
    assert '<a href="https://www.mll.fi/">MLL' in html
    assert '<form action="#">' in html


def test_nothing_outside_the_site_is_put_into_a_page(built: Path) -> None:
    """Whatever an address says, or a link among the files."""
    (built.parent / "secret.txt").write_text("secret")
    (built / "kuvat/a.png").unlink()
    (built / "kuvat/a.png").symlink_to(built.parent / "secret.txt")
    (built / "lape/index.html").write_text(
        '<img src="../../secret.txt"><img src="../kuvat/a.png"><img src="/etc/passwd">'
    )
    assert "data:" not in OneFile(built, set()).page("lape/")


def test_every_page_that_came_or_changed_is_written(tmp_path: Path) -> None:
    """With a list of them by their titles; one that went has nothing to be looked at."""
    before = made(tmp_path / "a", {"": page("Alku", "x"), "lape": page("LAPE", "x"), "pois": "x"})
    after = made(tmp_path / "b", {"": page("Alku", "y"), "sv/ny": page("Ny <1>", "x")})
    made(after, {"lape": page("LAPE", "x")})
    write(before, after, tmp_path / "out")
    names = {one.name for one in (tmp_path / "out").iterdir()}
    assert names == {"index.html", "etusivu.html", "sv_ny.html"}
    assert '<a href="sv_ny.html">' in (tmp_path / "out/index.html").read_text()
    assert file_name("piirit/hame/lape/") == "piirit_hame_lape.html"
