"""What surrounds a page: menus, breadcrumbs, the other language, the district's colour."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

from markupsafe import Markup

from kumppanuus import addresses as to
from kumppanuus.facts.fields import LANGUAGES, Language, Text, other_language
from kumppanuus.facts.models import District
from kumppanuus.facts.municipality import Municipality
from kumppanuus.facts.prose import Prose
from kumppanuus.html.blocks import block
from kumppanuus.html.drawings import topic_drawing
from kumppanuus.html.pages import GeneratedPage
from kumppanuus.html.structured_data import structured_data
from kumppanuus.html.view import View


@dataclass(frozen=True)
class Link:
    """A link in a menu. current: "page", or "true" for the section that the page lies in."""

    label: str
    href: str
    current: Literal["page", "true"] | None = None


@dataclass(frozen=True)
class Frame:
    """Everything that the page frame (overrides/base.html) shows around the content."""

    language: Language
    other: Language
    href: Callable[..., str]
    other_href: str
    menu: tuple[Link, ...]
    footer: tuple[Link, ...]
    crumbs: tuple[Link, ...]
    section: tuple[Link, ...]
    district: District | None
    district_name: str
    drawing: Markup
    schema: Markup | None
    addresses: Mapping[Language, str]


def page_context(view: View, page: Prose | GeneratedPage) -> dict[str, Any]:
    """What overrides/ can ask for on a page."""
    given = {"to": to, "view": view, "block": partial(block, view, page.address)}
    if isinstance(page, Prose):
        meta, reviewed = page.meta, page.meta.reviewed
        around = frame(view, page.address, meta.district, meta.topic)
        return {"frame": around, "meta": meta, "reviewed": reviewed, **given}
    around = frame(view, page.address, page.district, home=page.municipality)
    return {"frame": around, "meta": page, "reviewed": None, **given}


def frame(
    view: View,
    address: str,
    district_id: str | None,
    topic: str | None = None,
    home: Municipality | None = None,
) -> Frame:
    """The frame of the page at ``address``; only its own section's menu, never the whole site's."""
    href = view.hrefs(address)
    other = other_language(view.language)
    district = view.register.districts[district_id] if district_id else None
    return Frame(
        language=view.language,
        other=other,
        href=href,
        other_href=href(address, other),
        menu=_listed(view, view.register.words.menu, address, href),
        footer=_listed(view, view.register.words.footer, address, href),
        crumbs=_crumbs(view, address, href),
        section=_section(view, district, address, href) if district and not home else (),
        district=district,
        district_name=view.text(district.name) if district else "",
        drawing=topic_drawing(topic or address.partition("/")[0]),
        schema=structured_data(view, district, topic, home) if district else None,
        addresses={language: to.site_path(address, language) for language in LANGUAGES},
    )


def _listed(
    view: View, entries: Mapping[str, Text], address: str, href: Callable[..., str]
) -> tuple[Link, ...]:
    return tuple(
        Link(view.text(label), href(to.section(path)), _current(address, to.section(path)))
        for path, label in entries.items()
    )


def _current(address: str, target: str) -> Literal["page", "true"] | None:
    if address == target:
        return "page"
    return "true" if address.startswith(target) else None


def _crumbs(view: View, address: str, href: Callable[..., str]) -> tuple[Link, ...]:
    """The pages above this one, from the home page down."""
    if not address:
        return ()
    steps = address.rstrip("/").split("/")[:-1]
    words, districts = view.register.words, view.register.districts
    labels = {to.HOME: view.text(view.ui.home)}
    listed = {**words.menu, **words.footer}
    labels |= {to.section(path): view.text(text) for path, text in listed.items()}
    labels[to.NEWS] = view.text(view.ui.news)
    labels |= {to.district(id_): view.text(one.short_name) for id_, one in districts.items()}
    above = ["/".join([*steps[:depth], ""]) for depth in range(len(steps) + 1)]
    return tuple(Link(labels[path], href(path)) for path in above if path in labels)


def _section(
    view: View, district: District, address: str, href: Callable[..., str]
) -> tuple[Link, ...]:
    """A district's own pages."""
    labels = [(to.district(district.id), view.text(view.ui.district_overview))]
    labels += [
        (to.district_topic(district.id, topic), view.text(label))
        for topic, label in view.register.words.topics.items()
    ]
    labels += [
        (page.address, page.meta.menu or page.meta.title)
        for page in view.register.further_pages(district, view.language)
    ]
    labels.append((to.district_contacts(district.id), view.text(view.ui.contacts)))
    return tuple(
        Link(label, href(path), "page" if path == address else None) for path, label in labels
    )
