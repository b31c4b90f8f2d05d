"""A dossier as plain data: rows and what was entered in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

ORIGINS = ("answer", "given", "imported")


@dataclass(frozen=True)
class Entry:
    """One thing entered: a number in the engine's unit, or the code of an option.

    ``confirmed`` tells that the farm has said of a rare value that it is right.
    """

    value: float | str
    origin: str = "answer"
    note: str = ""
    confirmed: bool = False


@dataclass(frozen=True)
class Row:
    """One row of an entity. ``key`` is its path on the farm: "", "DAIRY", "DAIRY/F0"…

    ``workshop`` is the key of the workshop a purchase is entered for ("" for the whole farm), or
    of the workshop that receives a transfer.
    """

    entity: str
    key: str
    entries: Mapping[str, Entry] = field(default_factory=dict)
    workshop: str = ""

    def but(self, name: str, entry: Entry | None) -> "Row":
        """The same row with one thing entered anew, or taken out."""
        kept = {k: v for k, v in self.entries.items() if k != name}
        return replace(self, entries=kept if entry is None else {**kept, name: entry})


@dataclass(frozen=True)
class FarmRecord:
    """Everything a farm file or a dossier of the library holds."""

    name: str
    year: int
    rows: tuple[Row, ...]
    profile: str = "OPEN-2019"

    def of(self, entity: str) -> tuple[Row, ...]:
        """The rows of an entity, in their order."""
        return tuple(row for row in self.rows if row.entity == entity)

    def row(self, key: str) -> Row:
        """The row of that key; KeyError for an unknown one."""
        for row in self.rows:
            if row.key == key:
                return row
        raise KeyError(key)

    def but(self, key: str, name: str, entry: Entry | None) -> "FarmRecord":
        """The same dossier with one thing entered anew, or taken out."""
        rows = tuple(row.but(name, entry) if row.key == key else row for row in self.rows)
        return replace(self, rows=rows)


def parent_key(key: str) -> str:
    """The key of the row above: "DAIRY/F0" → "DAIRY" → ""."""
    return key.rpartition("/")[0]
