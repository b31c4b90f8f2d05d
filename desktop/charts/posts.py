"""The posts of the gross footprint as charts show them: in the engine's order, each with a pattern.

What the posts are is declared by the engine; colours stand in the theme under the same keys.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.charts.scene import Texture
from diagnostics import balance

TEXTURES: Mapping[str, Texture] = {
    "enteric": "solid",
    "manure": "dots",
    "soils": "rising",
    "feed": "horizontal",
    "fertiliser": "falling",
    "energy": "vertical",
    "other": "cross",
    "storage": "waves",
}
"""The pattern of each series, which tells them apart in grey print and in high contrast."""

STORAGE_FILL = "storage"
STORAGE_TEXTURE = TEXTURES[STORAGE_FILL]


@dataclass(frozen=True, slots=True)
class Post:
    """A group of sources shown as one colour and pattern."""

    key: str
    short: str
    name: str

    @property
    def fill(self) -> str:
        """Names the colour of the post in the theme."""
        return f"series.{self.key}"

    @property
    def texture(self) -> Texture:
        """Gives the pattern of the post."""
        return TEXTURES[self.key]

    @property
    def codes(self) -> tuple[str, ...]:
        """Gives the source lines that the post gathers, as the engine declares them."""
        return tuple(source.code for source in balance.SOURCES if source.post == self.key)


POSTS = tuple(Post(post.code, post.short, post.label) for post in balance.POSTS)
POST_BY_KEY = {post.key: post for post in POSTS}
