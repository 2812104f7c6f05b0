"""Calendars (iCalendar, RFC 5545): announced windows, and yearly reminders to look for the next.

A window that is over is no event. Nothing is told of the build's own time: the same facts on the
same day give the same bytes. Every event is a whole day, so that no time zone can move it.
"""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from kumppanuus import addresses as to
from kumppanuus.facts.calendar import Window, day_of, last_day_of
from kumppanuus.facts.fields import Text
from kumppanuus.html.view import View

_NAME = "kuntakumppanuus"


def calendars(view: View) -> Iterator[tuple[str, str]]:
    """(address, content) of every calendar of one language; one without events is not made."""
    register, language = view.register, view.language
    seen = [one for one in register.windows if not one.other]
    reminders = {id(window): event for window, event in _reminders(view, seen)}
    found = [
        (to.WINDOWS_CALENDAR, view.ui.calendar_windows_name, list(_announced(view))),
        (to.REMINDERS_CALENDAR, view.ui.calendar_reminders_name, list(reminders.values())),
    ]
    for home, county in register.county_of.items():
        own = [*register.windows_in(register.municipality[home]), *register.windows_of(county.id)]
        kept = {id(one): reminders[id(one)] for one in own if id(one) in reminders}
        found.append((to.reminders_of(home), view.ui.calendar_reminders_name, list(kept.values())))
    for address, name, events in found:
        if events:
            yield to.site_path(address, language), _calendar(view, name, events)


def _calendar(view: View, name: Text, events: Iterable[list[str]]) -> str:
    head = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{_NAME}//{_NAME}//{view.language.upper()}",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_escaped(view.text(name))}",
    ]
    lines = [*head, *(line for event in events for line in event), "END:VCALENDAR"]
    return "".join(f"{folded(line)}\r\n" for line in lines)


def _announced(view: View) -> Iterator[list[str]]:
    """The day on which an announced window closes, and the day on which one to come opens."""
    same: Counter[str] = Counter()
    for window in view.register.announced:
        name, what = view.body_of(window), view.text(window.what)
        for kind, summary, day in (
            (
                "alkaa",
                view.text(view.ui.calendar_opens, name=name, what=what),
                day_of(window.opens),
            ),
            (
                "paattyy",
                view.text(view.ui.calendar_closes, name=name, what=what),
                day_of(window.closes),
            ),
        ):
            if day and day >= view.register.today:
                uid = f"{kind}-{_body(window)}-{day:%Y%m%d}"
                same[uid] += 1
                told = f"{view.said(window)}. {_conditions(view, window)}"
                yield _event(view, window, f"{uid}-{same[uid]}", summary, day, told)


def _reminders(view: View, windows: Iterable[Window]) -> Iterator[tuple[Window, list[str]]]:
    """For each window of a body's newest year, a day a month before its next anniversary."""
    bodies: dict[str, list[Window]] = {}
    for window in windows:
        if window.month:
            bodies.setdefault(_body(window), []).append(window)
    for body, some in bodies.items():
        newest = max(one.last_seen[:4] for one in some)
        for index, window in enumerate(one for one in some if one.last_seen[:4] == newest):
            what, when = view.text(window.what), view.said(window, "past")
            said = view.text(view.ui.calendar_check_note, what=what, when=when)
            told = f"{said} {_conditions(view, window)}"
            day = a_month_before_next(window.opens or window.closes or "")
            uid = f"muistutus-{body}-{index + 1}"
            name = view.body_of(window)
            summary = view.text(view.ui.calendar_check, name=name)
            yield window, _event(view, window, uid, summary, day, told, yearly=True)


def a_month_before_next(seen: str) -> date:
    """A month before the anniversary of a day or month: 20.10.2025 gives 20.9.2026."""
    then = day_of(seen) or last_day_of(seen).replace(day=1)
    year, month = (then.year + 1, then.month - 1) if then.month > 1 else (then.year, 12)
    # The 28th at most in February: a yearly event of the 29th would come every fourth year.
    return date(year, month, min(then.day, 28 if month == 2 else monthrange(year, month)[1]))


def _event(
    view: View, window: Window, uid: str, summary: str, day: date, told: str, yearly: bool = False
) -> list[str]:
    """An event of a whole day. DTSTAMP is when the page was read, never when this was built."""
    return [
        "BEGIN:VEVENT",
        f"UID:{uid}-{view.language}@{_NAME}",
        f"DTSTAMP:{window.read_on:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        *(["RRULE:FREQ=YEARLY"] if yearly else []),
        f"SUMMARY:{_escaped(summary)}",
        f"DESCRIPTION:{_escaped(told.strip())}",
        f"URL:{window.url}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _body(window: Window) -> str:
    """An id of who takes the applications; a county's never meets a municipality's."""
    return f"hva-{window.county}" if window.county else str(window.municipality)


def _conditions(view: View, window: Window) -> str:
    return view.text(window.conditions) if window.conditions else ""


def _escaped(text: str) -> str:
    """A TEXT value (RFC 5545, 3.3.11)."""
    for char in "\\;,":
        text = text.replace(char, f"\\{char}")
    return text.replace("\n", "\\n")


def folded(line: str) -> str:
    """A content line of at most 75 octets a piece (RFC 5545, 3.1), never cut inside a character."""
    rest, pieces, room = line.encode(), [], 75
    while len(rest) > room:
        cut = room
        while rest[cut] & 0xC0 == 0x80:  # within a character of UTF-8
            cut -= 1
        pieces.append(rest[:cut])
        rest, room = rest[cut:], 74  # after the space that begins the next piece
    return b"\r\n ".join([*pieces, rest]).decode()
