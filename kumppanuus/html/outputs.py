"""What the core hands to the site generator: pages made from data, and files beside them."""

from __future__ import annotations

from dataclasses import dataclass

from kumppanuus.facts.municipality import Municipality


@dataclass(frozen=True)
class GeneratedPage:
    """A page made from data.

    address: without language.
    edit_path: the data file that it comes from, relative to the project's root.
    """

    address: str
    title: str
    description: str
    html: str
    edit_path: str
    district: str | None = None
    municipality: Municipality | None = None
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Download:
    """A file beside the pages; address below the site's root."""

    address: str
    content: str
