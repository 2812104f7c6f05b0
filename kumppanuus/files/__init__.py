"""What a reader takes away: every file beside the pages, by its kind."""

from __future__ import annotations

from collections.abc import Iterator

from kumppanuus import addresses as to
from kumppanuus.facts.fields import LANGUAGES
from kumppanuus.facts.register import Register
from kumppanuus.files.calendar import calendars
from kumppanuus.files.contacts import vcard
from kumppanuus.files.documents import documents
from kumppanuus.files.news import news_feed
from kumppanuus.files.opendata import open_data
from kumppanuus.files.redirects import redirects
from kumppanuus.files.tables import agreement_csv, decisions_csv
from kumppanuus.html.pictures import published, small_version
from kumppanuus.html.view import View


def shared_paths(register: Register) -> list[str]:
    """The pictures and attachments, below docs/ and below the site's root: pages of both
    languages link to them."""
    return [*register.media.pictures, *register.media.attachments]


def shared_files(register: Register) -> Iterator[tuple[str, bytes]]:
    """(address below the site's root, content) of the pictures and attachments.

    Pages of both languages link to them in Markdown: MkDocs has to know of them in each.
    """
    for picture in register.media.pictures.values():
        yield picture.path, published(picture)
        if small := small_version(picture):
            yield to.small_picture(picture.path), small
    for attachment in register.media.attachments.values():
        yield attachment.path, attachment.file.read_bytes()


def files(view: View, site_url: str) -> Iterator[tuple[str, str | bytes]]:
    """(address below the site's root, content) of each other file of one language.

    What serves both languages comes with the first. site_url ends in "/".
    """
    register, language = view.register, view.language
    if language == LANGUAGES[0]:
        yield from open_data(register, site_url)
    yield from redirects(view)
    yield from calendars(view)
    yield from news_feed(view, site_url)
    for district in register.districts.values():
        for contact in register.contacts_of[district.id]:
            if contact.is_reachable:
                address = to.vcard(district.id, contact.id)
                yield to.site_path(address, language), vcard(contact, district, view)
    yield to.site_path(to.DECISIONS_CSV, language), decisions_csv(view)
    for agreement in register.agreements.values():
        address = to.agreement_csv(agreement.id)
        yield to.site_path(address, language), agreement_csv(agreement, view)
    for address, document in documents(view):
        yield to.site_path(address, language), document
