"""The facts of the five sources stand on the pages where their readers look for them."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
import yaml

from kumppanuus.addresses import site_path
from kumppanuus.facts.fields import LANGUAGES, Language
from kumppanuus.facts.models import Contact
from kumppanuus.facts.register import Register
from tests.conftest import Site

FACTS = yaml.safe_load((Path(__file__).parent / "facts.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def texts(site: Site) -> dict[str, str]:
    """The visible text of each page's main element, spaces made plain, by its address."""
    found = {}
    for address in site.addresses():
        html = site.text(address)
        main = html[html.index("<main") : html.index("</main>")]
        text = re.sub(r"<(script|style)\b.*?</\1>", "", main, flags=re.S)
        found[address] = " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())
    return found


@pytest.mark.content
@pytest.mark.parametrize("page", FACTS)
def test_names_and_figures_of_the_sources_are_on_their_page(
    page: str, texts: dict[str, str]
) -> None:
    """A name or number is the same in both languages, or is given in each."""
    told = []
    for fact in FACTS[page]:
        for language in LANGUAGES:
            text = str(fact[language] if isinstance(fact, dict) else fact)
            address = site_path(page, language)
            if text not in texts[address]:
                told.append(
                    f"{address}: Sivulla ei enää lue ”{text}”. Jos tieto on muuttunut, muuta myös"
                    f" tests/html/facts.yml.\n    På sidan står inte längre ”{text}”. Om uppgiften"
                    " har ändrats, ändra också tests/html/facts.yml."
                )
    assert told == [], "\n".join(["", *told])


def test_a_person_is_where_a_reader_looks(register: Register, texts: dict[str, str]) -> None:
    """All of a card, among the district's people and on their topics; regional roles on one.

    Who was involved in the past is on the district's page alone.
    """
    missing = [
        f"{site_path(page, language)}: {fact}"
        for district, people in register.contacts.items()
        for person in people
        if person.past is None
        for language in LANGUAGES
        for page in pages_of(district, person)
        for fact in card(person, language)
        if fact not in texts[site_path(page, language)]
    ]
    assert missing == [], "\n".join(missing)
    for district, people in register.contacts.items():
        for person in people:
            for language in LANGUAGES:
                shown = [texts[site_path(page, language)] for page in pages_of(district, person)]
                for one in person.regional_roles:
                    role = one.role[language] if one.role else ""
                    assert any(role in text for text in shown), (person.id, role)


def pages_of(district: str, person: Contact) -> list[str]:
    """Where a reader looks for the person: everybody, the district's, each topic's."""
    own = ("yhteystiedot", *person.topics)
    if person.past:
        return [f"piirit/{district}/{name}/" for name in own]
    return ["yhteystiedot/", *(f"piirit/{district}/{name}/" for name in own)]


def card(person: Contact, language: Language) -> list[str]:
    """What is told of the person."""
    texts = [text[language] for text in (person.answers_for, person.role) if text]
    return [one for one in (person.name, person.phone, person.email, *texts) if one]
