"""Firefox, by WebDriver BiDi: https://www.w3.org/TR/webdriver-bidi/"""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import tempfile
import time
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any

from websockets.sync.client import connect

from tools.browsers import actions
from tools.browsers.engine import Engine
from tools.debian import find_or_install

# It asks nothing of anybody else than the site, and opens nothing by itself.
PREFERENCES = {
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.proxy.type": 0,
    "remote.prefs.recommended": True,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
}

FLAGS = ("--headless", "--no-remote", "--remote-debugging-port", "0")


def on_path() -> str | None:
    """The path of an installed Firefox, or None."""
    return shutil.which("firefox-esr") or shutil.which("firefox")


class Firefox(Engine):
    """Headless, in a profile of its own."""

    def __init__(self) -> None:
        path = find_or_install(on_path, "firefox-esr")
        self.profile = Path(tempfile.mkdtemp(prefix="firefox-"))
        lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in PREFERENCES.items()]
        (self.profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
        self.process = subprocess.Popen(
            [path, *FLAGS, "--profile", self.profile, "about:blank"],
            env={**os.environ, "HOME": str(self.profile)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            self.socket = connect(f"{self._address()}/session", max_size=None, proxy=None)
            self.ids = count(1)
            session = self._ask("session.new", capabilities={})
            version = session["capabilities"]["browserVersion"]
            self.name = f"Firefox {version.partition('.')[0]}"
            # Not the first tab: there the address field has the focus, and keys press no button.
            tab = self._ask("browsingContext.create", type="tab")["context"]
            self.tab = {"context": tab}
        except BaseException:
            self.close()
            raise

    def _address(self) -> str:
        """Where Firefox says that it listens, once it does."""
        file = self.profile / "WebDriverBiDiServer.json"
        for _ in range(600):
            if file.exists() and file.stat().st_size:
                told = json.loads(file.read_text(encoding="utf-8"))
                return f"ws://{told['ws_host']}:{told['ws_port']}"
            time.sleep(0.1)
        raise RuntimeError("Firefox does not listen")

    def _ask(self, method: str, seconds: float = 60, **params: object) -> Any:
        """A command's result; what Firefox tells in between is not asked for.

        Raises TimeoutError where it does not answer, RuntimeError where it answers with an error.
        """
        number = next(self.ids)
        self.socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while (answer := json.loads(self.socket.recv(seconds))).get("id") != number:
            pass
        if answer["type"] == "error":
            raise RuntimeError(f"{method}: {answer['message']}")
        return answer["result"]

    def open(self, url: str) -> None:
        self._ask("browsingContext.navigate", url=url, wait="complete", **self.tab)

    def evaluate(self, function: str, *args: object) -> Any:
        # A promise of a page that goes away is never kept: only what waits itself is waited for.
        waits = "await" if function.startswith("async") else ""
        script = f"{waits and 'async '}args => JSON.stringify("
        script += f"{waits} ({function})(...JSON.parse(args)) ?? null)"
        told = self._ask(
            "script.callFunction",
            functionDeclaration=script,
            arguments=[{"type": "string", "value": json.dumps(args)}],
            target=self.tab,
            awaitPromise=bool(waits),
            userActivation=False,
        )
        if told["type"] == "exception":
            raise RuntimeError(told["exceptionDetails"]["text"])
        return json.loads(told["result"]["value"])

    def resize(self, width: int, height: int) -> None:
        size = {"width": width, "height": height}
        self._ask("browsingContext.setViewport", viewport=size, **self.tab)

    def _act(self, steps: actions.Actions) -> None:
        """What leads to another page is at times not answered: the page that it was on is gone."""
        with suppress(TimeoutError):
            self._ask("input.performActions", self.patience, actions=steps, **self.tab)

    def click_at(self, x: int, y: int) -> None:
        self._act(actions.click(x, y))

    def press(self, *keys: str) -> None:
        self._act(actions.press(keys))

    def pdf(self) -> bytes:
        return base64.b64decode(self._ask("browsingContext.print", **self.tab)["data"])

    def close(self) -> None:
        self.process.terminate()
        self.process.wait(30)
        shutil.rmtree(self.profile, ignore_errors=True)
