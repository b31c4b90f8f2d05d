"""Farms as files: one is given away, received, compared, added, put in the place of one's own."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop import paths
from desktop.application import Program
from desktop.exchange.farm_package import Package, packed, unpacked
from desktop.presenting.examples import example_record
from desktop.widgets.buttons import PaintedButton
from desktop.windows.received_page import ReceivedPage
from diagnostics import read_farm, write_farm
from diagnostics.record import Entry
from tests.desk import COWS, PATIENCE, Desk, PageRobot, child, said

NAME = "D1 Lowland maize, West"
RECORD = example_record("typical/d1.json")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A farm as another computer sends it."""
    path = tmp_path / "from the adviser.bocage"
    path.write_bytes(packed(Package(RECORD, "8f6a3a0e-6f0a-4b0c-9c53-0f5f5f1f7a11")))
    return path


def page_of(program: Program) -> ReceivedPage:
    """The page that shows what is in the file."""
    page = program.window.asides.page
    assert isinstance(page, ReceivedPage)
    return page


def names(program: Program) -> list[str]:
    """The farms of the library."""
    assert program.services is not None
    return sorted(card.name for card in program.services.library.farms())


def told(program: Program) -> str:
    """Everything the window says, once it is laid out."""
    QTest.qWait(20)
    return said(program.window)


def choose(desk: Desk, program: Program, way: str) -> PageRobot:
    """Press one of the buttons; the farm opens."""
    button = child(page_of(program), PaintedButton, way)
    with desk.bot.waitSignal(program.opened, timeout=PATIENCE):
        QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.qWait(20)
    return PageRobot(desk.bot, program)


def changed(file: Path, cows: float) -> None:
    """The same farm sent again with another answer."""
    record = RECORD.but("DAIRY/DC", "head_years", Entry(cows, note="counted anew"))
    file.write_bytes(packed(Package(record, "8f6a3a0e-6f0a-4b0c-9c53-0f5f5f1f7a11")))


def test_that_a_received_farm_is_seen_before_anything_is_written(desk: Desk, file: Path) -> None:
    program = desk.start(with_example=False)
    program.files.receive(file)
    page = page_of(program)

    assert NAME in said(page)
    assert "kg CO₂e per litre" in said(page)
    assert "from the adviser.bocage" in said(page)
    assert names(program) == []
    assert QApplication.activeModalWidget() is None
    QTest.keyClick(page.first, Qt.Key.Key_Escape)
    assert names(program) == []
    assert program.window.home.isVisible()


def test_that_a_received_farm_is_added_with_every_answer(desk: Desk, file: Path) -> None:
    program = desk.start(with_example=False)
    program.files.receive(file)
    page = choose(desk, program, "add")

    assert page.document.record.rows[0].entries["system"].origin == "imported"
    assert write_farm(page.document.record).count('"imported"') > 20
    assert page.value(COWS) == RECORD.row("DAIRY/DC").entries["head_years"].value


def test_that_the_same_farm_again_asks_for_nothing(desk: Desk, file: Path) -> None:
    program = desk.start(with_example=False)
    program.files.receive(file)
    choose(desk, program, "add")
    program.files.receive(file)

    assert "answer for answer" in said(page_of(program))
    assert page_of(program).buttons == []
    assert page_of(program).cancel.hasFocus()


def test_that_replacing_shows_both_values_and_undo_goes_back(desk: Desk, file: Path) -> None:
    program = desk.start(with_example=False)
    program.files.receive(file)
    before = choose(desk, program, "add").value(COWS)
    changed(file, 77.0)
    program.files.receive(file)
    assert "1 value differs from D1 Lowland maize, West" in said(page_of(program))

    page = choose(desk, program, "replace")
    assert page.value(COWS) == 77.0
    assert names(program) == [NAME]
    undo = child(program.window, PaintedButton, "undo")
    with desk.bot.waitSignal(program.opened, timeout=PATIENCE):
        undo.click()
    assert page.value(COWS) == before
    assert names(program) == [NAME]


def test_that_a_file_older_than_mine_is_not_at_hand_for_enter(desk: Desk, file: Path) -> None:
    program = desk.start(with_example=False)
    program.files.receive(file)
    page = choose(desk, program, "add")
    page.type(COWS, "99")
    page.settled()
    when = "2020-01-01T08:00:00+00:00"
    file.write_bytes(packed(Package(RECORD, "8f6a3a0e-6f0a-4b0c-9c53-0f5f5f1f7a11", when)))
    program.files.receive(file)

    QTest.qWait(20)
    assert "Yours is newer" in said(page_of(program))
    assert page_of(program).cancel.hasFocus()


def test_that_both_can_be_kept(desk: Desk, file: Path) -> None:
    program = desk.start(with_example=False)
    program.files.receive(file)
    choose(desk, program, "add")
    changed(file, 77.0)
    program.files.receive(file)
    choose(desk, program, "both")

    assert names(program) == [NAME, f"{NAME} (received)"]


def test_that_a_plain_farm_file_is_received_too(desk: Desk, tmp_path: Path) -> None:
    program = desk.start(with_example=False)
    path = tmp_path / "farm.json"
    path.write_text(write_farm(RECORD), encoding="utf-8")
    program.files.receive(path)

    assert choose(desk, program, "add").document.name == NAME


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the file is empty"),
        (b"\x00\xff\xfe", "expected a text in UTF-8"),
        (b"[" * 200_000, "nested too deeply"),
        (b'{"format": "bocage-farm", "version": 1, "name": NaN}', "not a number"),
        (b'{"format": "bocage-exchange"}\n{}', "expected a whole number"),
        (b" " * (4 * 1024 * 1024 + 1), "larger than 4 MB"),
        (b"PK\x03\x04 not an archive", "cannot be unpacked"),
    ],
)
def test_that_a_hostile_file_is_refused_by_a_sentence(
    desk: Desk, tmp_path: Path, content: bytes, reason: str
) -> None:
    program = desk.start(with_example=False)
    path = tmp_path / "hostile.bocage"
    path.write_bytes(content)
    program.files.receive(path)

    assert "hostile.bocage cannot be opened" in told(program)
    assert reason in told(program)
    assert program.window.asides.page is None
    assert names(program) == []


def test_that_a_file_cut_short_is_refused(desk: Desk, file: Path) -> None:
    program = desk.start(with_example=False)
    file.write_bytes(file.read_bytes()[:-200])
    program.files.receive(file)

    assert "altered or cut short on its way" in told(program)


def test_that_a_missing_file_a_folder_and_a_pipe_are_refused(desk: Desk, tmp_path: Path) -> None:
    program = desk.start(with_example=False)
    for path in (tmp_path / "nowhere.bocage", tmp_path, Path("/dev/null"), Path("a\0b")):
        program.files.receive(path)
        assert "cannot be opened" in told(program)


def test_that_a_farm_given_away_holds_no_other_farm(desk: Desk, tmp_path: Path) -> None:
    page = desk.open_page()
    assert page.program.services is not None
    page.program.services.library.add(RECORD)
    target = tmp_path / "given.bocage"
    page.program.files.write(page.document.id, target)

    assert "The farm is saved as a file" in told(page.program)
    assert NAME.encode() not in target.read_bytes()
    assert list(tmp_path.glob("*bocage*")) == [target]
    assert unpacked(target.read_bytes()).record.name == page.document.name


def test_that_what_is_typed_last_is_in_the_file(desk: Desk, tmp_path: Path) -> None:
    page = desk.open_page()
    page.type(COWS, "77")
    page.settled()
    page.program.files.write(page.document.id, tmp_path / "given.bocage")

    body = (tmp_path / "given.bocage").read_text("utf-8").partition("\n")[2]
    assert read_farm(body).row("DAIRY/DC").entries["head_years"].value == 77.0


def test_that_a_folder_that_is_gone_leaves_a_sentence(desk: Desk, tmp_path: Path) -> None:
    page = desk.open_page()
    page.program.files.write(page.document.id, tmp_path / "gone" / "given.bocage")

    assert "The file of the farm is not saved" in told(page.program)


def test_that_the_keys_open_dialogs_that_hold_nothing_up(desk: Desk) -> None:
    page = desk.open_page()
    page.press(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = page.program.window.findChildren(QFileDialog)
    assert dialog.isVisible()
    dialog.reject()

    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    page.press(Qt.Key.Key_S, keys)
    asked = page.program.window.findChildren(QFileDialog)[-1]
    assert asked.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    asked.fileSelected.emit(str(paths.library()))
    assert json.loads((paths.user_folder() / "library.db.bocage").read_bytes().split(b"\n")[0])
    asked.reject()


def test_that_a_file_dropped_on_the_window_is_received(desk: Desk, file: Path) -> None:
    program = desk.start(with_example=False)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    none, copy = Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    place, button = QPoint(200, 200), Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(place, copy, data, button, none)
    QApplication.sendEvent(program.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(program.window, QDropEvent(place, copy, data, button, none))

    assert NAME in said(page_of(program))


def test_that_a_second_start_with_a_file_shows_it_in_the_first(desk: Desk, file: Path) -> None:
    program = desk.start(with_example=False)
    assert program._bell is not None
    program._bell.rung.emit(str(file))

    assert NAME in said(page_of(program))
