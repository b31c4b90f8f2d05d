"""Finds what is cut off or painted over on a window, by measuring instead of looking."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.widgets.buttons import Pressable
from desktop.widgets.text import Text


def cut(root: QWidget) -> list[str]:
    """Name every visible text, button or number that has less room than it needs."""
    found = [*_cut_texts(root), *_cut_buttons(root), *_cut_numbers(root)]
    return [one for one in found if one]


def overlapping(root: QWidget) -> list[tuple[str, str]]:
    """Name the pairs of visible texts and buttons that lie on each other."""
    things = [one for one in (*_seen(root, Text), *_seen(root, Pressable)) if one.width() > 0]
    return [
        (_name(one), _name(other))
        for one, other in combinations(things, 2)
        if not (one.isAncestorOf(other) or other.isAncestorOf(one))
        and _place(one, root).intersects(_place(other, root))
    ]


def _seen(root: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [one for one in root.findChildren(kind) if one.isVisible()]


def _cut_texts(root: QWidget) -> Iterator[str]:
    for text in _seen(root, Text):
        assert isinstance(text, Text)
        needed = text.minimumSizeHint()
        high = text.heightForWidth(text.width())
        if text.shown and (text.width() < needed.width() or text.height() < high):
            yield f"text: {text.shown}"


def _cut_buttons(root: QWidget) -> Iterator[str]:
    for button in _seen(root, Pressable):
        needed, wraps = button.minimumSizeHint(), button.hasHeightForWidth()
        high = button.heightForWidth(button.width()) if wraps else needed.height()
        if button.width() < needed.width() or button.height() < high:
            yield f"button: {button.accessibleName()}"


def _cut_numbers(root: QWidget) -> Iterator[str]:
    for box in _seen(root, QLineEdit):
        assert isinstance(box, QLineEdit)
        margins = box.textMargins()
        room = box.width() - margins.left() - margins.right() - 4
        if QFontMetricsF(box.font()).horizontalAdvance(box.text()) > room:
            yield f"number: {box.text()}"


def _name(widget: QWidget) -> str:
    return widget.accessibleName() or widget.objectName()


def _place(widget: QWidget, root: QWidget) -> QRect:
    """Give the painted part of a widget: a button keeps room for its focus ring around it."""
    place = QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())
    halo = 5 if isinstance(widget, Pressable) else 0
    return place.adjusted(halo, halo, -halo, -halo)
