"""The report: two pages to print, the same figures for a spreadsheet, and where they lie."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.printing import Paper, Wish
from desktop.theme import Role
from desktop.widgets.banner import Banner, Matter
from desktop.widgets.button_face import Face, Kind
from desktop.widgets.buttons import PaintedButton
from desktop.widgets.flow import Flow
from desktop.widgets.look import Look
from desktop.widgets.text import Text

WIDEST = 760
OPEN, FOLDER = "open", "folder"
NOTICED = 1_000
"""Milliseconds after which a wait is told; a shorter one is over before it is read."""


class ReportPage(QWidget):
    """Asks for the report and says where it was written; it writes nothing itself."""

    report_wished = Signal(object)
    """The user wants the report or an export: a `Wish`."""

    def __init__(self, look: Look, year: int, target: Path) -> None:
        super().__init__()
        self._look = look
        self._target = target
        self._written = target
        self._to_print = self._is_writing = False
        self._reason = ""
        self._banner: Banner | None = None
        self._about = Text(look, "", Role.BODY, "text_muted")
        say = look.words.say
        self.save = PaintedButton(look, Face(say("Save the report"), Kind.PRIMARY, icon="file-pdf"))
        self.print = PaintedButton(look, Face(say("Print…"), icon="printer"))
        self.elsewhere = PaintedButton(look, Face(say("Save elsewhere…"), icon="folder-open"))
        self.workbook = PaintedButton(look, Face(say("Save a workbook"), icon="file-xls"))
        self.tables = PaintedButton(look, Face(say("Save plain tables (CSV)"), icon="table"))
        self._place = Text(look, "", Role.BODY, "text_muted", wraps=True)
        self._news = QVBoxLayout()
        self._noticed = QTimer(self)
        self._noticed.setSingleShot(True)
        self._noticed.setInterval(NOTICED)
        self._arrange()
        self._connect()
        self.show_named(year, target)

    def show_named(self, year: int, target: Path) -> None:
        """Follow another year of the dossier or another name of the farm."""
        self._target = target
        self._about.show_text(self._look.words.say("Diagnosis {year}", year=year))
        self.show_ready(self._reason)

    def show_ready(self, reason: str) -> None:
        """Say whether there is something to print, and if not, what is missing."""
        self._reason = reason
        if self._is_writing:  # said when the file is there
            return
        for button in self._buttons():
            button.setEnabled(not reason)
        place = self._look.words.say("It will be saved as {path}.", path=shown(self._target))
        self._place.show_text(reason or place)

    def show_writing(self) -> None:
        """Take no second wish meanwhile; a wait that is noticed is told."""
        self._is_writing = True
        for button in self._buttons():
            button.setEnabled(False)
        self._noticed.start()

    def show_written(self, path: Path) -> None:
        """Say where the file lies, and offer to open it."""
        say = self._look.words.say
        self._written = path
        actions = ((OPEN, say("Open")), (FOLDER, say("Show in its folder")))
        self._be_ready()
        is_report = path.suffix == Paper.REPORT.value
        title = say("Report saved") if is_report else say("File saved")
        self._tell(Banner(self._look, Matter.DONE, title, self._where(path), actions))
        if self._to_print:
            self._to_print = False
            self._open(path)

    def show_refused(self, sentence: str) -> None:
        """Say why there is no file."""
        self._to_print = False
        title = self._look.words.say("The file is not saved")
        self._be_ready()
        self._tell(Banner(self._look, Matter.IMPOSSIBLE, title, sentence))

    def _be_ready(self) -> None:
        self._noticed.stop()
        self._is_writing = False
        self.show_ready(self._reason)

    def _where(self, path: Path) -> str:
        if not self._to_print:
            return shown(path)
        say = self._look.words.say
        return say("{path}. Print it from the window that opens.", path=shown(path))

    def _tell(self, banner: Banner) -> None:
        if self._banner is not None:
            self._banner.deleteLater()
        self._banner = banner
        banner.acted.connect(self._on_acted)
        self._news.addWidget(banner)
        banner.speak()

    def _buttons(self) -> tuple[PaintedButton, ...]:
        return (self.save, self.print, self.elsewhere, self.workbook, self.tables)

    def _wish(self, paper: Paper) -> None:
        self.report_wished.emit(Wish(paper, self._target.with_suffix(paper.value)))

    def _open(self, place: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))

    @Slot()
    def _on_save(self) -> None:
        self._wish(Paper.REPORT)

    @Slot()
    def _on_print(self) -> None:
        self._to_print = True
        self._wish(Paper.REPORT)

    @Slot()
    def _on_workbook(self) -> None:
        self._wish(Paper.WORKBOOK)

    @Slot()
    def _on_tables(self) -> None:
        self._wish(Paper.TABLES)

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
        self.report_wished.emit(Wish(Paper.REPORT, Path(file), is_chosen=True))

    @Slot(str)
    def _on_acted(self, key: str) -> None:
        self._open(self._written if key == OPEN else self._written.parent)

    @Slot()
    def _on_noticed(self) -> None:
        self._place.show_text(self._look.words.say("The file is being written."))

    def _connect(self) -> None:
        self.save.clicked.connect(self._on_save)
        self.print.clicked.connect(self._on_print)
        self.elsewhere.clicked.connect(self._on_elsewhere)
        self.workbook.clicked.connect(self._on_workbook)
        self.tables.clicked.connect(self._on_tables)
        self._noticed.timeout.connect(self._on_noticed)

    def _arrange(self) -> None:
        px = self._look.theme.px
        inside = QWidget()
        inside.setMaximumWidth(px(WIDEST))
        inside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        self._add(column, self._report_texts(), (self.save, self.print, self.elsewhere))
        self._add(column, (self._place,), ())
        column.addSpacing(px(20))
        self._add(column, self._table_texts(), (self.workbook, self.tables))
        column.addSpacing(px(8))
        column.addLayout(self._news)
        around = QVBoxLayout(self)
        around.setContentsMargins(px(28), px(24), px(28), px(24))
        row = QHBoxLayout()
        row.addWidget(inside)
        around.addLayout(row)
        around.addStretch(1)

    def _add(
        self, column: QVBoxLayout, texts: tuple[Text, ...], buttons: tuple[PaintedButton, ...]
    ) -> None:
        """Set texts one under the other, and their buttons in a row below."""
        theme = self._look.theme
        for text in texts:
            text.setContentsMargins(theme.halo, 0, 0, 0)
            column.addWidget(text)
        if buttons:
            row = Flow(theme.px(8))
            for button in buttons:
                row.addWidget(button)
            column.addSpacing(theme.px(8))
            column.addLayout(row)

    def _report_texts(self) -> tuple[Text, ...]:
        look, say = self._look, self._look.words.say
        pages = say("The number and what it rests on; then its sources and what could lower it.")
        inside = say("The file of the farm travels inside: whoever receives it can open it again.")
        return (
            self._about,
            Text(look, say("Two pages to print"), Role.TITLE, wraps=True),
            Text(look, pages, wraps=True),
            Text(look, inside, Role.BODY, "text_muted", wraps=True),
        )

    def _table_texts(self) -> tuple[Text, ...]:
        look, say = self._look, self._look.words.say
        told = say("All figures, the data with their origin, each factor with its source.")
        return (
            Text(look, say("For a spreadsheet"), Role.SECTION, wraps=True),
            Text(look, told, Role.BODY, "text_muted", wraps=True),
        )


def shown(path: Path) -> str:
    """A path as people read it: their own folder is "~"."""
    try:
        return f"~/{path.relative_to(Path.home()).as_posix()}"
    except ValueError:
        return str(path)
