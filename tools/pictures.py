"""Pictures of every kind of page, before and after a change: python -m tools.pictures A B OUT

A and B are built sites, both of one day. OUT gets a PNG of each page, side and width, and an
index.html that shows them side by side, what differs most first. What changed is printed as
Markdown: the pages whose HTML did, and the kinds of page that look otherwise, with how much.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from html import escape
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from kumppanuus.problems import messages
from tools.changes import Change, changed_pages, chosen, summary
from tools.chromium import find_or_install
from tools.compare import differing
from tools.kinds import examples, kind, pages
from tools.server import serving

WIDTHS = (1280, 390)
SIDES = ("before", "after")
PAGES = 30  # pictures of more changed pages than anybody looks at
# Pages so long that their end tells nothing more.
TALLEST = 12_000


def take(browser: Browser, site: Path, side: str, addresses: Iterable[str], out: Path) -> None:
    """A picture of each page that the site has, at every width."""
    with serving(site) as port:
        for width in WIDTHS:
            page = browser.new_page(
                viewport={"width": width, "height": 900}, reduced_motion="reduce"
            )
            for address in addresses:
                if (site / address / "index.html").exists():
                    page.goto(f"http://127.0.0.1:{port}/{address}")
                    height = page.evaluate("document.documentElement.scrollHeight")
                    page.screenshot(
                        path=out / name(address, width, side),
                        full_page=True,
                        clip={"x": 0, "y": 0, "width": width, "height": min(height, TALLEST)},
                    )
            page.close()


def shown(changes: list[Change], before: Path, after: Path) -> list[str]:
    """The addresses to take pictures of: those chosen, and one of each kind that has none."""
    addresses = [one.address for one in chosen(changes, PAGES)]
    there = examples([*pages(before), *pages(after)])
    seen = {kind(one) for one in addresses}
    return addresses + [one for of, one in there.items() if of not in seen]


def name(address: str, width: int, side: str) -> str:
    """The file name of a picture."""
    stem = address.strip("/").replace("/", "-") or "index"
    return f"{stem}-{width}-{side}.png"


def compared(addresses: Iterable[str], out: Path) -> dict[str, float]:
    """How much of each page looks otherwise, at the width where that is most: 0 to 1."""
    shares = {}
    for address in addresses:
        pairs = [[out / name(address, width, side) for side in SIDES] for width in WIDTHS]
        shares[address] = max(differing(*pair) for pair in pairs)
    return shares


def looks(shares: dict[str, float]) -> str:
    """The kinds of page that look otherwise, most first, as Markdown in Finnish and Swedish."""
    most: dict[str, float] = {}
    for address, share in shares.items():
        if share:
            most[kind(address)] = max(share, most.get(kind(address), 0))
    said = messages()
    heading = said["kinds_head" if most else "kinds_none"]
    lines = [f"## {heading['fi']} / {heading['sv']}", ""]
    for of, share in sorted(most.items(), key=lambda item: -item[1]):
        lines.append(f"- `/{of}`: {100 * share:.2f} %".replace(".", ","))
    return "\n".join([*lines, ""])


def gallery(shares: dict[str, float], out: Path) -> str:
    """A page that shows the pictures side by side, what differs most first."""
    rows = []
    for address, share in sorted(shares.items(), key=lambda item: -item[1]):
        rows.append(f"<h2>/{escape(address)}: {100 * share:.2f} %</h2>")
        for width in WIDTHS:
            for side in SIDES:
                file = name(address, width, side)
                if (out / file).exists():
                    rows.append(f'<img src="{file}" alt="{width} px, {side}" width="{width // 2}">')
    style = "<style>img { vertical-align: top; margin: .5rem; border: 1px solid }</style>"
    return f"<!doctype html><meta charset=utf-8><title>…</title>{style}" + "\n".join(rows)


def pictures(before: Path, after: Path, out: Path, browser: Browser) -> None:
    """Takes the pictures and says what changed."""
    changes = changed_pages(before, after)
    addresses = shown(changes, before, after)
    out.mkdir(parents=True, exist_ok=True)
    for site, side in zip((before, after), SIDES, strict=True):
        take(browser, site, side, addresses, out)
    shares = compared(addresses, out)
    print(looks(shares))
    print(summary(changes))
    (out / "index.html").write_text(gallery(shares, out), encoding="utf-8")


if __name__ == "__main__":
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=find_or_install(), args=["--no-sandbox"]
        )
        pictures(*(Path(one) for one in sys.argv[1:]), browser=started)
        started.close()
