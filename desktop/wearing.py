"""The look that the preferences ask for."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication

from desktop import paths
from desktop.icons import Icons
from desktop.settings import Settings
from desktop.theme import load_theme
from desktop.widgets.announcing import Announcer
from desktop.widgets.look import Look
from desktop.widgets.shown_units import ShownUnits
from desktop.words import load_words


def look_of(settings: Settings, announcer: Announcer, units: ShownUnits) -> Look:
    """Theme, words and pictograms; what is not chosen follows the computer."""
    language = settings.language or QLocale.system().name()
    words = load_words(language, settings.number_style or None)
    file = paths.resource("themes", f"{theme_name(settings)}.toml")
    theme = load_theme(file, settings.text_size)
    return Look(theme, words, Icons(paths.icon), announcer, settings.motion, units)


def theme_name(settings: Settings) -> str:
    """The theme chosen, or the one that goes with the computer, high contrast included."""
    hints = QGuiApplication.styleHints()
    ground = "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"
    wish = hints.accessibility().contrastPreference()
    asks_contrast = settings.theme == "system" and wish is Qt.ContrastPreference.HighContrast
    if settings.theme == "contrast" or asks_contrast:
        return f"contrast-{ground}"
    return ground if settings.theme == "system" else settings.theme
