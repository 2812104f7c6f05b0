"""What ages: facts that nobody has confirmed for a year, and external links that have broken."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

from kumppanuus.checks.built import read_site
from kumppanuus.facts.fields import is_fresh
from kumppanuus.facts.register import Register

Status = Callable[[str], int | None]

# A page that has gone says so with one of these; anything else may be a passing fault.
GONE = {404, 410}


def reports(
    register: Register, today: date, links: Iterable[str], edit_url: str, status: Status
) -> Iterator[tuple[str, str]]:
    """(file name, Markdown) of each issue to open; the first line is its title.

    edit_url: what a file's path is appended to, so that a link opens it for editing.
    status: an address's HTTP status, None where no server answered.
    """
    for id_, district in register.districts.items():
        old = list(unconfirmed(register, id_, today))
        if old:
            name = district.short_name
            lines = [f"- [ ] [{what}]({edit_url}{path})" for what, path in old]
            yield (
                f"{id_}.md",
                _report(
                    f"# Vahvistettavaa: {name.fi} / Att bekräfta: {name.sv}",
                    "Tarkista tieto ja muuta sen päivä (confirmed) tämän päivän päiväksi.",
                    "Kontrollera uppgiften och ändra dess datum (confirmed) till dagens datum.",
                    lines,
                ),
            )
    if old := list(aged_evidence(register, today)):
        yield (
            "evidence.md",
            _report(
                "# Vahvistettavaa: väitteet ja lähteet / Att bekräfta: påståenden och källor",
                "Tarkista tieto ja muuta sen päivä (confirmed) tämän päivän päiväksi.",
                "Kontrollera uppgiften och ändra dess datum (confirmed) till dagens datum.",
                [f"- [ ] [{what}]({edit_url}{path})" for what, path in old],
            ),
        )
    broken = [link for link in sorted(set(links)) if status(link) in GONE | {None}]
    if broken:
        yield (
            "links.md",
            _report(
                "# Rikkinäisiä linkkejä / Brutna länkar",
                "Näitä osoitteita ei enää löydy. Korjaa tai poista linkki.",
                "De här adresserna finns inte längre. Rätta eller ta bort länken.",
                [f"- [ ] {link}" for link in broken],
            ),
        )


def unconfirmed(register: Register, district: str, today: date) -> Iterator[tuple[str, str]]:
    """(what, data file) of a district's contacts and agreements unconfirmed for 12 months."""
    for contact in register.contacts.get(district, ()):
        if not is_fresh(contact.confirmed, today):
            yield contact.name, register.data_file("contacts", contact.id)
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


def _report(title: str, fi: str, sv: str, lines: list[str]) -> str:
    return "\n".join([title, "", fi, "", sv, "", *lines, ""])
