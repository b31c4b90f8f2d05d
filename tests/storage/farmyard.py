"""One small farm, a clock that ticks by itself, and somebody who listens to the writer."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from desktop.storage.facts import Reading, Refused, Saved
from desktop.storage.library import Conditions, Library
from desktop.storage.troubles import StoreUnavailable
from desktop.storage.writer_thread import Terms
from diagnostics.record import Entry, FarmRecord, Row

DAIRY = "DAIRY"
COWS = "DAIRY/F0"
MILK = "milk_per_head"


def record(name: str = "GAEC des Chênes", year: int = 2025) -> FarmRecord:
    """A dairy farm with one class, one way of keeping manure and one meadow."""
    rows = (
        Row("Farm", ""),
        Row("Workshop", DAIRY, {"milk_fat": Entry(0.041, "imported")}),
        Row("Group", COWS, {"head_years": Entry(60.0, "given", "as of March")}),
        Row("ManureShare", "DAIRY/F0/deep_litter", {"share": Entry(0.4)}),
        Row("Field", "field/permanent_grassland", {"cover": Entry("grass")}),
        Row("Purchase", "purchase/1", {"mass": Entry(12_000.0)}, DAIRY),
    )
    return FarmRecord(name, year, rows)


@dataclass
class Clock:
    """Morning of a March day; a second passes whenever somebody asks."""

    now: datetime = datetime(2025, 3, 1, 8, 0, tzinfo=UTC)
    step: timedelta = timedelta(seconds=1)

    def __call__(self) -> datetime:
        self.now += self.step
        return self.now


@dataclass
class News:
    """Everything the writer said, in its order."""

    saved: list[Saved] = field(default_factory=list)
    troubles: list[StoreUnavailable] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    recovered: int = 0

    def listen_to(self, library: Library) -> "News":
        """Hear what the writer of this library says from now on."""
        library.writer.on_saved = self.saved.append
        library.writer.on_trouble = self.troubles.append
        library.writer.on_refused = self.refused.append
        library.writer.on_recovered = self.count
        return self

    def count(self) -> None:
        """The writer said that all is well again."""
        self.recovered += 1

    def tickets(self) -> list[int]:
        """Every ticket redeemed so far."""
        return [ticket for saved in self.saved for ticket in saved.tickets]


def conditions(clock: Callable[[], datetime] | None = None) -> Conditions:
    """No reserve on the disk, and no patience with it."""
    return Conditions("1.0", Terms(clock or Clock(), retry_every=0.02, reserve=0))


def litres(text: str, number: float | None) -> Reading:
    """The milk of the cows, as typed and as read."""
    return Reading(COWS, MILK, text, number)


def milk(library: Library, dossier: int) -> tuple[str | None, float | None]:
    """The text and the value of the milk of the cows, as the library has them."""
    for answer in library.answers(dossier):
        if (answer.subject, answer.field) == (COWS, MILK):
            return answer.text, answer.number
    return None, None


def settle(library: Library) -> None:
    """Wait until everything asked for is on the disk."""
    assert library.writer.flush(5.0)


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file of a folder but the lock, to compare before and after."""
    return {
        path.name: path.read_bytes()
        for path in sorted(folder.iterdir())
        if path.is_file() and path.suffix != ".lock"
    }
