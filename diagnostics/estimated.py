"""Which posts of a quick diagnosis still rest on reference values alone."""

from collections.abc import Mapping

from diagnostics.balance import POSTS
from diagnostics.questionnaire.quick import is_quick
from diagnostics.record import FarmRecord

# The answers that make a post the farm's own, besides the animals that all posts follow.
OWN_ANSWERS: Mapping[str, tuple[str, ...]] = {
    "enteric": ("head_years", "fattened_per_year"),
    "manure": ("main_manure", "storage_duration", "grazing_days"),
    "soils": ("mineral_nitrogen", "grazing_days"),
    "feed": ("concentrate_bought",),
    "fertiliser": ("mineral_nitrogen", "phosphate_potash"),
    "energy": ("diesel", "electricity"),
    "other": ("live_weight_bought", "straw_bought"),
}


def estimated_posts(record: FarmRecord) -> frozenset[str]:
    """The codes of the posts for which none of their answers was given."""
    if not is_quick(record):
        return frozenset()
    said = {name for row in record.rows for name in row.entries}
    return frozenset(post.code for post in POSTS if not said & set(OWN_ANSWERS[post.code]))
