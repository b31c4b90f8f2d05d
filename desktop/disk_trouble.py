"""While the disk refuses: says that edits wait in memory, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from desktop.storage.troubles import StoreUnavailable
from desktop.widgets.banner import Banner, Matter
from desktop.widgets.look import Look
from desktop.windows.main_window import MainWindow

RETRY, CLOSE_ANYWAY = "retry", "close"
KEY = "trouble"


class DiskTrouble(QObject):
    """Holds the trouble that the writing thread met last, and its message on the window."""

    retry_wished = Signal()
    """The user wants what waits to be written at once."""

    leave_wished = Signal()
    """The user wants to close although something is not saved."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._look: Look | None = None
        self._trouble: StoreUnavailable | None = None

    def wear(self, look: Look) -> None:
        """Say it in another look; the former message went with its window."""
        self._look = look
        self.tell(leaving=False)

    @Slot(object)
    def meet(self, trouble: StoreUnavailable) -> None:
        """The disk refused: commands wait in memory."""
        self._trouble = trouble
        self.tell(leaving=False)

    @Slot()
    def recover(self) -> None:
        """The disk responds again."""
        self._trouble = None
        self._window.take_banner_away(KEY)

    def tell(self, *, leaving: bool) -> None:
        """Say what waits; somebody who is leaving may leave all the same."""
        if self._trouble is None or self._look is None:
            return
        say = self._look.words.say
        actions = [(RETRY, say("Try again"))]
        actions += [(CLOSE_ANYWAY, say("Close all the same"))] if leaving else []
        title = say("Not saved yet")
        sentence = say(self._trouble.sentence, **self._trouble.values)
        matter = Matter.IMPOSSIBLE
        banner = Banner(self._look, matter, title, sentence, actions, closable=False)
        banner.acted.connect(self._on_acted)
        self._window.show_banner(KEY, banner)
        self._window.show_not_saved()

    @Slot(str)
    def _on_acted(self, action: str) -> None:
        if action == CLOSE_ANYWAY:
            self.leave_wished.emit()
        else:
            self.retry_wished.emit()
