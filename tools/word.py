"""Pictures of Word files, a PNG for each page, made by LibreOffice where it is installed.

Where it is not (Debian: libreoffice-writer-nogui and poppler-utils) it says so and does nothing.

    python -m tools.word site/kunnat/akaa/paatosluonnos.docx pictures
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PROGRAMMES = ("soffice", "pdftoppm")


def pictures(file: Path, folder: Path) -> list[Path]:
    """The pages of a file as pictures in the folder; raises CalledProcessError."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as own:
        profile = f"-env:UserInstallation={Path(own).as_uri()}"
        convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", own]
        subprocess.run([*convert, str(file)], check=True, capture_output=True)
        stem = "-".join((*file.parent.parts[-2:], file.stem))
        paper = Path(own) / f"{file.stem}.pdf"
        pages = ["pdftoppm", "-r", "70", "-png", str(paper), str(folder / stem)]
        subprocess.run(pages, check=True, capture_output=True)
    return sorted(folder.glob(f"{stem}-*.png"))


if __name__ == "__main__":
    if missing := [one for one in PROGRAMMES if not shutil.which(one)]:
        sys.exit(f"Not installed: {', '.join(missing)}")
    *files, target = map(Path, sys.argv[1:])
    for one in files:
        for picture in pictures(one, target):
            print(picture)
