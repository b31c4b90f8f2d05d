"""Starts the window: `python -m desktop`."""

import sys


def main() -> int:
    """The entry of the installed program."""
    from desktop.application import main as start

    return start()


if __name__ == "__main__":
    sys.exit(main())
