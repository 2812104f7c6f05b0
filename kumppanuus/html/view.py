"""The register as one language sees it: words, addresses, and the template environment."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from markupsafe import Markup, escape

from kumppanuus import addresses
from kumppanuus.addresses import relative_url, site_path
from kumppanuus.facts.agreement import Agreement, Sum
from kumppanuus.facts.body import OfBody
from kumppanuus.facts.calendar import Window, WindowState, day_of
from kumppanuus.facts.fields import Language, Text, is_fresh, other_language
from kumppanuus.facts.models import Contact, Source, Term
from kumppanuus.facts.municipality import Municipality
from kumppanuus.facts.register import REACH_SOURCE, Register
from kumppanuus.facts.ui import Ui
from kumppanuus.html.environment import templates
from kumppanuus.html.formats import (
    alphabetical,
    display_date,
    display_day_month,
    display_partial_date,
    unbroken,
)


@dataclass(frozen=True)
class View:
    """One language's view of the register.

    edit_url: what a data file's path is appended to in an edit link; empty means no such links.
    """

    register: Register
    language: Language
    edit_url: str = ""

    @cached_property
    def words(self) -> dict[str, str]:
        """The interface words by their key, for templates."""
        return {key: text[self.language] for key, text in self.ui}

    @property
    def ui(self) -> Ui:
        """The interface words in both languages, for ``text``."""
        return self.register.words.ui

    @property
    def other(self) -> Language:
        """The language that the pages are not in."""
        return other_language(self.language)

    @cached_property
    def _in_every_template(self) -> dict[str, Any]:
        return {
            "reach_url": self.register.sources[REACH_SOURCE].url,
            "to": addresses,
            "w": self.words,
            "view": self,
            "register": self.register,
            "labels": self.register.words,
        }

    def text(self, value: Text, **values: Any) -> str:
        """A Text in this language; an interface word has its {placeholders} filled in."""
        text = value[self.language]
        return text.format(**values) if values else text

    def say(self, key: str, **values: Any) -> Markup:
        """In templates: an interface word with its {placeholders} filled in, also with links."""
        return escape(self.words[key]).format(**values)

    def render(self, template: str, here: str, **values: Any) -> Markup:
        """A template as HTML for the page at ``here`` (an address without language)."""
        given = {"href": self.hrefs(here), "here": here, **self._in_every_template, **values}
        return Markup(unbroken(templates().get_template(template).render(given)))

    def hrefs(self, here: str) -> Callable[..., str]:
        """A function from an address without language to the relative link from ``here``."""
        start = site_path(here, self.language)

        def href(path: str, language: Language | None = None) -> str:
            return relative_url(start, site_path(path, language or self.language))

        return href

    def dated(self, source: Source) -> str:
        """The source's date in words, or its year."""
        return self.text(source.dated) if source.dated else str(source.year)

    def source_name(self, id_: str) -> str:
        """A source as it is cited: its short name, or author and title."""
        source = self.register.sources[id_]
        if source.short:
            return self.text(source.short)
        return f"{self.text(source.author)}: {self.text(source.title)}"

    def source_date(self, id_: str) -> str:
        """What follows a source's name: its date in brackets, unless the name holds the year."""
        source = self.register.sources[id_]
        if source.dated is None and str(source.year) in self.source_name(id_):
            return ""
        return f" ({self.dated(source)})"

    def source_of(self, id_: str) -> Source:
        return self.register.sources[id_]

    def example_label(self, agreement: Agreement) -> str:
        """The words that go with every sum: example, place and year, not an offer."""
        name = self.body_of(agreement)
        return self.text(self.ui.example_label, name=name, year=agreement.years)

    def sum_of(self, agreement: str, sum_id: str) -> tuple[Agreement, Sum]:
        """An agreement's sum by its id. Raises KeyError where there is none."""
        found = self.register.agreements[agreement]
        for part in found.parts:
            for item in part.sums:
                if item.id == sum_id:
                    return found, item
        raise KeyError(sum_id)

    def body_of(self, one: OfBody | Window) -> str:
        """Who decided, agreed or took applications: municipalities, a county, or another."""
        if isinstance(one, Window) and one.other:
            return self.text(one.other)
        if one.county:
            return self.text(self.register.counties[one.county].name)
        return ", ".join(self.text(self.register.municipality[id_].name) for id_ in one.homes)

    def when(self, window: Window) -> str:
        """The time of a window: 20.10.–17.11.2025, or as its page told it."""
        first, last = window.opens, window.closes
        if window.when:
            return self.text(window.when)
        if not first or not last or first == last:
            at = window.closes_at or window.opens_at
            return self._at(display_partial_date(last or first or ""), at)
        in_one_year = day_of(first) and day_of(last) and first[:4] == last[:4]
        start = (
            display_day_month(first, self.language) if in_one_year else display_partial_date(first)
        )
        dash = " – " if window.opens_at else "–"
        end = self._at(display_partial_date(last), window.closes_at)
        return self._at(start, window.opens_at) + dash + end

    def _at(self, day: str, time: str | None) -> str:
        return self.text(self.ui.window_time, day=day, time=time) if time else day

    def said(self, window: Window, state: WindowState | None = None) -> str:
        """The same as a clause: what is over is told as past, what is open or to come as that.

        state: to tell it so whatever the day is.
        """
        past = (state or window.state(self.register.today)) == "past"
        when = self.when(window)
        if not (window.when or window.opens):
            if past:
                return self.text(self.ui.window_was_until, when=when)
            return self.text(self.ui.window_is_until, when=when)
        if past:
            return self.text(self.ui.window_was, when=when)
        return self.text(self.ui.window_is, when=when)

    def is_county(self, id_: str) -> bool:
        """False for Helsinki, which decides as a city."""
        return any(one.has_wellbeing_county for one in self.register.municipalities_in_county(id_))

    def page_of(self, one: OfBody) -> str | None:
        """The address of that body's page here; None where there is none, or several."""
        if one.county:
            return addresses.county(one.county)
        if len(one.homes) > 1 or one.homes[0] not in self.register.district_of:
            return None
        return addresses.municipality(one.homes[0])

    def district_of(self, one: OfBody) -> str | None:
        """The id of the district that answers for that body; None outside the districts."""
        register = self.register
        if one.county:
            return next(iter(register.districts_of_county.get(one.county, ())), None)
        found = register.district_of.get(one.homes[0])
        return found.id if found else None

    def by_name(self, municipalities: Iterable[Municipality]) -> list[Municipality]:
        """Municipalities in the alphabetical order of this language."""
        return sorted(municipalities, key=lambda one: alphabetical(one.name[self.language]))

    @property
    def terms(self) -> list[Term]:
        """The glossary in the alphabetical order of this language."""
        return sorted(
            self.register.terms, key=lambda one: alphabetical(getattr(one, self.language))
        )

    def pages_below(self, top: str) -> list[tuple[str, str]]:
        """(address, title) of the pages right below another, but for those of municipalities."""
        register = self.register
        titles = {
            one.address: one.meta.title for one in register.prose if one.language == self.language
        }
        for agreement in register.agreements.values():
            titles[addresses.agreement(agreement.id)] = self.text(agreement.title)
        for district in register.districts.values():
            name = self.text(district.short_name)
            title = self.text(self.ui.district_contacts_title, district=name)
            titles[addresses.district_contacts(district.id)] = title
        for id_ in register.districts_of_county:
            titles[addresses.county(id_)] = self.text(register.counties[id_].name)
        depth = top.count("/") + 1
        below = {one for one in titles if one.startswith(top) and one.count("/") == depth}
        return sorted(((one, titles[one]) for one in below), key=lambda one: alphabetical(one[1]))

    def region_name(self, region: str) -> str:
        return self.register.region_names[region][self.language]

    def name_of(self, contact: Contact) -> str:
        """A person's name, or what an office is."""
        return contact.name or (self.text(contact.role) if contact.role else "")

    def age_of(self, contact: Contact) -> str:
        """How old a contact's facts are, as a tag: "tieto: 2023, vahvistamatta"."""
        if contact.confirmed:
            return self.confirmed_note(contact.confirmed)
        dated = self.dated(self.register.sources[contact.source])
        return self.text(self.ui.unconfirmed_tag, dated=dated)

    def is_fresh(self, confirmed: date | None) -> bool:
        """Whether something was confirmed within the last 12 months."""
        return is_fresh(confirmed, self.register.today)

    def confirmed_note(self, confirmed: date | None) -> str:
        """When something was last confirmed, in a sentence."""
        if confirmed is None:
            return self.text(self.ui.not_confirmed)
        day = display_date(confirmed)
        if self.is_fresh(confirmed):
            return self.text(self.ui.confirmed, date=day)
        return self.text(self.ui.confirmed_long_ago, date=day)
