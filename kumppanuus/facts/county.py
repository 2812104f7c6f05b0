"""The model of data/counties.yml: wellbeing services counties."""

from __future__ import annotations

from kumppanuus.facts.fields import Frozen, Id, PlainText, Text


class County(Frozen):
    """A wellbeing services county, or Helsinki, which is none but has the same duties.

    name: as in data/municipalities.csv; also: what people call it.
    """

    id: Id
    name: Text
    also: tuple[PlainText, ...] = ()


class CountyFile(Frozen):
    """data/counties.yml"""

    counties: tuple[County, ...]
