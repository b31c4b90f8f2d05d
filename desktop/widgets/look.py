"""What every widget is given to show itself: theme, words, pictograms, a voice and units."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.icons import Icons
from desktop.theme import Theme
from desktop.widgets.announcing import Announcer
from desktop.widgets.shown_units import ShownUnits
from desktop.words import Words


@dataclass(frozen=True)
class Look:
    """One look and one language; changing either builds the widgets anew."""

    theme: Theme
    words: Words
    icons: Icons
    announcer: Announcer = field(default_factory=Announcer)
    motion: bool = True
    """Whether a change may draw the eye for a moment."""
    units: ShownUnits = field(default_factory=ShownUnits)
