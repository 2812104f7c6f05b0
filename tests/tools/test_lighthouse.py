"""What is made of Lighthouse's report, and how the site is sent to it."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.request import ProxyHandler, Request, build_opener

from tools.lighthouse.__main__ import read, row
from tools.server import serving


def report(score: float, shift: float) -> dict[str, object]:
    """A report with one audit that counts, one that does not, and two requests."""
    audits = {
        "heading-order": {"score": score},
        "unused-css-rules": {"score": 0},
        "cumulative-layout-shift": {"score": 1, "numericValue": shift},
        "network-requests": {
            "score": 1,
            "details": {"items": [{"transferSize": 9_000}, {"transferSize": 1_500}]},
        },
    }
    refs = [{"id": "heading-order", "weight": 3}, {"id": "unused-css-rules", "weight": 0}]
    return {"categories": {"accessibility": {"score": score, "auditRefs": refs}}, "audits": audits}


def test_only_a_hundred_without_a_shift_is_good() -> None:
    """What lowers a score is named; what does not count is not."""
    assert read(report(1, 0)).is_good
    assert not read(report(1, 0.01)).is_good
    one = read(report(0.89, 0))
    assert not one.is_good
    assert row("sv/", one) == "| /sv/ | 89 | 0.000 | 2 | 10.5 | heading-order |"


def test_texts_are_sent_compressed_to_those_who_can_read_it(tmp_path: Path) -> None:
    """As GitHub Pages does; a picture as it is, and to others everything as it is."""
    (tmp_path / "index.html").write_text("<p>Hei", encoding="utf-8")
    (tmp_path / "a.png").write_bytes(b"\x89PNG")
    plain = build_opener(ProxyHandler({}))
    with serving(tmp_path, "/alla", compressed=True) as port:
        for path, accepts, is_packed in (
            ("", "gzip", True),
            ("?q=1", "gzip", True),
            ("", "identity", False),
            ("a.png", "gzip", False),
        ):
            url = f"http://127.0.0.1:{port}/alla/{path}"
            with plain.open(Request(url, headers={"Accept-Encoding": accepts})) as answer:
                body = answer.read()
                assert (answer.headers["Content-Encoding"] == "gzip") == is_packed, path
            assert (gzip.decompress(body) if is_packed else body) in (b"<p>Hei", b"\x89PNG")
