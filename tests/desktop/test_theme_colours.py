"""The colours can be read by everyone: enough contrast, and series that nobody confuses."""

from __future__ import annotations

import pytest

from desktop import paths
from desktop.theme import load_theme
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
THEMES = ("light", "dark", "contrast-light", "contrast-dark")
# In high contrast texts keep the strictest rule, and edges that of ordinary text.
LEAST_TEXT = dict(zip(THEMES, (4.5, 4.5, 7.0, 7.0), strict=True))
LEAST_EDGE = dict(zip(THEMES, (3.0, 3.0, 4.5, 4.5), strict=True))
SMALLEST: dict[str, dict[Vision, float]] = {
    "light": {"normal": 16.6, "protan": 14.9, "deutan": 12.7, "tritan": 13.1},
    "dark": {"normal": 16.0, "protan": 15.2, "deutan": 11.0, "tritan": 11.5},
}


def colours(theme: str, part: str = "colours") -> dict[str, str]:
    """Give one part of a theme."""
    worn = load_theme(paths.resource("themes", f"{theme}.toml"))
    found = vars(worn.colours) if part == "colours" else worn.series
    return {key: colour.name() for key, colour in found.items()}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT_ON_GROUND)
def test_that_a_text_is_read_on_its_ground(theme: str, ink: str, ground: str) -> None:
    assert contrast(colours(theme)[ink], colours(theme)[ground]) >= LEAST_TEXT[theme]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("edge", "ground"), EDGE_ON_GROUND)
def test_that_an_edge_is_seen_on_its_ground(theme: str, edge: str, ground: str) -> None:
    assert contrast(colours(theme)[edge], colours(theme)[ground]) >= LEAST_EDGE[theme]


@pytest.mark.parametrize("theme", THEMES)
def test_that_every_series_is_seen_on_the_background(theme: str) -> None:
    ground = colours(theme)["background"]

    assert min(contrast(one, ground) for one in colours(theme, "series").values()) >= 3.0


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("vision", ["normal", "protan", "deutan", "tritan"])
def test_that_no_two_series_are_confused(theme: str, vision: Vision) -> None:
    series = list(colours(theme, "series").values())

    assert smallest_difference(series, vision) >= SMALLEST[theme.removeprefix("contrast-")][vision]


def test_that_purchased_feed_is_calm_in_the_dark() -> None:
    def chroma(colour: str) -> float:
        _, red, yellow = lab(colour)
        return float(red**2 + yellow**2) ** 0.5

    series = colours("dark", "series")

    assert chroma(series["feed"]) < min(chroma(series[one]) for one in ("enteric", "soils"))


@pytest.mark.parametrize("theme", THEMES)
def test_that_all_themes_have_the_same_tasks_and_series(theme: str) -> None:
    for part in ("colours", "series"):
        assert colours("light", part).keys() == colours(theme, part).keys()


def test_that_only_high_contrast_has_patterns_and_sharp_separators() -> None:
    worn = [load_theme(paths.resource("themes", f"{theme}.toml")) for theme in THEMES]

    assert [theme.patterns for theme in worn] == [False, False, True, True]
    for theme in THEMES[2:]:
        assert contrast(colours(theme)["hairline"], colours(theme)["background"]) >= 4.5


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
