"""The index of the search, and the stemmers that go with it."""

from __future__ import annotations

import json
import subprocess

import pytest

from kumppanuus.addresses import SEARCH, search_index_of, site_path, stemmer_of
from kumppanuus.facts.fields import LANGUAGES, Language
from kumppanuus.files.scripts import without_comments
from kumppanuus.search.stemmers import stemmer
from tests.conftest import ROOT, Site
from tools.search_quality import NODE


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_but_the_search_is_in_the_index(site: Site, language: Language) -> None:
    """Of its own language, and with its own title."""
    data = json.loads((site.folder / search_index_of(language)).read_text(encoding="utf-8"))
    listed = {site_path(page["address"], language) for page in data["pages"]}
    built = {
        one
        for one in site.addresses()
        if one.startswith("sv/") == (language == "sv") and not one.endswith(SEARCH)
    }
    assert listed == built
    assert len({page["title"] for page in data["pages"]}) == len(data["pages"])


def test_a_section_can_be_reached(site: Site) -> None:
    """Every anchor of the index is an id of its page."""
    for language in LANGUAGES:
        data = json.loads((site.folder / search_index_of(language)).read_text(encoding="utf-8"))
        for page in data["pages"]:
            text = site.text(site_path(page["address"], language))
            for anchor in {section[0] for section in page["sections"]} - {""}:
                assert f'id="{anchor}"' in text, (page["address"], anchor)


def node(script: str) -> str:
    """What a module prints."""
    run = subprocess.run(
        [NODE, "--no-warnings", "--input-type=module"],
        input=script,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return run.stdout.strip()


@pytest.mark.parametrize(
    ("language", "words"),
    [("fi", "päiväkodin päiväkodissa päiväkodille"), ("sv", "kommunens kommunerna kommuner")],
)
def test_forms_of_a_word_have_one_stem(language: Language, words: str) -> None:
    """By Snowball, from the installed package; small words of the language come with it."""
    asked = (
        f"console.log(new Set({json.dumps(words.split())}.map(stem)).size, stopWords.length > 9)"
    )
    assert node(stemmer(language) + asked) == "1 true"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_stemmer_is_a_file_of_the_site_with_its_licence(site: Site, language: Language) -> None:
    """Whose it is stands in it."""
    text = (site.folder / stemmer_of(language)).read_text(encoding="utf-8")
    assert "http://www.mozilla.org/MPL/" in text


def test_text_and_query_have_the_same_stems(site: Site) -> None:
    """One stemmer makes both, in the browser: the index holds words, not stems."""
    for language in LANGUAGES:
        text = (site.folder / search_index_of(language)).read_text(encoding="utf-8")
        assert not {"stems", "terms"} & json.loads(text).keys()


@pytest.mark.parametrize(
    ("script", "bare"),
    [
        ("// why\nlet a = 1; // here\n  /** doc */\nlet b;\n", "let a = 1; // here\nlet b;\n"),
        ("/**\n * A @type {x}\n */\nlet a;\n", "let a;\n"),
        ("/*! licence */\nlet url = 'https://x';\n", "/*! licence */\nlet url = 'https://x';\n"),
    ],
)
def test_readers_get_scripts_without_comments(script: str, bare: str) -> None:
    """Whole lines of them go; licences and what only looks like a comment stay."""
    assert without_comments(script) == bare


def test_a_script_without_comments_is_the_same_script(site: Site) -> None:
    """Every script of the site still parses, and has no comment line of ours."""
    for path in sorted((ROOT / "overrides/assets").glob("*.js")):
        built = site.folder / "assets" / path.name
        assert built.read_text(encoding="utf-8") == without_comments(path.read_text("utf-8"))
        subprocess.run([NODE, "--check", built], check=True, capture_output=True)
