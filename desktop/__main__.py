"""Starts the program: `python -m desktop`, and `bocage` once it is installed.

With a command it is the command line; with a farm file, or with nothing, it opens the window.
"""

import sys
from collections.abc import Sequence

FARM_FILES = (".bocage", ".json")
WINDOW_OPTIONS = ("--smoke",)


def main() -> int:
    """The entry of the installed program."""
    arguments = sys.argv[1:]
    if asks_for_window(arguments):
        from desktop.start import main as open_window

        return open_window(arguments)
    from desktop.cli import main as run_command

    return run_command(arguments)


def asks_for_window(arguments: Sequence[str]) -> bool:
    """Whether the window is wanted: nothing is asked, or its option, or a farm file is named."""
    first = arguments[0] if arguments else ""
    if first.startswith("-"):
        return first in WINDOW_OPTIONS
    return not first or first.casefold().endswith(FARM_FILES)


if __name__ == "__main__":
    sys.exit(main())
