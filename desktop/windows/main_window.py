"""The window: the bar at the top, messages below it, then the farms, a dossier or the help."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop.presenting.farm_cards import FarmLine
from desktop.settings import Settings
from desktop.widgets.banner import Banner, Matter
from desktop.widgets.look import Look
from desktop.widgets.scroll import ScrollPage, menu_of
from desktop.widgets.top_bar import Keeping, TopBar
from desktop.windows.accident import AccidentBanner
from desktop.windows.actions import Actions
from desktop.windows.asides import AsidePage, Asides
from desktop.windows.home import NARROW, HomePage
from desktop.windows.messages import Messages

if TYPE_CHECKING:
    from desktop.windows.dossier_desk import DossierDesk

SMALLEST = (1024, 640)
USUAL = (1280, 800)
COMPACT = 880
PRODUCT = "Bocage"


class MainWindow(QMainWindow):
    """Arranges the views and passes on what the user wishes; it holds no answer and no result."""

    dossier_wished = Signal(int)
    """The user wants to open the dossier of this number."""

    home_wished = Signal()
    """The user wants the list of farms."""

    new_wished = Signal()
    """The user wants to begin the diagnosis of another farm."""

    examples_wished = Signal()
    """The user wants to see the example farms."""

    bin_wished = Signal()
    """The user wants to see the farms in the bin."""

    farm_acted = Signal(str, object)
    """The user wants a copy of a farm or to put it into the bin: which, and its `FarmLine`."""

    order_wished = Signal(str)
    """The user wants the farms of the list in another order."""

    text_size_wished = Signal(int)
    """The user wants larger (1), smaller (-1) or usual (0) text."""

    preferred = Signal(str, str)
    """The user wants another language, theme or number style: which of them, and its code."""

    closing = Signal()
    """The window is about to close; `hold_open` keeps it."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)
        self._held = False
        self.actions_: Actions
        self.desk: DossierDesk | None = None

    def dress(self, look: Look, settings: Settings) -> None:
        """Build everything in another look; the answers live elsewhere."""
        if self.centralWidget() is not None:
            self.close_desk()
            self.actions_.take_away()
        self._look = look
        self.actions_ = Actions(look, settings, self)
        self.top = TopBar(look, PRODUCT)
        self.home = HomePage(look, settings.order)
        self._stack = QStackedWidget()
        self._home_place = ScrollPage(look, self.home)
        self._stack.addWidget(self._home_place)
        self.asides = Asides(look, self._stack)
        self._messages = Messages()
        self.setWindowTitle(PRODUCT)
        self.setPalette(look.theme.palette())
        self.setCentralWidget(self._central())
        self._connect()
        self.actions_.show_open(False)
        self._fit()

    # What is shown.

    def show_home(self, lines: tuple[FarmLine, ...], *, ready: bool, binned: int = 0) -> None:
        """Show the list of farms."""
        self.asides.drop()
        self.home.show_lines(lines, ready=ready, binned=binned)
        self._stack.setCurrentWidget(self._home_place)
        self.top.show_farm("", "")
        self.actions_.show_open(False)
        self.top.show_tools(False)
        self.setWindowTitle(PRODUCT)
        self.home.take_focus()

    def show_desk(self, desk: DossierDesk, name: str, year: int) -> None:
        """Show an open dossier."""
        self.asides.drop()
        self.close_desk()
        self.desk = desk
        self._stack.addWidget(desk)
        self._stack.setCurrentWidget(desk)
        self.actions_.show_open(True)
        self.top.show_tools(True)
        self.name_desk(name, year)
        desk.home_wished.connect(self.home_wished)
        desk.history_named.connect(self.show_history)
        desk.paused.connect(self.show_paused)
        desk.not_asked.connect(self.show_not_asked)

    def name_desk(self, name: str, year: int) -> None:
        """Say which dossier is open."""
        self.top.show_farm(name, "")
        self.setWindowTitle(f"{name} · {year} — {PRODUCT}")

    def close_desk(self) -> None:
        """Take the dossier off the window."""
        if self.desk is not None:
            self.desk.fall_silent()
            self._stack.removeWidget(self.desk)
            self.desk.deleteLater()
            self.desk = None

    @Slot(str, str)
    def show_history(self, undo: str, redo: str) -> None:
        """Name what would be undone and redone, in the menu and at the buttons."""
        self.actions_.show_history(undo, redo)
        self.top.show_history(undo, redo)

    @Slot(str)
    def show_kept(self, time: str) -> None:
        """Say since when everything is saved."""
        self.top.show_kept(Keeping.SAVED, time)

    @Slot()
    def show_delayed(self) -> None:
        """Say that something is on its way to the disk."""
        self.top.show_kept(Keeping.SAVING)

    def show_not_saved(self) -> None:
        """Say that what was typed is in memory only."""
        self.top.show_kept(Keeping.NOT_SAVED)

    @Slot(str)
    def show_paused(self, what: str) -> None:
        """Say that the next undo reaches into an earlier session."""
        say = self._look.words.say
        title = say("The changes before this one are from another day.")
        sentence = say("Undo once more to take back: {what}", what=what)
        self.show_banner("paused", Banner(self._look, Matter.INFO, title, sentence))

    @Slot()
    def show_not_asked(self) -> None:
        """Say that an answer has no page yet."""
        say = self._look.words.say
        title = say("No page asks for this answer yet.")
        sentence = say("It counts as the file of the farm gives it.")
        self.show_banner("not asked", Banner(self._look, Matter.INFO, title, sentence))

    def show_banner(self, key: str, banner: Banner) -> None:
        """Show a message across the window, in the place of the former one of that key."""
        self._messages.show_banner(key, banner)

    def take_banner_away(self, key: str) -> None:
        """Take a message away, if it is there."""
        self._messages.take_away(key)

    def show_aside(self, page: AsidePage) -> None:
        """Show a page in the place of what one works on, until it is left."""
        self.asides.show_page(page)

    @Slot()
    def show_help(self) -> None:
        """Show the keys and what the program is."""
        from desktop.windows.help_page import HelpPage

        self.show_aside(HelpPage(self._look))

    @Slot(str, str)
    def show_accident(self, reference: str, details: str) -> None:
        """Say that a part of the program did not do its work; the data are on the disk."""
        self.show_banner("accident", AccidentBanner(self._look, reference, details))

    def come_forward(self) -> None:
        """Show the window above the others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def hold_open(self) -> None:
        """Keep the window open although it was asked to close."""
        self._held = True

    # What Qt tells.

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask whoever keeps the data before closing."""
        self._held = False
        self.closing.emit()
        event.setAccepted(not self._held)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose what there is room for."""
        super().resizeEvent(event)
        if self.centralWidget() is not None:
            self._fit()

    def _fit(self) -> None:
        px = self._look.theme.px
        self.top.show_compact(self.width() < px(COMPACT))
        self.home.show_narrow(self.width() < px(NARROW))

    def _central(self) -> QWidget:
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addLayout(self._messages)
        column.addWidget(self._stack, 1)
        return central

    @Slot()
    def _on_menu_asked(self) -> None:
        self.actions_.menu.popup(_below(self.top.menu))

    @Slot()
    def _on_farm_asked(self) -> None:
        menu = menu_of(self._look, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.actions_.home)
        menu.popup(_below(self.top.farm))

    @Slot()
    def _on_aside_left(self) -> None:
        current: QWidget = self._home_place if self.desk is None else self.desk
        self._stack.setCurrentWidget(current)

    @Slot()
    def _on_undo(self) -> None:
        self.take_banner_away("paused")
        if self.desk is not None:
            self.desk.undo()

    @Slot()
    def _on_redo(self) -> None:
        if self.desk is not None:
            self.desk.redo()

    @Slot()
    def _on_forward(self) -> None:
        if self.desk is not None:
            self.desk.go_on()

    @Slot()
    def _on_next_point(self) -> None:
        if self.desk is not None:
            self.desk.go_to_point(1)

    @Slot()
    def _on_last_point(self) -> None:
        if self.desk is not None:
            self.desk.go_to_point(-1)

    @Slot()
    def _on_report(self) -> None:
        if self.desk is not None:
            self.desk.go_to_step("report")

    @Slot()
    def _on_step(self) -> None:
        sender = self.sender()
        if self.desk is not None and isinstance(sender, QAction):
            self.desk.go_to_place(self.actions_.steps.index(sender))

    @Slot()
    def _on_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _connect(self) -> None:
        actions, top = self.actions_, self.top
        pairs: Sequence[tuple[QAction, object]] = (
            (actions.home, self.home_wished),
            (actions.new, self.new_wished),
            (actions.examples, self.examples_wished),
            (actions.undo, self._on_undo),
            (actions.redo, self._on_redo),
            (actions.forward, self._on_forward),
            (actions.next_point, self._on_next_point),
            (actions.last_point, self._on_last_point),
            (actions.report, self._on_report),
            *((step, self._on_step) for step in actions.steps),
            (actions.full_screen, self._on_full_screen),
            (actions.about, self.show_help),
            (actions.quit, self.close),
        )
        for action, slot in pairs:
            action.triggered.connect(slot)
        actions.text_size_wished.connect(self.text_size_wished)
        actions.preferred.connect(self.preferred)
        top.menu_asked.connect(self._on_menu_asked)
        top.farm_asked.connect(self._on_farm_asked)
        top.undo_asked.connect(self._on_undo)
        top.redo_asked.connect(self._on_redo)
        top.help_asked.connect(self.show_help)
        self.asides.left.connect(self._on_aside_left)
        self._connect_home()

    def _connect_home(self) -> None:
        home = self.home
        home.dossier_wished.connect(self.dossier_wished)
        home.new_wished.connect(self.new_wished)
        home.examples_wished.connect(self.examples_wished)
        home.bin_wished.connect(self.bin_wished)
        home.acted.connect(self.farm_acted)
        home.order_wished.connect(self.order_wished)


def _below(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(widget.rect().bottomLeft())
