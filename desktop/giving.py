"""A farm given away as a file: written fresh, read back, and only then put in its place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from desktop import paths
from desktop.engine_words import why
from desktop.widgets.banner import Banner, Matter
from desktop.widgets.look import Look
from desktop.windows.main_window import MainWindow

if TYPE_CHECKING:
    from desktop.opening import Opened

FOLDER = "folder"
GIVEN = "given"
ENDING = ".bocage"


class Giving(QObject):
    """Asks where to, and writes the file of one farm there."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._look: Look | None = None
        self._opened: Opened | None = None
        self._dossier = 0
        self._written = Path()

    def wear(self, look: Look, opened: Opened | None) -> None:
        """Take the words and, once it is open, the library."""
        self._look, self._opened = look, opened

    def ask(self, dossier: int) -> None:
        """Let the user choose where the file of a dossier is saved."""
        if self._opened is None or self._look is None:
            return
        self._dossier = dossier
        say = self._look.words.say
        dialog = QFileDialog(self._window, say("Save the farm as a file"), str(self._wished()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{say('Farms of Bocage')} (*.bocage)")
        dialog.setDefaultSuffix("bocage")
        dialog.fileSelected.connect(self._on_selected)
        dialog.open()

    def write(self, dossier: int, target: Path) -> None:
        """Write the file of a dossier; nothing half-written ever has its name."""
        from desktop.exchange.keeping import NotKept, write_over
        from diagnostics.core.errors import DiagnosticsError

        assert self._look is not None
        words = self._look.words
        try:
            self._written = write_over(self._content(dossier), target, words)
        except NotKept as refusal:
            self._refuse(str(refusal))
        except DiagnosticsError as refusal:
            self._refuse(why(words, refusal))
        else:
            self._tell_written()

    def _content(self, dossier: int) -> bytes:
        """The bytes of the file, read back before they count."""
        from desktop.exchange.farm_package import Package, is_faithful, packed
        from diagnostics.core.errors import FarmFileError

        assert self._opened is not None
        library = self._opened.library
        library.writer.flush()
        facts = library.dossier(dossier)
        newest = library.history(dossier, 1)
        farm = next((card.uuid for card in library.farms() if card.farm == facts.farm), "")
        package = Package(library.record(dossier), farm, newest[0].at if newest else "")
        content = packed(package)
        if not is_faithful(content, package):
            raise FarmFileError("the file does not hold every answer when it is read back")
        return content

    def _wished(self) -> Path:
        from desktop.exchange.keeping import kept_name

        assert self._opened is not None
        facts = self._opened.library.dossier(self._dossier)
        folder = paths.reports()
        home = folder if folder.is_dir() else Path.home()
        return home / f"{kept_name(facts.farm_name, facts.year)}{ENDING}"

    def _refuse(self, sentence: str) -> None:
        assert self._look is not None
        title = self._look.words.say("The file of the farm is not saved")
        self._show(Banner(self._look, Matter.IMPOSSIBLE, title, sentence))

    def _tell_written(self) -> None:
        from desktop.windows.report_page import shown

        assert self._look is not None
        say = self._look.words.say
        actions = ((FOLDER, say("Open its folder")),)
        title = say("The farm is saved as a file")
        self._show(Banner(self._look, Matter.DONE, title, shown(self._written), actions))

    def _show(self, banner: Banner) -> None:
        banner.acted.connect(self._on_acted)
        banner.closed.connect(self._on_read)
        self._window.show_banner(GIVEN, banner)

    @Slot(str)
    def _on_selected(self, file: str) -> None:
        chosen = Path(file)
        is_ours = chosen.suffix.lower() == ENDING
        # With another ending it could be any file of the computer, the library among them.
        self.write(self._dossier, chosen if is_ours else chosen.with_name(chosen.name + ENDING))

    @Slot(str)
    def _on_acted(self, _key: str) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))

    @Slot()
    def _on_read(self) -> None:
        self._window.take_banner_away(GIVEN)
