"""The models of places: municipalities of today and of yesterday, and what is told of them."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kumppanuus.facts.fields import (
    GONE,
    CheckedOn,
    CountyId,
    Frozen,
    MunicipalityCode,
    MunicipalityId,
    NewAddress,
    OldAddress,
    RegionName,
    SourceId,
    Text,
    Url,
    Year,
)

# The regions of Statistics Finland, 1.1.2026: a misspelt one would belong to no district.
Region = Literal[
    "Ahvenanmaa",
    "Etelä-Karjala",
    "Etelä-Pohjanmaa",
    "Etelä-Savo",
    "Kainuu",
    "Kanta-Häme",
    "Keski-Pohjanmaa",
    "Keski-Suomi",
    "Kymenlaakso",
    "Lappi",
    "Pirkanmaa",
    "Pohjanmaa",
    "Pohjois-Karjala",
    "Pohjois-Pohjanmaa",
    "Pohjois-Savo",
    "Päijät-Häme",
    "Satakunta",
    "Uusimaa",
    "Varsinais-Suomi",
]


class Redirect(Frozen):
    """A row of data/redirects.csv: an address that was published, and where its page is now.

    Both are below the site's root and end in "/" ("sv/lape/"); "./" is the home page, here "".
    new: "gone" where the page was removed; its address then says so.
    """

    old: OldAddress
    new: NewAddress

    @property
    def is_gone(self) -> bool:
        return self.new == GONE


class RegionText(Text):
    """A region's name in both languages; the Finnish one is its id."""

    fi: Region


class Municipality(Frozen):
    """A row of data/municipalities.csv (Statistics Finland, 1.1.2026, CC BY 4.0)."""

    code: MunicipalityCode
    name: Text
    languages: Literal["fi", "sv", "fi-sv", "sv-fi"]
    region: RegionText
    county: Text
    lon: Annotated[float, Field(ge=19, le=32)]
    lat: Annotated[float, Field(ge=59, le=71)]

    @cached_property  # asked for more often than anything else
    def id(self) -> str:
        """The Finnish name in lower-case ASCII with hyphens: the last part of its address."""
        ascii_name = unicodedata.normalize("NFKD", self.name.fi).encode("ascii", "ignore").decode()
        return re.sub(r"[^a-z0-9]+", "-", ascii_name.lower()).strip("-")

    @property
    def has_wellbeing_county(self) -> bool:
        """False for Helsinki, which arranges social and health services itself (616/2021, 7 §)."""
        return self.county.fi.endswith("hyvinvointialue")

    def distance(self, other: Municipality) -> float:
        """Squared distance between the centres in degrees of latitude; for ranking only.

        A degree of longitude is about half as long at 61° N, where the districts lie.
        """
        return (self.lat - other.lat) ** 2 + ((self.lon - other.lon) * 0.485) ** 2


class Merged(Frozen):
    """A row of data/merged.csv: a municipality that is now part of another.

    into: the id of the municipality that it belongs to today.
    """

    name: Text
    year: Year
    into: MunicipalityId


class LocalFact(Frozen):
    """What a source tells of work in a municipality, a county or a region: exactly one of them.

    The source is one of data/sources.yml, or a page of which url and read_on tell. year: of the
    source; without it the page bears none.
    """

    municipality: MunicipalityId | None = None
    county: CountyId | None = None
    region: RegionName | None = None
    text: Text
    organiser: Text | None = None
    year: Year | None = None
    source: SourceId | None = None
    url: Url | None = None
    read_on: CheckedOn | None = None

    @model_validator(mode="after")
    def _is_somewhere(self) -> LocalFact:
        if [self.municipality, self.county, self.region].count(None) != 2:
            raise PydanticCustomError("one_place", "one of three", {"key": "region"})
        if (self.source is None) == (self.url is None or self.read_on is None):
            raise PydanticCustomError("one_source", "source or url", {"key": "url"})
        return self
