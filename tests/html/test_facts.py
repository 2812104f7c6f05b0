"""The facts of the five sources stand on the pages where their readers look for them."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
import yaml

from kumppanuus.facts.fields import LANGUAGES
from kumppanuus.facts.models import Contact
from kumppanuus.html.view import site_path
from tests.conftest import REGISTER, Site, addresses

FACTS = yaml.safe_load((Path(__file__).parent / "facts.yml").read_text(encoding="utf-8"))
CASES = [(page, fact) for page, facts in FACTS.items() for fact in facts]


@pytest.fixture(scope="module")
def texts(site: Site) -> dict[str, str]:
    """The visible text of each page's main element, spaces made plain, by its address."""
    found = {}
    for address in addresses(site):
        html = (site.folder / address / "index.html").read_text(encoding="utf-8")
        main = html[html.index("<main") : html.index("</main>")]
        text = re.sub(r"<(script|style)\b.*?</\1>", "", main, flags=re.S)
        found[address] = " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())
    return found


@pytest.mark.parametrize(("page", "fact"), CASES, ids=lambda value: str(value)[:60])
def test_fact(page: str, fact: object, texts: dict[str, str]) -> None:
    """A name or number is the same in both languages; a phrase is given in each."""
    fi, sv = (fact["fi"], fact["sv"]) if isinstance(fact, dict) else (str(fact), str(fact))
    for address, text in ((page, fi), (f"sv/{page}", sv)):
        assert text in texts[address], (
            f"\n{address}: Sivulla ei enää lue ”{text}”. Jos tieto on muuttunut, muuta myös"
            f" tests/facts.yml.\n    På sidan står inte längre ”{text}”. Om uppgiften har ändrats,"
            " ändra också tests/facts.yml."
        )


PEOPLE = [(id_, one) for id_, people in REGISTER.contacts.items() for one in people]


@pytest.mark.parametrize(("district", "person"), PEOPLE, ids=lambda value: str(value)[:30])
def test_a_person_is_where_a_reader_looks(
    district: str, person: Contact, texts: dict[str, str]
) -> None:
    """All of a card, among the district's people and on their topics; regional roles on one."""
    own = ("yhteystiedot", *person.topics)
    pages = ["yhteystiedot/", *(f"piirit/{district}/{name}/" for name in own)]
    for language in LANGUAGES:
        shown = [texts[site_path(page, language)] for page in pages]
        card = [person.name, person.phone, person.email, getattr(person.answers_for, language)]
        card += [getattr(person.role, language, None)]
        for fact in card:
            assert fact is None or all(fact in text for text in shown), fact
        for regional in person.regional_roles:
            role = getattr(regional.role, language, "")
            assert any(role in text for text in shown), role
