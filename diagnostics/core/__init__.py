"""The grammar in which the agronomy is written; it knows no animal and no plant."""

from diagnostics.core.choices import Choice, CodeRule, Option, among
from diagnostics.core.constants import Constant
from diagnostics.core.entities import Entity
from diagnostics.core.errors import DiagnosticsError, Message
from diagnostics.core.farm import Farm, Table
from diagnostics.core.fields import Number, Stated, Unanswered, Verdict
from diagnostics.core.formula import Flow, Formula, formula
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
    "Flow",
    "Formula",
    "Message",
    "Number",
    "Option",
    "Stated",
    "Table",
    "Unanswered",
    "Values",
    "Verdict",
    "Work",
    "among",
    "formula",
]
