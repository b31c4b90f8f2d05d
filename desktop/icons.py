"""Pictograms: drawings of one colour, tinted as asked and kept once tinted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

INK = "currentColor"
"""What the drawings call their colour; Qt would paint it black."""


class Icons:
    """The pictograms of the application; each is painted once per colour and size."""

    def __init__(self, file_of: Callable[[str], Path]) -> None:
        self._file_of = file_of
        self._drawn: dict[tuple[str, str, int], QPixmap] = {}

    def pixmap(self, name: str, colour: QColor, pixels: int, ratio: float = 1.0) -> QPixmap:
        """Give a pictogram as a square of `pixels`, sharp on a screen of that pixel ratio."""
        side = max(1, round(pixels * ratio))
        key = (name, colour.name(QColor.NameFormat.HexArgb), side)
        if key not in self._drawn:
            svg = self._file_of(name).read_text(encoding="utf-8")
            self._drawn[key] = _drawn(svg, colour, side)
        pixmap = QPixmap(self._drawn[key])
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def icon(self, name: str, colour: QColor, pixels: int, ratio: float = 1.0) -> QIcon:
        """Give a pictogram for a menu or a window."""
        return QIcon(self.pixmap(name, colour, pixels, ratio))

    def paint(self, painter: QPainter, name: str, box: QRectF, colour: QColor) -> None:
        """Paint a pictogram in the middle of a box, on whole pixels so that it stays sharp."""
        side = round(min(box.width(), box.height()))
        pixmap = self.pixmap(name, colour, side, painter.device().devicePixelRatio())
        left, top = box.center().x() - side / 2, box.center().y() - side / 2
        painter.drawPixmap(QPointF(round(left), round(top)), pixmap)


def program_icon(pictures: Iterable[Path]) -> QIcon:
    """Give the program's own icon, from one picture for each size."""
    icon = QIcon()
    for picture in pictures:
        icon.addFile(str(picture))
    return icon


def _drawn(svg: str, colour: QColor, side: int) -> QPixmap:
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setOpacity(colour.alphaF())
    QSvgRenderer(QByteArray(svg.replace(INK, colour.name()).encode())).render(painter)
    painter.end()
    return QPixmap.fromImage(image)
