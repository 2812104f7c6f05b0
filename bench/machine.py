"""What the figures were measured on and with."""

from __future__ import annotations

import os
import platform
import re
from datetime import date
from pathlib import Path

from bench.install import node, node_version_of, version_of
from tools.chromium import find_or_install


def machine() -> dict[str, str]:
    """The machine in a few words; nothing that names it."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = f"{os.getloadavg()[0]:.1f} processes waiting at the start"
    return {
        "date": date.today().isoformat(),
        "processor": f"{_processor()}, {os.cpu_count()} cores",
        "memory": f"{memory:.0f} GB",
        "system": _system(),
        "load": f"{load} (0 is a machine that does nothing else)",
    }


def tools() -> dict[str, str]:
    """Versions of what measures."""
    return {
        "Python": platform.python_version(),
        "Chromium": version_of(find_or_install()),
        "Lighthouse": f"{node_version_of('lighthouse')} on Node {version_of(node(18))}",
    }


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    text = info.read_text(encoding="utf-8") if info.exists() else ""
    found = re.search(r"^model name\s*:\s*(.+)$", text, re.M)
    return found.group(1).strip() if found else platform.processor() or platform.machine()


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return platform.platform(terse=True)
