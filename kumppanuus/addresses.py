"""Every address of the site: made here and nowhere else, in code and in templates (as ``to``).

An address is below the site's root, without language, and ends in "/": "kunnat/laitila/". The
same page in Swedish is below "sv/"; ``site_path`` says so. README: addresses are kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from kumppanuus.facts.fields import Language
from kumppanuus.facts.media import ATTACHMENTS, PICTURES
from kumppanuus.facts.register import Register

HOME = ""
MUNICIPALITIES = "kunnat/"
COUNTIES = "hyvinvointialueet/"
YEAR = "paatos/vuosi/"
WINDOWS_CALENDAR = f"{YEAR}hakuajat.ics"
REMINDERS_CALENDAR = f"{YEAR}muistutukset.ics"
PARTNERSHIP = "kumppanuus/"
BENEFITS = "hyodyt/"
AGREEMENTS = "sopimukset/"
DECISIONS = "paatokset/"
DECISIONS_CSV = f"{DECISIONS}paatokset.csv"
DISTRICTS = "piirit/"
NEWS = "ajankohtaista/"
CONTACTS = "yhteystiedot/"
SOURCES = "lahteet/"
DECIDE = "paatos/"
CHILD_IMPACT = "paatos/lapset/"
ANNEX = f"{DECIDE}liitepohja.docx"
IN_SWEDISH = "https://www.mll.fi/sv/"  # the central association's own pages in Swedish
SEARCH = "haku/"
NOT_FOUND = "404.html"

# Beside the pages, once for both languages.
ASSETS = "assets/"
ICON = "assets/favicon.svg"
STYLE = "assets/site.css"
PAGES_STYLE = "assets/pages.css"  # the same, and what few pages have
COAST = "assets/coast.svg"
COPY = "assets/copy.js"
FINDER = "assets/finder.js"
NARROW = "assets/narrow.js"
FINDER_DATA = "assets/finder.json"
SEARCH_SCRIPT = "assets/search.js"
SITEMAP = "sitemap.xml"
PUBLISHED = "published-urls.txt"
# Where the site keeps files of its own: no page has such an address.
RESERVED = {"sv", "assets", "data", "muokkaa", PICTURES, ATTACHMENTS}
# No reader keeps the address of these.
APART = (NOT_FOUND, ASSETS)


def search_index_of(language: Language) -> str:
    """What the search loads: the text of every page of a language."""
    return f"assets/search-{language}.json"


def stemmer_of(language: Language) -> str:
    return f"assets/stem-{language}.js"


def small_picture(path: str) -> str:
    """The version for phones of a picture at "kuvat/lapsia.jpg"."""
    stem, _, end = path.rpartition(".")
    return f"{stem}.small.{end}"


def section(path: str) -> str:
    """A page of the menu or footer, by its key in data/words.yml."""
    return f"{path}/"


def municipality(id_: str) -> str:
    return f"{MUNICIPALITIES}{id_}/"


def reminders_of(id_: str) -> str:
    """The calendar of a municipality: to check its own and its county's windows."""
    return f"{municipality(id_)}muistutukset.ics"


def county(id_: str) -> str:
    return f"{COUNTIES}{id_}/"


def agreement(id_: str) -> str:
    return f"{AGREEMENTS}{id_}/"


def agreement_csv(id_: str) -> str:
    return f"{agreement(id_)}{id_}.csv"


def agreement_docx(id_: str) -> str:
    return f"{agreement(id_)}{id_}.docx"


def draft(page: str = DECIDE) -> str:
    """The draft of a proposal for Word, beside the page of whom it is for."""
    return f"{page}paatosluonnos.docx"


def district(id_: str) -> str:
    return f"{DISTRICTS}{id_}/"


def district_topic(id_: str, topic: str) -> str:
    return f"{district(id_)}{topic}/"


def district_contacts(id_: str) -> str:
    return f"{district(id_)}{CONTACTS}"


def contact(district_id: str, id_: str) -> str:
    """A person's card on the district's page."""
    return f"{district_contacts(district_id)}#{id_}"


def vcard(district_id: str, id_: str) -> str:
    return f"{district_contacts(district_id)}{id_}.vcf"


def source(id_: str) -> str:
    """A source in the list of documents."""
    return f"{SOURCES}#{id_}"


def claim(id_: str) -> str:
    return f"{BENEFITS}#{id_}"


# What is published as open data (files/opendata.py).
OPEN_DATA = ("municipalities", "districts", "contacts", "agreements", "decisions", "windows")


def open_data(kind: str) -> str:
    return f"data/{kind}.json"


def open_data_schema(kind: str) -> str:
    return f"data/{kind}.schema.json"


def news_feed() -> str:
    """The Atom feed of a language's news."""
    return f"{NEWS}feed.xml"


def made_from_data(register: Register) -> dict[str, str]:
    """The file behind each page that nobody writes by hand, by the page's address."""
    news = register.news("fi")
    homes = (one for group in register.municipalities_of.values() for one in group)
    return {
        **{municipality(one.id): register.data_file("municipalities", one.id) for one in homes},
        **{
            district_contacts(id_): register.data_file("contacts", people[0].id)
            if (people := register.contacts.get(id_))
            else register.data_file("districts", id_)
            for id_ in register.districts
        },
        **{
            county(one): register.data_file("counties", one) for one in register.districts_of_county
        },
        **{agreement(id_): register.data_file("agreements", id_) for id_ in register.agreements},
        **({NEWS: news[0].document.path} if news else {}),
    }


def page_path(address: str) -> str:
    """Where the Markdown of a page lies, or would lie, below docs/<language>/."""
    return f"{address.rstrip('/')}.md"


def district_pages(id_: str, topics: Iterable[str]) -> list[str]:
    """Where the pages that a district has to have lie, below docs/<language>/."""
    overview = f"{district(id_)}index.md"
    return [overview, *(page_path(district_topic(id_, topic)) for topic in topics)]


def site_path(address: str, language: Language) -> str:
    """An address below the site's root: Finnish at /, Swedish at /sv/."""
    return address if language == "fi" else f"sv/{address}"


def language_of(path: str) -> Language:
    """The language of an address or a file below the site's root."""
    return "sv" if path.startswith("sv/") else "fi"


def in_language(path: str, language: Language) -> str:
    """The same page's path below the site's root in a language."""
    return site_path(path.removeprefix("sv/"), language)


def relative_url(here: str, there: str) -> str:
    """The way from one address below the root to another ("sv/lape/" and the like)."""
    return "../" * here.count("/") + there or "./"


def edit_url(repo_url: str, branch: str = "main") -> str:
    """What a file's path is appended to, so that a link opens it for editing; empty without a
    repository (docs.github.com: editing files)."""
    return f"{repo_url.rstrip('/')}/edit/{quote(branch)}/" if repo_url else ""


def report_url(edit: str) -> str:
    """Where a reader tells of a mistake: the repository's forms, from what edit_url gave."""
    return edit.rpartition("edit/")[0] + "issues/new/choose" if edit else ""
