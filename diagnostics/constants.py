"""Constants of physics and of the calendar, with their units."""

from diagnostics.core import Constant

DAYS_PER_YEAR = Constant(365, "d/yr")
METHANE_ENERGY = Constant(55.65, "MJ/(kg CH4)")
METHANE_DENSITY = Constant(0.67, "kg CH4/(m3 CH4)")
MILK_DENSITY = Constant(1.03, "kg FPCM/(L FPCM)")
N2O_PER_NITROGEN = Constant(44 / 28, "kg N2O/(kg N2O-N)")
CO2_PER_CARBON = Constant(44 / 12, "kg CO2/(kg C)")
