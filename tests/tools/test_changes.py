"""The way in: what GitHub shows to those who report, propose, check and review."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from kumppanuus.__main__ import main
from kumppanuus.addresses import PAGES_STYLE
from kumppanuus.problems import LINKED, messages, problem, verdict
from tests.conftest import ROOT
from tools.changes import SHOWN, Change, changed_pages, chosen, summary
from tools.issue_form import KINDS
from tools.pictures import PAGES

GITHUB = ROOT / ".github"
FORMS = sorted((GITHUB / "ISSUE_TEMPLATE").glob("[0-9]-*.yml"))
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))


def page(title: str, text: str) -> str:
    return f"<!doctype html><title>{title}</title><h1>{title}</h1><p>{text}</p>"


def site(folder: Path, pages: dict[str, str]) -> Path:
    for address, html in pages.items():
        path = folder / address / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, encoding="utf-8")
    return folder


def test_there_is_a_form_for_each_thing_that_people_tell() -> None:
    """A contact that changed, an error, a translation, a new agreement; free words will do too."""
    kinds = [path.stem.split("-")[1] for path in FORMS]
    assert kinds[:3] == ["contact", "content", "translation"]
    assert set(kinds[3:]) == KINDS
    config = yaml.safe_load((GITHUB / "ISSUE_TEMPLATE/config.yml").read_text(encoding="utf-8"))
    assert config["blank_issues_enabled"] is True


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_asks_in_both_languages(path: Path) -> None:
    """Name, description, questions: Finnish, a slash, Swedish; and that it is public."""
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    asked = [form["name"], form["description"]]
    ids = [item["id"] for item in form["body"] if item["type"] != "markdown"]
    assert len(ids) == len(set(ids)) >= 3
    for item in form["body"]:
        if item["type"] != "markdown":
            options = item["attributes"].pop("options", [])
            asked += [*item["attributes"].values(), *options]
    assert all(re.fullmatch(r"\S.* / \S.*", text, re.S) for text in asked), asked
    public = form["body"][0]["attributes"]["value"]
    assert "julkinen" in public
    assert "offentligt" in public


def test_a_pull_request_asks_four_things() -> None:
    """What, both languages, the source of the fact, who checks: a line each."""
    lines = (GITHUB / "PULL_REQUEST_TEMPLATE.md").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 4
    assert all(re.match(r"- \*\*.+ / .+\*\*|- \*\*.+ / .+:\*\*", line) for line in lines)


def test_a_pull_request_runs_with_a_token_that_only_reads() -> None:
    """So a fork's change can be checked: nothing is written, and no secret is at hand."""
    text = (GITHUB / "workflows/check.yml").read_text(encoding="utf-8")
    flow = yaml.safe_load(text)
    assert flow["permissions"] == {}
    assert {what for job in flow["jobs"].values() for what in job["permissions"].values()} == {
        "read"
    }
    assert all("pull_request_target" not in path.read_text() for path in WORKFLOWS)
    assert not re.search(r"\$\{\{[^}]*\bsecrets\b", text)


def test_the_verdict_names_every_attachment_of_a_pull_request() -> None:
    """Each is a zip that opens by a double click, made for forks too."""
    flow = yaml.safe_load((GITHUB / "workflows/check.yml").read_text(encoding="utf-8"))
    steps = [step for job in flow["jobs"].values() for step in job["steps"]]
    names = [
        one["with"]["name"]
        for one in steps
        if one.get("uses", "").startswith("actions/upload-artifact@")
    ]
    assert names == ["pages", "pictures", "site"]
    for told in messages()["changes_pictures"].values():
        assert re.findall(r"(\w+): ", told) == names


def test_dependencies_and_actions_are_looked_at_weekly() -> None:
    """pip, npm and GitHub Actions, each a week after a release."""
    found = yaml.safe_load((GITHUB / "dependabot.yml").read_text(encoding="utf-8"))["updates"]
    assert [one["package-ecosystem"] for one in found] == ["pip", "npm", "github-actions"]
    assert all(one["schedule"] == {"interval": "weekly"} for one in found)


def test_pages_that_changed_came_or_went_are_listed(tmp_path: Path) -> None:
    """In both languages, with their titles; a page that is as it was is not in the list."""
    same = page("Sama", "Samat sanat.")
    before = site(
        tmp_path / "a",
        {"": same, "lape": page("LAPE", "Ennen."), "vanha": page("Vanha", "Pois.")},
    )
    after = site(
        tmp_path / "b",
        {
            "": same.replace(" ", "\n  "),
            "lape": page("LAPE", "Nyt."),
            "sv/ny": page("Ny", "Text."),
        },
    )
    changes = changed_pages(before, after)
    assert changes == [
        Change("lape/", "LAPE", "changed"),
        Change("sv/ny/", "Ny", "new"),
        Change("vanha/", "Vanha", "removed"),
    ]
    said = summary(changes)
    assert said.startswith("## Muuttuneet sivut / Ändrade sidor\n")
    assert "- `/lape/` muuttui / ändrades: `LAPE`" in said
    assert "- `/sv/ny/` on uusi / är ny: `Ny`" in said
    assert "- `/vanha/` poistui / togs bort: `Vanha`" in said
    assert "Yksikään sivu ei muuttunut.\n\nIngen sida ändrades." in summary([])


def test_a_change_of_looks_shows_the_home_pages(tmp_path: Path) -> None:
    """No page's HTML differs, but all look different."""
    sites = []
    for folder, style in (("a", "p { color: red }"), ("b", "p { color: blue }")):
        made = site(tmp_path / folder, {"": page("Etusivu", "x"), "sv": page("Startsida", "x")})
        (made / "assets").mkdir()
        (made / PAGES_STYLE).write_text(style)
        sites.append(made)
    assert [one.address for one in changed_pages(*sites)] == ["", "sv/"]
    assert changed_pages(sites[0], sites[0]) == []


def test_a_change_of_every_page_is_told_in_short() -> None:
    """The list ends with how many more there are; pictures show some pages of each kind."""
    many = [Change(f"kunnat/{number}/", "Kunta", "changed") for number in range(150)]
    changes = [*many, Change("lape/", "LAPE", "changed"), Change("404.html", "404", "changed")]
    assert f"- ja {152 - SHOWN} muuta sivua / och {152 - SHOWN} andra sidor" in summary(changes)
    shown = chosen(changes, PAGES)
    assert len(shown) == PAGES
    assert shown[:2] == [many[0], changes[150]]
    assert changes[151] not in shown


def test_the_verdict_is_told_in_both_languages(
    tiny: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Right, or what to mend; what an editor wrote stays text in the summary."""
    command = ["check", "--root", str(tiny), "--format", "markdown"]
    assert main(["translations", "--root", str(tiny), "accept", "--all"]) == 0
    capsys.readouterr()
    assert main(command) == 0
    head = "## Tarkistus / Kontroll\n\n"
    right = "Tiedot ja tekstit ovat kunnossa. / Uppgifterna och texterna är i ordning."
    assert capsys.readouterr().out.startswith(head + right)
    contacts = tiny / "data/contacts/satakunta.yml"
    contacts.write_text(contacts.read_text().replace("050 123 4567", "```<b>"))
    assert main(command) == 1
    said = capsys.readouterr().out
    assert said.startswith(head + "Korjattavaa: 1.")
    assert "Att rätta: 1." in said
    assert "data/contacts/satakunta.yml:7:" in said
    assert said.count("```") == 2


def test_the_verdict_opens_what_is_to_be_mended(
    tiny: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each place is a link to GitHub's editor at that line, in the branch or copy it came from."""
    monkeypatch.setenv("HEAD_REPO", "https://github.com/kaantaja/kopio")
    monkeypatch.setenv("HEAD_REF", "uusi)](x numero")
    contacts = tiny / "data/contacts/satakunta.yml"
    contacts.write_text(contacts.read_text().replace("050 123 4567", "```<b>"))
    assert main(["check", "--root", str(tiny), "--format", "markdown"]) == 1
    said = capsys.readouterr().out
    address = "https://github.com/kaantaja/kopio/edit/uusi%29%5D%28x%20numero"
    place = "data/contacts/satakunta.yml"
    assert f"[`{place}:7`]({address}/{place}#L7)\n\n```text\n" in said


def test_a_verdict_of_many_stays_short() -> None:
    """Those beyond the first have their place in words alone."""
    many = [problem(f"data/{number}.yml", 1, "empty_file") for number in range(LINKED + 5)]
    said = verdict(many, [], "https://github.com/a/b/edit/main/")
    assert said.count("](https") == LINKED
    assert f"data/{LINKED + 4}.yml:1" in said


def test_the_recipes_lead_to_one_another_and_name_the_forms_that_there_are() -> None:
    """In CONTRIBUTING.md: every link to a heading has it, every form is called as it is."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    heads = re.findall(r"(?m)^## (.+)", text)
    anchors = {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= anchors
    assert len(anchors) == len(heads) > 20
    names = [yaml.safe_load(path.read_text(encoding="utf-8"))["name"] for path in FORMS]
    called = {part for name in names for part in name.split(" / ")}
    for told in re.findall(r"\*\*(Uusi [^*]+|En ny [^*]+)\*\*", text):
        assert told in called
    for path in re.findall(r"`((?:data|docs)/[\w./-]+)`", text):
        assert (ROOT / path).exists() or path in ("docs/kuvat", "docs/liitteet"), path
