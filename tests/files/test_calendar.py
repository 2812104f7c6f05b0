"""Calendars: what is announced is an event, what is over is a reminder, and both are sound."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from icalendar import Calendar, Event

from kumppanuus.addresses import REMINDERS_CALENDAR, WINDOWS_CALENDAR, reminders_of, site_path
from kumppanuus.facts.fields import LANGUAGES
from kumppanuus.facts.register import Register
from kumppanuus.files.calendar import a_month_before_next, calendars, folded
from kumppanuus.html.view import View
from tests.conftest import TODAY, Site, Views

HARD = "Rivi, jossa on; merkkejä \\\\ ja åäö 👪 " * 5
ROW = """
  - municipality: pori
    what: {{fi: "{what}", sv: "{what}"}}
    opens: {opens}
    closes: {closes}
    closes_at: "15.45"
    url: https://example.org/haku
    read_as: page
    read_on: 2026-11-02
"""


def add(tiny: Path, opens: str, closes: str, what: str = "Avustus") -> None:
    with (tiny / "data/windows.yml").open("a") as rows:
        rows.write(ROW.format(opens=opens, closes=closes, what=what).strip("\n") + "\n")


def events(text: str) -> list[Event]:
    """Of a calendar that is one component, as a calendar program reads it."""
    return list(Calendar.from_ical(text).walk("VEVENT"))


def test_only_what_is_announced_is_an_event(tiny: Path, views: Views) -> None:
    """Of a window to come the first and the last day, of an open one the last; of the past none."""
    add(tiny, "2026-10-01", "2026-10-31")
    assert WINDOWS_CALENDAR not in dict(calendars(views()["fi"]))
    add(tiny, "2026-11-01", "2026-11-30")
    add(tiny, "2027-02-01", "2027-02-28", HARD)
    found = events(dict(calendars(views()["fi"]))[WINDOWS_CALENDAR])
    days = [event["DTSTART"].dt for event in found]
    assert days == [date(2026, 11, 30), date(2027, 2, 1), date(2027, 2, 28)]
    assert [str(event["SUMMARY"]).split(":")[0] for event in found] == [
        "Haku päättyy",
        "Haku alkaa",
        "Haku päättyy",
    ]
    assert HARD.replace("\\\\", "\\").strip() in str(found[1]["SUMMARY"])
    assert "klo 15.45" in str(found[2]["DESCRIPTION"])


def test_a_reminder_says_what_it_is(tiny: Path, views: Views) -> None:
    """Every year, a month before the last seen window began; told as a reminder, with its year."""
    add(tiny, "2025-10-20", "2025-11-17")
    add(tiny, "2024-09-01", "2024-09-30")
    for language, word in (("fi", "muistutus, ei hakuaika"), ("sv", "påminnelse, inte en")):
        made = dict(calendars(views()[language]))
        (event,) = (
            one
            for one in events(made[site_path(REMINDERS_CALENDAR, language)])
            if "pori" in one["UID"]
        )
        assert event["DTSTART"].dt == date(2026, 9, 20)
        assert event["RRULE"] == {"FREQ": ["YEARLY"]}
        assert word in str(event["DESCRIPTION"])
        assert "17.11.2025" in str(event["DESCRIPTION"])
        own = events(made[site_path(reminders_of("pori"), language)])
        assert {str(one["UID"]).split("-")[1] for one in own} == {"pori", "hva"}


def test_a_reminder_comes_every_year() -> None:
    """A month before the anniversary, over the turn of the year, and never on 29 February."""
    assert a_month_before_next("2025-10-20") == date(2026, 9, 20)
    assert a_month_before_next("2024-01-09") == date(2024, 12, 9)
    assert a_month_before_next("2023-03-31") == date(2024, 2, 28)
    assert a_month_before_next("2025-05-31") == date(2026, 4, 30)
    assert a_month_before_next("2026-03") == date(2027, 2, 1)


def test_lines_are_folded_between_characters() -> None:
    """75 octets at most, and what was folded is the same when it is put together again."""
    for text in ("a" * 75, "ä" * 200, "👪" * 90, "SUMMARY:" + HARD):
        pieces = folded(text).split("\r\n")
        assert all(len(piece.encode()) <= 75 for piece in pieces)
        assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == text
        assert all(piece[0] == " " for piece in pieces[1:])
    assert folded("a" * 75) == "a" * 75


def test_every_calendar_of_the_site_is_sound(site: Site, register: Register) -> None:
    """Whole days, one UID each, CRLF, nothing of the build's own time, the same bytes twice."""
    for language in LANGUAGES:
        made = dict(calendars(View(register, language)))
        assert made == dict(calendars(View(register, language)))
        assert site_path(REMINDERS_CALENDAR, language) in made
        for address, text in made.items():
            raw = (site.folder / address).read_bytes()
            assert raw == text.encode(), address
            assert raw.count(b"\r\n") == raw.count(b"\n")
            assert max(len(line) for line in raw.split(b"\r\n")) <= 75
            found = events(text)
            assert found, address
            assert len({event["UID"] for event in found}) == len(found), address
            for event in found:
                assert type(event["DTSTART"].dt) is date
                assert event["DTEND"].dt == event["DTSTART"].dt + timedelta(days=1)
                if "RRULE" not in event:
                    assert event["DTSTART"].dt >= TODAY
    both = [
        {
            e["UID"]
            for e in events(
                dict(calendars(View(register, one)))[site_path(REMINDERS_CALENDAR, one)]
            )
        }
        for one in LANGUAGES
    ]
    assert not both[0] & both[1]
