"""A scene is plain data: it can be compared, asked what lies under a point, and drawn anywhere."""

import dataclasses

import pytest

from desktop.charts import textures
from desktop.charts.posts import POSTS, STORAGE_TEXTURE
from desktop.charts.scene import Bounds, Mark, Rect, Scene, Table

BOX = Rect(10.0, 20.0, 40.0, 16.0, "series.enteric")


def scene(*marks: Mark) -> Scene:
    """A scene that holds nothing but marks."""
    return Scene(100.0, 50.0, (), marks, "Digestion makes half", Table((), ()))


def mark(key: str, left: float, width: float) -> Mark:
    """A mark of some width, ten points high."""
    return Mark(key, key, 1.0, Bounds(left, 0.0, width, 10.0), key)


def test_that_the_mark_under_a_point_is_the_last_one_drawn() -> None:
    drawn = scene(mark("bar", 0.0, 50.0), mark("net", 40.0, 20.0))

    assert [getattr(drawn.mark_at(x, 5.0), "key", None) for x in (10.0, 45.0, 55.0, 70.0)] == [
        "bar",
        "net",
        "net",
        None,
    ]


def test_that_the_edges_of_a_mark_belong_to_it() -> None:
    drawn = scene(mark("bar", 0.0, 50.0))

    assert drawn.mark_at(0.0, 0.0) == drawn.mark_at(50.0, 10.0) == drawn.marks[0]
    assert drawn.mark_at(50.0, 10.1) is None


def test_that_equal_scenes_are_equal_and_none_can_be_changed() -> None:
    assert scene(mark("bar", 0.0, 50.0)) == scene(mark("bar", 0.0, 50.0))
    with pytest.raises(dataclasses.FrozenInstanceError):
        BOX.width = 3.0  # type: ignore[misc]


def test_that_each_post_has_a_texture_of_its_own() -> None:
    kinds = [post.texture for post in POSTS] + [STORAGE_TEXTURE]

    assert len(set(kinds)) == len(kinds) == 8


def test_that_every_texture_but_the_plain_one_covers_its_box() -> None:
    covered = {
        post.texture: bool(
            textures.strokes_of(BOX, post.texture) or textures.dots_of(BOX, post.texture)
        )
        for post in POSTS
    }

    assert [kind for kind, drawn in covered.items() if not drawn] == ["solid"]


def test_that_dots_and_rows_keep_inside_their_box() -> None:
    rows = textures.strokes_of(BOX, "horizontal") + textures.strokes_of(BOX, "waves")
    heights = [y for stroke in rows for _, y in stroke]
    heights += [y for _, y in textures.dots_of(BOX, "dots")]

    assert BOX.y < min(heights) <= max(heights) < BOX.y + BOX.height


def test_that_a_box_thinner_than_its_texture_still_gets_one_row() -> None:
    thin = Rect(0.0, 0.0, 1.0, 1.0, "storage")

    assert len(textures.strokes_of(thin, "horizontal")) == 1
