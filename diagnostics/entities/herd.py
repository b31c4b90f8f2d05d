"""Animal classes, and where their manure goes."""

from diagnostics.core import Choice, CodeRule, Entity, Number, Option
from diagnostics.entities.farm import DIGESTIBILITY, FEED, GRAZING, HEADS, WEIGHTS, Workshop


class Group(Entity, parent=Workshop):
    """Animals of one class kept alike over the year."""

    animal_class = Choice(
        "Animal class",
        (
            Option("DC", "Dairy cows"),
            Option("SC", "Suckler cows"),
            Option("BU", "Breeding bulls"),
            Option("F0", "Females under 1 year"),
            Option("F1", "Females 1 to 2 years"),
            Option("F2", "Females over 2 years"),
            Option("M0", "Males under 1 year"),
            Option("M1", "Steers 1 to 2 years"),
            Option("M2", "Steers over 2 years"),
            Option("YB", "Young bulls"),
            Option("FH", "Fattening heifers"),
            Option("FC", "Fattening cull cows"),
        ),
        help="The class sets the energy needs and the rules of the animals in it.",
    )
    methane_class = Choice(
        "Diet class for methane",
        (
            Option("dairy_low", "Dairy cow, up to 5,000 kg of milk"),
            Option("dairy_medium", "Dairy cow, 5,000 to 8,500 kg of milk"),
            Option("dairy_high", "Dairy cow, over 8,500 kg, fibrous diet"),
            Option("dairy_high_low_fibre", "Dairy cow, over 8,500 kg, little fibre"),
            Option("forage", "Other cattle, poor forage"),
            Option("mixed", "Other cattle, mixed diet or good forage"),
            Option("feedlot", "Fattened on grain, under 15 % forage"),
            Option("milk_only", "Calf on milk only"),
        ),
        default=CodeRule(animal_class, {"DC": "dairy_medium"}, "mixed"),
        help="The share of feed energy lost as methane depends on the diet and the yield.",
    )
    terrain = Choice(
        "Terrain grazed",
        (Option("flat", "Flat pasture"), Option("hilly", "Hilly or very large pasture")),
        default="flat",
        help="Walking far or uphill costs the animals energy.",
    )
    species = Choice(
        "Species",
        (Option("cattle", "Cattle"), Option("sheep", "Sheep"), Option("goat", "Goats")),
        default="cattle",
        help="Dung of sheep and goats gives less nitrous oxide on pasture than that of cattle.",
    )
    head_years = Number(
        "Animals present on average",
        symbol="HY",
        unit="head",
        bounds=(0, 10_000),
        usual=None,
        adds=True,
        spread=HEADS,
        help="Mean number over the year: animal-days divided by 365.",
    )
    live_weight = Number(
        "Mean live weight",
        symbol="LW",
        unit="kg/head",
        bounds=(20, 1_300),
        spread=WEIGHTS,
        help="Mean weight of the class over the year, not the weight at sale.",
    )
    mature_weight = Number(
        "Adult weight",
        symbol="MW",
        unit="kg/head",
        bounds=(20, 1_500),
        spread=WEIGHTS,
        help="Weight a full-grown animal of that sex and breed reaches.",
    )
    daily_gain = Number(
        "Daily live-weight gain",
        symbol="WG",
        unit="kg/head/d",
        bounds=(0, 2.5),
        default=0.0,
        default_note="adult animals do not grow",
        help="Mean over the year; 0 for cows and other adults.",
    )
    lactating_share = Number(
        "Share of the year in milk",
        symbol="f_lact",
        unit="1",
        shown="%",
        bounds=(0, 1),
        default=0.0,
        default_note="not in milk",
        help="Days in milk divided by 365.",
    )
    pregnant_share = Number(
        "Share that calves in the year",
        symbol="f_preg",
        unit="1",
        shown="%",
        bounds=(0, 1),
        default=0.0,
        default_note="no calving in this class",
        help="Calvings of the year divided by the animals of the class.",
    )
    pasture_share = Number(
        "Share of the time at pasture",
        symbol="past",
        unit="1",
        shown="%",
        bounds=(0, 1),
        spread=GRAZING,
        help="Days × hours outside, divided by 365 × 24; the same share of dung falls outside.",
    )
    rumen_share = Number(
        "Share of the year with a working rumen",
        symbol="f_rum",
        unit="1",
        shown="%",
        bounds=(0, 1),
        default=1.0,
        default_note="weaned all year",
        help="A calf on milk gives no methane until its rumen works.",
    )
    milk_per_head = Number(
        "Milk produced per head",
        symbol="Milk",
        unit="kg/head/yr",
        bounds=(0, 15_000),
        usual=None,
        help="All milk, drunk by calves too. Not given: milk sold divided by the cows.",
    )
    digestibility = Number(
        "Digestibility of the diet",
        symbol="DE",
        unit="1",
        shown="%",
        bounds=(0.45, 0.85),
        usual=(0.55, 0.80),
        spread=DIGESTIBILITY,
        help="Share of the feed energy that is digested; leafy grass 76 %, hay 60 %.",
    )
    crude_protein = Number(
        "Crude protein of the diet",
        symbol="CP",
        unit="1",
        shown="%",
        bounds=(0.04, 0.40),
        usual=(0.10, 0.20),
        spread=FEED,
        help="Share of dry matter; protein beyond the need leaves as nitrogen in urine.",
    )
    additive_reduction = Number(
        "Methane cut by additives",
        symbol="r",
        unit="1",
        shown="%",
        bounds=(0, 0.6),
        default=0.0,
        default_note="no additive entered",
        help="Share of digestive methane avoided by a feed additive over the whole year.",
    )


class ManureShare(Entity, parent=Group):
    """The part of a group's manure that goes into one system; pasture is one of them."""

    manure_system = Choice(
        "Manure system",
        (
            Option("pasture", "Pasture"),
            Option("daily_spread", "Spread every day"),
            Option("solid", "Farmyard manure heap"),
            Option("solid_covered", "Heap, covered"),
            Option("solid_bulking", "Heap with bulking agent"),
            Option("dry_lot", "Yard, dry lot"),
            Option("deep_litter", "Deep litter"),
            Option("deep_litter_mixed", "Deep litter, stirred"),
            Option("slurry_crust", "Slurry with a natural crust"),
            Option("slurry_open", "Slurry without crust"),
            Option("slurry_covered", "Slurry under a solid cover"),
            Option("pit", "Pit under slats"),
            Option("digester_tight", "Digester, gas-tight store"),
            Option("digester_open", "Digester, open store"),
            Option("compost_vessel", "Compost in a vessel"),
            Option("compost_static", "Compost, aerated pile"),
            Option("compost_turned", "Compost, turned windrow"),
            Option("compost_passive", "Compost, windrow left alone"),
        ),
        help="Where the dung and urine of the housed months go, and how they are kept.",
    )
    manure_species = Choice(
        "Kind of animal behind the manure",
        (
            Option("dairy", "Dairy cows"),
            Option("other_cattle", "Other cattle"),
            Option("sheep", "Sheep"),
            Option("goat", "Goats"),
        ),
        default=CodeRule(Group.animal_class, {"DC": "dairy"}, "other_cattle"),
        help="Manure of dairy cows can give more methane than that of other cattle.",
    )
    housed_share = Number(
        "Share of the housed manure",
        symbol="AWMS_h",
        unit="1",
        shown="%",
        bounds=(0, 1),
        default=1.0,
        default_note="one system takes all housed manure",
        help="The shares of a group's housed systems add up to 100 %.",
    )
    storage_months = Number(
        "Months of storage",
        symbol="months",
        unit="month",
        bounds=(0, 12),
        usual=(1, 9),
        default=6.0,
        default_note="six months of storage",
        help="How long the manure stays in the store before it is emptied.",
    )
    bedding_nitrogen = Number(
        "Bedding nitrogen laid on this row",
        symbol="N_bed",
        unit="kg N/yr",
        bounds=(0, 200_000),
        adds=True,
        help="Not given: the farm's bedding nitrogen, shared by the livestock units on litter.",
    )
