"""Which question comes after this one, for the Enter key."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

MOST_INSIDE = 12
"""So many stops a field has inside at most."""


def go_to_next(field: QWidget, inner: QWidget) -> bool:
    """Move the focus past everything inside the field; tell whether there was a place to go.

    Qt moves it, one stop after the other. Asking each widget for its `nextInFocusChain` is no
    way: PySide takes the answer for a child of the one asked, and frees both together.
    """
    for _ in range(MOST_INSIDE):
        if not field.focusNextPrevChild(True):
            return False
        now = QApplication.focusWidget()
        if now is None or now is inner:
            return False
        if not field.isAncestorOf(now):
            return True
    return False
