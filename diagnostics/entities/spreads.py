"""How unsure a stated quantity is, by its kind (method section 13)."""

from diagnostics.core.chance import Spread

HEADS = Spread("normal", relative=0.02)
WEIGHTS = Spread("normal", relative=0.05)
MILK = Spread("normal", relative=0.01)
AREAS = Spread("normal", relative=0.01)
FERTILISER = Spread("normal", relative=0.03)
FUEL = Spread("normal", relative=0.10)
FEED = Spread("normal", relative=0.05)
HEDGES = Spread("normal", relative=0.15)
GRAZING = Spread("normal", relative=0.10)
DIGESTIBILITY = Spread("normal", sd=0.025)
