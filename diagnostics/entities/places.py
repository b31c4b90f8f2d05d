"""Where a farm lies: départements, and the climate each stands for (method 0.5-34, mark A)."""

from diagnostics.core import Choice, CodeRule, Option

# Proper nouns: they are the same in every language.
_NAMES = """01 Ain|02 Aisne|03 Allier|04 Alpes-de-Haute-Provence|05 Hautes-Alpes|06 Alpes-Maritimes
07 Ardèche|08 Ardennes|09 Ariège|10 Aube|11 Aude|12 Aveyron|13 Bouches-du-Rhône|14 Calvados
15 Cantal|16 Charente|17 Charente-Maritime|18 Cher|19 Corrèze|21 Côte-d’Or|22 Côtes-d’Armor
23 Creuse|24 Dordogne|25 Doubs|26 Drôme|27 Eure|28 Eure-et-Loir|29 Finistère|2A Corse-du-Sud
2B Haute-Corse|30 Gard|31 Haute-Garonne|32 Gers|33 Gironde|34 Hérault|35 Ille-et-Vilaine|36 Indre
37 Indre-et-Loire|38 Isère|39 Jura|40 Landes|41 Loir-et-Cher|42 Loire|43 Haute-Loire
44 Loire-Atlantique|45 Loiret|46 Lot|47 Lot-et-Garonne|48 Lozère|49 Maine-et-Loire|50 Manche
51 Marne|52 Haute-Marne|53 Mayenne|54 Meurthe-et-Moselle|55 Meuse|56 Morbihan|57 Moselle
58 Nièvre|59 Nord|60 Oise|61 Orne|62 Pas-de-Calais|63 Puy-de-Dôme|64 Pyrénées-Atlantiques
65 Hautes-Pyrénées|66 Pyrénées-Orientales|67 Bas-Rhin|68 Haut-Rhin|69 Rhône|70 Haute-Saône
71 Saône-et-Loire|72 Sarthe|73 Savoie|74 Haute-Savoie|75 Paris|76 Seine-Maritime
77 Seine-et-Marne|78 Yvelines|79 Deux-Sèvres|80 Somme|81 Tarn|82 Tarn-et-Garonne|83 Var
84 Vaucluse|85 Vendée|86 Vienne|87 Haute-Vienne|88 Vosges|89 Yonne|90 Territoire de Belfort
91 Essonne|92 Hauts-de-Seine|93 Seine-Saint-Denis|94 Val-de-Marne|95 Val-d’Oise"""

_MEDITERRANEAN = ("04", "05", "06", "11", "13", "2A", "2B", "26", "30", "34", "66", "83", "84")


def departments() -> Choice:
    """The question that places a farm in its département."""
    lines = _NAMES.replace("\n", "|").split("|")
    options = [Option(*line.split(" ", 1)) for line in lines]
    return Choice(
        "Department or county",
        options,
        names=False,
        help="Sets the climate, which changes the gases of manure stores and soils.",
    )


def countries() -> Choice:
    """The question that places a farm in its country."""
    return Choice(
        "Country",
        (
            Option("FR", "France"),
            Option("IE", "Ireland"),
            Option("IT", "Italy"),
            Option("ES", "Spain"),
            Option("EU", "Another European country"),
        ),
        default="FR",
        help="Sets the climate, and the emissions of each kilowatt-hour bought.",
    )


def regions() -> Choice:
    """The question that places a Spanish or Italian farm in its climate."""
    return Choice(
        "Region",
        (
            Option("atlantic_spain", "Galicia, Asturias, Cantabria, Basque Country"),
            Option("inner_spain", "Elsewhere in Spain"),
            Option("po_valley", "Po valley"),
            Option("other_italy", "Elsewhere in Italy"),
        ),
        help="Asked in Spain and Italy, where the climate differs between regions.",
    )


def _by_place(
    department: Choice, country: Choice, region: Choice, codes: tuple[str, str, str]
) -> CodeRule:
    """A code for the Mediterranean, for the Po valley, and for all that is cool and moist."""
    dry, po_valley, moist = codes
    rules = {("ES", "atlantic_spain", "any"): moist, ("ES", "any", "any"): dry}
    rules |= {("IT", "po_valley", "any"): po_valley, ("IT", "any", "any"): dry}
    rules |= {("FR", "any", department): dry for department in _MEDITERRANEAN}
    return CodeRule(country, rules, moist, beside=(region, department))


def climates(department: Choice, country: Choice, region: Choice) -> Choice:
    """The climate zone of manure stores (IPCC 2019), read off the farm's place if not given."""
    return Choice(
        "Climate zone",
        (
            Option("CTM", "Cool temperate, moist"),
            Option("CTD", "Cool temperate, dry"),
            Option("WTM", "Warm temperate, moist"),
            Option("WTD", "Warm temperate, dry"),
        ),
        default=_by_place(department, country, region, ("WTD", "WTM", "CTM")),
        help="Manure stored in a warm climate gives more methane.",
    )


def moistures(department: Choice, country: Choice, region: Choice) -> Choice:
    """Whether soils count as wet for nitrous oxide, read off the farm's place if not given."""
    return Choice(
        "Wet or dry soils",
        (
            Option("wet", "Wet"),
            Option("dry", "Dry"),
            Option("aggregated", "Same value in all climates"),
        ),
        default=_by_place(department, country, region, ("dry", "wet", "wet")),
        help="Wet soils lose more of their nitrogen as nitrous oxide than dry ones.",
    )
