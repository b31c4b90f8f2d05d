"""A chart on the clipboard: as a picture for a letter, as a table for a sheet or a text."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QPointF, QRectF
from PySide6.QtGui import QImage, QImageWriter, QPainter

from desktop.charts.on_screen import measure_with, paint
from desktop.charts.scene import Scene, Table
from desktop.theme import Role, Theme
from desktop.widgets.live_figures import DrawScene
from desktop.widgets.painting import baseline, painter_of

SHARPNESS = 2
"""Pixels of the picture for each pixel of 100 % text."""

MARGIN, TITLE, SUBTITLE, GAP = 24.0, 24.0, 20.0, 12.0
NARROWEST = 320.0
PNG = "image/png"


def copied(draw: DrawScene, width: float, theme: Theme, about: str = "") -> QMimeData:
    """Give a chart in all forms that other programs take; `about` names the farm and the year."""
    scene = draw(max(width, NARROWEST), measure_with(theme))
    picture = picture_of(scene, theme, about)
    copy = copied_table(scene.table)
    copy.setImageData(picture)
    copy.setData(PNG, _png(picture))
    return copy


def copied_table(table: Table) -> QMimeData:
    """Give a table alone, for sheets and texts."""
    copy = QMimeData()
    copy.setText(as_text(table))
    copy.setHtml(as_html(table))
    return copy


def picture_of(scene: Scene, theme: Theme, about: str = "") -> QImage:
    """Paint a chart with its title on the background of the theme."""
    head = TITLE + (SUBTITLE if scene.subtitle or about else 0.0) + GAP
    width, height = scene.width + 2 * MARGIN, scene.height + 2 * MARGIN + head
    image = QImage(round(width * SHARPNESS), round(height * SHARPNESS), QImage.Format.Format_ARGB32)
    image.fill(theme.colours.background)
    painter = painter_of(image)
    painter.scale(SHARPNESS, SHARPNESS)
    painter.translate(MARGIN, MARGIN)
    _write(painter, scene, theme, about)
    painter.translate(0, head)
    paint(scene, painter, theme)
    painter.end()
    return image


def as_text(table: Table) -> str:
    """Write a table with tabs, as sheets take it."""
    rows = (table.header, *table.rows)
    return "\n".join("\t".join(_plain(cell) for cell in row) for row in rows) + "\n"


def as_html(table: Table) -> str:
    """Write a table as texts take it."""
    head = "".join(f"<th>{escape(cell)}</th>" for cell in table.header)
    rows = [
        "".join(
            f'<td align="{"right" if n else "left"}">{escape(cell)}</td>'
            for n, cell in enumerate(row)
        )
        for row in table.rows
    ]
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return f"<table><tr>{head}</tr>{body}</table>"


def _plain(cell: str) -> str:
    """Keep a cell in its cell, and figures as sheets read them: thin spaces and minus signs."""
    for sign, plain in (("\t", " "), ("\n", " "), ("\u202f", ""), ("\u2212", "-")):
        cell = cell.replace(sign, plain)
    return cell.replace("\u00a0", " ")


def _write(painter: QPainter, scene: Scene, theme: Theme, about: str) -> None:
    told = " · ".join(part for part in (scene.subtitle, about) if part)
    lines = ((scene.title, Role.SECTION, "text"), (told, Role.SECONDARY, "muted"))
    top = 0.0
    for (string, role, ink), height in zip(lines, (TITLE, SUBTITLE), strict=True):
        font = theme.letters(role.size, role.weight)
        painter.setFont(font)
        painter.setPen(theme.named(ink))
        box = QRectF(0, top, scene.width, height)
        painter.drawText(QPointF(0, baseline(box.top(), box.height(), font)), string)
        top += height


def _png(picture: QImage) -> QByteArray:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(picture)
    buffer.close()
    return held
