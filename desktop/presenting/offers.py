"""Farms to choose from, in words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Offer:
    """One farm that can be taken: its key, its name and a line about it."""

    key: str
    name: str
    about: str
