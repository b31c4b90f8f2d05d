"""A monkey at the keyboard and the mouse: keys, clicks and wheels anywhere, in every look."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from desktop.application import Program
from desktop.settings import THEMES
from tests.desk import type_signs

NONE = Qt.KeyboardModifier.NoModifier
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
KEYS = (
    *((key, NONE) for key in (
        Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Backspace,
        Qt.Key.Key_Delete, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down,
        Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Space, Qt.Key.Key_F1, Qt.Key.Key_F2,
        Qt.Key.Key_F4, Qt.Key.Key_F8, Qt.Key.Key_F9, Qt.Key.Key_T, Qt.Key.Key_C,
    )),
    (Qt.Key.Key_Tab, SHIFT), (Qt.Key.Key_F8, SHIFT), (Qt.Key.Key_Down, ALT),
    *((key, CONTROL) for key in (
        Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_A, Qt.Key.Key_Return, Qt.Key.Key_Up,
        Qt.Key.Key_Down, Qt.Key.Key_H, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0,
    )),
    *((key, ALT) for key in (
        Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6,
        Qt.Key.Key_7, Qt.Key.Key_8, Qt.Key.Key_9, Qt.Key.Key_0,
    )),
)  # fmt: skip
TEXTS = (
    "62", "465 000", "7.500,5", "12*42+180", "31x", "-5", "1e9", "½", "٤٢", "=HYPERLINK(1)",
    "<b>É & Ç</b>", "🐄", "\u202eabc", "0", "999999999999", "12,5 kg", "  ", "NaN",
)  # fmt: skip
LOOKS = [(t, lang, s) for t in THEMES for lang in ("fr", "en") for s in (1.0, 1.5, 2.0)]
LEAVES_THE_WINDOW = ("elsewhere", "ailleurs", "Print", "Imprimer", "…")
"""Words of buttons that open a dialog of the system or another program: a monkey stays inside."""


@dataclass
class Tale:
    """What the monkey did and what became of it."""

    events: int = 0
    modals: int = 0
    looks: Counter[str] = field(default_factory=Counter)
    pages: Counter[str] = field(default_factory=Counter)

    def line(self) -> str:
        """One line of figures."""
        pages = ", ".join(f"{page} {n}" for page, n in self.pages.most_common())
        return f"{self.events} events, {self.modals} modal, {len(self.looks)} looks; {pages}"


class Monkey:
    """Draws events from a seed; whatever it does, the program goes on."""

    def __init__(self, program: Program, seed: int) -> None:
        self.program = program
        self.dice = random.Random(seed)
        self.tale = Tale()

    def play(self, events: int, looks_every: int = 250) -> Tale:
        """Make so many events, changing the look now and then."""
        for number in range(events):
            if number % looks_every == 0:
                self._change_look()
            self._event()
            self._note()
        return self.tale

    def _event(self) -> None:
        target = QApplication.focusWidget() or self.program.window
        kind = self.dice.random()
        if kind < 0.45:
            key, held = self.dice.choice(KEYS)
            QTest.keyClick(target, key, held)
        elif kind < 0.65:
            for sign in self.dice.choice(TEXTS):  # a sign may take away the widget it goes to
                type_signs(QApplication.focusWidget() or self.program.window, sign)
        elif kind < 0.9:
            self._click()
        else:
            self._wheel(target)
        QApplication.processEvents()

    def _click(self) -> None:
        things = [one for one in self._shown() if not _leaves(one)]
        if things:
            thing = self.dice.choice(things)
            QTest.mouseClick(thing, Qt.MouseButton.LeftButton, NONE, thing.rect().center())

    def _shown(self) -> list[QWidget]:
        window = self.program.window
        kinds = (QAbstractButton, QLineEdit)
        return [w for kind in kinds for w in window.findChildren(kind) if w.isVisible()]

    def _wheel(self, target: QWidget) -> None:
        middle = QPointF(target.rect().center())
        event = QWheelEvent(
            middle, target.mapToGlobal(middle), QPoint(), QPoint(0, self.dice.choice((-120, 120))),
            Qt.MouseButton.NoButton, NONE, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(target, event)

    def _change_look(self) -> None:
        theme, language, size = self.dice.choice(LOOKS)
        window = self.program.window
        window.preferred.emit("theme", theme)
        window.preferred.emit("language", language)
        window.text_size_wished.emit(round((size - 1) * 4) or 0)
        QTest.qWait(5)
        if self.program.document is None:
            self._open_something()
        self.tale.looks[f"{theme} {language} {size}"] += 1

    def _open_something(self) -> None:
        services = self.program.services
        assert services is not None
        dossiers = [card.dossier for card in services.library.farms() if card.dossier]
        if dossiers:
            self.program.window.dossier_wished.emit(self.dice.choice(dossiers))
            QTest.qWait(20)

    def _note(self) -> None:
        self.tale.events += 1
        if QApplication.activeModalWidget() is not None:
            self.tale.modals += 1
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        desk = self.program.window.desk
        self.tale.pages["home" if desk is None else desk.view.here] += 1


def _leaves(widget: QWidget) -> bool:
    name = widget.accessibleName()
    return any(word in name for word in LEAVES_THE_WINDOW)
