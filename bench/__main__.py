"""python -m bench: measures, and writes bench/results.md.

Nothing else should run meanwhile. With --only, the named steps are done anew and the other
figures are those of the last run (.cache/bench/results.json).
"""

from __future__ import annotations

import argparse
import json
from functools import partial

from bench import steps
from bench.generators import Eleventy, Floor, Generator, Hugo, Starlight, Stock
from bench.install import HERE, ROOT, WORK, install
from bench.machine import machine, tools
from bench.ours import Ours, named_municipalities
from bench.places import make_places
from bench.report import report

STEPS = ("build", "profile", "pages", "lighthouse", "report")
RESULTS = WORK / "results.json"
PAGE_SIZE = 300  # pages are measured at this size: the real site has 308 municipalities


def main() -> None:
    given = _arguments()
    sizes = [int(size) for size in given.sizes.split(",")]
    at = PAGE_SIZE if PAGE_SIZE in sizes else max(sizes)
    wanted = _chosen(given.only, STEPS)
    everything = _generators()
    ids = _chosen(given.generators, [one.id for one in everything])
    generators = [one for one in everything if one.id in ids]

    results: steps.Results = {}
    if given.only and RESULTS.exists():
        results = json.loads(RESULTS.read_text(encoding="utf-8"))
    if wanted != ["report"]:
        install()
        if not results or "build" in wanted:  # else these are still those of the builds measured
            versions = {one.id: one.version() for one in generators}
            results["versions"] = results.get("versions", {}) | versions
            results |= {"machine": machine(), "runs": given.runs}
        results["names"] = {one.id: one.name for one in everything}
        results |= {"tools": tools(), "page_size": at}
        kept = named_municipalities()
        every = {size: make_places(ROOT, size, kept) for size in sizes}
        for name, run in (
            ("build", partial(steps.builds, every=every, keep=at)),
            ("profile", partial(steps.profile, places=every[at])),
            ("pages", partial(steps.pages, places=every[at])),
            ("lighthouse", partial(steps.scores, places=every[at])),
        ):
            if name in wanted:
                run(results, generators)
                RESULTS.write_text(json.dumps(results, indent=1), encoding="utf-8")
    if "report" in wanted:
        (HERE / "results.md").write_text(report(results), encoding="utf-8")
        print("bench: wrote bench/results.md")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--sizes", default="50,300,1000", help="municipalities, per language")
    parser.add_argument("--runs", type=int, default=3, help="medians of so many")
    parser.add_argument("--only", default="", help=f"some of the steps {','.join(STEPS)}")
    parser.add_argument("--generators", default="", help="some of the generators, by id")
    return parser.parse_args()


def _generators() -> list[Generator]:
    return [Ours(), Stock(), Floor(), Hugo(), Eleventy(), Starlight()]


def _chosen(given: str, known: list[str] | tuple[str, ...]) -> list[str]:
    """The names in a list with commas; all of them where it is empty."""
    names = given.split(",") if given else list(known)
    if unknown := set(names) - set(known):
        raise SystemExit(f"bench: not among {', '.join(known)}: {', '.join(sorted(unknown))}")
    return names


if __name__ == "__main__":
    try:
        main()
    except RuntimeError as error:
        raise SystemExit(f"bench: {error}") from None
