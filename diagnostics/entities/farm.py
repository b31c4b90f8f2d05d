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
            Option("lowland_grass", "Dairy, lowland, grass", "Mostly grass, grazed and conserved"),
            Option("mountain_maize", "Dairy, mountain, maize", "Upland herd with some maize"),
            Option("mountain_grass", "Dairy, mountain, grass", "Upland herd on grass and hay"),
            Option("organic_grass", "Dairy, organic, grass", "Certified organic, grass first"),
            Option("breeder", "Suckler, breeder", "Weanlings sold for finishing elsewhere"),
            Option("breeder_finisher", "Suckler, breeder-finisher", "Calves finished on the farm"),
            Option("finisher", "Beef finisher", "Animals bought in and fattened"),
            Option("mixed", "Dairy and suckler", "Two herds on one farm"),
            Option("sheep_goat", "Sheep or goats", "Ewes or goats, for milk or meat"),
        ),
        help="It chooses the usual ranges shown beside each field; no result depends on it yet.",
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
            Option("EU", "Another country of Europe"),
        ),
        default="FR",
        help="It chooses the emissions of a kilowatt-hour of electricity.",
    )
    agricultural_area = Number(
        "Farmed area (UAA)",
        symbol="UAA",
        unit="ha",
        bounds=(0, 5_000),
        usual=(15, 600),
        adds=True,
        spread=AREAS,
        help="All land farmed this year. Land not listed as grassland counts as maize and crops.",
    )
    limestone = Number(
        "Limestone spread",
        symbol="M_lime",
        unit="kg/yr",
        shown="t/yr",
        bounds=(0, 5_000_000),
        default=0.0,
        default_note="no lime entered",
        adds=True,
        spread=FERTILISER,
        help="Ground limestone gives back its carbon as it dissolves in the soil.",
    )
    dolomite = Number(
        "Dolomite spread",
        symbol="M_dol",
        unit="kg/yr",
        shown="t/yr",
        bounds=(0, 5_000_000),
        default=0.0,
        default_note="no dolomite entered",
        adds=True,
        spread=FERTILISER,
        help="Magnesian lime; it holds a little more carbon than limestone.",
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
        "Diesel, with contractors",
        symbol="Q_diesel",
        unit="L/yr",
        bounds=(0, 1_000_000),
        adds=True,
        spread=FUEL,
        help="Tractor fuel of the year, with the litres contractors burn on your land.",
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
        "Nitrogen in bedding",
        symbol="N_straw",
        unit="kg N/yr",
        bounds=(0, 200_000),
        default=0.0,
        default_note="no bedding entered",
        adds=True,
        spread=FEED,
        help="Straw used for bedding brings about 6 kg of nitrogen per tonne to the manure.",
    )


class Workshop(Entity, parent=FarmEntity):
    """A herd run for one product, or the crops that are sold."""

    workshop_kind = Choice(
        "Workshop",
        (
            Option("DAIRY", "Dairy"),
            Option("BEEF_SUCKLER", "Suckler"),
            Option("BEEF_FATTEN", "Fattening"),
            Option("CROPS", "Crops sold"),
            Option("SHEEP_MILK", "Dairy sheep"),
            Option("SHEEP_MEAT", "Meat sheep"),
            Option("GOAT", "Goats"),
        ),
        help="Each workshop carries its own animals and a share of the common lines.",
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
        help="Milk leaving the farm: to the dairy, and sold or eaten as milk or cheese.",
    )
    milk_fat = Number(
        "Fat in milk",
        symbol="Fat",
        unit="1",
        shown="g/L",
        units=GRAMS_A_LITRE,
        bounds=(25 / 1030, 70 / 1030),
        usual=(36 / 1030, 46 / 1030),
        default=0.041,
        default_note="4.1 %, the usual fat content",
        help="Mean of the year on the milk statements; fatter milk asks more of the cow.",
    )
    milk_protein = Number(
        "Protein in milk",
        symbol="Pr",
        unit="1",
        shown="g/L",
        units=GRAMS_A_LITRE,
        bounds=(22 / 1030, 50 / 1030),
        usual=(29 / 1030, 37 / 1030),
        default=0.033,
        default_note="3.3 %, the usual protein content",
        help="Mean of the year on the milk statements, true protein.",
    )
    live_weight_sold = Number(
        "Live weight sold",
        symbol="LW_sold",
        unit="kg/yr",
        bounds=(0, 5_000_000),
        adds=True,
        spread=WEIGHTS,
        help="All animals sold, culls and calves too, and those slaughtered for the house.",
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
        "Change of live weight on the farm",
        symbol="LW_inv",
        unit="kg/yr",
        bounds=(-1_000_000, 1_000_000),
        default=0.0,
        default_note="a herd of constant size",
        adds=True,
        spread=WEIGHTS,
        help="Weight of the herd at the end of the year minus weight at its start.",
    )
    live_weight_transferred_out = Number(
        "Live weight given to another workshop",
        symbol="LW_out",
        unit="kg/yr",
        bounds=(0, 5_000_000),
        default=0.0,
        default_note="no transfer entered",
        adds=True,
        help="Calves that move from the dairy herd to fattening on the same farm.",
    )
    live_weight_transferred_in = Number(
        "Live weight received from another workshop",
        symbol="LW_in",
        unit="kg/yr",
        bounds=(0, 5_000_000),
        default=0.0,
        default_note="no transfer entered",
        adds=True,
        help="The same animals, seen from the workshop that receives them.",
    )
    allocation_method = Choice(
        "Sharing between milk and meat",
        (Option("idf_2015", "IDF 2015"), Option("idf_2010", "IDF 2010")),
        default="idf_2015",
        help="The rule by which a dairy herd's emissions go to its milk and to its meat.",
    )
