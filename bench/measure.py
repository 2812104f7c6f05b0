"""One build: seconds, processor time, and the peak memory of all its processes together."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.generators import Generator
from bench.install import ENVIRONMENT, WORK
from bench.places import Place

LOG_END = 2000  # characters of a failed build's output that are shown
PROC = Path("/proc")
ASIDE = WORK / "aside"


@dataclass(frozen=True)
class Cost:
    """What one build took; peak: bytes, 0 where the system does not tell."""

    wall: float
    cpu: float
    peak: int

    def then(self, later: Cost) -> Cost:
        """This and what ran after it, as one."""
        return Cost(self.wall + later.wall, self.cpu + later.cpu, max(self.peak, later.peak))


@dataclass(frozen=True)
class Output:
    """What a build left."""

    total_bytes: int
    files: int
    html_files: int
    municipality_bytes: int  # the largest page of a municipality, raw


def build(
    generator: Generator, places: Sequence[Place], more: dict[str, str] | None = None
) -> Cost:
    """Builds from nothing and measures it. Raises RuntimeError if a page is missing.

    more: what is added to the environment.
    """
    folder = generator.folder(len(places))
    for name in generator.clean:
        if os.path.lexists(folder / name):
            set_aside(folder / name)
    cost = Cost(0, 0, 0)
    for command in generator.commands():
        cost = cost.then(run(command, folder, more or {}))
    if missing := generator.missing(places):
        raise RuntimeError(
            f"{generator.id}: {len(missing)} of {2 * len(places)} municipality pages were not "
            f"built, the first is {missing[0]}"
        )
    return cost


def set_aside(path: Path) -> None:
    """Takes a file or a folder away without deleting it (``delete_what_was_set_aside`` does).

    For half a minute after many files were deleted, ext4 makes new ones slowly: it looks for
    inodes that were not in use lately. That would be measured in the builds that follow.
    """
    ASIDE.mkdir(parents=True, exist_ok=True)
    path.rename(Path(tempfile.mkdtemp(dir=ASIDE)) / path.name)


def delete_what_was_set_aside() -> None:
    """To be called where no build follows at once."""
    shutil.rmtree(ASIDE, ignore_errors=True)


def output(generator: Generator, places: Sequence[Place]) -> Output:
    """What the build that has just run left."""
    site = generator.site(len(places))
    files = [path for path in site.rglob("*") if path.is_file()]
    pages = [
        site / language / generator.address(place) / "index.html"
        for place in places
        for language in ("", "sv")
    ]
    return Output(
        total_bytes=sum(path.stat().st_size for path in files),
        files=len(files),
        html_files=sum(path.suffix == ".html" for path in files),
        municipality_bytes=max(path.stat().st_size for path in pages),
    )


def run(command: list[str], folder: Path, more: dict[str, str]) -> Cost:
    """Runs one command to its end. Raises RuntimeError with the end of its output if it fails."""
    log = folder / "build.log"
    with log.open("wb") as file:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**ENVIRONMENT, **more},
            stdout=file,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            start_new_session=True,  # its processes are found by their session
        )
        memory = _Memory(process.pid)
        memory.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:  # interrupted: a session of its own would go on alone
            os.killpg(process.pid, signal.SIGKILL)
            raise
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        memory.stop()
    if process.returncode:
        told = log.read_text(encoding="utf-8", errors="replace")[-LOG_END:]
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}:\n{told}")
    # wait4 counts the children that the process has waited for itself, and theirs.
    return Cost(wall, usage.ru_utime + usage.ru_stime, memory.peak)


class _Memory(threading.Thread):
    """Watches how much memory a session's processes hold together.

    Pages that processes share count once (PSS). Between two looks a single process cannot have
    held more than it remembers itself (VmHWM). ru_maxrss would be of no use: Linux counts in it
    what the parent held when it started the child.
    """

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self.session = session
        self.peak = 0
        self._ended = threading.Event()

    def run(self) -> None:
        pause = 0.0
        while not self._ended.wait(pause):
            start = time.perf_counter()
            ids = list(_session_members(self.session))
            together = sum(_kilobytes(pid, "smaps_rollup", "Pss:") for pid in ids)
            alone = max((_kilobytes(pid, "status", "VmHWM:") for pid in ids), default=0)
            self.peak = max(self.peak, 1024 * max(together, alone))
            # At most 5 % of one core goes to looking.
            pause = max(0.02, 20 * (time.perf_counter() - start))

    def stop(self) -> None:
        self._ended.set()
        self.join()


def _session_members(session: int) -> Iterable[int]:
    """The processes of a session; none where there is no /proc."""
    for entry in PROC.iterdir() if PROC.is_dir() else ():
        if not entry.name.isdigit():
            continue
        try:
            # The name in brackets may hold anything; session is the fourth field after it.
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it has ended in the meantime
        if fields[3] == str(session):
            yield int(entry.name)


def _kilobytes(pid: int, file: str, field: str) -> int:
    try:
        text = (PROC / str(pid) / file).read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in text.splitlines() if line.startswith(field)), 0)
