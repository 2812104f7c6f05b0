"""A new thing asked for on an issue form becomes a pull request (form.yml).

The files are made of the answers (tools/asked.py); the pull request says what is still missing.
"""

from __future__ import annotations

import io
import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

from kumppanuus.addresses import edit_url
from kumppanuus.checks.check import all_warnings, load, today
from kumppanuus.commands.codeowners import write_codeowners
from kumppanuus.problems import ProblemsFound, sentence, verdict
from tools.asked import NotMade, make, read
from tools.github import GitHub, block, event, from_environment

LABEL = "lomake: "  # and the kind: the forms give it
WANTED = "muutokseksi"  # somebody with write access gives it to what others have asked for
KINDS = {"district", "agreement", "decision", "person", "page"}


def propose(github: GitHub, root: Path, what: dict[str, Any]) -> str:
    """Makes the pull request of an issue; what is answered to it, nothing where it asks nothing."""
    issue = what["issue"]
    labels = [one["name"] for one in issue["labels"]]
    kinds = [one.removeprefix(LABEL) for one in labels if one.startswith(LABEL)]
    new_label = what.get("label", {}).get("name")
    if len(kinds) != 1 or kinds[0] not in KINDS or (new_label and new_label != WANTED):
        return ""
    if not github.may_write(what["sender"]["login"]):
        return "" if new_label else sentence("form_wait", label=WANTED)
    kind, number = kinds[0], int(issue["number"])
    try:
        paths = make(root, read(root, kind, issue["body"] or ""))
    except NotMade as reason:
        return f"{sentence('form_not_made')}\n\n{block(str(reason))}"
    branch = f"lomake/{kind}-{number}"
    edit = edit_url(f"https://github.com/{github.repository}", branch)
    errors, warnings = [], []
    try:
        register = load(root, today())
        warnings = all_warnings(register)
        if any(one.code == "owners_missing" for one in warnings):
            with redirect_stdout(io.StringIO()):
                write_codeowners(register)
            paths.append(".github/CODEOWNERS")
    except ProblemsFound as found:
        errors = found.problems
    main = what["repository"]["default_branch"]
    parent = github.get(f"git/ref/heads/{main}")["object"]["sha"]
    files = {path: (root / path).read_bytes() for path in paths}
    github.commit(branch, parent, files, f"Add {kind} from form #{number}", new=True)
    text = f"{sentence('form_pull', number=number)}\n\n{verdict(errors, warnings, edit)}"
    try:
        made = github.send(
            "POST",
            "pulls",
            title=f"Lomake / Blankett #{number}: {kind}",
            head=branch,
            base=main,
            body=text[:60_000],
        )["number"]
    except OSError:
        address = f"https://github.com/{github.repository}/compare/{main}...{branch}?expand=1"
        return sentence("form_by_hand", address=address)
    github.check(branch)
    return sentence("form_done", number=made)


def main() -> int:
    github, what = from_environment(), event()
    answer = propose(github, Path.cwd(), what)
    if answer:
        github.say(int(what["issue"]["number"]), answer)
    return 0


if __name__ == "__main__":
    sys.exit(main())
