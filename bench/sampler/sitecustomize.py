"""Python runs this at its start where bench/profiling.py put it on the path: a sampling profiler.

Every few milliseconds it notes where the main thread is, and sums that up by stage. It sees each
process of a build, forked or started, and costs a build some 2 %: cProfile would double it and
make small functions look dear.
"""

from __future__ import annotations

import atexit
import json
import os
import sys
import threading
import time
from collections import Counter
from pathlib import Path

EVERY = 0.005  # seconds
SAVED_EVERY = 20  # looks; a forked process ends without a word

# The watcher gets its turn at once. Else it would get it when the main thread next lets go, which
# is when it reads or writes a file, and files would look dear.
sys.setswitchinterval(0.0001)

# A frame belongs to the first stage that its file (and function) are of; the innermost one counts.
RULES: list[list[str]] = json.loads(os.environ["BENCH_STAGES"])
FOLDER = Path(os.environ["BENCH_SAMPLES"])
ROOT = f"{os.environ['BENCH_ROOT']}/"
LIBRARY = f"{Path(os.__file__).parent}/"


IMPORTING = "importing Python modules"


def _place(file: str) -> str:
    """A file as the rules name it: "jinja2/environment.py", "overrides/base.html"."""
    for start in ("site-packages/", LIBRARY, f"{Path.cwd()}/", ROOT):
        if start in file:
            return file.partition(start)[2]
    return file


def _stage(file: str, function: str, known: dict[tuple[str, str], str]) -> str:
    """The stage of one frame, "" for none; remembered, since few functions are seen often."""
    key = (file, function)
    if key not in known:
        place = _place(file)
        if function == "<module>":  # a module's own lines run when it is imported
            known[key] = "" if place.endswith("__main__.py") else IMPORTING
        else:
            known[key] = next(
                (
                    stage
                    for start, name, stage in RULES
                    if place.startswith(start) and (not name or name == function)
                ),
                "",
            )
    return known[key]


def _watch(main: int) -> None:
    seen: Counter[str] = Counter()
    known: dict[tuple[str, str], str] = {}
    path = FOLDER / f"{os.getpid()}-{time.monotonic_ns()}.json"

    def save() -> None:
        part = path.with_suffix(f".{threading.get_ident()}")
        part.write_text(json.dumps(seen), encoding="utf-8")
        part.replace(path)

    atexit.register(save)
    looks = 0
    last = time.perf_counter()
    while True:
        time.sleep(EVERY)
        frame = sys._current_frames().get(main)
        now = time.perf_counter()
        stage = ""
        while frame is not None and not stage:
            stage = _stage(frame.f_code.co_filename, frame.f_code.co_name, known)
            frame = frame.f_back
        # Weighted by the time since the last look: a long call into C lets nobody look.
        seen[stage or "the rest of Python"] += int(1e6 * (now - last))
        last = now
        looks += 1
        if looks % SAVED_EVERY == 0:
            save()


def _start() -> None:
    main = threading.main_thread().ident
    assert main is not None
    threading.Thread(target=_watch, args=(main,), daemon=True).start()


os.register_at_fork(after_in_child=_start)
_start()
