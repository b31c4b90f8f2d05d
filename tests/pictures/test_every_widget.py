"""Every widget of the guided pages × light and dark × French and English × 100 and 200 %."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop import paths
from desktop.icons import Icons
from desktop.theme import load_fonts, load_theme
from desktop.widgets.look import Look
from desktop.words import load_words
from tests.desktop.fitting import cut
from tests.desktop.looks import put_on_screen
from tests.pictures import seeing
from tests.pictures.widget_sheets import SHEETS, WIDEST

SEEN = Path(__file__).resolve().parent / "seen"
LOOKS = [
    (theme, language, size)
    for theme in ("light", "dark")
    for language in ("fr", "en")
    for size in (1.0, 2.0)
]


def faults_of(sheet: QWidget) -> list[str]:
    """Everything a machine finds amiss on a sheet as it stands at this moment."""
    checks = [seeing.cut_texts, seeing.cut_controls, seeing.outside, seeing.overlaps]
    found = [fault for check in checks for fault in check(sheet)]
    return [*found, *cut(sheet), *(f"no name: {fault}" for fault in seeing.unnamed(sheet))]


def settled_faults(sheet: QWidget) -> list[str]:
    """What is still amiss once Qt has laid the sheet out."""
    for _ in range(20):
        QTest.qWait(10)
        found = faults_of(sheet)
        if not found:
            break
    return found


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look[0]}-{look[1]}-{look[2]:.0%}")
def test_that_every_widget_is_seen_whole(
    sheet: str, look: tuple[str, str, float], qtbot: QtBot
) -> None:
    theme_name, language, size = look
    load_fonts(paths.resource("fonts"))
    theme = load_theme(paths.resource("themes", f"{theme_name}.toml"), size)
    make, width = SHEETS[sheet]
    shown = make(Look(theme, load_words(language), Icons(paths.icon)))
    shown.setPalette(theme.palette())
    put_on_screen(qtbot, shown, min(theme.px(width), WIDEST))
    faults = settled_faults(shown)
    SEEN.mkdir(exist_ok=True)
    shown.grab().save(str(SEEN / f"widget-{sheet}-{theme_name}-{language}-{size * 100:.0f}.png"))

    assert faults == []
