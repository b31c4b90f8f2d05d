"""The farm as a whole: its place, its land, and what it buys for all its workshops."""

from diagnostics.core import Choice, Entity, Number, Option
from diagnostics.entities import carriers
from diagnostics.entities.places import climates, countries, departments, moistures, regions
from diagnostics.entities.spreads import AREAS, FEED, FERTILISER, FUEL, HEDGES


class FarmEntity(Entity):
    """The farm: one row each."""

    name = "Farm"

    entry_level = Choice(
        "Kind of diagnosis",
        (
            Option("quick", "Quick diagnosis", "Thirty answers, the rest filled with usual values"),
            Option("full", "Detailed diagnosis", "What is left open counts as none"),
        ),
        default="full",
        method=True,
        help="The quick one fills lime, phosphate and potash with usual values.",
    )
    system = Choice(
        "Farm system",
        (
            Option("lowland_maize", "Dairy, lowland, maize", "Maize silage in the winter diet"),
            Option("lowland_grass", "Dairy, lowland, grass-based", "Grass, grazed and conserved"),
            Option("mountain_maize", "Dairy, upland and hill, maize", "Upland herd, some maize"),
            Option("mountain_grass", "Dairy, upland and hill, grass-based", "Grass and hay"),
            Option("organic_grass", "Dairy, organic, grass-based", "Certified, mostly grass"),
            Option("breeder", "Suckler, calf producer", "Weanlings sold for finishing elsewhere"),
            Option("breeder_finisher", "Suckler, calf to finish", "Calves finished on the farm"),
            Option("finisher", "Beef finisher", "Store cattle bought to be finished"),
            Option("mixed", "Dairy and suckler", "Two herds on one farm"),
            Option("sheep_goat", "Sheep or goats", "Ewes or goats, for milk or meat"),
        ),
        default="lowland_maize",
        help="Sets the usual values that stand in for what is not answered yet.",
    )
    country = countries()
    department = departments()
    region = regions()
    climate = climates(department, country, region)
    soil_moisture = moistures(department, country, region)
    agricultural_area = Number(
        "Utilised agricultural area (UAA)",
        symbol="UAA",
        unit="ha",
        bounds=(0, 5_000),
        usual=(15, 600),
        adds=True,
        spread=AREAS,
        help="All land farmed in the year; what is not grassland counts as crops.",
    )
    crops_sold_share = Number(
        "Share of the crops sold",
        symbol="p_sold",
        unit="1",
        shown="%",
        bounds=(0, 1),
        default=0.0,
        default_note="all crops feed the animals",
        help="Area of crops grown for sale, divided by all crops but grass and forage maize.",
    )
    grassland_ploughed = Number(
        "Old grassland ploughed up this year",
        symbol="A_pl",
        unit="ha",
        bounds=(0, 5_000),
        default=0.0,
        default_note="no old grassland ploughed up",
        adds=True,
        spread=AREAS,
        help="Grassland of more than five years that became cropland.",
    )
    hedge_density = Number(
        "Hedges per hectare",
        symbol="d_h",
        unit="m/ha",
        bounds=(0, 500),
        usual=(0, 200),
        spread=HEDGES,
        default_note="usual for the farm system",
        help="Metres of hedge for each hectare farmed; each hedge counted once.",
    )
    phosphate_potash = Number(
        "Phosphate and potash (P₂O₅ + K₂O)",
        symbol="M_pk",
        unit="kg/yr",
        bounds=(0, 1_000_000),
        adds=True,
        spread=FERTILISER,
        help="Kilograms of both together; half is counted as phosphate, half as potash.",
    )
    straw_bought = Number(
        "Straw and bedding bought",
        symbol="M_strawb",
        unit="kg/yr",
        shown="t/yr",
        bounds=(0, 5_000_000),
        default=0.0,
        default_note="no straw bought",
        adds=True,
        spread=FEED,
        help="Tonnes brought to the farm; straw of your own fields is left out.",
    )
    limestone = Number(
        "Ground limestone spread",
        symbol="M_lime",
        unit="kg/yr",
        shown="t/yr",
        bounds=(0, 5_000_000),
        adds=True,
        spread=FERTILISER,
        help="It gives back its carbon as it dissolves in the soil.",
    )
    dolomite = Number(
        "Magnesian limestone spread",
        symbol="M_dol",
        unit="kg/yr",
        shown="t/yr",
        bounds=(0, 5_000_000),
        default=0.0,
        default_note="no magnesian limestone entered",
        adds=True,
        spread=FERTILISER,
        help="Also called dolomite; it holds a little more carbon than ground limestone.",
    )
    urea_product = Number(
        "Urea spread",
        symbol="M_urea",
        unit="kg/yr",
        shown="t/yr",
        bounds=(0, 2_000_000),
        default=0.0,
        default_note="no urea entered",
        adds=True,
        spread=FERTILISER,
        help="The product, not its nitrogen: 100 kg of urea hold 46 kg of nitrogen.",
    )
    diesel = Number(
        "Diesel (contractors included)",
        symbol="Q_diesel",
        unit="L/yr",
        bounds=(0, 1_000_000),
        adds=True,
        spread=FUEL,
        help="Farm diesel of the year, with the litres contractors burn on your land.",
    )
    electricity = Number(
        "Electricity bought",
        symbol="Q_elec",
        unit="kWh/yr",
        bounds=(0, 5_000_000),
        adds=True,
        spread=FUEL,
        help="Kilowatt-hours on the bills of the farm, the house left out.",
    )
    heating_oil = carriers.heating_oil()
    petrol = carriers.petrol()
    natural_gas = carriers.natural_gas()
    propane = carriers.propane()
    wood_fuel = carriers.wood_fuel()
    biodiesel = carriers.biodiesel()
    vegetable_oil = carriers.vegetable_oil()
    grain_drying = carriers.grain_drying()
    solar_self_use = carriers.solar_self_use()
    irrigation_water = carriers.irrigation_water()
    bedding_nitrogen_brought = Number(
        "Nitrogen from bedding",
        symbol="N_straw",
        unit="kg N/yr",
        bounds=(0, 200_000),
        adds=True,
        spread=FEED,
        help="Straw brings about 6 kg of nitrogen per tonne to the manure.",
    )
