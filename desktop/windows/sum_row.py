"""Gross minus carbon storage is net, as one writes it; each figure answers "why"."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.number_style import MINUS
from desktop.theme import Role
from desktop.widgets.flow import Flow
from desktop.widgets.look import Look
from desktop.widgets.rows import WhyButton
from desktop.widgets.text import Text


class SumFigure(WhyButton):
    """A word above its figure."""

    def __init__(self, look: Look, key: str, name: str, *, strong: bool = False) -> None:
        super().__init__(look, key, name)
        px = look.theme.px
        self._name = name
        self._figure = Text(look, "", Role.FIGURE_STRONG if strong else Role.FIGURE)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(8), px(4), px(8), px(4))
        column.setSpacing(px(2))
        self._label = Text(look, name, Role.STRONG if strong else Role.BODY)
        column.addWidget(self._label)
        column.addWidget(self._figure)

    def show_figure(self, figure: str, name: str = "") -> None:
        """Show another figure, under another name if one is given."""
        name = name or self._name
        self._label.show_text(name)
        self._figure.show_text(figure)
        self.call_it(f"{name}, {figure}")


class SumRow(QWidget):
    """The three figures that are never shown apart."""

    why_asked = Signal(str)
    """The user wants the explanation of the figure with this key."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        say = look.words.say
        self._gross = SumFigure(look, "gross", say("Gross"))
        self._storage = SumFigure(look, "storage", say("Carbon storage"))
        self._net = SumFigure(look, "net", say("Net"), strong=True)
        self._sign = _sign(look, MINUS)
        flow = Flow(look.theme.px(8), look.theme.px(4), parent=self)
        for widget in (self._gross, self._sign, self._storage, _sign(look, "="), self._net):
            flow.addWidget(widget)
        for figure in (self._gross, self._storage, self._net):
            figure.why_asked.connect(self.why_asked)

    def show_sum(self, gross: str, storage: str, net: str) -> None:
        """Show another sum; carbon lost is added instead of taken off."""
        lost = storage.startswith("+")
        self._sign.show_text("+" if lost else MINUS)
        self._gross.show_figure(gross)
        name = self._look.words.say("Carbon lost") if lost else ""
        self._storage.show_figure(storage.lstrip(f"+{MINUS}"), name)
        self._net.show_figure(net)


def _sign(look: Look, sign: str) -> Text:
    return Text(look, sign, Role.FIGURE, "text_muted")
