"""Why a command stops: one sentence for the person, and the code for the shell."""

DONE, WRONG_DATA, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130


class Refusal(Exception):
    """The command cannot be done as asked; the sentence says what and where."""

    def __init__(self, sentence: str, code: int = WRONG_DATA) -> None:
        """The code is 1 where the data is to blame, 2 where the command is."""
        super().__init__(sentence)
        self.sentence, self.code = sentence, code


def misused(sentence: str) -> Refusal:
    """A refusal of the command itself, not of the data."""
    return Refusal(sentence, WRONG_USAGE)
