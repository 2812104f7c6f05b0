"""Every text of the built site is in the language that it says it is in."""

from __future__ import annotations

import re
from pathlib import Path

import yaml
from playwright.sync_api import Page

from tests.conftest import Site

TEXTS = """() => [...document.querySelectorAll('title, meta[name=description], h1, h2, h3,'
  + 'p, li, dt, dd, th, td, caption, a, button, label, summary, figcaption')].map(e => {
  if (e.tagName === 'META') return [document.documentElement.lang, e.content];
  const own = [];
  const walk = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
  const lang = e.closest('[lang]').lang;
  while (walk.nextNode()) {
    const node = walk.currentNode;
    if (node.parentElement.closest('[lang]').lang === lang) own.push(node.data);
  }
  return [lang, own.join(' ')];
})"""
WORDS = {
    language: set(words.split())
    for language, words in yaml.safe_load(
        (Path(__file__).parent / "language_words.yml").read_text(encoding="utf-8")
    ).items()
}


def foreign_words(language: str, text: str) -> set[str]:
    """The words of a text that only the other language has."""
    other = "sv" if language == "fi" else "fi"
    plain = re.sub(r"\S*[/@]\S*|\S+\.\w{2,}\b", " ", text.lower())  # addresses have no language
    words = re.findall(r"[a-zåäö]+", plain)
    return {word for word in words if word in WORDS[other] and word not in WORDS[language]}


def test_every_text_is_in_the_language_it_says(page: Page, site: Site) -> None:
    """No Finnish on Swedish pages or the reverse, marked parts (lang=) aside."""
    assert foreign_words("sv", "Kunta ja piiri") == {"kunta", "ja"}
    assert foreign_words("fi", "kommunen och distriktet") == {"kommunen", "och", "distriktet"}
    wrong = []
    for path in site.addresses(municipalities=40):
        page.goto(site.url + path)
        for language, text in page.evaluate(TEXTS):
            if found := foreign_words(language, text):
                wrong.append(f"{path}: {language}: {sorted(found)} in {text.strip()[:100]!r}")
    assert wrong == [], "\n".join(wrong)
