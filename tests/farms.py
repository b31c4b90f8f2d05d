"""Builders of dossiers, and the two worked farms of the method, for all tests."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from diagnostics import FarmRecord, load_factors, read_farm
from diagnostics.core.factors import FactorSet
from diagnostics.record import Entry, Row

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
FACTORS, EXAMPLES = RESOURCES / "factors", RESOURCES / "examples"

Value = float | str


@cache
def factors(profile: str = "OPEN-2019") -> FactorSet:
    """The factors of a profile, read once for all tests."""
    return load_factors(FACTORS, profile)


def entries(values: Mapping[str, Value], origin: str = "answer") -> dict[str, Entry]:
    """What was entered, as answers unless said otherwise."""
    return {name: Entry(value, origin) for name, value in values.items()}


def row(entity: str, key: str, workshop: str = "", **values: Value) -> Row:
    """One row with its answers, in the engine's units."""
    return Row(entity, key, entries(values), workshop)


def herd(workshop: str, code: str, system: str, **values: Value) -> tuple[Row, Row, Row]:
    """Animals of one class with the store of their housed manure, and their pasture."""
    key = f"{workshop}/{code}"
    return (
        row("Group", key, animal_class=code, **values),
        row("ManureShare", f"{key}/{system}", manure_system=system),
        row("ManureShare", f"{key}/pasture", manure_system="pasture"),
    )


def fields(**areas: float) -> tuple[Row, ...]:
    """One row for each cover, with its area in hectares."""
    return tuple(
        row("Field", f"field/{cover}", cover=cover, field_area=area)
        for cover, area in areas.items()
    )


def purchases(bought: Iterable[tuple[str, float, str]]) -> tuple[Row, ...]:
    """Things bought: item, quantity, and the workshop they are entered for ("" for the farm)."""
    return tuple(
        row("Purchase", f"purchase/{i}", workshop, item=item, purchase_quantity=quantity)
        for i, (item, quantity, workshop) in enumerate(bought, 1)
    )


def farm_row(given: Mapping[str, float], **values: Value) -> Row:
    """The row of the farm itself, with what is given instead of a rule."""
    return Row("Farm", "", entries(values) | entries(given, "given"))


def dairy_farm() -> FarmRecord:
    """Worked farm 1: 80 dairy cows on maize and grass in the lowland."""
    rows = (
        farm_row(
            {"residue_nitrogen": 1_800.0},
            agricultural_area=85.0,
            limestone=20_000.0,
            diesel=9_000.0,
            electricity=36_000.0,
            bedding_nitrogen_brought=300.0,
        ),
        row(
            "Workshop",
            "DAIRY",
            workshop_kind="DAIRY",
            milk_delivered=640_000.0,
            milk_fat=0.041,
            milk_protein=0.033,
            live_weight_sold=24 * 650.0 + 52 * 50.0,
        ),
        *_dairy_herd(),
        *fields(permanent_grassland=30.0, temporary_grassland=25.0, crops=30.0),
        row("Hedge", "hedge/1", hedge_length=6_000.0),
        row("Fertiliser", "fertiliser/1", mineral_nitrogen=6_000.0),
        *purchases(
            [
                ("rape_meal", 70.0, "DAIRY"),
                ("cereal_mix", 60.0, "DAIRY"),
                ("minerals", 4.0, "DAIRY"),
                ("milk_replacer", 1_500.0, "DAIRY"),
                ("plastics", 900.0, ""),
                ("pesticide", 60.0, ""),
            ]
        ),
    )
    return FarmRecord("Worked farm 1", 2025, rows)


def _dairy_herd() -> tuple[Row, ...]:
    cows = herd(
        "DAIRY",
        "DC",
        "slurry_crust",
        methane_class="dairy_medium",
        head_years=80.0,
        live_weight=650.0,
        mature_weight=650.0,
        lactating_share=305 / 365,
        pregnant_share=0.92,
        pasture_share=0.35,
        digestibility=0.72,
        crude_protein=0.155,
    )
    heifers = [
        herd("DAIRY", code, "deep_litter", mature_weight=650.0, **values)
        for code, values in HEIFERS.items()
    ]
    return (*cows, *(one for group in heifers for one in group))


HEIFERS: dict[str, dict[str, Value]] = {
    "F0": {
        "head_years": 26.0, "live_weight": 180.0, "daily_gain": 0.75, "pasture_share": 0.20,
        "digestibility": 0.70, "crude_protein": 0.16, "rumen_share": 0.75,
    },
    "F1": {
        "head_years": 25.0, "live_weight": 400.0, "daily_gain": 0.65, "pasture_share": 0.55,
        "digestibility": 0.67, "crude_protein": 0.145,
    },
    "F2": {
        "head_years": 6.0, "live_weight": 570.0, "daily_gain": 0.55, "pasture_share": 0.55,
        "digestibility": 0.67, "crude_protein": 0.14, "pregnant_share": 0.6,
    },
}  # fmt: skip


def suckler_farm() -> FarmRecord:
    """Worked farm 2: 70 Charolais cows, their young fattened on the farm."""
    rows = (
        farm_row(
            {"residue_nitrogen": 1_200.0},
            agricultural_area=115.0,
            diesel=9_500.0,
            electricity=12_000.0,
            bedding_nitrogen_brought=500.0,
        ),
        row(
            "Workshop",
            "BEEF_SUCKLER",
            workshop_kind="BEEF_SUCKLER",
            milk_fat=0.038,
            milk_protein=0.034,
            live_weight_sold=42_760.0,
        ),
        *_suckler_herd(),
        *fields(permanent_grassland=75.0, temporary_grassland=20.0, crops=20.0),
        row("Hedge", "hedge/1", hedge_length=11_000.0),
        row("Fertiliser", "fertiliser/1", mineral_nitrogen=4_000.0),
        *purchases(
            [
                ("cereal_mix", 20.0, "BEEF_SUCKLER"),
                ("rape_meal", 18.0, "BEEF_SUCKLER"),
                ("straw", 60.0, ""),
                ("minerals", 3.0, "BEEF_SUCKLER"),
                ("plastics", 500.0, ""),
                ("pesticide", 25.0, ""),
            ]
        ),
    )
    return FarmRecord("Worked farm 2", 2025, rows)


# class, head-years, weight, adult weight, gain, digestibility, protein, pasture, further answers
SUCKLERS: tuple[tuple[str, float, float, float, float, float, float, float, dict[str, float]], ...]
SUCKLERS = (
    ("SC", 70, 720, 720, 0.0, 0.64, 0.125, 0.60,
     {"lactating_share": 210 / 365, "pregnant_share": 0.93}),
    ("BU", 2, 1000, 1000, 0.0, 0.64, 0.12, 0.60, {}),
    ("F0", 31, 200, 720, 0.90, 0.68, 0.145, 0.55, {"rumen_share": 0.55}),
    ("M0", 31, 215, 1000, 1.10, 0.68, 0.145, 0.55, {"rumen_share": 0.55}),
    ("F1", 20, 440, 720, 0.60, 0.65, 0.13, 0.60, {}),
    ("F2", 16, 600, 720, 0.50, 0.66, 0.13, 0.60, {"pregnant_share": 0.5}),
    ("YB", 19, 560, 1000, 1.45, 0.73, 0.135, 0.0, {}),
)  # fmt: skip


def _suckler_herd() -> tuple[Row, ...]:
    groups = (
        herd(
            "BEEF_SUCKLER",
            code,
            "deep_litter",
            head_years=float(heads),
            live_weight=float(weight),
            mature_weight=float(adult),
            daily_gain=gain,
            digestibility=digested,
            crude_protein=protein,
            pasture_share=pasture,
            **further,
        )
        for code, heads, weight, adult, gain, digested, protein, pasture, further in SUCKLERS
    )
    return tuple(one for group in groups for one in group)


WORKED = {"1": dairy_farm, "2": suckler_farm}
FILES = {"1": "lowland_maize_dairy.json", "2": "suckler_breeder_finisher.json"}


def example(farm: str) -> FarmRecord:
    """A worked farm as it is bundled, read from its file."""
    return read_farm((EXAMPLES / FILES[farm]).read_text("utf8"))
