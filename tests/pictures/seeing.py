"""What a machine sees on a page: cut texts, things over things, words of another language."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from desktop.forms.number_box import NumberBox
from desktop.widgets.button_face import Kind
from desktop.widgets.buttons import PaintedButton, Pressable
from desktop.widgets.chart_view import ChartView
from desktop.widgets.text import Text

MOST_STOPS = 80
FINGERTIP = 24
TAB = Qt.FocusPolicy.TabFocus
ROUNDING = 1
"""Half pixels are rounded up on one side and down on the other."""


def texts(page: QWidget) -> list[Text]:
    """Every text that is seen on a page."""
    return [text for text in page.findChildren(Text) if text.isVisible() and text.shown]


def cut_texts(page: QWidget) -> Iterator[str]:
    """Texts that need more room than they have."""
    for text in texts(page):
        wanted = text.heightForWidth(text.width()) if text.wordWrap() else text.sizeHint().height()
        if text.height() + ROUNDING < wanted:
            yield f"too low: {text.shown!r} {text.height()} < {wanted}"
        beside = text.contentsMargins().left() + text.contentsMargins().right()
        words = text.shown.split() if text.wordWrap() else [text.shown]
        widest = max(QFontMetricsF(text.font()).horizontalAdvance(word) for word in words)
        if text.width() - beside + ROUNDING < widest:
            yield f"too narrow: {text.shown!r} {text.width() - beside} < {widest:.0f}"


def cut_controls(page: QWidget) -> Iterator[str]:
    """Buttons and lines smaller than they ask for."""
    for control in (*page.findChildren(PaintedButton), *page.findChildren(QLineEdit)):
        least = control.minimumSizeHint()
        if control.isVisible() and (
            control.width() + ROUNDING < least.width() or control.height() < least.height()
        ):
            yield f"{control.accessibleName()!r} {control.size()} < {least}"


def outside(page: QWidget) -> Iterator[str]:
    """Texts and controls that reach beyond the sides of the window."""
    window = page.window().rect()
    for widget in (*texts(page), *page.findChildren(QAbstractButton)):
        if widget.isVisible() and widget.text():
            place = place_of(widget)
            if place.left() < window.left() - ROUNDING or place.right() > window.right() + ROUNDING:
                yield f"{widget.text()!r} reaches from {place.left()} to {place.right()}"


def overlaps(page: QWidget) -> Iterator[str]:
    """Texts and buttons with words that lie over each other."""
    seen = [w for w in (*texts(page), *_worded(page)) if not w.visibleRegion().isEmpty()]
    for number, one in enumerate(seen):
        for other in seen[number + 1 :]:
            if one.isAncestorOf(other) or other.isAncestorOf(one) or _apart(one, other):
                continue
            yield f"{one.text()!r} and {other.text()!r}"


def _worded(page: QWidget) -> list[PaintedButton]:
    buttons = page.findChildren(PaintedButton)
    return [b for b in buttons if b.isVisible() and b.face.text and b.face.kind is not Kind.LINK]


def _apart(one: QWidget, other: QWidget) -> bool:
    """Whether what is painted of two widgets does not touch; the ring around buttons is air."""
    common = _painted(one).intersected(_painted(other))
    return common.width() <= ROUNDING or common.height() <= ROUNDING


def _painted(widget: QWidget) -> QRect:
    halo = widget.look.theme.halo if isinstance(widget, PaintedButton) else 0
    place = place_of(widget).adjusted(halo, halo, -halo, -halo)
    return place.intersected(_seen_part(widget))


def _seen_part(widget: QWidget) -> QRect:
    """The part of the window in which a widget of a scrolling page can be seen."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            return place_of(above.viewport())
        above = above.parentWidget()
    return widget.window().rect()


def place_of(widget: QWidget) -> QRect:
    """Where a widget lies in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def english_left(page: QWidget, sentences: frozenset[str]) -> Iterator[str]:
    """English sentences on a page of another language."""
    for text in texts(page):
        if text.shown in sentences:
            yield text.shown


def small_targets(page: QWidget) -> Iterator[str]:
    """Things to press that are smaller than a fingertip: 24 pixels of 100 % text."""
    for control in page.findChildren(QAbstractButton):
        if not isinstance(control, Pressable) or not control.isVisible():
            continue
        least = FINGERTIP * control.look.theme.scale
        if min(control.width(), control.height()) + ROUNDING < least:
            yield f"small: {control.accessibleName()!r} {control.size()}"


def lonely_lines(page: QWidget) -> Iterator[str]:
    """Lines to type in that no visible label stands for."""
    buddies = {label.buddy() for label in page.findChildren(QLabel) if label.buddy() is not None}
    for line in page.findChildren(NumberBox):
        if line.isVisible() and line not in buddies:
            yield f"no label: {line.objectName()}"


def out_of_order(page: QWidget) -> Iterator[str]:
    """Places where the Tab key goes up the page instead of down."""
    stops = [stop for stop in tab_stops(page) if page.isAncestorOf(stop)]
    for first, second in itertools.pairwise(stops):
        if place_of(second).bottom() < place_of(first).top():
            yield f"Tab goes up from {first.objectName()!r} to {second.objectName()!r}"


def tab_stops(page: QWidget) -> list[QWidget]:
    """What Tab comes to inside a page, from its first stop on."""
    first = next((w for w in page.findChildren(QWidget) if takes_tab(w)), None)
    if first is None:
        return []
    first.setFocus(Qt.FocusReason.TabFocusReason)
    seen = [first]
    for _ in range(MOST_STOPS):
        QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now is None or now is first or not page.isAncestorOf(now):
            break
        seen.append(now)
    return seen


def takes_tab(widget: QWidget) -> bool:
    """Whether Tab stops at a widget."""
    return bool(widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & TAB)


def unnamed(page: QWidget) -> Iterator[str]:
    """Controls that a screen reader could not name."""
    for control in page.findChildren(QWidget):
        is_control = isinstance(control, QAbstractButton | QLineEdit | ChartView)
        if is_control and control.isVisible() and not control.accessibleName():
            yield f"{type(control).__name__} {control.objectName()!r}"
