"""What stands at the right of a number: its unit, what was understood, and small buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from desktop.forms.number_model import FieldUnit, NumberFieldModel, Reckoning, State
from desktop.forms.number_reckoning import Reckoner
from desktop.theme import Role
from desktop.widgets.button_face import Face, Kind
from desktop.widgets.buttons import PaintedButton
from desktop.widgets.flow import Flow
from desktop.widgets.look import Look
from desktop.widgets.scroll import menu_of
from desktop.widgets.text import Text


class NumberExtras(QWidget):
    """The unit, the echo, and the buttons that a state calls for."""

    chosen = Signal(float)
    """The user means this value (stored unit), of the two that were shown."""

    confirmed = Signal()
    """The user says that an unusual value is right."""

    accepted = Signal()
    """The user takes the reference value as the farm's own."""

    unit_chosen = Signal(str)
    """The user wants to see and type another unit."""

    def __init__(self, look: Look, model: NumberFieldModel, reckoner: Reckoner) -> None:
        super().__init__()
        self.look = look
        self._model = model
        self._reckoner = reckoner
        self._choices: tuple[float, ...] = ()
        self._derived = ""
        say = look.words.say
        self._unit = Text(look, "")
        self._menu_button = PaintedButton(
            look, Face("", Kind.QUIET, icon_after="caret-down", role=Role.BODY, padding=0)
        )
        self._menu: QMenu | None = None
        self._echo = Text(look, "", Role.BODY, "text_muted", wraps=True)
        self._meant = Text(look, say("Did you mean"), Role.BODY, "unusual")
        self._readings = [PaintedButton(look, Face("", Kind.UNUSUAL)) for _ in range(2)]
        self._right = PaintedButton(look, Face(say("It is right"), Kind.UNUSUAL, icon="check"))
        self._accept = PaintedButton(look, Face(say("Accept"), Kind.LINK, key="F4", height=40))
        # F4 does the same, so Tab need not stop at every reference value.
        self._accept.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._menu_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._arrange()
        self._connect()
        self.show_unit(model.units[0])

    def show_unit(self, unit: FieldUnit) -> None:
        """Show the unit, as a menu where there are several."""
        label = self._reckoner.unit_label(unit)
        several = len(self._model.units) > 1
        self._unit.show_text(label)
        self._unit.setVisible(bool(label) and not several)
        self._menu_button.show_text(label)
        self._menu_button.call_it(self.look.words.say("Unit: {unit}", unit=label))
        self._menu_button.setVisible(several)

    def show_model(self, model: NumberFieldModel, reckoner: Reckoner) -> None:
        """Show another reference value from now on."""
        self._model, self._reckoner = model, reckoner

    def show_derived(self, sentence: str) -> None:
        """Show what follows from the value; a new reading hides it for a while."""
        self._derived = sentence
        self.rest()

    def show_typing(self, understood: str) -> None:
        """Show what is understood while one types; questions wait for the end."""
        self._show_buttons(State.TYPED)
        self._show_echo(understood or self._derived)

    def show_reckoning(self, reckoning: Reckoning, unit: FieldUnit) -> None:
        """Show what the state calls for."""
        self._choices = reckoning.choices
        for button, value in zip(self._readings, reckoning.choices, strict=False):
            button.show_text(self._reckoner.with_unit(value, unit))
        self._show_buttons(reckoning.state)
        self._show_echo(self._beside(reckoning))

    def rest(self) -> None:
        """Stop repeating what was understood: the box now shows it."""
        if not self._accept.isVisibleTo(self):
            self._show_echo(self._derived)

    def open_units(self) -> None:
        """Open the menu of units below its button."""
        if self._menu_button.isVisible():
            corner = self._menu_button.rect().bottomLeft()
            self.menu.popup(self._menu_button.mapToGlobal(corner))

    @property
    def menu(self) -> QMenu:
        """The menu of units, made when it is first asked for."""
        if self._menu is None:
            self._menu = menu_of(self.look, self)
            for unit in self._model.units:
                action = self._menu.addAction(self._reckoner.unit_label(unit))
                action.setData(unit.code)
            self._menu.triggered.connect(self._on_unit)
        return self._menu

    @property
    def standing(self) -> str:
        """What is said beside the value."""
        return self._echo.shown

    def _beside(self, reckoning: Reckoning) -> str:
        reference = self._model.reference
        if reckoning.state is State.REFERENCE and reference is not None:
            say = self.look.words.say
            origin = reference.origin
            return (
                say("Reference value · {origin}", origin=origin)
                if origin
                else say("Reference value")
            )
        if reckoning.state in (State.AMBIGUOUS, State.UNREADABLE):
            return ""
        return reckoning.echo or self._derived

    def _show_echo(self, sentence: str) -> None:
        self._echo.show_text(sentence)
        self._echo.setVisible(bool(sentence))

    def _show_buttons(self, state: State) -> None:
        ambiguous = state is State.AMBIGUOUS
        for widget in (self._meant, *self._readings):
            widget.setVisible(ambiguous)
        self._right.setVisible(state is State.UNUSUAL)
        self._accept.setVisible(state is State.REFERENCE)

    def _arrange(self) -> None:
        px = self.look.theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        # Buttons keep room for their focus ring, so texts beside them get their air here.
        self._unit.setContentsMargins(px(4), 0, 0, 0)
        self._echo.setContentsMargins(px(4), 0, 0, 0)
        self._meant.setContentsMargins(px(4), 0, px(8), 0)
        flow = Flow(first=px(40) + 2 * self.look.theme.halo)
        flow.addWidget(self._unit)
        flow.addWidget(self._menu_button)
        flow.addWidget(_Gap(px(20)))
        for widget in (self._echo, self._meant, *self._readings, self._right):
            flow.addWidget(widget)
        row.addLayout(flow, 1)
        row.addWidget(self._accept, 0, Qt.AlignmentFlag.AlignTop)

    def _connect(self) -> None:
        self._readings[0].clicked.connect(self._on_first)
        self._readings[1].clicked.connect(self._on_second)
        self._right.clicked.connect(self.confirmed)
        self._accept.clicked.connect(self.accepted)
        self._menu_button.clicked.connect(self.open_units)

    @Slot()
    def _on_first(self) -> None:
        self.chosen.emit(self._choices[0])

    @Slot()
    def _on_second(self) -> None:
        self.chosen.emit(self._choices[1])

    @Slot(QAction)
    def _on_unit(self, action: QAction) -> None:
        self.unit_chosen.emit(action.data())


class _Gap(QWidget):
    """A piece of nothing in a row."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.setFixedSize(width, 1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
