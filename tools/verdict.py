"""The verdict as one comment in a pull request: python -m tools.verdict, run by verdict.yml.

It says what must be mended and what may wait, where the changed pages can be looked at, and has a
box for each page whose Swedish waits: a tick approves it (tools/approve.py). The code of the main
branch writes it; of the pull request only data and texts are read, so a fork gets one too.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import quote

from kumppanuus.addresses import edit_url
from kumppanuus.checks.check import all_warnings, load, today
from kumppanuus.checks.translations import not_current, read_approvals
from kumppanuus.facts.register import Register
from kumppanuus.problems import ProblemsFound, messages, sentence, verdict
from tools.github import GitHub, code, event, from_environment

BOT = "github-actions[bot]"  # no person can have the name
MARK = "<!-- tarkistus {sha} -->"
_MARK = re.compile(r"<!-- tarkistus ([0-9a-f]{40}) -->\n")
_BOX = re.compile(r"(?m)^- \[([ xX])\] `([a-z0-9/-]+)`")
LONG = 50_000  # GitHub takes 65 536 characters
CHECKS = ("pull_request", "workflow_dispatch")


def body(github: GitHub, root: Path, pull: dict[str, Any], sha: str, run: dict[str, Any]) -> str:
    """The comment on the files of a commit. run: the check of it, empty where none has ended."""
    head = pull["head"]
    edit = edit_url(head["repo"]["html_url"], head["ref"]) if head["repo"] else ""
    register = None
    try:
        register = load(root, today())
        text = verdict([], all_warnings(register), edit)
    except ProblemsFound as found:
        # Where the check has passed, the change has brought new rules along, which we do not know.
        passed = run.get("conclusion") == "success"
        text = verdict([] if passed else found.problems, [], edit)
    text = text[:LONG]
    parts = [MARK.format(sha=sha), text + "\n```" * (text.count("```") % 2)]
    if register and run.get("conclusion") == "failure":
        parts.append(sentence("verdict_ours"))
    if run:
        parts.append(f"{sentence('verdict_look')} [{sha[:7]}]({run['html_url']})")
    ours = head["repo"] and head["repo"]["full_name"] == github.repository
    if register and ours:
        parts += boxes(register)
    return "\n\n".join(parts) + "\n"


def boxes(register: Register) -> Iterator[str]:
    """A box for each page with sections that can be approved, and what they are called."""
    lines = []
    for page, pairs in not_current(register, read_approvals(register.root)[0]).items():
        waiting = [code(pair.fi.heading) for pair in pairs if pair.fi and pair.sv]
        if waiting and _BOX.fullmatch(line := f"- [ ] `{page}`"):
            lines.append(f"{line}: {', '.join(waiting)}")
    if lines:
        head = messages()["approve_head"]
        yield f"### {head['fi']} / {head['sv']}"
        yield sentence("approve_boxes")
        yield "\n".join(lines)


def ticked(what: dict[str, Any]) -> tuple[str, list[str]]:
    """(commit, pages) of the boxes that somebody has ticked in a verdict; no pages if it is not
    one of ours, or if more has been edited than its boxes."""
    comment = what["comment"]
    now = (comment["body"] or "").replace("\r\n", "\n")
    before = what.get("changes", {}).get("body", {}).get("from", "").replace("\r\n", "\n")
    mark = _MARK.match(now)
    if not mark or comment["user"]["login"] != BOT or comment["user"]["type"] != "Bot":
        return "", []
    empty = [_BOX.sub(r"- [ ] `\2`", text).rstrip() for text in (before, now)]
    if empty[0] != empty[1]:
        return "", []
    states = [[box != " " for box, _ in _BOX.findall(text)] for text in (before, now)]
    pages = [page for _, page in _BOX.findall(now)]
    return mark[1], [page for page, was, is_ in zip(pages, *states, strict=True) if is_ and not was]


def put(github: GitHub, number: int, text: str) -> None:
    """Writes the verdict of a pull request, over the last one."""
    comments = github.get(f"issues/{number}/comments?per_page=100")
    for one in comments:
        if one["user"]["login"] == BOT and _MARK.match(one["body"].replace("\r\n", "\n")):
            github.send("PATCH", f"issues/comments/{int(one['id'])}", body=text)
            return
    github.say(number, text)


def post(github: GitHub, what: dict[str, Any]) -> None:
    """Comments on the pull request whose check has ended, if it is still as it was checked."""
    run = what["workflow_run"]
    if run["event"] not in CHECKS or not run["head_repository"]:
        return
    owner = run["head_repository"]["owner"]["login"]
    head = quote(f"{owner}:{run['head_branch']}", safe="")
    for pull in github.get(f"pulls?state=open&head={head}"):
        if pull["head"]["sha"] == run["head_sha"]:
            with TemporaryDirectory() as folder:
                root = github.files_at(run["head_sha"], Path(folder))
                text = body(github, root, pull, run["head_sha"], run)
            put(github, int(pull["number"]), text)


if __name__ == "__main__":
    post(from_environment(), event())
    sys.exit(0)
