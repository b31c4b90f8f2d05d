"""Fields, hedges and what is spread on the land."""

from diagnostics.core import Choice, Entity, Number, Option, Stated, Unanswered
from diagnostics.entities.farm import FarmEntity
from diagnostics.entities.spreads import AREAS, FERTILISER, HEDGES


class Field(Entity, parent=FarmEntity, named_by="cover"):
    """Land under one cover; at quick level one row per cover."""

    cover = Choice(
        "Land use",
        (
            Option("permanent_grassland", "Permanent grassland"),
            Option("temporary_grassland", "Temporary grassland (ley)"),
            Option("silage_maize", "Forage maize"),
            Option("crops", "Other crops"),
            Option("rangeland", "Rough grazing and summer mountain pasture"),
        ),
        help="Grass builds up carbon in the soil; land ploughed each year loses some.",
    )
    field_area = Number(
        "Area",
        symbol="A",
        unit="ha",
        bounds=(0, 5_000),
        adds=True,
        spread=AREAS,
        help="Hectares of the year; what is left blank shares the rest of the farm.",
    )
    stated_area = Stated("Area entered", symbol="A_given", of=field_area)
    open_area = Unanswered("Area is left open", symbol="A_open", of=field_area)


class Hedge(Entity, parent=FarmEntity, named_by="hedge_type"):
    """Hedges of one kind."""

    hedge_type = Choice(
        "Kind of hedge",
        (
            Option("unknown", "Under 20 years, or not known"),
            Option("old", "Over 20 years"),
        ),
        default="unknown",
        help="Under 20 years a hedge still builds up wood; an older one slows down.",
    )
    hedge_length = Number(
        "Hedge length",
        symbol="L_h",
        unit="m",
        bounds=(0, 500_000),
        adds=True,
        spread=HEDGES,
        help="Count the metres of each hedge once only.",
    )
    stated_hedge_length = Stated("Hedge length entered", symbol="L_given", of=hedge_length)


class Fertiliser(Entity, parent=FarmEntity, named_by="fertiliser_type"):
    """Mineral nitrogen of one type, over the year."""

    fertiliser_type = Choice(
        "Type of nitrogen fertiliser",
        (
            Option("ammonium_nitrate", "Ammonium nitrate 34.5"),
            Option("calcium_ammonium_nitrate", "CAN 27 (calcium ammonium nitrate)"),
            Option("urea", "Urea"),
            Option("urea_inhibited", "Protected urea"),
            Option("nitrogen_solution", "Liquid nitrogen (UAN)"),
            Option("ammonium_sulphate", "Ammonium sulphate"),
            Option("calcium_nitrate", "Calcium nitrate"),
            Option("anhydrous_ammonia", "Anhydrous ammonia"),
            Option(
                "monoammonium_phosphate",
                "Monoammonium phosphate (MAP)",
                "Its nitrogen; enter its phosphate with the purchases",
            ),
            Option(
                "diammonium_phosphate",
                "Diammonium phosphate (18-46)",
                "Its nitrogen; enter its phosphate with the purchases",
            ),
            Option("compound", "Compound fertiliser NPK"),
        ),
        default="ammonium_nitrate",
        help="Types differ in their manufacture and in the ammonia they lose.",
    )
    mineral_nitrogen = Number(
        "Chemical nitrogen",
        symbol="F_SN",
        unit="kg N/yr",
        bounds=(0, 1_000_000),
        adds=True,
        spread=FERTILISER,
        help="Kilograms of nitrogen, not of product: 100 kg of CAN 27 hold 27 kg.",
    )
    stated_mineral_nitrogen = Stated(
        "Chemical nitrogen entered", symbol="F_given", of=mineral_nitrogen
    )
