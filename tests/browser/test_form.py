"""The editors' form in a real browser, with the CMS's own test backend: what a save writes."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path, PurePath

import pytest
from PIL import Image
from playwright.sync_api import Browser, Locator, Page

from kumppanuus.addresses import PARTNERSHIP
from kumppanuus.checks.check import load
from kumppanuus.commands.tidy import tidied_text
from kumppanuus.facts.media import PICTURES
from kumppanuus.facts.register import Register
from tests.commands.test_tidy import changed_lines
from tests.conftest import ROOT, TODAY, built
from tools.form.__main__ import add_form
from tools.form.fetch import fetch
from tools.server import serving

# In CI npm has to be there: a form that nobody tried would be published.
pytestmark = pytest.mark.skipif(
    shutil.which("npm") is None and not os.environ.get("CI"),
    reason="npm is missing: the form is not tried",
)
SEED = """async (files) => {
  const storage = await navigator.storage.getDirectory();
  const root = await storage.getDirectoryHandle("sveltia-cms-test", { create: true });
  for (const [path, text] of Object.entries(files)) {
    const steps = path.split("/");
    const name = steps.pop();
    let at = root;
    for (const one of steps) at = await at.getDirectoryHandle(one, { create: true });
    const file = await at.getFileHandle(name, { create: true });
    const to = await file.createWritable();
    await to.write(text);
    await to.close();
  }
}"""
READ = """async ([path, is_text]) => {
  let at = await navigator.storage.getDirectory();
  at = await at.getDirectoryHandle("sveltia-cms-test");
  const steps = path.split("/");
  const name = steps.pop();
  for (const one of steps) at = await at.getDirectoryHandle(one);
  const file = await (await at.getFileHandle(name)).getFile();
  return is_text ? file.text() : Array.from(await file.bytes());
}"""
TO_END = """() => {
  const first = document.querySelector("[contenteditable=true] p");
  getSelection().selectAllChildren(first);
  getSelection().collapseToEnd();
}"""


class Form:
    """A page with the form open, on the files of the project."""

    def __init__(self, page: Page, url: str) -> None:
        self.page, self.url = page, url

    def open(self, where: str) -> None:
        self.page.goto(f"{self.url}#/collections/{where}")
        self.page.locator("section[data-key-path]").first.wait_for()

    def at(self, key: str) -> Locator:
        """A field where it is edited, not where it is shown."""
        edited = self.page.get_by_role("group", name="kenttä")
        found = edited.and_(self.page.locator(f'section[data-key-path="{key}"]'))
        return found.first

    def write(self, key: str, text: str) -> None:
        self.at(key).get_by_role("textbox").first.fill(text)

    def write_both(self, key: str, fi: str, sv: str) -> None:
        self.at(key).scroll_into_view_if_needed()
        add = self.at(key).get_by_role("checkbox", name="Lisää")
        if add.count():
            add.first.click()
        self.write(f"{key}.fi", fi)
        self.write(f"{key}.sv", sv)

    def choose(self, key: str, label: str) -> None:
        here = self.at(key)
        here.scroll_into_view_if_needed()
        here.get_by_role("radio").or_(here.get_by_role("checkbox")).or_(
            here.get_by_role("combobox")
        ).first.wait_for()
        for role in ("radio", "checkbox", "option"):
            if here.get_by_role(role, name=label).count():  # type: ignore[arg-type]
                here.get_by_role(role, name=label).first.click()  # type: ignore[arg-type]
                return
        here.get_by_role("combobox").first.click()
        self.page.get_by_role("option", name=label).first.click()

    def in_swedish(self) -> None:
        self.page.get_by_role("radio", name="Ruotsi").first.click()
        self.page.wait_for_timeout(800)

    def add_to_first_paragraph(self, text: str) -> None:
        """Types a sentence to the end of a page's first paragraph."""
        self.page.locator("[contenteditable=true] p").first.wait_for()
        self.page.wait_for_timeout(800)  # the editor puts its own cursor first
        self.page.locator("[contenteditable=true] p").first.click()
        self.page.evaluate(TO_END)
        self.page.wait_for_timeout(300)
        self.page.keyboard.type(f" {text}")

    def add_picture(self, words: str, file: Path | None) -> None:
        """Below where one types: a file, or the picture that the other language has been given."""
        self.page.keyboard.press("Enter")
        self.page.get_by_role("button", name="Kuva", exact=True).first.click()
        here = self.page.get_by_role("group", name="Kuva", exact=True).first
        if file:
            here.locator("input[type=file]").first.set_input_files(file)
        else:
            here.get_by_role("button", name="Selaa").click()
            chosen = self.page.get_by_role("dialog").last
            chosen.get_by_role("option", name="webp").first.click()
            chosen.get_by_role("button", name="Lisää", exact=True).last.click()
        here.get_by_text(".webp").first.wait_for()  # made smaller by then
        here.locator("input[type=text]").first.fill(words)
        self.page.wait_for_timeout(500)

    def save(self) -> None:
        self.page.get_by_role("button", name="Tallenna", exact=True).click()
        self.page.wait_for_timeout(1500)

    def read(self, path: str) -> str:
        text: str = self.page.evaluate(READ, [path, True])
        return text

    def read_bytes(self, path: str) -> bytes:
        return bytes(self.page.evaluate(READ, [path, False]))


@pytest.fixture(scope="module")
def form_site(register: Register, tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("form")
    add_form(register, site, fetch(ROOT / ".cache/form"), {"name": "test-repo"})
    return site


@pytest.fixture
def form(form_site: Path, browser: Browser) -> Iterator[Form]:
    """The Finnish form; everything that it asks of others fails the test."""
    paths = [*(ROOT / "data").rglob("*.yml"), *(ROOT / "docs").rglob("*.md")]
    files = {path.relative_to(ROOT).as_posix(): path.read_text() for path in paths}
    with serving(form_site, "/k") as port:
        # High enough for every field: those out of sight are only made when one scrolls to them.
        page = browser.new_page(viewport={"width": 1280, "height": 5000})
        page.set_default_timeout(10_000)
        asked: list[str] = []
        page.on("request", lambda one: asked.append(one.url))
        url = f"http://127.0.0.1:{port}/k/muokkaa/"
        page.goto(url)
        page.evaluate(SEED, files)
        page.reload()
        page.get_by_role("button", name="testirepositorion").click()
        page.get_by_text("Yhteystiedot").first.wait_for()
        yield Form(page, url)
        others = [one for one in asked if not one.startswith((url[:20], "data:", "blob:"))]
        assert others == []
        page.close()


def saved(project: Path, path: str, form: Form) -> list[str]:
    """Puts a saved file, tidied, into a copy of the project; the lines that differ."""
    place = project / path
    before = place.read_text() if place.exists() else ""
    after = tidied_text(PurePath(path), before, form.read(path))
    place.write_text(after)
    return changed_lines(before, after)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for folder in ("data", "docs"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    for file in ("mkdocs.yml", "overrides"):
        (tmp_path / file).symlink_to(ROOT / file)
    return tmp_path


def test_a_changed_number_is_a_change_of_one_line(form: Form, project: Path) -> None:
    """Of one district's file, as a person would have written it."""
    form.open("contacts/entries/uusimaa")
    form.page.get_by_role("button", name="Näytä kaikki").first.click()
    form.write("contacts.0.phone", "050 123 4567")
    form.save()
    lines = saved(project, "data/contacts/uusimaa.yml", form)
    assert len(lines) == 2, lines
    assert lines[1] == '+    phone: "050 123 4567"'
    load(project, TODAY)


def test_a_person_and_a_decision_are_added_and_the_site_is_built(
    form: Form, project: Path, register: Register, tmp_path: Path
) -> None:
    """What the form writes needs no mending: the checks hold, and the site is built of it."""
    topic = next(iter(register.words.topics.values())).fi
    form.open("contacts/entries/uusimaa")
    count = len(register.contacts["uusimaa"])
    form.page.get_by_role("button", name="Lisää").last.click()
    key = f"contacts.{count}"
    form.write(f"{key}.id", "maija-meikalainen")
    form.write(f"{key}.name", "Maija Meikäläinen")
    form.write_both(f"{key}.answers_for", "kuntakumppanuus", "kommunpartnerskap")
    form.choose(f"{key}.topics", topic)
    form.choose(f"{key}.source", next(iter(register.sources.values())).title.fi)
    form.save()
    lines = saved(project, "data/contacts/uusimaa.yml", form)
    assert all(line.startswith("+") for line in lines), lines
    assert '+    name: "Maija Meikäläinen"' in lines

    form.open("decisions/new")
    form.choose("municipality", "Pori")
    form.choose("kind", register.words.decision_kinds["grant"].fi)
    form.write("date", "2026-02-18")
    form.write_both("recipient", "MLL Porin yhdistys", "MLL:s lokalförening i Björneborg")
    form.write_both("what", "Avustus toimintaan.", "Understöd för verksamheten.")
    form.write("url", "https://www.pori.fi/")
    form.write_both("read", "Sivu kokonaan.", "Hela sidan.")
    form.at("read_on").locator("input").first.fill("2026-11-20")
    form.save()
    path = "data/decisions/pori-2026-02-18.yml"
    lines = saved(project, path, form)
    assert lines[0].startswith("+# yaml-language-server: ")
    assert '+what: {fi: "Avustus toimintaan.", sv: "Understöd för verksamheten."}' in lines
    assert "+read_on: 2026-11-20" in lines
    assert built(project, tmp_path / "site") == ""


def test_a_page_in_both_languages_with_a_picture_of_a_camera(
    form: Form, project: Path, tmp_path: Path
) -> None:
    """A sentence and a picture in each: no other line differs, and the picture passes the checks,
    which a camera's would not; the site is built of it."""
    name = PARTNERSHIP.strip("/")
    photo = tmp_path / "Lapset Puistossa (1).JPG"
    exif = Image.Exif()
    exif[0x010F] = "Kamera"
    Image.effect_noise((160, 120), 80).resize((2400, 1800)).save(photo, exif=exif, quality=98)

    form.open(f"pages/entries/{name.replace('/', '_')}")
    form.add_to_first_paragraph("Uusi virke.")
    form.add_picture("Lapset keinuvat puistossa", photo)
    form.in_swedish()
    form.add_to_first_paragraph("En ny mening.")
    form.add_picture("Barn gungar i parken", None)
    form.save()

    picture = f"{PICTURES}/lapset-puistossa-1.webp"
    (project / "docs" / PICTURES).mkdir(exist_ok=True)
    (project / "docs" / picture).write_bytes(form.read_bytes(f"docs/{picture}"))
    for language, sentence, words in (
        ("fi", "Uusi virke.", "Lapset keinuvat puistossa"),
        ("sv", "En ny mening.", "Barn gungar i parken"),
    ):
        old, new, *added = saved(project, f"docs/{language}/{name}.md", form)
        assert new == f"+{old[1:]} {sentence}"
        assert added == ["+", f"+![{words}](../{picture})"]
    assert built(project, tmp_path / "site") == ""


def test_a_window_in_a_list_is_changed_by_one_line(
    form: Form, project: Path, register: Register
) -> None:
    """Of a file with many; a closed one shows whose it is and for what."""
    form.open("windows-list/entries/windows")
    window = register.windows[0]
    shown = form.page.get_by_role("group", name="kenttä").get_by_text(window.what.fi).first
    shown.wait_for()
    form.at("windows").get_by_role("button", name="Näytä", exact=True).first.click()
    form.write("windows.0.opens", "2027-08-02")
    form.save()
    lines = saved(project, "data/windows.yml", form)
    assert lines[-1] == "+    opens: 2027-08-02"
    assert len(lines) <= 2, lines
