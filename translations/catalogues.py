"""Reads and writes the catalogues that translators fill, in one steady form.

No dates and no line numbers are written, so that a catalogue changes only when a sentence does.
"""

import io
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from translations.gather import Gathered, Sentence

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

FOLDER = Path(__file__).resolve().parent
LANGUAGES = ("fr",)
HEADER = "# Bocage: what the program says. The terms are those of translations/glossary.csv."
# Dates and names that change without a sentence changing, and marks for another way of formatting.
_LEFT_OUT = (
    '"POT-Creation-Date',
    '"PO-Revision-Date',
    '"Generated-By',
    '"Last-Translator',
    '"Report-Msgid-Bugs-To',
    '"Language-Team',
    '"Project-Id-Version',
    "#, python-",
)
_WIDTH = 100

Translation = str | tuple[str, ...]
Translations = dict[Sentence, Translation]


def po_path(language: str, folder: Path = FOLDER) -> Path:
    """Where the catalogue of a language lies."""
    return folder / language / "LC_MESSAGES" / "bocage.po"


def read_translations(path: Path) -> Translations:
    """The translations of a catalogue, those put aside and those unsure included."""
    if not path.exists():
        return {}
    catalogue = _read(path)
    messages = [*catalogue, *catalogue.obsolete.values()]
    return {
        sentence_of(message): _frozen(message)
        for message in messages
        if message.id and is_whole(message)
    }


def read_sentences(path: Path) -> dict[Sentence, bool]:
    """The sentences a catalogue holds, and whether each is translated and sure."""
    if not path.exists():
        return {}
    return {
        sentence_of(message): is_whole(message) and not message.fuzzy
        for message in _read(path)
        if message.id
    }


def text_of(
    language: str, gathered: Gathered, known: Translations, unsure: Collection[Sentence] = ()
) -> str:
    """The catalogue as it is written to disk; translations no longer asked for are put aside."""
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import write_po

    catalogue = Catalog(locale=language or None, header_comment=HEADER, fuzzy=False)
    for sentence, places in sorted(gathered.places.items()):
        flags = ["fuzzy"] if sentence in unsure else []
        _add(catalogue, sentence, known.get(sentence, ""), places, flags)
    _put_aside(catalogue, {asked: known[asked] for asked in known.keys() - gathered.places})
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=_WIDTH, sort_output=True, include_lineno=False)
    lines = buffer.getvalue().decode("utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(_LEFT_OUT))


def sentence_of(message: "Message") -> Sentence:
    """The English sentence that an entry of a catalogue translates."""
    one, many = message.id if isinstance(message.id, tuple | list) else (message.id, "")
    return Sentence(str(one), str(many), str(message.context or ""))


def texts_of(translation: Translation) -> Iterator[str]:
    """Each form of a translation."""
    yield from (translation,) if isinstance(translation, str) else translation


def is_whole(message: "Message") -> bool:
    """Whether every form of an entry is filled."""
    return all(texts_of(_frozen(message)))


def _read(path: Path) -> "Catalog":
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        return read_po(file)


def _frozen(message: "Message") -> Translation:
    if isinstance(message.string, str):
        return message.string
    return tuple(str(text) for text in message.string or ())


def _add(
    catalogue: "Catalog",
    sentence: Sentence,
    translation: Translation,
    places: Iterable[str],
    flags: list[str],
) -> None:
    identity = (sentence.one, sentence.many) if sentence.many else sentence.one
    catalogue.add(
        identity,
        translation or None,
        locations=[(place, 1) for place in sorted(places)],
        flags=flags,
        context=sentence.context or None,
    )


def _put_aside(catalogue: "Catalog", unasked: Translations) -> None:
    """Keeps a translation whose sentence left the program: it may come back."""
    from babel.messages.catalog import Message

    for sentence, translation in sorted(unasked.items()):
        identity = (sentence.one, sentence.many) if sentence.many else sentence.one
        message = Message(identity, translation, context=sentence.context or None)
        catalogue.obsolete[identity] = message
