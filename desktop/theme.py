"""How the window looks: one frozen object with the colours, the letters and the measures.

Widgets paint themselves from it; only scroll bars and menus use a style sheet.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any, Final

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QToolTip

FAMILIES: Final = ("Inter", "DejaVu Sans")
"""The letters of the window, and the ones that lend a glyph the first lacks."""

LARGE_TEXT: Final = 20
"""From this size on (pixels at 100 %) letters are set slightly closer."""


class Role(Enum):
    """What a piece of text is for: size, height of a line (pixels at 100 %), weight, slant."""

    CAPTION = (12, 16, 400, False)
    KEY_HINT = (12, 16, 500, False)
    SECONDARY = (13, 18, 400, False)
    SECONDARY_STRONG = (13, 18, 500, False)
    BODY = (14, 20, 400, False)
    LABEL = (14, 20, 500, False)
    STRONG = (14, 20, 600, False)
    VALUE = (16, 24, 500, False)
    REFERENCE = (16, 24, 400, True)
    SECTION = (16, 24, 600, False)
    TITLE = (20, 32, 600, False)
    FIGURE = (20, 28, 500, False)
    FIGURE_STRONG = (20, 28, 600, False)
    PAGE = (28, 36, 600, False)
    HEADLINE = (44, 56, 600, False)
    RESULT = (56, 64, 600, False)

    def __init__(self, size: int, line: int, weight: int, italic: bool) -> None:
        self.size = size
        self.line = line
        self.weight = weight
        self.italic = italic


@dataclass(frozen=True)
class Colours:
    """The colours of the interface by their task; a missing or unknown one stops the start."""

    background: QColor
    surface: QColor
    text: QColor
    text_muted: QColor
    border: QColor
    hairline: QColor
    track: QColor
    primary: QColor
    primary_pressed: QColor
    on_primary: QColor
    link: QColor
    focus: QColor
    impossible: QColor
    impossible_tint: QColor
    unusual: QColor
    unusual_tint: QColor
    complete: QColor
    complete_tint: QColor
    info: QColor
    info_tint: QColor


@dataclass(frozen=True)
class Theme:
    """Colours, letters and measures of one look at one text size (1.0 to 2.0)."""

    name: str
    colours: Colours
    series: Mapping[str, QColor]
    scale: float = 1.0
    patterns: bool = False
    """Whether the posts of charts are told apart by patterns too."""

    _fonts: dict[Role, QFont] = field(default_factory=dict, init=False, repr=False, compare=False)

    def px(self, at_100_percent: float) -> int:
        """Give a length of the drawings (pixels at 100 % text) for the present text size."""
        return round(at_100_percent * self.scale)

    @property
    def line(self) -> int:
        """The width of an ordinary border."""
        return max(1, round(self.scale * 0.75))

    @property
    def halo(self) -> int:
        """The room every control keeps around itself for the focus ring: 2 px gap, 2 px ring."""
        return self.px(4)

    @property
    def radius(self) -> int:
        """The rounding of fields, buttons and cards."""
        return self.px(6)

    @property
    def control(self) -> int:
        """The height of a button."""
        return self.px(36)

    def named(self, name: str) -> QColor:
        """Give a colour by its name in a chart scene: "series.enteric", "text", "muted"."""
        key = name.removeprefix("series.")
        if key in self.series:
            return self.series[key]
        colour: QColor = getattr(self.colours, "text_muted" if key == "muted" else key)
        return colour

    def font(self, role: Role) -> QFont:
        """Give the letters of a role, with figures of equal width and no hinting."""
        if role not in self._fonts:
            close = role.size >= LARGE_TEXT
            self._fonts[role] = self.letters(role.size * self.scale, role.weight, close=close)
            self._fonts[role].setItalic(role.italic)
        return QFont(self._fonts[role])

    def letters(self, pixels: float, weight: int, *, close: bool = False) -> QFont:
        """Give letters of a size in pixels, for charts and other drawings."""
        font = QFont(list(FAMILIES))
        font.setPixelSize(max(1, round(pixels)))
        font.setWeight(QFont.Weight(weight))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setFeature(QFont.Tag("tnum"), 1)
        if close:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -0.015 * pixels)
        return font

    def line_height(self, role: Role) -> int:
        """Give the distance between two lines of text of a role."""
        return self.px(role.line)

    def palette(self) -> QPalette:
        """Give the colours of the plain Qt widgets that are not painted by us."""
        palette = QPalette()
        for role, colour in _palette_roles(self.colours).items():
            palette.setColor(role, colour)
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colours.text_muted)
        return palette

    def scroll_bar_sheet(self) -> str:
        """Give the rules for a scroll bar: a plain rounded handle and no arrows."""
        return self._filled(SCROLL_BAR)

    def menu_sheet(self) -> str:
        """Give the rules for a menu that drops down."""
        return self._filled(MENU)

    def list_sheet(self) -> str:
        """Give the rules for a list that drops below a field."""
        return self._filled(LIST)

    def table_sheet(self) -> str:
        """Give the rules for a table of figures."""
        return self._filled(TABLE)

    def _filled(self, rules: str) -> str:
        names = {key: colour.name() for key, colour in vars(self.colours).items()}
        sizes = {f"px{n}": f"{self.px(n)}px" for n in (4, 6, 8, 12, 16, 24, 28, 32)}
        return rules.format(**names, **sizes, line=f"{self.line}px")


# Given to the single scroll bar or menu: a sheet for the whole application makes Qt paint the
# ground of every line edit over what we painted, and costs 18 ms at each change.
SCROLL_BAR: Final = """
QScrollBar {{ background: transparent; width: {px12}; height: {px12}; margin: 0; }}
QScrollBar::handle {{ background: {border}; border-radius: {px4}; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: {px28}; }}
QScrollBar::handle:horizontal {{ min-width: {px28}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: {track}; border-radius: {px4};
  margin: 2px; }}
"""

MENU: Final = """
QMenu {{ background: {background}; color: {text}; border: {line} solid {border};
  padding: {px4}; }}
QMenu::item {{ padding: {px6} {px24} {px6} {px12}; }}
QMenu::item:selected {{ background: {complete_tint}; color: {text}; }}
QMenu::separator {{ height: {line}; background: {hairline}; margin: {px4} {px8}; }}
"""


LIST: Final = """
QListView {{ background: {background}; color: {text}; border: {line} solid {border};
  outline: none; }}
QListView::item {{ height: {px32}; padding-left: {px8}; }}
QListView::item:selected, QListView::item:hover {{ background: {complete_tint}; color: {text}; }}
"""


TABLE: Final = """
QTableView {{ background: {background}; color: {text}; border: none; outline: none; }}
QTableView::item {{ padding: 0 {px6}; border-bottom: {line} solid {hairline}; }}
QTableView::item:selected {{ background: {surface}; color: {text}; }}
QHeaderView {{ background: {background}; border: none; }}
QHeaderView::section {{ background: {background}; color: {text_muted}; border: none;
  border-bottom: {line} solid {border}; padding: 0 {px8}; }}
"""


def _palette_roles(colours: Colours) -> dict[QPalette.ColorRole, QColor]:
    role = QPalette.ColorRole
    return {
        role.Window: colours.background,
        role.WindowText: colours.text,
        role.Base: colours.background,
        role.AlternateBase: colours.surface,
        role.Text: colours.text,
        role.PlaceholderText: colours.text_muted,
        role.Button: colours.surface,
        role.ButtonText: colours.text,
        role.Highlight: colours.primary,
        role.HighlightedText: colours.on_primary,
        role.Link: colours.link,
        role.LinkVisited: colours.link,
        role.ToolTipBase: colours.background,
        role.ToolTipText: colours.text,
        role.Mid: colours.border,
        role.Dark: colours.border,
        role.Light: colours.surface,
        role.Accent: colours.primary,
    }


def load_theme(file: Path, scale: float = 1.0) -> Theme:
    """Read a theme file; the text size is kept between 100 and 200 %."""
    read = _read(file)
    colours = Colours(**{key: QColor(value) for key, value in read["colours"].items()})
    series = {key: QColor(value) for key, value in read["series"].items()}
    scale = min(2.0, max(1.0, scale))
    return Theme(file.stem, colours, series, scale, patterns=bool(read.get("patterns")))


def _read(file: Path) -> dict[str, Any]:
    """Read a theme file laid over the one that it names as its base."""
    read: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    if "base" not in read:
        return read
    below = _read(file.with_name(f"{read['base']}.toml"))
    parts = {part: below[part] | read.get(part, {}) for part in ("colours", "series")}
    return below | read | parts


def load_fonts(folder: Path) -> list[str]:
    """Make the letters of the window known to Qt (those of the page stay unread) and name them."""
    families: list[str] = []
    for file in (*sorted(folder.glob("Inter-*.ttf")), *folder.glob("DejaVuSans.ttf")):
        number = QFontDatabase.addApplicationFont(str(file))
        families += QFontDatabase.applicationFontFamilies(number)
    return families


def dress(application: QApplication, theme: Theme) -> None:
    """Give the whole application the look of a theme."""
    application.setStyle("Fusion")
    application.setPalette(theme.palette())
    application.setFont(theme.font(Role.BODY))
    QToolTip.setPalette(theme.palette())
    QToolTip.setFont(theme.font(Role.SECONDARY))
