"""A tiny site, really built: what editors write comes out as text, whatever it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from kumppanuus.facts.fields import LANGUAGES
from tests.conftest import Views, built, tiny_project

# The elements that our own templates and plain Markdown make.
ELEMENTS = """
html head meta title link script body a header div span strong small svg path circle g button nav
ul li main h1 h2 h3 h4 p section article dl dt dd footer br table caption thead tbody tr th td
details summary form label input select option noscript mark ol figure figcaption rect text image
""".split()  # noqa: SIM905
HOSTILE = [
    'Maija" onmouseover="alert(1)',
    "Maija' autofocus onfocus='alert(1)",
    "{{ 7*7 }} {% raw %}",
    "[Maija](javascript:alert(1))",
    "`Maija` **vahva** *viisto*",
    "Maija &amp Maija; 5 < 6 > 4",
    "x --> <-- ]]>",
]


# Where a text is one of a list, each value is an item of its own.
LISTS = {
    "data/contacts/satakunta.yml": ("  - id: {id}\n    name: {value}\n    topics: [kumppanuus]\n"
        "    answers_for: {{fi: {value}, sv: {value}}}\n    source: kirja\n"),
    "data/evidence.yml": ("  - id: {id}\n    claim: {{fi: {value}, sv: {value}}}\n"
        "    source: kirja\n    strength: statement\n"
        "    method: {{fi: {value}, sv: {value}}}\n    limits: {{fi: {value}, sv: {value}}}\n"),
    "data/terms.yml": "  - fi: {value}\n    sv: {value}\n",
}  # fmt: skip
PAGE = "---\ntitle: {value}\ndescription: {value}\nreviewed: 2026-11-01\n---\n\nTeksti.\n"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny site, built once, with every value in every kind of place."""
    root = tiny_project(tmp_path_factory.mktemp("hostile"))
    values = {f"arvo-{number}": quoted(value) for number, value in enumerate(HOSTILE)}
    for file, item in LISTS.items():
        items = "".join(item.format(id=id_, value=value) for id_, value in values.items())
        with (root / file).open("a") as text:
            text.write(items)
    agreement = root / "data/agreements/pori-2023.yml"
    goals = "".join(f"      - {{fi: {one}, sv: {one}}}\n" for one in values.values())
    agreement.write_text(agreement.read_text().replace("    goals:\n", f"    goals:\n{goals}"))
    district = root / "data/districts/satakunta.yml"
    every = quoted(" ".join(HOSTILE))
    district.write_text(district.read_text().replace('"Piirin yhteenveto."', every))
    for language in LANGUAGES:
        with (root / f"docs/{language}/sanasto.md").open("a") as page:
            page.write("\n{{ terms }}\n")
        for number, value in enumerate(HOSTILE):  # no two pages have the same title
            page_text = PAGE.format(value=quoted(f"{value} {language}"))
            (root / f"docs/{language}/arvo-{number}.md").write_text(page_text)
    assert built(root, root / "site") == ""
    return root / "site"


def quoted(value: str) -> str:
    """A text as YAML that is read as it is."""
    return "'" + value.replace("'", "''") + "'"


def parsed(page: Path) -> Element:
    tree: Element = html5lib.parse(page.read_text(), namespaceHTMLElements=False)
    return tree


def elements(tree: Element) -> Iterator[tuple[str, dict[str, str]]]:
    for element in tree.iter():
        if isinstance(element.tag, str):  # a comment's is a function
            yield element.tag.rpartition("}")[2], element.attrib


def test_hostile_text_never_becomes_markup(hostile: Path) -> None:
    """Text in data and front matter is no element, no attribute that acts, and no script."""
    pages = sorted(hostile.rglob("*.html"))
    assert len(pages) > 2 * len(HOSTILE)
    for page in pages:
        tree = parsed(page)
        for tag, attributes in elements(tree):
            assert tag in ELEMENTS, (page, tag)
            for name, content in attributes.items():
                assert not name.startswith("on"), (page, tag, name)
                assert name != "autofocus"
                assert not content.strip().lower().startswith("javascript:"), (page, content)
        for script in tree.iter("script"):
            assert script.get("src") or script.get("type") == "application/ld+json", page


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_hostile_text_is_shown_as_it_is(hostile: Path, number: int) -> None:
    """A reader sees the very characters: a name, a claim, a goal, a term, a title."""
    pages = ("piirit/satakunta/yhteystiedot", "hyodyt", "sopimukset/pori-2023", "sanasto")
    for page in (*pages, f"arvo-{number}"):
        main = next(parsed(hostile / page / "index.html").iter("main"))
        assert plain(HOSTILE[number]) in plain("".join(main.itertext())), page


def plain(text: str) -> str:
    """With one space where there are any."""
    return " ".join(text.split())


def test_a_script_that_slips_past_the_model_is_escaped(views: Views) -> None:
    """Two walls: even a value that the model did not check is escaped by the templates."""
    view = views()["fi"]
    attack = "<script>alert(1)</script>"
    contact = view.register.contacts["satakunta"][0].model_copy(update={"name": attack})
    html = view.render(
        "district_contacts.html.j2",
        "piirit/satakunta/yhteystiedot/",
        district=view.register.districts["satakunta"],
        people=(contact,),
        past=(),
    )
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
