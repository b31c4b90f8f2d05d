"""A note beside an answer: a few lines of plain words in place, kept while they are typed."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMoveEvent,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.forms.number_box import is_history
from desktop.theme import Role
from desktop.widgets.look import Look
from desktop.widgets.painting import Edge, paint_box, paint_focus, painter_of
from desktop.widgets.text import Text

LONGEST = 20_000
"""So many characters a note has at most."""

FEWEST_LINES, MOST_LINES = 2, 8
"""A long note scrolls inside its box."""


class NoteLines(QPlainTextEdit):
    """The lines that are typed; what is pasted becomes plain text."""

    closed = Signal()
    """Escape or F2: the note is finished for now."""

    focused = Signal(bool)
    """The focus came or went."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        theme = look.theme
        self.setFont(theme.font(Role.BODY))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setStyleSheet(theme.scroll_bar_sheet())
        palette = theme.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        self.setPalette(palette)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the whole application, which remembers more than these lines."""
        if event.type() == QEvent.Type.ShortcutOverride and is_history(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape and F2 finish; everything else is typing."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F2):
            self.closed.emit()
        elif is_history(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take as much of what is pasted as a note can hold."""
        room = LONGEST - len(self.toPlainText()) + len(self.textCursor().selectedText())
        self.insertPlainText(source.text()[: max(0, room)])

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus came."""
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus went; a menu or another window only borrows it."""
        super().focusOutEvent(event)
        borrowed = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in borrowed:
            self.focused.emit(False)


class NoteFrame(QWidget):
    """The border around the lines, and the focus ring outside of it."""

    def __init__(self, look: Look, lines: NoteLines) -> None:
        super().__init__()
        self._look = look
        self._lines = lines
        side = look.theme.halo + look.theme.px(6)
        row = QHBoxLayout(self)
        row.setContentsMargins(side, side, side, side)
        row.addWidget(lines)
        lines.focused.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the border, and the ring while one types."""
        theme, painter = self._look.theme, painter_of(self)
        halo = theme.halo
        box = QRectF(self.rect()).adjusted(halo, halo, -halo, -halo)
        edge = Edge(theme.colours.border, theme.line)
        paint_box(painter, box, theme.colours.background, edge, theme.radius)
        if self._lines.hasFocus():
            paint_focus(painter, theme, box)
        painter.end()


class NoteBox(QWidget):
    """The lines of a note with one line of help; it never covers the page."""

    typed = Signal(str)
    """The whole note, after each key."""

    closed = Signal()
    """The note is finished for now; its text stays."""

    left = Signal()
    """The focus went away: what follows is another step of the history."""

    def __init__(self, look: Look, label: str) -> None:
        super().__init__()
        self._look = look
        say, theme = look.words.say, look.theme
        self.lines = NoteLines(look)
        self.lines.setAccessibleName(say("Note: {label}", label=label))
        self.lines.setPlaceholderText(say("What is special about this answer"))
        self._help = Text(look, "", Role.SECONDARY, "text_muted", wraps=True)
        self._help.setContentsMargins(theme.halo, 0, theme.halo, 0)
        self.setMaximumWidth(theme.px(560))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(4), 0, 0)
        column.setSpacing(0)
        column.addWidget(NoteFrame(look, self.lines))
        column.addWidget(self._help)
        self.setFocusProxy(self.lines)
        self.lines.textChanged.connect(self._on_changed)
        self.lines.closed.connect(self.closed)
        self.lines.focused.connect(self._on_focused)
        self._fit("")

    @property
    def text(self) -> str:
        """The note as it stands."""
        return self.lines.toPlainText()

    @property
    def help(self) -> str:
        """The line of help below."""
        return self._help.shown

    def show_text(self, text: str) -> None:
        """Show a note that was kept, or put back by an undo."""
        if text != self.text:
            self.lines.blockSignals(True)
            self.lines.setPlainText(text)
            self.lines.blockSignals(False)
            self.lines.moveCursor(QTextCursor.MoveOperation.End)
            self._fit(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay in view while the box opens and grows, once the page has made room for it."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self._reveal)

    def moveEvent(self, event: QMoveEvent) -> None:
        """Stay in view when the field above gets another line."""
        super().moveEvent(event)
        QTimer.singleShot(0, self._reveal)

    @Slot()
    def _reveal(self) -> None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None and self.lines.hasFocus():
            above.ensureWidgetVisible(self, 0, self._look.theme.px(16))

    @Slot()
    def _on_changed(self) -> None:
        text = self.text
        if len(text) > LONGEST:
            self.show_text(text[:LONGEST])
            text = self.text
        self._fit(text)
        self.typed.emit(text)

    @Slot(bool)
    def _on_focused(self, here: bool) -> None:
        if not here:
            self.left.emit()

    def _fit(self, text: str) -> None:
        """As high as the lines, within reason; full is said before it is felt."""
        say = self._look.words.say
        count = max(ceil(self.lines.document().size().height()), text.count("\n") + 1)
        shown = min(MOST_LINES, max(FEWEST_LINES, count))
        margins = 2 * ceil(self.lines.document().documentMargin())
        self.lines.setFixedHeight(ceil(shown * self.lines.fontMetrics().lineSpacing()) + margins)
        full = say("A note has {most} characters at most.", most=self._look.words.number(LONGEST))
        kept = say("Kept while you type. Esc closes the note.")
        self._help.show_text(full if len(text) >= LONGEST else kept)
        self.updateGeometry()
