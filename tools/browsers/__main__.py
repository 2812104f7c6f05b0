"""Walks every task in every engine, and prints a table: python -m tools.browsers SITE"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from tools.browsers.chromium import Chromium
from tools.browsers.engine import Engine
from tools.browsers.firefox import Firefox
from tools.browsers.tasks import TASKS, Walk
from tools.browsers.webkit import WebKit
from tools.server import serving

ENGINES: tuple[Callable[[], Engine], ...] = (Chromium, Firefox, WebKit)


def walked(engine: Engine, site: Path) -> dict[str, str]:
    """What failed of each task, empty where nothing did. An engine's own error is a failure."""
    found = {}
    with serving(site) as port:
        walk = Walk(engine, site, f"http://127.0.0.1:{port}/")
        for name, task in TASKS.items():
            try:
                task(walk)
                found[name] = ""
            except Exception as error:
                found[name] = " ".join(f"{error}".split()) or type(error).__name__
    return found


def table(results: dict[str, dict[str, str]]) -> str:
    """Engine × task as Markdown: "ok" or what failed."""
    lines = ["| | " + " | ".join(results) + " |", "|---" * (len(results) + 1) + "|"]
    for name in TASKS:
        told = [(one[name] or "ok").replace("|", "\\|")[:300] for one in results.values()]
        lines.append(f"| {name} | " + " | ".join(told) + " |")
    return "\n".join(lines)


def main(site: Path, engines: Iterable[Callable[[], Engine]] = ENGINES) -> int:
    """1 if any task failed in any engine."""
    results = {}
    for start in engines:
        engine = start()
        try:
            results[engine.name] = walked(engine, site)
        finally:
            engine.close()
    print(table(results))
    return int(any(failed for one in results.values() for failed in one.values()))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
