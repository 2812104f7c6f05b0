"""Where names stand in a map: beside what they name, and on nothing else."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product
from math import dist, inf
from typing import NamedTuple

Point = tuple[float, float]
# A letter is about this wide and high, in parts of the size of type.
_LETTER, _LINE = 0.58, 1.1


class Box(NamedTuple):
    """What a name covers."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        return not (
            self.right <= other.left
            or other.right <= self.left
            or self.bottom <= other.top
            or other.bottom <= self.top
        )


@dataclass(frozen=True)
class Label:
    """A name and the middle of its base line."""

    text: str
    x: int
    y: int


def box_of(text: str, middle: Point, size: float) -> Box:
    """What a name covers when it stands about a point."""
    half, high = len(text) * size * _LETTER / 2, size * _LINE / 2
    return Box(middle[0] - half, middle[1] - high, middle[0] + half, middle[1] + high)


def label_in(text: str, box: Box, size: float) -> Label:
    return Label(text, round((box.left + box.right) / 2), round(box.bottom - size * 0.3))


def beside_dots(
    named: Iterable[tuple[str, Point]], dots: Sequence[Point], frame: Box, size: float
) -> list[Label]:
    """A name beside each dot; one for which there is no room is left out.

    named: the most important first, with the dot of each. dots: all, which no name may cover.
    """
    placed: list[Box] = []
    labels = []
    by_x = sorted(dots)
    for text, (x, y) in named:
        half, side = len(text) * size * _LETTER / 2, size * 0.8
        aside, up = half + side / 2, size * 0.7
        for at in (
            (x + half + side, y),
            (x - half - side, y),
            (x, y - size),
            (x, y + size),
            *product((x + aside, x - aside), (y - up, y + up)),
        ):
            box = box_of(text, at, size)
            if not _within(box, frame) or _covers_any(box, by_x, size * 0.2):
                continue
            if not any(box.meets(one) for one in placed):
                placed.append(box)
                labels.append(label_in(text, box, size))
                break
    return labels


def beside_groups(
    named: Iterable[tuple[str, Sequence[Point]]], dots: Sequence[Point], frame: Box, size: float
) -> list[Label]:
    """A name near each group of dots, nearer to its own group than to another.

    It stands on free ground; where there is none, on as few dots as can be.
    """
    placed: list[Box] = []
    labels = []
    step, line = size * 0.7, size * 0.25
    for text, group in named:
        own, others = set(group), set(dots) - set(group)
        middle = (sum(x for x, _ in group) / len(group), sum(y for _, y in group) / len(group))
        around = box_of(text, middle, size)
        reach = size * 4
        left, right = min(x for x, _ in group) - reach, max(x for x, _ in group) + reach
        top, bottom = min(y for _, y in group) - reach, max(y for _, y in group) + reach
        best, least = around, float("inf")
        columns = [left + number * step for number in range(int((right - left) / step))]
        rows = [top + number * line for number in range(int((bottom - top) / line))]
        # What a name in a row may cover, and what may be near it; farther dots need no look. Names
        # in a row are equally high: what one covers of it is a matter of how far east it stands.
        margin = size * 0.3
        high = size * _LINE / 2 + margin
        by = {y: sorted(x for x, above in dots if abs(above - y) < high) for y in rows}
        own_by = {y: [dot for dot in own if abs(dot[1] - y) < reach] for y in rows}
        others_by = {y: [dot for dot in others if abs(dot[1] - y) < reach] for y in rows}
        for at in sorted(product(columns, rows), key=partial(dist, middle)):
            if dist(at, middle) / 2 - reach >= least:
                break  # too far, whatever it covers, and so are the rest
            box = box_of(text, at, size)
            if not _within(box, frame) or any(box.meets(one) for one in placed):
                continue
            cost = dist(at, middle) / 2
            row = by[at[1]]
            covered = bisect_left(row, box.right + margin) - bisect_right(row, box.left - margin)
            cost += 10 * reach * covered
            if cost - reach >= least:
                continue
            y = at[1]
            cost += _nearest(box, own_by[y], 2 * reach) - _nearest(box, others_by[y], reach)
            if cost < least:
                best, least = box, cost
        placed.append(best)
        labels.append(label_in(text, best, size))
    return labels


def _within(box: Box, frame: Box) -> bool:
    return (
        box.left >= frame.left
        and box.top >= frame.top
        and box.right <= frame.right
        and box.bottom <= frame.bottom
    )


def _covers_any(box: Box, by_x: Sequence[Point], margin: float) -> bool:
    """Whether a name stands on one of the dots, which come in order from the west."""
    left, top, right, bottom = box
    for x, y in by_x[bisect_right(by_x, (left - margin, inf)) :]:
        if x >= right + margin:
            return False
        if top - margin < y < bottom + margin:
            return True
    return False


def _nearest(box: Box, points: Iterable[Point], farthest: float) -> float:
    """How far the nearest of the points lies from a box, at most ``farthest``."""
    left, top, right, bottom = box
    least = farthest * farthest
    for x, y in points:
        aside = left - x if x < left else x - right if x > right else 0
        above = top - y if y < top else y - bottom if y > bottom else 0
        least = min(least, aside * aside + above * above)
    return float(least**0.5)
