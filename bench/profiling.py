"""Where a build's time goes, by stage, over all its Python processes."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Sequence

from bench import measure
from bench.generators import Generator
from bench.install import HERE, ROOT, WORK
from bench.places import Place

# (start of the file's place, function or "" for any, stage). A moment belongs to the innermost
# frame that any rule knows, so a stage's time is its own, without the stages that it calls.
SEARCH = "search index"
CHECKS = "checks of the built HTML"
WAITING = "waiting for the other language (not work)"
DATA = "reading and checking the data"
MAPS = "maps"
RULES: list[tuple[str, str, str]] = [
    # A process that waits for another one does no work: a function that does so is named here.
    ("kumppanuus/languages.py", "wait", WAITING),
    ("multiprocessing/", "", WAITING),
    ("concurrent/futures/", "", WAITING),
    ("kumppanuus/search/", "", SEARCH),
    ("kumppanuus/checks/built.py", "", CHECKS),
    ("kumppanuus/checks/site.py", "", CHECKS),
    ("kumppanuus/checks/published.py", "", CHECKS),
    ("kumppanuus/checks/", "", DATA),
    ("kumppanuus/facts/load.py", "", DATA),
    ("kumppanuus/facts/read.py", "", DATA),
    ("kumppanuus/facts/validate.py", "", DATA),
    ("kumppanuus/files/", "", "Word files, calendars and tables"),
    ("kumppanuus/html/map.py", "", MAPS),
    ("kumppanuus/html/labels.py", "", MAPS),
    ("jinja2/", "compile", "templates: compiling"),
    ("jinja2/", "get_template", "templates: finding"),
    ("jinja2/", "get_or_select_template", "templates: finding"),
    ("jinja2/", "", "templates: rendering"),
    ("kumppanuus/html/templates/", "", "templates: rendering"),
    ("overrides/", "", "templates: rendering"),
    ("material/templates/", "", "templates: rendering"),
    ("markdown/", "", "Markdown"),
    ("pymdownx/", "", "Markdown"),
    ("kumppanuus/", "", "pages, blocks and frames from data"),
    ("mkdocs_static_i18n/", "", "static-i18n"),
    ("material/plugins/search/", "", "search index (plugin)"),
    ("mkdocs/contrib/search/", "", "search index (plugin)"),
    ("mkdocs/", "", "MkDocs: files, links, writing"),
    ("<frozen importlib", "", "importing Python modules"),
]


def where_time_goes(generator: Generator, places: Sequence[Place]) -> dict[str, float]:
    """Seconds by stage, the largest first; summed over processes that ran side by side.

    Raises RuntimeError where a rule names a file of ours that has moved: its time would be counted
    with another stage, and nobody would see it.
    """
    own = (start for start, _, _ in RULES if start.startswith(("kumppanuus/", "overrides/")))
    if gone := [start for start in own if not (ROOT / start).exists()]:
        raise RuntimeError(f"bench/profiling.py: no such file: {', '.join(gone)}")
    samples = WORK / "samples"
    shutil.rmtree(samples, ignore_errors=True)
    samples.mkdir()
    more = {
        "PYTHONPATH": str(HERE / "sampler"),
        "BENCH_STAGES": json.dumps(RULES),
        "BENCH_SAMPLES": str(samples),
        "BENCH_ROOT": str(ROOT),
    }
    measure.build(generator, places, more)
    total: Counter[str] = Counter()
    for path in sorted(samples.glob("*.json")):
        total.update(json.loads(path.read_text(encoding="utf-8")))
    return {stage: spent / 1e6 for stage, spent in total.most_common()}
