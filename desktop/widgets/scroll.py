"""A page that scrolls, with a plain bar at its right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QWidget

from desktop.theme import Role
from desktop.widgets.look import Look


class ScrollPage(QScrollArea):
    """Scrolls downwards only: what is inside always takes the width there is."""

    def __init__(self, look: Look, inside: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().setStyleSheet(look.theme.scroll_bar_sheet())
        self.setWidget(inside)


def menu_of(look: Look, parent: QWidget) -> QMenu:
    """Make an empty menu in the look of the theme."""
    menu = QMenu(parent)
    menu.setFont(look.theme.font(Role.BODY))
    menu.setStyleSheet(look.theme.menu_sheet())
    return menu
