"""Programs that the machine lacks, from Debian's or Ubuntu's own packages."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable


def found(name: str) -> str | None:
    """The path of an installed program, or None."""
    return shutil.which(name)


def install(*packages: str) -> bool:
    """Installs packages; False where that is not possible here: no apt, or no right to use it."""
    if not shutil.which("apt-get"):
        return False
    sudo = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    if sudo and not shutil.which("sudo"):
        return False
    for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends"]):
        extra = packages if "install" in command else ()
        run = subprocess.run(
            [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", *command, *extra],
            check=False,
            stdout=subprocess.DEVNULL,
        )
        if run.returncode:
            return False
    return True


def find_or_install(look: Callable[[], str | None], *packages: str) -> str:
    """What ``look`` finds, after an installation if need be. Raises SystemExit if it cannot."""
    if path := look():
        return path
    if install(*packages) and (path := look()):
        return path
    needed = " and ".join(packages)
    raise SystemExit(
        f"This needs {needed}, which could not be installed: install it, or run this elsewhere."
    )
