"""Which pages are alike."""

from __future__ import annotations

from tests.conftest import Site
from tools.kinds import examples, kind, pages


def test_both_languages_and_all_of_a_list_are_of_one_kind() -> None:
    """Each page that is not in a list is a kind of its own, and so is the list."""
    assert kind("piirit/hame/lape/") == kind("sv/piirit/satakunta/lape/") == "piirit/*/lape"
    assert kind("kunnat/akaa/") == "kunnat/*" != kind("kunnat/")
    assert kind("") == kind("sv/") == ""
    assert kind("paatos/vuosi/") != kind("paatos/lapset/")


def test_an_example_is_the_first_in_finnish() -> None:
    """Or in Swedish, where only that is there."""
    found = examples(["sv/kunnat/akaa/", "kunnat/pori/", "kunnat/ulvila/", "sv/uusi/"])
    assert found == {"kunnat/*": "kunnat/pori/", "uusi": "sv/uusi/"}


def test_every_page_of_a_site_is_of_some_kind(site: Site) -> None:
    """But the one for missing pages and those that lead elsewhere."""
    found = examples(pages(site.folder))
    assert {"", "kunnat/*", "piirit/*", "hyvinvointialueet/*", "sopimukset/*"} <= set(found)
    assert not [one for one in found if "404" in one]
    assert all((site.folder / one / "index.html").is_file() for one in found.values())
