"""Pictures of the pages that a change alters, before and after: python -m tools.pictures A B OUT

A and B are built sites. OUT gets a PNG of each page, side and width, and an index.html that
shows them side by side. What changed is printed as Markdown.
"""

from __future__ import annotations

import sys
from html import escape
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tools.changes import Change, changed_pages, chosen, summary
from tools.chromium import find_or_install
from tools.server import serving

WIDTHS = (1280, 360)
PAGES = 20  # pictures of more pages than anybody looks at


def take(browser: Browser, site: Path, side: str, changes: list[Change], out: Path) -> None:
    """A picture of each page that the site has, at every width."""
    with serving(site) as port:
        for width in WIDTHS:
            page = browser.new_page(viewport={"width": width, "height": 900})
            for change in changes:
                if (site / change.address / "index.html").exists():
                    page.goto(f"http://127.0.0.1:{port}/{change.address}")
                    page.screenshot(path=out / name(change, width, side), full_page=True)
            page.close()


def name(change: Change, width: int, side: str) -> str:
    """The file name of a picture."""
    stem = change.address.strip("/").replace("/", "-") or "index"
    return f"{stem}-{width}-{side}.png"


def gallery(changes: list[Change], out: Path) -> str:
    """A page that shows the pictures side by side."""
    rows = []
    for change in changes:
        rows.append(f"<h2>/{escape(change.address)} {escape(change.title)}</h2>")
        for width in WIDTHS:
            for side in ("before", "after"):
                file = name(change, width, side)
                if (out / file).exists():
                    rows.append(f'<img src="{file}" alt="{width} px, {side}" width="{width // 2}">')
    style = "<style>img { vertical-align: top; margin: .5rem; border: 1px solid }</style>"
    return f"<!doctype html><meta charset=utf-8><title>…</title>{style}" + "\n".join(rows)


def pictures(before: Path, after: Path, out: Path) -> None:
    """Says what changed, then takes the pictures."""
    changes = changed_pages(before, after)
    print(summary(changes), flush=True)
    shown = chosen(changes, PAGES)
    out.mkdir(parents=True, exist_ok=True)
    if shown:
        with sync_playwright() as playwright:
            path = find_or_install()
            browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
            for site, side in ((before, "before"), (after, "after")):
                take(browser, site, side, shown, out)
            browser.close()
    (out / "index.html").write_text(gallery(shown, out), encoding="utf-8")


if __name__ == "__main__":
    pictures(*(Path(one) for one in sys.argv[1:]))
