"""The commands and their options, with their help in the reader's language."""

import argparse
from collections.abc import Callable, Sequence
from typing import NoReturn

from desktop.command_line.refusal import misused
from desktop.words import LANGUAGES, Words, mark

COMMANDS = {
    "diagnose": mark("Diagnose farms; write results and reports"),
    "new": mark("Write an empty farm file, or the form of all farm files"),
    "formulas": mark("List the formulas of the method"),
    "evaluate": mark("Work out single formulas from given inputs"),
    "explain": mark("Show what a figure of a farm is made of"),
    "levers": mark("Show what measures could change on a farm"),
}
# What the program does before it is a command line.
WINDOW = {
    "": mark("Open the window"),
    "FARM": mark("Open the window and offer a farm file, .bocage or .json"),
}
LATER = ("compare", "plan", "report", "portfolio", "import", "export", "bench")
LATER_LANGUAGES = ("es", "it")
STORAGE_SETS, LATER_STORAGE_SETS = ("A",), ("B", "C", "D")
PAGES, LATER_PAGES = ("2",), ("6", "12")
MOST_DRAWS = 100_000
MOST_SEED = 1_000_000_000
MOST_DEPTH = 12


def read_arguments(arguments: Sequence[str], words: Words) -> argparse.Namespace | None:
    """The options of the command that was asked; None when it was help, which is now shown."""
    if not arguments or arguments[0] in ("-h", "--help"):
        _show_commands(words)
        if arguments:
            return None
        raise misused(words.say("Name a command, such as: bocage diagnose FARM"))
    command = arguments[0]
    if command in LATER:
        raise misused(words.say("“{name}” comes with a later version.", name=command))
    if command not in COMMANDS:
        sentence = words.say(
            "There is no command “{name}”; expected one of {names}.",
            name=command,
            names=", ".join(COMMANDS),
        )
        raise misused(sentence)
    parser = _Parser(command, words)
    _DECLARED[command](parser)
    try:
        return parser.parse_args(arguments[1:], argparse.Namespace(command=command))
    except SystemExit:
        return None


def _show_commands(words: Words) -> None:
    print(words.say("Bocage: carbon diagnosis of a livestock farm. Nothing leaves this computer."))
    print()
    for asked, told in (WINDOW | COMMANDS).items():
        print(f"  bocage {asked:10} {words.say(told)}")
    print()
    print(words.say("Options of a command: bocage COMMAND --help"))


class _Format(argparse.RawDescriptionHelpFormatter):
    """The help of a command; its first word is set by the parser, in the reader's language."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=28, width=100)


class _Parser(argparse.ArgumentParser):
    """The options of one command; what does not fit is a refusal in one sentence."""

    def __init__(self, command: str, words: Words) -> None:
        super().__init__(
            prog=f"bocage {command}",
            description=words.say(COMMANDS[command]),
            formatter_class=_Format,
            add_help=False,
            allow_abbrev=False,
        )
        self.words, self.command = words, command
        self._positionals.title = words.say("what to work on")
        self._optionals.title = words.say("options")
        self.add_argument("-h", "--help", action="help", help=words.say("Show this help"))
        self.option("--lang", "fr|en|es|it", words.say("Language of the texts"), self._language)

    def error(self, message: str) -> NoReturn:
        """Refuses what argparse could not take."""
        told = self.words.say(
            "bocage {command}: {why}. Help: bocage {command} --help",
            command=self.command,
            why=message,
        )
        raise misused(told)

    def option(
        self, name: str, shown: str, told: str, kind: Callable[[str], object] = str
    ) -> argparse.Action:
        """An option with one value."""
        return self.add_argument(name, metavar=shown, help=told, type=kind)

    def whole(self, name: str, low: int, high: int) -> Callable[[str], int]:
        """Reads a whole number between two limits."""

        def read(text: str) -> int:
            fits = text.isascii() and text.isdigit() and len(text) <= len(str(high))
            if not fits or not low <= int(text) <= high:
                sentence = self.words.say(
                    "{name}: “{text}” does not fit; expected a whole number from {low} to {high}.",
                    name=name,
                    text=text,
                    low=self.words.exact(low),
                    high=self.words.exact(high),
                )
                raise misused(sentence)
            return int(text)

        return read

    def one_of(
        self, name: str, offered: Sequence[str], later: Sequence[str] = ()
    ) -> Callable[[str], str]:
        """Reads one of a few words; some are known but not offered yet."""

        def read(text: str) -> str:
            if text in later:
                raise misused(self.later(f"{name} {text}"))
            if text not in offered:
                sentence = self.words.say(
                    "{name}: “{text}” does not fit; expected one of {names}.",
                    name=name,
                    text=text,
                    names=", ".join(offered),
                )
                raise misused(sentence)
            return text

        return read

    def later(self, asked: str) -> str:
        """The sentence for what is known but not offered yet."""
        return self.words.say("“{name}” comes with a later version.", name=asked)

    def _language(self, text: str) -> str:
        return self.one_of("--lang", LANGUAGES, LATER_LANGUAGES)(text)


def _diagnose(parser: _Parser) -> None:
    say, option = parser.words.say, parser.option
    parser.add_argument(
        "farms", metavar="FARM", nargs="+", help=say("Farm file, or a folder of farm files")
    )
    option(
        "--pdf",
        "F",
        say("Write the report here; for several farms a folder, or a name with {{name}} in it"),
    )
    option("--json", "F", say("Write the results here, “-” for the standard output"))
    option("--xlsx", "F", say("Write a workbook of the results; several farms as with --pdf"))
    option("--csv", "F", say("Write the results as a table, and the factors used in a second one"))
    option("--profile", "NAME", say("Set of factors, instead of the one each file names"))
    option(
        "--storage-set",
        "A|B|C|D",
        say("Values of carbon storage; A is offered"),
        parser.one_of("--storage-set", STORAGE_SETS, LATER_STORAGE_SETS),
    )
    option(
        "--draws",
        "N",
        say("Draws for the range of a result; 2,000 with --pdf, otherwise none"),
        parser.whole("--draws", 0, MOST_DRAWS),
    )
    option(
        "--seed",
        "N",
        say("Start of the draws; the same start gives the same range"),
        parser.whole("--seed", 0, MOST_SEED),
    ).default = 1
    option(
        "--pages",
        "2|6|12",
        say("Pages of the report; two are offered"),
        parser.one_of("--pages", PAGES, LATER_PAGES),
    )


def _new(parser: _Parser) -> None:
    say, option = parser.words.say, parser.option
    option("--system", "CODE", say("Farm system, such as lowland_maize"))
    option(
        "--level",
        "quick|full",
        say("Few rows, or one for everything that can be asked"),
        parser.one_of("--level", ("quick", "full")),
    )
    parser.add_argument("-o", dest="output", metavar="FARM", help=say("Farm file to write"))
    parser.add_argument(
        "--schema", action="store_true", help=say("Print the JSON Schema of farm files")
    )


def _formulas(parser: _Parser) -> None:
    _as_json(parser)


def _evaluate(parser: _Parser) -> None:
    told = parser.words.say("File of requests in JSON, “-” for the standard input")
    parser.add_argument("file", metavar="FILE", nargs="?", default="-", help=told)


def _explain(parser: _Parser) -> None:
    say, option = parser.words.say, parser.option
    parser.add_argument("farm", metavar="FARM", help=say("Farm file"))
    parser.add_argument("name", metavar="NAME", help=say("Quantity, such as gross_emissions"))
    option("--row", "KEY", say("Row of the quantity, such as DAIRY/F0"))
    option(
        "--depth",
        "N",
        say("How many levels of parts to show"),
        parser.whole("--depth", 0, MOST_DEPTH),
    ).default = 1
    _as_json(parser)


def _levers(parser: _Parser) -> None:
    parser.add_argument("farm", metavar="FARM", help=parser.words.say("Farm file"))
    _as_json(parser)


def _as_json(parser: _Parser) -> None:
    told = parser.words.say("Print JSON instead of text")
    parser.add_argument("--json", action="store_true", dest="as_json", help=told)


_DECLARED: dict[str, Callable[[_Parser], None]] = {
    "diagnose": _diagnose,
    "new": _new,
    "formulas": _formulas,
    "evaluate": _evaluate,
    "explain": _explain,
    "levers": _levers,
}
