"""Pictures and attachments of a page, as they are published and shown."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests.conftest import built, tiny_project

TURNED = 6  # EXIF: the camera was held upright, the picture lies on its side


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny site with a camera's picture on its side, a small one and an attachment."""
    root = tiny_project(tmp_path_factory.mktemp("media"))
    for folder in ("kuvat", "liitteet"):
        (root / "docs" / folder).mkdir()
    exif = Image.Exif()
    exif[0x0112] = TURNED
    drawn = Image.effect_mandelbrot((1400, 900), (-2, -1.5, 1, 1.5), 60).convert("RGB")
    drawn.save(root / "docs/kuvat/iso.jpg", "JPEG", exif=exif)
    Image.new("RGB", (40, 30), "teal").save(root / "docs/kuvat/pieni.png")
    (root / "docs/liitteet/taulukko.csv").write_text("kunta,summa\nPori,1\n")
    for language, words in (("fi", "Piha on tyhjä"), ("sv", "Gården är tom")):
        with (root / f"docs/{language}/lape.md").open("a") as page:
            page.write(f'\n![{words}](../kuvat/iso.jpg "{words} 2026.")\n')
            page.write(f"\n![{words} nyt](../kuvat/pieni.png)\n")
            page.write(f"\n[{words} CSV](../liitteet/taulukko.csv)\n")
    assert built(root, root / "site") == ""
    return root / "site"


def test_a_picture_is_published_upright(site: Path) -> None:
    """Written anew, turned as the camera was held; what needs no turning is published as it is."""
    with Image.open(site / "kuvat/iso.jpg") as image:
        assert image.size == (900, 1400)
        assert not image.getexif()
    with Image.open(site / "kuvat/pieni.png") as image:
        assert image.size == (40, 30)


def test_a_page_shows_pictures_with_their_size(site: Path) -> None:
    """A figure with its caption and a smaller picture for phones; later ones wait."""
    html = (site / "sv/lape/index.html").read_text(encoding="utf-8")
    figures = re.findall(r"<figure>.*?</figure>", html)
    assert len(figures) == 2
    assert 'width="900" height="1400"' in figures[0]
    assert "<figcaption>Gården är tom 2026.</figcaption>" in figures[0]
    small = re.search(r'srcset="([^ "]+) 640w', figures[0])
    assert small
    with Image.open(BytesIO((site / "sv/lape" / small[1]).resolve().read_bytes())) as image:
        assert image.width == 640
    assert 'loading="lazy"' in figures[1]
    assert "srcset" not in figures[1]


def test_a_link_to_an_attachment_tells_its_kind_and_size(site: Path) -> None:
    """A reader knows what opens, before it does."""
    html = (site / "lape/index.html").read_text(encoding="utf-8")
    assert re.search(r"CSV</a> \(CSV, [^)]+\)", html)
