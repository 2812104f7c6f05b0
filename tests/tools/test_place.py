"""A site that has been built takes the place of the last one."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tools.place import place


def test_of_many_builds_at_once_one_whole_site_stays(tmp_path: Path) -> None:
    """Whichever ends last; nothing is mixed and nothing is left over."""
    news = [tmp_path / f".site-{number}" for number in range(8)]
    for new in news:
        new.mkdir()
        (new / "a").write_text(new.name)
        (new / "b").write_text(new.name)
    with ThreadPoolExecutor() as pool:
        list(pool.map(lambda new: place(new, tmp_path / "site"), news))
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert (tmp_path / "site/a").read_text() == (tmp_path / "site/b").read_text()
