"""A start that only shows the window and says what was loaded for it, for tests of the start."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from desktop.application import Program
    from desktop.windows.main_window import MainWindow


def show_and_tell(program: Program) -> int:
    """Show the window, and say which modules were loaded when it was seen."""
    program.show()
    while not _is_exposed(program.window):
        QApplication.processEvents()
    sys.stdout.write("\n".join(sorted(sys.modules)) + "\n")
    program.end()
    return 0


def _is_exposed(window: MainWindow) -> bool:
    return window.isVisible() and window.windowHandle().isExposed()
