"""The units in which a person likes to see the fields; the values never change with them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal


class ShownUnits(QObject):
    """One unit per name of a field, as chosen in its menu; whoever keeps preferences listens."""

    changed = Signal()
    """Another unit was chosen for a field."""

    def __init__(
        self, codes: Mapping[str, str] | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._codes = dict(codes or {})

    @property
    def codes(self) -> Mapping[str, str]:
        """The unit of each field for which one was chosen."""
        return self._codes

    def of(self, field: str) -> str:
        """The unit chosen for a field; an empty text where none was."""
        return self._codes.get(field, "")

    def choose(self, field: str, code: str) -> None:
        """Show a field in this unit from now on."""
        if self._codes.get(field) != code:
            self._codes[field] = code
            self.changed.emit()
