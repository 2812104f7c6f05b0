"""Serves a built site on 127.0.0.1 as a static host does, with gzip, and counts what it sends."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bench.install import PORT

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".xml": "application/xml",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".wasm": "application/wasm",
}
OTHER = "application/octet-stream"  # Pagefind's files: packed already, hosts send them as they are


@dataclass(frozen=True)
class Sent:
    """One answer: its path and how many bytes went over the line, head and body."""

    path: str
    status: int
    size: int


@dataclass
class Traffic:
    """Every answer since the last ``clear``. Counted here, so that workers' requests count too."""

    answers: list[Sent] = field(default_factory=list)

    def clear(self) -> None:
        self.answers.clear()

    @property
    def size(self) -> int:
        return sum(one.size for one in self.answers)


@cache
def _packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), compresslevel=6, mtime=0)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    site: Path
    traffic: Traffic

    def do_GET(self) -> None:
        address = unquote(urlsplit(self.path).path)
        path = (self.site / address.lstrip("/")).resolve()
        if path.is_dir():
            path /= "index.html"
        status = 200 if path.is_file() and path.is_relative_to(self.site) else 404
        if status == 404:
            path = self.site / "404.html"
        kind = TYPES.get(path.suffix, OTHER)
        body = b"404"
        pack = kind != OTHER and path.is_file()
        if path.is_file():
            body = _packed(path) if pack else path.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if pack:
            self.send_header("Content-Encoding", "gzip")
        head = len(b"".join(self._headers_buffer)) + 2  # type: ignore[attr-defined]
        self.traffic.answers.append(Sent(address, status, head + len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that closes a connection early is no news."""


@contextmanager
def serve(site: Path) -> Iterator[Traffic]:
    """Serves the folder at SITE_URL, the address that every site was built for."""
    traffic = Traffic()
    handler = type("Handler", (_Handler,), {"site": site.resolve(), "traffic": traffic})
    _packed.cache_clear()
    with _Server(("127.0.0.1", PORT), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield traffic
        finally:
            server.shutdown()
            thread.join()
