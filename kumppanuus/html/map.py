"""A map of the districts as tiles: each municipality in the free cell nearest to its centre."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kumppanuus.facts.models import District
from kumppanuus.facts.municipality import Municipality
from kumppanuus.html.view import View

WIDTH, HEIGHT = 70, 30  # of a tile, in the units of the picture
COLUMNS = 12  # with rows to match there are about two cells for each municipality


@dataclass(frozen=True)
class Tile:
    """A municipality's place in the picture: the tile's upper left corner."""

    municipality: Municipality
    district: District
    x: float
    y: float

    def label(self, name: str) -> str:
        """The name, shortened to what fits in a tile."""
        return name if len(name) <= 11 else f"{name[:10].rstrip('- ')}."


@dataclass(frozen=True)
class TileMap:
    """The tiles and the size of the picture."""

    tiles: tuple[Tile, ...]
    width: int
    height: int


def tile_map(view: View) -> TileMap:
    """The districts' municipalities on a grid, north up; the same data give the same picture."""
    register = view.register
    homes = [
        (one, register.districts[id_])
        for id_, group in register.municipalities_of.items()
        for one in group
    ]
    if not homes:
        return TileMap((), 0, 0)
    west, east = min(h.lon for h, _ in homes), max(h.lon for h, _ in homes)
    south, north = min(h.lat for h, _ in homes), max(h.lat for h, _ in homes)
    columns = COLUMNS - 1
    # As high as wide on the ground: a degree of longitude is about half a degree of latitude here.
    ground = (north - south) / max((east - west) * 0.485, 0.1)
    rows = max(1, round(columns * WIDTH * ground / HEIGHT))
    taken: dict[tuple[int, int], tuple[Municipality, District]] = {}
    for home, district in sorted(homes, key=lambda pair: (-pair[0].lat, pair[0].lon)):
        column = (home.lon - west) / max(east - west, 0.1) * columns
        row = (north - home.lat) / max(north - south, 0.1) * rows
        cell = min(
            (one for one in _around(round(column), round(row)) if one not in taken),
            key=lambda one: ((one[0] - column) * 2) ** 2 + (one[1] - row) ** 2,
        )
        taken[cell] = (home, district)
    left, top = min(x for x, _ in taken), min(y for _, y in taken)
    tiles = tuple(
        Tile(home, district, (x - left) * WIDTH, (y - top) * HEIGHT)
        for (x, y), (home, district) in sorted(taken.items(), key=lambda item: item[0][::-1])
    )
    width = max(int(tile.x) for tile in tiles) + WIDTH
    return TileMap(tiles, width, max(int(tile.y) for tile in tiles) + HEIGHT)


def _around(column: int, row: int, reach: int = 6) -> Iterator[tuple[int, int]]:
    """The cells near one, itself included."""
    for x in range(column - reach, column + reach + 1):
        for y in range(row - reach, row + reach + 1):
            yield x, y
