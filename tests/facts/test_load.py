"""YAML as it is read."""

from __future__ import annotations

from kumppanuus.facts.load import parse_yaml


def test_yaml_values_stay_text_and_remember_their_lines() -> None:
    """010, no and 2026-01-01 are read as they are written; an empty value is None."""
    document = parse_yaml(
        "x.yml", "code: 010\nsure: no\nday: 2026-01-01\nnone:\nlist:\n- a\n- b: c"
    )
    assert document.value == {
        "code": "010",
        "sure": "no",
        "day": "2026-01-01",
        "none": None,
        "list": ["a", {"b": "c"}],
    }
    assert document.line(("list", 1, "b")) == 7
    assert document.line(("list", 1, "missing")) == 7
