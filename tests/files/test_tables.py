"""Tables to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from kumppanuus.files.tables import agreement_csv
from tests.conftest import Views


def test_an_agreement_as_csv_has_a_row_for_each_item(views: Views) -> None:
    """It opens in Excel: byte order mark, semicolons; sums are numbers."""
    view = views()["sv"]
    text = agreement_csv(view.register.agreements["pori-2023"], view)
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text[1:]), delimiter=";"))
    assert {len(row) for row in rows} == {6}
    money = [row for row in rows if row[3] == "840"]
    assert len(money) == 1
    assert "exempel, Björneborg 2023, inte en offert" in money[0][2]


def test_a_cell_is_never_a_formula(tiny: Path, views: Views) -> None:
    """A text that a spreadsheet would run is quoted."""
    path = tiny / "data/agreements/pori-2023.yml"
    path.write_text(path.read_text().replace('fi: "Tavoite."', 'fi: "=HYPERLINK(1)"'))
    view = views()["fi"]
    assert ";'=HYPERLINK(1);" in agreement_csv(view.register.agreements["pori-2023"], view)
