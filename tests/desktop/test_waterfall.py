"""The waterfall leads from gross to net: steps add up, losses go up, and zero is always drawn."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.charts.balance import Balance, Portion, Stored, shared_out, stored_of
from desktop.charts.posts import POSTS
from desktop.charts.scene import Line, Rect, Scene, Text
from desktop.charts.waterfall import PAGE, SCREEN, waterfall
from desktop.words import load_words
from diagnostics.balance import STOCKS
from tests.desktop.charting import measure

WORDS = load_words("en")
WIDTH = 272.0
STOCK = {stock.code: stock for stock in STOCKS}


def balance(
    gross: float = 0.98, ends: tuple[float, float] | None = None, **stored: float
) -> Balance:
    """A gross of equal posts and what each stock takes off."""
    portions = tuple(Portion(post, gross / len(POSTS)) for post in POSTS)
    parts = tuple(Stored(STOCK[code], value) for code, value in stored.items())
    low, high = ends or (None, None)
    return Balance(portions, sum(stored.values()), "kg CO2e/(L FPCM)", low, high, parts)


def drawn(shown: Balance, look=SCREEN, width: float = WIDTH) -> Scene:
    """The waterfall laid out in English."""
    return waterfall(shown, WORDS, measure, width, look)


def bars(scene: Scene, fill: str) -> list[Rect]:
    """The bars of a colour, from left to right."""
    return [s for s in scene.shapes if isinstance(s, Rect) and s.fill == fill]


def figures(scene: Scene) -> list[str]:
    """The strong figures over the columns."""
    return [s.string for s in scene.shapes if isinstance(s, Text) and s.weight == 600]


def zero(scene: Scene) -> float:
    """The height of the zero line."""
    (line,) = [
        s for s in scene.shapes if isinstance(s, Line) and s.y1 == s.y2 and s.thickness == 1.5
        and s.stroke == "text" and s.x2 - s.x1 > WIDTH / 2
    ]  # fmt: skip
    return line.y1


def test_that_each_step_hangs_from_the_one_before() -> None:
    scene = drawn(balance(grassland=0.07, hedges=0.04))
    first, second = bars(scene, "storage")
    (net,) = bars(scene, "text")

    assert figures(scene) == ["0.98", "−0.07", "−0.04", "0.87"]
    assert first.y == pytest.approx(bars(scene, "series.other")[0].y, abs=1.5)
    assert second.y == pytest.approx(first.y + first.height)
    assert net.y == pytest.approx(second.y + second.height)
    assert net.y + net.height == pytest.approx(zero(scene))


def test_that_carbon_lost_goes_up_and_is_no_storage_green() -> None:
    scene = drawn(balance(arable=-0.06))
    (lost,) = bars(scene, "muted")

    assert figures(scene) == ["0.98", "+0.06", "1.04"]
    assert lost.y + lost.height == pytest.approx(bars(scene, "series.other")[0].y, abs=1.5)
    assert bars(scene, "storage") == []
    assert scene.title == "Soils lose carbon: 0.06 on top of the gross"


def test_that_a_net_below_zero_hangs_under_the_zero_line() -> None:
    scene = drawn(balance(grassland=1.3, ends=(-0.7, 0.1)))
    (net,) = bars(scene, "text")

    assert net.y == pytest.approx(zero(scene))
    assert figures(scene)[-1] == "−0.32"
    assert scene.title == "Carbon storage takes off more than the gross: 1.30"


def test_that_without_stocks_one_step_stands_for_all_storage() -> None:
    plain = Balance((Portion(POSTS[0], 1.0),), 0.2, "kg CO2e/(L FPCM)")
    none = Balance((Portion(POSTS[0], 1.0),), 0.0, "kg CO2e/(L FPCM)")

    assert [mark.key for mark in drawn(plain).marks] == ["gross", "storage", "net"]
    assert drawn(none).title == "No carbon storage is counted"


def test_that_an_empty_farm_still_has_a_zero_line() -> None:
    scene = drawn(Balance((), 0.0, "t CO2e/yr"))

    assert figures(scene) == ["0", "0", "0"]
    assert zero(scene) <= scene.height


@pytest.mark.parametrize(
    ("stored", "title"),
    [
        ({"grassland": 0.07, "hedges": 0.04}, "Grassland and hedges take off 0.11"),
        ({"grassland": 0.07, "arable": 0.04}, "Carbon storage takes off 0.11"),
        ({"grassland": 0.07}, "Carbon storage takes off 0.07"),
    ],
)
def test_that_the_title_says_what_takes_off(stored: dict[str, float], title: str) -> None:
    assert drawn(balance(**stored)).title == title


@given(
    st.floats(0.001, 900), st.floats(-300, 900), st.floats(-300, 900), st.floats(-300, 900),
    st.floats(200, 900),
)  # fmt: skip
def test_that_all_shapes_stay_inside_and_no_figure_touches_another(
    gross: float, grass: float, hedges: float, arable: float, width: float
) -> None:
    scene = drawn(balance(gross, grassland=grass, hedges=hedges, arable=arable), PAGE, width)
    texts = [s for s in scene.shapes if isinstance(s, Text) and s.weight == 600]
    boxes = [
        (t.x - measure(t.string, t.size, t.weight) / 2, t.y - t.size,
         t.x + measure(t.string, t.size, t.weight) / 2, t.y) for t in texts
    ]  # fmt: skip

    rects = [shape for shape in scene.shapes if isinstance(shape, Rect)]
    assert all(one[0] >= -0.5 and one[2] <= width + 0.5 for one in boxes)
    assert all(one.y >= 0 and one.y + one.height <= scene.height for one in rects)
    assert all(
        one[2] <= other[0] + 1 or one[3] <= other[1] or other[3] <= one[1]
        for one, other in combinations(boxes, 2)
    )


@given(st.lists(st.floats(-500, 500), min_size=4, max_size=4), st.floats(0.1, 900))
def test_that_steps_shown_add_up_to_the_net_shown(values: list[float], gross: float) -> None:
    stored = dict(zip(STOCK, values, strict=True))
    rows = drawn(balance(gross, **stored)).table.rows
    shown = [float(text.replace("−", "-").replace(",", "").replace("+", ""))
             for _, text in rows if "<" not in text and ">" not in text]  # fmt: skip

    if len(shown) == len(rows):
        assert sum(shown[:-1]) == pytest.approx(shown[-1], abs=1e-6)


def test_that_storage_lines_are_gathered_by_stock_and_shared_out() -> None:
    lines = {"ST_PG": 50.0, "ST_TG": 10.0, "ST_CROP": -20.0, "ST_HEDGE": 30.0, "LOSS_LUC": -5.0}
    stored = {one.stock.code: one.value for one in stored_of(lines, sold=-20.0)}
    shares = shared_out(stored_of(lines), 13.0)

    assert stored == {"grassland": 60.0, "hedges": 30.0, "arable": 0.0, "ploughing": -5.0}
    assert sum(one.value for one in shares) == pytest.approx(13.0)
    assert shared_out(stored_of({}), 0.0) == ()
