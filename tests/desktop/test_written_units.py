"""The units a person may type after a number, and those that are refused."""

import pytest

from desktop.forms.number_text import Number, Unreadable, read
from desktop.forms.written_units import factor_of, spellings

SHOWN = [
    "kg", "t", "g", "kg/yr", "t/yr", "kg N/yr", "kg DM/d", "kg DM/head/d", "kg/head/yr", "L",
    "L/yr", "g/L", "mg/L", "ha", "m", "km", "mm", "m/ha", "%", "1", "head", "LU", "d", "h",
    "months", "kWh/yr", "€/(1000 L)", "°C", "t/ha", "people", "g/kg", "unheard of",
]  # fmt: skip


@pytest.mark.parametrize(
    ("shown", "written", "factor"),
    [
        ("kg", "t", 1000), ("t", "kg", 0.001), ("kg/yr", "tonnes", 1000), ("t/yr", "q", 0.1),
        ("kg/yr", "t par an", 1000), ("kg/yr", "T / AN", 1000), ("kg/yr", "kg per year", 1),
        ("L/yr", "litres", 1), ("L", "hl", 100), ("L", "m³", 1000), ("L/yr", "l/an", 1),
        ("ha", "ares", 0.01), ("ha", "a", 0.01), ("ha", "acres", 0.40468564224), ("m", "km", 1000),
        ("km", "m", 0.001), ("%", "pour cent", 1), ("1", "%", 0.01), ("head", "vaches", 1),
        ("head", "Tetes", 1), ("head", "cows", 1), ("d", "jours", 1), ("h", "heures", 1),
        ("months", "ans", 12), ("kWh/yr", "MWh", 1000), ("g/L", "g/l", 1),
        ("kg DM/d", "kg MS/j", 1),
        ("kg/head/yr", "kg/vache", 1), ("kg/head/yr", "t/vache/an", 1000), ("LU", "UGB", 1),
    ],
)  # fmt: skip
def test_that_everyday_spellings_are_converted(shown: str, written: str, factor: float):
    assert factor_of(written, spellings(shown)) == pytest.approx(factor, rel=1e-15)


@pytest.mark.parametrize(
    ("shown", "written"),
    [
        ("kg", "Mg"), ("kg", "ton"), ("kg", "quintales"), ("kg", "L"), ("ha", "m"), ("m", "M"),
        ("kg/head/yr", "kg/an"), ("kg DM/head/d", "kg/vache"), ("kg DM/d", "kg MB"),
        ("d", "mois"), ("head", "kg"), ("%", "t"), ("L", "t"), ("kg", ""), ("kg", "k g"),
    ],
)  # fmt: skip
def test_that_a_doubtful_or_foreign_unit_is_refused(shown: str, written: str):
    assert factor_of(written, spellings(shown)) is None


@pytest.mark.parametrize("shown", SHOWN)
def test_that_a_field_understands_its_own_unit_and_positive_factors_only(shown: str):
    units = spellings(shown)

    assert factor_of(shown.replace("(", "").replace(")", ""), units) == 1
    assert all(factor > 0 for factor in units.values())


@pytest.mark.parametrize("shown", SHOWN)
def test_that_no_spelling_has_two_sizes_once_accents_and_capitals_are_dropped(shown: str):
    assert [plain for plain, sizes in spellings(shown).plain.items() if len(sizes) > 1] == []


def test_that_milk_in_tonnes_becomes_litres_where_the_density_is_known():
    assert read("103 t", "fr", spellings("L/yr", 1.03)) == Number(100000.0, "t")
    assert isinstance(read("103 t", "fr", spellings("L/yr")), Unreadable)


def test_that_a_spelling_with_two_sizes_in_a_mapping_counts_as_unknown():
    units = {"Gal": 4.54609, "gal": 3.785411784}

    assert factor_of("GAL", units) is None
    assert factor_of("gal", units) == 3.785411784
