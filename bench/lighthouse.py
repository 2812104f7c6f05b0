"""Lighthouse's four scores of a page."""

from __future__ import annotations

import json
import subprocess
from statistics import median
from typing import Any

from bench.install import ENVIRONMENT, SITE_URL, WORK, node
from tools.chromium import find_or_install

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PROGRAM = WORK / "node_modules/lighthouse/cli/index.js"
FLAGS = (
    "--quiet",
    "--output=json",
    "--no-enable-error-reporting",
    "--chrome-flags=--no-sandbox --headless --disable-background-networking",
    f"--only-categories={','.join(CATEGORIES)}",
)


def lighthouse(address: str) -> dict[str, Any]:
    """Scores from 0 to 100, and the audits that cost points. Raises RuntimeError if it fails."""
    run = subprocess.run(
        [node(18), str(PROGRAM), SITE_URL + address, *FLAGS],
        cwd=WORK,
        env={**ENVIRONMENT, "CHROME_PATH": find_or_install()},
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        raise RuntimeError(f"Lighthouse failed on /{address}:\n{run.stderr[-2000:]}")
    told = json.loads(run.stdout)
    if error := told.get("runtimeError"):
        raise RuntimeError(f"Lighthouse failed on /{address}: {error['message']}")
    categories = told["categories"]
    scores = {name: round(100 * categories[name]["score"]) for name in CATEGORIES}
    lost = {
        audit["id"]
        for category in categories.values()
        for audit in category["auditRefs"]
        if audit["weight"] and (told["audits"][audit["id"]]["score"] or 0) < 1
        if told["audits"][audit["id"]]["scoreDisplayMode"] in ("binary", "numeric", "metricSavings")
    }
    return {"scores": scores, "lost": sorted(lost)}


def median_scores(results: list[dict[str, Any]]) -> dict[str, Any]:
    """Score by score; the audits that cost points in any run."""
    scores = {name: median(one["scores"][name] for one in results) for name in CATEGORIES}
    return {"scores": scores, "lost": sorted({name for one in results for name in one["lost"]})}
