"""Draws the coast behind the maps anew: tools.coast COUNTRIES.json [YYYY-MM-DD].

COUNTRIES.json is countries-10m.json of the npm package world-atlas, which holds the country
boundaries of Natural Earth (1:10 million, public domain) as TopoJSON:

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz package/countries-10m.json

The result is overrides/assets/coast.svg, which is kept with the site: no build needs the source.
Its colours are see-through, so that one picture does on light and dark paper alike; where the
picture ends and the land does not, the land fades.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from datetime import date
from itertools import pairwise
from math import hypot
from pathlib import Path
from typing import Any

from kumppanuus.html.projection import HEIGHT, WIDTH, project

OUT = Path(__file__).parents[1] / "overrides/assets/coast.svg"
NAMES = {"Finland", "Åland", "Aland"}
TOLERANCE = 1.5  # how far, in units of the maps, a corner that is left out may lie from the line
SMALLEST = 14  # the area of an island that is drawn, in square units
MARGIN = 6  # the line around the picture's edge lies outside it

Point = tuple[float, float]


def main(source: str, day: str) -> None:
    rings = [simpler(inside(ring)) for ring in rings_of(json.loads(Path(source).read_text()))]
    land = "".join(as_path(ring) for ring in rings if len(ring) > 3 and area(ring) >= SMALLEST)
    OUT.write_text(
        "<!-- The coast of southern Finland: Natural Earth 4.1, 1:10 million, public domain"
        f" (npm world-atlas 2.0.2, {day}); made by tools/coast.py. -->\n"
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"'
        f' width="{WIDTH}" height="{HEIGHT}">'
        '<filter id="b"><feGaussianBlur stdDeviation="24"/></filter>'
        '<mask id="m"><path filter="url(#b)" fill="#fff"'
        f' d="M-99 54H{WIDTH - 54}V{HEIGHT + 99}H-99z"/></mask>'
        '<path mask="url(#m)" fill="#a98f5c" fill-opacity=".2"'
        ' stroke="#8d8064" stroke-opacity=".75" stroke-width="1.2" stroke-linejoin="round"'
        ' vector-effect="non-scaling-stroke"'
        f' d="{land}"/></svg>\n',
        encoding="utf-8",
    )


def rings_of(topology: Any) -> Iterable[list[Point]]:
    """The outlines of the countries in NAMES, projected."""
    scale, start = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs: list[list[Point]] = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append(project(x * scale[0] + start[0], y * scale[1] + start[1]))
        arcs.append(points)
    for shape in topology["objects"]["countries"]["geometries"]:
        if shape["properties"]["name"] not in NAMES:
            continue
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        for ids in (ring for polygon in polygons for ring in polygon):
            ring: list[Point] = []
            for id_ in ids:
                points = arcs[id_] if id_ >= 0 else arcs[~id_][::-1]
                ring += points[bool(ring) :]
            yield ring


def inside(ring: list[Point]) -> list[Point]:
    """The ring cut to the picture, one side after the other (Sutherland and Hodgman)."""
    sides: list[tuple[int, Callable[[float], float], float]] = [
        (0, lambda value: value, -MARGIN),
        (0, lambda value: -value, -WIDTH - MARGIN),
        (1, lambda value: value, -MARGIN),
        (1, lambda value: -value, -HEIGHT - MARGIN),
    ]
    for axis, sign, least in sides:
        kept: list[Point] = []
        for one, two in pairwise([*ring, *ring[:1]]):
            first, second = sign(one[axis]) - least, sign(two[axis]) - least
            if (first >= 0) != (second >= 0):
                part = first / (first - second)
                kept.append((one[0] + (two[0] - one[0]) * part, one[1] + (two[1] - one[1]) * part))
            if second >= 0:
                kept.append(two)
        ring = kept
    return ring


def simpler(ring: list[Point]) -> list[Point]:
    """Without the corners that lie within TOLERANCE of the line (Douglas and Peucker)."""
    if len(ring) < 4:
        return ring
    kept = {0, len(ring) - 1}
    spans = [(0, len(ring) - 1)]
    while spans:
        start, end = spans.pop()
        between = range(start + 1, end)
        far = max(between, key=lambda i: off(ring[i], ring[start], ring[end]), default=start)
        if far != start and off(ring[far], ring[start], ring[end]) > TOLERANCE:
            kept.add(far)
            spans += [(start, far), (far, end)]
    return [ring[index] for index in sorted(kept)]


def off(point: Point, start: Point, end: Point) -> float:
    """How far a point lies from a line; from its start, where the line has no length."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = hypot(dx, dy)
    if not length:
        return hypot(point[0] - start[0], point[1] - start[1])
    return abs(dx * (start[1] - point[1]) - dy * (start[0] - point[0])) / length


def area(ring: list[Point]) -> float:
    """In square units."""
    around = pairwise([*ring, *ring[:1]])
    return abs(sum(one[0] * two[1] - two[0] * one[1] for one, two in around)) / 2


def as_path(ring: list[Point]) -> str:
    """Whole units, each corner from the last."""
    corners = [(round(x), round(y)) for x, y in ring]
    steps = [(two[0] - one[0], two[1] - one[1]) for one, two in pairwise(corners)]
    line = " ".join(f"{dx} {dy}" for dx, dy in steps if (dx, dy) != (0, 0))
    return f"M{corners[0][0]} {corners[0][1]}l{line}z".replace(" -", "-")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else date.today().isoformat())
