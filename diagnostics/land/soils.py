"""Nitrous oxide of soils: from what is spread, dropped and left behind."""

import numpy as np

from diagnostics.constants import N2O_PER_NITROGEN
from diagnostics.core import Constant, Values, formula
from diagnostics.entities import FarmEntity, Fertiliser, Field, Group
from diagnostics.works import BOCAGE, IPCC_2019

CARBON_PER_NITROGEN = Constant(15, "kg C/(kg N)")  # humus of ploughed grassland (5.1)


@formula(
    on=Fertiliser,
    label="Direct nitrous oxide from chemical nitrogen",
    symbol="N2O_sn",
    unit="kg N2O/yr",
    equation="N2O_sn = F_SN × EF1_syn × 44 / 28",
    source=IPCC_2019.equation("11.1"),
    mark="V",
    adds=True,
)
def mineral_direct_n2o(mineral_nitrogen: Values, mineral_direct_factor: Values) -> Values:
    """Nitrous oxide that forms in the field where it is spread."""
    return mineral_nitrogen * mineral_direct_factor * N2O_PER_NITROGEN


@formula(
    on=Fertiliser,
    label="Chemical nitrogen volatilised",
    symbol="N_snvol",
    unit="kg N/yr",
    equation="N_snvol = F_SN × FracGASF",
    source=IPCC_2019.equation("11.9"),
    mark="V",
    adds=True,
)
def mineral_volatilised_nitrogen(mineral_nitrogen: Values, mineral_gas_fraction: Values) -> Values:
    """Nitrogen that leaves the field as ammonia and nitric oxide."""
    return mineral_nitrogen * mineral_gas_fraction


@formula(
    on=Group,
    label="Direct nitrous oxide from dung and urine at grass",
    symbol="N2O_prp",
    unit="kg N2O/yr",
    equation="N2O_prp = F_PRP × EF3PRP × 44 / 28",
    source=IPCC_2019.equation("11.1"),
    mark="V",
    adds=True,
)
def pasture_direct_n2o(pasture_nitrogen: Values, pasture_direct_factor: Values) -> Values:
    """Nitrous oxide that forms where they fall on the grass."""
    return pasture_nitrogen * pasture_direct_factor * N2O_PER_NITROGEN


@formula(
    on=Field,
    label="Nitrogen in the crop residues of a field",
    symbol="N_res",
    unit="kg N/yr",
    equation="N_res = A × n_res",
    source=BOCAGE.at("rule 15.3-7"),
    mark="A",
    adds=True,
)
def field_residue_nitrogen(field_area: Values, residue_nitrogen_rate: Values) -> Values:
    """Nitrogen in its stubble, roots and renewed grassland."""
    return field_area * residue_nitrogen_rate


@formula(
    on=FarmEntity,
    label="Nitrogen in crop residues",
    symbol="F_CR",
    unit="kg N/yr",
    equation="F_CR = N_res",
    source=BOCAGE.at("rule 15.3-7"),
    mark="A",
    adds=True,
)
def residue_nitrogen(field_residue_nitrogen: Values) -> Values:
    """Stubble, roots and renewed grassland of the whole farm."""
    return field_residue_nitrogen


@formula(
    on=FarmEntity,
    label="Soil nitrogen mineralised",
    symbol="F_SOM",
    unit="kg N/yr",
    equation="F_SOM = A_pl × q_pl / 15",
    source=BOCAGE.at("rules 0.5-5 and 7.3"),
    mark="R",
    adds=True,
    alone=0.0,
)
def mineralised_nitrogen(grassland_ploughed: Values, ploughing_loss: Values) -> Values:
    """Comes free with the carbon of old grassland that is ploughed up; else nothing."""
    return grassland_ploughed * ploughing_loss / CARBON_PER_NITROGEN


@formula(
    on=FarmEntity,
    label="Direct nitrous oxide from soils",
    symbol="N2O_sd",
    unit="kg N2O/yr",
    equation="N2O_sd = N2O_sn + N2O_prp + (N_app + F_CR + F_SOM) × EF1_org × 44 / 28",
    source=IPCC_2019.equation("11.1"),
    mark="V",
    adds=True,
)
def soil_direct_n2o(
    mineral_direct_n2o: Values,
    pasture_direct_n2o: Values,
    spread_nitrogen: Values,
    residue_nitrogen: Values,
    mineralised_nitrogen: Values,
    organic_direct_factor: Values,
) -> Values:
    """It forms where nitrogen is spread, dropped or left on the land."""
    organic = spread_nitrogen + residue_nitrogen + mineralised_nitrogen
    from_organic = organic * organic_direct_factor * N2O_PER_NITROGEN
    return mineral_direct_n2o + pasture_direct_n2o + from_organic


@formula(
    on=FarmEntity,
    label="Nitrous oxide after volatilisation",
    symbol="N2O_sv",
    unit="kg N2O/yr",
    equation="N2O_sv = (N_snvol + (N_app + F_PRP) × FracGASM) × EF4 × 44 / 28",
    source=IPCC_2019.equation("11.9"),
    mark="V",
    adds=True,
)
def soil_volatilisation_n2o(
    mineral_volatilised_nitrogen: Values,
    spread_nitrogen: Values,
    pasture_nitrogen: Values,
    organic_gas_fraction: Values,
    deposition_factor: Values,
) -> Values:
    """It forms where the ammonia from fields comes down again."""
    organic = (spread_nitrogen + pasture_nitrogen) * organic_gas_fraction
    return (mineral_volatilised_nitrogen + organic) * deposition_factor * N2O_PER_NITROGEN


@formula(
    on=FarmEntity,
    label="Nitrous oxide after leaching",
    symbol="N2O_sl",
    unit="kg N2O/yr",
    equation="N2O_sl = (F_SN + N_app + F_PRP + F_CR + F_SOM) × FracLEACH × EF5 × 44 / 28",
    source=IPCC_2019.equation("11.10"),
    mark="V",
    adds=True,
)
def soil_leaching_n2o(
    mineral_nitrogen: Values,
    spread_nitrogen: Values,
    pasture_nitrogen: Values,
    residue_nitrogen: Values,
    mineralised_nitrogen: Values,
    leach_fraction: Values,
    leaching_factor: Values,
) -> Values:
    """It forms in the water that carried the nitrate beyond the roots."""
    applied = mineral_nitrogen + spread_nitrogen + pasture_nitrogen
    released = residue_nitrogen + mineralised_nitrogen
    return (applied + released) * leach_fraction * leaching_factor * N2O_PER_NITROGEN


@formula(
    on=FarmEntity,
    label="Nitrous oxide from soils",
    symbol="N2O_soil",
    unit="kg N2O/yr",
    equation="N2O_soil = N2O_sd + N2O_sv + N2O_sl",
    source=IPCC_2019.at("section 11.2"),
    mark="V",
    adds=True,
)
def soil_n2o(
    soil_direct_n2o: Values, soil_volatilisation_n2o: Values, soil_leaching_n2o: Values
) -> Values:
    """Direct, after volatilisation and after leaching, together."""
    return np.add(soil_direct_n2o, soil_volatilisation_n2o) + soil_leaching_n2o
