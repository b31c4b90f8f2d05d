"""Twelve typical cattle farms, built from the answers of a quick diagnosis and nothing else.

The answers are those of the reference table of the method (dairy D1 to D6, beef B1 to B6);
what it leaves empty is left to the rules. Only B5 has two given values, as the method says.
"""

# A table of farms has as many columns as it has.
# ruff: noqa: PLR0917

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from diagnostics import FarmRecord
from diagnostics.questionnaire.quick_farm import quick_farm
from diagnostics.record import Entry, Row

YEAR = 2025
MILK_DENSITY = 1.03
Answers = Mapping[str, float | str]

FARM = (
    "agricultural_area", "hedge_density", "phosphate_potash", "limestone", "diesel",
    "electricity", "straw_bought", "grassland_ploughed", "country", "department", "region",
)  # fmt: skip
COVERS = ("permanent_grassland", "temporary_grassland", "silage_maize", "crops", "rangeland")
TONNES = ("limestone", "straw_bought", "concentrate_bought")


def _in_engine_units(name: str, value: float | str) -> float | str:
    """Tonnes as kilograms; the table writes some answers in tonnes."""
    return value * 1000 if name in TONNES and isinstance(value, float) else value


def typical(title: str, system: str, kind: str, answers: Answers) -> FarmRecord:
    """The dossier of one typical farm, all of whose answers lie on one workshop."""
    record = quick_farm(system, title, YEAR)
    cows = f"{kind}/{'DC' if kind == 'DAIRY' else 'SC'}"
    for name, value in answers.items():
        entry = Entry(_in_engine_units(name, value))
        if name in FARM:
            record = record.but("", name, entry)
        elif name in COVERS:
            record = _covered(record, name, entry)
        elif name == "mineral_nitrogen":
            record = record.but("fertiliser/1", name, entry)
        elif name == "head_years":
            record = record.but(cows, name, entry)
        elif name == "milk":
            record = record.but(kind, "milk_delivered", Entry(float(value) * MILK_DENSITY))
        else:
            record = record.but(kind, name, entry)
    return record


def _covered(record: FarmRecord, cover: str, area: Entry) -> FarmRecord:
    """The area of a cover, on a row of its own where the quick diagnosis has none."""
    if all(row.key != f"field/{cover}" for row in record.rows):
        row = Row("Field", f"field/{cover}", {"cover": Entry(cover)})
        last = max(i for i, one in enumerate(record.rows) if one.entity == "Field") + 1
        record = replace(record, rows=(*record.rows[:last], row, *record.rows[last:]))
    return record.but(f"field/{cover}", "field_area", area)


def _land(area: float, *covers: float, hedges: float) -> dict[str, float | str]:
    areas = dict(zip(COVERS[:4], covers, strict=True))
    return {"agricultural_area": area, "hedge_density": hedges, **areas}


def _bought(nitrogen: float, pk: float, lime: float, diesel: float, power: float, straw: float):
    """Data 23 to 28."""
    return {
        "mineral_nitrogen": nitrogen, "phosphate_potash": pk, "limestone": lime,
        "diesel": diesel, "electricity": power, "straw_bought": straw, "grassland_ploughed": 0.0,
    }  # fmt: skip


def _cows(cows: float, heifers: float, months: float, days: float, hours: float, manure: str,
          store: float, concentrate: float, soya: float):  # fmt: skip
    """Data 9 or 13, 14, 16 and 18 to 22."""
    return {
        "head_years": cows, "replacement_heifers": heifers, "age_at_first_calving": months,
        "grazing_days": days, "grazing_hours": hours, "main_manure": manure,
        "storage_duration": store, "concentrate_bought": concentrate, "soya_share": soya / 100,
        "live_weight_bought": 0.0,
    }  # fmt: skip


def _milk(litres: float, fat: float, protein: float) -> dict[str, float]:
    return {"milk": litres, "milk_fat": fat / 1030, "milk_protein": protein / 1030}


DAIRY: Mapping[str, tuple[str, str, Answers]] = {
    "D1": ("Lowland maize, West", "lowland_maize", {
        "department": "53", **_land(87.0, 12.0, 17.0, 27.0, 31.0, hedges=70.0),
        **_milk(453_000, 41, 33), **_cows(62.0, 50.0, 28.0, 160.0, 10.0, "slurry", 6.0, 80.0, 30),
        **_bought(6_500.0, 1_300.0, 9.0, 10_400.0, 26_600.0, 0.0)}),
    "D2": ("Brittany, grass and maize", "lowland_grass", {
        "department": "22", **_land(83.0, 15.0, 22.0, 24.0, 22.0, hedges=75.0),
        **_milk(427_000, 41, 33), **_cows(60.0, 50.0, 28.0, 190.0, 12.0, "slurry", 6.0, 62.0, 30),
        **_bought(5_400.0, 1_250.0, 8.0, 9_100.0, 25_000.0, 0.0)}),
    "D3": ("Organic", "organic_grass", {
        "department": "35", **_land(111.0, 45.0, 46.0, 4.0, 16.0, hedges=80.0),
        **_milk(321_000, 40.5, 32), **_cows(64.0, 54.0, 31.0, 225.0, 18.0, "solid", 6.0, 18.0, 10),
        **_bought(0.0, 0.0, 8.0, 9_400.0, 20_500.0, 0.0)}),
    "D4": ("Mountain grass, Jura", "mountain_grass", {
        "department": "25", **_land(105.0, 82.0, 18.0, 0.0, 5.0, hedges=40.0),
        **_milk(345_000, 39.5, 33.5), **_cows(55.0, 46.0, 32.0, 190.0, 18.0, "slurry", 6.0, 72.0,
        15), **_bought(3_000.0, 1_000.0, 5.0, 7_900.0, 27_600.0, 30.0)}),
    "D5": ("Ireland, spring grass", "lowland_grass", {
        "country": "IE", **_land(70.0, 70.0, 0.0, 0.0, 0.0, hedges=90.0),
        **_milk(500_000, 43.5, 36), **_cows(91.0, 60.0, 24.5, 241.0, 22.0, "slurry", 5.0, 98.0,
        12), **_bought(9_800.0, 2_100.0, 25.0, 5_600.0, 22_000.0, 0.0)}),
    "D6": ("Normandy, grass and maize", "lowland_grass", {
        "department": "50", **_land(95.0, 45.0, 8.0, 16.0, 26.0, hedges=85.0),
        **_milk(390_000, 42.5, 34.5), **_cows(62.0, 54.0, 30.0, 200.0, 14.0, "slurry", 6.0, 58.0,
        25), **_bought(5_700.0, 1_500.0, 9.0, 9_900.0, 23_000.0, 0.0)}),
}  # fmt: skip

BEEF: Mapping[str, tuple[str, str, Answers]] = {
    "B1": ("Charolais breeder, Burgundy", "breeder", {
        "department": "71", **_land(130.0, 105.0, 15.0, 0.0, 10.0, hedges=90.0),
        **_cows(85.0, 41.0, 36.0, 230.0, 24.0, "deep", 6.0, 18.0, 5), "fattened_per_year": 0.0,
        **_bought(3_000.0, 1_000.0, 6.0, 8_500.0, 9_000.0, 40.0)}),
    "B2": ("Charolais breeder-finisher", "breeder_finisher", {
        "department": "85", **_land(122.0, 75.0, 22.0, 5.0, 20.0, hedges=80.0),
        **_cows(82.0, 36.0, 34.0, 220.0, 24.0, "deep", 6.0, 45.0, 15), "fattened_per_year": 36.0,
        **_bought(4_500.0, 1_800.0, 8.0, 11_000.0, 12_000.0, 20.0)}),
    "B3": ("Salers breeder, Cantal", "breeder", {
        "department": "15", **_land(234.0, 222.0, 12.0, 0.0, 0.0, hedges=25.0),
        **_cows(130.0, 52.0, 36.0, 275.0, 24.0, "deep", 5.0, 45.0, 5), "fattened_per_year": 0.0,
        **_bought(2_500.0, 1_500.0, 5.0, 12_500.0, 13_000.0, 100.0)}),
    "B4": ("Ireland, suckler to beef", "breeder_finisher", {
        "country": "IE", **_land(34.0, 34.0, 0.0, 0.0, 0.0, hedges=90.0),
        **_cows(20.0, 7.0, 30.0, 235.0, 24.0, "slurry", 5.0, 18.0, 10), "fattened_per_year": 22.0,
        "fattening_kind": "steer", "live_weight_sold": 16_500.0, "live_weight_bought": 2_560.0,
        **_bought(1_500.0, 400.0, 8.0, 2_400.0, 3_500.0, 5.0)}),
    "B6": ("Dehesa breeder, Extremadura", "breeder", {
        "country": "ES", "region": "inner_spain",
        **_land(400.0, 0.0, 0.0, 0.0, 0.0, hedges=0.0), "rangeland": 400.0,
        **_cows(110.0, 30.0, 34.0, 365.0, 24.0, "deep", 0.0, 75.0, 8), "fattened_per_year": 0.0,
        **_bought(0.0, 0.0, 0.0, 6_500.0, 4_000.0, 0.0)}),
}  # fmt: skip

VENETO: Answers = {
    "country": "IT", "region": "po_valley", **_land(60.0, 0.0, 0.0, 40.0, 20.0, hedges=10.0),
    "fattened_per_year": 600.0, "fattening_kind": "young_bull", "live_weight_sold": 433_800.0,
    "live_weight_bought": 235_200.0, "main_manure": "deep", "storage_duration": 6.0,
    "grazing_days": 0.0, "concentrate_bought": 560.0, "soya_share": 0.12,
    **_bought(8_400.0, 2_400.0, 0.0, 13_000.0, 45_000.0, 220.0),
}  # fmt: skip


def veneto_finisher() -> FarmRecord:
    """B5: its bulls' weight and growth are given, as the method says (rule 0.5-34)."""
    record = typical("B5 Veneto finisher", "finisher", "BEEF_FATTEN", VENETO)
    record = record.but("BEEF_FATTEN/YB", "live_weight", Entry(563.0, "given"))
    return record.but("BEEF_FATTEN/YB", "daily_gain", Entry(1.53, "given"))


def _builder(kind: str, code: str, farm: tuple[str, str, Answers]) -> Callable[[], FarmRecord]:
    title, system, answers = farm
    return partial(typical, f"{code} {title}", system, kind, answers)


TYPICAL: Mapping[str, Callable[[], FarmRecord]] = {
    **{code: _builder("DAIRY", code, farm) for code, farm in DAIRY.items()},
    **{code: _builder("BEEF_SUCKLER", code, farm) for code, farm in BEEF.items() if code < "B5"},
    "B5": veneto_finisher,
    "B6": _builder("BEEF_SUCKLER", "B6", BEEF["B6"]),
}
