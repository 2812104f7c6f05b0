"""How pages use the terms of data/terms.yml. Each rule yields warnings; its docstring is the rule.

Only a page's own words count: not addresses, not facts from data, not words in another language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kumppanuus.checks.translations import pages_in_both
from kumppanuus.facts.fields import LANGUAGES, Language
from kumppanuus.facts.models import Dated, Forms
from kumppanuus.facts.page_text import BETWEEN_BRACES, TITLE, Paragraph, Section
from kumppanuus.facts.prose import Prose
from kumppanuus.facts.register import Register
from kumppanuus.problems import Problem, messages, warning


@dataclass(frozen=True)
class Use:
    """A place where a page uses an expression; value: as it stands there."""

    section: Section
    paragraph: Paragraph
    line: int
    value: str


@dataclass(frozen=True)
class OwnWords:
    """A page's own words, by paragraph."""

    page: Prose
    parts: tuple[tuple[Section, Paragraph, str], ...]

    def uses(self, forms: Sequence[str]) -> Iterator[Use]:
        """Every place where one of the forms stands."""
        if not forms:
            return
        pattern = finder(tuple(forms))
        for section, paragraph, words in self.parts:
            for match in pattern.finditer(words):
                yield Use(section, paragraph, paragraph.line_at(match.start()), match[0])

    def has(self, forms: Sequence[str], section: Section) -> bool:
        """Whether one of the forms stands in the section or in the page's title."""
        pattern = finder(tuple(forms))
        return bool(pattern.search(self.page.meta.title)) or any(
            part == section and pattern.search(words) for part, _, words in self.parts
        )


def every_term_has_its_agreed_translation(register: Register) -> Iterator[Problem]:
    """Where a Finnish section uses a term, the Swedish section uses the agreed one somewhere.

    Pages that differ in their sections are compared when those are in order.
    """
    for fi, sv in pages_in_both(register).values():
        beside = {one.position: one for one in sv.sections}
        if set(beside) != {one.position for one in fi.sections}:
            continue
        for term in register.terms:
            if term.forms is None:
                continue
            # A name from Sweden has a warning of its own.
            answers = own_words_of(sv).uses((*term.forms.sv, *term.forms.avoid))
            answered = {use.section.position for use in answers}
            for use in own_words_of(fi).uses(term.forms.fi):
                position = use.section.position
                if position in answered:
                    continue
                answered.add(position)  # one warning for a section
                yield warning(
                    sv.document.path,
                    beside[position].line,
                    "term_without_translation",
                    value=use.value,
                    where=f"{fi.document.path}:{use.line}",
                    expected=term.sv,
                )


def swedish_is_that_of_finland(register: Register) -> Iterator[Problem]:
    """A Swedish page calls a thing by the name it has in Finland, not in Sweden."""
    for page in register.prose:
        for term in register.terms if page.language == LANGUAGES[1] else ():
            for use in own_words_of(page).uses(term.forms.avoid if term.forms else ()):
                yield warning(
                    page.document.path,
                    use.line,
                    "swedish_of_sweden",
                    value=use.value,
                    expected=term.sv,
                )


def every_term_is_found_by_its_forms(register: Register) -> Iterator[Problem]:
    """The forms of a term recognise the term itself; else one of them is misspelt."""
    document = register.documents["data/terms.yml"]
    for index, term in enumerate(register.terms):
        for language in LANGUAGES if term.forms else ():
            name: str = getattr(term, language)
            if term.forms and not finder(term.forms[language]).search(name):
                line = document.line(("terms", index, "forms", language))
                yield warning(document.path, line, "forms_miss_term", value=name)


def what_has_ended_is_told_as_ended(register: Register) -> Iterator[Problem]:
    """What has ended is named only where its end is told: the year or a word such as
    "päättyi" in the same paragraph or in the section's heading, or ``history: true`` in
    the page's front matter."""
    for page in register.prose:
        text = own_words_of(page)
        language = page.language
        for dated in () if page.meta.history else register.dated:
            uses = {use.paragraph: use for use in [*text.uses(dated.forms[language])][::-1]}
            for use in uses.values():  # the first of each paragraph
                if dated.near and not text.has(dated.near[language], use.section):
                    continue
                if _tells_its_end(use, dated, register.ending, page):
                    continue
                example = messages()["ended_in"][language]
                yield warning(
                    page.document.path,
                    use.line,
                    "dated_expression",
                    value=use.value,
                    ended=dated.ended,
                    expected=dated.replacement[language],
                    example=example.format(value=use.value, ended=dated.ended),
                )


def _tells_its_end(use: Use, dated: Dated, ending: Forms | None, page: Prose) -> bool:
    told = use.paragraph.text
    if use.section.position > TITLE + 1:
        told = f"{use.section.heading}\n{told}"
    year = re.search(rf"(?<![0-9]){dated.ended}(?![0-9])", told)
    return bool(year or (ending and finder(ending[page.language]).search(told)))


@lru_cache(maxsize=4096)
def own_words_of(page: Prose) -> OwnWords:
    """Read once, for every rule."""
    return OwnWords(
        page,
        tuple(
            (section, paragraph, own_words(paragraph.plain, page.language))
            for section in page.sections
            for paragraph in section.paragraphs
        ),
    )


@cache
def finder(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Finds any of the forms as whole words."""
    found = "|".join(
        r"\s+".join(re.escape(word).replace(r"\*", r"\w*") for word in form.split())
        for form in forms
    )
    return re.compile(rf"(?<!\w)(?:{found})(?!\w)", re.IGNORECASE)


# What stands in Markdown beside code but is not the page's own words.
_APART = (
    r"\]\([^()\n]*\)",  # where a link leads
    r"https?://[^\s>]+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,255}",
    r"(?<![\w.-])(?:[\w-]{1,63}\.){1,8}(?:fi|com|org|net|eu)\b",
    BETWEEN_BRACES.pattern,  # facts from data
    r"\{ ?[:#.][^{}\n]*\}",  # classes and ids
)


def own_words(text: str, language: Language) -> str:
    """The text with everything that is not prose in this language as spaces, length kept."""
    other = rf"<(\w+)[^<>]*\blang=\"(?!{language}\b)[^<>]*>[^<]*</\1>"
    for pattern in (other, *_APART, r"<[^<>]*>"):
        text = re.sub(pattern, lambda match: re.sub(r"\S", " ", match[0]), text)
    return text
