"""Telling a screen reader what a painted widget is, where Qt cannot guess it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


class Spoken(QWidget):
    """A widget that says what it is; subclasses set the role."""

    spoken_role = QAccessible.Role.Client


def install_roles() -> None:
    """Make Qt ask our painted widgets what they are; called once when the application starts."""
    QAccessible.installFactory(_interface_of)


def _interface_of(_class_name: str, about: QObject) -> QAccessibleInterface | None:
    if isinstance(about, Spoken):
        return QAccessibleWidget(about, about.spoken_role)
    return None
