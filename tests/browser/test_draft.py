"""The draft of a proposal in a browser: what the button copies, and where it cannot."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from kumppanuus.addresses import CHILD_IMPACT, DECIDE, site_path
from kumppanuus.facts.fields import LANGUAGES, Language
from kumppanuus.facts.register import Register
from kumppanuus.facts.ui import Ui
from tests.conftest import Site

# The tests' host is not served safely, so it has no clipboard: what would go there is kept.
CLIPBOARD = """
window.copied = {};
window.ClipboardItem = class { constructor(parts) { this.parts = parts; } };
Object.defineProperty(navigator, "clipboard", { value: { write: async ([item]) => {
  for (const [type, blob] of Object.entries(item.parts))
    window.copied[type] = await (await blob).text();
} } });
"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_button_copies_headings_lists_and_tables(
    page: Page, site: Site, ui: Ui, register: Register, language: Language
) -> None:
    """As HTML from the first level of headings, without the page's looks; and as plain text."""
    page.add_init_script(CLIPBOARD)
    page.goto(site.url + site_path(DECIDE, language))
    page.get_by_role("button", name=ui.draft_copy[language]).click()
    expect(page.locator(".draft [role=status]")).to_have_text(ui.draft_copied[language])
    copied = page.evaluate("window.copied")
    html, text = copied["text/html"], copied["text/plain"]
    assert html.startswith(f'<div lang="{language}">')
    assert html.count("<h1>") == 1
    titles = [one.title[language] for one in register.draft.sections]
    assert [f"<h2>{one}</h2>" in html for one in titles] == [True] * len(titles)
    for tag in ("<table", "<caption>", "<th scope", "<ul>", "<ol>"):
        assert tag in html
    for ours in ("class=", "<h3", "<h4", "<mark", "data-label", "<script", "<button"):
        assert ours not in html
    assert "\n\n" in text and "\t" in text and "\n– " in text and "\n1. " in text
    assert "<" not in text


def test_where_copying_is_not_allowed_the_text_is_chosen(page: Page, site: Site, ui: Ui) -> None:
    """The reader is told to use the keyboard, and needs no more than one key."""
    page.goto(site.url + CHILD_IMPACT)
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.get_by_role("button", name=ui.draft_copy.fi).click()
    expect(page.locator(".draft [role=status]")).to_have_text(ui.draft_copy_failed.fi)
    chosen = page.evaluate("getSelection().toString().trim()")
    assert chosen.split("\n")[-1] in page.locator(".draft-text").inner_text()
    assert len(chosen) > 500


def test_without_script_there_is_no_button_but_all_of_the_text(
    browser: Browser, site: Site, register: Register
) -> None:
    """What does nothing is not shown; the files for Word are links as any."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.url + DECIDE)
    expect(page.locator("button.copy")).to_be_hidden()
    assert page.locator(".draft-text h4").count() == len(register.draft.sections)
    for link in page.locator("a[href$='.docx']").all():
        path = site.folder / DECIDE / (link.get_attribute("href") or "")
        assert path.read_bytes().startswith(b"PK")
    context.close()
