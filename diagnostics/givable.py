"""Which computed quantities and factors a dossier may state instead of their rule (0.5-7)."""

from collections.abc import Mapping

from diagnostics.core import Entity
from diagnostics.entities import FarmEntity, Field, Group, Hedge, ManureShare

GIVABLE: Mapping[type[Entity], tuple[str, ...]] = {
    FarmEntity: ("residue_nitrogen",),
    Group: ("methane_conversion_factor", "dry_matter_intake", "nitrogen_excretion"),
    ManureShare: ("manure_methane_factor",),
    Field: ("field_storage_rate", "residue_nitrogen_rate"),
    Hedge: ("hedge_rate",),
}

# Their unit and the values that make physical sense, both ends included.
LIMITS: Mapping[str, tuple[str, float, float]] = {
    "residue_nitrogen": ("kg N/yr", 0, 1_000_000),
    "methane_conversion_factor": ("1", 0, 0.12),
    "dry_matter_intake": ("kg DM/head/d", 0, 40),
    "nitrogen_excretion": ("kg N/head/yr", 0, 300),
    "manure_methane_factor": ("1", 0, 1),
    "field_storage_rate": ("kg C/ha/yr", -5_000, 5_000),
    "residue_nitrogen_rate": ("kg N/ha/yr", 0, 500),
    "hedge_rate": ("kg C/(100 m)/yr", -5_000, 5_000),
}
