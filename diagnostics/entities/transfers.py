"""Animals that move from one workshop of the farm to another."""

from diagnostics.core import Entity, Number
from diagnostics.entities.spreads import WEIGHTS
from diagnostics.entities.workshop import Workshop


class Transfer(Entity, parent=Workshop, links=(Workshop,)):
    """Animals given to another workshop; the owner gives, the link receives."""

    transferred_weight = Number(
        "Live weight moved",
        symbol="LW_mov",
        unit="kg/yr",
        bounds=(0, 5_000_000),
        adds=True,
        spread=WEIGHTS,
        help="By rule, the animals finished and not bought, at the weight they start from.",
    )
