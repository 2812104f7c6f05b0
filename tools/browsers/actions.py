"""Mouse and keys as WebDriver and WebDriver BiDi both want them told."""

from __future__ import annotations

from typing import Any

from tools.browsers.engine import KEYS

Actions = list[dict[str, Any]]


def click(x: int, y: int) -> Actions:
    """Moves the mouse there and presses its button."""
    steps = [
        {"type": "pointerMove", "x": x, "y": y, "duration": 0, "origin": "viewport"},
        {"type": "pointerDown", "button": 0},
        {"type": "pointerUp", "button": 0},
    ]
    kind = {"pointerType": "mouse"}
    return [{"type": "pointer", "id": "mouse", "parameters": kind, "actions": steps}]


def press(keys: tuple[str, ...]) -> Actions:
    """Presses keys one after another."""
    values = [KEYS.get(key, key) for key in keys]
    steps = [{"type": kind, "value": one} for one in values for kind in ("keyDown", "keyUp")]
    return [{"type": "key", "id": "keys", "actions": steps}]
