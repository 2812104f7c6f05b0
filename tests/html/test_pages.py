"""The pages that are made from data."""

from __future__ import annotations

from kumppanuus.addresses import made_from_data
from kumppanuus.html import generated_pages
from tests.conftest import Views


def test_the_rules_know_every_page_that_is_made_from_data(views: Views) -> None:
    """What prose may link to, and may not be written over, is what is really generated."""
    view = views()["fi"]
    made = {page.address for page in generated_pages(view)}
    assert made == set(made_from_data(view.register))
