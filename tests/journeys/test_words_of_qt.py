"""What Qt says by itself is said in the language of the window."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit
from pytestqt.qtbot import QtBot

from tests.desk import Desk


def menu_of_a_line(bot: QtBot) -> str:
    """The words in the menu that a line of text shows to the right button of the mouse."""
    line = QLineEdit("465 000")
    bot.addWidget(line)
    menu = line.createStandardContextMenu()
    said = " ".join(action.text().replace("&", "") for action in menu.actions())
    menu.deleteLater()
    return said


def test_that_the_menu_of_a_line_follows_the_language(desk: Desk, qtbot: QtBot) -> None:
    program = desk.start()
    assert "Copy" in menu_of_a_line(qtbot)
    for language, word in (("fr", "Copier"), ("en", "Copy"), ("fr", "Copier")):
        program.window.actions_.preferred.emit("language", language)
        QTest.qWait(20)

        assert word in menu_of_a_line(qtbot)


def test_that_the_buttons_of_a_dialog_of_qt_are_french(desk: Desk, qtbot: QtBot) -> None:
    desk.start().window.actions_.preferred.emit("language", "fr")
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save)
    qtbot.addWidget(buttons)

    assert "Enregistrer" in buttons.buttons()[0].text().replace("&", "")
