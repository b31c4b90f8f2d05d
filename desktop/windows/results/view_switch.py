"""In which way the result is told: words side by side, or a menu where there are many."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.widgets.button_face import Face
from desktop.widgets.buttons import PaintedButton
from desktop.widgets.look import Look
from desktop.widgets.scroll import menu_of
from desktop.widgets.segmented import Segmented

MOST_BESIDE = 4
Choices = Sequence[tuple[str, str]]


class ViewSwitch(QWidget):
    """Offers the views that apply to the farm; hidden where there is only one."""

    chosen = Signal(str)
    """The user wants the view with this key."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._choices: tuple[tuple[str, str], ...] = ()
        self._inside: Segmented | MenuSwitch | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)

    def show_choices(self, choices: Choices, now: str) -> None:
        """Offer views and mark the one that is shown."""
        if tuple(choices) != self._choices:
            self._choices = tuple(choices)
            self._make()
        self.setVisible(len(choices) > 1)
        if self._inside is not None and choices:
            self._inside.show_chosen(now)

    def _make(self) -> None:
        if self._inside is not None:
            self._row.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = None
        if not self._choices:
            return
        name = self._look.words.say("Tell the result")
        kind = Segmented if len(self._choices) <= MOST_BESIDE else MenuSwitch
        self._inside = kind(self._look, name, self._choices)
        self._row.addWidget(self._inside)
        self._inside.chosen.connect(self.chosen)


class MenuSwitch(PaintedButton):
    """A button with the view that is shown; pressing it offers all of them."""

    chosen = Signal(str)
    """The user wants the view with this key."""

    def __init__(self, look: Look, name: str, choices: Choices) -> None:
        super().__init__(look, Face(choices[0][1], icon_after="caret-down"))
        self._name = name
        self._labels = dict(choices)
        self.menu = menu_of(look, self)
        for key, label in choices:
            action = self.menu.addAction(label.replace("&", "&&"))
            action.setData(key)
        self.menu.triggered.connect(self._on_triggered)
        self.clicked.connect(self._on_clicked)

    def show_chosen(self, key: str) -> None:
        """Show another view on the button."""
        self.show_text(self._labels[key])
        self.setAccessibleDescription(self._name)

    @Slot()
    def _on_clicked(self) -> None:
        self.menu.popup(self.mapToGlobal(self.box.bottomLeft().toPoint()))

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(action.data())
