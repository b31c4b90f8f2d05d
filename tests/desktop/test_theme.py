"""The theme gives letters, measures and colours for every text size."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo, QFontMetricsF, QImage, QPainter, QPalette
from pytestqt.qtbot import QtBot

from desktop import paths
from desktop.theme import Role, load_theme
from tests.desktop.looks import make_look

LIGHT = paths.resource("themes", "light.toml")


def ink_of(role: Role, qtbot: QtBot) -> int:
    """Count the dark pixels of a word in the letters of a role."""
    image = QImage(400, 80, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    font = make_look().theme.font(role)
    font.setPixelSize(40)
    painter.setFont(font)
    painter.drawText(10, 60, "Hmmmmn")
    painter.end()
    return sum(value < 128 for value in bytes(image.constBits()))


@pytest.mark.parametrize("role", list(Role))
def test_that_all_figures_have_the_same_width(role: Role, qtbot: QtBot) -> None:
    metrics = QFontMetricsF(make_look().theme.font(role))

    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("8888")


def test_that_heavier_letters_have_more_ink(qtbot: QtBot) -> None:
    body, label, strong = (ink_of(role, qtbot) for role in (Role.BODY, Role.LABEL, Role.STRONG))

    assert body * 1.05 < label < strong / 1.05


def test_that_reference_values_are_in_the_italic_of_the_bundled_letters(qtbot: QtBot) -> None:
    info = QFontInfo(make_look().theme.font(Role.REFERENCE))

    assert (info.family(), info.italic()) == ("Inter", True)


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_that_larger_text_enlarges_letters_and_measures_alike(scale: float, qtbot: QtBot) -> None:
    theme = make_look(scale=scale).theme

    assert theme.font(Role.BODY).pixelSize() == round(14 * scale)
    assert theme.px(216) == round(216 * scale)
    assert theme.line_height(Role.TITLE) == round(32 * scale)


@pytest.mark.parametrize(("asked", "given"), [(0.1, 1.0), (1.0, 1.0), (2.0, 2.0), (9.0, 2.0)])
def test_that_the_text_size_stays_between_its_ends(asked: float, given: float) -> None:
    assert load_theme(LIGHT, asked).scale == given


def test_that_a_theme_without_a_colour_stops_the_start(tmp_path: Path) -> None:
    lines = LIGHT.read_text(encoding="utf-8").splitlines()
    damaged = tmp_path / "light.toml"
    damaged.write_text("\n".join(line for line in lines if "focus" not in line), encoding="utf-8")

    with pytest.raises(TypeError, match="focus"):
        load_theme(damaged)


def test_that_charts_find_their_colours_by_name() -> None:
    theme = load_theme(LIGHT)

    assert theme.named("series.storage") == theme.named("storage") == theme.series["storage"]
    assert theme.named("muted") == theme.colours.text_muted
    with pytest.raises(AttributeError):
        theme.named("pink")


def test_that_plain_widgets_follow_the_theme(qtbot: QtBot) -> None:
    theme = make_look("dark").theme
    palette = theme.palette()

    assert palette.color(QPalette.ColorRole.Window) == theme.colours.background
    assert palette.color(QPalette.ColorRole.Text) == theme.colours.text
    assert theme.colours.border.name() in theme.scroll_bar_sheet()
