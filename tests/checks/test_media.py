"""Pictures and attachments: what an editor is told of each fault, and where."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from kumppanuus.checks.check import all_warnings, load
from tests.checks.test_cases import problems_of
from tests.conftest import TODAY

TEXTS = {"fi": "Lapset rakentavat linnaa", "sv": "Barn bygger ett slott"}


def picture(format_: str = "PNG", size: tuple[int, int] = (8, 6), **options: Any) -> bytes:
    """A picture of random enough pixels."""
    out = BytesIO()
    image = Image.effect_noise(size, 90).convert("RGB")
    image.save(out, format=format_, **options)
    return out.getvalue()


def camera() -> Image.Exif:
    """What a telephone writes: its maker, and where it was."""
    exif = Image.Exif()
    exif[0x010F] = "Telephone"
    exif.get_ifd(0x8825)[2] = (61.0, 29.0, 0.0)
    return exif


def put(root: Path, name: str, content: bytes, folder: str = "kuvat") -> None:
    path = root / "docs" / folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def use(root: Path, text: str, **texts: str) -> None:
    """Adds a line to both languages' page; {alt} is a good text."""
    for language, alt in TEXTS.items():
        page = root / f"docs/{language}/lape.md"
        line = texts.get(language, text).format(alt=alt)
        page.write_text(page.read_text() + f"\n{line}\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("lapset.png", picture()),
        ("lapset.jpg", picture("JPEG")),
        ("lapset.jpeg", picture("JPEG")),
        ("lapset.webp", picture("WEBP")),
        ("lapset.avif", picture("AVIF")),
        ("turussa/lapset.png", picture()),
    ],
)
def test_a_good_picture_needs_nothing_more(tiny: Path, name: str, content: bytes) -> None:
    """Any of the four formats, in a folder of its own too, in both languages."""
    put(tiny, name, content)
    use(tiny, "![{alt}](../kuvat/" + name + ")")
    assert problems_of(tiny) == ""


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.jpg", b"\xff\xd8\xff\xe0" + bytes(8_000_000), "on liian raskas (8000 kB)"),
        ("a.png", b"version https://git-lfs.github.com/spec/v1", "ei ole kuva, jonka selain"),
        ("a.png", picture("JPEG"), "sisältö on JPEG. Vaihda nimen loppu: .jpg"),
        ("a.png", picture(size=(1700, 2)), "on 1700 × 2 kuvapistettä"),
        ("a.jpg", picture("JPEG", exif=camera()), "on kameran tai ohjelman tietoja"),
        ("a.png", picture()[:60], "ei ole kuva, jonka selain"),
        (
            "a.webp",
            picture("WEBP", save_all=True, append_images=[Image.new("RGB", (8, 6))]),
            "liikkuu",
        ),
    ],
)
def test_a_picture_that_cannot_be_shown_is_told_where_it_is_used(
    tiny: Path, name: str, content: bytes, told: str
) -> None:
    """Weight, format, name, size, movement and what a camera wrote into it."""
    put(tiny, name, content)
    use(tiny, "![{alt}](../kuvat/" + name + ")")
    said = problems_of(tiny).splitlines()
    assert len(said) == 2, said
    assert said[0].startswith("docs/fi/lape.md:9: ")
    assert told in said[0] and f"docs/kuvat/{name}" in said[0]


def test_how_a_camera_was_held_is_no_secret(tiny: Path) -> None:
    """Orientation alone says nothing of a place or a person."""
    exif = Image.Exif()
    exif[0x0112] = 6
    put(tiny, "a.jpg", picture("JPEG", exif=exif))
    use(tiny, "![{alt}](../kuvat/a.jpg)")
    assert problems_of(tiny) == ""


@pytest.mark.parametrize("text", ["", "IMG_1234.JPG", "Kuva", "bild", "a", "kuva 12", "image"])
def test_a_picture_is_told_in_words(tiny: Path, text: str) -> None:
    """Not by its file's name, and not by a word that would fit any picture."""
    put(tiny, "a.png", picture())
    use(tiny, "![{alt}](../kuvat/a.png)", fi=f"![{text}](../kuvat/a.png)")
    assert "docs/fi/lape.md:9: Kuvan teksti" in problems_of(tiny)


def test_a_decoration_says_so(tiny: Path) -> None:
    """A hyphen in place of words."""
    put(tiny, "a.png", picture())
    use(tiny, "![-](../kuvat/a.png)")
    assert problems_of(tiny) == ""


def test_a_picture_is_told_in_the_page_s_language(tiny: Path) -> None:
    """The same words on both pages are those of one language."""
    put(tiny, "a.png", picture())
    use(tiny, "![Lapset rannalla](../kuvat/a.png)")
    assert "docs/sv/lape.md:9: Kuvan teksti ”Lapset rannalla” on sama" in problems_of(tiny)


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("https://github.com/user-attachments/assets/1", "Kuva on muualla kuin sivustolla"),
        ("https://www.mll.fi/a.png", "Kuva on muualla kuin sivustolla"),
        ("../kuvat/lapst.png", "Esimerkki: ![Lapset rakentavat linnaa](../kuvat/lapset.png)"),
        ("kuvat/lapset.png", "Kuvaa ”kuvat/lapset.png” ei ole."),
        ("lapset.png", "![Lapset rakentavat linnaa](../kuvat/lapset.png)"),
        ("data:image/png;base64,AAAA", "Kuva on muualla kuin sivustolla"),
    ],
)
def test_a_picture_lies_in_its_folder(tiny: Path, target: str, told: str) -> None:
    """Pasted into GitHub's editor, on another site, misspelt, or named from another folder."""
    put(tiny, "lapset.png", picture())
    use(tiny, "![{alt}](../kuvat/lapset.png)")
    use(tiny, "![{alt}](" + target + ")")
    said = problems_of(tiny)
    assert "docs/fi/lape.md:11: " in said and told in said


def test_what_no_page_uses_is_not_published(tiny: Path) -> None:
    """A picture, an attachment; each with the line that would use it."""
    put(tiny, "a.png", picture())
    put(tiny, "a.pdf", b"%PDF-1.4\n", "liitteet")
    said = problems_of(tiny)
    assert "docs/kuvat/a.png:1: Mikään sivu ei käytä tätä tiedostoa" in said
    assert "docs/liitteet/a.pdf:1: " in said and "[Asiakirja](../liitteet/a.pdf)" in said


def docx() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("word/document.xml", "<w/>")
    return out.getvalue()


def test_an_attachment_is_linked_as_a_page_is(tiny: Path) -> None:
    """PDF, Word and CSV; a PDF without tags is warned of."""
    put(tiny, "a.pdf", b"%PDF-1.4\n", "liitteet")
    put(tiny, "b.pdf", b"%PDF-1.7 /StructTreeRoot 1 0 R\n", "liitteet")
    put(tiny, "c.docx", docx(), "liitteet")
    put(tiny, "d.csv", b"a,b\n", "liitteet")
    use(tiny, " ".join(f"[Liite {one[0]}](../liitteet/{one})." for one in ["a.pdf", "b.pdf"]))
    use(tiny, "[Liite c](../liitteet/c.docx) [Liite d](../liitteet/d.csv)")
    assert problems_of(tiny) == ""
    said = [one for one in all_warnings(load(tiny, TODAY)) if one.code == "pdf_not_tagged"]
    assert [(one.path, one.line) for one in said] == [("docs/fi/lape.md", 9)]
    assert "docs/liitteet/a.pdf" in said[0].fi


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.pdf", b"<html>", "ei ole PDF-tiedosto"),
        ("a.docx", b"PK", "ei ole DOCX-tiedosto"),
        ("a.csv", b"\xe4,b\n", "ei ole CSV-tiedosto"),
        ("a.pdf", b"%PDF-" + bytes(5_100_000), "on liian raskas (5.1 Mt)"),
    ],
)
def test_an_attachment_is_what_it_says(tiny: Path, name: str, content: bytes, told: str) -> None:
    """By its content, and at most 5 MB."""
    put(tiny, name, content, "liitteet")
    use(tiny, f"[Liite](../liitteet/{name})")
    said = problems_of(tiny)
    assert said.startswith("docs/fi/lape.md:9: ") and told in said


def test_a_file_in_the_wrong_folder_is_told_where_it_belongs(tiny: Path) -> None:
    """Beside its page, as an editor would put it; the link to it is not called dead as well."""
    put(tiny, "liite.pdf", b"%PDF-1.4\n", "fi")
    put(tiny, "kuva.png", picture(), "fi")
    use(tiny, "{alt}.", fi="[Liite](liite.pdf)")
    said = problems_of(tiny)
    assert "docs/fi/liite.pdf:1: " in said and "docs/liitteet/ (.pdf" in said
    assert "docs/fi/kuva.png:1: " in said and "docs/kuvat/ (.png" in said
    assert "Linkin kohdetta" not in said


def test_a_link_out_of_the_project_is_no_picture(tiny: Path) -> None:
    """A symbolic link would publish what it leads to."""
    (tiny / "docs/kuvat").mkdir()
    (tiny / "docs/kuvat/a.png").symlink_to("/etc/hostname")
    (tiny / "data/loop").symlink_to(tiny / "data")
    said = problems_of(tiny)
    assert "docs/kuvat/a.png:1: Tämä on linkki toiseen tiedostoon" in said
    assert "data/loop:1: " in said
