"""Pictures and attachments: what is published of them, and how a page shows them."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from io import BytesIO

from markupsafe import escape
from PIL import Image, ImageOps

from kumppanuus.addresses import relative_url, site_path, small_picture
from kumppanuus.facts.media import DECORATION, METADATA, Picture
from kumppanuus.facts.prose import Prose
from kumppanuus.html.formats import display_size
from kumppanuus.html.view import View

SMALL_WIDTH = 640  # px: a phone of 360 px whose screen is dense
_IMG = re.compile(
    r'(?P<p><p>)?<img alt="(?P<alt>[^"]*)" src="(?P<src>[^"]*)"(?: title="(?P<title>[^"]*)")? ?/>'
    r"(?(p)(?P<end></p>)?)"
)
_LINK = re.compile(r'<a href="([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)


@lru_cache(maxsize=512)
def published(picture: Picture) -> bytes:
    """The picture's bytes: as they are, or written anew where they held metadata."""
    with Image.open(picture.file) as image:
        if not any(image.info.get(key) for key in METADATA):
            return picture.file.read_bytes()
        return _written(image, picture.width)


@lru_cache(maxsize=512)
def small_version(picture: Picture) -> bytes:
    """A smaller version, where it saves more than a third; else nothing."""
    if picture.width <= SMALL_WIDTH:
        return b""
    with Image.open(picture.file) as image:
        small = _written(image, SMALL_WIDTH)
    return small if len(small) * 3 < len(published(picture)) * 2 else b""


def _written(image: Image.Image, width: int) -> bytes:
    """The picture of that width, upright, in its own format and without metadata."""
    format_ = "JPEG" if image.format == "MPO" else image.format
    upright = ImageOps.exif_transpose(image)
    if width != upright.width:
        height = round(upright.height * width / upright.width)
        upright = upright.resize((width, height), Image.Resampling.LANCZOS)
    bare = upright.copy()
    bare.info = {key: value for key, value in upright.info.items() if key == "icc_profile"}
    out = BytesIO()
    bare.save(out, format=format_, quality=82, optimize=True)
    return out.getvalue()


def with_media(html: str, view: View, page: Prose) -> str:
    """The page's HTML with the size of each picture, a smaller one for phones, its caption, and
    the type and size of each attachment after its link."""
    here = site_path(page.address, view.language)
    pictures = {relative_url(here, one.path): one for one in view.register.media.pictures.values()}
    attachments = view.register.media.attachments.values()
    notes = {
        relative_url(here, one.path): f" ({one.kind}, {display_size(one.size, view.language)})"
        for one in attachments
    }
    seen = 0

    def shown(match: re.Match[str]) -> str:
        nonlocal seen
        picture = pictures.get(match["src"])
        if picture is None:
            return match[0]
        seen += 1
        alt = "" if unescape(match["alt"]) == DECORATION else match["alt"]
        more = f' width="{picture.width}" height="{picture.height}"'
        if seen > 1:
            more += ' loading="lazy"'
        if small_version(picture):
            small = relative_url(here, small_picture(picture.path))
            more += f' srcset="{small} {SMALL_WIDTH}w, {match["src"]} {picture.width}w"'
            more += ' sizes="(max-width: 46rem) 100vw, 46rem"'
        image = f'<img alt="{alt}" src="{match["src"]}"{more}>'
        if match["p"] and match["end"]:
            caption = f"<figcaption>{match['title']}</figcaption>" if match["title"] else ""
            return f"<figure>{image}{caption}</figure>"
        return (match["p"] or "") + image + (match["end"] or "")

    def noted(match: re.Match[str]) -> str:
        note = notes.get(match[1])
        return match[0] if note is None else f"{match[0]}{escape(note)}"

    if pictures and "<img " in html:
        html = _IMG.sub(shown, html)
    return _LINK.sub(noted, html) if notes else html
