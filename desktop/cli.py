"""The command line of Bocage: it diagnoses farms and explains figures without a screen."""

import contextlib
import os
import sys

from desktop.command_line.language import words_of
from desktop.command_line.refusal import DONE, INTERRUPTED, WRONG_DATA, Refusal
from desktop.words import Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 1_000  # of a sentence on a terminal; a hostile file may name anything


def main(argv: "Sequence[str] | None" = None) -> int:
    """Runs one command; gives 0 when done, 1 when the data is wrong, 2 when the command is."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    words = words_of(arguments)
    try:
        code = _run(arguments, words)
        if sys.stdout is not None:
            sys.stdout.flush()
    except Refusal as refusal:
        _tell(refusal.sentence)
        code = refusal.code
    except BrokenPipeError:  # the reader has seen enough, as in "| head"
        _let_go()
        code = DONE
    except OSError:  # what is left is the standard output: a full disk, a closed terminal
        _let_go()
        _tell(words.say("The result could not be shown."))
        code = WRONG_DATA
    except KeyboardInterrupt:
        code = INTERRUPTED
    return code


def _run(arguments: list[str], words: Words) -> int:
    from desktop.command_line.arguments import read_arguments

    options = read_arguments(arguments, words)
    if options is None:  # help was asked for, and shown
        return DONE
    match options.command:
        case "diagnose":
            from desktop.command_line.diagnose import run
        case "new":
            from desktop.command_line.new import run
        case "formulas":
            from desktop.command_line.formulas import run
        case "evaluate":
            from desktop.command_line.evaluate import run
        case "levers":
            from desktop.command_line.levers import run
        case _:
            from desktop.command_line.explain import run
    run(options, words)
    return DONE


def _tell(sentence: str) -> None:
    """The sentence on standard error, without the control signs that a file name may hold."""
    from desktop.report.text import clean

    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            print(clean(sentence[:LONGEST]), file=sys.stderr)


def _let_go() -> None:
    """Nothing more goes out, or Python would complain when it flushes at its end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    raise SystemExit(main())
