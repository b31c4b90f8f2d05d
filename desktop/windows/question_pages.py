"""The pages of questions of one dossier, as one: where the user is, what waits, what is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.document import Document
from desktop.presenting.checks import Point, in_order
from desktop.presenting.places import Asked
from desktop.widgets.look import Look
from desktop.windows.question_page import QuestionPage
from diagnostics.core.pages import Page
from diagnostics.diagnosis import Diagnosis


class QuestionPages(QObject):
    """Speaks to all pages at once, and says which of them a question is on."""

    why_asked = Signal(str, str)
    """The user wants to know about the answer of this row and field."""

    status_changed = Signal(str)
    """The page of this key stands otherwise than before."""

    def __init__(
        self, look: Look, pages: Sequence[Page], document: Document, silence: int, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._pages = {page.key: QuestionPage(look, page, document, silence) for page in pages}
        self._diagnosis: Diagnosis | None = None
        self._late: set[str] = set()
        for page in self._pages.values():
            page.why_asked.connect(self.why_asked)
            page.status_changed.connect(self._on_status_changed)

    @property
    def by_key(self) -> Mapping[str, QuestionPage]:
        """Each page by its key, in the order of the visit."""
        return self._pages

    @property
    def first(self) -> QuestionPage:
        """The page of the answers that give a first number."""
        return next(iter(self._pages.values()))

    @property
    def asked(self) -> tuple[Asked, ...]:
        """Everything that is asked."""
        return tuple(one for page in self._pages.values() for one in page.asked)

    @property
    def points(self) -> tuple[Point, ...]:
        """What is to be looked at on all pages, what cannot be used first."""
        return in_order(point for page in self._pages.values() for point in page.points)

    def accept(self, key: str) -> None:
        """Take the reference value of a question as the answer of the farm."""
        page = self.page_of(key)
        if page:
            self.arrive(page)
            self._pages[page].accept(key)

    def page_of(self, key: str) -> str:
        """The key of the page that has an editor of this key; an empty text where none has."""
        return next((name for name, page in self._pages.items() if page.asks(key)), "")

    def here(self, page: str) -> str:
        """The key of the editor the user is in on a page, or an empty text."""
        return self._pages[page].here if page in self._pages else ""

    def widgets(self) -> dict[str, QWidget]:
        """The pages as widgets, by key."""
        return dict(self._pages)

    def settle(self) -> None:
        """Let what was typed take effect now."""
        for page in self._pages.values():
            page.settle()

    def fall_silent(self) -> None:
        """Say nothing more."""
        for page in self._pages.values():
            page.fall_silent()

    def show_consequences(self, diagnosis: Diagnosis | None, here: str) -> None:
        """Show what follows from the answers on the page one is on; the others catch up."""
        self._diagnosis = diagnosis
        self._late = set(self._pages)
        self.arrive(here)

    def arrive(self, key: str) -> None:
        """Bring a page up to date before it is seen."""
        if key in self._late:
            self._late.discard(key)
            self._pages[key].show_consequences(self._diagnosis)

    @Slot()
    def _on_status_changed(self) -> None:
        sender = self.sender()
        for key, page in self._pages.items():
            if page is sender:
                self.status_changed.emit(key)
