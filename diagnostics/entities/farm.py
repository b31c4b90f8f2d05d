"""The farm as a whole, and its workshops."""

from diagnostics.core import Choice, Entity, Number, Option
from diagnostics.core.chance import Spread
from diagnostics.entities.places import climates, departments, moistures

# Spreads of stated quantities: method section 13.
HEADS = Spread("normal", relative=0.02)
WEIGHTS = Spread("normal", relative=0.05)
MILK = Spread("normal", relative=0.01)
AREAS = Spread("normal", relative=0.01)
FERTILISER = Spread("normal", relative=0.03)
FUEL = Spread("normal", relative=0.10)
FEED = Spread("normal", relative=0.05)
HEDGES = Spread("normal", relative=0.15)
GRAZING = Spread("normal", relative=0.10)
DIGESTIBILITY = Spread("normal", sd=0.025)

GRAMS_A_LITRE = {"g/L": 1 / 1030, "%": 0.01}  # French payment units: milk weighs 1.03 kg/L


class FarmEntity(Entity):
    """The farm: one row each."""

    name = "Farm"

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
        help="Sets the usual range shown beside each answer; the result does not use it.",
        informative=True,
    )
    department = departments()
    climate = climates(department)
    soil_moisture = moistures(department)
    country = Choice(
        "Country",
        (
            Option("FR", "France"),
            Option("IE", "Ireland"),
            Option("IT", "Italy"),
            Option("ES", "Spain"),
            Option("EU", "Another European country"),
        ),
        default="FR",
        help="Sets the emissions of each kilowatt-hour bought.",
    )
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
    limestone = Number(
        "Ground limestone spread",
        symbol="M_lime",
        unit="kg/yr",
        shown="t/yr",
        bounds=(0, 5_000_000),
        default=0.0,
        default_note="no lime entered",
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
    bedding_nitrogen_brought = Number(
        "Nitrogen from bedding",
        symbol="N_straw",
        unit="kg N/yr",
        bounds=(0, 200_000),
        default=0.0,
        default_note="no bedding entered",
        adds=True,
        spread=FEED,
        help="Straw brings about 6 kg of nitrogen per tonne to the manure.",
    )


class Workshop(Entity, parent=FarmEntity):
    """A herd run for one product, or the crops that are sold."""

    workshop_kind = Choice(
        "Enterprise",
        (
            Option("DAIRY", "Dairy enterprise"),
            Option("BEEF_SUCKLER", "Suckler enterprise"),
            Option("BEEF_FATTEN", "Finishing enterprise"),
            Option("CROPS", "Arable enterprise"),
            Option("SHEEP_MILK", "Dairy sheep enterprise"),
            Option("SHEEP_MEAT", "Sheep meat enterprise"),
            Option("GOAT", "Goat enterprise"),
        ),
        help="Each enterprise carries its own animals and a share of what is common.",
    )
    milk_delivered = Number(
        "Milk sold over the year",
        symbol="M_milk",
        unit="kg/yr",
        shown="L/yr",
        units={"L/yr": 1.03, "t/yr": 1000.0},
        bounds=(0, 4.12e7),
        default=0.0,
        default_note="no milk entered",
        adds=True,
        spread=MILK,
        help="To the dairy, and sold or used on the farm; without milk for calves.",
    )
    milk_fat = Number(
        "Butterfat",
        symbol="Fat",
        unit="1",
        shown="g/L",
        units=GRAMS_A_LITRE,
        bounds=(25 / 1030, 70 / 1030),
        usual=(36 / 1030, 46 / 1030),
        default=0.041,
        default_note="4.1%, the usual butterfat",
        help="Year average on the milk statements; richer milk takes more feed.",
    )
    milk_protein = Number(
        "Milk protein",
        symbol="Pr",
        unit="1",
        shown="g/L",
        units=GRAMS_A_LITRE,
        bounds=(22 / 1030, 50 / 1030),
        usual=(29 / 1030, 37 / 1030),
        default=0.033,
        default_note="3.3%, the usual milk protein",
        help="Year average of true protein on the milk statements.",
    )
    live_weight_sold = Number(
        "Live weight sold",
        symbol="LW_sold",
        unit="kg/yr",
        bounds=(0, 5_000_000),
        adds=True,
        spread=WEIGHTS,
        help="All animals sold, culls and calves too, and those killed for home use.",
    )
    live_weight_bought = Number(
        "Live weight bought",
        symbol="LW_buy",
        unit="kg/yr",
        bounds=(0, 1_000_000),
        default=0.0,
        default_note="no animal bought",
        adds=True,
        spread=WEIGHTS,
        help="Weight of the animals on the day they arrived.",
    )
    live_weight_stock_change = Number(
        "Change in live weight of the herd",
        symbol="LW_inv",
        unit="kg/yr",
        bounds=(-1_000_000, 1_000_000),
        default=0.0,
        default_note="a herd of constant size",
        adds=True,
        spread=WEIGHTS,
        help="Herd weight at the end of the year, minus its weight at the start.",
    )
    live_weight_transferred_out = Number(
        "Live weight moved to another enterprise",
        symbol="LW_out",
        unit="kg/yr",
        bounds=(0, 5_000_000),
        default=0.0,
        default_note="no transfer entered",
        adds=True,
        help="Calves that leave the dairy herd to be finished on the same farm.",
    )
    live_weight_transferred_in = Number(
        "Live weight received from another enterprise",
        symbol="LW_in",
        unit="kg/yr",
        bounds=(0, 5_000_000),
        default=0.0,
        default_note="no transfer entered",
        adds=True,
        help="The same animals, entered for the enterprise that takes them in.",
    )
    allocation_method = Choice(
        "Sharing between milk and meat",
        (Option("idf_2015", "IDF 2015"), Option("idf_2010", "IDF 2010")),
        default="idf_2015",
        method=True,
        help="The rule that shares dairy herd emissions between the two products.",
    )
