"""A panel at the right side of the window: a title, a cross, and what one looks up meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.theme import Role
from desktop.widgets.buttons import IconButton
from desktop.widgets.look import Look
from desktop.widgets.painting import painter_of
from desktop.widgets.scroll import ScrollPage
from desktop.widgets.text import Text

WIDTH = 432
NARROW = 1100
"""In a window narrower than this the panel takes the whole width (pixels at 100 % text)."""

MARGIN = 24


class SidePanel(QWidget):
    """Escape or the cross closes it; what is inside scrolls, or scrolls by itself."""

    closed = Signal()
    """The user has seen enough."""

    def __init__(self, look: Look, title: str, sentence: str = "") -> None:
        super().__init__()
        self.look = look
        self.title = Text(look, title, Role.TITLE, wraps=True)
        self._sentence = Text(look, sentence, Role.BODY, "text_muted", wraps=True)
        self.close_button = IconButton(look, "x", look.words.say("Close"))
        self._content: QWidget | None = None
        self._page: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.resize(look.theme.px(WIDTH), self.height())
        self._column = QVBoxLayout(self)
        self._arrange()
        self.show_title(title, sentence)
        self.close_button.clicked.connect(self.closed)

    def show_title(self, title: str, sentence: str = "") -> None:
        """Show another title, and a sentence under it."""
        self.title.show_text(title)
        self._sentence.show_text(sentence)
        self._sentence.setVisible(bool(sentence))
        self.setAccessibleName(title)

    def show_content(self, content: QWidget, *, scrolls_itself: bool = False) -> None:
        """Put something into the panel; lists scroll by themselves, other things are scrolled."""
        if self._page is not None:
            self._column.removeWidget(self._page)
            self._page.hide()
            self._page.deleteLater()
        self._content = content
        self._page = content if scrolls_itself else ScrollPage(self.look, self._padded(content))
        self._column.addWidget(self._page, 1)
        self._page.show()

    @property
    def content(self) -> QWidget | None:
        """What is in the panel."""
        return self._content

    def width_in(self, window: int) -> int:
        """Give the width of the panel in a window: the whole of a narrow one."""
        px = self.look.theme.px
        return window if window < px(NARROW) else min(px(WIDTH), window)

    def take_focus(self) -> None:
        """Put the focus into the content, or on the cross where nothing takes it."""
        content = self._content
        takes = content is not None and content.focusPolicy() & Qt.FocusPolicy.TabFocus
        target = content if takes and content is not None else self.close_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape close the panel."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the line at the left."""
        painter, theme = painter_of(self), self.look.theme
        painter.fillRect(self.rect(), theme.colours.background)
        painter.fillRect(QRectF(0, 0, theme.line, self.height()), theme.colours.border)
        painter.end()

    def _padded(self, content: QWidget) -> QWidget:
        around = QWidget()
        column = QVBoxLayout(around)
        px = self.look.theme.px
        column.setContentsMargins(px(MARGIN), px(8), px(MARGIN), px(MARGIN))
        column.addWidget(content)
        column.addStretch(1)
        return around

    def _arrange(self) -> None:
        px = self.look.theme.px
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self.title)
        words.addWidget(self._sentence)
        head = QHBoxLayout()
        head.setContentsMargins(px(MARGIN), px(12), px(12), px(8))
        head.setSpacing(px(8))
        head.addLayout(words, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._column.setContentsMargins(self.look.theme.line, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
