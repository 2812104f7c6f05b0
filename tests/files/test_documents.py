"""Word files, read by another programme than ours, and held against the standard's order."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from pathlib import Path

import docx
import pytest
from docx.document import Document as Word
from lxml import etree

from kumppanuus.checks.check import load_views
from kumppanuus.facts.fields import LANGUAGES
from kumppanuus.files.documents import annex_form, column_widths, documents, draft_document
from kumppanuus.html.draft import Table, draft_blocks, runs
from kumppanuus.problems import ProblemsFound
from tests.conftest import ROOT, TODAY, Views

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# The order of children that ECMA-376 part 1, annex A demands, as far as we use them.
ORDER = {
    "pPr": "pStyle keepNext keepLines numPr spacing ind outlineLvl",
    "rPr": "rStyle rFonts b bCs i iCs color sz szCs u shd lang",
    "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook tblCaption",
    "trPr": "cantSplit tblHeader",
    "tcPr": "tcW shd",
    "style": "name basedOn next qFormat pPr rPr tblPr",
    "lvl": "start numFmt pStyle lvlText lvlJc pPr",
    "numbering": "abstractNum num",
    "sectPr": "footerReference pgSz pgMar",
    "settings": "defaultTabStop compat themeFontLang",
    "tbl": "tblPr tblGrid tr",
}


@cache
def every_file() -> dict[str, bytes]:
    """Every document of the real site, by language and address."""
    try:
        views = load_views(ROOT, TODAY)
    except ProblemsFound:
        pytest.skip("the real data have Problems: see tests/test_data.py")
    return {
        f"{language}/{address}": file
        for language in LANGUAGES
        for address, file in documents(views[language])
    }


def opened(file: bytes) -> Word:
    return docx.Document(io.BytesIO(file))


def parts(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_there_is_a_draft_for_every_municipality_and_county() -> None:
    """In both languages, and one more for anybody."""
    names = [name for name in every_file() if name.endswith("paatosluonnos.docx")]
    view = load_views(ROOT, TODAY)["fi"]
    homes = sum(len(group) for group in view.register.municipalities_of.values())
    counties = sum(map(view.is_county, view.register.districts_of_county))
    assert len(names) == 2 * (homes + counties + 1)


def test_another_programme_reads_every_file() -> None:
    """A title, headings of one level, no empty paragraph, and tables whose head is repeated."""
    for name, file in every_file().items():
        word = opened(file)
        styles = [one.style.name for one in word.paragraphs if one.style]
        assert styles[:2] == ["Title", "Subtitle"], name
        assert {one for one in styles if one.startswith("Head")} <= {"Heading 1"}, name
        assert all(one.text.strip() for one in word.paragraphs), name
        assert word.core_properties.title == word.paragraphs[0].text, name
        assert word.core_properties.language == f"{name[:2]}-FI", name
        page = word.sections[0]
        sides = sorted(side.mm for side in (page.page_width, page.page_height) if side)
        assert sides == pytest.approx([210, 297], abs=0.1), name
        for table in word.tables:
            first, *others = table.rows
            assert first._tr.trPr is not None
            assert first._tr.trPr.find(f"{W}tblHeader") is not None, name
            assert others, name
            assert all(cell.text for row in table.rows for cell in row.cells), name


def test_every_file_is_small_and_the_same_twice() -> None:
    """At most 15 kB; nothing in it tells when or where it was made."""
    view = load_views(ROOT, TODAY)["sv"]
    again = dict(documents(view))
    for name, file in every_file().items():
        assert len(file) <= 15_000, (name, len(file))
        if name.startswith("sv/"):
            assert again[name.removeprefix("sv/")] == file, name


def test_a_file_is_as_the_standard_demands() -> None:
    """Well-formed parts, each with its kind; relations lead to parts; elements in their order."""
    for name, file in every_file().items():
        found = parts(file)
        assert next(iter(found)) == "[Content_Types].xml"
        trees = {part: etree.fromstring(text) for part, text in found.items()}
        kinds = trees["[Content_Types].xml"]
        overrides = {one.get("PartName", "")[1:] for one in kinds if one.get("PartName")}
        assert overrides == {one for one in found if one.startswith(("word/", "docProps/"))} - {
            one for one in found if one.endswith(".rels")
        }
        relations = trees["word/_rels/document.xml.rels"]
        ids = {one.get("Id") for one in relations}
        for one in relations:
            target = one.get("Target", "")
            assert one.get("TargetMode") == "External" or f"word/{target}" in found
            assert target.isascii(), (name, target)
        used = re.findall(r'r:id="([^"]+)"', found["word/document.xml"].decode())
        assert set(used) == ids - {"styles", "numbering", "settings"}, name
        for tree in trees.values():
            for element in tree.iter():
                tag = str(element.tag).removeprefix(W)
                if tag in ORDER:
                    inner = [str(one.tag).removeprefix(W) for one in element]
                    places = [ORDER[tag].split().index(one) for one in inner]
                    assert places == sorted(places), (name, tag, inner)
        body = trees["word/document.xml"][0]
        kinds_of = [str(one.tag).removeprefix(W) for one in body]
        assert ["tbl", "tbl"] not in [kinds_of[at : at + 2] for at in range(len(kinds_of))]
        assert kinds_of[-2:] == ["p", "sectPr"], name


def test_styles_and_lists_that_are_used_are_there() -> None:
    """A style or a count that is missing would be lost without a word."""
    for name, file in every_file().items():
        found = {part: text.decode() for part, text in parts(file).items()}
        used = set(re.findall(r'<w:[pr]Style w:val="(\w+)"', found["word/document.xml"]))
        assert used <= set(re.findall(r'w:styleId="(\w+)"', found["word/styles.xml"])), name
        counts = set(re.findall(r'<w:numId w:val="(\d+)"', found["word/document.xml"]))
        assert counts <= set(re.findall(r'<w:num w:numId="(\d+)"', found["word/numbering.xml"]))


def test_a_municipality_s_facts_are_filled_in(views: Views) -> None:
    """Its name, region, county, district and languages; what is left is what only it knows."""
    view = views()["sv"]
    home = view.register.municipality["pori"]
    text = "\n".join(one.text for one in opened(draft_document(view, home)).paragraphs)
    gaps = view.register.draft.gaps
    for gap in (gaps.municipality, gaps.region, gaps.county, gaps.district, gaps.languages):
        assert view.text(gap) not in text
    assert f"{view.words['municipality']}: {home.name.sv}" in text
    assert "Maija Esimerkki" in text
    blank = "\n".join(one.text for one in opened(draft_document(view, None)).paragraphs)
    assert view.text(gaps.municipality) in blank
    assert "Maija Esimerkki" not in blank


def test_a_county_has_the_paragraphs_of_counties(views: Views) -> None:
    """What holds of a municipality alone is left out, and the other way round."""
    view = views()["fi"]
    register = view.register
    law = {
        one.only: view.text(one.items[0])
        for one in register.draft.section("oikeusperusta").blocks
        if one.only
    }
    county = "\n".join(
        one.text for one in opened(draft_document(view, register.counties["satakunta"])).paragraphs
    )
    home = "\n".join(
        one.text for one in opened(draft_document(view, register.municipality["pori"])).paragraphs
    )
    plain = {key: value.replace("\u00a0", " ") for key, value in law.items()}
    assert plain["county"] in county.replace("\u00a0", " ")
    assert plain["municipality"] not in county.replace("\u00a0", " ")
    assert plain["municipality"] in home.replace("\u00a0", " ")


HOSTILE = ["< w:br / >", "]]> & < > x", '"onload="x', "[[gap] x]", "{{ 7*7 }}"]


@pytest.mark.parametrize("value", HOSTILE)
def test_text_of_the_data_stays_text(tiny: Path, views: Views, value: str) -> None:
    """Whatever stands in the data is shown as it is, and is no element of the document."""
    path = tiny / "data/contacts/satakunta.yml"
    quoted = "'" + value.replace("'", "''") + "'"
    text = path.read_text().replace("name: Maija Esimerkki", f"name: {quoted}")
    path.write_text(text)
    view = views()["fi"]
    word = opened(draft_document(view, view.register.municipality["pori"]))
    assert any(value in one.text for one in word.paragraphs)


def test_the_annex_has_the_five_columns_and_the_money(views: Views) -> None:
    """Goal, actions, evaluation, responsible, other; it lies on its side to have room for them."""
    view = views()["fi"]
    word = opened(annex_form(view))
    assert [len(table.columns) for table in word.tables] == [5, 5]
    assert word.sections[0].page_width > word.sections[0].page_height


def test_gaps_and_addresses_are_found_in_a_text() -> None:
    """An address keeps brackets of its own, and not the full stop after it."""
    found = [(one.kind, one.text) for one in runs("Ks. https://a.fi/x_(1). [mitä] (https://b.fi)")]
    assert [text for kind, text in found if kind == "link"] == [
        "https://a.fi/x_(1)",
        "https://b.fi",
    ]
    assert [text for kind, text in found if kind == "gap"] == ["[mitä]"]
    assert "".join(text for _, text in found) == "Ks. https://a.fi/x_(1). [mitä] (https://b.fi)"


def test_columns_fill_the_page_and_hold_their_longest_word() -> None:
    """The longest word of a column is not broken as long as there is room for all of them."""
    widths = column_widths(Table("", ("a", "perusturvalautakunta"), (("b", "c"),)), 9638)
    assert 9630 <= sum(widths) <= 9638
    assert widths[1] > 20 * 100


def test_gaps_stand_in_both_languages(views: Views) -> None:
    """As many in Finnish as in Swedish, in each piece of the draft."""
    both = views()
    pairs = zip(draft_blocks(both["fi"], None), draft_blocks(both["sv"], None), strict=True)
    for one, other in pairs:
        assert type(one) is type(other)
        assert repr(one).count("[") == repr(other).count("["), (one, other)
