"""Serves a built site on 127.0.0.1 as GitHub Pages does: with its 404.html for what is missing."""

from __future__ import annotations

import gzip
import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO

# What GitHub Pages compresses.
TEXTS = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv"}


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *args: object, below: str, directory: str, compressed: bool) -> None:
        self.below = below
        self.compressed = compressed
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(self.below))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        body = page.read_bytes() if page.exists() else b""
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """A text goes out compressed to those who can read it, where that is asked for."""
        path = Path(self.translate_path(self.path.partition("?")[0]))
        if self.path.partition("?")[0].endswith("/"):
            path /= "index.html"
        accepts = "gzip" in self.headers.get("Accept-Encoding", "")
        if not (self.compressed and accepts and path.suffix in TEXTS and path.is_file()):
            return super().send_head()
        body = gzip.compress(path.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        return io.BytesIO(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def serving(site: Path, below: str = "", *, compressed: bool = False) -> Iterator[int]:
    """Serves the folder below a path ("/kuntakumppanuus") and gives the port."""
    handler = partial(_Handler, below=below, directory=str(site), compressed=compressed)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
