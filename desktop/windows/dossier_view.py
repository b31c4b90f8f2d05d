"""An open dossier: steps at the left, the page in the middle, the figures at the right.

Large text and narrow windows turn the steps into a menu above, and the figures into a strip below.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop.widgets.bottom_bar import BottomBar
from desktop.widgets.live_figures import LiveFigures
from desktop.widgets.live_panel import LivePanel
from desktop.widgets.live_strip import LiveStrip
from desktop.widgets.look import Look
from desktop.widgets.painting import painter_of
from desktop.widgets.scroll import ScrollPage
from desktop.widgets.status import StepStatus
from desktop.widgets.step_list import Step, StepList
from desktop.widgets.step_menu import StepMenu

PANEL_FROM = 1100
LIST_FROM = 880
"""From so many pixels of 100 % text on there is room for the panel, and for the list of steps."""


class StepBar(QWidget):
    """The steps as a menu, above the page."""

    def __init__(self, look: Look, menu: StepMenu) -> None:
        super().__init__()
        self._look = look
        row = QHBoxLayout(self)
        px = look.theme.px
        row.setContentsMargins(px(12), px(2), px(12), px(2))
        row.addWidget(menu)
        row.addStretch(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the line below."""
        painter, theme = painter_of(self), self._look.theme
        painter.fillRect(self.rect(), theme.colours.surface)
        foot = self.rect().adjusted(0, self.height() - theme.line, 0, 0)
        painter.fillRect(foot, theme.colours.hairline)
        painter.end()


class DossierView(QWidget):
    """Arranges the frame around the pages; it holds no answer and no result."""

    step_wished = Signal(str)
    """The user wants to go to this step."""

    why_asked = Signal(str)
    """The user wants the explanation of this figure."""

    answer_wished = Signal(str)
    """The user wants to go to the question with this key."""

    back_asked = Signal()
    """The user wants the page before."""

    continue_asked = Signal()
    """The user wants the next page."""

    def __init__(
        self,
        look: Look,
        steps: tuple[Step, ...],
        pages: Mapping[str, QWidget],
        whole: frozenset[str] = frozenset(),
    ) -> None:
        """Arrange the pages; those that are `whole` show the figures themselves."""
        super().__init__()
        self._look = look
        self._whole = whole
        self.steps = StepList(look, steps)
        self.step_menu = StepMenu(look, steps)
        self.live = LivePanel(look)
        self.strip = LiveStrip(look)
        self.bottom = BottomBar(look)
        self._pages = {key: ScrollPage(look, page) for key, page in pages.items()}
        self._live_place = _scrolling(look, self.live)
        self._side: QWidget | None = None
        self._side_width: Callable[[int], int] | None = None
        self._stack = QStackedWidget()
        self._step_bar = StepBar(look, self.step_menu)
        self._here = next(iter(pages))
        self._last = list(pages)[-1]
        self._arrange()
        self._connect()
        self.show_page(self._here)

    @property
    def here(self) -> str:
        """The key of the page that is shown."""
        return self._here

    @property
    def compact(self) -> bool:
        """Whether the steps are a menu."""
        return self.width() < self._look.theme.px(LIST_FROM)

    def show_page(self, key: str) -> None:
        """Show one of the pages."""
        self._here = key
        self._stack.setCurrentWidget(self._pages[key])
        self.steps.show_here(key)
        self.step_menu.show_here(key)
        for button in (self.bottom.forward, self.strip.forward):
            button.setVisible(key != self._last)
        self._fit()

    def show_status(self, key: str, status: StepStatus) -> None:
        """Show how far a step is."""
        self.steps.show_status(key, status)
        self.step_menu.show_status(key, status)

    def show_figures(self, figures: LiveFigures) -> None:
        """Show new figures in the panel and in the strip."""
        self.live.show_figures(figures)
        self.strip.show_figures(figures)

    def show_note(self, sentence: str) -> None:
        """Say what remains to be looked at."""
        self.bottom.show_note(sentence)

    def reveal(self, widget: QWidget) -> None:
        """Scroll so that a widget and its surroundings are seen."""
        page = self._pages[self._here]
        if page.isAncestorOf(widget):
            page.ensureWidgetVisible(widget, 0, self._look.theme.px(48))

    def show_side(self, side: QWidget | None, width_in: Callable[[int], int] | None = None) -> None:
        """Lay a panel over the right side, so wide as `width_in` says, or take it away."""
        if self._side is not None and self._side is not side:
            self._side.hide()
        self._side, self._side_width = side, width_in
        if side is not None:
            side.setParent(self)
            self._place_side()
            side.show()
            side.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px, whole = self._look.theme.px, self._here in self._whole
        wide, listed = self.width() >= px(PANEL_FROM), self.width() >= px(LIST_FROM)
        self._live_place.setVisible(wide and not whole)
        self.bottom.setVisible(wide or whole)
        self.strip.setVisible(not wide and not whole)
        self.steps.setVisible(listed)
        self._step_bar.setVisible(not listed)
        self._place_side()

    def _place_side(self) -> None:
        if self._side is not None:
            width = self.width() if self._side_width is None else self._side_width(self.width())
            self._side.setGeometry(self.width() - width, 0, width, self.height())

    def _arrange(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._step_bar)
        middle.addWidget(self._stack, 1)
        middle.addWidget(self.bottom)
        middle.addWidget(self.strip)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.steps)
        row.addLayout(middle, 1)
        row.addWidget(self._live_place)
        for page in self._pages.values():
            self._stack.addWidget(page)

    def _connect(self) -> None:
        self.steps.chosen.connect(self.step_wished)
        self.step_menu.chosen.connect(self.step_wished)
        self.live.answer_wished.connect(self.answer_wished)
        for figures in (self.live, self.strip):
            figures.why_asked.connect(self.why_asked)
        for bar in (self.bottom, self.strip):
            bar.back_asked.connect(self.back_asked)
            bar.continue_asked.connect(self.continue_asked)


def _scrolling(look: Look, panel: LivePanel) -> QScrollArea:
    """Put the panel into a place that scrolls: on a low screen nothing of it is cut."""
    place = ScrollPage(look, panel)
    place.setFixedWidth(panel.maximumWidth())
    place.setSizePolicy(panel.sizePolicy())
    place.setAlignment(Qt.AlignmentFlag.AlignTop)
    return place
