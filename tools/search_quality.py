"""How well the search finds, by language and kind of query: how often the page that is wanted comes
first and among the first three, and every miss. `python -m tools.search_quality [SITE]` prints it.

The queries are in tests/search/queries.csv. Half of each list ("test") was set aside while the
search was made. Seven of the given rows were written before the page that answers them best (the
counties, child impact, the year): it stands last in theirs. Pages wanted are separated by spaces;
"." is the home page, "outside" the answer that a municipality belongs to none of the districts,
and nothing where nothing is to be found.
"""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import playwright

ROOT = Path(__file__).parent.parent
QUERIES = ROOT / "tests/search/queries.csv"
NODE = Path(playwright.__file__).parent / "driver/node"  # the one that comes with Playwright
FIRST = 3


@dataclass(frozen=True)
class Query:
    """A row of queries.csv."""

    list: str
    half: str
    language: str
    kind: str
    query: str
    wanted: str


@dataclass(frozen=True)
class Outcome:
    """What a query found, and the place of the page wanted; 0 where it is not among them."""

    query: Query
    found: tuple[str, ...]
    meant: str
    ms: float
    rank: int


def queries() -> list[Query]:
    with QUERIES.open(encoding="utf-8", newline="") as file:
        return [Query(**row) for row in csv.DictReader(file)]


def answers(site: Path, asked: Sequence[tuple[str, str]]) -> list[dict[str, Any]]:
    """What search_quality.mjs says of (language, query) on a built site."""
    given = {
        "scripts": (ROOT / "overrides/assets").as_uri() + "/",
        "site": site.resolve().as_uri() + "/",
        "queries": asked,
    }
    said = subprocess.run(
        [NODE, "--no-warnings", Path(__file__).with_suffix(".mjs")],
        input=json.dumps(given),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if said.returncode:
        raise RuntimeError(said.stderr)
    found: list[dict[str, Any]] = json.loads(said.stdout)
    return found


def outcomes(site: Path, asked: Sequence[Query]) -> list[Outcome]:
    """How each query fares on a built site."""
    given = answers(site, [(one.language, one.query) for one in asked])
    return [
        Outcome(one, tuple(said["found"]), said["meant"], said["ms"], rank(one, said))
        for one, said in zip(asked, given, strict=True)
    ]


def rank(query: Query, said: dict[str, Any]) -> int:
    """The place of the first page that is wanted, from 1; 0 for none."""
    if not query.wanted:
        return int(not said["found"])
    if query.wanted == "outside":
        return int(said["outside"])
    wanted = {"" if one == "." else one for one in query.wanted.split()}
    places = (place for place, one in enumerate(said["found"], 1) if one in wanted)
    return next(places, 0)


def shares(some: Iterable[Outcome]) -> tuple[int, int, int]:
    """(how many, how many first, how many among the first three)"""
    ranks = [one.rank for one in some]
    return len(ranks), ranks.count(1), sum(1 <= one <= FIRST for one in ranks)


def table(all_: Sequence[Outcome]) -> Iterator[str]:
    """A line for each language, and for each kind of query in it."""
    groups: dict[tuple[str, ...], list[Outcome]] = defaultdict(list)
    for one in all_:
        query = one.query
        for half in (query.half, "all"):
            groups[query.list, half, query.language, ""].append(one)
        groups[query.list, "all", query.language, query.kind].append(one)
    yield f"{'list':6} {'half':5} {'language':8} {'kind':9}   n  first    of three"
    for key, some in sorted(groups.items()):
        count, first, three = shares(some)
        cells = f"{key[0]:6} {key[1]:5} {key[2]:8} {key[3]:9} {count:3}"
        yield f"{cells}  {first:3} {first / count:4.0%} {three:3} {three / count:4.0%}"


def main() -> None:
    site = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "site")
    all_ = outcomes(site, queries())
    print(*table(all_), sep="\n")
    times = [one.ms for one in all_]
    print(f"\nms a query: median {median(times):.1f}, most {max(times):.1f}")
    print("\nNot first: place, what was asked, what is wanted, what came")
    for one in all_:
        if one.rank != 1:
            query = one.query
            came = ", ".join(address or "." for address in one.found[:FIRST])
            asked = f"{query.language} {query.kind}: {query.query}"
            print(f"{one.rank or '–'}  {query.list} {query.half} {asked} → {query.wanted} | {came}")


if __name__ == "__main__":
    main()
