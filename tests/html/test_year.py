"""The year's page: every window stands on it, and on the pages of those who took applications."""

from __future__ import annotations

import json
import re
from collections import Counter
from html import unescape
from pathlib import Path

from pytest import approx

from kumppanuus.addresses import YEAR, county, municipality, open_data, site_path
from kumppanuus.facts.fields import LANGUAGES, Language
from kumppanuus.facts.register import Register
from kumppanuus.html.view import View
from kumppanuus.html.year import windows_by_region, year_line
from tests.conftest import Site, Views


def text_of(site: Site, address: str) -> str:
    return unescape(site.text(address)).replace("\u00a0", " ")


def site_year(site: Site, language: Language) -> str:
    return text_of(site, site_path(YEAR, language))


def test_every_window_is_on_the_site(site: Site, register: Register) -> None:
    """What, when, conditions and source on the body's own page, in both; where it has none, on the
    year's, which tells what and when of the newest of every body."""
    assert register.windows
    for language in LANGUAGES:
        view = View(register, language)
        whole = text_of(site, site_path(YEAR, language))
        for body in (one for part in windows_by_region(view) for one in part.bodies):
            for window in body.newest:
                assert view.said(window).replace("\u00a0", " ") in whole
        for window in register.windows:
            pages = [whole] if window.other else []
            if window.municipality:
                pages.append(text_of(site, site_path(municipality(window.municipality), language)))
            if window.county:
                pages.append(text_of(site, site_path(county(window.county), language)))
            told = [window.what[language], view.said(window), f'href="{window.url}"']
            told += [window.conditions[language]] if window.conditions else []
            for html in pages:
                for one in told:
                    assert one.replace("\u00a0", " ") in html, (window.url, one)


def test_a_municipality_shows_its_own_and_its_countys(site: Site, register: Register) -> None:
    """Where none was found, a sentence says so."""
    for language in LANGUAGES:
        view = View(register, language)
        for id_, one in register.county_of.items():
            home = register.municipality[id_]
            html = text_of(site, site_path(municipality(id_), language))
            assert f'href="{YEAR}"' in html or YEAR in html
            for window in register.windows_of(one.id):
                assert view.said(window).replace("\u00a0", " ") in html, (id_, window.url)
            none = view.text(view.ui.windows_none, name=home.name[language])
            assert (none in html) is not bool(register.windows_in(home)), id_


def test_every_body_of_the_districts_has_its_place(register: Register) -> None:
    """Each municipality and county is in one region, whether a window was seen or not."""
    view = View(register, "sv")
    parts = windows_by_region(view)
    places = [body.address for part in parts for body in part.bodies]
    counties = {
        county(id_)
        for id_ in register.districts_of_county
        if any(one.has_wellbeing_county for one in register.municipalities_in_county(id_))
    }
    assert len(places) == len(set(places))
    assert set(places) == {municipality(id_) for id_ in register.district_of} | counties


def test_the_year_is_drawn_from_the_data(site: Site, register: Register) -> None:
    """A bar a step over its months, a bar a month in which a window closed; told in words too."""
    for language in LANGUAGES:
        view = View(register, language)
        year = year_line(view)
        months = [one * 12 / 100 for bar in year.steps for one in (bar.start, bar.end)]
        steps = register.budget_year
        assert months == approx([one for s in steps for one in (s.first_month - 1, s.last_month)])
        assert [one.label for one in year.steps] == [one.name[language] for one in steps]
        closed = Counter(one.month for one in register.windows if one.month and not one.other)
        assert [one.label for one in year.windows] == [str(closed[one]) for one in sorted(closed)]
        assert year.count == closed.total()
        picture = re.search(r'<svg[^>]* role="img" aria-label="([^"]*)"', site_year(site, language))
        assert picture
        assert all(one.name[language] in picture[1] for one in steps)
        assert year.told in picture[1]


def test_the_name_of_a_step_has_room(register: Register) -> None:
    """It stands before its bar or after it, where more than a third of the year is free."""
    for bar in year_line(View(register, "sv")).steps:
        assert (bar.start if bar.before else 100 - bar.end) > 100 / 3


def test_time_is_told_as_it_is(tiny: Path, views: Views) -> None:
    """Past, open and to come; a whole window, its end alone, a time of day, words of the page."""
    row = (
        "  - municipality: pori\n    what: {{fi: Avustus, sv: Stöd}}\n    {when}\n"
        "    url: https://example.org/x\n    read_as: page\n    read_on: 2026-11-01\n"
    )
    expected = {
        "opens: 2025-10-20\n    closes: 2025-11-17": (
            "haku oli 20.10.–17.11.2025",
            "ansökningstiden var 20.10–17.11.2025",
        ),
        "opens: 2025-12-30\n    closes: 2026-01-07\n    closes_at: '12'": (
            "haku oli 30.12.2025–7.1.2026 klo 12",
            "ansökningstiden var 30.12.2025–7.1.2026 kl. 12",
        ),
        "opens: 2023-10-01\n    opens_at: '9'\n    closes: 2023-10-31\n    closes_at: '16'": (
            "haku oli 1.10. klo 9 – 31.10.2023 klo 16",
            "ansökningstiden var 1.10 kl. 9 – 31.10.2023 kl. 16",
        ),
        "closes: 2024-02-09\n    closes_at: '15'": (
            "haku päättyi 9.2.2024 klo 15",
            "ansökningstiden gick ut 9.2.2024 kl. 15",
        ),
        "opens: 2026-11-01\n    closes: 2026-11-30": (
            "haku on 1.11.–30.11.2026",
            "ansökningstiden är 1.11–30.11.2026",
        ),
        "closes: 2027-03-31": ("haku päättyy 31.3.2027", "ansökningstiden går ut 31.3.2027"),
        "when: {fi: keväällä, sv: på våren}": (
            "haku oli keväällä",
            "ansökningstiden var på våren",
        ),
    }
    with (tiny / "data/windows.yml").open("a") as rows:
        for when in expected:
            rows.write(row.format(when=when))
    both = views()
    windows = both["fi"].register.windows[1:]
    for window, said in zip(windows, expected.values(), strict=True):
        assert tuple(both[one].said(window) for one in LANGUAGES) == said


def test_windows_are_open_data(site: Site, register: Register) -> None:
    """All of them, those without a year last."""
    found = json.loads((site.folder / open_data("windows")).read_text(encoding="utf-8"))
    assert len(found) == len(register.windows)
    dates = [one["closes"] or one["opens"] or "" for one in found]
    assert dates == sorted(dates, reverse=True)
