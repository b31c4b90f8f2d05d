"""Any number of farms at once, drawn as one set of tables: usual ones, odd ones and limits."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from diagnostics.core import Entity, Farm, Table
from diagnostics.core.choices import Choice
from diagnostics.core.entities import choices_of, numbers_of
from diagnostics.core.fields import Number
from diagnostics.core.values import NO_CODE, CodeArray, FloatArray, IntArray
from diagnostics.entities import (
    FarmEntity,
    Fertiliser,
    Field,
    Group,
    Hedge,
    ManureShare,
    Purchase,
    Workshop,
)

EntityType = type[Entity]
CASES = (
    "dairy", "suckler", "two workshops", "fattening", "no animals", "one animal", "no milk",
    "no meat", "no land", "huge", "hedges everywhere", "three workshops",
)  # fmt: skip
ODDS = (0.20, 0.16, 0.16, 0.08, 0.06, 0.05, 0.05, 0.05, 0.05, 0.04, 0.05, 0.05)
KINDS = {
    "dairy": ("DAIRY",), "suckler": ("BEEF_SUCKLER",), "two workshops": ("DAIRY", "BEEF_SUCKLER"),
    "fattening": ("BEEF_FATTEN",), "no animals": ("CROPS",), "one animal": ("DAIRY",),
    "no milk": ("DAIRY",), "no meat": ("DAIRY",), "no land": ("BEEF_FATTEN",), "huge": ("DAIRY",),
    "hedges everywhere": ("BEEF_SUCKLER",), "three workshops": ("DAIRY", "BEEF_FATTEN", "CROPS"),
}  # fmt: skip
CLASSES = {
    "DAIRY": ("DC", "F0", "F1", "F2", "BU"),
    "BEEF_SUCKLER": ("SC", "F0", "M0", "F1", "F2", "BU", "YB"),
    "BEEF_FATTEN": ("YB", "M1", "M2", "FH", "FC"),
    "CROPS": (),
}
# What a farm answers, within its hard limits, where the usual range is not declared.
RANGES: Mapping[str, tuple[float, float]] = {
    "head_years": (0.5, 200), "live_weight": (100, 900), "mature_weight": (500, 1_100),
    "daily_gain": (0, 1.6), "milk_per_head": (500, 9_000), "additive_reduction": (0, 0.3),
    "digestibility": (0.55, 0.80), "crude_protein": (0.13, 0.20), "milk_delivered": (1e3, 2e6),
    "live_weight_sold": (100, 9e4), "live_weight_bought": (0, 2e4), "diesel": (0, 4e4),
    "live_weight_stock_change": (-3_000, 3_000), "live_weight_transferred_out": (0, 3_000),
    "live_weight_transferred_in": (0, 3_000), "electricity": (0, 1e5), "limestone": (0, 6e4),
    "dolomite": (0, 3e4), "urea_product": (0, 2e4), "bedding_nitrogen_brought": (0, 2_000),
    "grassland_ploughed": (0, 5),
    "field_area": (0, 120), "agricultural_area": (0, 400), "hedge_length": (0, 2e4),
    "mineral_nitrogen": (0, 2e4), "purchase_quantity": (0, 500), "bedding_nitrogen": (0, 300),
    **dict.fromkeys(
        ("heating_oil", "petrol", "natural_gas", "propane", "wood_fuel", "biodiesel",
         "vegetable_oil", "grain_drying", "solar_self_use", "irrigation_water", "worked_area"),
        (0, 500),
    ),
}  # fmt: skip
ALWAYS_BY_RULE = ("milk_per_head", "bedding_nitrogen")  # seldom known: nine in ten are left out
LEFT_OUT = 0.3  # share of the answers that have a default and are not given


def draw_farms(count: int, seed: int) -> Farm:
    """``count`` farms; the same seed gives the same farms."""
    return _Draw(np.random.default_rng(seed)).farm(count)


def case_of(count: int, seed: int) -> IntArray:
    """Which case each of the farms was drawn as, as its place among the cases."""
    return _Draw(np.random.default_rng(seed)).cases(count)


class _Draw:
    """Draws one entity after the other, parents first."""

    def __init__(self, rng: np.random.Generator) -> None:
        self.rng = rng

    def cases(self, count: int) -> IntArray:
        """The case of each farm; drawn first, so that it depends on the seed alone."""
        return self.rng.choice(len(CASES), size=count, p=ODDS)

    def farm(self, count: int) -> Farm:
        """All tables."""
        cases = self.cases(count)
        tables = {FarmEntity: self.table(FarmEntity, np.arange(count, dtype=np.int64))}
        workshops, kinds = self.workshops(cases)
        groups = self.groups(workshops, kinds, cases)
        tables[Workshop] = self.without(workshops, cases)
        tables[Group] = groups
        tables[ManureShare] = self.manure(groups)
        tables[Field] = self.fields(cases)
        tables[Hedge] = self.hedges(cases)
        tables[Fertiliser] = self.some(Fertiliser, count, 3)
        tables[Purchase] = self.purchases(count, workshops.owner)
        return self.scaled(Farm(FarmEntity, tables), cases)

    def table(self, entity: EntityType, owner: IntArray) -> Table:
        """Rows with an answer to every question, some left to their default."""
        numbers = numbers_of(entity).values()
        choices = choices_of(entity).values()
        return Table(
            owner=owner,
            given={asked.name: self.number(asked, len(owner)) for asked in numbers},
            codes={asked.name: self.code(asked, len(owner)) for asked in choices},
        )

    def number(self, asked: Number, rows: int) -> FloatArray:
        """Answers to a question, NaN where it was left to its default or its rule."""
        low, high = RANGES.get(asked.name) or asked.usual or asked.bounds
        values = self.rng.uniform(low, high, rows)
        by_rule = asked.name in ALWAYS_BY_RULE
        odds = 0.9 if by_rule else LEFT_OUT if asked.default is not None else 0.0
        return np.where(self.rng.random(rows) < odds, np.nan, values)

    def code(self, asked: Choice, rows: int) -> CodeArray:
        """Answers to a choice, -1 where it was left to its default."""
        codes = self.rng.integers(0, len(asked.options), rows).astype(np.int16)
        if asked.default is None:
            return codes
        return np.where(self.rng.random(rows) < LEFT_OUT, np.int16(NO_CODE), codes)

    def some(self, entity: EntityType, count: int, most: int) -> Table:
        """From none to ``most`` rows on each farm."""
        return self.table(entity, _owners(self.rng.integers(0, most + 1, count)))

    def workshops(self, cases: IntArray) -> tuple[Table, CodeArray]:
        """The workshops that the case of each farm asks for."""
        kinds = [kind for case in cases for kind in KINDS[CASES[case]]]
        counts = np.asarray([len(KINDS[CASES[case]]) for case in cases])
        codes = np.asarray([Workshop.workshop_kind.index(kind) for kind in kinds], dtype=np.int16)
        drawn = self.table(Workshop, _owners(counts))
        return replace(drawn, codes={**drawn.codes, "workshop_kind": codes}), codes

    def groups(self, workshops: Table, kinds: CodeArray, cases: IntArray) -> Table:
        """Classes that suit the workshop; the first always, the others by chance."""
        names = [Workshop.workshop_kind.options[kind].code for kind in kinds]
        alone = np.asarray(cases)[workshops.owner] == CASES.index("one animal")
        classes = [self.classes(name, one) for name, one in zip(names, alone, strict=True)]
        owner = _owners(np.asarray([len(some) for some in classes]))
        drawn = self.table(Group, owner)
        codes = [Group.animal_class.index(code) for some in classes for code in some]
        given = dict(drawn.given)
        given["head_years"] = np.where(alone[owner], 1.0, given["head_years"])
        return replace(
            drawn,
            given=given,
            codes={**drawn.codes, "animal_class": np.asarray(codes, dtype=np.int16)},
        )

    def classes(self, kind: str, alone: bool) -> list[str]:
        """The classes of one workshop."""
        known = CLASSES[kind]
        if alone or not known:
            return list(known[:1])
        return [known[0], *(c for c in known[1:] if self.rng.random() < 0.6)]

    def manure(self, groups: Table) -> Table:
        """The pasture row of each group, and one to three housed systems that share the rest."""
        housed = self.rng.integers(1, 4, len(groups))
        owner = _owners(housed + 1)
        drawn = self.table(ManureShare, owner)
        first = np.append(True, owner[1:] != owner[:-1])
        systems = self.rng.integers(1, len(ManureShare.manure_system.options), len(owner))
        weights = np.where(first, 0.0, self.rng.uniform(0.1, 1.0, len(owner)))
        shares = weights / np.bincount(owner, weights, minlength=len(groups))[owner]
        return replace(
            drawn,
            given={**drawn.given, "housed_share": np.where(first, 1.0, shares)},
            codes={**drawn.codes, "manure_system": np.where(first, 0, systems).astype(np.int16)},
        )

    def fields(self, cases: IntArray) -> Table:
        """One to five fields; on a third of the farms the last takes the rest of the area."""
        counts = np.where(cases == CASES.index("no land"), 0, self.rng.integers(1, 6, len(cases)))
        drawn = self.table(Field, _owners(counts))
        area = drawn.given["field_area"].copy()
        takes_rest = (counts > 0) & (self.rng.random(len(cases)) < 1 / 3)
        area[(np.cumsum(counts) - 1)[takes_rest]] = np.nan
        return replace(drawn, given={**drawn.given, "field_area": area})

    def hedges(self, cases: IntArray) -> Table:
        """Hedges; hundreds of kilometres where a farm is to store more than it emits."""
        drawn = self.some(Hedge, len(cases), 3)
        many = cases[drawn.owner] == CASES.index("hedges everywhere")
        length = drawn.given["hedge_length"] * np.where(many, 20, 1)
        return replace(drawn, given={**drawn.given, "hedge_length": length})

    def purchases(self, count: int, workshop_owner: IntArray) -> Table:
        """Purchases for a workshop of the farm, or for the farm as a whole."""
        drawn = self.some(Purchase, count, 6)
        first = np.searchsorted(workshop_owner, drawn.owner)
        held = np.bincount(workshop_owner, minlength=count)[drawn.owner]
        chosen = first + self.rng.integers(0, held)
        links = np.where(self.rng.random(len(drawn)) < 0.4, -1, chosen)
        return replace(drawn, links={Workshop.name: links})

    def without(self, workshops: Table, cases: IntArray) -> Table:
        """Workshops that sell no milk, or no meat, where their farm is such a case."""
        case = cases[workshops.owner]
        dairy = workshops.codes["workshop_kind"] == Workshop.workshop_kind.index("DAIRY")
        given = dict(workshops.given)
        no_milk = ~dairy | (case == CASES.index("no milk"))
        given["milk_delivered"] = np.where(no_milk, 0.0, np.nan_to_num(given["milk_delivered"]))
        no_meat = case == CASES.index("no meat")
        given |= {
            name: np.where(no_meat, 0.0, values)
            for name, values in given.items()
            if name.startswith("live_weight")
        }
        return replace(workshops, given=given)

    def scaled(self, farm: Farm, cases: IntArray) -> Farm:
        """A hundred times as many animals on huge farms."""
        groups, workshops = farm.table(Group), farm.table(Workshop)
        huge = (cases == CASES.index("huge"))[workshops.owner][groups.owner]
        return farm.but(Group.head_years, groups.given["head_years"] * np.where(huge, 50, 1))


def _owners(counts: IntArray) -> IntArray:
    """The parent of each row when each parent has so many rows."""
    return np.repeat(np.arange(len(counts), dtype=np.int64), counts)
