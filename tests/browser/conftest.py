"""A headless Chromium, and the real site served to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from kumppanuus.facts.register import Register
from kumppanuus.facts.ui import Ui
from tests.conftest import BELOW, HOST
from tools.chromium import find_or_install
from tools.server import serving


@pytest.fixture(scope="session")
def browser(real_build: tuple[Path, str]) -> Iterator[Browser]:
    """It finds the site's host on 127.0.0.1 and asks nothing of others."""
    with serving(real_build[0], BELOW) as port, sync_playwright() as playwright:
        flags = [
            "--no-sandbox",
            "--no-proxy-server",
            "--disable-background-networking",
            "--disable-component-update",
            f"--host-resolver-rules=MAP {HOST}:80 127.0.0.1:{port}",
        ]
        browser = playwright.chromium.launch(executable_path=find_or_install(), args=flags)
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh browser profile."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """An empty tab."""
    return context.new_page()


@pytest.fixture
def ui(register: Register) -> Ui:
    """The interface words as editors have them today."""
    return register.words.ui
