"""The eleven source lines and the storage of each workshop; they sum to the farm's."""

from collections.abc import Iterable
from functools import reduce

import numpy as np

from diagnostics.balance import SOURCES, Source
from diagnostics.core import Formula, Values, among, formula
from diagnostics.core.formula import Body
from diagnostics.entities import FarmEntity, Purchase, Workshop
from diagnostics.works import BOCAGE

SHARING = BOCAGE.at("rules 1.4 and 0.5-32")
ANIMAL_BORNE = ("ENT", "MAN_CH4", "MAN_N2O")
BOUGHT = ("UP_FEED", "UP_ANIM", "UP_OTHER")
BY_PARLOUR = ("ELEC",)
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


def _taken(purchase_emissions: Values) -> Values:
    """What was given off to produce them, up to their arrival on the farm."""
    return purchase_emissions


def _purchases(source: Source) -> tuple[Formula, Formula, Formula]:
    """A line of purchases: the workshop's own, and its share of those entered for the farm."""
    chosen = {"purchase_emissions": (among(Purchase.source_line, source.code),)}
    own_name, common_name = f"own_{source.formula}", f"common_{source.formula}"

    def body(**parts: Values) -> Values:
        """Bought for this enterprise, plus its part of what was bought for the whole farm."""
        return parts[own_name] + parts[common_name] * parts["livestock_share"]

    own = formula(
        on=Workshop,
        name=own_name,
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
        name=common_name,
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
    needs = [own_name, common_name, "livestock_share"]
    right_side = f"{source.code}_own + {source.code}_com × w"
    return own, common, _line(source, right_side, body, needs)


def _of(source: Source) -> tuple[Formula, ...]:
    if source.code in ANIMAL_BORNE:
        return (_own_animals(source),)
    if source.code in BOUGHT:
        return _purchases(source)
    if source.code in BY_PARLOUR:
        return (_shared(source, "electricity_share", "w_el"),)
    return (_shared(source, "livestock_share", "w"),)


def _all_lines(**lines: Values) -> Values:
    """Its animals, its purchases and its part of what is common to the farm."""
    return reduce(np.add, lines.values())


LINES = tuple(formula_ for source in SOURCES for formula_ in _of(source))

workshop_gross_emissions = Formula(
    name="workshop_gross_emissions",
    body=_all_lines,
    on=Workshop,
    needs=tuple(workshop_line(source) for source in SOURCES),
    label="Gross emissions of the enterprise",
    symbol="E_w",
    unit="kg CO2e/yr",
    equation="E_w = " + " + ".join(line_symbol(source) for source in SOURCES),
    source=SHARING,
    mark="A",
    adds=True,
)


@formula(
    on=Workshop,
    label="Carbon storage of the enterprise",
    symbol="ST_w",
    unit="kg CO2/yr",
    equation="ST_w = STORAGE × w",
    source=SHARING,
    mark="A",
    adds=True,
)
def workshop_storage(carbon_storage: Values, livestock_share: Values) -> Values:
    """Its part of the carbon storage by fields and hedges."""
    return carbon_storage * livestock_share
