"""The picture in README.md: the front page, and a municipality's page on a phone beside it.

python -m tools.readme SITE .github/readme.webp
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tools.chromium import find_or_install
from tools.server import serving

PAGES = (("", 1280, 900), ("kunnat/ulvila/", 390, 844))  # address, width, height
GAP = 32
GROUND = "#d9d4c8"
LIMIT = 150_000  # bytes


def picture(site: Path, out: Path) -> None:
    """Writes both pages side by side as one WebP. Raises SystemExit where it is too heavy."""
    with sync_playwright() as playwright, serving(site) as port:
        path = find_or_install()
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        shots = [_shot(browser, port, *page) for page in PAGES]
        browser.close()
    width = sum(shot.width for shot in shots) + GAP * (len(shots) + 1)
    height = max(shot.height for shot in shots) + 2 * GAP
    whole = Image.new("RGB", (width, height), GROUND)
    left = GAP
    for shot in shots:
        whole.paste(shot, (left, GAP))
        left += shot.width + GAP
    whole.save(out, "WEBP", quality=82, method=6)
    if out.stat().st_size > LIMIT:
        raise SystemExit(f"{out}: {out.stat().st_size} bytes, more than {LIMIT}")


def _shot(browser: Browser, port: int, address: str, width: int, height: int) -> Image.Image:
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(f"http://127.0.0.1:{port}/{address}")
    return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


if __name__ == "__main__":
    picture(*(Path(one) for one in sys.argv[1:]))
