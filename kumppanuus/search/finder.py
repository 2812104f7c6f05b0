"""What the field that finds a municipality, a region or a wellbeing county knows."""

from __future__ import annotations

import json
from collections.abc import Iterator

from kumppanuus import addresses as to
from kumppanuus.facts.register import Register


def finder_data(register: Register) -> str:
    """What the search field knows, for both languages, as compact JSON.

    {"kunnat": [[Finnish name, Swedish name or 0, id or 0 outside the districts], …],
    where a region or a county has its page's address without the last "/" for id,
    "ennen": [[former Finnish name, former Swedish name or 0, index in kunnat], …]}
    """
    municipalities = sorted(register.municipalities, key=lambda one: one.name.fi)
    index = {one.id: number for number, one in enumerate(municipalities)}
    rows: list[list[str | int]] = [
        [
            one.name.fi,
            0 if one.name.sv == one.name.fi else one.name.sv,
            one.id if one.id in register.district_of else 0,
        ]
        for one in municipalities
    ]
    rows += _around(register)
    former: list[list[str | int]] = [
        [one.name.fi, 0 if one.name.sv == one.name.fi else one.name.sv, index[one.into]]
        for one in register.merged
    ]
    data = {"kunnat": rows, "ennen": former}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _around(register: Register) -> Iterator[list[str | int]]:
    """The regions of the districts, and the counties with what people call them."""
    for id_, district in register.districts.items():
        for region in district.regions:
            name = register.region_names[region]
            yield [name.fi, name.sv, to.district(id_).rstrip("/")]
    for id_ in register.districts_of_county:
        county = register.counties[id_]
        short = f" ({', '.join(county.also)})" if county.also else ""
        address = to.county(id_).rstrip("/")
        yield [f"{county.name.fi}{short}", f"{county.name.sv}{short}", address]
