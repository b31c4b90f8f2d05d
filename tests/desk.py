"""A person at the real window: starts it, types, crashes it, starts it again."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop import paths
from desktop.application import Program
from desktop.document import Document
from desktop.forms.choice_field import ChoiceField
from desktop.forms.number_field import NumberField
from desktop.opening import add_dossier
from desktop.presenting.examples import example_record
from desktop.settings import Settings, write_settings
from desktop.sitting import Pace
from desktop.storage.lock import LibraryLock
from desktop.theme import load_fonts
from desktop.widgets.live_panel import LivePanel
from desktop.widgets.text import Text
from desktop.windows.dossier_desk import DossierDesk
from diagnostics.record import FarmRecord

SOON = Pace(silence=30, pause=10)
PATIENCE = 10_000
COWS, MILK = "DAIRY/DC:head_years", "DAIRY:milk_delivered"
AREA, GRASSLAND = ":agricultural_area", "field/permanent_grassland:field_area"
SYSTEM, DEPARTMENT = ":system", ":department"
GATE = (SYSTEM, DEPARTMENT, COWS, MILK, AREA, GRASSLAND)
LIBRARY_FILES = ("library.db", "library.db-wal")

Found = TypeVar("Found", bound=QWidget)


class PageRobot:
    """The hands of a person on an open dossier: keys and eyes only."""

    def __init__(self, bot: QtBot, program: Program) -> None:
        self.bot = bot
        self.program = program

    @property
    def desk(self) -> DossierDesk:
        """The open dossier on the window."""
        assert self.program.window.desk is not None
        return self.program.window.desk

    @property
    def document(self) -> Document:
        """The open dossier behind the window."""
        assert self.program.document is not None
        return self.program.document

    def number(self, key: str) -> NumberField:
        """The field of a number."""
        return child(self.desk, NumberField, key)

    def choice(self, key: str) -> ChoiceField:
        """The field of a choice."""
        return child(self.desk, ChoiceField, key)

    def line(self, key: str) -> QLineEdit:
        """The line in which an answer is typed."""
        names = (f"{key}.box", f"{key}.list")
        found = next((f for n in names if (f := self.desk.findChild(QLineEdit, n))), None)
        assert isinstance(found, QLineEdit), key
        return found

    def go_to(self, key: str) -> QLineEdit:
        """Put the focus into the line of an answer; what stands in it is selected."""
        line = self.line(key)
        line.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.qWait(1)
        line.selectAll()
        return line

    def type(self, key: str, text: str, *, end: Qt.Key | None = Qt.Key.Key_Return) -> None:
        """Replace an answer by typing; `end` finishes it, None leaves it half typed."""
        line = self.go_to(key)
        type_signs(line, text)
        if end is not None:
            QTest.keyClick(line, end)

    def clear(self, key: str) -> None:
        """Empty an answer and go on."""
        line = self.go_to(key)
        QTest.keyClick(line, Qt.Key.Key_Backspace)
        QTest.keyClick(line, Qt.Key.Key_Return)

    def press(
        self, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key wherever the focus is."""
        target = QApplication.focusWidget() or self.program.window
        QTest.keyClick(target, key, keys)

    def press_return(self) -> None:
        """Press Enter wherever the focus is."""
        self.press(Qt.Key.Key_Return)

    def put_right(self) -> None:
        """Type possible values where others were tried."""
        for key, text in {COWS: "80", MILK: "621359", GRASSLAND: "30"}.items():
            self.type(key, text)
        self.settled()

    def undo(self) -> None:
        """Press the key that takes back the last change."""
        self.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    def redo(self) -> None:
        """Press the key that does it again."""
        self.press(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)

    def settled(self) -> None:
        """Wait until everything typed is on the disk and the figures followed."""
        QTest.qWait(SOON.silence + 20)
        assert self.document.flush()
        self.bot.waitUntil(self._is_quiet, timeout=PATIENCE)

    def _is_quiet(self) -> bool:
        return self.desk.is_quiet

    def panel(self) -> str:
        """Everything that the panel of figures says."""
        return said(self.desk.view.live)

    def headline(self) -> str:
        """The figure that leads, as it is read aloud."""
        panel = self.desk.view.live
        assert isinstance(panel, LivePanel)
        return panel.findChild(QWidget, "headline").accessibleName()

    def value(self, key: str) -> float | str | None:
        """The value in effect of an answer, in the engine's unit."""
        subject, _, field = key.rpartition(":")
        entry = self.document.record.row(subject).entries.get(field)
        return None if entry is None else entry.value


class Desk:
    """One computer: its folder stays while the program comes and goes."""

    def __init__(self, bot: QtBot) -> None:
        self.bot = bot
        self.program: Program | None = None
        if "Inter" not in QApplication.font().family():
            load_fonts(paths.resource("fonts"))

    def prefer(self, settings: Settings) -> Desk:
        """Set the preferences before the first start."""
        paths.private(paths.user_folder())
        write_settings(paths.preferences(), settings)
        return self

    def start(self, *, with_example: bool = True) -> Program:
        """Start the program and wait until dossiers can be opened; one farm is there already."""
        program = self.program = Program(LibraryLock.take(paths.library()), SOON)
        program.show()
        with self.bot.waitActive(program.window, timeout=PATIENCE):
            program.window.activateWindow()
        with self.bot.waitSignal(program.ready, timeout=PATIENCE):
            program.begin()
        if with_example:
            put_example(program)
        QTest.qWait(20)
        return program

    def start_refused(self) -> Program:
        """Start the program on a library that it cannot open."""
        program = self.program = Program(LibraryLock.take(paths.library()), SOON)
        program.show()
        with self.bot.waitSignal(program.refused, timeout=PATIENCE):
            program.begin()
        QTest.qWait(20)
        return program

    def open_page(self) -> PageRobot:
        """Press Enter on the first page: the farm opens where one left off."""
        program = self.program or self.start()
        with self.bot.waitSignal(program.opened, timeout=PATIENCE):
            QTest.keyClick(program.window.home.resume, Qt.Key.Key_Return)
        QTest.qWait(20)
        return PageRobot(self.bot, program)

    def open_new(self, record: FarmRecord) -> PageRobot:
        """Put a dossier into the library and open it."""
        program = self.program or self.start()
        assert program.services is not None
        dossier = program.services.library.add(record)
        with self.bot.waitSignal(program.opened, timeout=PATIENCE):
            program.window.dossier_wished.emit(dossier)
        QTest.qWait(20)
        return PageRobot(self.bot, program)

    def shown_page(self) -> QWidget | None:
        """The page of the open dossier that is seen."""
        desk = None if self.program is None else self.program.window.desk
        return None if desk is None else desk.questions.by_key.get(desk.view.here)

    def close(self) -> None:
        """Close the window as a person does."""
        if self.program is not None:
            self.program.window.close()
            self.program.end()
            self.program.window.deleteLater()
            self.program = None
            QTest.qWait(1)
            gc.collect()

    def restart(self) -> PageRobot:
        """Close the window and start again."""
        self.close()
        return self.open_page()

    def crash(self) -> PageRobot:
        """Pull the plug: what lies on the disk at this moment is all that the next start finds."""
        folder = paths.user_folder()
        image = folder.with_name("crash image")
        image.mkdir()
        for name in LIBRARY_FILES:
            if (folder / name).exists():
                shutil.copyfile(folder / name, image / name)
        self.close()
        for name in LIBRARY_FILES:
            (folder / name).unlink(missing_ok=True)
            if (image / name).exists():
                shutil.move(image / name, folder / name)
        image.rmdir()
        return self.open_page()


def put_example(program: Program) -> None:
    """Put the worked dairy farm into a library that is empty."""
    assert program.services is not None
    if not program.services.library.farms() + program.services.library.farms(binned=True):
        record = example_record("lowland_maize_dairy.json")
        add_dossier(program.services, record, example=True)
        program.show_home()


@contextmanager
def desk_of(bot: QtBot) -> Iterator[Desk]:
    """A desk that is cleared at the end of a test."""
    desk = Desk(bot)
    try:
        yield desk
    finally:
        desk.close()


def type_signs(line: QWidget, text: str) -> None:
    """Type a text sign by sign; QTest itself ends the process at a sign beyond ASCII."""
    for sign in text:
        if sign.isascii():
            QTest.keyClick(line, sign)
            continue
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            plain = Qt.KeyboardModifier.NoModifier
            QApplication.sendEvent(line, QKeyEvent(kind, 0, plain, sign))


def child(parent: QWidget, kind: type[Found], name: str) -> Found:
    """The widget of a kind and name inside another."""
    found = parent.findChild(kind, name)
    assert found is not None, f"there is no {name}"
    return found


def said(widget: QWidget) -> str:
    """Every text that is seen inside a widget, one after the other."""
    texts = [text.shown for text in widget.findChildren(Text) if text.isVisible()]
    return " | ".join(text for text in texts if text)


def reports() -> list[Path]:
    """The reports on the disk."""
    return sorted(paths.reports().glob("*.pdf"))
