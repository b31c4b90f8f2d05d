"""The panel "why this number?" over the right side of a dossier."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from desktop.computing import Computing, Outcome
from desktop.explanation.panel import ExplanationPanel
from desktop.presenting.live import Leading, explained_place
from desktop.widgets.look import Look
from desktop.windows.dossier_view import DossierView


class Explaining(QObject):
    """Opens the panel where it is asked for, and gives the focus back when it closes."""

    field_wished = Signal(str, str)
    """The user wants to go to the answer of this row and field."""

    def __init__(self, look: Look, view: DossierView, computing: Computing) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self._computing = computing
        self._panel: ExplanationPanel | None = None
        self._before: QWidget | None = None

    @property
    def panel(self) -> ExplanationPanel | None:
        """The panel, while it is open."""
        return self._panel

    def explain_figure(self, key: str, leading: Leading) -> None:
        """Explain a figure of the panel or of the results."""
        self._explain(*explained_place(key, leading))

    @Slot(str, str)
    def explain_answer(self, subject: str, field: str) -> None:
        """Explain an answer: what it is for, and what it rests on."""
        self._explain(field, subject)

    def refresh(self, outcome: Outcome) -> None:
        """Follow new results while the panel is open."""
        if self._panel is not None and outcome.diagnosis is not None:
            self._panel.follow(outcome.diagnosis)

    def close(self) -> bool:
        """Take the panel away and give the focus back; False when none was open."""
        if self._panel is None:
            return False
        panel, self._panel = self._panel, None
        self._view.show_side(None)
        panel.deleteLater()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _explain(self, name: str, row: str) -> None:
        diagnosis = self._computing.newest.diagnosis
        if diagnosis is None:
            return
        if self._panel is None:
            self._before = QApplication.focusWidget()
            self._watch_before()
            self._panel = self._make_panel()
            self._view.show_side(self._panel, self._panel.width_in)
        self._panel.explain(diagnosis, name, row)

    def _make_panel(self) -> ExplanationPanel:
        panel = ExplanationPanel(self._look)
        panel.closed.connect(self._on_closed)
        panel.field_wished.connect(self._on_field_wished)
        return panel

    def _watch_before(self) -> None:
        """A row of the panel may be made anew while one reads: then the focus has no way back."""
        if self._before is not None:
            self._before.destroyed.connect(self._on_destroyed)

    @Slot()
    def _on_destroyed(self) -> None:
        self._before = None

    @Slot()
    def _on_closed(self) -> None:
        self.close()

    @Slot(str, str)
    def _on_field_wished(self, subject: str, field: str) -> None:
        self.field_wished.emit(subject, field)
