"""The grammar in which the agronomy is written; it knows no animal and no plant."""

from diagnostics.core.choices import Choice, CodeRule, Option, among
from diagnostics.core.constants import Constant
from diagnostics.core.entities import Entity
from diagnostics.core.errors import DiagnosticsError, Message
from diagnostics.core.farm import Farm, Table
from diagnostics.core.fields import Number, Stated, Verdict
from diagnostics.core.formula import Formula, formula
from diagnostics.core.sources import Citation, Work
from diagnostics.core.values import Values

__all__ = [
    "Choice",
    "Citation",
    "CodeRule",
    "Constant",
    "DiagnosticsError",
    "Entity",
    "Farm",
    "Formula",
    "Message",
    "Number",
    "Option",
    "Stated",
    "Table",
    "Values",
    "Verdict",
    "Work",
    "among",
    "formula",
]
