"""Everything the program says: sentences in the reader's language, numbers in the reader's style.

English is the source: code holds the English sentence, a catalogue gives the other languages.
Nothing heavy is imported here, and a catalogue is read only when the first sentence is said.
"""

from desktop import number_style
from desktop.number_style import MISSING, NO_BREAK, STYLES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from gettext import NullTranslations
    from pathlib import Path

DOMAIN = "bocage"
SOURCE_LANGUAGE = "en"
LANGUAGES = ("fr", "en")
# French counts "1,5 vache" as one, and begins the plural at two.
FRENCH_PLURAL = 2
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def mark(message: str) -> str:
    """Marks a sentence kept in a constant, so that translators receive it."""
    return message


def mark_in(_context: str, message: str) -> str:
    """The same for a word to be said with `say_in`, together with the place where it stands."""
    return message


def load_words(
    language: str, number_style: str | None = None, folder: "Path | None" = None
) -> "Words":
    """The words of a language, such as "fr", with its own number style or another one."""
    known = language[:2].lower()
    known = known if known in STYLES else SOURCE_LANGUAGE
    style = number_style if number_style in STYLES else known
    return Words(known, style, _Catalogue(known, folder))


class Words:
    """One language and one number style; it never changes, a new language is a new object."""

    __slots__ = ("_catalogue", "_language", "_number_style", "_style")

    def __init__(self, language: str, number_style: str, catalogue: "_Catalogue") -> None:
        """Made by `load_words`."""
        self._language = language
        self._number_style = number_style
        self._style = STYLES[number_style]
        self._catalogue = catalogue

    @property
    def language(self) -> str:
        """The code of the language, such as "fr"."""
        return self._language

    @property
    def number_style(self) -> str:
        """The code of the number style, which a reader may choose apart from the language."""
        return self._number_style

    def say(self, message: str, /, **values: object) -> str:
        """The sentence in the reader's language, its named places filled."""
        if not message:
            return ""  # for gettext the empty sentence is the head of the catalogue
        return self._filled(self._catalogue.read().gettext(message), message, values)

    def say_in(self, context: str, message: str, /, **values: object) -> str:
        """The same for a word that means different things in different places."""
        return self._filled(self._catalogue.read().pgettext(context, message), message, values)

    def count(self, one: str, many: str, n: float | None, /, **values: object) -> str:
        """The sentence for one or for many; {n} is the number, in the reader's style."""
        shown = self._counted(n)
        plural = self._plural(n, shown)
        said = self._catalogue.read().ngettext(one, many, plural)
        return self._filled(said, one if plural == 1 else many, {**values, "n": shown})

    def number(self, value: float | None, digits: int = 3) -> str:
        """A result with few significant digits; "—" when unknown, "< 0.01" when very small."""
        return number_style.number(value, digits, self._style)

    def exact(self, value: float | None) -> str:
        """A number as it was typed, up to twelve significant digits, in groups of three."""
        return number_style.exact(value, self._style)

    def percent(self, share: float | None, decimals: int = 0) -> str:
        """A share as a percentage: 0.47 gives "47 %" or "47%"."""
        return number_style.percent(share, decimals, self._style)

    def shares(self, parts: "Sequence[float | None]", digits: int = 3) -> list[str]:
        """The parts of a total, so rounded that they add up to `number(total, digits)`."""
        return number_style.shares(list(parts), digits, self._style)

    def unit(self, unit: str) -> str:
        """A unit of the engine as people write it; empty for a pure number."""
        # That module marks its words with this one, and the first window shows no unit.
        from desktop.unit_text import unit_text

        return unit_text(unit, self._unit_word, self.exact)

    def quantity(self, value: float | None, unit: str, digits: int = 3) -> str:
        """A result and its unit, which a line break never parts; "—" stands alone."""
        return self.with_unit(self.number(value, digits), unit)

    def with_unit(self, shown: str, unit: str) -> str:
        """A number already written, and its unit after a space that does not break."""
        text = self.unit(unit)
        if shown == MISSING or not text:
            return shown
        return shown + (self._style.percent_gap if text == "%" else NO_BREAK) + text

    def date(self, year: int, month: int, day: int) -> str:
        """A date as the language writes it: 15/03/2026, 15 March 2026."""
        if self._language == SOURCE_LANGUAGE:
            return NO_BREAK.join((str(day), MONTHS[month - 1], str(year)))
        return f"{day:02d}/{month:02d}/{year}"

    def time(self, hour: int, minute: int) -> str:
        """A time of day: 14:32."""
        return f"{hour:02d}:{minute:02d}"

    def _unit_word(self, piece: str) -> str:
        return self.say_in("unit", piece)

    def _counted(self, n: float | None) -> str:
        """Things that are counted are all shown; only an average is rounded."""
        whole = n is not None and n == n // 1
        return self.exact(n) if whole else self.number(n)

    def _plural(self, n: float | None, shown: str) -> int:
        """The whole number by which a catalogue chooses its plural; it follows what is shown."""
        if shown.lstrip(number_style.MINUS) == "1":
            return 1
        if n is None or n != n // 1:
            return self._plural_of_fraction(n)
        return abs(int(n))

    def _plural_of_fraction(self, n: float | None) -> int:
        """French says "1,5 vache" and "2,5 vaches", English "1.5 cows" and "0.5 cows"."""
        singular = self._language == "fr" and n is not None and abs(n) < FRENCH_PLURAL
        return 1 if singular else 2

    def _filled(self, said: str, source: str, values: "dict[str, object]") -> str:
        """Fills the named places; a faulty translation gives way to the English sentence."""
        shown = {name: self._value(value) for name, value in values.items()}
        try:
            return said.format(**shown)
        except (LookupError, ValueError, AttributeError):
            return source.format(**shown)

    def _value(self, value: object) -> object:
        """A fraction in a sentence is written in the reader's style; a year is left as it is."""
        return self.number(value) if isinstance(value, float) else value


class _Catalogue:
    """The sentences of one language, read from disk when first needed."""

    __slots__ = ("_folder", "_language", "_translations")

    def __init__(self, language: str, folder: "Path | None") -> None:
        self._language = language
        self._folder = folder
        self._translations: NullTranslations | None = None

    def read(self) -> "NullTranslations":
        """The catalogue; a missing or damaged one leaves the English sentences."""
        if self._translations is None:
            self._translations = _read_catalogue(self._language, self._folder)
        return self._translations


def _read_catalogue(language: str, folder: "Path | None") -> "NullTranslations":
    import gettext
    import struct

    from desktop import paths

    if language == SOURCE_LANGUAGE:
        return gettext.NullTranslations()
    place = folder or paths.translations()
    try:
        # `translation` keeps every catalogue it ever read; a fresh read follows a new compilation.
        with (place / language / "LC_MESSAGES" / f"{DOMAIN}.mo").open("rb") as file:
            return gettext.GNUTranslations(file)
    except (OSError, ValueError, LookupError, struct.error):
        return gettext.NullTranslations()
