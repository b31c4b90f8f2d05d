"""Workshops: each herd run for one product, and the crops that are sold."""

from diagnostics.core import Choice, CodeRule, Entity, Number, Option
from diagnostics.entities.farm import FarmEntity
from diagnostics.entities.spreads import FEED, GRAZING, HEADS, MILK, WEIGHTS

GRAMS_A_LITRE = {"g/L": 1 / 1030, "%": 0.01}  # French payment units: milk weighs 1.03 kg/L
# Herds whose calves, if they are fattened on the farm, are of a dairy breed.
MILKED_SYSTEMS = (
    "lowland_maize",
    "lowland_grass",
    "mountain_maize",
    "mountain_grass",
    "organic_grass",
    "mixed",
)


class Workshop(Entity, parent=FarmEntity, named_by="workshop_kind"):
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
    breed_type = Choice(
        "Type of cattle",
        (Option("dairy", "Dairy breed"), Option("beef", "Beef breed")),
        default=CodeRule(
            workshop_kind,
            {("DAIRY", "any"): "dairy", ("BEEF_SUCKLER", "any"): "beef"}
            | {("BEEF_FATTEN", system): "dairy" for system in MILKED_SYSTEMS},
            "beef",
            beside=(FarmEntity.system,),
        ),
        help="Sets the usual weights and growth of each animal group.",
    )
    main_manure = Choice(
        "Manure of the housed cows",
        (
            Option("slurry", "Slurry", "Young stock stands on deep bedding"),
            Option("solid", "Farmyard manure", "Young stock stands on deep bedding"),
            Option("deep", "Deep bedding"),
            Option("compost", "Composted manure"),
        ),
        default=CodeRule(
            workshop_kind,
            {("DAIRY", "organic_grass"): "solid", ("DAIRY", "any"): "slurry"},
            "deep",
            beside=(FarmEntity.system,),
            assumes=True,
        ),
        help="Slurry stores give more methane; bedding gives more nitrous oxide.",
    )
    fattening_kind = Choice(
        "Animals finished",
        (
            Option("young_bull", "Young bulls"),
            Option("steer", "Steers"),
            Option("heifer", "Finishing heifers"),
            Option("cull_cow", "Cull cows"),
        ),
        default="young_bull",
        help="Sets their sale weight, and how long they are usually finished.",
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
        bounds=(25 / 1030, 100 / 1030),  # cows stay below 70; nine ewes in ten give 62 to 82
        usual=(36 / 1030, 46 / 1030),
        default_note="usual for this kind of herd",
        help="Year average on the milk statements; richer milk takes more feed.",
    )
    milk_protein = Number(
        "Milk protein",
        symbol="Pr",
        unit="1",
        shown="g/L",
        units=GRAMS_A_LITRE,
        bounds=(22 / 1030, 75 / 1030),  # cows stay below 50; nine ewes in ten give 48 to 62
        usual=(29 / 1030, 37 / 1030),
        default_note="usual for this kind of herd",
        help="Year average of true protein on the milk statements.",
    )
    replacement_heifers = Number(
        "Replacement heifers, average number",
        symbol="HY_h",
        unit="head",
        bounds=(0, 3_000),
        adds=True,
        spread=HEADS,
        help="Average over the year; in a suckler herd, those over one year only.",
    )
    age_at_first_calving = Number(
        "Age at first calving",
        symbol="AFC",
        unit="month",
        bounds=(20, 42),
        usual=(22, 38),
        default_note="usual for this kind of herd",
        help="Months; each month less is feed and methane saved for every heifer.",
    )
    replacement_rate = Number(
        "Replacement rate",
        symbol="r_rep",
        unit="1",
        shown="%",
        bounds=(0, 3),
        help="First calvings of the year divided by the cows; by rule, heifers and their age.",
    )
    fattened_per_year = Number(
        "Cattle finished per year",
        symbol="n_fat",
        unit="head/yr",
        bounds=(0, 10_000),
        default=0.0,
        default_note="no cattle finished",
        adds=True,
        spread=HEADS,
        help="Animals sold for slaughter in the year, cull cows of the herd left out.",
    )
    fattening_days = Number(
        "Days of finishing",
        symbol="d_fat",
        unit="d",
        bounds=(0, 1_200),
        usual=(60, 700),
        spread=GRAZING,
        help="Days each finished animal is present, from weaning or purchase to sale.",
    )
    grazing_days = Number(
        "Grazing days of the cows",
        symbol="d_gr",
        unit="d/yr",
        bounds=(0, 365),
        usual=(0, 300),
        spread=GRAZING,
        default_note="usual for the farm system",
        help="Days on which they go out to grass, even for part of the day.",
    )
    grazing_hours = Number(
        "Hours outside on a grazing day",
        symbol="h_gr",
        unit="h/d",
        bounds=(0, 24),
        usual=(4, 24),
        default_note="usual for the farm system",
        help="Average over the grazing season; 24 where they stay out at night.",
    )
    storage_duration = Number(
        "Manure storage duration",
        symbol="m_store",
        unit="month",
        bounds=(0, 12),
        usual=(1, 9),
        default=6.0,
        default_note="six months between two emptyings",
        help="Months between two emptyings; the longer, the more methane.",
    )
    concentrate_bought = Number(
        "Concentrates bought",
        symbol="M_conc",
        unit="kg/yr",
        shown="t/yr",
        bounds=(0, 20_000_000),
        adds=True,
        spread=FEED,
        help="Cereals, meals and compounds from the invoices; home-grown grain left out.",
    )
    soya_share = Number(
        "Soya bean meal in the concentrates",
        symbol="p_soya",
        unit="1",
        shown="%",
        bounds=(0, 1),
        usual=(0, 0.6),
        spread=FEED,
        default_note="usual for the farm system",
        help="Share of their weight; the rest is counted as cereals.",
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
        adds=True,
        help="Calves that leave the dairy herd to be finished on the same farm.",
    )
    live_weight_transferred_in = Number(
        "Live weight received from another enterprise",
        symbol="LW_in",
        unit="kg/yr",
        bounds=(0, 5_000_000),
        adds=True,
        help="The same animals, entered for the enterprise that takes them in.",
    )
    allocation_method = Choice(
        "Sharing between milk and meat",
        (
            Option("idf_2015", "IDF 2015"),
            Option("idf_2010", "IDF 2010"),
            Option("protein", "By protein"),
        ),
        method=True,
        default=CodeRule(workshop_kind, {"SHEEP_MILK": "protein", "GOAT": "protein"}, "idf_2015"),
        help="The rule that shares dairy herd emissions; the IDF rules are for cows only.",
    )
