"""Which question comes after this one, for the Enter key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def go_to_next(field: QWidget, inner: QWidget) -> bool:
    """Move the focus past everything inside the field; tell whether there was a place to go."""
    following = inner.nextInFocusChain()
    while following is not None and following is not inner:
        if not field.isAncestorOf(following) and _takes_focus(following):
            following.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        following = following.nextInFocusChain()
    return False


def _takes_focus(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(by_tab) and widget.isVisible() and widget.isEnabled()
