"""Pictures and attachments in a browser: nothing moves, phones load less, paper has them all."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from tests.browser.axe import violations
from tests.browser.style import SHIFT
from tests.checks.test_media import picture, put, use
from tests.conftest import built
from tools.server import serving


@pytest.fixture
def folder(tiny: Path, tmp_path: Path) -> Path:
    """The tiny project's site with a large picture on top, a small one far below, a PDF."""
    out = BytesIO()
    Image.effect_mandelbrot((1400, 900), (-2, -1.5, 1, 1.5), 80).convert("RGB").save(out, "JPEG")
    put(tiny, "suuri.jpg", out.getvalue())
    put(tiny, "pieni.png", picture(size=(300, 200)))
    put(tiny, "malli.pdf", b"%PDF-1.4 /StructTreeRoot\n" + bytes(123_000), "liitteet")
    use(tiny, '![{alt}](../kuvat/suuri.jpg "Avajaiset 2026. Kuva & foto: MLL")')
    use(tiny, "\n\n".join(["Teksti."] * 200))
    use(tiny, "![-](../kuvat/pieni.png)")
    use(tiny, "[{alt}](../liitteet/malli.pdf).")
    assert built(tiny, tmp_path / "site") == ""
    return tmp_path / "site"


@pytest.mark.parametrize("width", [360, 1280])
def test_pictures_move_nothing(browser: Browser, folder: Path, width: int) -> None:
    """Each has its place before it is there; a phone loads the smaller one; axe finds nothing."""
    with serving(folder) as port:
        page = browser.new_page(viewport={"width": width, "height": 800})
        loaded: list[str] = []
        page.on("request", lambda one: loaded.append(one.url.rpartition("/")[2]))
        page.goto(f"http://127.0.0.1:{port}/sv/lape/")
        assert page.evaluate(SHIFT) == 0
        assert ("suuri.small.jpg" in loaded) == (width == 360)
        assert ("suuri.jpg" in loaded) == (width == 1280)
        large = page.locator("figure img").first
        assert large.get_attribute("alt") == "Barn bygger ett slott"
        assert page.locator("figcaption").inner_text() == "Avajaiset 2026. Kuva & foto: MLL"
        box = large.bounding_box()
        assert box and box["width"] <= width
        assert abs(box["width"] / box["height"] - 1400 / 900) < 0.02
        assert page.locator("main img").last.get_attribute("alt") == ""
        assert page.locator("main img").last.get_attribute("loading") == "lazy"
        link = page.get_by_role("link", name="Barn bygger ett slott")
        assert link.locator("xpath=..").inner_text() == "Barn bygger ett slott (PDF, 123\u00a0kB)."
        assert violations(page) == []
        page.close()


def test_paper_has_every_picture(browser: Browser, folder: Path, tmp_path: Path) -> None:
    """One that loads late on a screen is there in print."""
    with serving(folder) as port:
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{port}/lape/")
        page.emulate_media(media="print")
        pdf = page.pdf(path=tmp_path / "page.pdf")
        assert pdf.count(b"/Subtype /Image") >= 2
        page.close()
