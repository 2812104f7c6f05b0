"""The pictures and attachments in docs/kuvat and docs/liitteet, shared by both languages."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from PIL import Image

PICTURES, ATTACHMENTS = "kuvat", "liitteet"
DECORATION = "-"  # in place of what a picture shows: it shows nothing that the text does not say
# What browsers of today show, by the ends of its file's name (MDN: Image file type guide).
FORMATS = {
    "PNG": (".png",),
    "JPEG": (".jpg", ".jpeg"),
    "WEBP": (".webp",),
    "AVIF": (".avif",),
}
PICTURE_ENDS = tuple(end for ends in FORMATS.values() for end in ends)
ATTACHMENT_ENDS = (".pdf", ".docx", ".csv")
METADATA = ("exif", "xmp", "XML:com.adobe.xmp", "photoshop", "comment", "Comment")
ORIENTATION = 0x0112  # how the camera was held: it tells nothing of a place or a person
# What Pillow raises for a file that is no picture, or half of one.
IMAGE_ERRORS = (OSError, ValueError, SyntaxError, Image.DecompressionBombError)
SIZE_LIMIT_KB, SIDE_LIMIT = 300, 1600  # kB, px
ATTACHMENT_LIMIT_MB = 5


@dataclass(frozen=True)
class Picture:
    """A picture. path: below docs/; format: by its content, "" where it is none.

    width, height: in px, as it is shown. has_metadata: of place, camera, program.
    """

    path: str
    file: Path
    size: int
    format: str = ""
    width: int = 0
    height: int = 0
    moves: bool = False
    has_metadata: bool = False


@dataclass(frozen=True)
class Attachment:
    """A file to save. path: below docs/; is_sound: its content is what its name says."""

    path: str
    file: Path
    size: int

    @property
    def kind(self) -> str:
        """Its type as a reader knows it: PDF."""
        return self.file.suffix[1:].upper()

    @cached_property
    def is_sound(self) -> bool:
        if self.file.suffix == ".pdf":
            return self.file.read_bytes()[:5] == b"%PDF-"
        if self.file.suffix == ".docx":
            try:
                return "word/document.xml" in ZipFile(self.file).namelist()
            except (BadZipFile, OSError):
                return False
        try:
            self.file.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError:
            return False
        return True

    @cached_property
    def is_tagged(self) -> bool:
        """Whether a PDF says that a screen reader finds its headings and order (PDF/UA)."""
        raw = self.file.read_bytes()
        parts = [raw]
        for packed in re.finditer(rb"/ObjStm.{0,200}?stream\r?\n", raw, re.DOTALL):
            try:
                parts.append(zlib.decompressobj().decompress(raw[packed.end() :], 2_000_000))
            except zlib.error:
                continue
        return any(b"/StructTreeRoot" in part for part in parts)


@dataclass(frozen=True)
class Media:
    """Every picture and attachment, by its path below docs/."""

    pictures: dict[str, Picture] = field(default_factory=dict)
    attachments: dict[str, Attachment] = field(default_factory=dict)


def read_media(docs: Path) -> Media:
    """The files in docs/kuvat and docs/liitteet whose names end as those of pictures and
    attachments do. Symbolic links are left out."""
    pictures = (_picture(docs, path) for path in _files(docs / PICTURES, PICTURE_ENDS))
    attachments = (
        Attachment(path.relative_to(docs).as_posix(), path, path.stat().st_size)
        for path in _files(docs / ATTACHMENTS, ATTACHMENT_ENDS)
    )
    return Media({one.path: one for one in pictures}, {one.path: one for one in attachments})


def _files(folder: Path, ends: tuple[str, ...]) -> list[Path]:
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix in ends and path.is_file() and not path.is_symlink()
    ]


def _picture(docs: Path, path: Path) -> Picture:
    name, size = path.relative_to(docs).as_posix(), path.stat().st_size
    if size > SIZE_LIMIT_KB * 1000:
        return Picture(name, path, size)  # told by its size alone
    try:
        with Image.open(path) as image:
            image.load()
            exif = image.getexif()
            width, height = image.size
            if exif.get(ORIENTATION, 1) >= 5:  # turned by a quarter
                width, height = height, width
            told = any(tag != ORIENTATION for tag in exif) or any(
                image.info.get(key) for key in METADATA if key != "exif"
            )
            format_ = "JPEG" if image.format == "MPO" else image.format or ""
            moves = getattr(image, "n_frames", 1) > 1 and image.format != "MPO"
            return Picture(name, path, size, format_, width, height, moves, told)
    except IMAGE_ERRORS:
        return Picture(name, path, size)
