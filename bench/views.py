"""What a phone loads at the first view of a page and at its first search, and how fast it shows.

The profile is Lighthouse's for mobile: slow 4G with the delays of a real connection, a
processor four times slower, a screen of 412 × 823. The browser's cache is empty each time.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median

from playwright.sync_api import Page, Playwright

from bench.data import AGREEMENT
from bench.install import SITE_URL
from bench.server import Traffic
from tools.chromium import find_or_install

# Lighthouse's "mobileSlow4G" as it is for throttling in the browser (its constants.js).
NETWORK = {
    "offline": False,
    "latency": 150 * 3.75,
    "downloadThroughput": 1.6 * 1024 * 1024 * 0.9 / 8,
    "uploadThroughput": 750 * 1024 * 0.9 / 8,
}
CPU_SLOWER = 4
QUERY = "perhekeskus"
SETTLED = 2.0  # seconds without a request: workers fetch late; long tasks until then count

# The browser resolves no name: what a page would fetch from elsewhere fails and is reported.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]

# Total blocking time: what each task after the first paint takes beyond 50 ms.
WATCH = """
window.benchSeen = {lcp: 0, cls: 0, fcp: 0, tasks: []};
const watch = (type, each) =>
  new PerformanceObserver((list) => list.getEntries().forEach(each))
    .observe({type, buffered: true});
watch("largest-contentful-paint", (one) => { benchSeen.lcp = one.startTime; });
watch("layout-shift", (one) => { if (!one.hadRecentInput) benchSeen.cls += one.value; });
watch("paint", (one) => {
  if (one.name === "first-contentful-paint") benchSeen.fcp = one.startTime;
});
watch("longtask", (one) => { benchSeen.tasks.push([one.startTime, one.duration]); });
"""
READ = """() => {
  const {lcp, cls, fcp, tasks} = benchSeen;
  const beyond = ([start, length]) => Math.max(0, start + length - Math.max(start, fcp) - 50);
  return {lcp, cls, fcp, tbt: tasks.reduce((sum, task) => sum + beyond(task), 0)};
}"""


@dataclass(frozen=True)
class View:
    """The first view of a page: bytes over the line, requests, milliseconds, layout shift."""

    size: int
    requests: int
    raw_html: int
    fcp: float
    lcp: float
    tbt: float
    cls: float


@dataclass(frozen=True)
class Search:
    """How a reader searches on a site, and which files are there for nothing but the search."""

    address: str
    run: Callable[[Page], None]
    files: str


def page_addresses(municipality: str) -> dict[str, str]:
    """The four pages that are measured, the same on every site."""
    return {
        "home": "",
        "district": "piirit/satakunta/",
        "municipality": municipality,
        "agreement": AGREEMENT,
    }


def _search_ours(page: Page) -> None:
    page.fill(".search-form [name=q]", QUERY)
    page.press(".search-form [name=q]", "Enter")
    page.wait_for_selector("#results ol a, .answer a")


def _search_stock(page: Page) -> None:
    page.click("label.md-header__button[for=__search]")
    page.locator(".md-search__input").press_sequentially(QUERY)  # it listens to keys
    page.wait_for_selector(".md-search-result__item a")


def _search_starlight(page: Page) -> None:
    page.click("button[data-open-modal]")
    page.fill(".pagefind-ui__search-input", QUERY)
    page.wait_for_selector(".pagefind-ui__result a")


SEARCHES = {
    "ours": Search("haku/", _search_ours, r"^/assets/(?!finder\.js$)[^/]+\.js"),
    "stock": Search("", _search_stock, r"/workers/search|^/search/|/lunr/"),
    "starlight": Search("", _search_starlight, r"^/pagefind/|/_astro/(ui-core|Search)"),
}


@contextmanager
def _phone(playwright: Playwright) -> Iterator[Page]:
    """A page in a browser of its own: Chromium remembers favicons from one context to the next."""
    browser = playwright.chromium.launch(executable_path=find_or_install(), args=ARGUMENTS)
    context = browser.new_context(
        viewport={"width": 412, "height": 823},
        device_scale_factor=1.75,
        is_mobile=True,
        has_touch=True,
        locale="fi-FI",
    )
    page = context.new_page()
    page.add_init_script(WATCH)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", NETWORK)
    session.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWER})
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    try:
        yield page
    finally:
        browser.close()
    if elsewhere := [url for url in failed if not url.startswith(SITE_URL)]:
        raise RuntimeError(f"a page asks another host: {elsewhere[0]}")


def _settle(page: Page, traffic: Traffic) -> None:
    """Waits until nothing has been asked for a while."""
    page.wait_for_load_state("networkidle")
    seen, since = -1, time.monotonic()
    while time.monotonic() - since < SETTLED:
        if len(traffic.answers) != seen:
            seen, since = len(traffic.answers), time.monotonic()
        page.wait_for_timeout(100)


def first_view(playwright: Playwright, traffic: Traffic, address: str) -> View:
    """Opens one page with an empty cache."""
    with _phone(playwright) as page:
        traffic.clear()
        answer = page.goto(SITE_URL + address)
        _settle(page, traffic)
        if answer is None or not answer.ok:
            raise RuntimeError(f"/{address} does not answer")
        seen = page.evaluate(READ)
        return View(traffic.size, len(traffic.answers), len(answer.body()), **seen)


def median_view(views: list[View]) -> View:
    """Field by field."""
    names = View.__dataclass_fields__
    return View(**{name: median(getattr(view, name) for view in views) for name in names})


def first_search(playwright: Playwright, traffic: Traffic, search: Search) -> tuple[int, int]:
    """Bytes and requests of script, index and one query, not of the page around them."""
    with _phone(playwright) as page:
        traffic.clear()
        page.goto(SITE_URL + search.address)
        _settle(page, traffic)
        search.run(page)
        _settle(page, traffic)
        own = [one for one in traffic.answers if re.search(search.files, one.path)]
        return sum(one.size for one in own), len(own)
