"""Prints the scores, what moves and what is loaded; ends with 1 where a floor is not reached."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kumppanuus.addresses import site_path
from kumppanuus.facts.fields import LANGUAGES
from tools.chromium import find_or_install
from tools.kinds import examples, pages
from tools.server import serving

PROGRAM = Path(__file__).parent / "node_modules/lighthouse/cli/index.js"
FLAGS = "--headless=new --no-sandbox --no-proxy-server"
KINDS = ("", "kunnat/*", "piirit/*", "kumppanuus", "hyodyt", "sopimukset/*", "paatokset", "paatos")
# A busy machine is slow by itself: a page that falls short is measured again, and its best counts.
TRIES = 3


@dataclass(frozen=True)
class Result:
    """What Lighthouse says of one page. kilobytes: as sent, compressed."""

    scores: dict[str, int]
    shift: float
    requests: int
    kilobytes: float
    faults: tuple[str, ...]

    @property
    def is_good(self) -> bool:
        return set(self.scores.values()) == {100} and self.shift == 0


def read(report: dict[str, Any]) -> Result:
    """A report of Lighthouse, as JSON."""
    audits = report["audits"]
    items = audits["network-requests"]["details"]["items"]
    lowered = {
        part["id"]
        for category in report["categories"].values()
        for part in category["auditRefs"]
        if part["weight"]
    }
    return Result(
        {key: round(100 * one["score"]) for key, one in report["categories"].items()},
        audits["cumulative-layout-shift"]["numericValue"],
        len(items),
        sum(one["transferSize"] for one in items) / 1000,
        tuple(key for key in audits if key in lowered and (audits[key]["score"] or 0) < 0.9),
    )


def measured(url: str, chromium: str) -> Result:
    """The best of the tries. Raises CalledProcessError where Lighthouse does not run."""
    results = []
    for _ in range(TRIES):
        run = subprocess.run(
            ["node", PROGRAM, url, "--output=json", "--quiet", f"--chrome-flags={FLAGS}"],
            env={**os.environ, "CHROME_PATH": chromium},
            stdout=subprocess.PIPE,
            check=True,
        )
        results.append(read(json.loads(run.stdout)))
        if results[-1].is_good:
            break
    return max(results, key=lambda one: sum(one.scores.values()))


def row(path: str, one: Result) -> str:
    """A line of the table, as Markdown."""
    cells = [f"/{path}", *one.scores.values(), f"{one.shift:.3f}", one.requests]
    cells += [f"{one.kilobytes:.1f}", ", ".join(one.faults)]
    return f"| {' | '.join(str(cell) for cell in cells)} |"


def main(site: Path) -> int:
    """1 if any page is below 100 in anything, or moves."""
    chromium = find_or_install()
    there = examples(pages(site))
    good = True
    names = "performance | accessibility | best practices | SEO | CLS | requests | kB | faults"
    print(f"| page | {names} |\n{'|---' * 9}|", flush=True)
    with serving(site, compressed=True) as port:
        for kind in KINDS:
            for language in LANGUAGES:
                path = site_path(there[kind], language)
                one = measured(f"http://127.0.0.1:{port}/{path}", chromium)
                print(row(path, one), flush=True)
                good = good and one.is_good
    return int(not good)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
