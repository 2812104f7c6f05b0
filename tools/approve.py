"""Approves a page's Swedish in its pull request: python -m tools.approve, run by translation.yml.

Somebody with write access comments "/hyväksy käännös lape" or "/godkänn översättning lape"; one
section by its heading: "lape#Hinta". Or ticks the page's box in the verdict (tools/verdict.py). The
lock is written to the pull request's own branch, by the code of the main branch: of the pull
request only data and texts are read.
"""

from __future__ import annotations

import io
import re
import sys
from contextlib import redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kumppanuus.checks.check import load, today
from kumppanuus.checks.translations import LOCK
from kumppanuus.commands.translations import translations
from kumppanuus.problems import ProblemsFound, sentence
from tools.github import GitHub, block, event, from_environment
from tools.verdict import body, put, ticked

_ASKED = re.compile(
    r"(?im)^[ \t]*/(?:hyväksy[ \t]+käännös|godkänn[ \t]+översättning)[ \t]+(\S[^\r\n]*?)[ \t]*\r?$"
)
PAGES = 20  # of one comment


def asked(comment: str) -> list[str]:
    """The pages, or pages with a heading, that a comment approves: one a line."""
    return list(dict.fromkeys(_ASKED.findall(comment)))[:PAGES]


def approve(github: GitHub, what: dict[str, Any]) -> str:
    """Does what a comment or a tick asks; what is answered, nothing where it asks nothing."""
    is_tick = what["action"] == "edited"
    seen, pages = ticked(what) if is_tick else ("", asked(what["comment"]["body"] or ""))
    if not pages or "pull_request" not in what["issue"]:
        return ""
    if not github.may_write(what["sender"]["login"]):
        return sentence("approve_no_right")
    number = int(what["issue"]["number"])
    pull = github.get(f"pulls/{number}")
    head, base = pull["head"], pull["base"]
    ours = head["repo"] and head["repo"]["full_name"] == github.repository
    if pull["state"] != "open" or not ours or head["ref"] == base["repo"]["default_branch"]:
        return sentence("approve_elsewhere")
    if is_tick and seen != head["sha"]:  # what was ticked is not what stands there now
        return sentence("approve_moved")
    with TemporaryDirectory() as folder:
        root = github.files_at(head["sha"], Path(folder))
        lock = root / LOCK
        before = lock.read_bytes() if lock.exists() else b""
        said = io.StringIO()
        try:
            with redirect_stdout(said):
                status = translations(load(root, today()), pages, every=False)
        except ProblemsFound:
            return sentence("approve_broken")
        told = block(said.getvalue())
        if status or lock.read_bytes() == before:
            return f"{sentence('approve_nothing')}\n\n{told}"
        message = f"Approve Swedish: {', '.join(pages)}"[:72]
        files = {LOCK.as_posix(): lock.read_bytes()}
        sha = github.commit(head["ref"], head["sha"], files, message)
        put(github, number, body(github, root, pull, sha, {}))
    github.check(head["ref"])
    return f"{sentence('approve_done', sha=sha[:7], read=head['sha'][:7])}\n\n{told}"


def main() -> int:
    github, what = from_environment(), event()
    answer = approve(github, what)
    if answer:
        github.say(int(what["issue"]["number"]), answer)
    return 0


if __name__ == "__main__":
    sys.exit(main())
