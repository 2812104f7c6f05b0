"""Where a place stands in the maps: the same for the coast (tools/coast.py) and the dots."""

from __future__ import annotations

from math import cos, radians

# What the coast is drawn of, in degrees: the districts' areas and some land and sea around them.
WEST, EAST = 20.3, 27.0
SOUTH, NORTH = 59.66, 62.55
WIDTH = 1000  # of the whole, in units of the maps
# A degree of longitude is shorter than one of latitude by this, in the middle of the area.
_SHORTER = cos(radians((SOUTH + NORTH) / 2))
SCALE = WIDTH / ((EAST - WEST) * _SHORTER)  # units in a degree of latitude
HEIGHT = round((NORTH - SOUTH) * SCALE)


def project(lon: float, lat: float) -> tuple[float, float]:
    """Degrees to units, x to the east and y to the south; distances hold within a few per cent."""
    return (lon - WEST) * _SHORTER * SCALE, (NORTH - lat) * SCALE
