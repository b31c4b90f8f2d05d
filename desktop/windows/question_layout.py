"""The fields of a page one under the other, for the eye and for the Tab key alike."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.forms.choice_field import ChoiceField
from desktop.widgets.look import Look
from desktop.widgets.pair import Pair

A_PAIR = 2


class QuestionLayout(QVBoxLayout):
    """Two choices that begin a page stand side by side, where there is room."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._pair: Pair | None = None
        self.setSpacing(look.theme.px(8))
        self.setContentsMargins(0, look.theme.px(12), 0, 0)

    def lay_out(self, fields: Sequence[QWidget]) -> None:
        """Put the fields in this order; the one that has the focus keeps it."""
        here = QApplication.focusWidget()
        while self.takeAt(0) is not None:
            pass
        for widget in self._paired(list(fields)):
            self.addWidget(widget)
            widget.show()  # now and not with the next event: Enter looks for it at once
        # Qt orders widgets of one window only: what is new has to be in it by now.
        stops = [stop for field in fields for stop in _stops(field)]
        for first, second in itertools.pairwise(stops):
            QWidget.setTabOrder(first, second)
        if here is not None and any(field.isAncestorOf(here) for field in fields):
            here.setFocus(Qt.FocusReason.OtherFocusReason)

    def _paired(self, fields: list[QWidget]) -> list[QWidget]:
        first = [field for field in fields[:A_PAIR] if isinstance(field, ChoiceField)]
        if len(first) != A_PAIR:
            self._drop_pair()
            return fields
        # A pair that stays is left alone: moving a field to another parent takes its focus away.
        if self._pair is None or not all(self._pair.isAncestorOf(field) for field in first):
            self._drop_pair()
            self._pair = Pair(self._look, first)
        return [self._pair, *fields[A_PAIR:]]

    def _drop_pair(self) -> None:
        if self._pair is not None:
            self._pair.deleteLater()
            self._pair = None


def _stops(field: QWidget) -> list[QWidget]:
    """Everything in a field that can take the focus, in the order it was made."""
    inside = field.findChildren(QWidget)
    return [one for one in inside if one.focusPolicy() is not Qt.FocusPolicy.NoFocus]
