"""The pages of the farm's own questions, by key; a farm file groups its answers by them."""

from diagnostics.core.pages import Page, Question
from diagnostics.entities import FarmEntity

IDENTITY = Page(
    key="identity",
    step="The farm",
    title="Where is the farm, and what does it produce?",
    questions=(
        Question(FarmEntity.entry_level),
        Question(FarmEntity.system),
        Question(FarmEntity.country),
        Question(FarmEntity.department),
        Question(FarmEntity.region),
        Question(FarmEntity.climate),
        Question(FarmEntity.soil_moisture),
        Question(FarmEntity.agricultural_area),
    ),
)
MANURE = Page(
    key="manure",
    step="Manure",
    title="Where does the manure go?",
    questions=(Question(FarmEntity.bedding_nitrogen_brought),),
)
GRASSLAND = Page(
    key="grassland",
    step="Grassland",
    title="Was old grassland ploughed up?",
    questions=(Question(FarmEntity.grassland_ploughed),),
)
HEDGES = Page(
    key="hedges",
    step="Hedges",
    title="How many hedges does the farm have?",
    questions=(Question(FarmEntity.hedge_density),),
)
CROPS = Page(
    key="crops",
    step="Crops and fertiliser",
    title="What is spread on the land?",
    questions=(
        Question(FarmEntity.crops_sold_share),
        Question(FarmEntity.phosphate_potash),
        Question(FarmEntity.limestone),
        Question(FarmEntity.dolomite),
        Question(FarmEntity.urea_product),
    ),
)
ENERGY = Page(
    key="energy",
    step="Energy and inputs",
    title="How much fuel and electricity?",
    questions=(
        Question(FarmEntity.diesel),
        Question(FarmEntity.electricity),
        Question(FarmEntity.straw_bought),
        Question(FarmEntity.heating_oil),
        Question(FarmEntity.petrol),
        Question(FarmEntity.natural_gas),
        Question(FarmEntity.propane),
        Question(FarmEntity.wood_fuel),
        Question(FarmEntity.biodiesel),
        Question(FarmEntity.vegetable_oil),
        Question(FarmEntity.grain_drying),
        Question(FarmEntity.solar_self_use),
        Question(FarmEntity.irrigation_water),
    ),
)

# The farm's own fields, each on exactly one page (a test); rows of herds, fields and hedges
# carry their answers themselves.
FARM_PAGES = (IDENTITY, MANURE, GRASSLAND, HEDGES, CROPS, ENERGY)
