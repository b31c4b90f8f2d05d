"""The place of a farm: what is published of its group is drawn as it is, nothing is assumed."""

from dataclasses import replace

import pytest

from desktop.charts import place_words
from desktop.charts.balance import Balance, Portion
from desktop.charts.place import SCREEN, place_strip, standing_of
from desktop.charts.posts import POSTS
from desktop.charts.scene import Line, Polygon, Rect, Scene, Text
from desktop.words import load_words
from diagnostics.reference_files import Figures, ReferenceGroup
from tests.desktop.charting import measure

WORDS = load_words("en")
GROUP = ReferenceGroup(
    "maize", "Lowland dairy farms", "milk", "kg CO2e/(L FPCM)", ("lowland_maize",), ("MAI",),
    ("example.org",), "V", 1434, "2013–2014", net=Figures(mean=0.97),
)  # fmt: skip
FIVE = Figures(p5=0.70, p25=0.83, p50=0.91, p75=1.0, p95=1.12)


def farm(net: float = 0.87, ends: tuple[float, float] | None = (0.76, 0.99)) -> Balance:
    """A farm with this net per litre."""
    low, high = ends or (None, None)
    gross = max(net + 0.11, 0.5)
    return Balance((Portion(POSTS[0], gross),), gross - net, "kg CO2e/(L FPCM)", low, high)


def strip(group: ReferenceGroup, shown: Balance | None = None, width: float = 288.0) -> Scene:
    """The strip laid out in English."""
    standing = standing_of(shown or farm(), group)
    assert standing is not None
    return place_strip(standing, WORDS, measure, width, SCREEN)


def texts(scene: Scene) -> list[str]:
    """Everything that is written on the strip."""
    return [shape.string for shape in scene.shapes if isinstance(shape, Text)]


def test_that_of_a_group_with_a_mean_only_the_mean_is_shown() -> None:
    scene = strip(GROUP)

    assert texts(scene) == ["you 0.87", "mean of the group 0.97"]
    assert not [shape for shape in scene.shapes if isinstance(shape, Rect)]
    assert scene.title == "0.10 below the mean of the group"
    assert scene.subtitle == "Lowland dairy farms · n\u00a0=\u00a01,434 · 2013–2014"


def test_that_published_percentiles_are_a_box_and_a_median() -> None:
    scene = strip(replace(GROUP, net=FIVE))
    outer, inner = [shape for shape in scene.shapes if isinstance(shape, Rect)]

    assert outer.x < inner.x < inner.x + inner.width < outer.x + outer.width
    assert texts(scene)[1:] == [
        "median 0.91", "5 farms in 100 below 0.70", "5 farms in 100 above 1.12",
    ]  # fmt: skip
    assert scene.title == "In the middle half of the group, below the median"


@pytest.mark.parametrize(
    ("net", "said"),
    [
        (0.6, "Among the lowest twentieth of the group"),
        (0.8, "In the lowest quarter of the group"),
        (0.95, "In the middle half of the group, above the median"),
        (1.05, "In the highest quarter of the group"),
        (1.5, "Among the highest twentieth of the group"),
    ],
)
def test_that_the_title_is_what_percentiles_tell(net: float, said: str) -> None:
    assert strip(replace(GROUP, net=FIVE), farm(net, None)).title == said


@pytest.mark.parametrize(
    ("net", "said"),
    [
        (0.97, "At the mean of the group"),
        (1.08, "0.11 above the mean of the group"),
        (-0.2, "1.17 below the mean of the group"),
    ],
)
def test_that_the_distance_to_a_mean_has_no_judgement(net: float, said: str) -> None:
    assert strip(GROUP, farm(net, None)).title == said


def test_that_a_group_of_fewer_than_ten_farms_is_not_shown() -> None:
    assert standing_of(farm(), replace(GROUP, n=9)) is None
    assert standing_of(farm(), replace(GROUP, n=None)) is None
    assert standing_of(farm(), replace(GROUP, net=Figures())) is None
    assert standing_of(farm(), replace(GROUP, unit="kg CO2e/kg")) is None


def test_that_gross_stands_beside_gross_where_no_net_is_published() -> None:
    scene = strip(replace(GROUP, net=Figures(), gross=Figures(minimum=0.5, maximum=2.0)))

    assert texts(scene) == ["you 0.98", "lowest farm 0.50", "highest farm 2.00"]
    assert scene.marks[0].key == "gross"
    assert scene.title == "Between the lowest and the highest farm of the group"
    assert scene.subtitle.endswith("gross footprint")


def test_that_the_ends_of_a_group_are_called_by_their_share() -> None:
    ends = Figures(mean=0.97, low=0.81, high=1.21)
    tenth = strip(replace(GROUP, net=ends, group_share=0.1))

    assert texts(tenth)[2:] == ["lowest tenth 0.81", "highest tenth 1.21"]
    assert "low group 0.81" in texts(strip(replace(GROUP, net=ends, group_share=0.3)))


def test_that_a_range_over_the_mean_makes_the_place_unsure() -> None:
    near, far = standing_of(farm(), GROUP), standing_of(farm(0.5, (0.4, 0.6)), GROUP)

    assert near is not None
    assert far is not None
    assert place_words.is_unsure(near)
    assert not place_words.is_unsure(far)


@pytest.mark.parametrize("net", [-3.0, 0.0, 0.97, 40.0])
@pytest.mark.parametrize("width", [200.0, 288.0, 480.0])
def test_that_nothing_reaches_over_the_sides(net: float, width: float) -> None:
    group = replace(GROUP, net=Figures(mean=0.97, low=0.9, high=1.0), group_share=0.2)
    scene = strip(group, farm(net, (net - 1, net + 1)), width)

    for shape in scene.shapes:
        if isinstance(shape, Text):
            half = measure(shape.string, shape.size, shape.weight) / 2
            assert -0.5 <= shape.x - half <= shape.x + half <= width + 0.5
        elif isinstance(shape, Line):
            assert -0.5 <= min(shape.x1, shape.x2) <= max(shape.x1, shape.x2) <= width + 0.5
        elif isinstance(shape, Polygon):
            assert all(-0.5 <= x <= width + 0.5 for x, _ in shape.points)


def test_that_the_table_holds_the_farm_its_range_and_the_group() -> None:
    assert strip(GROUP).table.rows == (
        ("Your farm", "0.8700"),
        ("5 chances in 100 below", "0.7600"),
        ("5 chances in 100 above", "0.9900"),
        ("Mean of the group", "0.97"),
        ("Lowland dairy farms · n\u00a0=\u00a01,434 · 2013–2014", ""),
        ("Source: example.org · verified", ""),
    )


@pytest.mark.parametrize("width", [150.0, 200.0, 288.0])
def test_that_no_label_lies_over_another(width: float) -> None:
    group = replace(GROUP, net=Figures(mean=0.97, low=0.95, high=1.0), group_share=0.1)
    scene = strip(group, farm(), width)
    spans = [
        (s.y, s.x - measure(s.string, s.size, s.weight) / 2, measure(s.string, s.size, s.weight))
        for s in scene.shapes
        if isinstance(s, Text)
    ]

    for n, (y, left, wide) in enumerate(spans):
        for other, start, width_ in spans[n + 1 :]:
            assert y != other or left + wide <= start or start + width_ <= left
