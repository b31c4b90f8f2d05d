"""What the farm buys, and what its workshops pass to each other."""

from diagnostics.core import Choice, CodeRule, Entity, Number, Option
from diagnostics.entities.farm import FEED, FarmEntity, Workshop

# code, words, unit of the invoice, source line it counts in (method 6.2 to 6.4)
ITEMS = (
    ("wheat", "Soft wheat", "t", "UP_FEED"),
    ("barley", "Barley", "t", "UP_FEED"),
    ("cereal_mix", "Cereal mix", "t", "UP_FEED"),
    ("soya_meal", "Soya meal, imported", "t", "UP_FEED"),
    ("soya_meal_certified", "Soya meal, deforestation-free", "t", "UP_FEED"),
    ("rape_meal", "Rape meal", "t", "UP_FEED"),
    ("sunflower_meal", "Sunflower meal", "t", "UP_FEED"),
    ("beet_pulp", "Dried beet pulp", "t", "UP_FEED"),
    ("lucerne_dehydrated", "Dehydrated lucerne", "t", "UP_FEED"),
    ("grass_hay", "Grass hay", "t", "UP_FEED"),
    ("straw", "Straw", "t", "UP_FEED"),
    ("dairy_compound", "Dairy compound feed", "t", "UP_FEED"),
    ("young_bull_compound", "Young-bull compound feed", "t", "UP_FEED"),
    ("minerals", "Minerals and vitamins", "t", "UP_FEED"),
    ("milk_replacer", "Milk replacer", "kg", "UP_FEED"),
    ("phosphate", "Phosphate (P2O5)", "kg", "UP_FERT"),
    ("potash", "Potash (K2O)", "kg", "UP_FERT"),
    ("dairy_calf", "Dairy calf bought", "head", "UP_ANIM"),
    ("weanling", "Suckler weanling bought", "kg", "UP_ANIM"),
    ("dairy_store", "Dairy-type store animal bought", "kg", "UP_ANIM"),
    ("in_calf_heifer", "In-calf dairy heifer bought", "kg", "UP_ANIM"),
    ("suckler_cow", "Suckler cow bought", "kg", "UP_ANIM"),
    ("pesticide", "Pesticide, active ingredient", "kg", "UP_OTHER"),
    ("plastics", "Plastics", "kg", "UP_OTHER"),
)

LINES = ("UP_FERT", "UP_FEED", "UP_ANIM", "UP_OTHER")
SPELLINGS = {"t": {"t": 1.0, "kg": 0.001}, "kg": {"kg": 1.0, "t": 1000.0}, "head": {"head": 1.0}}


class Purchase(Entity, parent=FarmEntity, links=(Workshop,)):
    """One thing bought over the year, for one workshop or for the whole farm."""

    item = Choice(
        "Thing bought",
        tuple(Option(code, words) for code, words, _, _ in ITEMS),
        help="What the invoice names; each has the emissions of its making.",
    )
    source_line = Choice(
        "Source line",
        (
            Option("UP_FERT", "Making of fertiliser"),
            Option("UP_FEED", "Feed bought"),
            Option("UP_ANIM", "Animals bought"),
            Option("UP_OTHER", "Other things bought"),
        ),
        default=CodeRule(item, {code: line for code, _, _, line in ITEMS}, "UP_OTHER"),
        help="The line of the result in which the purchase is counted.",
    )
    purchase_quantity = Number(
        "Quantity bought",
        symbol="Q_buy",
        unit="unit/yr",
        bounds=(0, 5_000_000),
        adds=False,
        spread=FEED,
        help="In the unit of the invoice, over the year.",
    )


def item_unit(code: str) -> str:
    """The unit in which a thing is bought."""
    return next(unit for item, _, unit, _ in ITEMS if item == code)
