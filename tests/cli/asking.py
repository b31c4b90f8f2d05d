"""Asks the command line in this process, and keeps what it said."""

from dataclasses import dataclass

import pytest

from desktop.cli import main
from tests.farms import FACTORS

EXAMPLES = FACTORS.parent / "examples"
DAIRY = str(EXAMPLES / "lowland_maize_dairy.json")
SUCKLER = str(EXAMPLES / "suckler_breeder_finisher.json")


@dataclass(frozen=True)
class Said:
    """The exit code of a command, and its two outputs."""

    code: int
    out: str
    err: str


class Asker:
    """Runs commands; `refused` also checks that a refusal is one plain sentence."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def __call__(self, *arguments: object) -> Said:
        """Runs one command."""
        code = main([str(argument) for argument in arguments])
        out, err = self.capsys.readouterr()
        return Said(code, out, err)

    def refused(self, code: int, *arguments: object) -> str:
        """Runs a command that is refused with that code; gives the sentence."""
        said = self(*arguments)
        assert (said.code, said.out) == (code, "")
        assert said.err.count("\n") == 1
        assert "Traceback" not in said.err
        return said.err.strip()
