"""The literature: one Work per publication, cited by the formulas."""

from diagnostics.core import Work

IPCC_2019 = Work("ipcc_2019", "IPCC 2019 Refinement, vol. 4")
GLEAM = Work("gleam", "FAO GLEAM package")
IDF_2015 = Work("idf_2015", "IDF Bulletin 479 (2015)")
IDF_2010 = Work("idf_2010", "IDF Bulletin 445 (2010)")
BOCAGE = Work("bocage", "Bocage method")
