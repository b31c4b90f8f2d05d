"""The printed page says what the results say, in both languages and for every kind of farm."""

import re

import pytest

from desktop.charts.headline import NotComputed
from desktop.report.issue import Reference
from desktop.words import Words
from tests.report.farms import (
    DAIRY_SOURCES,
    beef_results,
    dairy_results,
    issue,
    milk_results,
    mixed_results,
    unsold_results,
)
from tests.report.reading import text_of

NUMBER = r"−?\d[\d ]*(?:,\d+)?"


def column(text: str, names: list[str], place: int) -> list[float]:
    """One column of the table as numbers: the share or the tonnes."""
    cells = [re.search(rf"{name} (< ?{NUMBER}|{NUMBER}) ?% ({NUMBER}) t", text) for name in names]
    found = [cell.group(place + 1) for cell in cells if cell]
    return [
        0.0 if "<" in cell else float(cell.replace(" ", "").replace(",", ".")) for cell in found
    ]


def test_that_the_dairy_page_leads_with_the_net_per_litre_and_its_sum(french: Words) -> None:
    text = text_of(issue(french, dairy_results()))

    assert "0,84 kg CO₂e par litre" in text
    assert "brut 0,98 − stockage de carbone 0,14 = net 0,84" in text
    assert "Entre 0,73 et 0,96 (9 chances sur 10)" in text
    assert "soit 637 t par an" in text


def test_that_the_beef_page_speaks_english_and_leads_with_live_weight(english: Words) -> None:
    text = text_of(issue(english, beef_results()))

    assert "7.7 kg CO₂e per kg live weight" in text
    assert "gross 13.6 − carbon storage 5.9 = net 7.7" in text
    assert "that is 329 t a year" in text
    assert "70 suckler cows · 42,760 kg live weight sold · 115 ha · Ille-et-Vilaine" in text


def test_that_a_mixed_farm_leads_with_the_hectare_and_shows_both_products(french: Words) -> None:
    text = text_of(issue(french, mixed_results()))

    assert "4,83 t CO₂e par hectare" in text
    assert "Lait, par litre : brut 0,98 − stockage de carbone 0,14 = net 0,84" in text
    assert "Viande, par kg vif : brut 13,6 − stockage de carbone 5,9 = net 7,7" in text


def test_that_a_farm_that_sells_nothing_leads_with_tonnes_and_says_why(french: Words) -> None:
    text = text_of(issue(french, unsold_results()))

    assert "637 t CO₂e par an" in text
    assert "Pas de ratio : ni lait ni viande vendus cette année." in text
    assert "brut 744 − stockage de carbone 107 = net 637" in text
    assert "par litre" not in text


def test_that_a_net_below_zero_is_told_as_a_fact(french: Words) -> None:
    text = text_of(issue(french, dairy_results(storage=900_000.0)))

    assert "−0,21 kg CO₂e par litre" in text
    assert "Le stockage de carbone dépasse le brut cette année" in text
    assert "brut 0,98 − stockage de carbone 1,19 = net −0,21" in text


def test_that_carbon_lost_is_added_and_named(french: Words) -> None:
    text = text_of(issue(french, dairy_results(storage=-60_000.0)))

    assert "brut 0,98 + carbone perdu 0,08 = net 1,06" in text
    assert "Carbone perdu +60 t" in text


def test_that_storage_of_zero_is_written_as_zero(french: Words) -> None:
    text = text_of(issue(french, dairy_results(storage=0.0)))

    assert "brut 0,98 − stockage de carbone 0 = net 0,98" in text


def test_that_a_small_storage_is_never_written_as_zero(english: Words) -> None:
    text = text_of(issue(english, milk_results(DAIRY_SOURCES, 10.0)))

    assert "gross 0.98 − carbon storage < 0.01 = net 0.98" in text


@pytest.mark.parametrize(("place", "total"), [(0, 100.0), (1, 744.0)])
def test_that_each_column_adds_up_to_its_total(french: Words, place: int, total: float) -> None:
    text = text_of(issue(french, dairy_results()))
    names = [
        "Digestion des animaux", "Effluents", "Sols et pâturage", "Aliments achetés",
        "Fabrication des engrais", "Carburants et électricité", "Autres achats",
    ]  # fmt: skip

    assert round(sum(column(text, names, place)), 9) == total
    assert column(text, ["Empreinte brute"], place) == [total]


def test_that_no_range_is_printed_when_nothing_was_drawn(english: Words) -> None:
    text = text_of(issue(english, dairy_results(spread=0.0)))

    assert "etween" not in text
    assert "gross 0.98 − carbon storage 0.14 = net 0.84" in text


def test_that_reference_values_are_counted_named_and_given_with_their_unit(english: Words) -> None:
    text = text_of(issue(english, dairy_results()))

    assert "24 figures come from you" in text
    assert "6 are reference values:" in text
    assert "Fat in milk: 4.1%" in text
    assert "Mature weight: 650 kg, 720 kg" in text
    assert "Climate zone: Cool temperate, moist" in text


def test_that_references_left_out_are_counted(english: Words) -> None:
    many = tuple(Reference(f"Mature weight {n}: 650 kg", 2) for n in range(40))
    text = text_of(issue(english, dairy_results(), references=many))
    listed = len(re.findall(r"Mature weight \d+: 650 kg", text))

    assert listed > 4
    assert f"and {80 - 2 * listed} others, in the attached file" in text


def test_that_a_farm_without_reference_values_reads_so(english: Words) -> None:
    assert "No reference value is used" in text_of(issue(english, dairy_results(), references=()))


def test_that_the_method_the_factors_and_the_file_are_named(english: Words) -> None:
    text = text_of(issue(english, dairy_results()))

    assert "Estimate, not certified." in text
    assert "Method: OPEN-2019 · edition 1 · IPCC 2019 Tier 2 · warming potentials AR5" in text
    assert "carbon storage set A · 83% of the dairy herd attributed to milk (IDF 2015)." in text
    assert "Bocage 0.1.0 · calculation OPEN-2019 · factors 7c1e 04b9 · 15 March 2026" in text
    assert "Farm file attached, SHA-256 d36c 1670" in text


def test_that_two_workshops_and_one_product_show_that_workshop_alone(english: Words) -> None:
    found = dairy_results()
    crops = {"workshop_gross_emissions": 5_000.0, "workshop_storage": 0.0, "sources": {}}
    found["by_workshop"]["CROPS"] = crops
    found["sources"]["SOIL_N2O"] += 5_000.0
    text = text_of(issue(english, found))

    assert "0.84 kg CO₂e per litre" in text
    assert "that is 637 t a year" in text
    assert "for this part of the farm" in text


def test_that_a_farm_of_many_products_says_how_many_it_leaves_out(english: Words) -> None:
    found = mixed_results()
    herd = found["by_workshop"]["BEEF_BREED"]
    found["by_workshop"] |= {f"BEEF_BREED#{n}": herd for n in range(2, 6)}
    text = text_of(issue(english, found))

    assert text.count("Animals, per kg: gross 13.6 − carbon storage 5.9 = net 7.7") == 1
    assert "and 4 others, in the attached file" in text


def test_that_answers_that_do_not_suffice_are_refused_by_name(english: Words) -> None:
    found = unsold_results()
    found["values"]["gross_emissions"]["value"] = None

    with pytest.raises(NotComputed, match="gross_emissions"):
        issue(english, found)
