"""The stemmers of Finnish and Swedish (Snowball), as a module that a browser can import.

They come with Material for MkDocs, whose own search (lunr) uses them; they are taken from the
installed package, so that no copy of them lies here and ages.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from kumppanuus.facts.fields import Language

_WHERE = ("templates", "assets", "javascripts", "lunr", "min")


def stemmer(language: Language) -> str:
    """JavaScript that exports stem, a function from word to stem, and stopWords, a list."""
    spec = find_spec("material")
    assert spec is not None
    assert spec.origin is not None
    folder = Path(spec.origin).parent.joinpath(*_WHERE)
    parts = ("lunr.stemmer.support.min.js", f"lunr.{language}.min.js")
    sources = "\n".join((folder / name).read_text(encoding="utf-8") for name in parts)
    return f"""\
// A stemmer by lunr-languages (notices.txt); what stands around it gives it the little of lunr that
// it asks for.
const lunr = {{
  Pipeline: {{ registerFunction() {{}} }},
  generateStopWordFilter: (words) => words,
}};
(function () {{
{sources}
}}).call({{ lunr }});
export const stem = lunr.{language}.stemmer;
export const stopWords = lunr.{language}.stopWordFilter;
"""
