"""A comment in a pull request approves a page's Swedish: who may, what is written, what is not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kumppanuus.__main__ import main
from kumppanuus.checks.translations import LOCK
from kumppanuus.facts.fields import LANGUAGES
from tests.tools.github import REPOSITORY, Recorded, repository
from tools.approve import approve, asked

PAYLOADS = Path(__file__).parent / "payloads"


def comment(body: str = "") -> dict[str, Any]:
    found: dict[str, Any] = json.loads((PAYLOADS / "comment.json").read_text())
    if body:
        found["comment"]["body"] = body
    return found


@pytest.fixture
def project(tiny: Path) -> Path:
    """The tiny project, in which the home page's Finnish has changed since it was approved."""
    assert main(["translations", "--root", str(tiny), "accept", "--all"]) == 0
    page = tiny / "docs/fi/index.md"
    page.write_text(page.read_text() + "\nUusi virke.\n")
    return tiny


def test_a_comment_of_somebody_who_may_write_approves(project: Path) -> None:
    """The lock alone is committed, on top of what was read; the check is started; all is told."""
    recorded = Recorded(project)
    answer = approve(recorded.github, comment("/hyväksy käännös index"))
    assert list(recorded.files) == [LOCK.as_posix()]
    assert "index " in recorded.files[LOCK.as_posix()]
    assert recorded.files[LOCK.as_posix()] != (project / LOCK).read_text()
    made = next(one for _, path, one in recorded.sent if path == "git/commits")
    assert made["parents"] == ["a" * 40]
    moved = next(one for _, path, one in recorded.sent if path == "git/refs/heads/patch-1")
    assert moved["force"] is False
    assert recorded.paths[-1] == "actions/workflows/check.yml/dispatches"
    assert "Hyväksyttyjä kohtia: 1" in answer


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_the_section_that_changed_is_approved(tiny: Path, language: str) -> None:
    """Whichever language has changed: one line of the lock, whatever else the page has."""
    for one in LANGUAGES:
        page = tiny / f"docs/{one}/index.md"
        page.write_text(page.read_text() + "\n## A\n\nYksi.\n\n## B\n\nKaksi.\n")
    assert main(["translations", "--root", str(tiny), "accept", "--all"]) == 0
    before = (tiny / LOCK).read_text().splitlines()
    page = tiny / f"docs/{language}/index.md"
    page.write_text(page.read_text().replace("Kaksi.", "Kolme."))
    recorded = Recorded(tiny)
    answer = approve(recorded.github, comment("/hyväksy käännös index"))
    assert "Hyväksyttyjä kohtia: 1" in answer
    after = recorded.files[LOCK.as_posix()].splitlines()
    (now,) = set(after) - set(before)
    (then,) = set(before) - set(after)
    assert now.split()[:2] == then.split()[:2]


@pytest.mark.parametrize("permission", ["read", "triage", "none"])
def test_somebody_who_may_not_write_approves_nothing(project: Path, permission: str) -> None:
    """A member of the organisation without write access is told so; nothing is written."""
    recorded = Recorded(project, permission)
    answer = approve(recorded.github, comment("/godkänn översättning index"))
    assert "skrivrätt" in answer
    assert recorded.sent == []


@pytest.mark.parametrize(
    "pull",
    [
        {"state": "closed"},
        {"head": {"ref": "patch-1", "sha": "a" * 40, "repo": repository("mallory/copy")}},
        {"head": {"ref": "patch-1", "sha": "a" * 40, "repo": None}},
        {
            "head": {
                "ref": "main",
                "sha": "a" * 40,
                "repo": repository(REPOSITORY),
            }
        },
    ],
)
def test_only_a_branch_of_an_open_pull_request_here_is_written(
    project: Path, pull: dict[str, Any]
) -> None:
    """A copy, a deleted copy, what is closed and the main branch are left alone."""
    recorded = Recorded(project, **pull)
    assert "fork" in approve(recorded.github, comment("/hyväksy käännös index"))
    assert recorded.sent == []


def test_an_issue_and_other_comments_are_left_alone(project: Path) -> None:
    """Nothing is answered to what asks nothing."""
    recorded = Recorded(project)
    issue = comment("/hyväksy käännös index")
    del issue["issue"]["pull_request"]
    for one in (issue, comment("Hyvä!"), comment("> kirjoita /hyväksy käännös index")):
        assert approve(recorded.github, one) == ""
    assert recorded.sent == []


@pytest.mark.parametrize(
    "page",
    [
        "$(touch /tmp/x)",
        "index; rm -rf .",
        "../../etc/passwd",
        "index`whoami`",
        "--all",
        "@everyone ![x](https://example.org/x.png)",
        "```\n@someone",
    ],
)
def test_a_hostile_comment_is_only_text(project: Path, page: str) -> None:
    """It is no page, so nothing is approved, and it is quoted where it does nothing."""
    recorded = Recorded(project)
    answer = approve(recorded.github, comment(f"/hyväksy käännös {page}"))
    assert recorded.sent == []
    quoted = answer.partition("```text\n")[2]
    assert quoted.count("```") == 1
    assert quoted.endswith("```")


def test_a_link_out_of_the_pull_request_is_not_followed(project: Path, tmp_path: Path) -> None:
    """A lock that leads elsewhere is refused before anything is written."""
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_text("secret")
    (project / LOCK).unlink()
    (project / LOCK).symlink_to(elsewhere)
    recorded = Recorded(project)
    with pytest.raises(Exception, match="link"):
        approve(recorded.github, comment("/hyväksy käännös index"))
    assert recorded.sent == []
    assert elsewhere.read_text() == "secret"


def test_a_link_to_another_file_of_the_project_is_no_lock(project: Path) -> None:
    """The rules of the site refuse it, so nothing is approved."""
    (project / LOCK).unlink()
    (project / LOCK).symlink_to("words.yml")
    recorded = Recorded(project)
    assert "virheet on korjattu" in approve(recorded.github, comment("/hyväksy käännös index"))
    assert recorded.sent == []


def test_what_is_broken_cannot_be_approved(project: Path) -> None:
    """A pull request with errors is mended first."""
    (project / "data/words.yml").write_text("nonsense")
    recorded = Recorded(project)
    assert "virheet on korjattu" in approve(recorded.github, comment("/hyväksy käännös index"))


def test_a_comment_approves_several_pages_and_sections() -> None:
    """One a line, in either language, whatever the case and the line ends."""
    text = "Kiitos!\r\n/Hyväksy käännös lape\r\n /godkänn översättning kumppanuus#Mitä se on \nok"
    assert asked(text) == ["lape", "kumppanuus#Mitä se on"]
