"""Finds a Chromium for the tests, or gets one: on PATH, Playwright's own, Debian's package."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

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
    install = [sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"]
    if subprocess.run(install, check=False).returncode == 0 and (found := playwrights_own()):
        return found
    if os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {"check": True, "stdout": subprocess.DEVNULL}
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], env=environment, **quiet)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], env=environment, **quiet)
        if found := on_path():
            return found
    raise SystemExit("The tests need Chromium: install it, or run them where they can.")


if __name__ == "__main__":
    print(f"Chromium: {find_or_install()}")
