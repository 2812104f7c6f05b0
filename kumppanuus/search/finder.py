"""What the field that finds a municipality knows."""

from __future__ import annotations

import json

from kumppanuus.facts.register import Register


def finder_data(register: Register) -> str:
    """What the search field knows, for both languages, as compact JSON.

    {"kunnat": [[Finnish name, Swedish name or 0, id or 0 outside the districts], …],
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
    former: list[list[str | int]] = [
        [one.name.fi, 0 if one.name.sv == one.name.fi else one.name.sv, index[one.into]]
        for one in register.merged
    ]
    data = {"kunnat": rows, "ennen": former}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
