"""Starts the window: the one application of Qt, the first start and the later ones."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop import paths
from desktop.application import Program
from desktop.icons import program_icon
from desktop.storage.lock import LibraryLock
from desktop.storage.troubles import LibraryInUse
from desktop.theme import load_fonts
from desktop.widgets.roles import install_roles
from desktop.windows.main_window import MainWindow


def main(arguments: Sequence[str] | None = None) -> int:
    """Start the program; a second start brings the first window forward and ends."""
    parser = ArgumentParser(prog="bocage", description="Carbon diagnosis of a livestock farm.")
    parser.add_argument("--smoke", action="store_true", help="show the window, list what is loaded")
    parser.add_argument("file", nargs="?", default="", help="a farm file to look at")
    chosen = parser.parse_args(arguments)
    qt = make_qt()
    try:
        lock = LibraryLock.take(paths.library())
    except LibraryInUse:
        return _ring(chosen.file)
    return _smoke(lock) if chosen.smoke else _run(qt, lock, chosen.file)


def make_qt() -> QApplication:
    """The one application of Qt, with our letters and roles."""
    qt = QApplication(["bocage"])
    qt.setApplicationName("Bocage")
    qt.setDesktopFileName("bocage")
    qt.setWindowIcon(program_icon(paths.program_icons()))
    load_fonts(paths.resource("fonts"))
    install_roles()
    return qt


def _ring(file: str) -> int:
    from desktop.single_instance import ring

    # The first window may have been started in another folder: the name goes as a whole.
    ring(paths.library(), str(Path(file).absolute()) if file else "")
    return 0


def _run(qt: QApplication, lock: LibraryLock, file: str) -> int:
    from desktop.safety import guard

    accidents = guard(paths.log())
    program = Program(lock)
    program.arrivals.offer(file)
    if sys.platform == "darwin":  # elsewhere no file comes this way, and every event would pay
        qt.installEventFilter(program.arrivals)
    accidents.happened.connect(program.window.show_accident)
    program.show()
    QTimer.singleShot(0, program.begin)
    code = qt.exec()
    program.end()
    return code


def _smoke(lock: LibraryLock) -> int:
    """Show the window, and say which modules were loaded when it was seen."""
    program = Program(lock)
    program.show()
    while not _is_exposed(program.window):
        QApplication.processEvents()
    sys.stdout.write("\n".join(sorted(sys.modules)) + "\n")
    program.end()
    return 0


def _is_exposed(window: MainWindow) -> bool:
    return window.isVisible() and window.windowHandle().isExposed()
