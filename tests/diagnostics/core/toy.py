"""A small world to try the grammar on: yards with barns, beasts in the barns, bills of the yard."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Unpack

import numpy as np

from diagnostics.core import (
    Choice,
    Citation,
    CodeRule,
    Entity,
    Farm,
    Formula,
    Number,
    Option,
    Stated,
    Table,
    Values,
    Work,
    formula,
)
from diagnostics.core.chance import FIXED, NOTHING_DRAWN, Drawn, Spread
from diagnostics.core.factors import Factor, FactorSet, FactorTable
from diagnostics.core.formula import Body, Declaration
from diagnostics.core.model import Model
from diagnostics.core.passports import Cell, Passport
from diagnostics.core.run import Run

SOURCE: Citation = Work("toy", "A book of toys").at("page 1")
EntityType = type[Entity]


class Yard(Entity):
    """The root: one row each."""

    region = Choice("Region", (Option("north", "North"), Option("south", "South")), default="north")
    season = Choice(
        "Season",
        (Option("wet", "Wet"), Option("dry", "Dry")),
        default=CodeRule(region, {"south": "dry"}, "wet"),
    )
    rain = Number(
        "Rain",
        symbol="rain",
        unit="mm",
        bounds=(0, 5_000),
        usual=(400, 800),
        default=600.0,
        default_note="a usual year",
    )
    area = Number("Area", symbol="A_y", unit="ha", bounds=(0, 100), adds=True)


class Barn(Entity, parent=Yard):
    """A building of a yard."""

    roof = Choice("Roof", (Option("tile", "Tiles"), Option("thatch", "Thatch")))
    width = Number(
        "Width",
        symbol="b",
        unit="m",
        bounds=(0, 100),
        adds=True,
        spread=Spread("normal", relative=0.1),
    )
    entered_width = Stated("Width entered", symbol="b_given", of=width)


class Beast(Entity, parent=Barn):
    """Animals in a barn."""

    way = Choice("Way", (Option("long", "Long"), Option("short", "Short")), default="long")
    heads = Number("Heads", symbol="n", unit="head", bounds=(0, 1_000), adds=True)
    weight = Number("Weight", symbol="m", unit="kg/head", bounds=(0, 2_000))


class Bill(Entity, parent=Yard, links=(Barn,)):
    """Something bought for a yard, or for one of its barns."""

    matter = Choice("Matter", (Option("hay", "Hay"), Option("salt", "Salt")))
    cost = Number("Cost", symbol="c", unit="EUR", bounds=(0, 1e6), adds=True)


WORLD: tuple[EntityType, ...] = (Yard, Barn, Beast, Bill)


def declare(name: str, on: EntityType, body: Body, **told: Unpack[Declaration]) -> Formula:  # type: ignore[misc]
    """A formula with its words left out."""
    words = {
        "label": name.capitalize(),
        "symbol": name,
        "unit": "kg",
        "equation": f"{name} = …",
        "source": SOURCE,
        "mark": "V",
    }
    return formula(name=name, on=on, **{**words, **told})(body)


def passport(name: str, on: str, spread: Spread = FIXED) -> Passport:
    """A passport with its words filled in."""
    return Passport(
        name=name,
        on=on,
        label=name.capitalize(),
        symbol=name,
        unit="kg",
        mark="V",
        source="A book of toys",
        locator="page 2",
        reviewed="2026-01-31",
        spread=spread,
    )


def factor(name: str, value: float, on: str = "Yard", spread: Spread = FIXED) -> Factor:
    """One number that holds everywhere."""
    return Factor(passport(name, on, spread), value)


Line = tuple[tuple[str, ...], float]


def table(
    name: str,
    keys: tuple[str, ...],
    lines: Iterable[Line],
    on: str = "Yard",
    **further: object,
) -> FactorTable:
    """A table by codes; a line is its codes and its value."""
    cells = [cell(codes, value, line=line) for line, (codes, value) in enumerate(lines, 2)]
    spread = further.pop("spread", FIXED)
    return FactorTable(passport(name, on, spread), keys, tuple(cells), f"{name}.csv", **further)


def cell(
    codes: tuple[str, ...],
    value: float,
    along: float = np.nan,
    low: float = np.nan,
    high: float = np.nan,
    line: int = 2,
) -> Cell:
    """One line of a table."""
    return Cell(codes, along, value, low, high, "V", "A book of toys", f"line {line}", line)


def factor_set(*known: Factor | FactorTable) -> FactorSet:
    """A profile made of these."""
    return FactorSet(
        profile="TOY",
        edition=1,
        choices={},
        description={},
        factors={f.passport.name: f for f in known if isinstance(f, Factor)},
        tables={t.passport.name: t for t in known if isinstance(t, FactorTable)},
        hash="toy",
    )


def model(*declared: Formula, known: Sequence[Factor | FactorTable] = ()) -> Model:
    """A model of the toy world."""
    return Model(WORLD, declared, factor_set(*known))


def rows(
    owner: Sequence[int],
    codes: Mapping[str, Sequence[int]] | None = None,
    links: Mapping[str, Sequence[int]] | None = None,
    keys: tuple[str, ...] = (),
    **given: Values | Sequence[float],
) -> Table:
    """A table of plain lists."""
    return Table(
        owner=np.asarray(owner, dtype=np.int64),
        given={name: np.asarray(values, dtype=float) for name, values in given.items()},
        codes={k: np.asarray(v, dtype=np.int16) for k, v in (codes or {}).items()},
        links={k: np.asarray(v, dtype=np.int64) for k, v in (links or {}).items()},
        keys=keys,
    )


def yards(count: int = 1, **tables: Table) -> Farm:
    """So many yards with their tables: ``yards(2, Barn=rows([0, 1]))``."""
    by_name = {entity.name: entity for entity in WORLD}
    nothing = {entity: rows([]) for entity in WORLD}
    held = {by_name[name]: table for name, table in tables.items()}
    return Farm(Yard, {**nothing, Yard: rows(range(count)), **held})


def run(known: Model, farm: Farm, drawn: Drawn = NOTHING_DRAWN) -> Run:
    """Everything of a model computed on a farm."""
    return Run(known, farm, drawn).compute()


FEED = declare("feed", Beast, lambda heads, weight: heads * weight, adds=True)
FED = declare("fed", Yard, lambda feed: feed, adds=True)
BARN_FED = declare("barn_fed", Barn, lambda feed: feed, adds=True)
THREE_BARNS = {
    "Barn": rows([0, 0, 1], width=[10.0, 20.0, 30.0]),
    "Beast": rows([0, 0, 2], heads=[1.0, 2.0, 3.0], weight=[100.0, 10.0, 1.0]),
}
