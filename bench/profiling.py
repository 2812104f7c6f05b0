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
RULES: list[tuple[str, str, str]] = [
    # A process that waits for another one does no work: a function that does so is named here.
    ("kumppanuus/twin.py", "wait", WAITING),
    ("multiprocessing/", "", WAITING),
    ("concurrent/futures/", "", WAITING),
    ("kumppanuus/search/", "", SEARCH),
    ("kumppanuus/site_checks.py", "", CHECKS),
    ("kumppanuus/built.py", "", CHECKS),
    ("kumppanuus/check.py", "", DATA),
    ("kumppanuus/reader.py", "", DATA),
    ("kumppanuus/load.py", "", DATA),
    ("kumppanuus/validate.py", "", DATA),
    ("kumppanuus/rules.py", "", DATA),
    ("jinja2/", "compile", "templates: compiling"),
    ("jinja2/", "get_template", "templates: finding"),
    ("jinja2/", "get_or_select_template", "templates: finding"),
    ("jinja2/", "", "templates: rendering"),
    ("kumppanuus/templates/", "", "templates: rendering"),
    ("overrides/", "", "templates: rendering"),
    ("material/templates/", "", "templates: rendering"),
    ("kumppanuus/tables.py", "", "Markdown"),
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
    """Seconds by stage, the largest first; summed over processes that ran side by side."""
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
