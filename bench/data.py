"""The pages that every generator builds: the same text, in Finnish and in Swedish."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bench.places import Place

LANGUAGES = ("fi", "sv")
AGREEMENT = "sopimukset/laitila-2023/"  # the same address as on the site, so one tool measures all
TEXT: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "text.yml").read_text(encoding="utf-8")
)

# From the page at an address to the page at another: what stands in a Markdown link.
Link = Callable[[str, str], str]


@dataclass(frozen=True)
class Page:
    """A page as plain Markdown. address: without language ("kunnat/kiviniemi/")."""

    address: str
    language: str
    title: str
    description: str
    body: str

    @property
    def file(self) -> str:
        """Where its Markdown lies below the language's folder."""
        return markdown_file(self.address)

    def source(self) -> str:
        """Front matter and body. JSON strings are YAML strings, whatever stands in them."""
        meta = {"title": self.title, "description": self.description}
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in meta.items()]
        return "\n".join(["---", *lines, "---", "", self.body])


def markdown_file(address: str) -> str:
    return f"{address.rstrip('/') or 'index'}.md"


def link_by_file(here: str, to: str) -> str:
    """A link between Markdown files, as MkDocs wants them."""
    return "../" * (here.rstrip("/").count("/")) + markdown_file(to)


def link_by_address(here: str, to: str) -> str:
    """A link between built pages, for generators that leave links alone."""
    return "../" * here.count("/") + to or "./"


def municipality_page(place: Place, places: dict[str, Place], language: str, link: Link) -> Page:
    """One municipality's page."""
    text = TEXT[language]["municipality"]
    address = f"kunnat/{place.id}/"
    sentences = TEXT[language]["sentences"]
    chosen = [sentences[(place.number * 5 + step * 7) % len(sentences)] for step in range(6)]
    number = place.number
    figures = {
        "people": 900 + number * 37,
        "children": 160 + number * 7,
        "spots": 1 + number % 9,
        "visits": 400 + number * 13,
    }
    values: dict[str, object] = {
        "name": place.name(language),
        "region": place.region(language),
        "code": place.row["code"],
        "neighbours": "\n".join(
            f"- [{places[one].name(language)}]({link(address, f'kunnat/{one}/')})"
            for one in place.neighbours
        ),
        **dict(zip(("one", "two", "three", "four", "five", "six"), chosen, strict=True)),
        **figures,
        **{f"{key}_next": value + 1 + number % 5 for key, value in figures.items()},
    }
    return _page(text, address, language, values)


def all_pages(places: Sequence[Place], link: Link) -> Iterator[Page]:
    """Home, districts, an agreement and every municipality, in both languages."""
    by_id = {place.id: place for place in places}
    districts = sorted({place.district for place in places})
    for language in LANGUAGES:
        text = TEXT[language]
        names = {one: one.replace("-", " ").title() for one in districts}
        listed = [f"- [{names[one]}]({link('', f'piirit/{one}/')})" for one in districts]
        values = {"districts": "\n".join(listed), "agreement": link("", AGREEMENT)}
        yield _page(text["home"], "", language, values)
        for district in districts:
            address = f"piirit/{district}/"
            inside = [
                f"- [{place.name(language)}]({link(address, f'kunnat/{place.id}/')})"
                for place in places
                if place.district == district
            ]
            values = {"name": names[district], "places": "\n".join(inside)}
            yield _page(text["district"], address, language, values)
        parts = [
            text["agreement"]["part"].format(number=number, name=name)
            for number, name in enumerate(names.values(), start=1)
        ]
        yield _page(text["agreement"], AGREEMENT, language, {"parts": "\n".join(parts)})
        for place in places:
            yield municipality_page(place, by_id, language, link)


def _page(text: dict[str, str], address: str, language: str, values: dict[str, Any]) -> Page:
    return Page(
        address,
        language,
        text["title"].format(**values),
        text["description"].format(**values),
        text["body"].format(**values),
    )


def write_pages(folder: Path, pages: Iterator[Page], finnish: str = "fi") -> None:
    """Writes each page below folder/<language>; finnish: where Finnish goes ("" for the root)."""
    for page in pages:
        path = folder / (finnish if page.language == "fi" else "sv") / page.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.source(), encoding="utf-8")
