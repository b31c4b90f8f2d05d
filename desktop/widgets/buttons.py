"""Buttons that paint themselves; Space and Enter press them."""

from __future__ import annotations

from dataclasses import replace
from math import ceil

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop.widgets.button_face import Face, FacePainter, Kind
from desktop.widgets.look import Look
from desktop.widgets.painting import paint_focus, painter_of

FADED = 0.45
"""How much of a button is seen while it cannot be pressed."""


LARGE_MARK = 20
"""From this size on a pictogram alone has the colour of the text."""


class Pressable(QAbstractButton):
    """What all painted buttons share: Enter presses, the pointer is seen, the text is named."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.look = look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.call_it(name)

    def call_it(self, name: str) -> None:
        """Name the button for those who hear the screen."""
        self.setText(name.replace("&", "&&"))
        self.setAccessibleName(name)

    @property
    def box(self) -> QRectF:
        """The button without the room kept for the focus ring."""
        halo = self.look.theme.halo
        return QRectF(self.rect()).adjusted(halo, halo, -halo, -halo)

    def minimumSizeHint(self) -> QSize:
        """Never cut the words."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the pointer is over the button."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Stop showing that the pointer is over the button."""
        super().leaveEvent(event)
        self.update()


class PaintedButton(Pressable):
    """An ordinary button: words, pictograms and a key hint on a filled or outlined ground."""

    def __init__(self, look: Look, face: Face) -> None:
        super().__init__(look, face.text)
        self._face = face
        self._painter = FacePainter(look, face)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def face(self) -> Face:
        """What the button shows now."""
        return self._face

    def show_text(self, text: str) -> None:
        """Show other words."""
        self.show_face(replace(self._face, text=text))

    def show_face(self, face: Face) -> None:
        """Show other words, pictograms or loudness."""
        if face == self._face:
            return
        self._face = face
        self._painter = FacePainter(self.look, face)
        self.call_it(face.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the row, its padding and the room of the focus ring."""
        theme = self.look.theme
        padding = 0 if self._face.kind is Kind.LINK else theme.px(self._face.padding)
        width = self._painter.width + 2 * padding + 2 * theme.halo
        return QSize(ceil(width), theme.px(self._face.height) + 2 * theme.halo)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, the row and the focus ring."""
        painter, box = painter_of(self), self.box
        if not self.isEnabled():
            painter.setOpacity(FADED)
        over = self.underMouse() and self.isEnabled()
        self._painter.paint_ground(painter, box, self.isDown(), over)
        self._painter.paint_row(painter, box, over and self._face.kind is Kind.LINK)
        if self.hasFocus():
            paint_focus(painter, self.look.theme, box)
        painter.end()


class IconButton(Pressable):
    """A pictogram alone; its name is said by the screen reader and by the tool tip."""

    def __init__(self, look: Look, icon: str, name: str, size: int = 36, mark: int = 20) -> None:
        """Take the side of the square and of the pictogram in it; a small one is also quieter."""
        super().__init__(look, name)
        self._icon = icon
        self._size = size
        self._mark = mark
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def call_it(self, name: str) -> None:
        """Name the button, in the tool tip too."""
        super().call_it(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        """Ask for a square and the room of the focus ring."""
        side = self.look.theme.px(self._size) + 2 * self.look.theme.halo
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pictogram, a ground while it is pointed at, and the focus ring."""
        theme, painter, box = self.look.theme, painter_of(self), self.box
        if self.underMouse() and self.isEnabled():
            painter.setBrush(theme.colours.track)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, theme.radius, theme.radius)
        colours = theme.colours
        strong = colours.text if self._mark >= LARGE_MARK else colours.text_muted
        ink = strong if self.isEnabled() else colours.border
        spare = (box.width() - theme.px(self._mark)) / 2
        inside = box.adjusted(spare, spare, -spare, -spare)
        self.look.icons.paint(painter, self._icon, inside, ink)
        if self.hasFocus():
            paint_focus(painter, theme, box)
        painter.end()
