"""Finds a Chromium for the tests, or gets one: on PATH, Playwright's own, Debian's package."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tools import debian

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def on_path() -> str | None:
    """The path of an installed Chromium, or None."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def playwrights_own() -> str | None:
    """The path of the Chromium that Playwright has downloaded, or None."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def find_or_install() -> str:
    """The path of a Chromium; installs one if there is none. Raises SystemExit if it cannot."""
    if found := on_path() or playwrights_own():
        return found
    # What it needs of the system is installed for root and in CI: nobody is asked for a password.
    deps = ["--with-deps"] if os.geteuid() == 0 or "CI" in os.environ else []
    install = [sys.executable, "-m", "playwright", "install", *deps, "chromium"]
    if subprocess.run(install, check=False).returncode == 0 and (found := playwrights_own()):
        return found
    return debian.find_or_install(on_path, "chromium")


if __name__ == "__main__":
    print(f"Chromium: {find_or_install()}")
