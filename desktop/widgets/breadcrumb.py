"""The way from the headline down to the figure that is being explained."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.theme import Role
from desktop.widgets.button_face import Face, Kind
from desktop.widgets.buttons import PaintedButton
from desktop.widgets.flow import Flow
from desktop.widgets.look import Look
from desktop.widgets.text import Text


class Breadcrumb(QWidget):
    """Links to the figures above; the last one is where one stands."""

    chosen = Signal(int)
    """The user wants to go back to the figure with this place, the first being 0."""

    def __init__(self, look: Look, steps: Sequence[str] = ()) -> None:
        super().__init__()
        self.look = look
        self._flow = Flow(look.theme.px(2), parent=self)
        self._shown: list[QWidget] = []
        self._links: list[PaintedButton] = []
        self.setAccessibleName(look.words.say("Path"))
        self.show_steps(steps)

    def show_steps(self, steps: Sequence[str]) -> None:
        """Show the way; the last step is not a link."""
        for widget in self._shown:
            self._flow.removeWidget(widget)
            widget.deleteLater()
        self._links = [self._link(step) for step in steps[:-1]]
        self._shown = []
        for link in self._links:
            self._shown += [link, Text(self.look, "›", Role.SECONDARY, "text_muted")]
        for step in steps[-1:]:
            here = Text(self.look, step, Role.SECONDARY_STRONG)
            here.setContentsMargins(self.look.theme.halo, 0, 0, 0)
            self._shown.append(here)
        for widget in self._shown:
            self._flow.addWidget(widget)
            widget.show()
        self.updateGeometry()

    def _link(self, step: str) -> PaintedButton:
        link = PaintedButton(self.look, Face(step, Kind.LINK, height=24, role=Role.SECONDARY))
        link.clicked.connect(self._on_clicked)
        return link

    @Slot()
    def _on_clicked(self) -> None:
        link = self.sender()
        if isinstance(link, PaintedButton) and link in self._links:
            self.chosen.emit(self._links.index(link))
