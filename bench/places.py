"""N made-up municipalities, spread over the regions of the site's four districts."""

from __future__ import annotations

import csv
import itertools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

# (Finnish, Swedish) halves of names; 42 × 26 = 1 092 names, of which real ones are left out.
FIRST = (
    "Kivi Sten|Kuusi Gran|Koivu Björk|Mänty Tall|Lepo Al|Haapa Asp|Pihlaja Rönn|Tammi Ek|"
    "Saarni Ask|Lehmus Lind|Karhu Björn|Susi Varg|Hirvi Älg|Kettu Räv|Kotka Örn|Joutsen Svan|"
    "Hauki Gädd|Ahven Abborr|Lohi Lax|Siika Sik|Rauta Järn|Hopea Silver|Kulta Guld|Vaski Koppar|"
    "Uusi Ny|Vanha Gammel|Iso Stor|Pikku Lill|Ylä Över|Ala Neder|Keski Mellan|Itä Öst|"
    "Länsi Väst|Pohja Norr|Etelä Söder|Musta Svart|Valko Vit|Puna Röd|Sini Blå|Viher Grön|"
    "Talvi Vinter|Kesä Sommar"
)
LAST = (
    "niemi näs|järvi träsk|koski fors|lahti viken|saari holm|mäki backa|salmi sund|ranta strand|"
    "kylä by|pelto åker|lampi tjärn|joki å|harju ås|vuori berg|selkä fjärd|luoto skär|metsä skog|"
    "oja bäck|korpi ödemark|kangas mo|lähde källa|linna borg|portti port|silta bro|kallio klippa|"
    "piha gård"
)


MOST = 1000  # codes have three digits


@dataclass(frozen=True)
class Region:
    """A region as the site's own data knows it; row: the first municipality of the region."""

    district: str
    row: dict[str, str]


@dataclass(frozen=True)
class Place:
    """A municipality of the test data: a row of municipalities.csv, its district and neighbours."""

    row: dict[str, str]
    district: str
    number: int
    neighbours: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return place_id(self.row["name_fi"])

    def name(self, language: str) -> str:
        return self.row[f"name_{language}"]

    def region(self, language: str) -> str:
        return self.row[f"region_{language}"]


def place_id(name: str) -> str:
    """The site's rule for addresses: the Finnish name in lower-case ASCII with hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def real_rows(root: Path) -> list[dict[str, str]]:
    """The site's own municipalities."""
    with (root / "data/municipalities.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def regions(root: Path) -> list[Region]:
    """The regions of the site's districts."""
    rows = real_rows(root)
    found = []
    for path in sorted((root / "data/districts").glob("[!_]*.yml")):
        for name in yaml.safe_load(path.read_text("utf-8"))["regions"]:
            found.append(Region(path.stem, next(row for row in rows if row["region_fi"] == name)))
    return found


def make_places(root: Path, count: int, kept: frozenset[str] = frozenset()) -> list[Place]:
    """``count`` municipalities, sorted by code, neighbours among them.

    kept: ids of real ones that must be there, because the site's own data name them.
    """
    areas = regions(root)
    district = {area.row["region_fi"]: area.district for area in areas}
    named = [row for row in real_rows(root) if place_id(row["name_fi"]) in kept]
    missing = kept - {place_id(row["name_fi"]) for row in named}
    real = [row for row in named if row["region_fi"] in district]
    if missing or not len(real) <= count <= MOST:
        raise ValueError(f"{count} places: {len(real)} to {MOST} can be; unknown: {missing or '–'}")
    codes = _free_codes({row["code"] for row in real})
    rows = list(real)
    for area, (fi, sv) in zip(itertools.cycle(areas), _names(root), strict=False):
        if len(rows) == count:
            break
        names = {"code": next(codes), "name_fi": fi, "name_sv": sv}
        rows.append({**area.row, **names, **_spot(len(rows), count)})
    rows.sort(key=lambda row: row["code"])
    in_region: dict[str, list[str]] = {}
    for row in rows:
        in_region.setdefault(row["region_fi"], []).append(place_id(row["name_fi"]))
    return [
        Place(
            row=row,
            district=district[row["region_fi"]],
            number=number,
            neighbours=_around(in_region[row["region_fi"]], place_id(row["name_fi"])),
        )
        for number, row in enumerate(rows)
    ]


def _spot(number: int, count: int) -> dict[str, str]:
    """A spot of its own for each, on a tall strip: there the site's map has room for 1 000."""
    column, row = number % 10, number // 10
    lon, lat = 22 + 4 * column / 10, 60 + 8 * row / (count / 10)
    return {"lon": f"{lon:.5f}", "lat": f"{lat:.5f}"}


def _names(root: Path) -> Iterator[tuple[str, str]]:
    """Made-up names, each once in each language and in no real municipality's place."""
    taken = {row[f"name_{language}"] for row in real_rows(root) for language in ("fi", "sv")}
    ids = {place_id(name) for name in taken}
    firsts = [pair.split() for pair in FIRST.split("|")]
    for last in LAST.split("|"):
        last_fi, last_sv = last.split()
        for first_fi, first_sv in firsts:
            fi, sv = first_fi + last_fi, first_sv + last_sv
            if place_id(fi) not in ids and sv not in taken:
                ids.add(place_id(fi))
                taken.add(sv)
                yield fi, sv


def _free_codes(taken: set[str]) -> Iterator[str]:
    """Codes of three digits that no municipality of the data has."""
    return (code for number in range(MOST) if (code := f"{number:03}") not in taken)


def _around(ids: list[str], own: str) -> tuple[str, ...]:
    """The next five of the same region, round the corner at the end."""
    start = ids.index(own) + 1
    return tuple(dict.fromkeys(one for one in (ids + ids)[start : start + 5] if one != own))
