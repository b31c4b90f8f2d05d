"""A number that can also be answered by a picture: two ways in, one number kept."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.forms.next_question import go_to_next
from desktop.forms.number_field import SILENCE, NumberField
from desktop.forms.number_model import (
    UNUSED,
    NumberAnswer,
    NumberContents,
    NumberFieldModel,
    Range,
    Reference,
)
from desktop.theme import Role
from desktop.widgets.look import Look
from desktop.widgets.spaced import Spaced
from desktop.widgets.text import Text


class PicturedNumber(NumberField):
    """A number field with a picture under its label; what the picture says is typed for you.

    Subclasses give the picture and follow the number in `show_number`.
    """

    def __init__(
        self, model: NumberFieldModel, look: Look, picture: QWidget, silence: int = SILENCE
    ) -> None:
        self._picture = picture
        self._counted: float | None = None
        self._caption = Text(look, "", Role.SECONDARY, "text_muted", wraps=True)
        super().__init__(model, look, silence)
        self.committed.connect(self._on_committed)

    def show_number(self, value: float | None, *, is_reference: bool) -> None:
        """Show in the picture the number that counts now; none while nothing is known."""

    def show_contents(self, contents: NumberContents) -> None:
        """Show what is kept, in the box and in the picture."""
        super().show_contents(contents)
        self._counted = contents.value
        self._follow()

    def show_reference(self, reference: Reference | None, usual: Range | None = None) -> None:
        """Show another reference value; the picture shows it while nothing is given."""
        super().show_reference(reference, usual)
        self._follow()

    @property
    def caption(self) -> str:
        """What is said under the picture."""
        return self._caption.shown

    def show_caption(self, sentence: str) -> None:
        """Say something else under the picture."""
        self._caption.show_text(sentence)

    def answer_with(self, value: float) -> None:
        """Let a value of the stored unit take effect as if it had been typed."""
        self._type(self._reckoner.shown(value, self._unit))

    @property
    def counted(self) -> float | None:
        """The number that counts: the farm's own, the last good one, or the reference value."""
        if self._counted is not None or self.state in UNUSED:
            return self._counted
        return self.model.reference.value if self.model.reference is not None else None

    def wish(self, wish: str, inside: QWidget) -> None:
        """Do what a key pressed in the picture asks for, as in the box."""
        if wish == "next":
            go_to_next(self, inside)
        elif wish in self._acts:
            self._acts[wish]()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let a figure typed on the picture begin the number."""
        if event.text().isdecimal() and not self.model.read_only:
            self._begin_with(event.text())
            return
        super().keyPressEvent(event)

    def _begin_with(self, figure: str) -> None:
        """Replace the number, as typing in the box does; a half-typed text is continued."""
        settled = self._settled
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        if not settled:
            self.box.end(False)
        self.box.insert(figure)
        self._on_edited(self.box.text())

    def _arrange(self) -> None:
        """Put the picture above the box; what is put in first is also where Tab stops first."""
        halo, px = self.look.theme.halo, self.look.theme.px
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(1, self._picture)
        column.insertWidget(2, Spaced(self._caption, QMargins(halo, px(4), halo, px(6))))
        super()._arrange()

    def _follow(self) -> None:
        self.show_number(self.counted, is_reference=self._counted is None)

    @Slot(object)
    def _on_committed(self, answer: NumberAnswer) -> None:
        self._counted = answer.value
        self._follow()
