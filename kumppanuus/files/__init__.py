"""What a reader takes away: every file beside the pages, by its kind."""

from __future__ import annotations

from collections.abc import Iterator

from kumppanuus import addresses as to
from kumppanuus.facts.fields import LANGUAGES
from kumppanuus.files.contacts import vcard
from kumppanuus.files.opendata import open_data
from kumppanuus.files.redirects import redirects
from kumppanuus.files.tables import agreement_csv
from kumppanuus.html.view import View


def files(view: View, site_url: str) -> Iterator[tuple[str, str]]:
    """(address below the site's root, content) of each file of one language.

    What serves both languages comes with the first. site_url ends in "/".
    """
    register, language = view.register, view.language
    if language == LANGUAGES[0]:
        yield from open_data(register, site_url)
    yield from redirects(view)
    for district in register.districts.values():
        for contact in register.contacts[district.id]:
            if contact.is_reachable:
                address = to.vcard(district.id, contact.id)
                yield to.site_path(address, language), vcard(contact, district, view)
    for agreement in register.agreements.values():
        address = to.agreement_csv(agreement.id)
        yield to.site_path(address, language), agreement_csv(agreement, view)
