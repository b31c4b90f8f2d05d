"""A choice that drops down, such as the order of a list: the button shows what holds now."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from desktop.theme import Role
from desktop.widgets.buttons import Pressable
from desktop.widgets.look import Look
from desktop.widgets.painting import (
    Edge,
    paint_box,
    paint_focus,
    paint_text,
    painter_of,
    text_width,
)
from desktop.widgets.scroll import menu_of

OPENING = (Qt.Key.Key_Down, Qt.Key.Key_Up)


class MenuButton(Pressable):
    """Space, Enter or an arrow key opens it."""

    chosen = Signal(str)
    """The user chooses the entry with this key."""

    def __init__(self, look: Look, name: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__(look, name)
        self._name = name
        self._labels = dict(choices)
        self._here = next(iter(self._labels), "")
        self.menu = menu_of(look, self)
        self._group = QActionGroup(self)
        self._actions = {key: self._action(key, label) for key, label in choices}
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.menu.triggered.connect(self._on_triggered)
        self.clicked.connect(self._on_clicked)
        self.show_chosen(self._here)

    @property
    def here(self) -> str:
        """The key of the entry that holds now."""
        return self._here

    def show_chosen(self, key: str) -> None:
        """Show the entry that holds now."""
        self._here = key
        self._actions[key].setChecked(True)
        self.call_it(
            self.look.words.say("{label}: {status}", label=self._name, status=self._labels[key])
        )
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the widest entry, so that nothing moves."""
        theme = self.look.theme
        letters = theme.font(Role.LABEL)
        widest = max((text_width(letters, label) for label in self._labels.values()), default=0)
        width = ceil(widest) + theme.px(12 + 12 + 12 + 12)
        return QSize(width + 2 * theme.halo, theme.control + 2 * theme.halo)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the menu with an arrow key as well."""
        if event.key() in OPENING:
            self._on_clicked()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box, the entry, the mark of a menu and the focus ring."""
        painter, theme, box = painter_of(self), self.look.theme, self.box
        colours = theme.colours
        fill = colours.surface if self.underMouse() else colours.background
        paint_box(painter, box, fill, Edge(colours.border, theme.line), theme.radius)
        words = box.adjusted(theme.px(12), 0, 0, 0)
        shown, letters = self._labels.get(self._here, ""), theme.font(Role.LABEL)
        paint_text(painter, words, shown, letters, colours.text)
        side = theme.px(12)
        mark = QRectF(box.right() - 2 * side, box.center().y() - side / 2, side, side)
        self.look.icons.paint(painter, "caret-down", mark, colours.text)
        if self.hasFocus():
            paint_focus(painter, theme, box)
        painter.end()

    def _action(self, key: str, label: str) -> QAction:
        action = self.menu.addAction(label.replace("&", "&&"))
        action.setData(key)
        action.setCheckable(True)
        self._group.addAction(action)
        return action

    @Slot()
    def _on_clicked(self) -> None:
        self.menu.popup(self.mapToGlobal(self.box.bottomLeft().toPoint()))

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        changed = action.data() != self._here
        self.show_chosen(action.data())
        if changed:
            self.chosen.emit(self._here)
