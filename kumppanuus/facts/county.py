"""The models of data/counties.yml and data/windows.yml: wellbeing services counties, and when a
county has taken applications for grants."""

from __future__ import annotations

from kumppanuus.facts.fields import CheckedOn, CountyId, Frozen, Id, PlainText, Text, Url, Year


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


class Window(Frozen):
    """A time in which applications were taken; it is over, so it is never told as coming.

    when: as it was told, with its year; year: of that time, for the order.
    """

    county: CountyId
    what: Text
    when: Text
    year: Year
    url: Url
    read_on: CheckedOn


class WindowFile(Frozen):
    """data/windows.yml"""

    windows: tuple[Window, ...]
