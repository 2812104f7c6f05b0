"""Decisions are on a page with others of their kind, on their municipality's, and open data."""

from __future__ import annotations

import csv
import io
import json
from html import unescape

from kumppanuus.addresses import (
    DECISIONS,
    DECISIONS_CSV,
    county,
    municipality,
    open_data,
    site_path,
)
from kumppanuus.facts.fields import LANGUAGES
from kumppanuus.facts.register import Register
from kumppanuus.html.formats import display_euros
from kumppanuus.html.view import View
from tests.conftest import Site

OF_KIND = {
    "mll": DECISIONS,
    "everyone": f"{DECISIONS}ehdot/",
    "another": f"{DECISIONS}vertailu/",
}


def test_every_decision_is_told_in_both_languages(site: Site, register: Register) -> None:
    """What, to whom, each sum and the source, beside others of its kind and where it was made; but
    what concerns all who apply is only named beside others, if who decided has a page."""
    for language in LANGUAGES:
        for one in register.decisions.values():
            ours = [id_ for id_ in one.homes if id_ in register.district_of]
            pages = [OF_KIND[one.about], *map(municipality, ours)]
            pages += [county(one.county)] if one.county else []
            named = one.about == "everyone" and len(pages) > 1
            for address in pages[named:]:
                html = unescape(site.text(site_path(address, language))).replace("\u00a0", " ")
                assert one.recipient is None or one.recipient[language] in html, (address, one.id)
                assert one.what[language].replace("\u00a0", " ") in html, (address, one.id)
                assert f'href="{one.url}"' in html, (address, one.id)
                for money in one.sums:
                    amount = display_euros(money.amount).replace("\u00a0", " ")
                    assert amount in html, (address, one.id)
            if named:
                html = site.text(site_path(pages[0], language))
                assert f'{pages[1]}#paatokset"' in html, one.id


def test_decisions_are_open_data(site: Site, register: Register) -> None:
    """The newest first."""
    found = json.loads((site.folder / open_data("decisions")).read_text(encoding="utf-8"))
    assert {one["id"] for one in found} == set(register.decisions)
    dates = [one["date"] or "" for one in found]
    assert dates == sorted(dates, reverse=True)


def test_every_county_has_its_page(site: Site, register: Register) -> None:
    """Its municipalities, decisions and windows, in both languages; its municipalities link it."""
    assert register.districts_of_county
    for language in LANGUAGES:
        for id_ in register.districts_of_county:
            html = unescape(site.text(site_path(county(id_), language))).replace("\u00a0", " ")
            for home in register.municipalities_in_county(id_):
                assert f">{home.name[language]}</a>" in html, (id_, home.id)
                page = site.text(site_path(municipality(home.id), language))
                assert f'/{site_path(county(id_), language)}"' in page, home.id
            for one in register.decisions_of_county(id_):
                assert one.what[language] in html, one.id
            for home in register.municipalities_in_county(id_):
                if not home.has_wellbeing_county:  # Helsinki: the city's are the area's
                    own = set(register.decisions_in(home))
                    assert own <= set(register.decisions_of_county(id_)), id_
            for window in register.windows_of(id_):
                when = View(register, language).when(window).replace("\u00a0", " ")
                assert when in html and f'href="{window.url}"' in html, id_


def test_every_decision_is_in_the_table_that_one_takes_along(
    site: Site, register: Register
) -> None:
    """A row for each sum, and one for a decision without any; in both languages."""
    for language in LANGUAGES:
        file = site.folder / site_path(DECISIONS_CSV, language)
        text = file.read_text(encoding="utf-8-sig")
        head, *rows = csv.reader(io.StringIO(text), delimiter=";")
        assert len(rows) == sum(len(one.sums) or 1 for one in register.decisions.values())
        assert all(len(row) == len(head) for row in rows)
        assert {row[-1] for row in rows} == {one.url for one in register.decisions.values()}
