"""The steps of a run. Each adds its figures to the results, a plain mapping that JSON can hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from playwright.sync_api import sync_playwright

from bench.generators import Generator
from bench.lighthouse import lighthouse, median_scores
from bench.measure import build, delete_what_was_set_aside, output, set_aside
from bench.places import Place
from bench.profiling import where_time_goes
from bench.server import serve
from bench.views import SEARCHES, first_search, first_view, median_view, page_addresses

PROFILED = ("ours", "stock")
VIEWED = ("ours", "stock", "starlight", "floor")
SCORED = ("ours", "stock", "starlight")

Results = dict[str, Any]


def builds(
    results: Results, generators: Sequence[Generator], every: dict[int, list[Place]], keep: int
) -> None:
    """Interleaved, A B C A B C: what slows the machine down for a while slows all of them.

    keep: the size whose sites stay for the other steps. All that was built stays until the end,
    some 4 GB.
    """
    found = results.setdefault("builds", {})
    delete_what_was_set_aside()  # a run that was stopped may have left it
    _warm_up(generators, every[min(every)])
    for size, places in every.items():
        costs: dict[str, list[dict[str, float]]] = {one.id: [] for one in generators}
        for generator in generators:
            generator.prepare_anew(places)
        for run in range(1, results["runs"] + 1):
            for generator in generators:
                cost = build(generator, places)
                costs[generator.id].append(asdict(cost))
                _say(f"{generator.id}, {size} × 2 pages, run {run}: {cost.wall:.2f} s")
        for generator in generators:
            left = asdict(output(generator, places))
            found.setdefault(generator.id, {})[str(size)] = {
                "costs": costs[generator.id],
                "output": left,
            }
            if size != keep:
                set_aside(generator.folder(size))
    delete_what_was_set_aside()


def _warm_up(generators: Sequence[Generator], places: Sequence[Place]) -> None:
    """One build that does not count: Python compiles modules, the system reads them from disk."""
    for generator in generators:
        generator.prepare_anew(places)
        build(generator, places)


def profile(results: Results, generators: Sequence[Generator], places: list[Place]) -> None:
    """Where the time goes: this site and stock."""
    for generator in _those(generators, PROFILED, places):
        _say(f"profile of {generator.id}")
        found = where_time_goes(generator, places)
        results.setdefault("profile", {})[generator.id] = found


def pages(results: Results, generators: Sequence[Generator], places: list[Place]) -> None:
    """First views and first searches, on the throttled mobile profile."""
    with sync_playwright() as playwright:
        for generator in _those(generators, VIEWED, places):
            views = results.setdefault("views", {})[generator.id] = {}
            with serve(generator.site(len(places))) as traffic:
                for name, address in _addresses(generator, places).items():
                    _say(f"first view, {name} page of {generator.id}")
                    seen = [
                        first_view(playwright, traffic, address) for _ in range(results["runs"])
                    ]
                    views[name] = asdict(median_view(seen))
                if search := SEARCHES.get(generator.id):
                    _say(f"first search of {generator.id}")
                    found = first_search(playwright, traffic, search)
                    results.setdefault("search", {})[generator.id] = found


def scores(results: Results, generators: Sequence[Generator], places: list[Place]) -> None:
    """Lighthouse's scores."""
    for generator in _those(generators, SCORED, places):
        found = results.setdefault("lighthouse", {})[generator.id] = {}
        with serve(generator.site(len(places))):
            for name, address in _addresses(generator, places).items():
                _say(f"Lighthouse, {name} page of {generator.id}")
                found[name] = median_scores([lighthouse(address) for _ in range(results["runs"])])


def _those(
    generators: Sequence[Generator], ids: tuple[str, ...], places: list[Place]
) -> Iterable[Generator]:
    """The generators that a step is about, each with its site built."""
    for generator in generators:
        if generator.id in ids:
            if generator.missing(places):  # the builds were not among the steps
                generator.prepare_anew(places)
                build(generator, places)
            yield generator


def _addresses(generator: Generator, places: list[Place]) -> dict[str, str]:
    place = next(place for place in places if place.district == "satakunta")
    return page_addresses(generator.address(place))


def _say(line: str) -> None:
    print(f"bench: {line}", flush=True)
