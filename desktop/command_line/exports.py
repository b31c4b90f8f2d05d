"""What a command writes of a diagnosed farm for other programs: a workbook, or plain tables."""

from pathlib import Path

from desktop.command_line.diagnosed import Diagnosed
from desktop.words import Words

FACTORS = "_factors"


def workbook_of(farm: Diagnosed, words: Words) -> bytes:
    """The workbook of one farm."""
    from desktop.exchange.contents import sheets_of, title_of
    from desktop.exchange.workbook import workbook_bytes

    export = _export(farm)
    return workbook_bytes(sheets_of(export, words), title_of(export, words), export.written)


def tables_of(farm: Diagnosed, words: Words) -> tuple[bytes, bytes]:
    """The results and the factors used, each as a plain table."""
    from desktop.exchange.passports import factors_sheet
    from desktop.exchange.plain_tables import table_bytes
    from desktop.exchange.results_table import results_table

    results, factors = results_table(_export(farm), words), factors_sheet(farm.diagnosis, words)
    return table_bytes(results, words.number_style), table_bytes(factors, words.number_style)


def _export(farm: Diagnosed) -> "Export":
    from desktop.command_line.clock import today
    from desktop.exchange.contents import Export

    return Export(farm.diagnosis, farm.results, today())


def beside(place: Path) -> Path:
    """Where the factors used stand: beside the results, with a name that says so."""
    return place.with_name(f"{place.stem}{FACTORS}{place.suffix}")


TYPE_CHECKING = False
if TYPE_CHECKING:
    from desktop.exchange.contents import Export
