"""Animals that move between enterprises take with them a share of what they cost (0.5-28)."""

import numpy as np

from diagnostics.core import Flow, Formula, Values, formula
from diagnostics.entities import Transfer, Workshop
from diagnostics.works import BOCAGE

MOVING = BOCAGE.at("rule 0.5-28")


@formula(
    on=Transfer,
    label="Live weight moved",
    symbol="LW_mov",
    unit="kg/yr",
    equation="LW_mov = n_own × W_in",
    source=BOCAGE.at("rule 0.5-27"),
    mark="A",
    adds=True,
    rule=True,
    along={"own_fattened": Workshop, "entry_weight": Workshop},
)
def transferred_weight(own_fattened: Values, entry_weight: Values) -> Values:
    """Animals that the receiver finishes and did not buy, at the weight they start from."""
    return own_fattened * entry_weight


@formula(
    on=Workshop,
    label="Live weight moved to another enterprise",
    symbol="LW_out",
    unit="kg/yr",
    equation="LW_out = LW_mov",
    source=MOVING,
    mark="A",
    adds=True,
    rule=True,
)
def live_weight_transferred_out(transferred_weight: Values) -> Values:
    """All the animals that it gives to others on the farm."""
    return transferred_weight


@formula(
    on=Workshop,
    label="Live weight received from another enterprise",
    symbol="LW_in",
    unit="kg/yr",
    equation="LW_in = LW_mov",
    source=MOVING,
    mark="A",
    adds=True,
    rule=True,
    via={"transferred_weight": Workshop},
)
def live_weight_transferred_in(transferred_weight: Values) -> Values:
    """All the animals that others on the farm give to it."""
    return transferred_weight


@formula(
    on=Workshop,
    label="Share of the burden that live weight carries",
    symbol="b_lw",
    unit="1",
    equation="b_lw = 1 − AF_milk if FPCM > 0, else 1",
    source=MOVING,
    mark="A",
)
def burden_share(milk_allocation: Values, corrected_milk: Values) -> Values:
    """All of it, save in a dairy herd, where milk takes its part first."""
    return np.where(np.equal(corrected_milk, 0), 1.0, 1 - milk_allocation)


@formula(
    on=Transfer,
    label="Share of the giver’s burden that moves",
    symbol="p_mov",
    unit="1",
    equation="p_mov = b_lw × LW_mov / LW_prod if LW_prod > 0, else 0",
    source=MOVING,
    mark="A",
)
def carried_share(
    burden_share: Values, transferred_weight: Values, live_weight_production: Values
) -> Values:
    """In proportion to the live weight that moves, of all that the giver produces."""
    none = live_weight_production <= 0
    produced = np.where(none, 1.0, live_weight_production)
    return np.where(none, 0.0, burden_share * transferred_weight / produced)


def _whole(own: str, label: str, symbol: str, own_symbol: str, unit: str, sentence: str) -> Formula:
    """What a workshop has in all before it passes on: its own, and what came to it."""

    def body(**parts: Values) -> Values:
        return parts[own]

    body.__doc__ = sentence
    return Formula(
        name=f"whole_{own.removeprefix('own_workshop_')}",
        body=body,
        on=Workshop,
        needs=(own,),
        label=label,
        symbol=symbol,
        unit=unit,
        equation=f"{symbol} = {own_symbol}",
        source=MOVING,
        mark="A",
        adds=False,
        flow=Flow("carried_share"),
    )


def _carried(whole: str, name: str, label: str, symbol: str, needed: str, unit: str) -> Formula:
    """What one movement of animals takes along."""

    def body(**parts: Values) -> Values:
        """A share of all that the giver has, its own and what came to it."""
        return parts["carried_share"] * parts[whole]

    return Formula(
        name=name,
        body=body,
        on=Transfer,
        needs=("carried_share", whole),
        label=label,
        symbol=symbol,
        unit=unit,
        equation=f"{symbol} = p_mov × {needed}",
        source=MOVING,
        mark="A",
        adds=True,
    )


def _summed(
    name: str, of: str, words: tuple[str, str], symbols: tuple[str, str], unit: str, via: bool
) -> Formula:
    """What a workshop gives, or receives, by all movements together."""

    def body(**parts: Values) -> Values:
        return parts[of]

    body.__doc__ = words[1]
    return Formula(
        name=name,
        body=body,
        on=Workshop,
        needs=(of,),
        label=words[0],
        symbol=symbols[0],
        unit=unit,
        equation=f"{symbols[0]} = {symbols[1]}",
        source=MOVING,
        mark="A",
        adds=True,
        via={of: Workshop} if via else {},
        alone=None if via else 0.0,
    )


def _after(name: str, label: str, symbol: str, parts: tuple[str, str, str], unit: str) -> Formula:
    """What a workshop keeps: its own, what came to it, less what it passed on."""
    needs = tuple(PASSING[part] for part in parts)

    def body(**values: Values) -> Values:
        """Its own, plus what came with animals received, less what left with animals given."""
        own, received, given = (values[need] for need in needs)
        return np.add(own, received) - given

    return Formula(
        name=name,
        body=body,
        on=Workshop,
        needs=needs,
        label=label,
        symbol=symbol,
        unit=unit,
        equation=f"{symbol} = {parts[0]} + {parts[1]} − {parts[2]}",
        source=BOCAGE.at("rules 1.4, 0.5-28 and 0.5-32"),
        mark="A",
        adds=True,
    )


PASSING = {
    "E_own": "own_workshop_emissions",
    "E_in": "emissions_received",
    "E_out": "emissions_passed_on",
    "ST_own": "own_workshop_storage",
    "ST_in": "storage_received",
    "ST_out": "storage_passed_on",
}
EMISSIONS, STORED = "kg CO2e/yr", "kg CO2/yr"
GIVEN = ("{} passed on with animals", "Left with the animals given to other enterprises.")
TAKEN = ("{} received with animals", "Came with the animals of other enterprises.")
WHOLE = "Its own, and what came with animals received, before it passes any on."


def _words(words: tuple[str, str], what: str) -> tuple[str, str]:
    return words[0].format(what), words[1]


FORMULAS = (
    _whole("own_workshop_emissions", "Emissions before any is passed on", "E_all", "E_own",
           EMISSIONS, WHOLE),
    _carried("whole_emissions", "carried_emissions", "Emissions that move with the animals",
             "E_mov", "E_all", EMISSIONS),
    _summed("emissions_passed_on", "carried_emissions", _words(GIVEN, "Emissions"),
            ("E_out", "E_mov"), EMISSIONS, via=False),
    _summed("emissions_received", "carried_emissions", _words(TAKEN, "Emissions"),
            ("E_in", "E_mov"), EMISSIONS, via=True),
    _after("workshop_gross_emissions", "Gross emissions of the enterprise", "E_w",
           ("E_own", "E_in", "E_out"), EMISSIONS),
    _whole("own_workshop_storage", "Carbon storage before any is passed on", "ST_all", "ST_own",
           STORED, WHOLE),
    _carried("whole_storage", "carried_storage", "Carbon storage that moves with the animals",
             "ST_mov", "ST_all", STORED),
    _summed("storage_passed_on", "carried_storage", _words(GIVEN, "Carbon storage"),
            ("ST_out", "ST_mov"), STORED, via=False),
    _summed("storage_received", "carried_storage", _words(TAKEN, "Carbon storage"),
            ("ST_in", "ST_mov"), STORED, via=True),
    _after("workshop_storage", "Carbon storage of the enterprise", "ST_w",
           ("ST_own", "ST_in", "ST_out"), STORED),
)  # fmt: skip
