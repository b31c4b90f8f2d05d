"""The report: one page to print, where it lies, and what is in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme import Role
from desktop.widgets.banner import Banner, Matter
from desktop.widgets.button_face import Face, Kind
from desktop.widgets.buttons import PaintedButton
from desktop.widgets.flow import Flow
from desktop.widgets.look import Look
from desktop.widgets.text import Text

WIDEST = 760
OPEN, FOLDER = "open", "folder"


class ReportPage(QWidget):
    """Asks for the report and says where it was written; it writes nothing itself."""

    report_wished = Signal(object)
    """The user wants the report as this `Path`."""

    def __init__(self, look: Look, year: int, target: Path) -> None:
        super().__init__()
        self._look = look
        self._target = target
        self._written = target
        self._banner: Banner | None = None
        self._year = year
        say = look.words.say
        self.save = PaintedButton(look, Face(say("Save the report"), Kind.PRIMARY, icon="file-pdf"))
        self.elsewhere = PaintedButton(look, Face(say("Save elsewhere…"), Kind.OUTLINE))
        self._place = Text(look, "", Role.BODY, "text_muted", wraps=True)
        self._news = QVBoxLayout()
        self._arrange()
        self.save.clicked.connect(self._on_save)
        self.elsewhere.clicked.connect(self._on_elsewhere)

    def show_ready(self, reason: str) -> None:
        """Say whether there is something to print, and if not, what is missing."""
        say = self._look.words.say
        self.save.setEnabled(not reason)
        self.elsewhere.setEnabled(not reason)
        place = say("It will be saved as {path}.", path=shown(self._target))
        self._place.show_text(reason or place)

    def show_writing(self) -> None:
        """Say that the report is being written."""
        self.save.setEnabled(False)
        self._place.show_text(self._look.words.say("The report is being written."))

    def show_written(self, path: Path) -> None:
        """Say where the report lies, and offer to open it."""
        say = self._look.words.say
        self._written = path
        actions = ((OPEN, say("Open the report")), (FOLDER, say("Open its folder")))
        self.show_ready("")
        self._tell(Banner(self._look, Matter.DONE, say("Report saved"), shown(path), actions))

    def show_refused(self, sentence: str) -> None:
        """Say why there is no report."""
        title = self._look.words.say("The report is not saved")
        self.show_ready("")
        self._tell(Banner(self._look, Matter.IMPOSSIBLE, title, sentence))

    def _tell(self, banner: Banner) -> None:
        if self._banner is not None:
            self._banner.deleteLater()
        self._banner = banner
        banner.acted.connect(self._on_acted)
        self._news.addWidget(banner)
        banner.speak()

    @Slot()
    def _on_save(self) -> None:
        self.report_wished.emit(self._target)

    @Slot()
    def _on_elsewhere(self) -> None:
        title = self._look.words.say("Save the report")
        dialog = QFileDialog(self, title, str(self._target))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(self._on_selected)
        dialog.open()

    @Slot(str)
    def _on_selected(self, file: str) -> None:
        self.report_wished.emit(Path(file))

    @Slot(str)
    def _on_acted(self, key: str) -> None:
        place = self._written if key == OPEN else self._written.parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))

    def _arrange(self) -> None:
        look, px, say = self._look, self._look.theme.px, self._look.words.say
        inside = QWidget()
        inside.setMaximumWidth(px(WIDEST))
        inside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        texts = (
            Text(look, say("Diagnosis {year}", year=self._year), Role.BODY, "text_muted"),
            Text(look, say("One page to print"), Role.TITLE, wraps=True),
            Text(look, say("The number, its sources, and what it rests on."), wraps=True),
            Text(
                look,
                say("The file of the farm travels inside: whoever receives it can open it again."),
                Role.BODY,
                "text_muted",
                wraps=True,
            ),
        )
        for text in (*texts, self._place):
            text.setContentsMargins(look.theme.halo, 0, 0, 0)
            column.addWidget(text)
        buttons = Flow(px(8))
        buttons.addWidget(self.save)
        buttons.addWidget(self.elsewhere)
        column.addSpacing(px(8))
        column.addLayout(buttons)
        column.addSpacing(px(8))
        column.addLayout(self._news)
        around = QVBoxLayout(self)
        around.setContentsMargins(px(28), px(24), px(28), px(24))
        row = QHBoxLayout()
        row.addWidget(inside)
        around.addLayout(row)
        around.addStretch(1)


def shown(path: Path) -> str:
    """A path as people read it: their own folder is "~"."""
    try:
        return f"~/{path.relative_to(Path.home()).as_posix()}"
    except ValueError:
        return str(path)
