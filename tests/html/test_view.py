"""Single functions: what goes in, what comes out."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import markdown
import pytest

from kumppanuus.addresses import made_from_data, relative_url
from kumppanuus.facts.fields import Text, is_fresh
from kumppanuus.facts.load import parse_yaml
from kumppanuus.facts.models import Contact
from kumppanuus.facts.municipality import Municipality
from kumppanuus.files.contacts import vcard
from kumppanuus.files.tables import agreement_csv
from kumppanuus.html import generated_pages
from kumppanuus.html.formats import alphabetical, display_date, display_euros, unbroken
from kumppanuus.html.view import View
from kumppanuus.search.pagefind import finish_search_index
from tests.conftest import TODAY

Views = Callable[[], dict[str, View]]


def test_the_rules_know_every_page_that_is_made_from_data(views: Views) -> None:
    """What prose may link to, and may not be written over, is what is really generated."""
    view = views()["fi"]
    made = {page.address for page in generated_pages(view)}
    assert made == set(made_from_data(view.register))


def test_what_pagefind_says_when_it_fails_is_told(tmp_path: Path) -> None:
    """A failure is a line like those of the other checks, not a crash."""
    failing = [sys.executable, "-c", "import sys; sys.exit('no room')"]
    index = subprocess.Popen(failing, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    (told,) = finish_search_index(index, tmp_path)
    assert told.code == "site_search"
    assert "no room" in told.fi


def test_swedish_and_finnish_letters_come_last() -> None:
    """å, ä, ö in this order, after z; capitals as small letters."""
    assert sorted(["Öra", "zeta", "Ängö", "Åbo", "aura"], key=alphabetical) == [
        *("aura", "zeta", "Åbo", "Ängö", "Öra")
    ]


def test_sums_stay_together_and_tags_as_they_are() -> None:
    """A space inside a number, before € and after §; nothing inside a tag."""
    html = unbroken('<svg viewBox="0 0 840 810"></svg> 12 500 €, 2 § 58, 3 kuntaa')
    assert html == (
        '<svg viewBox="0 0 840 810"></svg> 12\u00a0500\u00a0€, 2\u00a0§\u00a058, 3 kuntaa'
    )


def test_yaml_values_stay_text_and_remember_their_lines() -> None:
    """010, no and 2026-01-01 are read as they are written; an empty value is None."""
    document = parse_yaml(
        "x.yml", "code: 010\nsure: no\nday: 2026-01-01\nnone:\nlist:\n- a\n- b: c"
    )
    assert document.value == {
        "code": "010",
        "sure": "no",
        "day": "2026-01-01",
        "none": None,
        "list": ["a", {"b": "c"}],
    }
    assert document.line(("list", 1, "b")) == 7
    assert document.line(("list", 1, "missing")) == 7


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


def test_sums_and_dates_are_written_as_in_finland() -> None:
    """A space that does not break between thousands; day, month, year."""
    assert display_euros(12500) == "12\u00a0500\u00a0€"
    assert display_date(date(2019, 2, 5)) == "5.2.2019"


def test_a_phone_number_is_linked_in_international_form() -> None:
    """Spaces and hyphens go; the leading zero becomes +358; +358 stays."""
    plain = Contact.model_construct(phone="050 320-5520")
    abroad = Contact.model_construct(phone="+358 50 320 5520")
    assert plain.tel == abroad.tel == "+358503205520"
    assert Contact.model_construct(phone=None).tel is None


@pytest.mark.parametrize(
    ("confirmed", "fresh"),
    [(None, False), (date(2025, 11, 20), False), (date(2025, 11, 21), True), (TODAY, True)],
)
def test_a_contact_is_confirmed_for_twelve_months(confirmed: date | None, fresh: bool) -> None:
    """After a year the page says that nobody has checked it."""
    assert is_fresh(confirmed, TODAY) is fresh


def test_a_municipality_has_an_ascii_id() -> None:
    """Hämeenlinna is found at /kunnat/hameenlinna/."""
    assert Municipality.model_construct(name=Text(fi="Hämeenlinna", sv="x")).id == "hameenlinna"
    assert (
        Municipality.model_construct(name=Text(fi="Pedersören kunta", sv="x")).id
        == "pedersoren-kunta"
    )


def test_a_vcard_escapes_and_folds(views: Views) -> None:
    """Commas and semicolons are escaped; no line is longer than 75 octets (RFC 2426)."""
    view = views()["fi"]
    district = view.register.districts["satakunta"]
    contact = view.register.contacts["satakunta"][0]
    odd = contact.model_copy(update={"name": "Maija; Esi,merkki\\", "phone": "02 123 4567"})
    card = vcard(odd, district, view)
    assert "FN:Maija\\; Esi\\,merkki\\\\\r\n" in card
    assert "TEL;TYPE=WORK,VOICE:+35821234567\r\n" in card
    assert all(len(line.encode()) <= 75 for line in card.split("\r\n"))


def test_an_agreement_as_csv_has_a_row_for_each_item(views: Views) -> None:
    """It opens in Excel: byte order mark, semicolons; sums are numbers."""
    view = views()["sv"]
    text = agreement_csv(view.register.agreements["pori-2023"], view)
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text[1:]), delimiter=";"))
    assert {len(row) for row in rows} == {6}
    money = [row for row in rows if row[3] == "840"]
    assert len(money) == 1
    assert "exempel, Björneborg 2023, inte en offert" in money[0][2]


def test_a_cell_is_never_a_formula(tiny: Path, views: Views) -> None:
    """A text that a spreadsheet would run is quoted."""
    path = tiny / "data/agreements/pori-2023.yml"
    path.write_text(path.read_text().replace('fi: "Tavoite."', 'fi: "=HYPERLINK(1)"'))
    view = views()["fi"]
    assert ";'=HYPERLINK(1);" in agreement_csv(view.register.agreements["pori-2023"], view)


def test_markdown_tables_get_scopes_and_labels() -> None:
    """An editor writes a plain table; a screen reader gets its headers."""
    html = markdown.markdown(
        "## Otsikko\n\n|A|B|\n|--|--|\n|1|2|\n",
        extensions=["tables", "toc", "kumppanuus.html.tables"],
    )
    assert '<table aria-labelledby="otsikko" class="stack">' in html
    assert '<th scope="col">A</th>' in html
    assert '<th scope="row">1</th>' in html
    assert '<td data-label="B">2</td>' in html
