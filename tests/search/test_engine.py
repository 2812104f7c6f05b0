"""What the search finds on the real site: its engine without a browser."""

from __future__ import annotations

import pytest

from kumppanuus.addresses import site_path
from kumppanuus.facts.fields import LANGUAGES, Language
from tests.conftest import Site
from tools.search_quality import Outcome, answers, outcomes, queries, shares

# Of each list, in each language: how many come first, and among the first three.
FIRST, OF_THREE = 0.85, 0.95


@pytest.fixture(scope="module")
def all_(site: Site) -> list[Outcome]:
    """Every query of queries.csv, answered."""
    return outcomes(site.folder, queries())


@pytest.mark.content
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_wanted_comes_first(all_: list[Outcome], language: Language) -> None:
    """In 85 of 100 queries, and in 95 among the first three: `python -m
    tools.search_quality` tells which are missed."""
    for list_ in ("given", "own"):
        some = [one for one in all_ if one.query.language == language and one.query.list == list_]
        count, first, three = shares(some)
        assert first >= FIRST * count, (list_, first, count)
        assert three >= OF_THREE * count, (list_, three, count)


def test_every_query_is_counted() -> None:
    """In a list, half and language that there are: a row of any other would say nothing."""
    known = {"list": ("given", "own"), "half": ("dev", "test"), "language": LANGUAGES}
    for one in queries():
        assert all(getattr(one, name) in values for name, values in known.items()), one


@pytest.mark.content
def test_every_page_that_a_query_wants_is_there(site: Site) -> None:
    """By its address; "." is the home page, and "outside" is no page."""
    for one in queries():
        for page in one.wanted.replace("outside", "").split():
            address = site_path(page.removeprefix("."), one.language)
            assert (site.folder / address / "index.html").exists(), one


def test_nonsense_finds_nothing(all_: list[Outcome]) -> None:
    """Words that are none are not bent into some that are."""
    assert [one.query.query for one in all_ if one.query.kind == "nonsense" and one.found] == []


# What is typed, and how the same is typed otherwise.
ALIKE = {
    "fi": [("perhekeskus", "perhe keskus"), ("kohtaamispaikka", "Kohtaamispaikoissa")],
    "sv": [("familjecenter", "familje center"), ("mötesplats", "mötesplatsernas")],
}
UNMARKED = {"fi": ("hyödyt", "hyodyt"), "sv": ("stödperson", "stodperson")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_form_finds_the_same(site: Site, language: Language) -> None:
    """Apart or together, inflected or not: the same page comes first."""
    asked = [(language, one) for pair in ALIKE[language] for one in pair]
    first = [said["found"][0] for said in answers(site.folder, asked)]
    assert first[::2] == first[1::2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_without_its_dots_finds_the_same(site: Site, language: Language) -> None:
    """Typed on a keyboard that has no å, ä or ö."""
    asked = [(language, one) for one in UNMARKED[language]]
    first, other = (said["found"][0] for said in answers(site.folder, asked))
    assert first == other


def test_question_words_weigh_nothing(site: Site) -> None:
    """A question finds what its words find."""
    plain, asked = answers(
        site.folder, [("fi", "kohtaamispaikka maksaa"), ("fi", "mitä se kohtaamispaikka maksaa?")]
    )
    assert plain["found"] == asked["found"]


def test_one_word_that_is_missing_costs_but_does_not_hide(site: Site) -> None:
    """Words are joined by or: the page that has the others is found."""
    (said,) = answers(site.folder, [("fi", "kohtaamispaikka qzxwvq")])
    assert said["found"][0] == "kohtaamispaikat/"


@pytest.mark.parametrize(
    ("language", "plain", "whole"),
    [
        ("fi", "hinta", "mitä kumppanuus maksaa"),
        ("sv", "pris", "vad kostar partnerskapet med MLL"),
    ],
)
def test_a_figure_is_told_of_what_the_site_is_about(
    site: Site, language: Language, plain: str, whole: str
) -> None:
    """What all of the site is about, named beside what is asked, does not hide the answer."""
    first, other = (
        said["found"][0] for said in answers(site.folder, [(language, plain), (language, whole)])
    )
    assert first == other
