"""The seven posts of the gross footprint, in the order in which every chart shows them."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.charts.scene import Texture
from desktop.words import mark
from diagnostics.balance import SOURCES


@dataclass(frozen=True, slots=True)
class Post:
    """A group of sources shown as one colour: its texture tells it apart in grey print."""

    key: str
    texture: Texture
    short: str
    name: str

    @property
    def fill(self) -> str:
        """Names the colour of the post in the theme."""
        return f"series.{self.key}"

    @property
    def codes(self) -> tuple[str, ...]:
        """Gives the source lines that the post gathers, as the engine declares them."""
        return tuple(source.code for source in SOURCES if source.post == self.key)


POSTS = (
    Post("enteric", "solid", mark("Digestion"), mark("Digestion of the animals")),
    Post("manure", "dots", mark("Manure"), mark("Manure")),
    Post("soils", "rising", mark("Soils and grazing"), mark("Soils and grazing")),
    Post("feed", "horizontal", mark("Purchased feed"), mark("Purchased feed")),
    Post("fertiliser", "falling", mark("Fertiliser"), mark("Fertiliser manufacture")),
    Post("energy", "vertical", mark("Energy"), mark("Fuel and electricity")),
    Post("other", "cross", mark("Others"), mark("Other purchases")),
)
POST_BY_KEY = {post.key: post for post in POSTS}
STORAGE_FILL = "storage"
STORAGE_TEXTURE: Texture = "waves"
