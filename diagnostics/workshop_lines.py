"""The eleven source lines and the storage of each workshop, before animals move between them."""

from collections.abc import Iterable
from functools import reduce

import numpy as np

from diagnostics.balance import SOURCES, Source
from diagnostics.core import Formula, Values, among, formula
from diagnostics.core.formula import Body
from diagnostics.entities import FarmEntity, Purchase, Workshop
from diagnostics.works import BOCAGE

PLANT_PROTECTION = ("pesticide", "herbicide", "fungicide", "insecticide")

SHARING = BOCAGE.at("rules 1.4 and 0.5-32")
ANIMAL_BORNE = ("ENT", "MAN_CH4", "MAN_N2O")
BOUGHT = ("UP_FEED", "UP_ANIM", "UP_OTHER")
BY_PARLOUR = ("ELEC",)
BY_HECTARES = ("LIME_UREA", "ENERGY", "UP_FERT")
PESTICIDES = tuple(
    option.code for option in Purchase.item.options if option.code in PLANT_PROTECTION
)
# Two source lines carry the symbol of the formula that gives them.
MODEL_SYMBOLS = {"ENERGY": "E_energy", "ELEC": "E_elec"}


def workshop_line(source: Source) -> str:
    """The name of a workshop's own part of a source line."""
    return f"workshop_{source.formula}"


def _line(source: Source, right_side: str, body: Body, needs: Iterable[str]) -> Formula:
    symbol = line_symbol(source)
    return Formula(
        name=workshop_line(source),
        body=body,
        on=Workshop,
        needs=tuple(needs),
        label=source.label,
        symbol=symbol,
        unit="kg CO2e/yr",
        equation=f"{symbol} = {right_side}",
        source=SHARING,
        mark="A",
        adds=True,
    )


def line_symbol(source: Source) -> str:
    """The symbol of a workshop's part; that of animals bought is fixed by the nomenclature."""
    return "E_wa" if source.code == "UP_ANIM" else f"{source.code}_w"


def _own_animals(source: Source) -> Formula:
    """A line that comes with the workshop's own animals."""

    def body(**parts: Values) -> Values:
        """What the animals of the enterprise give off."""
        return parts[source.formula]

    return _line(source, source.code, body, [source.formula])


def _shared(source: Source, weight: str, symbol: str) -> Formula:
    """A line of the whole farm, split by a weight that sums to 1."""

    def body(**parts: Values) -> Values:
        """The part this enterprise takes of what is common to the farm."""
        return parts[source.formula] * parts[weight]

    right_side = f"{MODEL_SYMBOLS.get(source.code, source.code)} × {symbol}"
    return _line(source, right_side, body, [source.formula, weight])


def _soils(source: Source) -> Formula:
    """Soils: those of crops sold go to them, the rest is shared by livestock units."""

    def body(**parts: Values) -> Values:
        """Soils of crops sold for an arable enterprise; herds share those that feed them."""
        sold = parts["sold_crop_soil_emissions"]
        return sold * parts["crop_part"] + (parts[source.formula] - sold) * parts["livestock_share"]

    needs = [source.formula, "sold_crop_soil_emissions", "crop_part", "livestock_share"]
    return _line(source, "SOIL_sold × c_w + (SOIL_N2O − SOIL_sold) × w", body, needs)


def _taken(purchase_emissions: Values) -> Values:
    """What was given off to produce them, up to their arrival on the farm."""
    return purchase_emissions


def _entered(source: Source) -> tuple[Formula, Formula]:
    """What was bought for a workshop, and what was bought for the farm as a whole."""
    chosen = {"purchase_emissions": (among(Purchase.source_line, source.code),)}
    own = formula(
        on=Workshop,
        name=f"own_{source.formula}",
        label="Entered for this enterprise",
        symbol=f"{source.code}_own",
        unit="kg CO2e/yr",
        equation=f"{source.code}_own = E_buy",
        source=SHARING,
        mark="A",
        adds=True,
        where=chosen,
        via={"purchase_emissions": Workshop},
    )(_taken)
    common = formula(
        on=FarmEntity,
        name=f"common_{source.formula}",
        label="Entered for the whole farm",
        symbol=f"{source.code}_com",
        unit="kg CO2e/yr",
        equation=f"{source.code}_com = E_buy",
        source=SHARING,
        mark="A",
        adds=True,
        where=chosen,
        unlinked={"purchase_emissions": Workshop},
    )(_taken)
    return own, common


def _purchases(source: Source) -> tuple[Formula, Formula, Formula]:
    """A line of purchases: the workshop's own, and its share of those entered for the farm."""
    own, common = _entered(source)

    def body(**parts: Values) -> Values:
        """Bought for this enterprise, plus its part of what was bought for the whole farm."""
        return parts[own.name] + parts[common.name] * parts["livestock_share"]

    if source.code == "UP_OTHER":
        return own, common, _line(source, SPRAYED, _with_spraying, SPRAYED_NEEDS)
    needs = [own.name, common.name, "livestock_share"]
    right_side = f"{source.code}_own + {source.code}_com × w"
    return own, common, _line(source, right_side, body, needs)


SPRAYED = "UP_OTHER_own + (UP_OTHER_com − E_spray) × w + E_spray × w_s"
SPRAYED_NEEDS = (
    "own_other_upstream",
    "common_other_upstream",
    "common_spraying_emissions",
    "livestock_share",
    "spraying_share",
)


def _with_spraying(
    own_other_upstream: Values,
    common_other_upstream: Values,
    common_spraying_emissions: Values,
    livestock_share: Values,
    spraying_share: Values,
) -> Values:
    """Its own, its part of what is common, and plant protection by the hectares sprayed."""
    shared = (common_other_upstream - common_spraying_emissions) * livestock_share
    return own_other_upstream + shared + common_spraying_emissions * spraying_share


@formula(
    on=FarmEntity,
    label="Plant protection entered for the whole farm",
    symbol="E_spray",
    unit="kg CO2e/yr",
    equation="E_spray = E_buy",
    source=SHARING,
    mark="A",
    adds=True,
    where={"purchase_emissions": (among(Purchase.item, *PESTICIDES),)},
    unlinked={"purchase_emissions": Workshop},
)
def common_spraying_emissions(purchase_emissions: Values) -> Values:
    """What was given off to make it; it follows the hectares of crops and forage maize."""
    return purchase_emissions


def _of(source: Source) -> tuple[Formula, ...]:
    if source.code in ANIMAL_BORNE:
        return (_own_animals(source),)
    if source.code in BOUGHT:
        return _purchases(source)
    if source.code in BY_PARLOUR:
        return (_shared(source, "electricity_share", "w_el"),)
    if source.code in BY_HECTARES:
        return (_shared(source, "field_input_share", "w_f"),)
    return (_soils(source),)


def _all_lines(**lines: Values) -> Values:
    """Its animals, its purchases and its part of what is common to the farm."""
    return reduce(np.add, lines.values())


LINES = tuple(formula_ for source in SOURCES for formula_ in _of(source))

own_workshop_emissions = Formula(
    name="own_workshop_emissions",
    body=_all_lines,
    on=Workshop,
    needs=tuple(workshop_line(source) for source in SOURCES),
    label="Emissions of the enterprise’s own lines",
    symbol="E_own",
    unit="kg CO2e/yr",
    equation="E_own = " + " + ".join(line_symbol(source) for source in SOURCES),
    source=SHARING,
    mark="A",
    adds=True,
)


@formula(
    on=Workshop,
    label="Carbon storage of the enterprise’s own land",
    symbol="ST_own",
    unit="kg CO2/yr",
    equation="ST_own = ST_sold × c_w + (STORAGE − ST_sold) × w",
    source=SHARING,
    mark="A",
    adds=True,
)
def own_workshop_storage(
    carbon_storage: Values, sold_crop_storage: Values, crop_part: Values, livestock_share: Values
) -> Values:
    """Crops sold carry their own soils; herds share all other land and the hedges."""
    shared = (carbon_storage - sold_crop_storage) * livestock_share
    return sold_crop_storage * crop_part + shared
