"""What is said of a widget that is gone, and how seldom figures are said."""

import shiboken6
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.widgets.announcing import Announcer


def test_that_a_sentence_about_a_closed_page_is_dropped_in_silence(qtbot: QtBot) -> None:
    announcer, label = Announcer(pause=20), QLabel("0.84")
    qtbot.addWidget(label)
    announcer.speak_later(label, "Net 0.84")
    gone = QLabel("0.79")
    announcer.speak_later(gone, "Net 0.79")
    shiboken6.delete(gone)

    # pytest-qt fails the test if the waiting sentence raises in its slot.
    qtbot.wait(60)
