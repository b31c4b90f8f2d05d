"""From an empty library to the printed report without a mouse, for four systems."""

import json
from functools import partial
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop import cli
from desktop.charts.figures import decimals_for
from desktop.charts.headline import headline_of
from desktop.presenting.examples import example_record
from desktop.presenting.places import all_asked
from diagnostics import FarmRecord, write_farm
from diagnostics.questionnaire.enterprises import with_system
from diagnostics.record import Entry
from tests.desk import PATIENCE, Desk, PageRobot, reports
from tests.keyboard import Farmer, plain
from tests.quick_farms import answered

pytestmark = pytest.mark.timeout(300)
ONE_HERD, TWO_HERDS = 30, 42
LONGEST = 180


def two_herds() -> FarmRecord:
    """A dairy and suckler farm of which everything is answered."""
    record = with_system(answered("two herds"), "mixed").record
    for one in all_asked(record):
        if one.number is not None and one.field not in record.row(one.subject).entries:
            low, high = one.number.usual or one.number.bounds
            worth = one.number.units[one.number.shown]
            value = float(f"{(low + (high - low) / 3) / worth:.3g}") * worth
            record = record.but(one.subject, one.field, Entry(value))
    return record.but("", "department", Entry("35"))


def answers_of(record: FarmRecord) -> dict[str, float | str]:
    """The answers of a dossier by the key of their editor."""
    entries = (
        (one.key, record.row(one.subject).entries.get(one.field)) for one in all_asked(record)
    )
    return {key: entry.value for key, entry in entries if entry is not None}


FARMS = {
    "dairy": (partial(example_record, "typical/d1.json"), ONE_HERD),
    "suckler": (partial(example_record, "typical/b1.json"), ONE_HERD),
    "finisher": (partial(example_record, "typical/b5.json"), ONE_HERD),
    "mixed": (two_herds, TWO_HERDS),
}


@pytest.fixture
def begun(desk: Desk) -> PageRobot:
    """A new farm, begun by pressing Enter in an empty library."""
    program = desk.start(with_example=False)
    with desk.bot.waitSignal(program.opened, timeout=PATIENCE):
        QTest.keyClick(program.window.home.beginning.first, Qt.Key.Key_Return)
    QTest.qWait(20)
    return PageRobot(desk.bot, program)


def told_by_the_command_line(record: FarmRecord, folder: Path) -> dict[str, object]:
    """The results of a dossier as the command line writes them."""
    file, target = folder / "farm.json", folder / "results.json"
    file.write_text(write_farm(record), encoding="utf-8")
    assert cli.main(["diagnose", str(file), "--json", str(target)]) == 0
    found: dict[str, object] = json.loads(target.read_text(encoding="utf-8"))
    return found


def printed() -> str:
    """The words of the report on the disk."""
    pages = pypdf.PdfReader(reports()[0]).pages
    return " ".join(page.extract_text() for page in pages)


@pytest.mark.slow
@pytest.mark.parametrize("farm", FARMS)
def test_that_the_keyboard_alone_leads_to_the_printed_report(
    begun: PageRobot, farm: str, tmp_path: Path
) -> None:
    make, most = FARMS[farm]
    farmer = Farmer(begun, answers_of(make()))
    farmer.visit()
    shown = plain(begun.headline())
    farmer.print_report()
    print(f"{farm}: {len(farmer.typed)} answers in {farmer.seconds:.1f} s, first number after",
          farmer.first_number_after)  # fmt: skip

    assert farmer.answers == {}
    assert len(farmer.typed) <= most
    assert farmer.seconds <= LONGEST
    assert not farmer.modal
    assert farmer.first_number_after <= (6 if most == ONE_HERD else 8)

    results = told_by_the_command_line(begun.document.record, tmp_path)
    headline = headline_of(results)
    digits = decimals_for(headline.balance.gross)
    assert shown.startswith(f"{headline.balance.net:.{digits}f}")
    assert f"{headline.balance.net:.{digits}f}" in plain(printed())
