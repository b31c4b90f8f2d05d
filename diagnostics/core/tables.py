"""Factor tables as flat arrays taken by codes; a missing cell is an error when they are built."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise, product

import numpy as np

from diagnostics.core.choices import Choice
from diagnostics.core.errors import DiagnosticsError, FactorError
from diagnostics.core.factors import FactorTable
from diagnostics.core.passports import Cell
from diagnostics.core.values import ANY, CodeArray, FloatArray, IntArray


@dataclass(frozen=True)
class Grid:
    """A factor table laid out flat: keys first, the interpolated points last."""

    table: FactorTable
    choices: tuple[Choice, ...]
    values: FloatArray
    lows: FloatArray
    highs: FloatArray
    gsds: FloatArray
    cells: tuple[Cell, ...]

    @property
    def points(self) -> int:
        """How many points lie along the interpolated quantity; 1 where none is."""
        return max(1, len(self.table.points))

    def look_up(
        self, flat: FloatArray, codes: tuple[CodeArray, ...], along: FloatArray | None
    ) -> FloatArray:
        """Values of rows; NaN where a key is not answered (or the table's ``otherwise``)."""
        return self.at(flat, combination(self.choices, codes), along)

    def at(self, flat: FloatArray, place: IntArray, along: FloatArray | None) -> FloatArray:
        """Values at combinations of codes, -1 where one is not answered."""
        unknown = place < 0
        if not unknown.any():
            return self._interpolated(flat, place * self.points, along)
        found = self._interpolated(flat, np.maximum(place, 0) * self.points, along)
        otherwise = np.nan if self.table.otherwise is None else self.table.otherwise
        return np.where(unknown, otherwise, found)

    def gsd_of(self, codes: tuple[CodeArray, ...]) -> FloatArray:
        """The geometric standard deviation of each row; 1 where a key is not answered."""
        return self.gsd_at(combination(self.choices, codes))

    def gsd_at(self, place: IntArray) -> FloatArray:
        """The geometric standard deviation at combinations; 1 where a key is not answered."""
        taken = self.gsds[np.maximum(place, 0) * self.points]
        return np.where(place >= 0, taken, 1.0)

    def _interpolated(
        self, flat: FloatArray, place: IntArray, along: FloatArray | None
    ) -> FloatArray:
        if along is None or self.points == 1:
            taken: FloatArray = np.take(flat, place, axis=-1)
            return taken
        points = np.asarray(self.table.points)
        if self.table.step:
            return _taken(flat, place + self._step(points, along))
        held = np.clip(along, points[0], points[-1])  # beyond the table its end value holds
        step = np.clip(np.searchsorted(points, held, side="right") - 1, 0, len(points) - 2)
        weight = (held - points[step]) / (points[step + 1] - points[step])
        before, after = (_taken(flat, place + step + shift) for shift in (0, 1))
        result: FloatArray = before * (1 - weight) + after * weight
        return result

    def _step(self, points: FloatArray, along: FloatArray) -> IntArray:
        """The point whose value holds: the last one reached, or the first one not passed."""
        if self.table.step == "from":
            place = np.searchsorted(points, along, side="right") - 1
        else:
            place = np.searchsorted(points, along, side="left")
        return np.clip(place, 0, len(points) - 1)

    def cell(self, codes: tuple[str, ...]) -> Cell:
        """The line of the file behind the first point of a combination."""
        indices = [c.index(k) for c, k in zip(self.choices, codes, strict=True)]
        places = tuple(np.asarray(i, dtype=np.int16) for i in indices)
        return self.cells[int(combination(self.choices, places)) * self.points]


def combination(choices: tuple[Choice, ...], codes: tuple[CodeArray, ...]) -> IntArray:
    """The place of each row among all combinations of options; -1 where a code is open."""
    place = np.zeros((), dtype=np.int64)
    for choice, code in zip(choices, codes, strict=True):
        place = place * len(choice.options) + code
    unknown = reduce(np.logical_or, (code < 0 for code in codes), np.zeros((), dtype=bool))
    return np.where(unknown, -1, place)


def _taken(flat: FloatArray, place: IntArray) -> FloatArray:
    if flat.ndim == 1 or place.ndim == 1:
        return np.take(flat, place, axis=-1)
    return np.take_along_axis(flat, place, axis=-1)


def lay_out(table: FactorTable, choices: Mapping[str, Choice]) -> Grid:
    """The flat grid of a table; FactorError names an unknown key, code, or a missing cell."""
    unknown = [key for key in table.keys if key not in choices]
    if unknown:
        raise FactorError(
            "{file}: there is no choice “{key}” to look the table up by",
            file=table.file,
            key=unknown[0],
        )
    if any(after <= before for before, after in pairwise(table.points)):
        raise FactorError("{file}: the points must rise", file=table.file)
    keys = tuple(choices[key] for key in table.keys)
    slots: list[Cell | None] = [None] * (
        int(np.prod([len(c.options) for c in keys])) * max(1, len(table.points))
    )
    for cell in table.cells:
        for place in _places(table, keys, cell):
            slots[place] = _sole(table, cell, slots[place])
    whole = _whole(table, keys, slots)
    return Grid(
        table=table,
        choices=keys,
        values=_column(whole, "value"),
        lows=_column(whole, "low"),
        highs=_column(whole, "high"),
        gsds=_gsds(whole, table.passport.spread.gsd),
        cells=tuple(whole),
    )


def _places(table: FactorTable, keys: tuple[Choice, ...], cell: Cell) -> list[int]:
    places = [0]
    for choice, code in zip(keys, cell.codes, strict=True):
        size = len(choice.options)
        try:
            codes = range(size) if code == ANY else [choice.index(code)]
        except DiagnosticsError as error:
            raise FactorError(
                "{file}, line {line}: {why}", file=table.file, line=cell.line, why=str(error)
            ) from error
        places = [p * size + c for p, c in product(places, codes)]
    return [p * max(1, len(table.points)) + s for p, s in product(places, _steps(table, cell))]


def _steps(table: FactorTable, cell: Cell) -> range | list[int]:
    """The points a line holds for: its own, or all where the column is empty."""
    if not table.points:
        return [0]
    if cell.along != cell.along:  # NaN: the line does not depend on the quantity
        return range(len(table.points))
    if cell.along not in table.points:
        raise FactorError(
            "{file}, line {line}: {value} is not one of the points {points}",
            file=table.file,
            line=cell.line,
            value=cell.along,
            points=", ".join(map(str, table.points)),
        )
    return [table.points.index(cell.along)]


def _sole(table: FactorTable, cell: Cell, before: Cell | None) -> Cell:
    """A line with its own code wins over a line for any code; two of the same kind collide."""
    if before is None:
        return cell
    ranks = [sum(code == ANY for code in c.codes) for c in (before, cell)]
    if ranks[0] == ranks[1]:
        raise FactorError(
            "{file}: lines {first} and {second} give the same cell",
            file=table.file,
            first=before.line,
            second=cell.line,
        )
    return before if ranks[0] < ranks[1] else cell


def _whole(table: FactorTable, keys: tuple[Choice, ...], slots: list[Cell | None]) -> list[Cell]:
    whole = [slot for slot in slots if slot is not None]
    if len(whole) == len(slots):
        return whole
    place = slots.index(None) // max(1, len(table.points))
    names = []
    for choice in reversed(keys):
        place, code = divmod(place, len(choice.options))
        names.append(choice.options[code].code)
    raise FactorError(
        "{file}: no value of {name} for {codes}",
        file=table.file,
        name=table.passport.name,
        codes=" × ".join(reversed(names)),
    )


def _gsds(cells: list[Cell], usual: float) -> FloatArray:
    own = _column(cells, "gsd")
    return np.where(np.isnan(own), usual, own)


def _column(cells: list[Cell], name: str) -> FloatArray:
    return np.asarray([getattr(cell, name) for cell in cells], dtype=float)
