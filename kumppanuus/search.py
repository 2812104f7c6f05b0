"""The search index, by Pagefind: one for each language of the site (by <html lang>)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

# Pagefind writes interfaces of its own beside the index; the site has its own small one.
UNUSED = ("pagefind-ui*", "pagefind-modular*", "pagefind-component*", "pagefind-highlight*")


def build_search_index(site: Path, *, wait: bool = True) -> None:
    """Writes site/pagefind/ from the elements marked data-pagefind-body.

    wait: False lets it go on by itself, so that an editor sees a change at once.
    Raises RuntimeError with what Pagefind said, if it fails while we wait.
    """
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--quiet"]
    if not wait:
        subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode:
        raise RuntimeError(f"Pagefind failed ({run.returncode}):\n{run.stdout}{run.stderr}")
    for pattern in UNUSED:
        for path in (site / "pagefind").glob(pattern):
            path.unlink()
