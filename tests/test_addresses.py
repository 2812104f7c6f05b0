"""Addresses and links."""

from __future__ import annotations

import pytest

from kumppanuus.addresses import relative_url


@pytest.mark.parametrize(
    ("here", "to", "link"),
    [
        ("", "", "./"),
        ("", "sv/", "sv/"),
        ("lape/", "", "../"),
        ("piirit/hame/lape/", "lahteet/", "../../../lahteet/"),
        ("sv/lape/", "lape/", "../../lape/"),
    ],
)
def test_links_are_relative_to_the_page(here: str, to: str, link: str) -> None:
    """So the site works at the root and below a project path."""
    assert relative_url(here, to) == link
