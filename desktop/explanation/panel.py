"""The panel "why this number?" over the right side of the window (F1)."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.explanation.crumbs import LEFT_OUT, shortened
from desktop.explanation.places import Place
from desktop.explanation.rows_below import WALKED, Line, key_of
from desktop.explanation.story import Story
from desktop.explanation.story_view import MARGIN, StoryView
from desktop.explanation.tables import as_text, node_of, tree_table
from desktop.explanation.telling import Teller
from desktop.explanation.tree import Tree
from desktop.widgets.breadcrumb import Breadcrumb
from desktop.widgets.buttons import IconButton, PaintedButton
from desktop.widgets.look import Look
from desktop.widgets.painting import painter_of
from desktop.widgets.scroll import ScrollPage
from diagnostics.diagnosis import Diagnosis

WIDTH = 512
NARROW = 1100
"""In a window narrower than this the panel takes the whole width (pixels at 100 % text)."""

COPIED = 2000
"""For so many milliseconds a tick says that the level was copied."""

UP = (Qt.Key.Key_Backspace, Qt.Key.Key_Left)
WALK = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class ExplanationPanel(QWidget):
    """Explains one number after the other; arrows walk, Escape closes and goes back."""

    field_wished = Signal(str, str)
    """The user wants to go to an answer: the key of its row, and the name of its field."""

    closed = Signal()
    """The user has read enough."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        say = look.words.say
        self._tree: Tree | None = None
        self._way: tuple[Place, ...] = ()
        self._story: Story | None = None
        self._crumb_numbers: list[int] = []
        self._crumbs = Breadcrumb(look)
        self._copy = IconButton(look, "copy", say("Copy"))
        self._close = IconButton(look, "x", say("Close"))
        self._view = StoryView(look, Story(Place(""), "", ""))
        self._page = ScrollPage(look, self._view)
        self._tick = QTimer(self)
        self._tick.setSingleShot(True)
        self._tick.setInterval(COPIED)
        self.setAccessibleName(say("Why this number"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.resize(look.theme.px(WIDTH), self.height())
        self._arrange()
        self._connect()

    @property
    def story(self) -> Story | None:
        """What is explained now."""
        return self._story

    @property
    def place(self) -> Place | None:
        """The number that is explained now."""
        return self._way[-1] if self._way else None

    def width_in(self, window: int) -> int:
        """Give the width of the panel in a window: the whole of a narrow one."""
        px = self.look.theme.px
        return window if window < px(NARROW) else min(px(WIDTH), window)

    def show(self, diagnosis: Diagnosis | None = None, name: str = "", row: str = "") -> None:
        """Explain a number of a diagnosis, and come into sight."""
        super().show()
        if diagnosis is not None:
            self.explain(diagnosis, name, row)

    def explain(self, diagnosis: Diagnosis, name: str, row: str = "") -> None:
        """Explain the quantity of this name on a row, or its sum over the rows."""
        self._tree = Tree(diagnosis)
        self._way = self._way_to(self._tree, Place(name, row))
        self._tell()
        self._focus_on("")

    def follow(self, diagnosis: Diagnosis) -> None:
        """Show the same number of a new diagnosis, and keep the place where one reads."""
        if not self._way:
            return
        focus, at = self._focus_key(), self._page.verticalScrollBar().value()
        self._tree = Tree(diagnosis)
        known = [place for place in self._way if self._tells(place)]
        self._way = tuple(known) or self._way_to(self._tree, self._tree.headline())
        self._tell(spoken=False)
        if focus:
            self._focus_on(focus)
        self._page.verticalScrollBar().setValue(at)

    def open(self, place: Place) -> None:
        """Go down to a number below."""
        self._way = (*self._way, place)
        self._tell()
        self._focus_on("")

    def go_up(self) -> None:
        """Go back to the number above; at the top nothing happens."""
        self._go_to(len(self._way) - 2)

    def copied_text(self) -> str:
        """Give the level as plain text, with the tree below it as a table."""
        if self._tree is None or self._story is None:
            return ""
        place = self._story.place
        is_known = self._tree.knows(place) and not self._tree.is_choice(place)
        table = tree_table(node_of(self._tree, place)) if is_known else []
        return as_text(self._story, table)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows: Right opens, Left or Backspace goes up, Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in WALKED:
            self._on_walked(event.key())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the strong line at the left, which holds the panel off the page."""
        painter, theme = painter_of(self), self.look.theme
        painter.fillRect(self.rect(), theme.colours.background)
        painter.fillRect(QRectF(0, 0, theme.line, self.height()), theme.colours.border)
        painter.end()

    def _way_to(self, tree: Tree, place: Place) -> tuple[Place, ...]:
        return tree.way_to(place) if tree.knows(place) else (place,)

    def _tells(self, place: Place) -> bool:
        assert self._tree is not None
        return self._tree.knows(place) or self._tree.is_choice(place)

    def _go_to(self, number: int) -> None:
        """Go back on the way, and stand where one went down from there."""
        if not 0 <= number < len(self._way) - 1:
            return
        below = self._way[number + 1]
        self._way = self._way[: number + 1]
        self._tell()
        self._focus_on(key_of(below))

    def _tell(self, *, spoken: bool = True) -> None:
        assert self._tree is not None
        self._story = Teller(self._tree, self.look.words).tell(self._way[-1], self._way)
        crumbs = shortened([crumb.label for crumb in self._story.crumbs])
        self._crumb_numbers = [number for _, number in crumbs]
        labels = [label for label, _ in crumbs]
        self._crumbs.show_steps(labels)
        self._name_left_out(labels)
        self._view = StoryView(self.look, self._story)
        self._view.opened.connect(self._on_opened)
        self._view.walked.connect(self._on_walked)
        self._view.field_wished.connect(self.field_wished)
        self._page.setWidget(self._view)
        self._page.verticalScrollBar().setValue(0)
        if spoken:
            said = f"{self._story.title} {self._story.sentence}"
            self.look.announcer.speak(self, said)

    def _name_left_out(self, labels: list[str]) -> None:
        """Name the link behind "…" by the number it leads to."""
        assert self._story is not None
        links = self._crumbs.findChildren(PaintedButton)
        dots = [link for link in links if link.face.text == LEFT_OUT]
        if LEFT_OUT in labels:
            # The links of the level before are still there until Qt comes to delete them.
            number = self._crumb_numbers[labels.index(LEFT_OUT)]
            dots[-1].call_it(self._story.crumbs[number].label)

    def _focus_key(self) -> str:
        """Name the line or chip that has the focus; empty where it is outside the level."""
        focused = (one for one in self._view.findChildren(QWidget) if one.hasFocus())
        return next((one.objectName() for one in focused), "")

    def _focus_on(self, key: str) -> None:
        """Give the focus to the line of this name, else to the first line, else to the cross."""
        lines = self._view.lines
        found = self._view.findChild(QWidget, key) if key else None
        target = found or (lines[0] if lines else self._close)
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self._reveal(target)

    def _reveal(self, widget: QWidget) -> None:
        """Scroll to a line; where there is room, the title stays in sight with the first one."""
        if not self._view.isAncestorOf(widget):
            return
        self._view.resize(self._page.viewport().width(), self._view.height())
        layout = self._view.layout()
        if layout is not None:
            layout.activate()
        foot = widget.mapTo(self._view, QPoint(0, widget.height())).y()
        if foot < self._page.viewport().height():
            self._page.verticalScrollBar().setValue(0)
        else:
            self._page.ensureWidgetVisible(widget, 0, self.look.theme.px(24))

    def _walk(self, step: int) -> None:
        lines = self._view.lines
        if not lines:
            return
        here = next((n for n, line in enumerate(lines) if line.hasFocus()), None)
        start = -1 if step > 0 else 0
        following = lines[((start if here is None else here) + step) % len(lines)]
        following.setFocus(Qt.FocusReason.OtherFocusReason)
        self._reveal(following)

    def _arrange(self) -> None:
        px = self.look.theme.px
        head = QHBoxLayout()
        head.setContentsMargins(px(MARGIN), px(10), px(12), px(4))
        head.setSpacing(px(4))
        head.addWidget(self._crumbs, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(self.look.theme.line, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._page, 1)

    def _connect(self) -> None:
        self._crumbs.chosen.connect(self._on_crumb)
        self._copy.clicked.connect(self._on_copy)
        self._close.clicked.connect(self.closed)
        self._tick.timeout.connect(self._on_tick_over)

    @Slot(int)
    def _on_walked(self, key: int) -> None:
        line = self.focusWidget()
        if key in WALK:
            self._walk(WALK[Qt.Key(key)])
        elif key in UP:
            self.go_up()
        elif isinstance(line, Line):
            line.click()

    @Slot(object)
    def _on_opened(self, place: object) -> None:
        if isinstance(place, Place):
            self.open(place)

    @Slot(int)
    def _on_crumb(self, number: int) -> None:
        self._go_to(self._crumb_numbers[number])

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.copied_text())
        said = self.look.words.say("Copied")
        self._copy.call_it(said)
        self.look.announcer.speak(self, said)
        self._tick.start()

    @Slot()
    def _on_tick_over(self) -> None:
        self._copy.call_it(self.look.words.say("Copy"))
