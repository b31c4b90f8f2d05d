"""Says what the engine says in the reader's language: its sentences carry their values apart."""

from desktop.words import Words, mark

TYPE_CHECKING = False
if TYPE_CHECKING:
    from diagnostics.core.errors import DiagnosticsError, Message

# How sure a source is.
MARKS = {
    "V": mark("verified"),
    "R": mark("from memory, to be verified"),
    "R−": mark("from memory, unsure"),
    "A": mark("assumption"),
}
# Values that are words of a declaration, to be translated like it; codes and paths stay.
WORDS_OF_DECLARATIONS = ("label", "title")
# Units of a sentence about a farm; those of a refused file stay as the file must spell them.
UNITS_TO_READ = ("in_unit",)


def said(words: Words, message: "Message") -> str:
    """A sentence of the engine, with its numbers in the reader's style."""
    values = {name: _said(words, name, value) for name, value in message.values.items()}
    return words.say(message.text, **values)


def why(words: Words, refusal: "DiagnosticsError") -> str:
    """The sentence of a refusal of the engine."""
    return said(words, refusal.message)


def _said(words: Words, name: str, value: object) -> object:
    from diagnostics.core.errors import Message

    if isinstance(value, Message):
        return said(words, value)
    if isinstance(value, float):
        return words.exact(value)
    if isinstance(value, str) and name in WORDS_OF_DECLARATIONS:
        return words.say(value)
    if isinstance(value, str) and name in UNITS_TO_READ:
        return words.unit(value)
    return value
