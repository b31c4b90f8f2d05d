"""Groups and usual ranges: whole, honest, and in the units of our fields."""

import shutil
from functools import cache
from pathlib import Path

import pytest

from diagnostics.core.entities import numbers_of
from diagnostics.core.errors import FactorError
from diagnostics.entities import ENTITIES, FarmEntity
from diagnostics.reference_files import COLUMNS, FEWEST_FARMS
from diagnostics.references import HINTS, OF_SYSTEM, OF_WORKSHOP, References, load_references

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "reference"
SYSTEMS = [option.code for option in FarmEntity.system.options]
DERIVED = {
    "permanent_grassland",
    "silage_maize",
    "straw_bedding",
    "stocking_rate",
    "nitrogen_surplus",
    "milk_sold_per_animal",
    "hedges_per_hectare",
    "permanent_grassland_share",
    "mineral_nitrogen_per_hectare",
    "gross_footprint_milk",
    "gross_footprint_beef",
}
QUICK = {
    "age_at_first_calving",
    "concentrate_bought",
    "grazing_days",
    "grazing_hours",
    "hedge_density",
    "phosphate_potash",
    "replacement_heifers",
    "replacement_rate",
    "soya_share",
    "storage_duration",
}


@cache
def references() -> References:
    """The references of the program."""
    return load_references(FOLDER)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the files, to be spoilt."""
    return Path(shutil.copytree(FOLDER, tmp_path / "reference"))


def spoil(file: Path, old: str, new: str) -> None:
    """Replace the first occurrence of a part of a file."""
    text = file.read_text("utf8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf8")


def test_that_every_row_and_column_of_the_usual_ranges_is_there() -> None:
    lines = (FOLDER / "usual_ranges.csv").read_text("utf8").splitlines()

    assert len(references().ranges) == 31
    assert len(lines) == 1 + 31 * len(COLUMNS) + 2  # two that hold for France alone
    assert sum(len(row) for row in references().ranges.values()) == 287


def test_that_every_cell_of_the_usual_ranges_is_recalled() -> None:
    cells = [cell for row in references().ranges.values() for cell in row.values()]

    assert {cell.mark for cell in cells} == {"R−"}
    assert all(cell.unit and cell.low <= cell.high for cell in cells)


def test_that_every_published_group_is_there_with_its_source() -> None:
    groups = references().groups.values()

    assert len(groups) == 44
    assert [g.code for g in groups if not g.sources] == ["beef_systems_not_seen"]
    assert all(address.strip() for group in groups for address in group.addresses)


@pytest.mark.parametrize(
    ("system", "code"),
    [
        ("lowland_maize", "lowland_maize"), ("lowland_grass", "normandy"), ("breeder", "breeders"),
        ("organic_grass", "organic"), ("breeder_finisher", "france_beef"),
        ("mountain_maize", None), ("mountain_grass", None), ("finisher", None), ("mixed", None),
        ("sheep_goat", None), ("", None), ("nothing", None),
    ],
)  # fmt: skip
def test_that_a_system_stands_beside_the_group_of_the_method(system: str, code: str | None) -> None:
    group = references().group_of(system)

    assert (group and group.code) == code


@pytest.mark.parametrize(
    ("product", "code"),
    [
        ("sheep_meat", "france_sheep_meat"), ("sheep_milk", "france_sheep_milk"),
        ("goat_milk", "poitou_goats"),
    ],
)  # fmt: skip
def test_that_sheep_and_goats_stand_beside_their_own_product(product: str, code: str) -> None:
    group = references().group_of("sheep_goat", product)

    assert group is not None
    assert group.code == code


def test_that_no_system_stands_beside_fewer_than_ten_farms() -> None:
    serving = [group for group in references().groups.values() if group.systems]

    assert len(serving) == 8
    assert all(group.n is not None and group.n >= FEWEST_FARMS for group in serving)


def test_that_a_mean_without_ends_stays_a_mean() -> None:
    normandy = references().groups["normandy"]

    assert (normandy.gross.mean, normandy.gross.low, normandy.gross.high) == (1.06, None, None)
    assert normandy.group_share is None
    assert references().groups["breeders"].gross.mean is None


def test_that_the_maize_group_is_as_published() -> None:
    group = references().groups["lowland_maize"]

    assert (group.n, group.years, group.group_share, group.mark) == (1434, "2013–2014", 0.1, "V")
    assert (group.gross.low, group.gross.mean, group.gross.high) == (0.88, 1.03, 1.27)
    assert (group.storage.low, group.storage.high) == (0.0, 0.14)
    assert (group.net.low, group.net.mean, group.net.high) == (0.81, 0.97, 1.21)


@pytest.mark.parametrize(
    ("field", "system", "workshop", "low", "high", "per"),
    [
        ("milk_per_head", "lowland_maize", "", 5_900 * 1.03, 10_500 * 1.03, ""),
        ("milk_per_head", "breeder", "", 1_000, 2_900, ""),
        ("milk_fat", "organic_grass", "", 37 / 1030, 44 / 1030, ""),
        ("milk_delivered", "mixed", "DAIRY", 4_300 * 1.03, 8_200 * 1.03, "females"),
        ("age_at_first_calving", "mixed", "", 23.5, 37, ""),
        ("diesel", "mountain_maize", "", 45, 130, "area"),
        ("diesel", "mountain_grass", "", 45, 130, "area"),
        ("limestone", "lowland_grass", "", 0, 700, "area"),
        ("electricity", "finisher", "", 25, 130, "fattened"),
        ("electricity", "mixed", "BEEF_SUCKLER", 40, 180, "livestock_units"),
        ("electricity", "sheep_goat", "SHEEP_MEAT", 3, 25, "females"),
        ("soya_share", "", "BEEF_SUCKLER", 0, 0.30, ""),
        ("grazing_days", "", "DAIRY", 0, 295, ""),
    ],
)
def test_that_a_usual_range_is_in_the_unit_of_our_field(
    field: str, system: str, workshop: str, low: float, high: float, per: str
) -> None:
    found = references().usual_range(field, system, workshop)

    assert found is not None
    assert (found.low, found.high) == pytest.approx((low, high))
    assert (found.per, found.mark) == (per, "R−")


@pytest.mark.parametrize(
    ("field", "system"),
    [
        ("milk_fat", "finisher"), ("electricity", "mixed"), ("live_weight_sold", "finisher"),
        ("milk_delivered", "breeder"), ("soya_share", ""), ("ghost", "lowland_maize"),
        ("diesel", "ghost"),
    ],
)  # fmt: skip
def test_that_what_is_not_published_or_cannot_be_joined_stays_empty(
    field: str, system: str
) -> None:
    assert references().usual_range(field, system) is None


def test_that_a_range_becomes_the_limits_of_the_farm() -> None:
    milk = references().usual_range("milk_delivered", "lowland_maize")
    hedges = references().usual_range("hedge_length", "lowland_maize")
    assert milk is not None
    assert hedges is not None

    assert milk.limits({"females": 80}) == pytest.approx((486_160, 865_200))
    assert hedges.limits({"area": 100, "females": 80}) == (500, 16_000)
    assert hedges.limits({"females": 80}) is None
    assert hedges.limits({"area": 0}) == (0, 0)


@pytest.mark.parametrize(("females", "shown"), [(0, False), (4, False), (5, True), (80, True)])
def test_that_a_tiny_herd_gets_no_hint(females: float, shown: bool) -> None:
    fat = references().usual_range("milk_fat", "lowland_maize")

    assert fat is not None
    assert (fat.limits({"females": females}) is not None) == shown


@pytest.mark.parametrize("system", SYSTEMS)
def test_that_every_system_has_columns_and_a_range_for_diesel(system: str) -> None:
    assert set(OF_SYSTEM[system]) <= set(COLUMNS)
    assert references().usual_range("diesel", system) is not None


def test_that_a_usual_range_lies_within_what_the_field_takes() -> None:
    asked = {name: n for entity in ENTITIES for name, n in numbers_of(entity).items()}
    for field in HINTS:
        for system in SYSTEMS:
            found = references().usual_range(field, system)
            # Milk of ewes (62 to 82 g/L of fat) passes the hard limit of the field, 70 g/L.
            if found and not found.per and field in asked and system != "sheep_goat":
                low, high = asked[field].bounds
                assert low <= found.low <= found.high <= high, (field, system)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("n = 1434", "n = 9", "fewer than 10 farms"),
        ("n = 1434\n", "", "fewer than 10 farms"),
        ("low = 0.88", "low = 1.88", "gross: expected minimum, low, mean"),
        ("low = 0.88", "low = nan", "gross: expected finite numbers"),
        ("low = 0.88", 'low = "0.88"', "line 153: "),
        ("low = 0.88", "p10 = 0.88", "p10"),
        ("group_share = 0.1\n", "", "without the share of farms"),
        ('["lowland_maize"]', '["lowland"]', "there is no farm system “lowland”"),
        ('["lowland_maize"]', '["organic_grass"]', "already stands for organic_grass"),
        ('["MAI"]', '["GHOST"]', "no address of the source GHOST"),
        ('unit = "kg CO2e/(L FPCM)"\nn = 1434', "n = 1434", "no unit"),
        ("n = 1434", "n = 1434\nrank = 3", "an unknown key rank"),
        ('["MAI"]\nmark = "V"', '["MAI"]\nmark = "VV"', "the mark “VV”"),
        ("[groups.lowland_maize]", "[groups.lowland_maize", "groups.toml cannot be read"),
    ],
)
def test_that_a_faulty_group_is_refused(folder: Path, old: str, new: str, message: str) -> None:
    spoil(folder / "groups.toml", old, new)

    with pytest.raises(FactorError, match=r"groups\.toml") as refused:
        load_references(folder)
    assert message in str(refused.value)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("5900,10500", "10500,5900", "line 2: expected a range from low to high"),
        ("5900,10500", ",10500", "line 2: could not convert"),
        ("5900,10500", "5900,inf", "line 2: expected a range"),
        ("5900,10500", "many,10500", "line 2: could not convert"),
        (
            "milk_per_female,DG",
            "milk_per_female,DM",
            "line 3: milk_per_female of DM is given twice",
        ),
        ("milk_per_female,DG", "milk_per_female,XX", "line 3: there is no column “XX”"),
        ("4300,8200,L/yr,R−", "4300,8200,L/yr,R-", "line 3: the mark “R-”"),
        ("4300,8200,L/yr,R−,", "4300,8200,L/yr,R−", "line 3: expected 7 cells"),
        ("4300,8200,L/yr,R−,", "4300,8200,L/yr,R−,,", "line 3: expected 7 cells"),
        ("input,column", "input,columns", "line 1: expected the columns"),
    ],
)
def test_that_a_faulty_range_is_refused(folder: Path, old: str, new: str, message: str) -> None:
    spoil(folder / "usual_ranges.csv", old, new)

    with pytest.raises(FactorError, match=r"usual_ranges\.csv") as refused:
        load_references(folder)
    assert message in str(refused.value)


def test_that_a_missing_row_or_file_is_named(folder: Path) -> None:
    file = folder / "usual_ranges.csv"
    kept = [line for line in file.read_text("utf8").splitlines() if not line.startswith("diesel")]
    file.write_text("\n".join(kept), "utf8")

    with pytest.raises(FactorError, match="no row diesel_per_hectare"):
        load_references(folder)
    file.unlink()
    with pytest.raises(FactorError, match=r"usual_ranges\.csv cannot be read"):
        load_references(folder)


def test_that_a_hint_speaks_of_a_field_or_of_something_derived_from_fields() -> None:
    known = {name for entity in ENTITIES for name in numbers_of(entity)}

    assert set(HINTS) >= DERIVED | QUICK
    assert set(HINTS) - known <= DERIVED | QUICK


def test_that_every_range_lies_within_what_is_possible() -> None:
    fields = {name: asked for entity in ENTITIES for name, asked in numbers_of(entity).items()}
    del fields["age_at_first_calving"]  # asked of cattle alone: ewes lamb at half their age
    for name, asked in fields.items():
        for system in SYSTEMS:
            for workshop in ("", *OF_WORKSHOP):
                found = references().usual_range(name, system, workshop)
                if found is not None and not found.per:
                    assert asked.bounds[0] <= found.low <= found.high <= asked.bounds[1], name


def test_that_a_range_of_the_country_stands_for_that_of_all() -> None:
    french = references().usual_range("stocking_rate", "lowland_grass", country="FR")
    irish = references().usual_range("stocking_rate", "lowland_grass", country="IE")

    assert french is not None
    assert irish is not None
    assert (french.low, french.high, irish.low, irish.high) == (0.9, 1.9, 0.9, 2.6)
