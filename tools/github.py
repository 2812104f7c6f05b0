"""What the workflows ask of GitHub: a few calls of its REST API, and a change made by it.

Whatever somebody wrote in an issue or a comment is data here: it is never part of a command, and
an address is only made of it with ``quote``.
"""

from __future__ import annotations

import base64
import io
import json
import os
import re
import tarfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote
from urllib.request import Request, urlopen

WRITERS = {"write", "maintain", "admin"}
Call = Callable[[str, str, dict[str, Any] | None], bytes]


@dataclass(frozen=True)
class GitHub:
    """A repository ("owner/name"), and how it is asked: method, path below it, what is sent.

    call: raises OSError where GitHub refuses.
    """

    repository: str
    call: Call

    def get(self, path: str) -> Any:
        return json.loads(self.call("GET", path, None) or b"null")

    def send(self, method: str, path: str, **sent: Any) -> Any:
        return json.loads(self.call(method, path, sent) or b"null")

    def may_write(self, login: str) -> bool:
        """Whether somebody has write access; docs.github.com: collaborators/permission."""
        found = self.get(f"collaborators/{quote(login, safe='')}/permission")
        return found.get("permission") in WRITERS or found.get("role_name") in WRITERS

    def say(self, issue: int, text: str) -> None:
        """Comments on an issue or a pull request."""
        self.send("POST", f"issues/{issue}/comments", body=text)

    def files_at(self, commit: str, folder: Path) -> Path:
        """The files of a commit, put into the folder: text to read, nothing to run. Links that
        lead out of it are refused."""
        packed = self.call("GET", f"tarball/{quote(commit, safe='')}", None)
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(folder, filter="data")
        return next(one for one in folder.iterdir() if one.is_dir())

    def commit(
        self, branch: str, parent: str, files: Mapping[str, bytes], message: str, new: bool = False
    ) -> str:
        """A commit of the files on a branch whose last commit is ``parent``; its id.

        GitHub refuses it where somebody has been faster: a reference only goes forward.
        """
        tree = [
            {
                "path": path,
                "mode": "100644",
                "type": "blob",
                "sha": self.send(
                    "POST",
                    "git/blobs",
                    content=base64.b64encode(content).decode(),
                    encoding="base64",
                )["sha"],
            }
            for path, content in files.items()
        ]
        base = self.get(f"git/commits/{quote(parent, safe='')}")["tree"]["sha"]
        made = self.send("POST", "git/trees", base_tree=base, tree=tree)["sha"]
        sha: str = self.send("POST", "git/commits", message=message, tree=made, parents=[parent])[
            "sha"
        ]
        if new:
            self.send("POST", "git/refs", ref=f"refs/heads/{branch}", sha=sha)
        else:
            self.send("PATCH", f"git/refs/heads/{quote(branch)}", sha=sha, force=False)
        return sha

    def check(self, branch: str) -> None:
        """Starts check.yml on a branch: what a workflow commits starts nothing by itself."""
        self.send("POST", "actions/workflows/check.yml/dispatches", ref=branch)


def code(text: str, limit: int = 80) -> str:
    """What somebody wrote, as Markdown code on one line: no link, picture or @name comes of it."""
    plain = " ".join(re.sub(r"[`\x00-\x1f]", " ", text).split())
    return f"`{plain[:limit]}`" if plain else "` `"


def block(text: str, limit: int = 3000) -> str:
    """What may hold others' words, as a block of Markdown code."""
    plain = text.replace("`", "'").strip()[:limit]
    return f"```text\n{plain}\n```"


def event() -> dict[str, Any]:
    """What started the workflow (docs.github.com: webhook events and payloads)."""
    found: dict[str, Any] = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text("utf-8"))
    return found


def from_environment() -> GitHub:
    """The workflow's own repository, asked with the token of its job."""
    repository, token = os.environ["GITHUB_REPOSITORY"], os.environ["GH_TOKEN"]
    base = f"{os.environ.get('GITHUB_API_URL', 'https://api.github.com')}/repos/{repository}/"

    def call(method: str, path: str, sent: dict[str, Any] | None) -> bytes:
        head = {"Authorization": f"Bearer {token}", "Accept": "application/vnd.github+json"}
        data = None if sent is None else json.dumps(sent).encode()
        request = Request(base + path, data, head, method=method)
        with urlopen(request, timeout=60) as answer:
            found: bytes = answer.read()
            return found

    return GitHub(repository, call)
