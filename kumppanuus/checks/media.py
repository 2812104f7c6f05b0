"""What holds of pictures and attachments. Each rule is a generator of Problems.

A fault is told where a page uses the file, so that an editor sees both.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from kumppanuus.facts.fields import LANGUAGES
from kumppanuus.facts.media import (
    ATTACHMENT_ENDS,
    ATTACHMENT_LIMIT_MB,
    ATTACHMENTS,
    DECORATION,
    FORMATS,
    PICTURES,
    SIDE_LIMIT,
    SIZE_LIMIT_KB,
    Picture,
)
from kumppanuus.facts.page_text import Link
from kumppanuus.facts.prose import Prose
from kumppanuus.facts.register import Register
from kumppanuus.problems import Problem, nearest, problem, warning

# Said in place of a picture, none of these says what it shows (WCAG 1.1.1).
SAYS_NOTHING = {
    *("kuva", "valokuva", "kuvituskuva", "logo", "kaavio", "piirros"),
    *("bild", "foto", "fotografi", "illustration", "diagram", "image", "picture", "photo", "img"),
}
_FILE_NAME = re.compile(r"\S+\.\w{3,4}|(?:img|dsc|image|kuva|bild)[ _-]?\d+", re.IGNORECASE)


def target_of(page: Prose, link: Link) -> str:
    """Where a link of a page leads below docs/: "kuvat/lapsia.jpg"."""
    folder = posixpath.dirname(page.source)
    return posixpath.normpath(posixpath.join(folder, link.target.partition("#")[0]))


def every_picture_is_there(register: Register) -> Iterator[Problem]:
    """A picture on a page is a file in docs/kuvat/, named by its way from the page's file."""
    for page in register.prose:
        for link in page.text.pictures:
            place = (page.document.path, link.line)
            if target_of(page, link) in register.media.pictures:
                continue
            up = posixpath.relpath(PICTURES, posixpath.dirname(page.source))
            names = [PurePath(one).name for one in register.media.pictures]
            near = nearest(PurePath(link.target).name, names) or ["lapset-puistossa.jpg"]
            code = "picture_elsewhere" if ":" in link.target else "picture_dead"
            example = f"![{link.text or 'Mitä kuvassa on'}]({up}/{near[0]})"
            yield problem(*place, code, value=link.target, example=example)


def every_picture_is_told_in_words(register: Register) -> Iterator[Problem]:
    """A picture's text says in the page's language what it shows; "-" where it is decoration."""
    said: dict[tuple[str, str, str], str] = {}
    for page in register.prose:
        for link in page.text.pictures:
            text, path = link.text.strip(), target_of(page, link)
            place = (page.document.path, link.line)
            stem = PurePath(path).stem
            if text == DECORATION:
                continue
            example = f"![Lapset rakentavat hiekkalinnaa]({link.target})"
            if page.language == LANGUAGES[1]:
                example = f"![Barn bygger ett sandslott]({link.target})"
            is_name = _FILE_NAME.fullmatch(text) or text.lower() == stem
            if not text or is_name or text.lower().strip(" .") in SAYS_NOTHING:
                yield problem(*place, "picture_text", value=text, example=example)
            first = said.setdefault((page.path, path, text), page.language)
            if text and first != page.language:
                yield problem(*place, "picture_text_same", value=text, example=example)


def every_picture_can_be_shown(register: Register) -> Iterator[Problem]:
    """A picture is PNG, JPEG, WebP or AVIF by its content, not too large, still, and holds nothing
    that a camera wrote into it."""
    places = _places(register, pictures=True)
    for path, picture in register.media.pictures.items():
        if path in places:
            fault = _fault(picture)
            if fault:
                code, values = fault
                yield problem(*places[path], code, file=f"docs/{path}", **values)


def _fault(picture: Picture) -> tuple[str, dict[str, Any]] | None:
    size, end = picture.size // 1000, PurePath(picture.path).suffix
    if picture.size > SIZE_LIMIT_KB * 1000:
        return "picture_heavy", {"value": size, "limit": SIZE_LIMIT_KB}
    if picture.format not in FORMATS:
        return "picture_broken", {}
    if end not in FORMATS[picture.format]:
        return "picture_misnamed", {"value": picture.format, "expected": FORMATS[picture.format][0]}
    if max(picture.width, picture.height) > SIDE_LIMIT:
        measured = f"{picture.width} × {picture.height}"
        return "picture_large", {"value": measured, "limit": SIDE_LIMIT}
    if picture.moves:
        return "picture_moves", {}
    if picture.has_metadata:
        return "picture_metadata", {}
    return None


def every_attachment_is_sound(register: Register) -> Iterator[Problem]:
    """An attachment is what its name says, and not too large."""
    for path, place in _places(register, pictures=False).items():
        one = register.media.attachments[path]
        if one.size > ATTACHMENT_LIMIT_MB * 1_000_000:
            value, limit = f"{one.size / 1e6:.1f}", ATTACHMENT_LIMIT_MB
            file = f"docs/{path}"
            yield problem(*place, "attachment_heavy", file=file, value=value, limit=limit)
        elif not one.is_sound:
            yield problem(*place, "attachment_broken", file=f"docs/{path}", value=one.kind)


def every_file_is_used(register: Register) -> Iterator[Problem]:
    """A picture or attachment that no page uses is not published by accident."""
    if register.broken:
        return  # a page that could not be read may use it
    used = {*_places(register, pictures=True), *_places(register, pictures=False)}
    for path in sorted({*register.media.pictures, *register.media.attachments} - used):
        is_picture = path in register.media.pictures
        example = f"![Mitä kuvassa on](../{path})" if is_picture else f"[Asiakirja](../{path})"
        yield problem(f"docs/{path}", 1, "file_not_used", example=example)


def every_pdf_can_be_read_aloud(register: Register) -> Iterator[Problem]:
    """A PDF has tags, by which a screen reader finds its headings and order. Only warned of."""
    for path, place in _places(register, pictures=False).items():
        one = register.media.attachments[path]
        if one.kind == "PDF" and one.is_sound and not one.is_tagged:
            yield warning(*place, "pdf_not_tagged", file=f"docs/{path}")


def _places(register: Register, *, pictures: bool) -> dict[str, tuple[str, int]]:
    """Where each picture, or attachment, is first used."""
    known = register.media.pictures if pictures else register.media.attachments
    places: dict[str, tuple[str, int]] = {}
    for page in register.prose:
        for link in page.text.pictures if pictures else page.text.links:
            path = target_of(page, link)
            if path in known:
                places.setdefault(path, (page.document.path, link.line))
    return places


def is_attachment(page: Prose, link: Link, register: Register) -> bool:
    """Whether a link leads to an attachment, or to one that lies in the wrong folder."""
    path = target_of(page, link)
    return path in register.media.attachments or (
        path.endswith(ATTACHMENT_ENDS)
        and not path.startswith(f"{ATTACHMENTS}/")
        and (register.root / "docs" / path).is_file()
    )
