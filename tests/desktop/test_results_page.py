"""The results page: one number in its views, charts with tables and copies, and a why for all."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.chart_view import ChartView
from desktop.widgets.figure_table import FigureTable
from desktop.widgets.rows import WhyButton
from desktop.widgets.segmented import Segment
from desktop.windows.results.page import ResultsPage
from desktop.windows.results.view_switch import MenuSwitch
from tests.desk import said
from tests.desktop.looks import heard
from tests.desktop.results_pages import farms, outcome_of, page_of
from tests.pictures import seeing

FARMS = tuple(farm for farm in farms() if farm != "empty")


def segment(page: ResultsPage, key: str) -> Segment:
    """One word of the switch."""
    (found,) = [one for one in page.findChildren(Segment) if one.key == key]
    return found


def seen(page: ResultsPage, kind: type[QWidget]) -> list[QWidget]:
    """The widgets of a kind that are on the page now."""
    return [one for one in page.findChildren(kind) if one.isVisible()]


def test_that_the_number_the_sum_and_the_sources_are_told(qtbot: QtBot) -> None:
    shown = said(page_of(qtbot, "D1"))

    assert "kg CO₂e net per litre of milk | Between 0.8" in shown
    assert "Gross | 1.18 | Carbon storage | 0.10" in shown.replace("− | ", "").replace("= | ", "")
    assert "Three sources make 81% of the gross" in shown
    assert "0.11 above the mean of the group" in shown


def test_that_another_view_tells_the_same_farm_in_tonnes(qtbot: QtBot) -> None:
    page = page_of(qtbot, "D1")
    QTest.mouseClick(segment(page, "total/"), Qt.MouseButton.LeftButton)
    shown = said(page)

    assert page.first.accessibleName() == "602"
    assert "t CO₂e net a year" in shown
    assert "That is 6.92 t per ha." in shown
    assert "Other farms are known per litre or per kilogram" in shown
    assert heard(page._look)[-1] == "602 t CO₂e net a year"


def test_that_each_product_of_several_has_a_view_with_its_range(qtbot: QtBot) -> None:
    page = page_of(qtbot, "mixed")
    (switch,) = page.findChildren(MenuSwitch)
    labels = [action.text() for action in switch.menu.actions()]
    switch.menu.actions()[2].trigger()

    assert labels == [
        "Per ha", "Per litre", "Per kg (Suckler enterprise)", "Per kg (Finishing enterprise)",
        "Total",
    ]  # fmt: skip
    assert "kg CO₂e net per kg live weight | Between" in said(page)
    assert "This enterprise:" in said(page)


def test_that_a_farm_of_several_products_lists_each_with_its_sum(qtbot: QtBot) -> None:
    shown = said(page_of(qtbot, "mixed"))

    assert "Net, Dairy enterprise | 0.85" in shown
    assert "gross 0.98, carbon storage −0.13" in shown


def test_that_what_is_still_estimated_is_said_and_hatched(qtbot: QtBot) -> None:
    page = page_of(qtbot, "begun")
    scene = page.board.bar.chart.scene

    assert "Provisional estimate. Still on reference values: Manure" in said(page)
    assert "Hatched: still estimated" in said(page)
    assert scene is not None
    assert any(getattr(shape, "hatch", False) for shape in scene.shapes)
    assert "Provisional" not in said(page_of(qtbot, "D1"))


def test_that_a_net_below_zero_is_told_as_a_fact(qtbot: QtBot) -> None:
    page = page_of(qtbot, "below zero")

    assert page.first.accessibleName().startswith("−")
    assert "stores more carbon than it gives off" in said(page)


def test_that_a_ratio_that_does_not_apply_says_why(qtbot: QtBot) -> None:
    shown = said(page_of(qtbot, "unsold"))

    assert "t CO₂e net a year" in shown
    assert "Per litre: none, because no milk is sold." in shown
    assert "Meat of the dairy herd | — | no milk is sold" in shown


def test_that_a_farm_that_has_not_answered_shows_only_what_is_missing(qtbot: QtBot) -> None:
    page = page_of(qtbot, "empty")

    assert page.first.accessibleName() == "—"
    assert said(page) == "Results 2025 | “Cows, average number” is not entered"


@pytest.mark.parametrize("key", ["bar", "fall", "place"])
def test_that_t_goes_to_the_table_of_a_chart_and_back(key: str, qtbot: QtBot) -> None:
    page = page_of(qtbot, "D1")
    chart = page.board.charts[key].chart
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_T)
    table = page.tables.cards[key].table

    assert table.hasFocus()
    assert table.accessibleName() == chart.accessibleName()
    QTest.keyClick(table, Qt.Key.Key_T)
    assert chart.hasFocus()


def test_that_a_table_has_the_figures_in_full(qtbot: QtBot) -> None:
    page = page_of(qtbot, "D1")
    QTest.keyClick(page.board.bar.chart, Qt.Key.Key_T)
    model = page.tables.cards["bar"].table.model()
    cells = [[model.index(row, column).data() for column in range(3)] for row in range(10)]

    assert cells[0] == ["Digestion of the animals", "0.5190", "44.1%"]
    assert cells[-1] == ["Net footprint", "1.0839", ""]


@pytest.mark.parametrize("key", ["bar", "fall", "place"])
def test_that_c_copies_a_picture_and_a_table(key: str, qtbot: QtBot) -> None:
    page = page_of(qtbot, "D1")
    with qtbot.waitSignal(page.noted):
        QTest.keyClick(page.board.charts[key].chart, Qt.Key.Key_C)
    copy = QGuiApplication.clipboard().mimeData()
    picture = QImage.fromData(copy.data("image/png"), "PNG")

    assert picture.width() >= 2 * 320
    assert copy.text().splitlines()[-1].count("\t") == copy.text().splitlines()[0].count("\t")
    assert "<table>" in copy.html()
    assert heard(page._look)[-1] == "Copied: picture and table"


def test_that_a_copied_table_reads_as_numbers_in_a_sheet(qtbot: QtBot) -> None:
    page = page_of(qtbot, "D1")
    QTest.keyClick(page.board.fall.chart, Qt.Key.Key_C)
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]

    assert lines[2] == ["Grassland", "-0.0541"]
    assert float(lines[1][1]) + sum(float(line[1]) for line in lines[2:5]) == pytest.approx(
        float(lines[5][1])
    )


def test_that_a_mark_of_the_group_says_where_it_was_published(qtbot: QtBot) -> None:
    page = page_of(qtbot, "D1")
    with qtbot.waitSignal(page.noted) as noted:
        page.board.place.chart.why_asked.emit("mean")

    assert noted.args is not None
    assert noted.args[0].startswith("Source: fr.slideshare.net")


def test_that_ones_own_figures_lead_to_the_check(qtbot: QtBot) -> None:
    page = page_of(qtbot, "D1")
    with qtbot.waitSignal(page.check_wished):
        page.findChild(WhyButton, ":own").click()


def asked(page: ResultsPage) -> Iterator[tuple[str, str]]:
    """Press everything that answers "why", and give what it asks for: row and quantity."""
    wished: list[tuple[str, str]] = []
    page.explanation_wished.connect(lambda row, name: wished.append((row, name)))
    for button in seen(page, WhyButton):
        button.click()
    for chart in seen(page, ChartView):
        for mark in chart.scene.marks:
            chart.why_asked.emit(mark.key)
    yield from wished


@pytest.mark.parametrize("farm", FARMS)
def test_that_every_figure_of_every_view_opens_its_own_explanation(farm: str, qtbot: QtBot) -> None:
    from desktop.explanation.places import Place
    from desktop.explanation.tree import Tree

    outcome = outcome_of(farm)
    page = page_of(qtbot, farm)
    assert outcome.diagnosis is not None
    tree = Tree(outcome.diagnosis)
    for view in [key for key, _ in page.views._choices]:
        page._on_view_chosen(view)
        places = [Place(name, row) for row, name in asked(page)]

        assert len(places) >= 12
        for place in places:
            level = tree.level(tree.exact(place))
            assert level.value is not None or tree.why_not(place) is not None


@pytest.mark.parametrize("farm", ["D1", "B1", "mixed", "below zero"])
def test_that_the_steps_to_the_net_are_explained_with_the_figure_shown(
    farm: str, qtbot: QtBot
) -> None:
    from desktop.explanation.places import Place
    from desktop.explanation.tree import Tree
    from desktop.presenting.live import explained_place, leading_of
    from desktop.presenting.views import view_choices

    outcome = outcome_of(farm)
    assert outcome.diagnosis is not None
    tree = Tree(outcome.diagnosis)
    for view, _ in view_choices(outcome, page_of(qtbot, "D1")._look.words):
        leading = leading_of(outcome, view)
        assert leading.headline is not None
        balance = leading.headline.balance
        scale = 1000.0 if balance.unit.startswith("t ") else 1.0
        for one in balance.stored:
            place = Place(*explained_place(one.stock.code, leading))
            assert tree.value(place) == pytest.approx(one.value * scale, rel=1e-9)


@pytest.mark.parametrize("farm", ["D1", "B1", "B5", "mixed", "sheep", "begun"])
@pytest.mark.parametrize(("theme", "scale", "width"), [
    ("light", 1.0, 1048), ("dark", 1.0, 640), ("contrast-light", 2.0, 1008),
    ("contrast-dark", 1.5, 1008),
])  # fmt: skip
def test_that_nothing_is_cut_or_lies_over_anything_else(
    farm: str, theme: str, scale: float, width: int, qtbot: QtBot
) -> None:
    page = page_of(qtbot, farm, theme, scale, width)
    faults: list[str] = []
    for tab in ("overview", "tables"):
        page._on_tab_chosen(tab)
        for _ in range(10):
            page.resize(width, page.heightForWidth(width))
            QTest.qWait(20)
            checks = (seeing.cut_texts, seeing.cut_controls, seeing.outside, seeing.overlaps)
            faults = [fault for check in checks for fault in check(page)]
            faults += list(seeing.unnamed(page))
            if not faults:
                break
        assert faults == []
        assert page.minimumSizeHint().width() <= width


def test_that_the_overview_fits_the_first_screen(qtbot: QtBot) -> None:
    page = page_of(qtbot, "D1")
    page.resize(WIDTH_OF_PAGE, 688)
    QTest.qWait(50)
    foot = page.board.place.mapTo(page, page.board.place.rect().bottomLeft()).y()

    assert foot <= 688


WIDTH_OF_PAGE = 1048


def test_that_hidden_results_are_written_when_they_are_seen(qtbot: QtBot) -> None:
    page = page_of(qtbot, "D1")
    page.hide()
    page.show_outcome(outcome_of("B1"))
    before = page.first.accessibleName()
    page.show()

    assert (before, page.first.accessibleName()) == ("1.08", "6.5")


def test_that_tables_are_tables_for_a_reader(qtbot: QtBot) -> None:
    page = page_of(qtbot, "D1")
    page._on_tab_chosen("tables")
    tables = seen(page, FigureTable)

    assert len(tables) == 4
    assert all(table.accessibleName() for table in tables)
    QTest.keyClick(tables[0], Qt.Key.Key_Down)
    assert not tables[0].verticalScrollBar().isVisible()
