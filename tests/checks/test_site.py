"""Each check of the built HTML finds the fault it is there for, and nothing on a sound page."""

from __future__ import annotations

from pathlib import Path

import pytest

from kumppanuus.__main__ import main
from kumppanuus.checks.check import site_problems
from tests.conftest import build

URL = "https://example.org/polku/"

HEAD = """<!doctype html><html lang="{lang}"><head><title>{lang} {name}</title>
<meta name="description" content="Kuvaus {lang} {name}">
<link rel="canonical" href="{url}{own}{name}">
<link rel="alternate" hreflang="fi" href="{url}{name}">
<link rel="alternate" hreflang="sv" href="{url}sv/{name}">
<link rel="alternate" hreflang="x-default" href="{url}{name}"></head>
<body><h1 id="alku">{name} {lang}</h1><p>{body}</p></body></html>"""


def write(site: Path, body: str = "", page: str = "a/") -> None:
    """A site of two pages in both languages; ``body`` goes into the Finnish ``page``."""
    for lang, own in (("fi", ""), ("sv", "sv/")):
        for name in ("", "a/"):
            text = body if lang == "fi" and name == page else ""
            html = HEAD.format(lang=lang, name=name, own=own, url=URL, body=text)
            path = site / own / name / "index.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(html, encoding="utf-8")


def test_a_sound_site_has_no_faults(tmp_path: Path) -> None:
    """Relative links, absolute links to the site and links elsewhere are all fine."""
    write(
        tmp_path,
        f'<a href="../#alku">Etusivu</a> <a href="{URL}a/">A</a> '
        '<a href="https://muu.example/x">Muu sivusto</a> <a href="mailto:a@b.fi">a@b.fi</a> '
        '<a href="../sv/a/" hreflang="sv">På svenska</a>',
    )
    assert site_problems(tmp_path, URL, None) == []


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('<a href="../ei/">Puuttuva</a>', "site_dead_link"),
        ('<a href="../#ei">Puuttuva</a>', "site_dead_anchor"),
        ('<a href="/a/">Juuresta</a>', "site_dead_link"),
        ('<img src="kuva.png" alt="">', "site_dead_link"),
        ('<a href="../sv/a/">Ruotsiksi</a>', "site_leaves_language"),
        ('<a href="../"></a>', "site_vague_link"),
        ('<a href="../">Tästä</a>', "site_vague_link"),
        ('<script src="https://muu.example/x.js"></script>', "site_foreign"),
        ("<h1>Toinen</h1>", "site_h1"),
        ('<p id="alku"></p>', "site_id_twice"),
        ("<p>lähde: {source}</p>", "site_unfilled"),
        ('<p onclick="lahde()">Lähde</p>', "site_harmful"),
        ('<p style="color: red">Lähde</p>', "site_harmful"),
    ],
)
def test_a_fault_is_found(tmp_path: Path, body: str, fault: str) -> None:
    """One fault, one line, with the file it is in."""
    write(tmp_path, body)
    found = site_problems(tmp_path, URL, None)
    assert len(found) == 1
    assert (found[0].path, found[0].code) == ("a/index.html", fault)
    assert "a/index.html" in found[0].fi
    assert "a/index.html" in found[0].sv


def test_a_page_without_its_pair_is_found(tmp_path: Path) -> None:
    """Finnish alone is not enough."""
    write(tmp_path)
    (tmp_path / "sv/a/index.html").unlink()
    found = site_problems(tmp_path, URL, None)
    assert ("a/index.html", "site_no_pair") in [(one.path, one.code) for one in found]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('lang="fi"', 'lang="sv"', "site_language"),
        ("<title>fi a/", "<title>fi ", "site_head"),
        ("Kuvaus fi a/", "Kuvaus fi ", "site_head"),
        ('hreflang="x-default"', 'hreflang="en"', "site_alternates"),
        (f'canonical" href="{URL}a/', f'canonical" href="{URL}', "site_canonical"),
    ],
)
def test_a_wrong_head_is_found(tmp_path: Path, old: str, new: str, fault: str) -> None:
    """Language, title, description, alternates and canonical are the page's own."""
    write(tmp_path)
    path = tmp_path / "a/index.html"
    html = path.read_text(encoding="utf-8")
    assert old in html
    path.write_text(html.replace(old, new), encoding="utf-8")
    assert fault in [one.code for one in site_problems(tmp_path, URL, None)]


def test_an_empty_folder_is_a_fault(tmp_path: Path) -> None:
    """No page at all does not pass for a sound site."""
    assert [one.code for one in site_problems(tmp_path, URL, None)] == ["site_no_pages"]


def test_a_fault_is_traced_to_the_line_of_its_source(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a built page has wrong is told by the file that it comes from, if that is at hand."""
    page = tiny / "docs/fi/lape.md"
    page.write_text(page.read_text() + "\n## Yksi {#kohta}\n")
    line = page.read_text().splitlines().index("## Yksi {#kohta}") + 1
    folder = tmp_path / "site"
    assert build(tiny, folder, SITE_URL=URL).returncode == 0
    html = folder / "lape/index.html"
    html.write_text(html.read_text().replace("</main>", '<p id="kohta"></p></main>'))
    told = f"docs/fi/lape.md:{line}: Tunnus ”kohta” on sivulla lape/index.html 2 kertaa"
    monkeypatch.chdir(tiny)
    assert main(["check-site", str(folder), "--site-url", URL]) == 1
    assert told in capsys.readouterr().out
    monkeypatch.chdir(tmp_path)  # without the project a fault is told by the built file
    assert main(["check-site", str(folder), "--site-url", URL]) == 1
    assert "lape/index.html:1: Tunnus ”kohta”" in capsys.readouterr().out


def test_a_page_leads_away_only_by_a_row_of_redirects(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A page that sends its reader elsewhere by itself is told, unless data/redirects.csv does."""
    folder = tmp_path / "site"
    assert build(tiny, folder, SITE_URL=URL).returncode == 0
    monkeypatch.chdir(tiny)
    assert main(["check-site", str(folder), "--site-url", URL]) == 0
    html = folder / "lape/index.html"
    away = '<meta http-equiv="refresh" content="0; url=../"></head>'
    html.write_text(html.read_text().replace("</head>", away))
    capsys.readouterr()
    assert main(["check-site", str(folder), "--site-url", URL]) == 1
    assert "data/redirects.csv" in capsys.readouterr().out
