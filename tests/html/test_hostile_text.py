"""A tiny site, really built: what editors write comes out as text, whatever it is."""

from __future__ import annotations

from pathlib import Path

import html5lib
import pytest

from kumppanuus.checks.check import site_problems
from tests.conftest import build

# The elements that our own templates and plain Markdown make.
ELEMENTS = """
html head meta title link script body a header div span strong small svg path circle g button nav
ul li main h1 h2 h3 h4 p section article dl dt dd footer br table caption thead tbody tr th td
details summary form label input noscript ol figure figcaption rect text
""".split()  # noqa: SIM905
URL = "https://example.org/polku/"

HOSTILE = [
    'Maija" onmouseover="alert(1)',
    "Maija' autofocus onfocus='alert(1)",
    "{{ 7*7 }} {% raw %}",
    "[Maija](javascript:alert(1))",
    "`Maija` **vahva** *viisto*",
    "Maija &amp Maija; 5 < 6 > 4",
    "x --> <-- ]]>",
]


def built(root: Path, site: Path) -> str:
    run = build(root, site, SITE_URL=URL)
    return run.stdout + run.stderr if run.returncode else ""


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
    assert "Telefonnumret ”soita” duger inte." in said
    assert "Traceback" not in said


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_text_stays_text(value: str, tiny: Path, tmp_path: Path) -> None:
    """Text in data and front matter never becomes markup, an attribute or a script."""
    quoted = "'" + value.replace("'", "''") + "'"
    for file, plain in (
        ("data/contacts/satakunta.yml", "Maija Esimerkki"),
        ("data/districts/satakunta.yml", '"Piirin yhteenveto."'),
        ("data/evidence.yml", '"Väite."'),
        ("data/agreements/pori-2023.yml", '"Tavoite."'),
        ("data/terms.yml", "kunta"),
        ("docs/fi/lape.md", "Lape yleensä"),
        ("docs/fi/lape.md", '"Lape yleensä: kuvaus lape fi"'),
    ):
        path = tiny / file
        text = path.read_text()
        assert plain in text
        path.write_text(text.replace(plain, quoted, 1))
    assert built(tiny, tmp_path / "site") == ""
    for page in sorted((tmp_path / "site").rglob("*.html")):
        tree = html5lib.parse(page.read_text(), namespaceHTMLElements=False)
        for element in tree.iter():
            if not isinstance(element.tag, str):
                continue
            assert element.tag.rpartition("}")[2] in ELEMENTS, (page, element.tag)
            for name, content in element.attrib.items():
                assert not name.startswith("on"), (page, element.tag, name)
                assert name != "autofocus"
                assert not content.strip().lower().startswith("javascript:"), (page, content)
        for script in tree.iter("script"):
            assert script.get("src") or script.get("type") == "application/ld+json", page
    contacts = (tmp_path / "site/piirit/satakunta/yhteystiedot/index.html").read_text()
    tree = html5lib.parse(contacts, namespaceHTMLElements=False)
    assert " ".join(value.split()) in [" ".join((h.text or "").split()) for h in tree.iter("h3")]


def test_a_script_that_slips_past_the_model_is_escaped(tiny: Path, views) -> None:  # type: ignore[no-untyped-def]
    """Two walls: even a value that the model did not check is escaped by the templates."""
    view = views()["fi"]
    attack = "<script>alert(1)</script>"
    contact = view.register.contacts["satakunta"][0].model_copy(update={"name": attack})
    html = view.render(
        "district_contacts.html.j2",
        "piirit/satakunta/yhteystiedot/",
        district=view.register.districts["satakunta"],
        people=(contact,),
    )
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
