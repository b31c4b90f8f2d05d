"""What the user prefers: language, number style, theme, size of the text, place of the window.

One frozen value with bounds; answers are never kept here. Nothing else touches the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from desktop.number_style import STYLES
from desktop.words import LANGUAGES

THEMES = ("system", "light", "dark", "contrast")
ORDERS = ("opened", "name", "footprint", "year")
"""How the farms of the list may be ordered."""
NO_MOTION = "reduced"
UNITS = "units"
MOST_UNITS = 200
TEXT_SIZES = (1.0, 1.25, 1.5, 1.75, 2.0)


@dataclass(frozen=True)
class Settings:
    """The preferences; an empty language follows the computer, an empty style the language."""

    language: str = ""
    number_style: str = ""
    theme: str = "system"
    text_size: float = 1.0
    geometry: bytes = b""
    order: str = "opened"
    motion: bool = True
    units: Mapping[str, str] = field(default_factory=dict)
    """The unit in which each field is shown, where one was chosen."""

    def choosing(self, what: str, code: str) -> Settings:
        """The same with another language, theme, number style, text size or motion."""
        if what == "text_size":
            return replace(self, text_size=_size(code))
        if what == "motion":
            return replace(self, motion=code != NO_MOTION)
        now = {"language": self.language, "theme": self.theme, "number_style": self.number_style}
        now[what] = code
        return replace(
            self,
            language=now["language"],
            theme=now["theme"],
            number_style=now["number_style"],
        ).checked()

    def larger(self, steps: int) -> Settings:
        """The same with the next text size, or the one before; it stops at both ends."""
        nearest = min(TEXT_SIZES, key=lambda size: abs(size - self.text_size))
        place = TEXT_SIZES.index(nearest) + steps
        return replace(self, text_size=TEXT_SIZES[max(0, min(place, len(TEXT_SIZES) - 1))])

    def checked(self) -> Settings:
        """The same with everything unknown put back to what it is without a choice."""
        return replace(
            self,
            language=_one_of(self.language, LANGUAGES, ""),
            number_style=_one_of(self.number_style, tuple(STYLES), ""),
            theme=_one_of(self.theme, THEMES, "system"),
            order=_one_of(self.order, ORDERS, ORDERS[0]),
            text_size=min(TEXT_SIZES[-1], max(TEXT_SIZES[0], self.text_size)),
        )


def read_settings(file: Path) -> Settings:
    """The preferences kept in a file; a missing or damaged one gives the usual ones."""
    kept = QSettings(str(file), QSettings.Format.IniFormat)
    return Settings(
        language=_text(kept, "language"),
        number_style=_text(kept, "number_style"),
        theme=_text(kept, "theme"),
        text_size=_size(_text(kept, "text_size")),
        geometry=_bytes(kept, "geometry"),
        order=_text(kept, "order"),
        motion=_text(kept, "motion") != NO_MOTION,
        units=_units(kept),
    ).checked()


def write_settings(file: Path, settings: Settings) -> None:
    """Keep the preferences; a folder that cannot be written keeps the former ones."""
    kept = QSettings(str(file), QSettings.Format.IniFormat)
    kept.setValue("language", settings.language)
    kept.setValue("number_style", settings.number_style)
    kept.setValue("theme", settings.theme)
    kept.setValue("text_size", str(settings.text_size))
    kept.setValue("order", settings.order)
    kept.setValue("geometry", QByteArray(settings.geometry))
    kept.setValue("motion", "" if settings.motion else NO_MOTION)
    kept.remove(UNITS)
    for name, code in settings.units.items():
        kept.setValue(f"{UNITS}/{name}", code)
    kept.sync()


def _one_of(value: str, known: tuple[str, ...], otherwise: str) -> str:
    return value if value in known else otherwise


def _text(kept: QSettings, key: str) -> str:
    value = kept.value(key, "")
    return value if isinstance(value, str) else ""


def _bytes(kept: QSettings, key: str) -> bytes:
    value = kept.value(key, QByteArray())
    return bytes(value.data()) if isinstance(value, QByteArray) else b""


def _units(kept: QSettings) -> dict[str, str]:
    """Names of fields and codes of units; a code that a field does not know is passed over."""
    kept.beginGroup(UNITS)
    codes = {name: _text(kept, name) for name in kept.childKeys()[:MOST_UNITS]}
    kept.endGroup()
    return {name: code for name, code in codes.items() if name.isidentifier() and code}


def _size(text: str) -> float:
    known = {str(size): size for size in TEXT_SIZES}
    return known.get(text, 1.0)
