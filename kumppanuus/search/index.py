"""The index of one language: every page's text, and the names that lead straight to a page.

It holds the text itself, not stems. The texts have to come to the browser in any case, as results
show sentences of them; and stems made there of text and query alike are always the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kumppanuus import addresses as to
from kumppanuus.facts.fields import LANGUAGES, Text
from kumppanuus.facts.models import Contact
from kumppanuus.facts.page_text import MARK
from kumppanuus.facts.prose import Prose
from kumppanuus.html.pages import GeneratedPage
from kumppanuus.html.view import View
from kumppanuus.search.text import OF_MANY, Section, sections_of

# A page with so many times more text than was written by hand is a list of data.
LIST_SHARE = 4


@dataclass(frozen=True)
class IndexedPage:
    """A page as it is searched.

    kind: what it is, for ranking and grouping; place: the pages above it, in words.
    label: what menus call it; people: the ids of those whom it is answered by; home: the address of
    the district that it belongs to, or nothing.
    """

    address: str
    title: str
    kind: str
    place: str
    label: str
    description: str
    people: tuple[str, ...]
    home: str
    sections: tuple[Section, ...]


def indexed_page(
    view: View, page: Prose | GeneratedPage, html: str, above: Iterable[str]
) -> IndexedPage | None:
    """A page of the site as it is searched; above: its breadcrumbs. None for the search itself."""
    if page.address == to.SEARCH:
        return None
    home = page.municipality if isinstance(page, GeneratedPage) else None
    place, label, description = list(above)[1:], _label(view, page.address), page_description(page)
    if home:
        # What is said of each with another name in it would only make every one of them alike.
        label, description = home.name[view.language], ""
        place.append(view.region_name(home.region.fi))
    kind = _kind(view, page)
    sections = tuple(sections_of(html, kind))
    if kind == "page" and isinstance(page, Prose) and _is_list(page, sections):
        kind = "list"
    return IndexedPage(
        address=page.address,
        title=page.meta.title if isinstance(page, Prose) else page.title,
        kind=kind,
        place=" › ".join(place),
        label=label,
        description=description,
        people=tuple(one.id for one in _people(view, page)),
        home=_home(view, page),
        sections=sections,
    )


def _is_list(page: Prose, sections: tuple[Section, ...]) -> bool:
    """Whether most of a page comes from data by its {{ marks }}."""
    written = len(MARK.sub("", page.body))
    return LIST_SHARE * written < sum(len(one.text) for one in sections)


def page_description(page: Prose | GeneratedPage) -> str:
    return page.meta.description if isinstance(page, Prose) else page.description


def _kind(view: View, page: Prose | GeneratedPage) -> str:
    """What a page is: of one municipality, county, district or agreement, about the site, or else
    a page for everyone (which may prove to be a list)."""
    address = page.address
    if isinstance(page, GeneratedPage) and page.municipality:
        return "municipality"
    for kind, top in (("county", to.COUNTIES), ("agreement", to.AGREEMENTS)):
        if address.startswith(top) and address != top:
            return kind
    if address.startswith(to.DISTRICTS) and address != to.DISTRICTS:
        return "district"
    return "about" if address.rstrip("/") in view.register.words.footer else "page"


def _label(view: View, address: str) -> str:
    """What the menu, the footer or the district's menu calls a page; empty where none does."""
    words = view.register.words
    path = address.rstrip("/")
    last = path.rpartition("/")[2]
    if address == to.DISTRICTS + path.removeprefix(to.DISTRICTS) + "/" and path.count("/") == 1:
        district = view.register.districts.get(last)
        return view.text(district.short_name) if district else ""
    found = words.menu.get(path) or words.footer.get(path)
    if found is None and address.startswith(to.DISTRICTS):
        found = words.topics.get(last) or words.menu.get(last)
    return view.text(found) if found else ""


def _district(view: View, page: Prose | GeneratedPage) -> str | None:
    """The district that a page belongs to; of a county's the first."""
    if isinstance(page, Prose):
        return page.meta.district
    if page.district is None and page.address.startswith(to.COUNTIES):
        county = page.address.removeprefix(to.COUNTIES).rstrip("/")
        return next(iter(view.register.districts_of_county.get(county, ())), None)
    return page.district


def _home(view: View, page: Prose | GeneratedPage) -> str:
    district = _district(view, page)
    return to.district(district) if district else ""


def _people(view: View, page: Prose | GeneratedPage) -> tuple[Contact, ...]:
    """Whom to ask about what a page tells: those who can be reached, if there are any."""
    district = _district(view, page)
    topic = page.meta.topic if isinstance(page, Prose) else None
    found = view.register.contacts_for(district, topic) if district else ()
    if isinstance(page, GeneratedPage) and page.municipality:
        found = view.register.contacts_in(page.municipality)
    return tuple(one for one in found if one.is_reachable) or found


def search_index(view: View, pages: Iterable[IndexedPage]) -> str:
    """The index as compact JSON: overrides/assets/engine.js says what stands where."""
    people = [
        (district, one)
        for district in view.register.districts
        for one in view.register.contacts[district]
    ]
    number = {one.id: index for index, (_, one) in enumerate(people)}
    data = {
        "name": view.text(view.ui.site_name),
        "pages": [
            {
                "address": one.address,
                "title": one.title,
                "kind": one.kind,
                "place": one.place,
                "label": one.label,
                "description": one.description,
                "people": [number[id_] for id_ in one.people],
                "home": one.home,
                "sections": [[part.anchor, part.heading, part.text] for part in one.sections],
            }
            for one in sorted(pages, key=_among_alike)
        ],
        "names": [[kind, address, *names] for kind, address, names in _names(view)],
        "people": [
            {
                "name": view.name_of(one),
                "is_person": one.name is not None,
                "address": to.contact(district, one.id),
                "answers_for": view.text(one.answers_for),
                "age": view.text(one.past) if one.past else view.age_of(one),
                "phone": (one.is_reachable and one.phone) or "",
                "tel": (one.is_reachable and one.tel) or "",
                "email": (one.is_reachable and one.email) or "",
            }
            for district, one in people
        ],
        "words": list(_words(view)),
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _among_alike(page: IndexedPage) -> tuple[bool, str, str]:
    """Pages that say much the same stand together: gzip looks back over 32 kB only."""
    one_of_many = page.kind in OF_MANY
    return one_of_many, page.address.rstrip("/").rpartition("/")[2], page.address


def _names(view: View) -> Iterator[tuple[str, str, list[str]]]:
    """(kind, address, names in both languages) of districts, their regions, and counties."""
    register = view.register
    for id_, district in register.districts.items():
        regions = (register.region_names[one] for one in district.regions)
        yield "district", to.district(id_), _in_both([district.short_name, *regions])
    for id_ in register.districts_of_county:
        county = register.counties[id_]
        yield "county", to.county(id_), [*_in_both([county.name]), *county.also]


def _in_both(texts: Iterable[Text]) -> list[str]:
    return list(dict.fromkeys(text[language] for text in texts for language in LANGUAGES))


def _words(view: View) -> Iterator[list[str]]:
    """A term as it is written here, and then what readers call it."""
    for term in view.register.terms:
        if term.also:
            yield [getattr(term, view.language), *term.also[view.language]]
