"""A chart is seen, heard, and walked through with the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.charts.scene import Line, Measure, Polygon, Rect, Ribbon, Scene, Table, Texture
from desktop.widgets.chart_view import ChartView
from desktop.widgets.roles import install_roles
from tests.desktop.figures import bar
from tests.desktop.looks import heard, make_look, put_on_screen


def view_of(qtbot: QtBot, scale: float = 1.0, theme: str = "light") -> ChartView:
    """Show a chart of two sources."""
    view = ChartView(make_look(theme, scale=scale))
    view.show_scene(bar)
    put_on_screen(qtbot, view, 208)
    view.setFocus()
    return view


def colours_of(view: ChartView) -> set[str]:
    """Give all colours that are painted."""
    image = view.grab().toImage()
    sides = range(image.width()), range(image.height())
    return {image.pixelColor(x, y).name() for x in sides[0] for y in sides[1]}


def test_that_a_chart_says_what_it_is(qtbot: QtBot) -> None:
    install_roles()
    view = view_of(qtbot)
    interface = QAccessible.queryAccessibleInterface(view)

    assert interface.role() == QAccessible.Role.Chart
    assert interface.text(QAccessible.Text.Name) == "Two sources"


def test_that_the_arrows_go_round_the_marks_and_each_is_spoken(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(view, key)

    assert [said.split(",")[0] for said in heard(view.look)] == [
        "Digestion", "Purchased feed", "Digestion", "Purchased feed",
    ]  # fmt: skip
    assert view.accessibleDescription() == "Purchased feed, 0.18"


def test_that_t_asks_for_the_table(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    with qtbot.waitSignal(view.table_asked):
        QTest.keyClick(view, Qt.Key.Key_T)

    assert view.mark is None


def test_that_a_click_on_a_mark_asks_why(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    with qtbot.waitSignal(view.why_asked) as asked:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(150, 10))

    assert asked.args == ["feed"]


def test_that_the_chart_is_laid_out_for_the_width_it_gets(qtbot: QtBot) -> None:
    view = view_of(qtbot)
    view.resize(408, 60)
    assert view.scene is not None

    assert view.scene.width == 400


def test_that_larger_text_enlarges_the_whole_chart(qtbot: QtBot) -> None:
    small, large = view_of(qtbot), view_of(qtbot, scale=2.0)

    assert large.heightForWidth(400) - 16 == 2 * (small.heightForWidth(208) - 8)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_that_series_are_painted_in_the_colours_of_the_theme(theme: str, qtbot: QtBot) -> None:
    view = view_of(qtbot, theme=theme)
    series = view.look.theme.series

    assert {series["enteric"].name(), series["feed"].name()} <= colours_of(view)


def shown(qtbot: QtBot, *shapes: Rect | Line | Polygon | Ribbon, theme: str = "light") -> ChartView:
    """Show shapes on a small chart."""

    def draw(width: float, measure: Measure) -> Scene:
        return Scene(width, 40, shapes, (), "Shapes", Table((), ()))

    view = ChartView(make_look(theme))
    view.show_scene(draw)
    put_on_screen(qtbot, view, 108)
    return view


def share_of(view: ChartView, name: str, box: tuple[int, int, int, int]) -> float:
    """Give how much of a box is painted in a colour of the theme."""
    image, wanted = view.grab().toImage(), QColor(view.look.theme.named(name)).rgb()
    left, top, width, height = box
    at = [(x, y) for x in range(left, left + width) for y in range(top, top + height)]
    return sum(image.pixel(x + 4, y + 4) == wanted for x, y in at) / len(at)


def test_that_what_is_still_estimated_is_hatched(qtbot: QtBot) -> None:
    whole = shown(qtbot, Rect(0, 0, 100, 40, "series.energy"))
    hatched = shown(qtbot, Rect(0, 0, 100, 40, "series.energy", hatch=True))

    assert share_of(whole, "series.energy", (5, 5, 90, 30)) == 1.0
    assert 0.05 < share_of(hatched, "series.energy", (5, 5, 90, 30)) < 0.6


@pytest.mark.parametrize(
    "texture", ["dots", "rising", "horizontal", "falling", "vertical", "cross", "waves"]
)
@pytest.mark.parametrize("theme", ["contrast-light", "contrast-dark"])
def test_that_a_pattern_is_painted_in_high_contrast_only(
    texture: Texture, theme: str, qtbot: QtBot
) -> None:
    box = Rect(0, 0, 100, 40, "series.soils", texture)

    assert share_of(shown(qtbot, box), "series.soils", (5, 5, 90, 30)) == 1.0
    assert 0.1 < share_of(shown(qtbot, box, theme=theme), "series.soils", (5, 5, 90, 30)) < 0.95


def test_that_lines_diamonds_and_flows_are_painted(qtbot: QtBot) -> None:
    view = shown(
        qtbot,
        Line(0, 35, 100, 35, "text", 2),
        Polygon(((10, 0), (20, 10), (10, 20), (0, 10)), "text", "background", 2),
        Ribbon(40, 0, 20, 90, 5, 10, "series.feed"),
    )

    assert share_of(view, "text", (0, 34, 100, 2)) > 0.9
    assert share_of(view, "text", (7, 7, 6, 6)) == 1.0
    assert share_of(view, "series.feed", (42, 3, 5, 12)) > 0.9
