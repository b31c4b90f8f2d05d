"""Fields, hedges and what is spread on the land."""

from diagnostics.core import Choice, Entity, Number, Option, Stated
from diagnostics.entities.farm import AREAS, FERTILISER, HEDGES, FarmEntity


class Field(Entity, parent=FarmEntity):
    """Land under one cover; at quick level one row per cover."""

    cover = Choice(
        "Cover",
        (
            Option("permanent_grassland", "Permanent grassland"),
            Option("temporary_grassland", "Temporary grassland"),
            Option("silage_maize", "Silage maize"),
            Option("crops", "Crops"),
            Option("rangeland", "Moor, rangeland, summer pasture"),
        ),
        help="Grass keeps and builds carbon in the soil; land ploughed each year loses some.",
    )
    field_area = Number(
        "Area",
        symbol="A",
        unit="ha",
        bounds=(0, 5_000),
        adds=True,
        spread=AREAS,
        help="Hectares of the year. One cover may be left out: it takes the rest of the farm.",
    )
    stated_area = Stated("Area entered", symbol="A_given", of=field_area)


class Hedge(Entity, parent=FarmEntity):
    """Hedges of one kind."""

    hedge_type = Choice(
        "Kind of hedge",
        (
            Option("unknown", "Kind or age unknown, or under 20 years"),
            Option("old", "Over 20 years"),
        ),
        default="unknown",
        help="A hedge under 20 years still builds up wood and soil; an older one slows down.",
    )
    hedge_length = Number(
        "Length of hedges",
        symbol="L_h",
        unit="m",
        bounds=(0, 500_000),
        adds=True,
        spread=HEDGES,
        help="Metres of hedge on the farm; count each hedge once.",
    )


class Fertiliser(Entity, parent=FarmEntity):
    """Mineral nitrogen of one type, over the year."""

    fertiliser_type = Choice(
        "Type of mineral nitrogen",
        (
            Option("ammonium_nitrate", "Ammonium nitrate"),
            Option("calcium_ammonium_nitrate", "Calcium ammonium nitrate"),
            Option("urea", "Urea"),
            Option("urea_inhibited", "Urea with inhibitor"),
            Option("nitrogen_solution", "Nitrogen solution (UAN)"),
            Option("ammonium_sulphate", "Ammonium sulphate"),
            Option("calcium_nitrate", "Calcium nitrate"),
            Option("compound", "Compound (NPK)"),
        ),
        default="ammonium_nitrate",
        help="Types differ in what their making emits and in the ammonia they lose.",
    )
    mineral_nitrogen = Number(
        "Mineral nitrogen",
        symbol="F_SN",
        unit="kg N/yr",
        bounds=(0, 1_000_000),
        adds=True,
        spread=FERTILISER,
        help="Kilograms of nitrogen, not of product: 100 kg of ammonium nitrate hold 33.5 kg.",
    )
