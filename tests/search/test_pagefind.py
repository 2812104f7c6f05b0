"""The index of the search."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from kumppanuus.search.pagefind import finish_search_index


def test_what_pagefind_says_when_it_fails_is_told(tmp_path: Path) -> None:
    """A failure is a line like those of the other checks, not a crash."""
    failing = [sys.executable, "-c", "import sys; sys.exit('no room')"]
    index = subprocess.Popen(failing, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    (told,) = finish_search_index(index, tmp_path)
    assert told.code == "site_search"
    assert "no room" in told.fi
