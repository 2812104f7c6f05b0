"""Gets Sveltia CMS by npm, one version with one hash, and makes it ask nothing of others."""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
import subprocess
import tarfile
from pathlib import Path

VERSION = "0.221.1"
INTEGRITY = (
    "sha512-J+Qoik9kGMk2L7vNpOQrnDmFRi+NB6vwJ0f657YtsxWH0P8WYSYRRSRC2pQ/"
    "jGGbVlM//Pg/WIgmkpswqoo3gQ=="
)
_PACKAGE = "https://unpkg.com/@sveltia/cms"
_FONTS = "https://cdn.jsdelivr.net/fontsource/fonts/"
# What the script would ask of others: its fonts (a style is read from where the page is), its
# own newer version and language, and whether GitHub is well.
OWN = {
    f"`{_PACKAGE}`": "globalThis.FORM_FILES",
    f"{_FONTS}source-sans-3:vf@5.3.0/latin-wght-normal.woff2": "fonts/source-sans-3.woff2",
    f"{_FONTS}noto-mono@5.3.0/latin-400-normal.woff2": "fonts/noto-mono.woff2",
    f"{_FONTS}material-symbols-outlined:vf@5.3.7/latin-wght-normal.woff2": (
        "fonts/material-symbols-outlined.woff2"
    ),
    "https://www.githubstatus.com/api/v2/status.json": (
        'data:application/json,{"status":{"indicator":"none"}}'
    ),
}


class NotFetched(Exception):
    """Why the package could not be had."""


def fetch(cache: Path) -> Path:
    """The package's folder, below a folder that keeps it. Raises NotFetched."""
    folder = cache / f"sveltia-cms-{VERSION}"
    if folder.exists():
        return folder
    npm = shutil.which("npm")
    if npm is None:
        raise NotFetched("npm is missing: the form cannot be fetched")
    cache.mkdir(parents=True, exist_ok=True)
    command = [npm, "pack", "--silent", "--json", f"@sveltia/cms@{VERSION}"]
    run = subprocess.run(command, cwd=cache, capture_output=True, encoding="utf-8", check=False)
    if run.returncode:
        raise NotFetched(f"npm could not fetch the form: {run.stderr.strip()}")
    packed = cache / f"sveltia-cms-{VERSION}.tgz"
    digest = base64.b64encode(hashlib.sha512(packed.read_bytes()).digest()).decode()
    if f"sha512-{digest}" != INTEGRITY:
        packed.unlink()
        raise NotFetched(f"@sveltia/cms {VERSION} is not the package that was read: {digest}")
    new = cache / f"{folder.name}.new"
    with tarfile.open(packed) as archive:
        archive.extractall(new, filter="data")
    packed.unlink()
    return (new / "package").rename(folder)


def put(package: Path, into: Path) -> None:
    """The script, its parts and its two languages, below the form's folder."""
    script = (package / "dist/sveltia-cms.js").read_text(encoding="utf-8")
    for theirs, ours in OWN.items():
        if script.count(theirs) != 1:
            raise NotFetched(f"{script.count(theirs)} times in the form's script: {theirs}")
        script = script.replace(theirs, ours)
    (into / "sveltia-cms.js").write_text(script, encoding="utf-8")
    chunks = [one for one in (package / "dist/chunks").iterdir() if one.suffix != ".map"]
    (into / "chunks").mkdir()
    for one in chunks:
        shutil.copy(one, into / "chunks")
    (into / "cms").mkdir()
    (into / "cms/package.json").write_text(json.dumps({"version": VERSION}))
    languages = into / f"cms@{VERSION}/locales"
    languages.mkdir(parents=True)
    for language in ("fi", "sv", "en-US"):
        shutil.copy(package / f"locales/{language}.json", languages)


def put_fonts(package: Path, into: Path) -> None:
    """The fonts, where a page's style looks for them."""
    (into / "fonts").mkdir()
    for ours in OWN.values():
        name = Path(ours).stem
        for font in (package / "npm/assets").glob(f"{name}-*.woff2"):
            if ours.startswith("fonts/"):
                shutil.copy(font, into / ours)
