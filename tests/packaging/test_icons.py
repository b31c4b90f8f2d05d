"""The icon of the program in every size that a system asks for."""

import io
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from desktop import paths
from tests.packaging.scripts import script

draw_icons = script("draw_icons")


def loudest(one: Image.Image, other: Image.Image) -> float:
    """The mean difference of the channel that differs most, of 255."""
    return max(ImageStat.Stat(ImageChops.difference(one, other)).mean)


@pytest.mark.parametrize("side", draw_icons.SIZES)
def test_that_every_picture_is_what_the_drawing_gives(side: int) -> None:
    kept = Image.open(paths.resource("application", f"bocage-{side}.png")).convert("RGBA")
    drawn = Image.open(io.BytesIO(draw_icons.png(side))).convert("RGBA")

    assert kept.size == (side, side)
    assert loudest(kept, drawn) < 2


@pytest.mark.parametrize("side", [16, 48, 256])
def test_that_the_icon_stands_on_any_ground(side: int) -> None:
    picture = Image.open(paths.resource("application", f"bocage-{side}.png")).convert("RGBA")
    shades = {pixel[:3] for _, pixel in picture.getcolors(side * side) if pixel[3] == 255}
    lightness = [sum(shade) for shade in shades]

    assert picture.getpixel((0, 0))[3] < 64
    assert picture.getpixel((side // 4, side // 4))[3] == 255
    assert max(lightness) - min(lightness) > 300


def test_that_the_small_sizes_have_a_drawing_of_their_own() -> None:
    small = Image.open(io.BytesIO(draw_icons.png(32)))
    reduced = Image.open(io.BytesIO(draw_icons.png(256))).resize((32, 32))

    assert loudest(small.convert("RGBA"), reduced.convert("RGBA")) > 5


def test_that_the_installers_get_icons_that_others_can_read(tmp_path: Path) -> None:
    draw_icons.write_installers(tmp_path / "icons")

    with Image.open(tmp_path / "icons/bocage.ico") as windows:
        assert windows.info["sizes"] == {(side, side) for side in draw_icons.SIZES}
        assert windows.size == (256, 256)
    with Image.open(tmp_path / "icons/bocage.icns") as apple:
        assert {side * scale for side, _, scale in apple.info["sizes"]} >= {16, 32, 256, 512, 1024}
        assert apple.convert("RGBA").getpixel((300, 300))[3] == 255
