"""GitHub as the tests see it: answers that were recorded, and what was asked of it."""

from __future__ import annotations

import base64
import io
import json
import re
import tarfile
from pathlib import Path
from typing import Any

from tools.github import GitHub

REPOSITORY = "example/kuntakumppanuus"


def repository(name: str) -> dict[str, str]:
    return {"full_name": name, "html_url": f"https://github.com/{name}"}


class Recorded:
    """A repository whose files are those of a folder. sent: (method, path, what) in its order."""

    def __init__(self, root: Path, permission: str = "write", **pull: Any) -> None:
        self.root, self.permission, self.pull = root, permission, pull
        self.comments: list[dict[str, Any]] = []
        self.sent: list[tuple[str, str, dict[str, Any]]] = []
        self.github = GitHub(REPOSITORY, self.call)

    def call(self, method: str, path: str, what: dict[str, Any] | None) -> bytes:
        if method != "GET":
            self.sent.append((method, path, what or {}))
            return json.dumps({"sha": f"{len(self.sent):040}", "number": 8}).encode()
        if path.startswith("tarball/"):
            return self.packed()
        pull = {
            "number": 7,
            "state": "open",
            "head": {"ref": "patch-1", "sha": "a" * 40, "repo": repository(REPOSITORY)},
            "base": {"repo": {"default_branch": "main"}},
            **self.pull,
        }
        answers: dict[str, Any] = {
            "collaborators": {"permission": self.permission},
            "pulls": [pull] if "?" in path else pull,
            "issues": self.comments,
            "git": {"tree": {"sha": "b" * 40}, "object": {"sha": "c" * 40}},
        }
        return json.dumps(answers[re.split("[/?]", path)[0]]).encode()

    def packed(self) -> bytes:
        packed = io.BytesIO()
        with tarfile.open(fileobj=packed, mode="w:gz") as archive:
            archive.add(self.root, "example-kuntakumppanuus-aaaaaaa")
        return packed.getvalue()

    @property
    def files(self) -> dict[str, str]:
        """What was committed, by path."""
        blobs = [one for _, path, one in self.sent if path == "git/blobs"]
        tree = [one for _, path, one in self.sent if path == "git/trees"]
        entries = tree[0]["tree"] if tree else []
        return {
            entry["path"]: base64.b64decode(blob["content"]).decode()
            for entry, blob in zip(entries, blobs, strict=True)
        }

    @property
    def paths(self) -> list[str]:
        return [path for _, path, _ in self.sent]
