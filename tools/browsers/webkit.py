"""WebKit, Safari's engine, by WebKitWebDriver and a screen that nobody sees."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import time
from typing import Any

import requests

from tools.browsers import actions
from tools.browsers.engine import Engine
from tools.debian import find_or_install


class WebKit(Engine):
    """WebKitGTK's own small browser. Its window is never narrower than some 450 px."""

    def __init__(self) -> None:
        driver = find_or_install(lambda: shutil.which("WebKitWebDriver"), "webkit2gtk-driver")
        screen = find_or_install(lambda: shutil.which("Xvfb"), "xvfb")
        self.http = requests.Session()
        self.http.trust_env = False  # no proxy on the way to 127.0.0.1
        self.screen = subprocess.Popen(
            [screen, "-displayfd", "1", "-screen", "0", "2000x1400x24", "-nolisten", "tcp"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self.screen.stdout
        display = f":{self.screen.stdout.readline().strip()}"
        port = free_port()
        self.root = f"http://127.0.0.1:{port}"
        self.driver = subprocess.Popen(
            [driver, f"--port={port}"],
            env={**os.environ, "DISPLAY": display, "GDK_BACKEND": "x11"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            session = self._new_session()
            self.root += f"/session/{session['sessionId']}"
            version = ".".join(session["capabilities"]["browserVersion"].split(".")[:2])
            self.name = f"WebKit {version}"
        except BaseException:
            self.close()
            raise

    def _new_session(self) -> Any:
        """A session, as soon as the driver listens."""
        for _ in range(100):
            try:
                return self._ask("/session", capabilities={"alwaysMatch": {}})
            except requests.ConnectionError:
                time.sleep(0.1)
        raise RuntimeError("WebKitWebDriver does not listen")

    def _ask(self, path: str, **body: object) -> Any:
        answer = self.http.post(self.root + path, json=body, timeout=60).json()["value"]
        if isinstance(answer, dict) and "error" in answer:
            raise RuntimeError(f"{path}: {answer['error']}: {answer['message']}")
        return answer

    def open(self, url: str) -> None:
        self._ask("/url", url=url)
        self.wait("() => document.readyState === 'complete'")  # it answers before

    def evaluate(self, function: str, *args: object) -> Any:
        script = f"""const [given, done] = arguments;
          (async () => JSON.stringify(await ({function})(...JSON.parse(given)) ?? null))()
            .then(told => done([told, null]), error => done([null, String(error)]));"""
        told, error = self._ask("/execute/async", script=script, args=[json.dumps(args)])
        if error:
            raise RuntimeError(error)
        return json.loads(told)

    def resize(self, width: int, height: int) -> None:
        self._ask("/window/rect", x=0, y=0, width=width, height=height)

    def click_at(self, x: int, y: int) -> None:
        self._ask("/actions", actions=actions.click(x, y))

    def press(self, *keys: str) -> None:
        self._ask("/actions", actions=actions.press(keys))

    def close(self) -> None:
        os.killpg(self.driver.pid, signal.SIGTERM)  # the driver, and the browser it started
        self.screen.terminate()
        for process in (self.driver, self.screen):
            process.wait(30)


def free_port() -> int:
    """A port that nobody listens to."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port
