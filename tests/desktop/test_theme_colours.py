"""The colours can be read by everyone: enough contrast, and series that nobody confuses."""

from __future__ import annotations

import tomllib

import pytest

from desktop import paths
from tests.desktop.colour_science import Vision, contrast, difference, lab, smallest_difference

TEXT_ON_GROUND = [
    ("text", "background"), ("text", "surface"), ("text", "track"),
    ("text_muted", "background"), ("text_muted", "surface"),
    ("link", "background"), ("link", "surface"),
    ("primary", "background"), ("primary", "surface"),
    ("on_primary", "primary"), ("on_primary", "primary_pressed"),
    ("impossible", "background"), ("text", "impossible_tint"), ("impossible", "impossible_tint"),
    ("unusual", "background"), ("unusual", "surface"), ("text", "unusual_tint"),
    ("unusual", "unusual_tint"), ("complete", "complete_tint"), ("text", "complete_tint"),
    ("info", "info_tint"), ("info", "surface"), ("text", "info_tint"),
    ("text_muted", "complete_tint"),
]  # fmt: skip
EDGE_ON_GROUND = [
    ("border", "background"), ("border", "surface"), ("focus", "background"), ("focus", "surface"),
    ("focus", "unusual_tint"), ("focus", "impossible_tint"), ("primary", "complete_tint"),
    ("unusual", "background"), ("impossible", "background"), ("background", "primary"),
    ("border", "info_tint"), ("border", "complete_tint"), ("border", "impossible_tint"),
    ("border", "unusual_tint"),
]  # fmt: skip
SMALLEST: dict[str, dict[Vision, float]] = {
    "light": {"normal": 16.6, "protan": 14.9, "deutan": 12.7, "tritan": 13.1},
    "dark": {"normal": 16.0, "protan": 15.2, "deutan": 11.0, "tritan": 11.5},
}


def colours(theme: str, part: str = "colours") -> dict[str, str]:
    """Give one part of a theme file."""
    file = paths.resource("themes", f"{theme}.toml")
    read: dict[str, str] = tomllib.loads(file.read_text(encoding="utf-8"))[part]
    return read


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT_ON_GROUND)
def test_that_a_text_is_read_on_its_ground(theme: str, ink: str, ground: str) -> None:
    assert contrast(colours(theme)[ink], colours(theme)[ground]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("edge", "ground"), EDGE_ON_GROUND)
def test_that_an_edge_is_seen_on_its_ground(theme: str, edge: str, ground: str) -> None:
    assert contrast(colours(theme)[edge], colours(theme)[ground]) >= 3.0


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_that_every_series_is_seen_on_the_background(theme: str) -> None:
    ground = colours(theme)["background"]

    assert min(contrast(one, ground) for one in colours(theme, "series").values()) >= 3.0


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("vision", ["normal", "protan", "deutan", "tritan"])
def test_that_no_two_series_are_confused(theme: str, vision: Vision) -> None:
    series = list(colours(theme, "series").values())

    assert smallest_difference(series, vision) >= SMALLEST[theme][vision]


def test_that_purchased_feed_is_calm_in_the_dark() -> None:
    def chroma(colour: str) -> float:
        _, red, yellow = lab(colour)
        return float(red**2 + yellow**2) ** 0.5

    series = colours("dark", "series")

    assert chroma(series["feed"]) < min(chroma(series[one]) for one in ("enteric", "soils"))


def test_that_both_themes_have_the_same_tasks_and_series() -> None:
    for part in ("colours", "series"):
        assert colours("light", part).keys() == colours("dark", part).keys()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 2.5, 0), (50, 0, -2.5), 4.3065),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((50, 0, 0), (50, -1, 2), 2.3669),
    ],
)
def test_that_the_colour_difference_is_the_published_one(one, other, expected: float) -> None:
    assert difference(one, other) == pytest.approx(expected, abs=1e-4)


def test_that_black_on_white_has_the_largest_contrast() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#1E6B4E", "#1E6B4E") == pytest.approx(1.0)
