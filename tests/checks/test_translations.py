"""Which Swedish sections follow their Finnish ones: found, shown, approved."""

from __future__ import annotations

from pathlib import Path

import pytest

from kumppanuus.__main__ import main
from kumppanuus.checks.check import all_warnings, load
from kumppanuus.checks.translations import LOCK, Pair, pages_in_both, pairs_of, read_approvals
from kumppanuus.problems import Problem
from tests.checks.texts import FI, SV
from tests.conftest import TODAY, built


@pytest.fixture
def project(tiny: Path) -> Path:
    """The tiny project with a page of two headings, every translation approved."""
    (tiny / "docs/fi/lape.md").write_text(FI)
    (tiny / "docs/sv/lape.md").write_text(SV)
    assert main(["translations", "--root", str(tiny), "accept", "--all"]) == 0
    return tiny


def change(project: Path, language: str, old: str, new: str) -> None:
    path = project / f"docs/{language}/lape.md"
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new, 1))


def warnings(project: Path) -> list[Problem]:
    found = all_warnings(load(project, TODAY))
    return [one for one in found if one.code.startswith(("translation", "lock"))]


def states(project: Path) -> list[str]:
    """The state of each section of the page lape."""
    return [pair.state for pair in pairs(project)]


def pairs(project: Path) -> list[Pair]:
    fi, sv = pages_in_both(load(project, TODAY))["lape"]
    return pairs_of("lape", fi, sv, read_approvals(project)[0].get("lape", ()))


def test_a_stale_translation_is_found_shown_and_accepted(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A change of Finnish alone names both places, shows both texts, and waits for approval."""
    change(project, "fi", "Kahvi on kuumaa.", "Kahvi on ilmaista.")
    assert states(project) == ["current", "current", "stale", "current"]

    (found,) = warnings(project)
    assert str(found) == (
        "docs/fi/lape.md:12: Varoitus: Suomi on muuttunut kohdassa ”Ensimmäinen”, ruotsi ei:"
        " docs/sv/lape.md:9. Tee sama muutos ruotsiin. Jos ruotsia ei tarvitse muuttaa,"
        " hyväksy se kommentilla /hyväksy käännös lape"
        " (omalla koneella: python -m kumppanuus translations accept lape)\n"
        "    Varning: Finskan har ändrats i ”Ensimmäinen”, men inte svenskan:"
        " docs/sv/lape.md:9. Gör samma ändring i svenskan. Om svenskan inte behöver ändras,"
        " godkänn den med kommentaren /godkänn översättning lape"
        " (på egen dator: python -m kumppanuus translations accept lape)"
    )

    capsys.readouterr()
    assert main(["translations", "--root", str(project)]) == 0
    shown = capsys.readouterr().out
    assert (
        "docs/fi/lape.md:9\n» Kahvi on ilmaista.\n\n"
        "docs/sv/lape.md:9\n  ## Det första\n  Familjer träffas.\n  Kaffet är hett.\n"
    ) in shown

    change(project, "sv", "Kaffet är hett.", "Kaffet är gratis.")
    assert main(["translations", "--root", str(project), "accept", "lape"]) == 0
    assert states(project) == ["current"] * 4
    assert warnings(project) == []


def test_a_change_of_finnish_alone_passes_with_a_warning(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The check and the build succeed; GitHub shows the changed Finnish above the Swedish."""
    change(project, "fi", "Kahvi on kuumaa.", "Kahvi on 100 % ilmaista.")
    capsys.readouterr()
    assert main(["check", "--root", str(project), "--format", "github"]) == 0
    annotation = capsys.readouterr().out.splitlines()[0]
    assert annotation.startswith("::warning file=docs/fi/lape.md,line=12::Suomi on muuttunut")
    assert annotation.endswith(
        "%0A%0Adocs/fi/lape.md:9%0A» Kahvi on 100 %25 ilmaista."
        "%0A%0Adocs/sv/lape.md:9%0A  ## Det första%0A  Familjer träffas.%0A  Kaffet är hett."
    )
    assert built(project, tmp_path / "site") == ""


@pytest.mark.parametrize("name", ["lape", "docs/fi/lape.md", "/sv/lape/", "./docs/sv/lape.md"])
def test_a_typo_fix_is_accepted_without_touching_swedish(name: str, project: Path) -> None:
    """A page where nothing has to be translated takes one command; its file or address will do."""
    change(project, "fi", "Perheet tapaavat.", "Perheet tapaavat toisensa.")
    swedish = (project / "docs/sv/lape.md").read_text()
    assert states(project)[2] == "stale"
    assert main(["translations", "--root", str(project), "accept", name]) == 0
    assert states(project) == ["current"] * 4
    assert (project / "docs/sv/lape.md").read_text() == swedish


def test_a_change_in_both_languages_still_waits_for_approval(project: Path) -> None:
    """That both changed does not say that they say the same."""
    change(project, "fi", "Loppu.", "Hyvä loppu.")
    change(project, "sv", "Slut.", "Gott slut.")
    (found,) = warnings(project)
    assert found.fi.startswith("Sekä suomi että ruotsi (docs/sv/lape.md:14) ovat muuttuneet")


@pytest.mark.parametrize(
    "change_of",
    [
        ("fi", "Perheet tapaavat.\nKahvi", "Perheet   tapaavat.\n\n\nKahvi"),  # only spaces
        ("fi", "reviewed: 2026-11-01", "reviewed: 2026-11-20"),  # not what a reader reads
    ],
)
def test_what_leaves_the_words_alone_needs_nobody(
    change_of: tuple[str, str, str], project: Path
) -> None:
    """Only a change of words asks for a translator."""
    change(project, *change_of)
    assert warnings(project) == []


def test_a_change_of_swedish_alone_is_noticed(project: Path) -> None:
    """Swedish may say something else than Finnish too; better Swedish is approved."""
    change(project, "sv", "Familjer träffas.", "Familjerna träffar varandra.")
    assert states(project) == ["current", "current", "swedish", "current"]
    (found,) = warnings(project)
    assert (found.path, found.line) == ("docs/sv/lape.md", 9)
    assert found.fi.startswith("Ruotsi on muuttunut kohdassa ”Det första”, suomi ei: docs/fi/lape")
    assert "Familjerna träffar varandra." in found.detail
    assert main(["translations", "--root", str(project), "accept", "lape"]) == 0
    assert warnings(project) == []


def test_one_section_is_accepted_by_its_heading(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The others of the page still wait; a heading that does not wait is told from those that do.

    Its name in either language will do, however it is written.
    """
    change(project, "fi", "Loppu.", "Hyvä loppu.")
    change(project, "fi", "Kahvi on kuumaa.", "Kahvi on ilmaista.")
    capsys.readouterr()
    assert main(["translations", "--root", str(project), "accept", "lape#Kolmas"]) == 1
    assert "Kohdat, jotka odottavat: Ensimmäinen, Det första, Toinen" in capsys.readouterr().out
    assert main(["translations", "--root", str(project), "accept", "lape#DET FÖRSTA "]) == 0
    assert capsys.readouterr().out.startswith("Hyväksyttyjä kohtia: 1.")
    assert states(project) == ["current", "current", "current", "stale"]


def test_title_and_description_are_a_section(project: Path) -> None:
    """They are read in search results and shared links, so they are translated too."""
    change(project, "fi", "Kuvaus.", "Uusi kuvaus.")
    assert states(project) == ["stale", "current", "current", "current"]
    assert [(one.line, one.level) for one in warnings(project)] == [(3, "warning")]


def test_a_section_that_swedish_lacks_is_missing_and_the_others_stay(project: Path) -> None:
    """A heading added in the middle is missing in Swedish; those after it keep their pairs."""
    change(project, "fi", "## Toinen", "## Välissä\n\nUutta.\n\n## Toinen")
    assert states(project) == ["current", "current", "current", "missing", "current"]
    (found,) = warnings(project)
    assert str(found).startswith(
        "docs/fi/lape.md:14: Varoitus: Kohta ”Välissä” puuttuu ruotsinkieliseltä sivulta"
    )
    assert found.detail == "docs/fi/lape.md:14\n  ## Välissä\n  Uutta."

    assert main(["translations", "--root", str(project), "accept", "lape"]) == 0
    assert states(project)[3] == "missing"  # nobody can approve what is not there

    change(project, "sv", "## Det andra", "## Mellan\n\nNytt.\n\n## Det andra")
    assert states(project) == ["current", "current", "current", "new", "current"]
    assert main(["translations", "--root", str(project), "accept", "lape"]) == 0
    assert states(project) == ["current"] * 5


def test_a_section_that_only_swedish_has_is_a_warning(project: Path) -> None:
    """A heading deleted in Finnish is named where it still stands."""
    change(project, "fi", "## Ensimmäinen\n\nPerheet tapaavat.\nKahvi on kuumaa.\n\n", "")
    (found,) = warnings(project)
    assert str(found).startswith("docs/sv/lape.md:9: Varoitus: Kohtaa ”Det första” ei ole suomen")


def test_sections_that_change_places_together_stay_approved(project: Path) -> None:
    """An approval belongs to two texts, not to a number."""
    for language, first, second in (("fi", "## E", "## T"), ("sv", "## Det f", "## Det a")):
        path = project / f"docs/{language}/lape.md"
        head, one = path.read_text().split(first)
        one, two = one.split(second)
        path.write_text(f"{head}{second}{two}\n{first}{one}")
    assert warnings(project) == []


def test_sections_that_change_places_in_finnish_alone_are_stale(project: Path) -> None:
    """Swedish in another order does not follow."""
    change(project, "fi", FI[FI.index("## E") :], "")
    text = (project / "docs/fi/lape.md").read_text()
    one, two = FI[FI.index("## E") : FI.index("## T")], FI[FI.index("## T") :]
    (project / "docs/fi/lape.md").write_text(f"{text}{two}\n{one}")
    assert states(project) == ["current", "current", "stale", "stale"]


def test_a_heading_inside_code_is_no_section(project: Path) -> None:
    """Lines between ``` are shown as they are."""
    change(project, "fi", "Loppu.", "```\n## Loppu\n```")
    assert len(pairs(project)) == 4


def add_page(project: Path) -> None:
    """A page like another one, in both languages."""
    for language in ("fi", "sv"):
        text = (project / f"docs/{language}/lape.md").read_text()
        text = text.replace("title: ", "title: Ny ").replace("description: ", "description: Ny ")
        (project / f"docs/{language}/uusi.md").write_text(text)


def test_a_new_page_waits_once(project: Path) -> None:
    """A page that nobody has approved earns one warning, not one for each section."""
    add_page(project)
    (found,) = warnings(project)
    assert str(found).startswith("docs/sv/uusi.md:1: Varoitus: Sivu on uusi")
    assert main(["translations", "--root", str(project), "accept", "uusi"]) == 0
    assert warnings(project) == []


def test_an_unknown_page_is_told_the_nearest(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A misspelt page changes nothing and names the one that was perhaps meant."""
    before = (project / LOCK).read_text()
    capsys.readouterr()
    assert main(["translations", "--root", str(project), "accept", "lappe"]) == 1
    assert capsys.readouterr().out == (
        "Sivua ”lappe” ei ole. Tarkoititko: lape? / Sidan ”lappe” finns inte. Menade du: lape?\n"
    )
    assert (project / LOCK).read_text() == before


@pytest.mark.parametrize("pages", [[], ["lape", "--all"]])
def test_approving_nothing_or_a_page_and_all_is_refused(project: Path, pages: list[str]) -> None:
    """What is approved is said plainly: pages, or all of them."""
    with pytest.raises(SystemExit):
        main(["translations", "--root", str(project), "accept", *pages])


def test_the_lock_is_the_same_whoever_writes_it(project: Path) -> None:
    """One sorted line for each section, so that a change of one page is a change of its lines."""
    before = (project / LOCK).read_text().splitlines()
    assert all(line.startswith("# ") for line in before[:2])
    change(project, "fi", "Loppu.", "Hyvä loppu.")
    assert main(["translations", "--root", str(project), "accept", "--all"]) == 0
    after = (project / LOCK).read_text().splitlines()
    assert [new.split()[:2] for old, new in zip(before, after, strict=True) if old != new] == [
        ["lape", "3"]
    ]


def test_a_page_that_is_gone_leaves_the_lock(project: Path) -> None:
    """Nobody has to tidy up after a page is deleted."""
    add_page(project)
    assert main(["translations", "--root", str(project), "accept", "uusi"]) == 0
    for language in ("fi", "sv"):
        (project / f"docs/{language}/uusi.md").unlink()
    assert warnings(project) == []
    assert main(["translations", "--root", str(project), "accept", "lape"]) == 0
    assert "uusi" not in (project / LOCK).read_text()


def test_a_conflict_in_the_lock_is_named(project: Path) -> None:
    """Lines that git leaves behind stop nothing; the page that they cut is approved again."""
    text = (project / LOCK).read_text()
    (project / LOCK).write_text(text + "<<<<<<< HEAD\n")
    (found,) = warnings(project)
    assert found.path == LOCK.as_posix()
    assert "rivi ”<<<<<<< HEAD” ei kelpaa" in found.fi
    assert main(["translations", "--root", str(project), "accept", "lape"]) == 0
    assert (project / LOCK).read_text() == text
