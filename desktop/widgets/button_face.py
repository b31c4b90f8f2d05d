"""What a button shows, in a row from left to right: pictogram, words, pictogram, key hint."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from desktop.theme import Role
from desktop.widgets.look import Look
from desktop.widgets.painting import Edge, Side, faded, paint_box, paint_text, text_width


class Kind(Enum):
    """How loud a button is: one filled button per page, the others outlined or plain."""

    PRIMARY = "primary"
    OUTLINE = "outline"
    UNUSUAL = "unusual"
    LINK = "link"
    QUIET = "quiet"


@dataclass(frozen=True)
class Face:
    """The words, a pictogram before or after, the key that does the same."""

    text: str
    kind: Kind = Kind.OUTLINE
    icon: str = ""
    icon_after: str = ""
    key: str = ""
    key_icon: str = ""
    height: int = 36
    role: Role = Role.LABEL
    icon_size: int = 20
    muted: bool = False
    padding: int = 16


@dataclass(frozen=True)
class Piece:
    """One thing in the row and the width it takes."""

    what: str
    width: float


class FacePainter:
    """Measures and paints a face with the colours and letters of a look."""

    def __init__(self, look: Look, face: Face) -> None:
        self.look = look
        self._theme = look.theme
        self._face = face
        self._font = look.theme.font(Role.STRONG if face.kind is Kind.PRIMARY else face.role)
        self._pieces = self._row()

    @property
    def width(self) -> float:
        """The width of the whole row, without the padding of the button."""
        return sum(piece.width for piece in self._pieces)

    @property
    def ink(self) -> QColor:
        """The colour of words and pictograms."""
        colours = self._theme.colours
        inks = {
            Kind.PRIMARY: colours.on_primary,
            Kind.UNUSUAL: colours.unusual,
            Kind.LINK: colours.link,
        }
        return inks.get(self._face.kind, colours.text_muted if self._face.muted else colours.text)

    @property
    def icon_ink(self) -> QColor:
        """The colour of pictograms: quieter than the words on a plain ground."""
        plain = self._face.kind in (Kind.OUTLINE, Kind.QUIET)
        return self._theme.colours.text_muted if plain else self.ink

    def paint_ground(self, painter: QPainter, box: QRectF, down: bool, over: bool) -> None:
        """Paint what lies behind the row: filled, outlined, or nothing until pointed at."""
        colours, line, kind = self._theme.colours, self._theme.line, self._face.kind
        touched = down or over
        fill: QColor | None = colours.track if down else colours.surface if over else None
        edge: Edge | None = None
        if kind is Kind.PRIMARY:
            fill = colours.primary_pressed if touched else colours.primary
        elif kind is Kind.UNUSUAL:
            fill = colours.unusual_tint if touched else None
            edge = Edge(colours.unusual, line)
        elif kind is Kind.OUTLINE:
            edge = Edge(colours.border, line)
        elif kind is Kind.LINK:
            fill = None
        paint_box(painter, box, fill, edge, self._theme.radius)

    def paint_row(self, painter: QPainter, box: QRectF, underlined: bool = False) -> None:
        """Paint the pieces one after the other, in the middle of the box."""
        left = box.left() + (box.width() - self.width) / 2
        for piece in self._pieces:
            place = QRectF(left, box.top(), piece.width, box.height())
            self._paint_piece(painter, piece.what, place, underlined)
            left += piece.width

    def _row(self) -> list[Piece]:
        px, face = self._theme.px, self._face
        row = [Piece("words", text_width(self._font, face.text))] if face.text else []
        if face.icon:
            gap = [Piece("gap", px(8))] if row else []
            row = [Piece("icon", px(face.icon_size)), *gap, *row]
        if face.icon_after:
            row += [Piece("gap", px(6)), Piece("icon_after", px(12))]
        if face.key or face.key_icon:
            row += [Piece("gap", px(10)), Piece("key", self._key_width())]
        return row

    def _key_width(self) -> float:
        letters = text_width(self._theme.font(Role.KEY_HINT), self._face.key)
        return letters + self._theme.px(12) if self._face.key else self._theme.px(24)

    def _paint_piece(self, painter: QPainter, what: str, box: QRectF, underlined: bool) -> None:
        if what == "words":
            self._font.setUnderline(underlined)
            paint_text(painter, box, self._face.text, self._font, self.ink)
        elif what == "key":
            self._paint_key(painter, box)
        elif what in ("icon", "icon_after"):
            name = self._face.icon if what == "icon" else self._face.icon_after
            self.look.icons.paint(painter, name, box, self.icon_ink)

    def _paint_key(self, painter: QPainter, box: QRectF) -> None:
        px, spare = self._theme.px, box.height() - self._theme.px(20)
        hint = box.adjusted(0, spare / 2, 0, -spare / 2)
        paint_box(painter, hint, None, Edge(faded(self.ink, 0.5), self._theme.line), px(4))
        if self._face.key_icon:
            inside = hint.adjusted(px(4), px(3), -px(4), -px(3))
            self.look.icons.paint(painter, self._face.key_icon, inside, self.ink)
        else:
            letters = self._theme.font(Role.KEY_HINT)
            paint_text(painter, hint, self._face.key, letters, self.ink, Side.MIDDLE)
