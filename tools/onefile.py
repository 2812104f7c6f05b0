"""A page of the built site as one file that opens by a double click: nothing else is needed.

python -m tools.onefile BEFORE AFTER OUT writes the pages that differ between two built sites.
"""

from __future__ import annotations

import re
import sys
from base64 import b64encode
from collections.abc import Collection
from html import escape, unescape
from mimetypes import guess_type
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from kumppanuus.problems import sentence
from tools.changes import SHOWN, changed_pages, chosen

_TAG = re.compile(r"""<(link|meta|a|img|source|image|use|form)\b((?:[^>"']|"[^"]*"|'[^']*')*)>""")
_SCRIPT = re.compile(r"<script\b[^>]*>.*?</script>", re.S)
_ADDRESS = re.compile(r"""\s(href|src|srcset|action)=("[^"]*"|'[^']*'|[^\s>]+)""")
_DOWNLOAD = re.compile(r"\sdownload(?=[\s>])")
_STYLE_URL = re.compile(r"""url\(["']?([^"')]+)["']?\)""")
# The page asks nothing of anybody: what was forgotten shows as missing, not as fetched.
POLICY = (
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
    "style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'\">"
)


def file_name(address: str) -> str:
    """What a page's file is called: "sv/lape/" → sv_lape.html. No address has a _."""
    return f"{address.strip('/').replace('/', '_') or 'etusivu'}.html"


class OneFile:
    """Pages of a built site as files of their own. together: addresses of those beside each other,
    whose links to one another hold; other links of the site lead nowhere."""

    def __init__(self, site: Path, together: Collection[str]) -> None:
        self.site, self.together = site, together

    def page(self, address: str) -> str:
        """The page's HTML with style, pictures and downloads in it, without scripts."""
        path = f"{address}index.html"
        html = (self.site / path).read_text(encoding="utf-8")
        html = _SCRIPT.sub("", html)
        return _TAG.sub(lambda tag: self._tag(tag, path), html)

    def _tag(self, found: re.Match[str], here: str) -> str:
        name, whole = found[1], found[0]
        if name == "meta":
            return POLICY if "Content-Security-Policy" in whole else whole
        if name == "link" and 'rel="stylesheet"' in whole:
            address = _ADDRESS.search(whole)
            path = self._path(_value(address[2]), here) if address else None
            return f"<style>{self._style(path)}</style>" if path else ""
        if name == "link" and 'rel="icon"' not in whole:  # what a browser may fetch is left out
            return whole if 'rel="canonical"' in whole or 'rel="alternate"' in whole else ""

        def put(one: re.Match[str]) -> str:
            key, value = one[1], _value(one[2])
            if key == "action":
                return ' action="#"'
            if key == "srcset":
                parts = (part.strip().partition(" ") for part in value.split(","))
                new = ", ".join(f"{self._data(url, here)} {size}".strip() for url, _, size in parts)
                return f' srcset="{escape(new)}"'
            new = self._link(value, here) if name == "a" else self._data(value, here)
            saved = name == "a" and new.startswith("data:")  # a browser only saves such a link
            return f' {key}="{escape(new)}"' + f' download="{Path(value).name}"' * saved

        return _ADDRESS.sub(put, _DOWNLOAD.sub("", whole) if name == "a" else whole)

    def _style(self, path: str) -> str:
        text = (self.site / path).read_text(encoding="utf-8")
        return _STYLE_URL.sub(lambda url: f'url("{self._data(url[1], path)}")', text)

    def _link(self, address: str, here: str) -> str:
        """Where a link leads: beside this file, into it, out of the site, or to its top."""
        path = self._path(address, here)
        if path is None:
            return address
        page = path.removesuffix("index.html")
        part = urlsplit(address).fragment
        if page in self.together:
            return file_name(page) + (f"#{part}" if part else "")
        return "#" if path.endswith(".html") else self._data(address, here)

    def _data(self, address: str, here: str) -> str:
        """A file of the site as a data: address (RFC 2397); one that is elsewhere stays so."""
        path = self._path(address, here)
        if path is None:
            return address
        kind = guess_type(path)[0] or "application/octet-stream"
        data = b64encode((self.site / path).read_bytes()).decode()
        part = urlsplit(address).fragment
        return f"data:{kind};base64,{data}" + (f"#{part}" if part else "")

    def _path(self, address: str, here: str) -> str | None:
        """The file of the site that an address means; None where it is none of its files."""
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or not parts.path:
            return None
        path = normpath(join(dirname(here), unquote(parts.path))).lstrip("/")
        if parts.path.endswith("/") or path == ".":
            path = normpath(join(path, "index.html"))
        inside = (self.site / path).resolve().is_relative_to(self.site.resolve())
        return path if inside and (self.site / path).is_file() else None


def _value(quoted: str) -> str:
    return unescape(quoted.strip("\"'"))


def write(before: Path, after: Path, out: Path) -> None:
    """The pages that came or changed, and index.html with links to them."""
    changes = [one for one in changed_pages(before, after) if one.kind != "removed"]
    shown = chosen(changes, SHOWN)
    one_file = OneFile(after, {one.address for one in shown})
    out.mkdir(parents=True, exist_ok=True)
    head = escape(sentence("changes_head"))
    rows = ["<!doctype html><meta charset=utf-8>", f"<title>{head}</title><h1>{head}</h1><ul>"]
    for one in shown:
        (out / file_name(one.address)).write_text(one_file.page(one.address), encoding="utf-8")
        rows.append(f'<li><a href="{file_name(one.address)}">{escape(one.title)}</a>')
    (out / "index.html").write_text("\n".join(rows), encoding="utf-8")


if __name__ == "__main__":
    write(*(Path(one) for one in sys.argv[1:]))
