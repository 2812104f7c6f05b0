"""The pages that are made from data."""

from __future__ import annotations

from urllib.parse import urldefrag, urljoin

from kumppanuus import addresses as to
from kumppanuus.facts.fields import LANGUAGES
from kumppanuus.facts.register import Register
from kumppanuus.html import generated_pages
from tests.conftest import Site, Views


def test_the_rules_know_every_page_that_is_made_from_data(views: Views) -> None:
    """What prose may link to, and may not be written over, is what is really generated."""
    view = views()["fi"]
    made = {page.address for page in generated_pages(view)}
    assert made == set(to.made_from_data(view.register))


# For machines, which know where to look.
BY_THEMSELVES = {to.SITEMAP, to.PUBLISHED, "robots.txt"}


def test_a_page_leads_to_whatever_is_made_from_data(site: Site, register: Register) -> None:
    """A page that no other links to, and a file that none does, is one that nobody finds."""
    linked: set[str] = set()
    for page in site.pages.values():
        own = site.url + page.address
        links = [one.href for one in page.anchors if not one.hreflang] + page.loads
        linked |= {urldefrag(urljoin(own, one))[0] for one in links} - {own}
    made = {
        to.site_path(one, language) for one in to.made_from_data(register) for language in LANGUAGES
    }
    files = {one.relative_to(site.folder).as_posix() for one in site.folder.rglob("*.*")}
    beside = {one for one in files if not one.endswith(".html") and not one.startswith(to.ASSETS)}
    lost = {one for one in made | beside - BY_THEMSELVES if site.url + one not in linked}
    assert len(beside) > len(BY_THEMSELVES)
    assert lost == set()
