"""Before a site is published: which addresses has it had so far?

python -m kumppanuus urls https://owner.github.io/repo/

The site tells it itself, so this needs no right to write and no commit.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import requests

from kumppanuus.addresses import PUBLISHED
from kumppanuus.checks.published import LIST, listed
from kumppanuus.facts.load import LoadError, load_addresses
from kumppanuus.problems import Problem, warning


def add_published(root: Path, url: str) -> tuple[int, Problem | None]:
    """Adds the addresses that the site at ``url`` has published to data/published-urls.txt.

    Returns how many were new, and a warning where the site or its list cannot be read: the
    first time there is none.
    """
    address, path = f"{url.rstrip('/')}/{PUBLISHED}", root / LIST
    try:
        answer = requests.get(address, timeout=30)
        answer.raise_for_status()
        with TemporaryDirectory() as folder:
            file = Path(folder) / PUBLISHED
            file.write_bytes(answer.content)
            found = set(load_addresses(Path(folder), file).value)
        before = set(load_addresses(root, path).value) if path.exists() else set()
    except (requests.RequestException, LoadError) as error:
        why = error.problem if isinstance(error, LoadError) else error
        return 0, warning(LIST, 1, "list_unreachable", value=address, why=why)
    path.write_text(listed(before | found), encoding="utf-8", newline="\n")
    return len(found - before), None
