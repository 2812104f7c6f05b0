"""What was aimed at, beside what was measured."""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from statistics import median
from typing import Any

Results = dict[str, Any]


@dataclass(frozen=True)
class Target:
    """One line of the verdict. reached: None where it was not measured."""

    what: str
    aim: str
    measured: str = "not measured"
    reached: bool | None = None


def of_build(results: Results, generator: str, size: int, field: str) -> float | None:
    """The median of a figure of the builds of one size; None where there were none."""
    costs = results.get("builds", {}).get(generator, {}).get(str(size), {}).get("costs")
    return median(one[field] for one in costs) if costs else None


def growth(results: Results, generator: str) -> float | None:
    """The exponent of time over pages from 300 to 1 000: 1 is proportional."""
    small = of_build(results, generator, 300, "wall")
    large = of_build(results, generator, 1000, "wall")
    return log(large / small) / log(1000 / 300) if small and large else None


def targets(results: Results) -> list[Target]:
    """Every target of the project, in its order."""
    return [
        _ratio(results, "build at 300 × 2 pages, against stock (a)", "stock", 300, "wall", 0.25),
        _ratio(results, "build at 1 000 × 2 pages, against stock (a)", "stock", 1000, "wall", 0.06),
        _ratio(results, "build at 300 × 2 pages, against the floor (b)", "floor", 300, "wall", 2.0),
        _ratio(
            results, "build at 1 000 × 2 pages, against the floor (b)", "floor", 1000, "wall", 2.0
        ),
        _ratio(results, "build at 1 000 × 2 pages, against Eleventy", "eleventy", 1000, "wall", 1),
        _at_most("growth exponent 300 → 1 000", growth(results, "ours"), 1.05, digits=3),
        _ratio(results, "peak memory at 300 × 2, against stock", "stock", 300, "peak", 1.3),
        _ratio(results, "peak memory at 1 000 × 2, against stock", "stock", 1000, "peak", 1.3),
        _municipality_html(results),
        *_first_views(results),
        _first_search(results),
        _lighthouse(results),
        *_steadiness(results),
    ]


def _at_most(
    what: str, measured: float | None, limit: float, unit: str = "", digits: int = 0
) -> Target:
    aim = f"≤ {limit:g}{unit}"
    if measured is None:
        return Target(what, aim)
    return Target(what, aim, f"{measured:.{digits}f}{unit}", measured <= limit)


def _ratio(results: Results, what: str, other: str, size: int, field: str, limit: float) -> Target:
    ours, theirs = (of_build(results, one, size, field) for one in ("ours", other))
    return _at_most(what, ours / theirs if ours and theirs else None, limit, " ×", 3)


def _municipality_html(results: Results) -> Target:
    sizes = results.get("builds", {}).get("ours", {}).values()
    largest = max((one["output"]["municipality_bytes"] for one in sizes), default=None)
    kilobytes = largest / 1000 if largest else None
    return _at_most("HTML of a municipality page, raw, the largest", kilobytes, 20, " kB", 1)


def _of_views(results: Results, field: str) -> float | None:
    """The worst of the four pages."""
    views = results.get("views", {}).get("ours", {}).values()
    return max((view[field] for view in views), default=None)


def _first_views(results: Results) -> list[Target]:
    size, requests = _of_views(results, "size"), _of_views(results, "requests")
    kilobytes = size / 1000 if size is not None else None
    return [
        _at_most("first view of any page, gzip", kilobytes, 25, " kB", 1),
        _at_most("first view of any page, requests", requests, 5),
    ]


def _first_search(results: Results) -> Target:
    found = results.get("search", {}).get("ours")
    kilobytes = found[0] / 1000 if found else None
    return _at_most("first search: script, index, one query", kilobytes, 60, " kB", 1)


def _lighthouse(results: Results) -> Target:
    what, aim = "Lighthouse, the four pages, the lowest of all scores", "100"
    pages = results.get("lighthouse", {}).get("ours", {}).values()
    lowest = min((score for page in pages for score in page["scores"].values()), default=None)
    if lowest is None:
        return Target(what, aim)
    return Target(what, aim, f"{lowest:.0f}", lowest == 100)


def _steadiness(results: Results) -> list[Target]:
    return [
        _at_most("CLS, the worst page", _of_views(results, "cls"), 0, digits=4),
        _at_most("TBT, the worst page", _of_views(results, "tbt"), 0, " ms", 1),
    ]
