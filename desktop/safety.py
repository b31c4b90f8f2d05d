"""What happens when a part of the program meets something nobody foresaw.

The data are on the disk already: an accident in one part never closes the window.
"""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from desktop import paths

LOG = logging.getLogger("desktop")
LARGEST_LOG = 1_000_000
LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class Accidents(QObject):
    """Gathers the accidents of every thread and tells the window."""

    happened = Signal(str, str)
    """A short reference, and the details to copy."""

    def take(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Note an accident; leaving the program is none."""
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        place = traceback.extract_tb(trace)[-1:]
        where = f"{place[0].filename}:{place[0].lineno}" if place else kind.__name__
        reference = f"{hash(where) & 0xFFFF:04X}"
        # Where it happened, never what was typed: the values of a farm stay out of the log.
        LOG.error("%s in %s (ref. %s)", kind.__name__, where, reference)
        self.happened.emit(reference, details)


def guard(log: Path) -> Accidents:
    """Catch what would end the program, and write a technical journal."""
    paths.private(log.parent)
    if log.exists() and log.stat().st_size > LARGEST_LOG:
        log.replace(log.with_suffix(".old"))
    logging.basicConfig(filename=log, level=logging.WARNING, format="%(asctime)s %(message)s")
    faulthandler.enable(log.open("a", encoding="utf-8"))
    accidents = Accidents()
    sys.excepthook = accidents.take
    threading.excepthook = _thread_hook(accidents)
    sys.unraisablehook = _unraisable_hook(accidents)
    qInstallMessageHandler(_note_qt)
    return accidents


def _thread_hook(accidents: Accidents) -> Callable[[threading.ExceptHookArgs], None]:
    def hook(told: threading.ExceptHookArgs) -> None:
        accidents.take(told.exc_type, told.exc_value, told.exc_traceback)

    return hook


def _unraisable_hook(accidents: Accidents) -> Callable[[sys.UnraisableHookArgs], None]:
    def hook(told: sys.UnraisableHookArgs) -> None:
        accidents.take(told.exc_type, told.exc_value, told.exc_traceback)

    return hook


def _note_qt(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    LOG.log(LEVELS.get(kind, logging.WARNING), "Qt: %s", message)
