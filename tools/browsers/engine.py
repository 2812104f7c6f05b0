"""What the tasks ask of any engine: five things that each does in its own way, and their sums."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from typing import Any

# As WebDriver names them: https://www.w3.org/TR/webdriver2/#keyboard-actions
KEYS = {"Tab": "\ue004", "Enter": "\ue007", "Escape": "\ue00c", "ArrowDown": "\ue015"}

CENTRE = """selector => {
  const element = [...document.querySelectorAll(selector)].find(one => one.checkVisibility());
  if (!element) return null;
  element.scrollIntoView({ block: "center", behavior: "instant" });
  const box = element.getClientRects()[0];
  return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
}"""
# Print's rules for a screen: an engine without emulation shows what it would put on paper.
AS_PRINTED = """() => {
  for (const sheet of document.styleSheets) for (const rule of sheet.cssRules) {
    if (!(rule instanceof CSSMediaRule)) continue;
    const media = rule.media.mediaText;
    if (media === "print") rule.media.mediaText = "all";
    else if (/\\bscreen\\b/.test(media)) rule.media.mediaText = "not all";
  }
}"""


class Engine(ABC):
    """A browser with one tab open."""

    name: str
    patience = 8.0  # seconds for what a page does by itself

    @abstractmethod
    def open(self, url: str) -> None:
        """Goes to an address and waits until the page has loaded."""

    @abstractmethod
    def evaluate(self, function: str, *args: object) -> Any:
        """What a JavaScript function gives for JSON arguments, as JSON."""

    @abstractmethod
    def resize(self, width: int, height: int) -> None:
        """Makes the page so large, or as small as the engine's window becomes."""

    @abstractmethod
    def click_at(self, x: int, y: int) -> None:
        """Presses the mouse's button there."""

    @abstractmethod
    def press(self, *keys: str) -> None:
        """Presses keys one by one: those of KEYS by name, and single characters."""

    @abstractmethod
    def close(self) -> None:
        """Ends the browser and all that was started for it."""

    def pdf(self) -> bytes | None:
        """The page as it is printed, or None where the engine cannot be asked for it."""
        return None

    def click(self, selector: str) -> None:
        """Clicks on the first visible element. Raises AssertionError if there is none."""
        centre = self.evaluate(CENTRE, selector)
        assert centre, f"{selector} is not visible"
        self.click_at(*centre)

    def wait(self, condition: str, *args: object) -> Any:
        """The first true value of a JavaScript function. Raises AssertionError if none comes.

        A page that goes away while it is asked is asked again when the next one is there.
        """
        until = time.monotonic() + self.patience
        failed: Exception | None = None
        while time.monotonic() < until:
            try:
                if value := self.evaluate(condition, *args):
                    return value
            except Exception as error:
                failed = error
            time.sleep(0.05)
        raise AssertionError(f"did not come true: {condition} {args}") from failed

    def wait_for_path(self, path: str) -> None:
        """Waits until the address ends so, and the page has loaded."""
        there = "path => location.href.endsWith(path) && document.readyState === 'complete'"
        self.wait(there, path)

    def is_visible(self, selector: str) -> bool:
        """Whether any element of these is shown."""
        shown = "s => [...document.querySelectorAll(s)].some(one => one.checkVisibility())"
        return bool(self.evaluate(shown, selector))
