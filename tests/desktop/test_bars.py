"""The bar of sources: parts add up, storage leads back to the net, and no text touches another."""

from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.charts.balance import Balance, Portion
from desktop.charts.bars import LIVE, PAGE, SCREEN, sources_bar
from desktop.charts.posts import POSTS
from desktop.charts.scene import Line, Mark, Polygon, Rect, Scene, Text
from desktop.words import load_words

WORDS = load_words("en")
WIDTH = 493.0
PER_LITRE = "kg\u00a0CO₂e\u00a0/\u00a0L"
DAIRY = (0.49, 0.19, 0.14, 0.09, 0.03, 0.04, 0.004)


def measure(string: str, size: float, weight: int) -> float:
    """A measure much like that of the page, without its letters."""
    return len(string) * size * (0.52 if weight > 400 else 0.5)


def balance(
    values: tuple[float, ...] = DAIRY,
    storage: float = 0.14,
    ends: tuple[float, float] | None = None,
) -> Balance:
    """What the bar shows, post after post."""
    portions = tuple(Portion(post, value) for post, value in zip(POSTS, values, strict=False))
    low, high = ends or (None, None)
    return Balance(portions, storage, "kg CO2e/(L FPCM)", low, high)


def bar(shown: Balance, look=PAGE, width: float = WIDTH, grid: float = 0.0) -> Scene:
    """The bar laid out in English."""
    return sources_bar(shown, WORDS, measure, width, look, grid)


def boxes(scene: Scene) -> list[Rect]:
    """The emissions, from left to right, without the storage."""
    return [s for s in scene.shapes if isinstance(s, Rect) and s.fill != "storage"]


def stored(scene: Scene) -> Rect:
    """The one box of storage."""
    (found,) = [s for s in scene.shapes if isinstance(s, Rect) and s.fill == "storage"]
    return found


def net_of(scene: Scene) -> float:
    """Where the diamond stands."""
    (diamond,) = [s for s in scene.shapes if isinstance(s, Polygon)]
    return sum(x for x, _ in diamond.points) / 4


def marks(scene: Scene) -> list[Mark]:
    """The marks of the posts."""
    return [mark for mark in scene.marks if mark.key not in {"storage", "net"}]


def texts(scene: Scene) -> list[str]:
    """Everything written."""
    return [shape.string for shape in scene.shapes if isinstance(shape, Text)]


def ink(text: Text) -> tuple[float, float, float, float]:
    """The box of a text: left, top, right, bottom of its capitals."""
    width = measure(text.string, text.size, text.weight)
    left = text.x - {"start": 0.0, "middle": width / 2, "end": width}[text.anchor]
    return left, text.y - 0.7 * text.size, left + width, text.y


def test_that_the_widths_of_the_posts_add_up_to_the_gross() -> None:
    scene = bar(balance())
    widths = [mark.bounds.width for mark in marks(scene)]
    per_unit = widths[0] / DAIRY[0]

    assert sum(widths) == pytest.approx(per_unit * sum(DAIRY), abs=1e-9)
    assert widths == pytest.approx([per_unit * value for value in DAIRY], abs=1e-9)


def test_that_neighbours_share_an_edge_and_leave_two_points_of_background() -> None:
    scene = bar(balance())
    drawn, bounds = boxes(scene), [mark.bounds for mark in marks(scene)]

    assert all(a.x + a.width == pytest.approx(b.x, abs=1e-9) for a, b in pairwise(bounds))
    gaps = [b.x - (a.x + a.width) for a, b in pairwise(drawn)]
    assert gaps[:5] == pytest.approx([2.0] * 5)
    assert drawn[0].x == 0.0
    assert drawn[-1].x + drawn[-1].width == pytest.approx(bounds[-1].x + bounds[-1].width)


def test_that_the_storage_hangs_from_the_end_of_the_gross_back_to_the_net() -> None:
    scene = bar(balance())
    last = marks(scene)[-1].bounds
    box = stored(scene)

    assert box.x + box.width == pytest.approx(last.x + last.width, abs=1e-9)
    assert box.x == pytest.approx(net_of(scene), abs=1e-9)
    assert box.y > last.y + last.height
    assert box.width / last.width == pytest.approx(0.14 / 0.004)


def test_that_a_net_below_zero_stands_left_of_the_zero_line() -> None:
    scene = bar(balance(storage=1.5))
    zero = boxes(scene)[0].x

    assert net_of(scene) < zero
    assert stored(scene).x == pytest.approx(net_of(scene))
    assert "0" in texts(scene)
    assert "Net −0.52" in texts(scene)
    assert scene.title == "Carbon storage is larger than the gross this year"


def test_that_carbon_lost_is_drawn_beyond_the_gross_and_written_with_a_plus() -> None:
    scene = bar(balance(storage=-0.1))
    end = marks(scene)[-1].bounds

    assert stored(scene).x == pytest.approx(end.x + end.width)
    assert net_of(scene) > end.x + end.width
    assert {"Carbon lost", "+0.10", "Net 1.08"} <= set(texts(scene))


def test_that_no_storage_draws_no_box_and_says_zero() -> None:
    scene = bar(balance(storage=0.0))

    assert not [s for s in scene.shapes if isinstance(s, Rect) and s.fill == "storage"]
    assert texts(scene)[texts(scene).index("Carbon storage") + 1] == "0"


def test_that_a_tiny_post_has_no_label_but_a_row_in_the_table() -> None:
    scene = bar(balance())

    assert "Others" not in texts(scene)
    assert ("Other purchases", "0.0040", "0.4%") in scene.table.rows


def test_that_a_tiny_post_is_still_seen_inside_its_place() -> None:
    scene = bar(balance())
    drawn, place = boxes(scene)[-1], marks(scene)[-1].bounds

    assert 0.0 < drawn.width <= place.width
    assert place.x <= drawn.x


def test_that_a_single_post_fills_the_bar_from_zero_to_the_gross() -> None:
    scene = bar(balance((0.0, 0.0, 0.0, 2.5), storage=0.0))

    assert [mark.key for mark in scene.marks] == ["feed", "storage", "net"]
    assert boxes(scene)[0].x == 0.0
    assert boxes(scene)[0].x + boxes(scene)[0].width == pytest.approx(net_of(scene))
    assert scene.title == "First source: Purchased feed, 100% of the gross"


def test_that_a_farm_without_emissions_is_an_empty_axis() -> None:
    scene = bar(balance((0.0,) * 7, storage=0.0))

    assert boxes(scene) == []
    assert {"Net 0", "0"} <= set(texts(scene))
    assert scene.title == "No emissions in this diagnosis"


def test_that_storage_without_emissions_stands_below_zero() -> None:
    scene = bar(balance((0.0,) * 7, storage=5.0))

    assert net_of(scene) < stored(scene).x + stored(scene).width
    assert "Net −5.00" in texts(scene)


def test_that_the_range_of_the_net_is_a_whisker_with_words() -> None:
    scene = bar(balance(ends=(0.73, 0.96)))
    row = net_of(scene), scene.marks[-1].bounds.y + scene.marks[-1].bounds.height / 2
    whisker = [s for s in scene.shapes if isinstance(s, Line) and s.y1 == s.y2 == row[1]]

    assert "between 0.73 and 0.96" in texts(scene)
    assert whisker[0].x1 < row[0] < whisker[0].x2
    assert scene.marks[-1].sentence.endswith("between 0.73 and 0.96 (9 chances in 10).")


def test_that_the_live_bar_is_sixteen_high_and_says_nothing() -> None:
    scene = bar(balance(), LIVE, width=224.0)

    assert texts(scene) == []
    assert {box.height for box in boxes(scene)} == {16.0}
    assert scene.height < 32.0
    assert [mark.key for mark in scene.marks][-2:] == ["storage", "net"]


def test_that_edges_are_rounded_to_the_pixel_and_parts_still_add_up() -> None:
    scene = bar(balance(), SCREEN, width=761.0, grid=1.0)
    edges = [mark.bounds.x for mark in scene.marks if mark.key != "net"]
    places = [mark.bounds for mark in marks(scene)]

    assert edges == [round(edge) for edge in edges]
    assert all(a.x + a.width == b.x for a, b in pairwise(places))


def test_that_an_estimated_post_is_hatched() -> None:
    shown = balance()
    guessed = replace(shown.portions[5], estimated=True)
    scene = bar(replace(shown, portions=(*shown.portions[:5], guessed, shown.portions[6])))

    assert [box.fill for box in boxes(scene) if box.hatch] == ["series.energy"]


@pytest.mark.parametrize(
    ("share", "sentence"),
    [
        (0.30, "First source: Manure, 70% of the gross"),
        (0.46, "First source: Manure, 54% of the gross"),
        (0.50, "Digestion makes half of the gross"),
        (0.54, "Digestion makes a little over half of the gross"),
        (0.60, "Digestion makes 60% of the gross"),
        (0.66, "Digestion makes two thirds of the gross"),
        (1.00, "Digestion makes 100% of the gross"),
    ],
)
def test_that_the_title_says_what_the_bar_shows(share: float, sentence: str) -> None:
    assert bar(balance((share, 1.0 - share))).title == sentence


def test_that_nearly_half_is_said_when_digestion_leads_with_less() -> None:
    assert bar(balance((0.46, 0.4, 0.14))).title == "Digestion makes nearly half of the gross"


def test_that_each_mark_can_be_read_aloud() -> None:
    sentences = {mark.key: mark.sentence for mark in bar(balance()).marks}

    assert sentences["enteric"] == f"Digestion of the animals: 0.49 {PER_LITRE}, 50% of the gross."
    assert sentences["storage"] == f"Carbon storage: 0.14 {PER_LITRE}, taken off the gross."
    assert sentences["net"] == f"Net: 0.84 {PER_LITRE}."


def test_that_the_table_tells_gross_storage_and_net_in_that_order() -> None:
    table = bar(balance()).table

    assert [row[0] for row in table.rows[-3:]] == [
        "Gross footprint",
        "Carbon storage",
        "Net footprint",
    ]
    assert [row[1] for row in table.rows[-3:]] == ["0.9840", "−0.1400", "0.8440"]
    assert all(len(row) == len(table.header) for row in table.rows)


def test_that_labels_show_figures_that_add_up_to_the_gross() -> None:
    thirds = (1 / 3, 1 / 3, 1 / 3)
    shown = texts(bar(balance(thirds, storage=0.0)))

    assert sorted(text for text in shown if text.startswith("0.3")) == ["0.33", "0.33", "0.34"]
    assert "1.00" in shown


amounts = st.one_of(st.just(0.0), st.floats(1e-4, 50.0))
storages = st.one_of(st.just(0.0), st.floats(1e-3, 120.0), st.floats(-60.0, -1e-3))


@st.composite
def balances(draw: st.DrawFn) -> Balance:
    """Any farm: posts of every size, storage or loss, with or without a range."""
    values = tuple(draw(st.lists(amounts, min_size=7, max_size=7)))
    shown = balance(values, draw(storages))
    if draw(st.booleans()):
        return shown
    spread = draw(st.floats(0.01, 40.0))
    return replace(shown, low=shown.net - spread, high=shown.net + spread * 1.1)


@given(balances(), st.sampled_from([(PAGE, WIDTH), (SCREEN, 620.0)]))
def test_that_no_text_touches_another_or_leaves_the_chart(shown: Balance, place) -> None:
    look, width = place
    scene = bar(shown, look, width)
    found = [(ink(s), s.string) for s in scene.shapes if isinstance(s, Text)]

    for (one, a), (other, b) in combinations(found, 2):
        across = min(one[2], other[2]) - max(one[0], other[0])
        along = min(one[3], other[3]) - max(one[1], other[1])
        assert min(across, along) < 0.01, (a, b)
    assert all(box[0] >= -0.01 and box[2] <= width + 0.01 for box, _ in found), found
    assert all(box[1] >= 0.0 and box[3] <= scene.height for box, _ in found)


@given(balances())
def test_that_leading_lines_never_cross(shown: Balance) -> None:
    lines = [s for s in bar(shown).shapes if isinstance(s, Line) and s.stroke == "border"]
    paths = [lines[n : n + 3] for n in range(0, len(lines), 3)]
    flat = [(path[1].y1, sorted((path[1].x1, path[1].x2)), n) for n, path in enumerate(paths)]

    for height, (left, right), n in flat:
        for other in (path for m, path in enumerate(paths) if m != n):
            for upright in (other[0], other[2]):
                low, high = sorted((upright.y1, upright.y2))
                assert not (left < upright.x1 < right and low < height < high)


@given(balances())
def test_that_posts_always_add_up_on_the_bar_and_in_the_table(shown: Balance) -> None:
    scene = bar(shown)
    places = [mark.bounds for mark in marks(scene)]

    if places:
        assert places[-1].x + places[-1].width - places[0].x == pytest.approx(
            sum(place.width for place in places), abs=1e-9
        )
    assert all(0 <= box.width <= WIDTH for box in boxes(scene))
    assert len(scene.table.rows) == len(POSTS) + 3


@pytest.mark.parametrize("ends", [(0.02, 1.4), (-0.3, 1.2)])
def test_that_a_range_as_wide_as_the_bar_pushes_the_net_below_it(ends: tuple[float, float]) -> None:
    narrow, wide = bar(balance(ends=(0.8, 0.9))), bar(balance(ends=ends))
    (net,) = [s for s in wide.shapes if isinstance(s, Text) and s.string.startswith("Net ")]
    rows = [s.y1 for s in wide.shapes if isinstance(s, Line) and s.y1 == s.y2]

    assert net.y - net.size > max(rows)
    assert net.y <= wide.height
    assert wide.height > narrow.height
