"""What ages: facts that nobody has confirmed for a year, windows of the year before last, and
external links that have broken."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

from kumppanuus.checks.built import read_site
from kumppanuus.facts.calendar import last_day_of
from kumppanuus.facts.fields import LANGUAGES, Text, is_fresh
from kumppanuus.facts.register import Register
from kumppanuus.html.formats import display_date
from kumppanuus.problems import messages

Status = Callable[[str], int | None]

# A page that has gone says so with one of these; anything else may be a passing fault.
GONE = {404, 410}

# A yearly window has been told again by then, a month late at most.
WINDOW_MONTHS = 13


def reports(
    register: Register, today: date, links: Iterable[str], edit_url: str, status: Status
) -> Iterator[tuple[str, str]]:
    """(file name, Markdown) of each issue to open; the first line is its title.

    edit_url: what a file's path is appended to, so that a link opens it for editing.
    status: an address's HTTP status, None where no server answered.
    """
    for id_, district in register.districts.items():
        if old := list(unconfirmed(register, id_, today)):
            text = _boxes(old, edit_url)
            yield f"{id_}.md", _report("watch_district", "watch_what", text, district.short_name)
    if old := list(aged_evidence(register, today)):
        yield "evidence.md", _report("watch_evidence", "watch_what", _boxes(old, edit_url))
    if gone := list(aged_windows(register, today)):
        yield "windows.md", _report("watch_windows", "watch_windows_what", _boxes(gone, edit_url))
    broken = [link for link in sorted(set(links)) if status(link) in GONE | {None}]
    if broken:
        lines = [f"- [ ] {link}" for link in broken]
        yield "links.md", _report("watch_links", "watch_links_what", lines)


def write_reports(register: Register, folder: Path, site: Path, edit_url: str) -> int:
    """The command. Writes the reports into the folder; returns the exit status."""
    folder.mkdir(parents=True, exist_ok=True)
    links = external_links(site)
    for name, text in reports(register, register.today, links, edit_url, http_status()):
        (folder / name).write_text(text, encoding="utf-8")
        print(folder / name)
    return 0


def unconfirmed(register: Register, district: str, today: date) -> Iterator[tuple[str, str]]:
    """(what, data file) of a district's contacts and agreements unconfirmed for 12 months."""
    for contact in register.contacts.get(district, ()):
        if contact.past is None and not is_fresh(contact.confirmed, today):
            yield contact.name or contact.id, register.data_file("contacts", contact.id)
    for agreement in register.agreements.values():
        if agreement.district == district and not is_fresh(agreement.confirmed, today):
            yield agreement.title.fi, register.data_file("agreements", agreement.id)


def aged_evidence(register: Register, today: date) -> Iterator[tuple[str, str]]:
    """(what, data file) of claims and sources whose confirmation is older than 12 months.

    One that bears no date is as its document says, and a document does not age by itself.
    """
    for claim in register.claims:
        if claim.confirmed and not is_fresh(claim.confirmed, today):
            yield claim.id, register.data_file("claims", claim.id)
    for id_, source in register.sources.items():
        if source.confirmed and not is_fresh(source.confirmed, today):
            yield id_, register.data_file("sources", id_)


def aged_windows(register: Register, today: date) -> Iterator[tuple[str, str]]:
    """(who, data file) of each body whose newest window was over more than 13 months ago.

    One that bears no year counts from the day on which its page was read.
    """
    newest: dict[str, date] = {}
    for window in register.windows:
        if window.county or window.municipality:
            name = (
                register.counties[window.county].name.fi
                if window.county
                else register.municipality[window.municipality or ""].name.fi
            )
            last = last_day_of(window.last_seen) if window.last_seen else window.read_on
            newest[name] = max(newest.get(name, last), last)
    for name, last in sorted(newest.items(), key=lambda one: one[1]):
        months = (today.year - last.year) * 12 + today.month - last.month
        if months - (today.day <= last.day) >= WINDOW_MONTHS:
            yield f"{name} ({display_date(last)})", "data/windows.yml"


def external_links(site: Path) -> set[str]:
    """Every address on another host that the built pages link to."""
    hrefs = {anchor.href for page in read_site(site).values() for anchor in page.anchors}
    return {href for href in hrefs if urlsplit(href).scheme in ("http", "https")}


def http_status() -> Status:
    """Asks for an address politely: HEAD, then GET; four tries with growing pauses."""
    session = requests.Session()
    retry = Retry(total=3, backoff_factor=5, status_forcelist=[429, 500, 502, 503, 504])
    for scheme in ("https://", "http://"):
        session.mount(scheme, HTTPAdapter(max_retries=retry))
    session.headers["User-Agent"] = "kuntakumppanuus-linkit/1.0"

    def status(link: str) -> int | None:
        try:
            found = session.head(link, allow_redirects=True, timeout=30).status_code
            if found >= 400:  # some servers answer only GET
                found = session.get(link, stream=True, timeout=30).status_code
        except requests.exceptions.RetryError:
            return 503  # it answered, but with a fault of its own: not a broken link
        except requests.RequestException:
            return None
        return found

    return status


def _boxes(old: Iterable[tuple[str, str]], edit_url: str) -> list[str]:
    return [f"- [ ] [{what}]({edit_url}{path})" for what, path in old]


def _report(title: str, what: str, lines: list[str], name: Text | None = None) -> str:
    words = messages()
    named = [words[title][one].format(name=name[one] if name else "") for one in LANGUAGES]
    said = [words[what][one] for one in LANGUAGES]
    return "\n".join([f"# {' / '.join(named)}", "", said[0], "", said[1], "", *lines, ""])
