"""The twelve typical farms beside the published bands: a sanity check, never a calibration."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from diagnostics import Diagnosis, diagnose, load_factors, read_farm, write_farm
from diagnostics.core.factors import FactorSet
from diagnostics.record import Entry
from tests.typical_farms import TYPICAL

ROOT = Path(__file__).resolve().parent.parent.parent
EXAMPLES = ROOT / "resources" / "examples" / "typical"


@dataclass(frozen=True)
class Band:
    """A published band of gross and net, and why a farm may lie outside of it."""

    gross: tuple[float, float]
    net: tuple[float, float] | None
    why: str = ""


# Method, reference farms 2.4; a single mean stands with the range given beside it.
BANDS: Mapping[str, Band] = {
    "D1": Band((0.88, 1.27), (0.81, 1.21)),
    "D2": Band((0.88, 1.21), (0.76, 1.13)),
    "D3": Band((0.84, 1.34), (0.39, 0.98)),
    "D4": Band((1.05, 1.15), (0.65, 0.75),
               "band R−; slurry stored six months at 0.21 and 1.3 t of concentrates a cow"),
    "D5": Band((0.83, 1.06), None,
               "the band leaves out inputs and energy, or part of them; IPCC, not Irish, factors"),
    "D6": Band((0.86, 1.26), (0.70, 1.10)),
    "B1": Band((9.0, 27.7), None),
    "B2": Band((13.0, 19.0), None),
    "B3": Band((9.0, 27.7), None),
    "B4": Band((9.0, 15.0), None,
               "2.6 kg of the gross are animals bought; the survey counts farm emissions only"),
    "B5": Band((12.4, 15.1), None),
    "B6": Band((9.0, 27.7), None),
}  # fmt: skip
PUBLISHED_B5 = (13.5, 9.7)  # rule 0.5-34


@cache
def factors() -> FactorSet:
    return load_factors(ROOT / "resources" / "factors")


@cache
def diagnosed(farm: str) -> Diagnosis:
    """A typical farm, diagnosed once for all tests."""
    return diagnose(TYPICAL[farm](), factors())


def footprints(farm: str) -> tuple[float, float]:
    """Gross and net per litre of milk, or per kilogram of live weight sold."""
    product = "milk" if farm.startswith("D") else "beef"
    found = [diagnosed(farm).total(f"{kind}_footprint_{product}") for kind in ("gross", "net")]
    assert None not in found
    return float(found[0] or 0.0), float(found[1] or 0.0)


def test_that_the_table_of_results_and_bands_can_be_read() -> None:
    for farm, band in BANDS.items():
        gross, net = footprints(farm)
        inside = band.gross[0] <= gross <= band.gross[1]
        print(f"{farm}  gross {gross:6.3f}  published {band.gross}  net {net:6.3f}  {band.net}  "
              f"{'inside' if inside else 'OUTSIDE: ' + band.why}")  # fmt: skip

    outside = [f for f, b in BANDS.items() if not b.gross[0] <= footprints(f)[0] <= b.gross[1]]
    assert all(BANDS[farm].why for farm in outside), outside


@pytest.mark.parametrize("farm", TYPICAL)
def test_that_a_typical_farm_is_no_absurdity(farm: str) -> None:
    gross, net = footprints(farm)
    low, high = (0.4, 2.5) if farm.startswith("D") else (4.0, 45.0)

    assert low <= gross <= high
    assert net <= gross + 0.2
    assert not [w for w in diagnosed(farm).results()["warnings"] if "covers add up" in w]


def test_that_the_finisher_gives_the_two_published_figures() -> None:
    whole_chain, on_farm = (
        diagnosed("B5").total(name)
        for name in ("gross_footprint_beef", "gross_footprint_beef_on_farm")
    )

    assert (round(whole_chain or 0.0, 1), round(on_farm or 0.0, 1)) == PUBLISHED_B5


@pytest.mark.parametrize(
    ("farm", "replacement", "weight", "sold"),
    [("D1", 0.34, 650.0, 14_541), ("D4", 0.30, 670.0, 11_942), ("D5", 0.23, 560.0, 13_475)],
)
def test_that_live_weight_sold_follows_from_the_herd(
    farm: str, replacement: float, weight: float, sold: float
) -> None:
    record = TYPICAL[farm]().but("DAIRY", "replacement_rate", Entry(replacement, "given"))
    record = record.but("DAIRY/DC", "live_weight", Entry(weight, "given"))

    assert diagnose(record, factors()).total("live_weight_sold") == pytest.approx(sold, abs=0.5)


@pytest.mark.parametrize(("farm", "sold"), [("B1", 32_200), ("B2", 44_750)])
def test_that_suckler_herds_sell_what_the_reference_prints(farm: str, sold: float) -> None:
    assert diagnosed(farm).total("live_weight_sold") == pytest.approx(sold, rel=2e-3)


@pytest.mark.parametrize("farm", TYPICAL)
def test_that_the_bundled_file_is_the_typical_farm(farm: str) -> None:
    text = (EXAMPLES / f"{farm.lower()}.json").read_text("utf8")

    assert text == write_farm(TYPICAL[farm]())
    assert read_farm(text) == TYPICAL[farm]()
