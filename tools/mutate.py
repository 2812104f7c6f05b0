"""Breaks data and pages at random and tells what becomes of it: python -m tools.mutate N SEED.

Each mutation is one that an editor could make: a line lost, a key doubled, a quotation mark gone,
something pasted. It must be told with file and line, or accepted; and what is accepted must build.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import shutil
import sys
import time
import traceback
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from difflib import unified_diff
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from resource import RLIMIT_CPU, setrlimit
from signal import SIGKILL, SIGXCPU
from tempfile import TemporaryDirectory

import mkdocs_static_i18n.plugin  # noqa: F401 - read once, before a child builds
from mkdocs.__main__ import cli

import kumppanuus.plugin  # noqa: F401
from kumppanuus.checks.check import all_warnings, load, today
from kumppanuus.problems import ProblemsFound

LIMIT, BUILD_LIMIT = 5, 60  # seconds of a processor, not of a clock: what takes more hangs
WAIT = 300  # seconds of a clock, for what hangs without a processor
SAID = "said.txt"  # what a build says, in the folder that it builds
FINE = {"listed", "accepted", "built"}
HEADS = ("---", "+++")  # of a diff
PARTS = ("data", "docs", "overrides", "mkdocs.yml")
PASTED = (
    *("null", "no", "010", "1.5", "2026-13-40", "[", "{", "}", "&a", "*a", "!x", "%", "@", "|"),
    *('"', "'", "”", "“", "`", "```", "~~~", "<", "<b>", "</div>", "<!--", "<script>", "&", ">"),
    *("# ", "## ", "#### ", "- ", "• ", "  - x", "1. ", "24. joulukuuta", "| a | b |", "|---|"),
    *("{{ map }}", "{{ ei }}", "{{", "}}", "{#a}", "{: .a}", "[a](b.md)", "[a](#b)", "![](a.png)"),
    *("[^1]", "!!! note", "- [ ] x", "~~x~~", "www.mll.fi", "a@b.fi", "javascript:x", "---", "\t"),
    *("\u2028", "\x1b", "\ufffd", "\u00a0", "å", "😀", "\r", "\n\n", "TÄYTÄ", "<<<<<<< HEAD"),
)

Mutation = tuple[str, str, bytes]  # mutator, file, new content


def _lines(change: Callable[[list[str], int, random.Random], None]) -> Callable[..., bytes]:
    def mutate(raw: bytes, dice: random.Random) -> bytes:
        lines = raw.decode("utf-8", "replace").split("\n")
        change(lines, dice.randrange(len(lines)), dice)
        return "\n".join(lines).encode()

    return mutate


def _insert(lines: list[str], at: int, dice: random.Random) -> None:
    place = dice.randint(0, len(lines[at]))
    lines[at] = lines[at][:place] + dice.choice(PASTED) + lines[at][place:]


def _replace_value(lines: list[str], at: int, dice: random.Random) -> None:
    head, colon, _ = lines[at].partition(": ")
    lines[at] = f"{head}{colon}{dice.choice(PASTED)}"


def _cut_line(lines: list[str], at: int, dice: random.Random) -> None:
    lines[at] = lines[at][: dice.randint(0, len(lines[at]))]


def _delete_sign(lines: list[str], at: int, dice: random.Random) -> None:
    signs = [place for place, sign in enumerate(lines[at]) if not sign.isalnum()]
    if signs:
        place = dice.choice(signs)
        lines[at] = lines[at][:place] + lines[at][place + 1 :]


def _swap(lines: list[str], at: int, dice: random.Random) -> None:
    other = dice.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


def _join(lines: list[str], at: int, dice: random.Random) -> None:
    lines[at : at + 2] = [" ".join(lines[at : at + 2])]


def _double_block(lines: list[str], at: int, dice: random.Random) -> None:
    lines[at:at] = lines[at : at + dice.randint(2, 12)]


def _indent(lines: list[str], at: int, dice: random.Random) -> None:
    lines[at] = dice.choice([" " + lines[at], "  " + lines[at], lines[at][1:], "\t" + lines[at]])


MUTATORS: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "delete line": _lines(lambda lines, at, dice: lines.pop(at) and None),
    "double line": _lines(lambda lines, at, dice: lines.insert(at, lines[at])),
    "double block": _lines(_double_block),
    "swap lines": _lines(_swap),
    "join lines": _lines(_join),
    "paste": _lines(_insert),
    "paste line": _lines(lambda lines, at, dice: lines.insert(at, dice.choice(PASTED))),
    "other value": _lines(_replace_value),
    "cut line": _lines(_cut_line),
    "delete sign": _lines(_delete_sign),
    "indent": _lines(_indent),
    "cut file": lambda raw, dice: raw[: dice.randrange(len(raw) + 1)],
    "other letters": lambda raw, dice: raw.replace("ä".encode(), b"\xe4", 1),
    "letters apart": lambda raw, dice: unicodedata.normalize("NFD", raw.decode()).encode(),
    "line ends": lambda raw, dice: raw.replace(b"\n", dice.choice([b"\r", b"\r\n"])),
}


def mutations(root: Path, count: int, seed: int) -> Iterator[Mutation]:
    """As many as asked for, the same ones for a seed."""
    dice = random.Random(seed)
    files = [
        path.relative_to(root).as_posix()
        for folder in ("data", "docs")
        for path in sorted((root / folder).rglob("*"))
        if path.suffix in {".yml", ".csv", ".txt", ".lock", ".md"}
    ]
    made = 0
    while made < count:
        name, file = dice.choice([*MUTATORS]), dice.choice(files)
        raw = (root / file).read_bytes()
        new = MUTATORS[name](raw, dice)
        if new != raw:
            made += 1
            yield name, file, new


def _checked(root: Path) -> str:
    try:
        all_warnings(load(root, today()))
    except ProblemsFound as found:
        return "listed" if all(one.path and one.line for one in found.problems) else "no place"
    except Exception:
        return f"traceback\n{traceback.format_exc()}"
    return "accepted"


def _run(root: Path, builds: bool, pipe: Connection) -> None:
    """In a child: sends what the check says, then ends as `mkdocs build` does."""
    setrlimit(RLIMIT_CPU, (LIMIT, LIMIT + BUILD_LIMIT))
    pipe.send(said := _checked(root))
    if said == "accepted" and builds:
        setrlimit(RLIMIT_CPU, (LIMIT + BUILD_LIMIT, LIMIT + BUILD_LIMIT))
        os.chdir(root)
        with (root / SAID).open("wb") as file:
            os.dup2(file.fileno(), sys.stderr.fileno())
        cli(["--quiet", "build"])


def tried(root: Path, builds: bool, mutation: Mutation) -> tuple[str, float]:
    """(what became of it, seconds of the check): in a child, which can hang or crash alone."""
    _, file, content = mutation
    with TemporaryDirectory() as name:
        folder = Path(name)
        for part in PARTS:
            copy = shutil.copytree if (root / part).is_dir() else shutil.copy
            copy(root / part, folder / part)
        (folder / file).write_bytes(content)
        start = time.monotonic()
        context = multiprocessing.get_context("fork")
        ours, theirs = context.Pipe(duplex=False)
        child = context.Process(target=_run, args=(folder, builds, theirs))
        child.start()
        theirs.close()  # or the end of the child would not be the end of the pipe
        try:
            said = ours.recv() if ours.poll(WAIT) else "hang"
        except EOFError:
            said = "crash"
        seconds = time.monotonic() - start
        child.join(WAIT if said == "accepted" else 1)
        if child.is_alive():
            child.kill()
            child.join()
        hangs = child.exitcode in (-SIGXCPU, -SIGKILL)
        if said == "crash" and hangs:
            said = "hang"
        elif said == "accepted" and hangs:
            said = "build hangs"
        elif said == "accepted" and builds:
            told = (folder / SAID).read_text("utf-8", "replace")[-1500:]
            said = f"build fails\n{told}" if child.exitcode else "built"
        return said, seconds


def shown(root: Path, mutation: Mutation) -> str:
    """What a mutation changes, without what stands around it."""
    name, file, content = mutation
    texts = ((root / file).read_bytes(), content)
    old, new = (text.decode("utf-8", "replace").split("\n") for text in texts)
    lines = [line for line in unified_diff(old, new, n=0, lineterm="") if line[:3] not in HEADS]
    return "\n".join([f"{name} in {file}", *(repr(line)[1:-1] for line in lines[:12])])


def main() -> int:
    """Prints what went wrong, then how many came to what; returns 1 if anything went wrong."""
    parser = argparse.ArgumentParser(prog="tools.mutate", description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("seed", type=int)
    parser.add_argument("--builds", type=int, default=100, help="how many to build if accepted")
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--show", action="store_true", help="what was accepted as well, to be read")
    given = parser.parse_args()
    root, counts, slowest = Path.cwd(), Counter[str](), 0.0
    every = [*mutations(root, given.count, given.seed)]
    # About two fifths are accepted: of the first so many each is built.
    built = min(len(every), given.builds * 5 // 2)
    with ProcessPoolExecutor(given.jobs) as pool:
        parts = (every[:built], True), (every[built:], False)
        for some, builds in parts:
            found = pool.map(partial(tried, root, builds), some)
            for mutation, (said, seconds) in zip(some, found, strict=True):
                outcome, _, detail = said.partition("\n")
                counts[outcome] += 1
                slowest = max(slowest, seconds)
                if outcome not in FINE or (given.show and outcome != "listed"):
                    print(f"{outcome}: {shown(root, mutation)}\n{detail}", flush=True)
    print(", ".join(f"{outcome} {count}" for outcome, count in counts.most_common()))
    print(f"slowest {slowest:.2f} s")
    return 0 if set(counts) <= FINE else 1


if __name__ == "__main__":
    sys.exit(main())
