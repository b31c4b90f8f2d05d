"""A whole farm computed by hand: cool and moist, wet soils, ammonium nitrate, France, set A.

The factors are copied from the text of the method, and the steps follow its sections. It takes the
answers of a dossier as plain dictionaries and knows nothing of the engine.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.golden import by_hand as hand

Answers = Mapping[str, Any]
Figures = dict[str, float]

# class: coefficient in milk, coefficient dry, growth coefficient, livestock units, milk suckled
CLASSES = {
    "DC": (0.386, 0.322, 0.8, 1.0, 0.0),
    "SC": (0.386, 0.322, 0.8, 0.85, 1600.0),
    "BU": (0.370, 0.370, 1.2, 1.0, 0.0),
    "F0": (0.322, 0.322, 0.8, 0.4, 0.0),
    "F1": (0.322, 0.322, 0.8, 0.6, 0.0),
    "F2": (0.322, 0.322, 0.8, 0.8, 0.0),
    "M0": (0.322, 0.322, 1.2, 0.4, 0.0),
    "YB": (0.322, 0.322, 1.2, 0.6, 0.0),
}
# system: conversion factor, direct, to the air, leached, bedded
SYSTEMS = {
    "slurry_crust": (0.21, 0.005, 0.30, 0.0, False),
    "deep_litter": (0.21, 0.010, 0.25, 0.035, True),
    "pasture": (0.0047, 0.0, 0.0, 0.0, False),
}
ITEMS = {
    "cereal_mix": 470.0, "rape_meal": 460.0, "straw": 60.0, "minerals": 700.0,
    "milk_replacer": 2.0, "plastics": 2.5, "pesticide": 10.1,
}  # fmt: skip
FEEDS = ("cereal_mix", "rape_meal", "straw", "minerals", "milk_replacer")
CARBON = {"permanent_grassland": 570.0, "temporary_grassland": 80.0, "crops": -160.0}
YM, GE_DM, CA, CPREG, UE, ASH, B0_PASTURE = 0.063, 18.45, 0.17, 0.10, 0.04, 0.08, 0.19
EF1_MINERAL, EF1_ORGANIC, EF3_PASTURE, EF4, EF5 = 0.016, 0.006, 0.006, 0.014, 0.011
MINERAL_GAS, ORGANIC_GAS, LEACHED, MANUFACTURE, LIME_UPSTREAM = 0.05, 0.21, 0.24, 3.469, 0.040
DIESEL, POWER, HEDGE, GWP_METHANE, GWP_NITROUS_OXIDE = 3.16, 0.060, 250.0, 28.0, 265.0


@dataclass
class Herd:
    """The groups of one farm, figure by figure, and the sums of all of them."""

    groups: dict[str, Figures] = field(default_factory=dict)

    def total(self, name: str) -> float:
        """The sum of a figure over all groups."""
        return sum(figures[name] for figures in self.groups.values())


def energy(animal: Answers, milk: float, workshop: Answers) -> Figures:
    """Section 3.1: what one animal needs and eats in a day."""
    lactating, dry, growth, _, _ = CLASSES[animal["animal_class"]]
    gain = animal.get("daily_gain", 0.0)
    coefficient = hand.maintenance_coefficient(animal.get("lactating_share", 0.0), lactating, dry)
    nem = hand.net_energy_maintenance(coefficient, animal["live_weight"])
    nea = hand.net_energy_activity(CA, animal["pasture_share"], nem)
    neg = hand.net_energy_growth(animal["live_weight"], animal["mature_weight"], growth, gain)
    nel = hand.net_energy_lactation(milk, workshop["milk_fat"])
    nep = hand.net_energy_pregnancy(CPREG, nem, animal.get("pregnant_share", 0.0))
    rem = hand.maintenance_energy_ratio(animal["digestibility"])
    reg = hand.growth_energy_ratio(animal["digestibility"])
    ge = hand.gross_energy_intake(nem, nea, nel, nep, neg, rem, reg, animal["digestibility"])
    return {
        "maintenance_coefficient": coefficient,
        "net_energy_maintenance": nem,
        "net_energy_activity": nea,
        "net_energy_growth": neg,
        "net_energy_lactation": nel,
        "net_energy_pregnancy": nep,
        "maintenance_energy_ratio": rem,
        "growth_energy_ratio": reg,
        "gross_energy_intake": ge,
        "dry_matter_intake": hand.dry_matter_intake(ge, GE_DM),
    }


def excreta(animal: Answers, milk: float, workshop: Answers, fed: Figures) -> Figures:
    """Sections 3.1, 3.5 and 4.1: what one animal gives off."""
    eaten = hand.nitrogen_intake(fed["dry_matter_intake"], animal["crude_protein"])
    gain = animal.get("daily_gain", 0.0)
    kept = hand.nitrogen_retention(milk, workshop["milk_protein"], gain, fed["net_energy_growth"])
    ge, digested = fed["gross_energy_intake"], animal["digestibility"]
    belched = hand.enteric_methane_per_head(ge, YM, animal.get("rumen_share", 1.0), 0.0)
    return {
        "nitrogen_intake": eaten,
        "nitrogen_retention": kept,
        "nitrogen_excretion": hand.nitrogen_excretion(eaten, kept),
        "volatile_solids": hand.volatile_solids(ge, digested, UE, ASH, GE_DM),
        "enteric_methane_per_head": belched,
        "enteric_methane": hand.enteric_methane(belched, animal["head_years"]),
    }


def in_store(animal: Answers, system: str, excreted: Figures, bedding: float) -> Figures:
    """Section 4: one group's manure in one system."""
    factor, direct, gas, leach, _ = SYSTEMS[system]
    stored = 0.0 if system == "pasture" else 1.0
    capacity = 0.24 if animal["animal_class"] == "DC" else 0.18
    share = hand.manure_system_share(animal["pasture_share"], 1.0, stored)
    nitrogen = hand.manure_nitrogen(
        animal["head_years"], excreted["nitrogen_excretion"], share, stored
    )
    lost = hand.manure_volatilised_nitrogen(nitrogen, gas)
    leached = hand.manure_leached_nitrogen(nitrogen, leach)
    direct_n2o = hand.manure_direct_n2o(nitrogen, direct)
    indirect_n2o = hand.manure_indirect_n2o(lost, leached, EF4, EF5)
    return {
        "manure_methane": hand.manure_methane(
            animal["head_years"],
            excreted["volatile_solids"],
            B0_PASTURE if system == "pasture" else capacity,
            factor,
            share,
        ),
        "manure_nitrogen": nitrogen,
        "manure_volatilised_nitrogen": lost,
        "manure_leached_nitrogen": leached,
        "manure_direct_n2o": direct_n2o,
        "manure_indirect_n2o": indirect_n2o,
        "manure_n2o": hand.manure_n2o(direct_n2o, indirect_n2o),
        "spread_nitrogen": hand.spread_nitrogen(nitrogen, gas, leach, direct, bedding),
    }


def litter_units(animal: Answers, system: str) -> float:
    """Rule 15.3-7: livestock units of a group that stand on bedding."""
    units = CLASSES[animal["animal_class"]][3] * animal["head_years"]
    inside = hand.manure_system_share(animal["pasture_share"], 1.0, 1.0)
    return hand.litter_unit_years(units, inside, float(SYSTEMS[system][4]))


def herd_of(dossier: Mapping[str, Sequence[Answers]]) -> Herd:
    """All groups of a farm with one workshop."""
    farm, workshop = dossier["Farm"][0], dossier["Workshop"][0]
    groups = dossier["Group"]
    on_litter = {g["key"]: litter_units(g, g["system"]) for g in groups}
    milked = sum(hand.milked_animals(g["head_years"], g["animal_class"] == "DC") for g in groups)
    herd = Herd()
    for animal in groups:
        milk = CLASSES[animal["animal_class"]][4]
        if animal["animal_class"] == "DC":
            milk = hand.milk_sold_per_animal(workshop["milk_delivered"], milked)
        figures = energy(animal, milk, workshop)
        figures |= excreta(animal, milk, workshop, figures)
        figures["pasture_nitrogen"] = hand.pasture_nitrogen(
            animal["head_years"], figures["nitrogen_excretion"], animal["pasture_share"]
        )
        bedding = hand.bedding_nitrogen(
            farm["bedding_nitrogen_brought"], on_litter[animal["key"]], sum(on_litter.values())
        )
        housed = in_store(animal, animal["system"], figures, bedding)
        outside = in_store(animal, "pasture", figures, 0.0)
        herd.groups[animal["key"]] = figures | added([housed, outside])
    return herd


def added(parts: Iterable[Figures]) -> Figures:
    """Figures of several rows, summed name by name."""
    sums: Figures = {}
    for figures in parts:
        for name, value in figures.items():
            sums[name] = sums.get(name, 0.0) + value
    return sums


def soils(farm: Answers, mineral: float, herd: Herd) -> Figures:
    """Section 5.2."""
    spread, dropped = herd.total("spread_nitrogen"), herd.total("pasture_nitrogen")
    residues = farm["residue_nitrogen"]
    direct = hand.soil_direct_n2o(
        hand.mineral_direct_n2o(mineral, EF1_MINERAL),
        hand.pasture_direct_n2o(dropped, EF3_PASTURE),
        spread,
        residues,
        0.0,
        EF1_ORGANIC,
    )
    gas = hand.mineral_volatilised_nitrogen(mineral, MINERAL_GAS)
    by_air = hand.soil_volatilisation_n2o(gas, spread, dropped, ORGANIC_GAS, EF4)
    by_water = hand.soil_leaching_n2o(mineral, spread, dropped, residues, 0.0, LEACHED, EF5)
    return {
        "soil_direct_n2o": direct,
        "soil_volatilisation_n2o": by_air,
        "soil_leaching_n2o": by_water,
        "soil_n2o": hand.soil_n2o(direct, by_air, by_water),
    }


def bought(farm: Answers, mineral: float, purchases: Sequence[Answers]) -> Figures:
    """Sections 5.5 and 6."""
    lime = farm.get("limestone", 0.0)
    costs = [(p["item"], ITEMS[p["item"]] * p["purchase_quantity"]) for p in purchases]
    return {
        "lime_urea_emissions": hand.lime_co2(lime, 0.0) + hand.urea_co2(0.0),
        "energy_emissions": hand.energy_emissions(farm["diesel"], DIESEL),
        "electricity_emissions": hand.electricity_emissions(farm["electricity"], POWER),
        "fertiliser_upstream": hand.fertiliser_manufacture(mineral, MANUFACTURE)
        + hand.lime_upstream(lime, 0.0, LIME_UPSTREAM),
        "feed_upstream": sum(cost for item, cost in costs if item in FEEDS),
        "animal_upstream": 0.0,
        "other_upstream": sum(cost for item, cost in costs if item not in FEEDS),
    }


def storage(fields: Sequence[Answers], hedges: Sequence[Answers]) -> Figures:
    """Section 7.2, set A."""
    lines = {
        cover: sum(hand.field_storage(f["field_area"], rate) for f in fields if f["cover"] == cover)
        for cover, rate in CARBON.items()
    }
    wood = sum(hand.hedge_storage(h["hedge_length"], HEDGE) for h in hedges)
    grass, leys, arable = lines.values()
    return {
        "permanent_grassland_storage": grass,
        "temporary_grassland_storage": leys,
        "arable_storage": arable,
        "hedge_storage": wood,
        "carbon_storage": hand.carbon_storage(grass, leys, arable, wood, 0.0, 0.0, 0.0),
    }


def whole_farm(dossier: Mapping[str, Sequence[Answers]]) -> tuple[Figures, dict[str, Figures]]:
    """The figures of the farm, and those of each of its groups."""
    herd = herd_of(dossier)
    farm, workshop = dossier["Farm"][0], dossier["Workshop"][0]
    mineral = sum(f["mineral_nitrogen"] for f in dossier["Fertiliser"])
    land = soils(farm, mineral, herd)
    inputs = bought(farm, mineral, dossier["Purchase"])
    stores = storage(dossier["Field"], dossier["Hedge"])
    methane = herd.total("enteric_methane") + herd.total("manure_methane")
    nitrous_oxide = herd.total("manure_n2o") + land["soil_n2o"]
    gross = methane * GWP_METHANE + nitrous_oxide * GWP_NITROUS_OXIDE + sum(inputs.values())
    net = gross - stores["carbon_storage"]
    area = sum(f["field_area"] for f in dossier["Field"])
    figures = land | inputs | stores | products(workshop, gross, net)
    figures |= {"gross_emissions": gross, "net_emissions": net, "net_footprint_area": net / area}
    return figures | {"gross_footprint_area": gross / area}, herd.groups


def products(workshop: Answers, gross: float, net: float) -> Figures:
    """Sections 1.3 and 8.1: the farm's one workshop carries everything."""
    meat = workshop["live_weight_sold"]
    if workshop["workshop_kind"] != "DAIRY":
        return {"gross_footprint_beef": gross / meat, "net_footprint_beef": net / meat}
    milk = hand.corrected_milk(
        workshop["milk_delivered"], workshop["milk_fat"], workshop["milk_protein"]
    )
    litres = hand.corrected_milk_volume(milk)
    share = hand.milk_allocation(hand.beef_milk_ratio(meat, milk))
    return {
        "corrected_milk": milk,
        "corrected_milk_volume": litres,
        "milk_allocation": share,
        "gross_footprint_milk": gross * share / litres,
        "net_footprint_milk": net * share / litres,
        "gross_footprint_dairy_beef": gross * (1.0 - share) / meat,
        "net_footprint_dairy_beef": net * (1.0 - share) / meat,
    }
