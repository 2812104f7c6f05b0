"""How Problems are told: text, annotation, and not too many at once."""

from __future__ import annotations

from kumppanuus.problems import (
    FLOOD,
    Problem,
    ProblemsFound,
    problem,
    useful_first,
    warning,
    without_floods,
)


def test_annotations_name_file_and_line_and_keep_to_one_line() -> None:
    """GitHub's workflow command escapes line ends and the signs it uses itself."""
    made = Problem("data/a,b.yml", 7, "Väärin: 100 %", "Fel").annotation()
    assert made == "::error file=data/a%2Cb.yml,line=7::Väärin: 100 %25%0AFel"


def test_a_problem_keeps_the_code_of_its_words() -> None:
    """What selects or counts Problems need not read prose; a warning keeps it too."""
    assert problem("data/a.yml", 1, "empty_file").code == "empty_file"
    assert warning("data/a.yml", 1, "empty_file").code == "empty_file"


def test_a_flood_of_one_kind_in_one_file_is_cut() -> None:
    """Others are told whole, and what was cut is counted."""
    flood = [problem("data/a.yml", line, "tab") for line in range(1, 5001)]
    other = problem("data/b.yml", 1, "tab")
    shown = without_floods([*flood, other])
    assert len(shown) == FLOOD + 2
    assert shown[FLOOD].line == FLOOD + 1
    assert "vielä 4980" in shown[FLOOD].fi and "4980 likadana till" in shown[FLOOD].sv
    assert shown[-1] == other
    assert str(ProblemsFound(flood)).count("\n") == 2 * (FLOOD + 1) - 1


def test_one_of_each_kind_is_annotated_first() -> None:
    """GitHub shows ten annotations of a step."""
    tabs = [problem("data/a.yml", line, "tab") for line in (1, 2, 3)]
    last = problem("data/b.yml", 9, "empty_file")
    assert useful_first([*tabs, last]) == [tabs[0], last, *tabs[1:]]
