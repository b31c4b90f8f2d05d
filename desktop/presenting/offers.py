"""Farms to choose from, in words."""

from __future__ import annotations

from dataclasses import dataclass

BIN_DAYS = 30
"""So long a farm lies in the bin before it is taken away for ever."""


@dataclass(frozen=True)
class Offer:
    """One farm that can be taken: its key, its name and a line about it."""

    key: str
    name: str
    about: str
