"""The example farms that come with the program."""

from __future__ import annotations

from pathlib import Path

from desktop import paths
from desktop.presenting.offers import Offer
from desktop.words import Words
from diagnostics import read_farm
from diagnostics.entities import FarmEntity
from diagnostics.questionnaire.enterprises import system_of
from diagnostics.record import FarmRecord


def offered_examples(words: Words) -> list[Offer]:
    """The examples in the order of their systems, each with its system in words."""
    found = [(_key(file), read_farm(file.read_text(encoding="utf-8"))) for file in _files()]
    order = [option.code for option in FarmEntity.system.options]
    found.sort(key=lambda pair: (order.index(system_of(pair[1])), pair[1].name))
    return [
        Offer(key, record.name, words.say(FarmEntity.system.option(system_of(record)).label))
        for key, record in found
    ]


def example_record(key: str) -> FarmRecord:
    """An example as it comes."""
    return read_farm((_folder() / key).read_text(encoding="utf-8"))


def _folder() -> Path:
    return paths.resource("examples")


def _files() -> list[Path]:
    return sorted(_folder().rglob("*.json"))


def _key(file: Path) -> str:
    return file.relative_to(_folder()).as_posix()
