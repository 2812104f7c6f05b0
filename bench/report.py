"""bench/results.md: the tables of a run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median
from typing import Any

from bench.lighthouse import CATEGORIES
from bench.targets import Results, growth, of_build, targets

METHOD = """
- Every generator gets the same pages: N municipalities (a title, a description, six blocks of
  text, a table, links to neighbours), four districts, an agreement and a home page, in Finnish
  and in Swedish. This site has its own hand-written pages besides.
- Of this site the municipality pages are made from data, by the template that readers meet: other
  text than that of the plain pages. What is the same on many of them (prices, first steps,
  neighbours) is kept out of its search index, because readers are served better so.
- A build starts from nothing (output and caches are set aside; deleting them would slow down the
  making of new files for a while) and is one line of the tables from start to end. Runs are
  interleaved (A B C A B C); one build of each that does not count comes first. The bench stops if
  one of the N × 2 pages is missing.
- Processor: of the process and all that it waited for. Memory: the peak of all processes of the
  build together, pages that they share counted once. MB and kB are 10⁶ and 10³ bytes.
- Stock is Material as it comes but for its fonts, which would come from another host. The floor
  has no search, no menus and no checks; nor have Hugo and Eleventy here.
- Pages are served on the same machine with gzip over HTTP/1.1, and the server counts bytes (head
  and body) and requests. The phone: 412 × 823, slow 4G (562 ms, 1.5 Mbit/s), processor ÷ 4, a
  new browser each time. A first search counts script, index and one query, not the page around
  them; stock's has its interface in the script of every page, which is not counted.
- The test pages share most of their sentences, so a search index packs better than real text
  would: stock, which loads its whole index at every first view, looks lighter than it is.
- The profile looks at each Python process every 5 ms and sums up by stage; processes that run
  side by side are added up.
""".strip()


def report(results: Results) -> str:
    """The whole file."""
    sections = [
        "# Fast, measured side by side",
        "Written by `make bench`; do not edit. How it is measured stands at the end.",
        _table(["", ""], [[key, value] for key, value in results["machine"].items()]),
        _versions(results),
        "## What was aimed at",
        _verdict(results),
        *_builds(results),
        *_profile(results),
        *_views(results),
        *_scores(results),
        "## How it is measured",
        METHOD,
    ]
    return "\n\n".join(sections) + "\n"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _versions(results: Results) -> str:
    names = results["names"]
    rows = [[names[one], version] for one, version in results["versions"].items()]
    rows += [[tool, version] for tool, version in results["tools"].items()]
    return _table(["What", "Version"], rows)


def _verdict(results: Results) -> str:
    words = {True: "yes", False: "**no**", None: "–"}
    rows = [[one.what, one.aim, one.measured, words[one.reached]] for one in targets(results)]
    return _table(["What", "Aim", "Measured", "Reached"], rows)


def _builds(results: Results) -> list[str]:
    found = results.get("builds", {})
    if not found:
        return []
    told = ["## Build\n\nMedians of several runs; in brackets the fastest and the slowest."]
    head = ["", "Wall s", "Runs", "× stock", "CPU s", "Peak MB", "Out MB", "HTML files"]
    head.append("Municipality kB")
    sizes = sorted({int(size) for one in found.values() for size in one})
    for size in sizes:
        stock = of_build(results, "stock", size, "wall")
        rows = [
            _build_row(results, generator, size, stock)
            for generator in results["names"]
            if str(size) in found.get(generator, {})
        ]
        told += [f"### {size:,} × 2 pages".replace(",", " "), _table(head, rows)]
    grown = [
        [results["names"][one], f"{exponent:.2f}"]
        for one in results["names"]
        if (exponent := growth(results, one)) is not None
    ]
    if grown:
        told.append("### Growth from 300 to 1 000 pages")
        told.append("Time grows as this power of the number of pages.")
        told.append(_table(["", "Exponent"], grown))
    return told


def _build_row(results: Results, generator: str, size: int, stock: float | None) -> list[str]:
    found: dict[str, Any] = results["builds"][generator][str(size)]
    walls = [one["wall"] for one in found["costs"]]
    left = found["output"]
    return [
        results["names"][generator],
        f"{median(walls):.2f} ({min(walls):.2f}–{max(walls):.2f})",
        str(len(walls)),
        f"{median(walls) / stock:.2f}" if stock else "–",
        f"{median(one['cpu'] for one in found['costs']):.2f}",
        f"{median(one['peak'] for one in found['costs']) / 1e6:.0f}",
        f"{left['total_bytes'] / 1e6:.1f}",
        str(left["html_files"]),
        f"{left['municipality_bytes'] / 1000:.1f}",
    ]


def _profile(results: Results) -> list[str]:
    told = []
    for generator, stages in results.get("profile", {}).items():
        whole = sum(stages.values())
        rows = [[stage, f"{spent:.2f}", f"{spent / whole:.0%}"] for stage, spent in stages.items()]
        told.append(f"### {results['names'][generator]}, {results['page_size']} × 2 pages")
        told.append(_table(["Stage", "s", "Share"], rows))
    return ["## Where the time goes", *told] if told else []


def _views(results: Results) -> list[str]:
    found = results.get("views", {})
    if not found:
        return []
    rows = []
    for generator, views in found.items():
        for name, one in views.items():
            row = [results["names"][generator], name, f"{one['size'] / 1000:.1f}"]
            row += [f"{one['requests']:.0f}", f"{one['raw_html'] / 1000:.1f}"]
            row += [f"{one['fcp']:.0f}", f"{one['lcp']:.0f}", f"{one['tbt']:.0f}"]
            rows.append([*row, f"{one['cls']:.3f}"])
    head = ["", "Page", "kB", "Requests", "HTML raw kB", "FCP ms", "LCP ms", "TBT ms", "CLS"]
    told = [
        f"## First view, {results['page_size']} × 2 pages\n\n"
        f"A phone on slow 4G, an empty cache; medians of {results['runs']}.",
        _table(head, rows),
    ]
    searches = [
        [results["names"][generator], f"{size / 1000:.1f}", str(requests)]
        for generator, (size, requests) in results.get("search", {}).items()
    ]
    if searches:
        told += ["### First search", _table(["", "kB", "Requests"], searches)]
    return told


def _scores(results: Results) -> list[str]:
    rows = []
    for generator, pages in results.get("lighthouse", {}).items():
        for name, one in pages.items():
            marks = [f"{one['scores'][category]:.0f}" for category in CATEGORIES]
            lost = ", ".join(one["lost"]) or "–"
            rows.append([results["names"][generator], name, *marks, lost])
    head = ["", "Page", "Performance", "Accessibility", "Best practices", "SEO", "Points lost by"]
    return ["## Lighthouse", _table(head, rows)] if rows else []
