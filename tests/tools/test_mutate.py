"""The mutator tells apart what becomes of a mutation."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from tools import mutate

FILE = "data/local.yml"


def test_a_mistake_is_listed_and_a_sound_file_accepted(tiny: Path) -> None:
    """A Problem with its place is what an editor can mend."""
    sound = (tiny / FILE).read_bytes()
    assert mutate.tried(tiny, False, ("as it was", FILE, sound))[0] == "accepted"
    assert mutate.tried(tiny, False, ("cut file", FILE, sound[:-9]))[0] == "listed"


def endless(*_: Any) -> None:
    while True:
        pass


@pytest.mark.parametrize(
    ("fault", "told"),
    [(lambda *_: {}["x"], "traceback"), (lambda *_: os._exit(3), "crash"), (endless, "hang")],
)
def test_what_an_editor_cannot_mend_is_told(
    tiny: Path, monkeypatch: pytest.MonkeyPatch, fault: Any, told: str
) -> None:
    """A traceback, a process that dies, and one that never ends."""
    monkeypatch.setattr(mutate, "load", fault)
    monkeypatch.setattr(mutate, "LIMIT", 1)
    said, _ = mutate.tried(tiny, False, ("x", FILE, b"facts: []\n"))
    assert said.partition("\n")[0] == told


def test_a_build_that_fails_is_told(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the check accepts has to build; what the build said comes along."""
    monkeypatch.setattr(mutate, "load", lambda *_: None)
    monkeypatch.setattr(mutate, "all_warnings", lambda *_: ())
    said, _ = mutate.tried(tiny, True, ("x", FILE, b"facts: [\n"))
    assert said.startswith("build fails\n") and FILE in said
