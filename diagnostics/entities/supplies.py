"""What the farm buys, and what its workshops pass to each other."""

from diagnostics.core import Choice, CodeRule, Entity, Number, Option
from diagnostics.entities.farm import FarmEntity
from diagnostics.entities.spreads import FEED
from diagnostics.entities.workshop import Workshop

# code, words, unit of the invoice, source line it counts in (method 6.2 to 6.4)
ITEMS = (
    ("wheat", "Wheat", "t", "UP_FEED"),
    ("barley", "Barley", "t", "UP_FEED"),
    ("maize_grain", "Grain maize", "t", "UP_FEED"),
    ("maize_grain_dried", "Dried grain maize", "t", "UP_FEED"),
    ("triticale", "Triticale", "t", "UP_FEED"),
    ("oats", "Oats", "t", "UP_FEED"),
    ("sorghum_grain", "Grain sorghum", "t", "UP_FEED"),
    ("cereal_mix", "Cereal mix", "t", "UP_FEED"),
    ("spring_pea", "Combining peas", "t", "UP_FEED"),
    ("faba_bean", "Field beans", "t", "UP_FEED"),
    ("lupin", "Lupins", "t", "UP_FEED"),
    ("rapeseed", "Rapeseed", "t", "UP_FEED"),
    ("sunflower_seed", "Sunflower seed", "t", "UP_FEED"),
    ("soya_beans_france", "Home-region soya beans", "t", "UP_FEED"),
    ("soya_beans_brazil", "Soya beans from Brazil", "t", "UP_FEED"),
    ("soya_meal", "Soya bean meal, imported", "t", "UP_FEED"),
    ("soya_meal_certified", "Deforestation-free soya bean meal", "t", "UP_FEED"),
    ("soya_meal_europe", "Soya bean meal, European", "t", "UP_FEED"),
    ("rape_meal", "Rapeseed meal", "t", "UP_FEED"),
    ("sunflower_meal", "Sunflower meal", "t", "UP_FEED"),
    ("linseed_extruded", "Extruded linseed", "t", "UP_FEED"),
    ("maize_gluten_feed", "Maize gluten feed", "t", "UP_FEED"),
    ("wheat_bran", "Wheat bran", "t", "UP_FEED"),
    ("beet_pulp", "Dried beet pulp", "t", "UP_FEED"),
    ("beet_pulp_pressed", "Pressed beet pulp", "t", "UP_FEED"),
    ("molasses", "Molasses", "t", "UP_FEED"),
    ("brewers_grains", "Brewers’ grains", "t", "UP_FEED"),
    ("lucerne_dehydrated", "Dehydrated lucerne", "t", "UP_FEED"),
    ("lucerne_hay", "Lucerne hay", "t", "UP_FEED"),
    ("grass_hay", "Grass hay", "t", "UP_FEED"),
    ("grass_silage", "Grass silage", "t DM", "UP_FEED"),
    ("maize_silage", "Maize silage", "t DM", "UP_FEED"),
    ("silage_sorghum", "Forage sorghum", "t", "UP_FEED"),
    ("straw", "Straw", "t", "UP_FEED"),
    ("dairy_compound", "Dairy compound 18% protein", "t", "UP_FEED"),
    ("dairy_protein_compound", "Protein balancer 40%", "t", "UP_FEED"),
    ("young_bull_compound", "Beef finisher compound", "t", "UP_FEED"),
    ("ewe_compound", "Ewe compound", "t", "UP_FEED"),
    ("goat_compound", "Goat compound", "t", "UP_FEED"),
    ("minerals", "Minerals and vitamins", "t", "UP_FEED"),
    ("milk_replacer", "Milk replacer", "kg", "UP_FEED"),
    ("additive_3nop", "Methane-reducing additive (3-NOP)", "kg", "UP_FEED"),
    ("feed_transport", "Feed transport", "t km", "UP_FEED"),
    ("phosphate", "Phosphate (P₂O₅)", "kg", "UP_FERT"),
    ("rock_phosphate", "Ground rock phosphate", "kg", "UP_FERT"),
    ("potash", "Potash (K₂O)", "kg", "UP_FERT"),
    ("burnt_lime", "Burnt lime", "kg", "UP_FERT"),
    ("compost", "Compost bought", "t", "UP_FERT"),
    ("digestate", "Slurry or digestate brought in", "t", "UP_FERT"),
    ("biochar", "Biochar", "kg", "UP_FERT"),
    ("dairy_calf", "Calf 8–15 days old", "head", "UP_ANIM"),
    ("weanling", "Weanling", "kg", "UP_ANIM"),
    ("dairy_store", "Dairy-type store bought", "kg", "UP_ANIM"),
    ("in_calf_heifer", "In-calf dairy heifer", "kg", "UP_ANIM"),
    ("suckler_cow", "Suckler cow", "kg", "UP_ANIM"),
    ("ewe", "Ewe", "kg", "UP_ANIM"),
    ("lamb", "Lamb", "kg", "UP_ANIM"),
    ("goat", "Goat", "kg", "UP_ANIM"),
    ("cereal_seed", "Cereal seed", "kg", "UP_OTHER"),
    ("maize_seed", "Maize seed", "kg", "UP_OTHER"),
    ("rape_seed", "Rape seed for sowing", "kg", "UP_OTHER"),
    ("grass_seed", "Grass seed", "kg", "UP_OTHER"),
    ("clover_seed", "Clover seed", "kg", "UP_OTHER"),
    ("herbicide", "Herbicides (active substance)", "kg", "UP_OTHER"),
    ("fungicide", "Fungicides (active substance)", "kg", "UP_OTHER"),
    ("insecticide", "Insecticides (active substance)", "kg", "UP_OTHER"),
    ("pesticide", "Plant protection products (active substance)", "kg", "UP_OTHER"),
    ("plastics", "Plastics (wrap, sheet, twine)", "kg", "UP_OTHER"),
    ("wood_shavings", "Shavings and sawdust", "t", "UP_OTHER"),
    ("mains_water", "Mains water", "m3", "UP_OTHER"),
    ("cleaning_products", "Cleaning products", "kg", "UP_OTHER"),
    ("refrigerant_r134a", "Refrigerant gas R134a", "kg", "UP_OTHER"),
    ("refrigerant_r404a", "Refrigerant gas R404A", "kg", "UP_OTHER"),
    ("refrigerant_r32", "Refrigerant gas R32", "kg", "UP_OTHER"),
)

LINES = ("UP_FERT", "UP_FEED", "UP_ANIM", "UP_OTHER")
SPELLINGS = {
    "t": {"t": 1.0, "kg": 0.001},
    "t DM": {"t DM": 1.0, "kg DM": 0.001},
    "t km": {"t km": 1.0},
    "kg": {"kg": 1.0, "t": 1000.0},
    "m3": {"m3": 1.0, "L": 0.001},
    "head": {"head": 1.0},
}
# Things whose quantity follows from the quick questions where no invoice was read.
BY_RULE = (
    "soya_meal",
    "cereal_mix",
    "minerals",
    "milk_replacer",
    "straw",
    "phosphate",
    "potash",
    "weanling",
    "in_calf_heifer",
    "pesticide",
    "plastics",
)


class Purchase(Entity, parent=FarmEntity, links=(Workshop,), named_by="item"):
    """One thing bought over the year, for one workshop or for the whole farm."""

    item = Choice(
        "Purchase",
        tuple(Option(code, words) for code, words, _, _ in ITEMS),
        help="Choose what the invoice names; each product has its own emissions.",
    )
    source_line = Choice(
        "Source in the result",
        (
            Option("UP_FERT", "Fertiliser manufacture"),
            Option("UP_FEED", "Purchased feed"),
            Option("UP_ANIM", "Purchased animals"),
            Option("UP_OTHER", "Other purchases"),
        ),
        default=CodeRule(item, {code: line for code, _, _, line in ITEMS}, "UP_OTHER"),
        help="The part of the result where this purchase is counted.",
    )
    purchase_quantity = Number(
        "Quantity bought",
        symbol="Q_buy",
        unit="unit/yr",
        bounds=(0, 5_000_000),
        adds=False,
        spread=FEED,
        help="As on the invoices, added up over the year.",
    )


def item_unit(code: str) -> str:
    """The unit in which a thing is bought."""
    return next(unit for item, _, unit, _ in ITEMS if item == code)


def item_spellings(code: str) -> dict[str, float]:
    """The units a file may use for a quantity bought over the year, each with its worth."""
    worths = SPELLINGS[item_unit(code)]
    return {**worths, **{f"{unit}/yr": worth for unit, worth in worths.items()}}
