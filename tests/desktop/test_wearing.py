"""The look follows the choice of the user, and where there is none the computer."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.settings import Settings, read_settings, write_settings
from desktop.wearing import look_of, theme_name
from desktop.widgets.announcing import Announcer
from desktop.widgets.shown_units import ShownUnits


class Hints:
    """What a computer says of itself."""

    def __init__(self, scheme: str, contrast: str) -> None:
        self._scheme, self._contrast = scheme, contrast

    def colorScheme(self) -> object:
        from PySide6.QtCore import Qt

        return Qt.ColorScheme[self._scheme]

    def accessibility(self) -> Hints:
        return self

    def contrastPreference(self) -> object:
        from PySide6.QtCore import Qt

        return Qt.ContrastPreference[self._contrast]


@pytest.mark.parametrize(
    ("chosen", "scheme", "wish", "worn"),
    [
        ("system", "Light", "NoPreference", "light"),
        ("system", "Dark", "NoPreference", "dark"),
        ("system", "Unknown", "HighContrast", "contrast-light"),
        ("system", "Dark", "HighContrast", "contrast-dark"),
        ("contrast", "Light", "NoPreference", "contrast-light"),
        ("contrast", "Dark", "NoPreference", "contrast-dark"),
        ("light", "Dark", "HighContrast", "light"),
    ],
)
def test_that_the_choice_wins_and_the_computer_is_followed(
    chosen: str, scheme: str, wish: str, worn: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.wearing.QGuiApplication.styleHints", lambda: Hints(scheme, wish))

    assert theme_name(Settings(theme=chosen)) == worn


def test_that_the_wish_for_no_motion_is_kept_and_worn(tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "preferences.ini"
    write_settings(file, Settings(motion=False, theme="contrast"))
    kept = read_settings(file)

    assert (kept.motion, kept.theme) == (False, "contrast")
    assert not look_of(kept, Announcer(), ShownUnits()).motion
    assert read_settings(tmp_path / "none.ini").motion
