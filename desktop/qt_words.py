"""The few words that Qt says by itself: the menu of a line ("Copy"), the buttons of its dialogs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator


class QtWords:
    """Lets Qt speak the language of the window; its catalogues come with it."""

    def __init__(self, parent: QObject) -> None:
        self._parent = parent
        self._spoken: QTranslator | None = None

    def speak(self, language: str) -> None:
        """Change to a language, such as "fr"; one that Qt does not know leaves it English."""
        if self._spoken is not None:
            QCoreApplication.removeTranslator(self._spoken)
            self._spoken.deleteLater()
        self._spoken = QTranslator(self._parent)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._spoken.load(f"qtbase_{language}", folder):
            QCoreApplication.installTranslator(self._spoken)
