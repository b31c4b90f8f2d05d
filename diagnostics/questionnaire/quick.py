"""The quick diagnosis: its pages, and which of their questions a farm is asked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from diagnostics.core import Choice, CodeRule, Number
from diagnostics.core.pages import Page, Question
from diagnostics.entities import FarmEntity, Fertiliser, Field, Group, Workshop
from diagnostics.questionnaire.blank_farm import QUICK
from diagnostics.questionnaire.pages import HEDGES
from diagnostics.record import FarmRecord, Row

HERDS = ("DAIRY", "BEEF_SUCKLER", "BEEF_FATTEN", "SHEEP_MILK", "SHEEP_MEAT", "GOAT")
MILKED = ("DAIRY", "SHEEP_MILK", "GOAT")
SOLD_FOR_MEAT = ("BEEF_SUCKLER", "BEEF_FATTEN", "SHEEP_MEAT")
REARING = ("DAIRY", "BEEF_SUCKLER")
FINISHING = ("BEEF_SUCKLER", "BEEF_FATTEN")
# The choice that names the rows a question is asked for.
NAMED_BY: Mapping[type, str] = {
    Workshop: "workshop_kind",
    Group: "animal_class",
    Field: "cover",
}
# Questions that are asked in some countries only.
ONLY_IN: Mapping[str, tuple[str, ...]] = {"department": ("FR",), "region": ("ES", "IT")}

FARM = Page(
    key="farm",
    step="The farm",
    title="Six answers for a first number",
    intro="Each further answer narrows it; you can stop at any time.",
    questions=(
        Question(FarmEntity.system),
        Question(FarmEntity.country, prefilled=True),
        Question(FarmEntity.department),
        Question(FarmEntity.region),
        Question(
            Group.head_years,
            of=("DC", "SC"),
            label="Cows, average number",
            help="Average over the year, cows in milk and dry cows together.",
        ),
        Question(
            Group.head_years,
            of=("EW", "EL", "GO"),
            label="Ewes or goats, average number",
            help="Average over the year, those in milk and those that are dry.",
        ),
        Question(Workshop.milk_delivered, of=MILKED),
        Question(Workshop.live_weight_sold, of=SOLD_FOR_MEAT),
        Question(FarmEntity.agricultural_area),
        Question(
            Field.field_area,
            of=("permanent_grassland",),
            label="Permanent grassland",
            help="Grassland of five years or more that is not ploughed.",
        ),
    ),
)
HERD = Page(
    key="herd",
    step="Herd",
    title="Which animals are on the farm?",
    questions=(
        Question(Workshop.milk_fat, of=MILKED),
        Question(Workshop.milk_protein, of=MILKED),
        Question(Workshop.replacement_heifers, of=REARING),
        Question(Workshop.age_at_first_calving, of=REARING),
        Question(Workshop.fattened_per_year, of=FINISHING),
        Question(Workshop.fattening_kind, of=FINISHING),
        Question(Workshop.live_weight_sold, of=MILKED),
        Question(Workshop.live_weight_bought, of=HERDS),
    ),
)
FEED = Page(
    key="feed",
    step="Feed",
    title="What feed is bought?",
    questions=(
        Question(Workshop.concentrate_bought, of=HERDS),
        Question(Workshop.soya_share, of=HERDS),
    ),
)
MANURE = Page(
    key="manure",
    step="Manure",
    title="How is manure kept?",
    questions=(
        Question(Workshop.main_manure, of=HERDS),
        Question(Workshop.storage_duration, of=HERDS),
    ),
)
GRASSLAND = Page(
    key="grassland",
    step="Grassland",
    title="How much grass, and how long do the cows graze?",
    questions=(
        Question(
            Field.field_area,
            of=("temporary_grassland",),
            label="Temporary grassland (ley)",
            help="Sown grass that takes its turn with crops.",
        ),
        Question(Workshop.grazing_days, of=HERDS),
        Question(Workshop.grazing_hours, of=HERDS),
        Question(FarmEntity.grassland_ploughed),
    ),
)
CROPS = Page(
    key="crops",
    step="Crops and fertiliser",
    title="What is grown and spread on the land?",
    questions=(
        Question(
            Field.field_area,
            of=("silage_maize",),
            label="Forage maize",
            help="What is left of the farm counts as other crops.",
        ),
        Question(FarmEntity.crops_sold_share, of=("CROPS",)),
        Question(Fertiliser.mineral_nitrogen),
        Question(FarmEntity.phosphate_potash),
        Question(FarmEntity.limestone),
    ),
)
ENERGY = Page(
    key="energy",
    step="Energy and inputs",
    title="How much fuel, electricity and straw?",
    questions=(
        Question(FarmEntity.diesel),
        Question(FarmEntity.electricity),
        Question(FarmEntity.straw_bought),
    ),
)
QUICK_PAGES = (FARM, HERD, FEED, MANURE, GRASSLAND, HEDGES, CROPS, ENERGY)

# What each page gives back at once: figures that a farmer knows and can check.
ECHOES: Mapping[str, tuple[str, ...]] = {
    "farm": ("milk_sold_per_animal",),
    "herd": ("replacement_rate", "livestock_unit_years"),
    "feed": ("concentrate_bought",),
    "manure": ("manure_nitrogen",),
    "grassland": ("cow_pasture_share", "heifer_pasture_share"),
    "hedges": ("hedge_length",),
    "crops": ("tilled_area", "ley_share"),
    "energy": ("energy_emissions", "electricity_emissions"),
}


@dataclass(frozen=True)
class Asked:
    """One question on one row of the dossier."""

    page: str
    question: Question
    row: str

    @property
    def field(self) -> Number | Choice:
        """The field that the answer is kept in."""
        return self.question.field


def is_quick(record: FarmRecord) -> bool:
    """Whether a dossier is a quick one: rules fill what is not asked."""
    level = record.row("").entries.get(FarmEntity.entry_level.name)
    return level is not None and level.value == QUICK


def pages_of(record: FarmRecord) -> tuple[Page, ...]:
    """The pages a dossier is shown: all of a quick one, the first of any other."""
    return QUICK_PAGES if is_quick(record) else (FARM,)


def asked(record: FarmRecord) -> tuple[Asked, ...]:
    """All questions of the quick diagnosis for this farm, in the order of the visit."""
    return tuple(one for page in QUICK_PAGES for one in asked_on(page, record))


def asked_on(page: Page, record: FarmRecord) -> tuple[Asked, ...]:
    """The questions of a page for this farm; a page about the herds takes them one by one."""
    found = [
        Asked(page.key, question, row.key)
        for question in page.questions
        for row in _rows(record, question)
    ]
    if {question.field.entity for question in page.questions} == {Workshop}:
        order = [row.key for row in record.of(Workshop.name)]
        found.sort(key=lambda one: order.index(one.row))
    return tuple(found)


def is_answered(record: FarmRecord, one: Asked) -> bool:
    """Whether something was entered for the question."""
    return one.field.name in record.row(one.row).entries


def _rows(record: FarmRecord, question: Question) -> Iterator[Row]:
    """The rows a question is asked for; a question of the farm may need a workshop to exist."""
    entity = question.field.entity
    if entity is FarmEntity:
        if _is_asked_here(record, question):
            yield record.row("")
        return
    for row in record.of(entity.name):
        named_by = NAMED_BY.get(entity)
        named = not question.of or (named_by and row.entries[named_by].value in question.of)
        if named and not _is_idle(record, row, question):
            yield row


def _is_idle(record: FarmRecord, row: Row, question: Question) -> bool:
    """Whether the answer could change nothing: only slurry minds how long it is stored."""
    return question.field is Workshop.storage_duration and _manure(record, row) != "slurry"


def _manure(record: FarmRecord, workshop: Row) -> str:
    """The manure of a workshop, as answered or by its rule."""
    answered = workshop.entries.get(Workshop.main_manure.name)
    if answered is not None:
        return str(answered.value)
    rule, system = Workshop.main_manure.default, record.row("").entries.get("system")
    assert isinstance(rule, CodeRule)
    default = str(FarmEntity.system.default) if system is None else str(system.value)
    return rule.code(str(workshop.entries["workshop_kind"].value), default)


def _is_asked_here(record: FarmRecord, question: Question) -> bool:
    country = record.row("").entries.get("country")
    here = "FR" if country is None else str(country.value)
    kinds = {str(row.entries["workshop_kind"].value) for row in record.of(Workshop.name)}
    wanted = not question.of or bool(kinds & set(question.of))
    return wanted and here in ONLY_IN.get(question.field.name, (here,))
