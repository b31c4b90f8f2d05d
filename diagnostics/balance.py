"""The lines of the balance: eleven sources and seven stores, declared once for all uses."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    """One source line: its code, the formula that gives it, its gas and the post it is shown in."""

    code: str
    formula: str
    gas: str
    post: str
    label: str


@dataclass(frozen=True)
class Post:
    """A group of source lines shown as one; ``code`` also names its colour and its pattern."""

    code: str
    label: str
    short: str


@dataclass(frozen=True)
class Store:
    """One storage line and the stock it is shown in; ``sign`` is −1 where it gives a loss."""

    code: str
    formula: str
    stock: str
    label: str
    sign: int = 1


@dataclass(frozen=True)
class Stock:
    """A group of storage lines shown as one step on the way from gross to net."""

    code: str
    label: str


SOURCES = (
    Source("ENT", "enteric_emissions", "ch4", "enteric", "Methane from digestion"),
    Source("MAN_CH4", "manure_methane_emissions", "ch4", "manure", "Methane from manure"),
    Source("MAN_N2O", "manure_n2o_emissions", "n2o", "manure", "Nitrous oxide from manure"),
    Source("SOIL_N2O", "soil_n2o_emissions", "n2o", "soils", "Soil and grazing nitrogen"),
    Source("LIME_UREA", "lime_urea_emissions", "co2", "soils", "Lime and urea"),
    Source("ENERGY", "energy_emissions", "co2", "energy", "Fuels"),
    Source("ELEC", "electricity_emissions", "upstream_co2e", "energy", "Electricity"),
    Source(
        "UP_FERT", "fertiliser_upstream", "upstream_co2e", "fertiliser", "Fertiliser manufacture"
    ),
    Source("UP_FEED", "feed_upstream", "upstream_co2e", "feed", "Purchased feed"),
    Source("UP_ANIM", "animal_upstream", "upstream_co2e", "other", "Purchased animals"),
    Source("UP_OTHER", "other_upstream", "upstream_co2e", "other", "Other purchases"),
)

GASES = ("ch4", "n2o", "co2", "upstream_co2e")

POSTS = (
    Post("enteric", "Digestion of the animals", "Digestion"),
    Post("manure", "Manure", "Manure"),
    Post("soils", "Soils and grazing", "Soils and grazing"),
    Post("feed", "Purchased feed", "Purchased feed"),
    Post("fertiliser", "Fertiliser manufacture", "Fertiliser"),
    Post("energy", "Fuel and electricity", "Energy"),
    Post("other", "Other purchases", "Others"),
)

STORES = (
    Store("ST_PG", "permanent_grassland_storage", "grassland", "Permanent grassland"),
    Store("ST_TG", "temporary_grassland_storage", "grassland", "Temporary grassland (ley)"),
    Store("ST_CROP", "arable_storage", "arable", "Arable land"),
    Store("ST_HEDGE", "hedge_storage", "hedges", "Hedges"),
    Store("ST_TREE", "tree_storage", "hedges", "Trees"),
    Store("ST_AMEND", "amendment_storage", "arable", "Organic amendments"),
    Store("LOSS_LUC", "land_use_change_loss", "ploughing", "Carbon lost by ploughing up", sign=-1),
)

STOCKS = (
    Stock("grassland", "Grassland"),
    Stock("hedges", "Hedges"),
    Stock("arable", "Arable land"),
    Stock("ploughing", "Ploughing up"),
)
