"""What the engine says when data or declarations do not fit: a sentence with its values."""

from collections.abc import Mapping
from dataclasses import dataclass, field


def sentence(text: str) -> str:
    """Marks a sentence kept in a constant, so that translators receive it."""
    return text


@dataclass(frozen=True)
class Message:
    """A sentence of the catalogue and the values that fill it; English is the source."""

    text: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.text.format(**self.values)


class DiagnosticsError(ValueError):
    """The farm's data, a file or a factor cannot be used as it stands."""

    def __init__(self, text: str, **values: object) -> None:
        self.message = Message(text, values)
        super().__init__(str(self.message))


class DeclarationError(DiagnosticsError):
    """Two declarations of the engine contradict each other; a bug, found at start."""


class FactorError(DiagnosticsError):
    """A factor file is missing, incomplete or holds a value that cannot be used."""


class FarmFileError(DiagnosticsError):
    """A farm file is not what the engine can read."""
