"""Each check of the built HTML finds the fault it is there for, and nothing on a sound page."""

from __future__ import annotations

from pathlib import Path

import pytest

from kumppanuus.checks.site import all_checks

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
    assert all_checks(tmp_path, URL) == []


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('<a href="../ei/">Puuttuva</a>', "'../ei/' leads nowhere"),
        ('<a href="../#ei">Puuttuva</a>', "index.html has no id 'ei'"),
        ('<a href="/a/">Juuresta</a>', "'/a/' leads nowhere"),
        ('<img src="kuva.png" alt="">', "'kuva.png' leads nowhere"),
        ('<a href="../sv/a/">Ruotsiksi</a>', "leaves the language without hreflang"),
        ('<a href="../"></a>', "link '../' has the text ''"),
        ('<a href="../">Tästä</a>', "link '../' has the text 'Tästä'"),
        ('<script src="https://muu.example/x.js"></script>', "from another host"),
        ("<h1>Toinen</h1>", "has 2 h1 elements"),
        ('<p id="alku"></p>', "id 'alku' stands 2 times"),
        ("<p>lähde: {source}</p>", "{source} was not filled in"),
    ],
)
def test_a_fault_is_found(tmp_path: Path, body: str, fault: str) -> None:
    """One fault, one line, with the file it is in."""
    write(tmp_path, body)
    found = all_checks(tmp_path, URL)
    assert len(found) == 1
    assert found[0].startswith("a/index.html: ")
    assert fault in found[0]


def test_a_page_without_its_pair_is_found(tmp_path: Path) -> None:
    """Finnish alone is not enough."""
    write(tmp_path)
    (tmp_path / "sv/a/index.html").unlink()
    assert "a/index.html: has no pair sv/a/index.html" in all_checks(tmp_path, URL)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('lang="fi"', 'lang="sv"', "lang is 'sv'"),
        ("<title>fi a/", "<title>fi ", "title is empty or on several pages"),
        ("Kuvaus fi a/", "Kuvaus fi ", "description is empty or on several pages"),
        ('hreflang="x-default"', 'hreflang="en"', "alternates are"),
        (f'canonical" href="{URL}a/', f'canonical" href="{URL}', "canonical is"),
    ],
)
def test_a_wrong_head_is_found(tmp_path: Path, old: str, new: str, fault: str) -> None:
    """Language, title, description, alternates and canonical are the page's own."""
    write(tmp_path)
    path = tmp_path / "a/index.html"
    html = path.read_text(encoding="utf-8")
    assert old in html
    path.write_text(html.replace(old, new), encoding="utf-8")
    assert any(fault in line for line in all_checks(tmp_path, URL))


def test_an_empty_folder_is_a_fault(tmp_path: Path) -> None:
    """No page at all does not pass for a sound site."""
    assert all_checks(tmp_path, URL) == [f"{tmp_path}: no pages"]
