"""A look to test with, whose voice is written down instead of spoken."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop import paths
from desktop.icons import Icons
from desktop.theme import load_fonts, load_theme
from desktop.widgets.announcing import Announcer
from desktop.widgets.look import Look
from desktop.words import load_words


class Heard(Announcer):
    """Keeps what would have been spoken."""

    def __init__(self) -> None:
        super().__init__(pause=20)
        self.sentences: list[str] = []

    def speak(self, about: QObject, sentence: str) -> None:
        self.sentences.append(sentence)


def make_look(theme: str = "light", numbers: str = "fr", scale: float = 1.0) -> Look:
    """Give a look with English words and the numbers of a country."""
    if "Inter" not in QFontDatabase.families():
        load_fonts(paths.resource("fonts"))
    colours = load_theme(paths.resource("themes", f"{theme}.toml"), scale)
    return Look(colours, load_words("en", numbers), Icons(paths.icon), Heard())


def heard(look: Look) -> list[str]:
    """Give what was spoken so far."""
    assert isinstance(look.announcer, Heard)
    return look.announcer.sentences


def put_on_screen(qtbot: QtBot, widget: QWidget, width: int = 0) -> None:
    """Show a widget as the active window, high enough for what wraps."""
    qtbot.addWidget(widget)
    if width:
        widget.resize(width, max(widget.heightForWidth(width), widget.sizeHint().height()))
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
