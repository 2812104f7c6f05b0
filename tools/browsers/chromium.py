"""Chromium, by Playwright."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from tools.browsers.engine import KEYS, Engine
from tools.chromium import find_or_install


class Chromium(Engine):
    """Headless. browser: one that runs already; else it starts one, and ends it."""

    def __init__(self, browser: Browser | None = None) -> None:
        self.playwright = None if browser else sync_playwright().start()
        if self.playwright:
            path = find_or_install()
            flags = ["--no-sandbox", "--no-proxy-server", "--disable-background-networking"]
            browser = self.playwright.chromium.launch(executable_path=path, args=flags)
        assert browser
        self.browser = browser
        self.page = browser.new_page()
        self.name = f"Chromium {browser.version.partition('.')[0]}"

    def open(self, url: str) -> None:
        self.page.goto(url)

    def evaluate(self, function: str, *args: object) -> Any:
        script = f"async args => JSON.stringify(await ({function})(...args) ?? null)"
        return json.loads(self.page.evaluate(script, list(args)))

    def resize(self, width: int, height: int) -> None:
        self.page.set_viewport_size({"width": width, "height": height})

    def click_at(self, x: int, y: int) -> None:
        self.page.mouse.click(x, y)

    def press(self, *keys: str) -> None:
        for key in keys:
            if key in KEYS:
                self.page.keyboard.press(key)
            else:
                self.page.keyboard.type(key)

    def pdf(self) -> bytes:
        return self.page.pdf(format="A4")

    def close(self) -> None:
        self.page.close()
        if self.playwright:
            self.browser.close()
            self.playwright.stop()
