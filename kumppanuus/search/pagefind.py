"""The search index, by Pagefind: one for each language of the site (by <html lang>)."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

from pagefind_bin import get_executable

from kumppanuus.addresses import SEARCH_INDEX
from kumppanuus.problems import Problem, problem

# Pagefind writes interfaces of its own beside the index; the site has its own small one.
UNUSED = ("pagefind-ui*", "pagefind-modular*", "pagefind-component*", "pagefind-highlight*")


def start_search_index(site: Path) -> subprocess.Popen[str]:
    """Begins to write site/pagefind/ from the elements marked data-pagefind-body."""
    command = [get_executable(), "--site", site, "--quiet"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def finish_search_index(index: subprocess.Popen[str], site: Path) -> Iterator[Problem]:
    """Waits for the index and leaves out what the site does not use. Yields what went wrong."""
    said, _ = index.communicate()
    if index.returncode:
        yield problem(SEARCH_INDEX, 1, "site_search", value=said)
        return
    entry = site / SEARCH_INDEX / "pagefind-entry.json"  # its languages come in any order
    text = json.dumps(json.loads(entry.read_text(encoding="utf-8")), sort_keys=True)
    entry.write_text(text, encoding="utf-8")
    for pattern in UNUSED:
        for path in (site / SEARCH_INDEX).glob(pattern):
            path.unlink()
