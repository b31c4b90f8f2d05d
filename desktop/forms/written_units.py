"""The spellings of units that a field accepts after a number, with their factors.

A field shows one unit and stores one unit; a person who knows tonnes may type tonnes. What is not
in this table is refused with a sentence: a unit passed over in silence is a mistake of a thousand.
"""

import unicodedata
from collections.abc import Mapping
from functools import cache, cached_property

# One dimension per block: each factor is how many of the block's first unit the spelling stands
# for. The Spanish quintal is left out (46 kg or 100 kg), and the English ton (1,016 kg or 1,000).
_DIMENSIONS: dict[str, dict[float, str]] = {
    "kg": {
        1: "kg kilo kilos kilogramme kilogrammes kilogram kilograms kilogramo kilogramos"
        " chilo chili chilogrammo chilogrammi",
        1000: "t T tonne tonnes tonelada toneladas tonnellata tonnellate",
        100: "q qx quintal quintaux quintale quintali",
        0.001: "g gramme grammes gram grams gramo gramos grammo grammi",
        1e-6: "mg milligramme milligrammes milligram milligrams",
    },
    "L": {
        1: "L l litre litres litro litros litri",
        1000: "m3 m³ kL mètre|cube mètres|cubes cubic|metre cubic|metres",
        100: "hL hl hectolitre hectolitres",
        4.54609: "gallon gallons gal",
    },
    "ha": {
        1: "ha hectare hectares hectárea hectáreas ettaro ettari",
        0.01: "a are ares",
        0.0001: "m2 m²",
        0.40468564224: "ac acre acres",
    },
    "m": {
        1: "m mètre mètres metre metres metro metros metri",
        1000: "km kilomètre kilomètres kilometre kilometres kilómetro kilómetros chilometri",
        0.01: "cm centimètre centimètres centimetre centimetres",
        0.001: "mm millimètre millimètres millimetre millimetres milímetros millimetri",
    },
    "kWh": {
        1: "kWh kilowattheure kilowattheures kilowatt-hour kilowatt-hours",
        1000: "MWh MWH Mwh",
        1 / 3.6: "MJ",
        1000 / 3.6: "GJ",
    },
    "d": {1: "d j jour jours day days día días giorno giorni"},
    "h": {1: "h heure heures hour hours hora horas ora ore", 1 / 60: "min minute minutes"},
    "months": {
        1: "month months mois mes meses mese mesi",
        12: "an ans année années year years año años anno anni",
    },
    "head": {
        1: "head tête têtes animal animaux animals vache vaches cow cows génisse génisses heifer"
        " heifers veau veaux calf calves taureau taureaux bull bulls taurillon taurillons bœuf"
        " bœufs bovin bovins cattle brebis ewe ewes chèvre chèvres goat goats cabeza cabezas"
        " animales vaca vacas novilla novillas ternero terneros oveja ovejas cabra cabras capo"
        " capi vacca vacche manza manze vitello vitelli pecora pecore capra capre",
    },
    "LU": {1: "LU UGB UGM UBA"},
    "people": {1: "UMO UTA UTH ULA personne personnes people person persona personas persone"},
    "%": {1: "% pour|cent per|cent percent pct por|ciento per|cento", 0.1: "‰"},
    "1": {0.01: "% pour|cent per|cent percent pct por|ciento per|cento", 0.001: "‰"},
    "€": {1: "€ euro euros EUR", 1000: "k€"},
    "°C": {1: "°C ° C"},
}
_BELOW = {
    "yr": "an ans année year years yr año anno",
    "d": "j jour d day día giorno",
    "head": "vache tête animal cow head vaca cabeza vacca capo",
    "ha": "ha hectare hectárea ettaro",
    "L": "L litre litro",
    "month": "mois month mes mese",
}
# The matter is part of the engine's unit; a person may leave it out or write it the local way.
_MATTER = {"DM": "DM MS SS", "LW": "live|weight LW vif", "CO2e": "CO2e CO₂e", "FPCM": "FPCM"}
_PER = (" par ", " per ", " por ", " al ", " a ")
# "Mg" is a thousand kilograms and "mg" a millionth: short units in capital M are taken literally.
_LITERAL_UP_TO = 3
_SEVERAL = 2


class Spellings(dict[str, float]):
    """Spellings and their factors, also found with other accents, capitals and spaces."""

    @cached_property
    def plain(self) -> dict[str, set[float]]:
        """The same without accents and capitals, where two spellings may become one."""
        found: dict[str, set[float]] = {}
        for spelling, factor in self.items():
            found.setdefault(_plain(spelling), set()).add(factor)
        return found


@cache
def spellings(shown: str, density: float | None = None) -> Spellings:
    """Every spelling a field with this unit understands, and its factor into that unit.

    `density` in kg per litre links mass and volume, as for milk (1.03).
    """
    above, *below = shown.split("/")
    quantity, _, matter = above.partition(" ")
    quantities = _quantities(quantity, density)
    found = _with_matter(quantities, matter)
    # Nobody types "kilogrammes par vache et par jour": short units keep the table small.
    divided = found if len(below) < _SEVERAL else _with_matter(_shortest(quantities), matter)
    return Spellings(found | _with_divisors(divided, below))


def factor_of(written: str, units: Mapping[str, float]) -> float | None:
    """The factor of a unit as a person wrote it, or nothing where it is unknown or doubtful."""
    if written in units:
        return units[written]
    plain = _plain(written)
    if written.startswith("M") and len(plain) <= _LITERAL_UP_TO:
        return None
    known = units if isinstance(units, Spellings) else Spellings(units)
    factors = known.plain.get(plain, set())
    return next(iter(factors)) if len(factors) == 1 else None


def _quantities(shown: str, density: float | None) -> dict[str, float]:
    """The spellings of the dimension that the shown unit belongs to, and of the linked one."""
    for name, block in _DIMENSIONS.items():
        sizes = {name: 1.0} | _sizes(block)
        if shown in sizes:
            linked = _linked(name, density)
            return {
                spelling: size / sizes[shown]
                for spelling, size in ({shown: sizes[shown]} | sizes | linked).items()
            }
    return {shown: 1.0}


def _linked(name: str, density: float | None) -> dict[str, float]:
    """Mass seen as volume, or volume as mass, where the field knows what it holds."""
    if density is None or name not in ("kg", "L"):
        return {}
    other, ratio = ("kg", 1 / density) if name == "L" else ("L", density)
    return {spelling: size * ratio for spelling, size in _sizes(_DIMENSIONS[other]).items()}


def _sizes(block: Mapping[float, str]) -> dict[str, float]:
    return {spelling: size for size, text in block.items() for spelling in _words(text)}


def _with_divisors(found: Mapping[str, float], below: list[str]) -> dict[str, float]:
    """All divisors, or all but the year, which the form implies; never a part of the others.

    A total such as "12 000 kg/an" is not the kg per animal and year that the field asks for.
    """
    whole: dict[str, float] = {}
    written = dict(found)
    for divisor in below:
        whole = whole if divisor != "yr" else whole | written
        written = _followed(written, "/", _words(_BELOW.get(divisor, _one_word(divisor))))
    return whole | written if below else {}


def _with_matter(found: dict[str, float], matter: str) -> dict[str, float]:
    return found | _followed(found, " ", _words(_MATTER.get(matter, matter)))


def _shortest(found: Mapping[str, float]) -> dict[str, float]:
    """The first spelling of each size, which is its symbol."""
    symbols = {size: spelling for spelling, size in reversed(list(found.items()))}
    return {spelling: size for size, spelling in symbols.items()}


def _followed(found: Mapping[str, float], sign: str, words: list[str]) -> dict[str, float]:
    return {f"{spelling}{sign}{word}": size for spelling, size in found.items() for word in words}


def _words(text: str) -> list[str]:
    return [word.replace("|", " ") for word in text.split()]


def _one_word(divisor: str) -> str:
    return divisor.strip("()").replace(" ", "|")


def _plain(written: str) -> str:
    """Small letters without accents, "par an" as "/an", no spaces around the stroke."""
    decomposed = unicodedata.normalize("NFD", written.casefold())
    text = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    for per in _PER:
        text = text.replace(per, "/")
    return "/".join(" ".join(part.split()) for part in text.rstrip(".").split("/"))
