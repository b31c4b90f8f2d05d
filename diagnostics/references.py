"""Figures of other farms: the group a result stands beside, and the usual range of an answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from diagnostics.core.errors import FactorError
from diagnostics.core.fields import Limits
from diagnostics.reference_files import (
    COLUMNS,
    RANGES,
    RangeCell,
    ReferenceGroup,
    read_groups,
    read_ranges,
)

FEWEST_FEMALES = 5  # no hint for a smaller herd

# The columns of the usual ranges that stand for a farm system (method 0.5-17), and for a workshop.
OF_SYSTEM: Mapping[str, tuple[str, ...]] = {
    "lowland_maize": ("DM",),
    "lowland_grass": ("DG",),
    "mountain_maize": ("DT",),
    "mountain_grass": ("DT",),
    "organic_grass": ("DO",),
    "breeder": ("SB",),
    "breeder_finisher": ("BF",),
    "finisher": ("YF",),
    "mixed": ("DG", "BF"),
    "sheep_goat": ("SM", "SK", "GO"),
}
OF_WORKSHOP: Mapping[str, tuple[str, ...]] = {
    "DAIRY": ("DM", "DG", "DT", "DO"),
    "BEEF_SUCKLER": ("SB", "BF"),
    "BEEF_FATTEN": ("YF",),
    "SHEEP_MEAT": ("SM",),
    "SHEEP_MILK": ("SK",),
    "GOAT": ("GO",),
}


@dataclass(frozen=True)
class Hint:
    """How one input of the ranges speaks of one of our fields.

    ``worths``: for each unit of the file, what one is worth in the field's own unit, and what of
    the farm it is counted per ("" where the range holds for any farm).
    """

    input: str
    worths: Mapping[str, tuple[float, str]]


def _plain(input: str, unit: str, worth: float = 1.0, per: str = "") -> Hint:
    return Hint(input, {unit: (worth, per)})


LITRE = 1.03  # kilograms of milk
HINTS: Mapping[str, Hint] = {
    "milk_per_head": Hint("milk_per_female", {"L/yr": (LITRE, ""), "kg/yr": (1.0, "")}),
    "milk_delivered": _plain("milk_per_female", "L/yr", LITRE, "females"),
    "milk_sold_per_animal": _plain("milk_per_female", "L/yr", LITRE),
    "milk_fat": _plain("fat", "g/L", 1 / 1030),
    "milk_protein": _plain("protein", "g/L", 1 / 1030),
    "replacement_rate": _plain("replacement", "%", 0.01),
    "age_at_first_calving": _plain("age_at_first_birth", "months"),
    "replacement_heifers": _plain("heifers_per_female", "head/female", 1.0, "females"),
    "concentrate_bought": Hint(
        "concentrate_per_female",
        {
            "kg/female/yr": (1.0, "females"),
            "kg/LU/yr": (1.0, "livestock_units"),
            "kg/head/yr": (1.0, "fattened"),
        },
    ),
    "soya_share": _plain("soya_share", "%", 0.01),
    "mineral_nitrogen": _plain("mineral_nitrogen_per_hectare", "kg N/ha", 1.0, "area"),
    "mineral_nitrogen_per_hectare": _plain("mineral_nitrogen_per_hectare", "kg N/ha"),
    "phosphate_potash": _plain("phosphate_potash_per_hectare", "kg/ha", 1.0, "area"),
    "limestone": _plain("lime_per_hectare", "t/ha", 1000.0, "area"),
    "grazing_days": _plain("grazing_days", "d"),
    "grazing_hours": _plain("grazing_hours", "h/d"),
    "permanent_grassland_share": _plain("permanent_grassland_share", "%", 0.01),
    "permanent_grassland": _plain("permanent_grassland_share", "%", 0.01, "area"),
    "silage_maize": _plain("maize_share", "%", 0.01, "forage_area"),
    "hedge_density": _plain("hedges_per_hectare", "m/ha"),
    "hedges_per_hectare": _plain("hedges_per_hectare", "m/ha"),
    "hedge_length": _plain("hedges_per_hectare", "m/ha", 1.0, "area"),
    "diesel": _plain("diesel_per_hectare", "L/ha", 1.0, "area"),
    "electricity": Hint(
        "electricity",
        {
            "kWh/(1000 L)": (1 / (1000 * LITRE), "milk"),
            "kWh/LU": (1.0, "livestock_units"),
            "kWh/head": (1.0, "fattened"),
            "kWh/female": (1.0, "females"),
        },
    ),
    "live_weight_sold": _plain("live_weight_per_unit", "kg/LU", 1.0, "livestock_units"),
    "straw_bedding": Hint(
        "bedding_straw",
        {"t/LU": (1000.0, "housed_livestock_units"), "kg/female": (1.0, "females")},
    ),
    "storage_months": _plain("storage_months", "months"),
    "storage_duration": _plain("storage_months", "months"),
    "stocking_rate": _plain("stocking_rate", "LU/ha"),
    "gross_footprint_milk": _plain("gross_footprint", "kg CO2e/L"),
    "gross_footprint_beef": _plain("gross_footprint", "kg CO2e/(kg LW)"),
    "nitrogen_surplus": _plain("nitrogen_balance", "kg N/ha"),
}


@dataclass(frozen=True)
class UsualRange:
    """Where most farms of a kind lie, in the unit of our field, counted per something or not."""

    low: float
    high: float
    per: str
    mark: str
    note: str

    def limits(self, sizes: Mapping[str, float]) -> Limits | None:
        """The farm's own limits; None where its size is not known, or its herd is tiny."""
        if 0 <= sizes.get("females", FEWEST_FEMALES) < FEWEST_FEMALES:
            return None
        size = sizes.get(self.per) if self.per else 1.0
        return None if size is None else (self.low * size, self.high * size)


@dataclass(frozen=True)
class References:
    """The reference groups and usual ranges of one folder."""

    groups: Mapping[str, ReferenceGroup]
    ranges: Mapping[str, Mapping[str, RangeCell]]

    def group_of(self, system: str, product: str = "") -> ReferenceGroup | None:
        """The group a farm of that system stands beside; None where none is published.

        ``product`` chooses where a system has groups of several products, as sheep and goats have.
        """
        found = [
            group
            for group in self.groups.values()
            if system in group.systems and product in ("", group.product)
        ]
        return found[0] if len(found) == 1 else None

    def usual_range(
        self, field: str, system: str = "", workshop: str = "", country: str = ""
    ) -> UsualRange | None:
        """The usual range of a field, the union of the columns that fit; None where none does.

        Without a system, the columns of the workshop's kind. Columns counted per different things
        have no union. A column of the country stands for the same one of all countries.
        """
        hint = HINTS.get(field)
        if hint is None:
            return None
        listed = self.ranges[hint.input]
        wanted = columns(system, workshop)
        cells = [listed.get(f"{n}:{country}", listed[n]) for n in wanted if n in listed]
        spoken = [cell for cell in cells if cell.unit in hint.worths]
        pers = {hint.worths[cell.unit][1] for cell in spoken}
        if len(pers) != 1 or len(spoken) < len(cells):
            return None
        return _union(spoken, hint, pers.pop())


def columns(system: str, workshop: str = "") -> tuple[str, ...]:
    """The columns that stand for a system, a workshop, or a workshop of a farm of that system."""
    of_system = OF_SYSTEM.get(system, COLUMNS if workshop else ())
    both = tuple(c for c in of_system if c in OF_WORKSHOP.get(workshop, COLUMNS))
    return both or OF_WORKSHOP.get(workshop, ())


def _union(cells: list[RangeCell], hint: Hint, per: str) -> UsualRange:
    worths = [hint.worths[cell.unit][0] for cell in cells]
    return UsualRange(
        low=min(cell.low * worth for cell, worth in zip(cells, worths, strict=True)),
        high=max(cell.high * worth for cell, worth in zip(cells, worths, strict=True)),
        per=per,
        mark=cells[0].mark,
        note="; ".join(dict.fromkeys(cell.note for cell in cells if cell.note)),
    )


def load_references(folder: Path | str) -> References:
    """The references in a folder; FactorError names the file and line that cannot be used."""
    references = References(read_groups(Path(folder)), read_ranges(Path(folder)))
    for hint in HINTS.values():
        if hint.input not in references.ranges:
            raise FactorError("{file} has no row {name}", file=RANGES, name=hint.input)
    return references
