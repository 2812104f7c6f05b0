"""How much of a picture differs from another."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageChops

# Letters are smoothed a little otherwise from one run to another; nobody sees it.
SMOOTHING = 12


def differing(before: Path, after: Path) -> float:
    """The share of pixels that differ, 0 to 1; what only one of them has differs.

    Where one picture is missing, all of it does; where both are, nothing.
    """
    if not (before.exists() and after.exists()):
        return float(before.exists() != after.exists())
    with Image.open(before) as one, Image.open(after) as two:
        size = (max(one.width, two.width), max(one.height, two.height))
        both = (min(one.width, two.width), min(one.height, two.height))
        bands = ImageChops.difference(one.convert("RGB"), two.convert("RGB")).split()
    most = ImageChops.lighter(ImageChops.lighter(*bands[:2]), bands[2])
    seen = sum(most.crop((0, 0, *both)).histogram()[SMOOTHING + 1 :])
    whole = size[0] * size[1]
    return (seen + whole - both[0] * both[1]) / whole
