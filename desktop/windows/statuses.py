"""How far each step is, and what is to be looked at on the page one is on."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from desktop.presenting.visit import CHECK_STEP
from desktop.widgets.look import Look
from desktop.windows.checking import Checking
from desktop.windows.dossier_view import DossierView
from desktop.windows.question_pages import QuestionPages


class Statuses(QObject):
    """Follows the fields of all pages and says it at the steps and at the foot of the page."""

    def __init__(
        self, look: Look, view: DossierView, questions: QuestionPages, checking: Checking
    ) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self._questions = questions
        self._checking = checking
        questions.status_changed.connect(self._on_status_changed)

    def show_all(self) -> None:
        """Show the state of every step."""
        for key, page in self._questions.by_key.items():
            self._view.show_status(key, page.status)
        self._show_checks()
        self.show_points()

    def show_points(self) -> None:
        """Say at the foot of the page how much of it is to be looked at."""
        page = self._questions.by_key.get(self._view.here)
        points = 0 if page is None else page.status.to_check
        counted = self._look.words.count(
            "{n} point to look at on this page", "{n} points to look at on this page", points
        )
        self._view.show_note(counted if points else "")

    @Slot(str)
    def _on_status_changed(self, key: str) -> None:
        self._view.show_status(key, self._questions.by_key[key].status)
        self._show_checks()
        if key == self._view.here:
            self.show_points()

    def _show_checks(self) -> None:
        """The check page is filled while it is seen; its step always says how much there is."""
        self._view.show_status(CHECK_STEP, self._checking.status)
        if self._view.here == CHECK_STEP:
            self._checking.show()
