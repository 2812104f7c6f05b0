"""The verdict in a pull request: what it says, and that a tick in it approves a page's Swedish."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kumppanuus.checks.translations import LOCK
from tests.tools.github import REPOSITORY, Recorded, repository
from tests.tools.test_approve import project
from tools.approve import approve
from tools.verdict import BOT, MARK, post, ticked

__all__ = ["project"]
PAYLOADS = Path(__file__).parent / "payloads"
BOX = "- [ ] `index`: "
SHA = "a" * 40


def payload(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((PAYLOADS / f"{name}.json").read_text())
    return found


def posted(root: Path, run: dict[str, Any] | None = None, **pull: Any) -> str:
    """The comment that is made on the pull request; empty where none is."""
    recorded = Recorded(root, **pull)
    post(recorded.github, run or payload("run"))
    found = [what["body"] for _, path, what in recorded.sent if path == "issues/7/comments"]
    assert len(found) == len(recorded.sent) <= 1
    return found[0] if found else ""


def tick(text: str, page: str = "index", **more: Any) -> dict[str, Any]:
    """The edit of a verdict in which the page's box was ticked."""
    what = payload("tick")
    what["changes"]["body"]["from"] = text
    what["comment"]["body"] = text.replace(f"- [ ] `{page}`", f"- [x] `{page}`")
    what["comment"].update(more.pop("comment", {}))
    return what | more


def test_the_verdict_has_what_is_wrong_what_to_look_at_and_what_waits(project: Path) -> None:
    """The verdict of the check, a link to its pages and pictures, a box for each page; the same
    for a copy, but there is nothing to tick: its branch cannot be written."""
    said = posted(project)
    assert said.startswith(f"{MARK.format(sha=SHA)}\n\n## Tarkistus / Kontroll\n")
    assert "/edit/patch-1/docs/fi/index.md#L" in said
    assert "https://github.com/example/kuntakumppanuus/actions/runs/5" in said
    assert BOX in said
    copy = {"ref": "patch-1", "sha": SHA, "repo": repository("kaantaja/kopio")}
    theirs = posted(project, head=copy)
    assert "kaantaja/kopio/edit/patch-1/" in theirs
    assert BOX not in theirs


def test_the_last_verdict_is_written_over(project: Path) -> None:
    """The bot's own; a comment of somebody else that looks like one stays."""
    recorded = Recorded(project)
    forged = {"id": 1, "user": {"login": "mallory"}, "body": f"{MARK.format(sha=SHA)}\nx"}
    recorded.comments = [forged, {**forged, "id": 2, "user": {"login": BOT}}]
    post(recorded.github, payload("run"))
    assert recorded.paths == ["issues/comments/2"]


@pytest.mark.parametrize(
    "run", [{"event": "push"}, {"head_repository": None}, {"head_sha": "b" * 40}]
)
def test_other_checks_have_no_verdict(project: Path, run: dict[str, Any]) -> None:
    """Of main, of a copy that is gone, and of what is no longer the newest of the change."""
    what = payload("run")
    what["workflow_run"].update(run)
    assert posted(project, what) == ""


def test_it_says_whose_fault_it_is(project: Path) -> None:
    """Errors of the data have their places; where there are none, the programme is to blame."""
    what = payload("run")
    what["workflow_run"]["conclusion"] = "failure"
    assert "vika on ohjelmassa" in posted(project, what)
    (project / "data/words.yml").write_text("nonsense")
    said = posted(project, what)
    assert "vika on ohjelmassa" not in said
    assert "Korjattavaa: " in said
    assert BOX not in said


def test_rules_that_the_change_brings_along_are_not_held_against_it(project: Path) -> None:
    """What main's rules refuse and the change's own check has passed."""
    (project / "data/words.yml").write_text("nonsense")
    assert "Korjattavaa" not in posted(project)


def test_a_long_verdict_stays_a_comment(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut where GitHub would refuse it; what follows is not swallowed by an open block."""
    monkeypatch.setattr("tools.verdict.verdict", lambda *_: "```text\n" + "a" * 90_000 + "\n```")
    said = posted(project)
    assert len(said) < 65_536
    assert said.count("```") == 2
    assert BOX in said


def test_a_tick_of_somebody_who_may_write_approves_the_page(project: Path) -> None:
    """The lock is committed as by a comment; the verdict is renewed without the box."""
    recorded = Recorded(project)
    text = posted(project).replace("\n", "\r\n")
    recorded.comments = [{"id": 3, "user": {"login": BOT}, "body": text}]
    answer = approve(recorded.github, tick(text))
    assert "Hyväksyttyjä kohtia: 1" in answer
    assert list(recorded.files) == [LOCK.as_posix()]
    renewed = next(one["body"] for _, path, one in recorded.sent if path == "issues/comments/3")
    assert BOX not in renewed
    assert recorded.paths[-1] == "actions/workflows/check.yml/dispatches"


def test_a_stranger_who_ticks_approves_nothing(project: Path) -> None:
    """The one who ticked has to have write access, whoever wrote the comment."""
    recorded = Recorded(project, "read")
    stranger = {"login": "mallory", "type": "User"}
    assert "skrivrätt" in approve(recorded.github, tick(posted(project), sender=stranger))
    assert recorded.sent == []


def hostile(text: str) -> dict[str, dict[str, Any]]:
    forged = tick(text, comment={"user": {"login": "mallory", "type": "User"}})
    named = tick(text, comment={"user": {"login": "github-actions", "type": "User"}})
    edited = tick(text)
    edited["comment"]["body"] += "lisää"
    other = tick(text)
    other["comment"]["body"] = other["comment"]["body"].replace("`index`", "`muu`")
    quoted = tick(f"> {text}")
    unticked = tick(text)
    unticked["changes"]["body"]["from"], unticked["comment"]["body"] = (
        unticked["comment"]["body"],
        unticked["changes"]["body"]["from"],
    )
    title = tick(text, changes={})
    added = tick(text)
    added["comment"]["body"] = text + "- [x] `lape`"
    return {
        "a forged comment": forged,
        "a person called like the bot": named,
        "more edited than the box": edited,
        "another page written into the box": other,
        "a verdict that is quoted": quoted,
        "a box that is cleared": unticked,
        "an edit without what was before": title,
        "a box that somebody added": added,
    }


@pytest.mark.parametrize("what", hostile(""))
def test_what_is_no_tick_in_a_verdict_is_left_alone(project: Path, what: str) -> None:
    """Though somebody with write access is behind it: they were shown something else."""
    recorded = Recorded(project)
    assert approve(recorded.github, hostile(posted(project))[what]) == ""
    assert recorded.sent == []


def test_what_came_after_the_verdict_is_not_approved(project: Path) -> None:
    """A tick approves what stood there when the verdict was made, not what was pushed since."""
    head = {"ref": "patch-1", "sha": "b" * 40, "repo": repository(REPOSITORY)}
    recorded = Recorded(project, head=head)
    assert "rastitettu" in approve(recorded.github, tick(posted(project)))
    assert recorded.sent == []


def test_only_boxes_that_were_ticked_now_count() -> None:
    """One that was ticked before has been dealt with."""
    text = f"{MARK.format(sha=SHA)}\n- [x] `a`: x\n- [ ] `b/c`: y\n- [ ] `d`: z\n"
    assert ticked(tick(text, "b/c")) == (SHA, ["b/c"])
