"""A field beside which a note can be kept: a pencil by the label, a few lines below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.forms.field_frame import FieldFrame
from desktop.forms.note_box import NoteBox
from desktop.widgets.look import Look

TAB = Qt.FocusPolicy.TabFocus
SPOKEN = 200
"""Of a long note so much is read out with the field; the rest is in its box."""


class NotedFrame(FieldFrame):
    """A field with its note; a field that was never given one, even an empty one, has none."""

    note_asked = Signal()
    """The user wants to write a note about this answer."""

    noted = Signal(str)
    """The note after each key."""

    note_left = Signal()
    """The note is finished for now."""

    def __init__(self, look: Look, label: str, *, explained: bool, optional: bool) -> None:
        super().__init__(look, label, explained=explained, optional=optional)
        self._labelled = label
        self._note = ""
        self._is_notable = self._is_here = False
        self.note_box: NoteBox | None = None
        self.label_row.note_asked.connect(self.note_asked)

    @property
    def note(self) -> str:
        """The note as it stands."""
        return self._note

    def show_note(self, note: str) -> None:
        """Show the note that is kept; from now on one can be written."""
        self._note, self._is_notable = note, True
        if self.note_box is not None:
            self.note_box.show_text(note)
        self._mark()

    @Slot()
    def open_note(self) -> None:
        """Open the note below the field, or close it again."""
        if not self._is_notable:
            return
        if self._is_open:
            self._on_closed()
            return
        box = self.note_box or self._make_box()
        box.show()
        box.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def come(self) -> None:
        """The user is in the field: the pencil shows that a note can be written."""
        self._is_here = True
        self._mark()

    def go(self) -> None:
        """The user went away: the pencil stays where there is a note."""
        self._is_here = False
        self._mark()

    def return_focus(self) -> None:
        """Put the focus back into the answer."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def describe(self) -> None:
        """Tell the screen reader how the field stands."""

    @property
    def note_said(self) -> str:
        """The note as it is read out with the field."""
        note = " ".join(self._note[: SPOKEN + 1].split())
        if len(self._note) > SPOKEN:
            note = f"{note[:SPOKEN]}…"
        return self.look.words.say("Note: {label}", label=note) if note else ""

    @property
    def _is_open(self) -> bool:
        return self.note_box is not None and self.note_box.isVisibleTo(self)

    def _make_box(self) -> NoteBox:
        box = self.note_box = NoteBox(self.look, self._labelled)
        box.show_text(self._note)
        stops = [one for one in self.findChildren(QWidget) if one.focusPolicy() & TAB]
        self.column.addWidget(box)
        QWidget.setTabOrder(stops[-1], box.lines)
        box.typed.connect(self._on_typed)
        box.closed.connect(self._on_closed)
        box.left.connect(self.note_left)
        return box

    def _mark(self) -> None:
        here = self._is_here or self._is_open
        self.label_row.show_note(self._note, offered=self._is_notable and here)
        self.describe()

    @Slot(str)
    def _on_typed(self, note: str) -> None:
        self._note = note
        self._mark()
        self.noted.emit(note)

    @Slot()
    def _on_closed(self) -> None:
        self.return_focus()
        if self.note_box is not None:
            self.note_box.hide()
        self._mark()
