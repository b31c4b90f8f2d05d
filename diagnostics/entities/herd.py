"""Animal classes, and where their manure goes."""

from diagnostics.core import Choice, CodeRule, Entity, Number, Option, Stated, Unanswered, among
from diagnostics.entities.spreads import DIGESTIBILITY, FEED, GRAZING, HEADS, WEIGHTS
from diagnostics.entities.workshop import Workshop


class Group(Entity, parent=Workshop, named_by="animal_class"):
    """Animals of one class kept alike over the year."""

    animal_class = Choice(
        "Animal group",
        (
            Option("DC", "Dairy cows"),
            Option("SC", "Suckler cows"),
            Option("BU", "Breeding bulls"),
            Option("F0", "Heifers under 1 year"),
            Option("F1", "Heifers 1–2 years"),
            Option("F2", "Heifers over 2 years"),
            Option("M0", "Males under 1 year"),
            Option("M1", "Steers 1–2 years"),
            Option("M2", "Steers over 2 years"),
            Option("YB", "Young bulls"),
            Option("FH", "Finishing heifers"),
            Option("FC", "Finishing cull cows"),
            Option("EW", "Meat ewes"),
            Option("EL", "Dairy ewes"),
            Option("LA", "Lambs"),
            Option("GO", "Dairy goats"),
        ),
        help="Sets the energy these animals need, and so the methane they give.",
    )
    methane_class = Choice(
        "Type of diet",
        (
            Option("dairy_by_yield", "Dairy cow, by her milk yield"),
            Option("dairy_low", "Dairy cow, up to 5,000 kg of milk"),
            Option("dairy_medium", "Dairy cow, 5,000 to 8,500 kg of milk"),
            Option("dairy_high", "Dairy cow, over 8,500 kg of milk, fibrous diet"),
            Option("dairy_high_low_fibre", "Dairy cow, over 8,500 kg of milk, little fibre"),
            Option("forage", "Other cattle, coarse forage"),
            Option("mixed", "Other cattle, mixed diet or good forage"),
            Option("feedlot", "Finished on grain, under 15% forage"),
            Option("milk_only", "Calf on milk only"),
            Option("sheep", "Sheep, any diet"),
            Option("goat", "Goats, any diet"),
        ),
        default=CodeRule(
            animal_class,
            {"DC": "dairy_by_yield", "EW": "sheep", "EL": "sheep", "LA": "sheep", "GO": "goat"},
            "mixed",
            assumes=True,
        ),
        help="Sets the share of energy lost as methane.",
    )
    terrain = Choice(
        "Terrain",
        (Option("flat", "Flat pasture"), Option("hilly", "Hilly or very large pasture")),
        default="flat",
        help="Walking far or uphill costs energy, so the animals eat more.",
    )
    species = Choice(
        "Species",
        (Option("cattle", "Cattle"), Option("sheep", "Sheep"), Option("goat", "Goats")),
        default=CodeRule(
            animal_class, {"EW": "sheep", "EL": "sheep", "LA": "sheep", "GO": "goat"}, "cattle"
        ),
        alone="cattle",
        help="At grass, sheep and goat dung gives less nitrous oxide than cattle dung.",
    )
    head_years = Number(
        "Average number present",
        symbol="HY",
        unit="head",
        bounds=(0, 10_000),
        usual=None,
        adds=True,
        spread=HEADS,
        help="Days present of all these animals, added up and divided by 365.",
    )
    stated_heads = Stated("Number present, where entered", symbol="HY_given", of=head_years)
    open_heads = Unanswered("Number present is left open", symbol="HY_open", of=head_years)
    live_weight = Number(
        "Average live weight",
        symbol="LW",
        unit="kg/head",
        bounds=(20, 1_300),
        spread=WEIGHTS,
        default_note="usual for this group of animals",
        help="Average of the group over the year, not the weight at sale.",
    )
    mature_weight = Number(
        "Mature weight",
        symbol="MW",
        unit="kg/head",
        bounds=(20, 1_500),
        spread=WEIGHTS,
        default_note="usual for this group of animals",
        help="Weight that a full-grown animal of that sex and breed reaches.",
    )
    daily_gain = Number(
        "Daily live-weight gain",
        symbol="WG",
        unit="kg/head/d",
        bounds=(0, 2.5),
        default_note="usual for this group of animals",
        help="Average over the year; 0 for cows and other adults.",
    )
    lactating_share = Number(
        "Share of the year in milk",
        symbol="f_lact",
        unit="1",
        shown="%",
        bounds=(0, 1),
        default_note="usual for this group of animals",
        help="Days in milk divided by 365.",
    )
    pregnant_share = Number(
        "Share of females calving",
        symbol="f_preg",
        unit="1",
        shown="%",
        bounds=(0, 1),
        default_note="usual for this group of animals",
        help="Calvings of the year divided by the females of the group.",
    )
    pasture_share = Number(
        "Share of time at grass",
        symbol="past",
        unit="1",
        shown="%",
        bounds=(0, 1),
        spread=GRAZING,
        help="Grazing days × hours outside per day, divided by 365 × 24.",
    )
    rumen_share = Number(
        "Share of the year ruminating",
        symbol="f_rum",
        unit="1",
        shown="%",
        bounds=(0, 1),
        default_note="usual for this group of animals",
        help="A calf on milk gives no methane before its rumen works.",
    )
    milk_per_head = Number(
        "Milk per cow",
        symbol="Milk",
        unit="kg/head/yr",
        bounds=(0, 15_000),
        usual=None,
        help="All milk, drunk by calves too; if not given, milk sold divided by cows.",
    )
    digestibility = Number(
        "Diet digestibility",
        symbol="DE",
        unit="1",
        shown="%",
        bounds=(0.45, 0.85),
        usual=(0.55, 0.80),
        spread=DIGESTIBILITY,
        help="Share of feed energy that is digested: leafy grass 76%, hay 60%.",
    )
    crude_protein = Number(
        "Crude protein in the diet",
        symbol="CP",
        unit="1",
        shown="%",
        bounds=(0.04, 0.40),
        usual=(0.10, 0.20),
        spread=FEED,
        default_note="usual for this group of animals and the farm system",
        help="Share of dry matter; protein beyond needs leaves in the urine.",
    )
    additive_reduction = Number(
        "Methane reduction by the additive",
        symbol="r",
        unit="1",
        shown="%",
        bounds=(0, 0.6),
        default=0.0,
        default_note="no additive entered",
        help="Share of the methane from digestion avoided over the whole year.",
    )


class ManureShare(Entity, parent=Group, named_by="manure_system"):
    """The part of a group's manure that goes into one system; pasture is one of them."""

    manure_system = Choice(
        "Manure type",
        (
            Option("pasture", "Dung and urine at grass"),
            Option("daily_spread", "Daily spreading"),
            Option("solid", "Farmyard manure heap"),
            Option("solid_covered", "Covered manure heap"),
            Option("solid_bulking", "Manure with added straw"),
            Option("dry_lot", "Dry lot"),
            Option("deep_litter", "Deep bedding over 1 month"),
            Option("deep_litter_mixed", "Tilled bedding (compost barn)"),
            Option("slurry_crust", "Slurry with crust"),
            Option("slurry_open", "Slurry without crust"),
            Option("slurry_covered", "Slurry under rigid cover"),
            Option("pit", "Slatted tank"),
            Option("digester_tight", "Digester, low leakage"),
            Option("digester_open", "Digester, open digestate store"),
            Option("compost_vessel", "In-vessel compost"),
            Option("compost_static", "Aerated static compost"),
            Option("compost_turned", "Turned windrow compost"),
            Option("compost_passive", "Unturned windrow compost"),
        ),
        default=CodeRule(
            Workshop.main_manure,
            {
                ("slurry", "DC"): "slurry_crust",
                ("slurry", "SC"): "slurry_crust",
                ("solid", "DC"): "solid",
                ("solid", "SC"): "solid",
                ("compost", "any"): "compost_passive",
            },
            "deep_litter",
            beside=(Group.animal_class,),
        ),
        help="Where dung and urine go, and how they are kept until spreading.",
    )
    HOUSED = among(manure_system, *(o.code for o in manure_system.options if o.code != "pasture"))
    manure_species = Choice(
        "Animals that gave the manure",
        (
            Option("dairy", "Dairy cows"),
            Option("other_cattle", "Other cattle"),
            Option("sheep", "Sheep"),
            Option("goat", "Goats"),
        ),
        default=CodeRule(
            Group.animal_class,
            {"DC": "dairy", "EW": "sheep", "EL": "sheep", "LA": "sheep", "GO": "goat"},
            "other_cattle",
        ),
        help="Manure of dairy cows can give more methane than that of other cattle.",
    )
    housed_share = Number(
        "Share of the housed manure",
        symbol="AWMS_h",
        unit="1",
        shown="%",
        bounds=(0, 1),
        default=1.0,
        default_note="one manure type takes it all",
        only=HOUSED,
        help="The shares of one animal group add up to 100%, grazing left out.",
    )
    storage_months = Number(
        "Manure storage time",
        symbol="months",
        unit="month",
        bounds=(0, 12),
        usual=(1, 9),
        only=HOUSED,
        help="Months between two emptyings; a longer time gives more methane.",
    )
    bedding_nitrogen = Number(
        "Nitrogen from bedding in this manure",
        symbol="N_bed",
        unit="kg N/yr",
        bounds=(0, 200_000),
        adds=True,
        help="If not given, the farm total is shared by livestock units on bedding.",
    )
