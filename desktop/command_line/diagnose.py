"""`bocage diagnose`: farm files in; a summary, results and reports out."""

import json
from argparse import Namespace
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.command_line.diagnosed import Diagnosed
from desktop.command_line.exports import beside, tables_of, workbook_of
from desktop.command_line.farms import factors_of, find_farm_files, read_farm_file
from desktop.command_line.files import STREAM, resolved
from desktop.command_line.outputs import Output, check_target, show, write_all, write_stream
from desktop.command_line.refusal import misused
from desktop.words import Words
from diagnostics.diagnosis import diagnose
from diagnostics.record import FarmRecord
from diagnostics.results import results_of

DRAWS_OF_A_REPORT = 2_000
PLACEHOLDER = "{name}"
PER_FARM = ("pdf", "xlsx", "csv")


@dataclass(frozen=True)
class Targets:
    """Where results go: one file for all, and for each kind of file one place a farm."""

    results: Path | None
    files: Mapping[str, Sequence[Path]]


def run(options: Namespace, words: Words) -> None:
    """Reads all farms, computes all, and only then writes: everything or nothing."""
    sources = find_farm_files(options.farms, words)
    targets = _targets(options, sources, words)
    records = [read_farm_file(path, words) for path in sources]
    farms = [
        _diagnosed(path, record, options, words)
        for path, record in zip(sources, records, strict=True)
    ]
    document = _document(farms, alone=sources == options.farms) if options.json else ""
    write_all(_outputs(targets, farms, document, words), words)
    if options.json == STREAM:
        write_stream(document, words)
    else:
        _show(farms, words)


def _diagnosed(path: str, record: FarmRecord, options: Namespace, words: Words) -> Diagnosed:
    if options.profile:
        record = replace(record, profile=options.profile)
    factors = factors_of(record.profile, words, "" if options.profile else path)
    draws = options.draws
    if draws is None:
        draws = DRAWS_OF_A_REPORT if options.pdf else 0
    diagnosis = diagnose(record, factors, draws=draws, seed=options.seed)
    return Diagnosed(path, record, diagnosis, results_of(diagnosis))


def _document(farms: Sequence[Diagnosed], alone: bool) -> str:
    """One file gives one object; several, or a folder, give a list."""
    results = [farm.results for farm in farms]
    document = results[0] if alone and len(results) == 1 else results
    return json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def _outputs(
    targets: Targets, farms: Sequence[Diagnosed], document: str, words: Words
) -> list[Output]:
    outputs = [
        output
        for kind, places in targets.files.items()
        for place, farm in zip(places, farms, strict=True)
        for output in _files(kind, place, farm, words)
    ]
    if targets.results is not None:
        outputs.append((targets.results, document.encode("utf-8")))
    return outputs


def _files(kind: str, place: Path, farm: Diagnosed, words: Words) -> list[Output]:
    """The files of one kind for one farm; plain tables are two."""
    if kind == "xlsx":
        return [(place, workbook_of(farm, words))]
    if kind == "csv":
        results, factors = tables_of(farm, words)
        return [(place, results), (beside(place), factors)]
    # Charts and letters are loaded only by who prints.
    from desktop.command_line.reports import report_of

    return [(place, report_of(farm, words))]


def _show(farms: Sequence[Diagnosed], words: Words) -> None:
    from desktop.command_line.reports import summary_of

    for number, farm in enumerate(farms):
        show([*([""] if number else []), *summary_of(farm, words)], words)


def _targets(options: Namespace, sources: Sequence[str], words: Words) -> Targets:
    """The places to write, refused before any work where they clash."""
    asked = {kind: getattr(options, kind) for kind in PER_FARM if getattr(options, kind)}
    files = {kind: _places(kind, target, sources, words) for kind, target in asked.items()}
    results = None
    if options.json and options.json != STREAM:
        results = check_target(options.json, words)
    places = [place for kind in files.values() for place in kind]
    places += [check_target(str(beside(place)), words) for place in files.get("csv", ())]
    places += [results] if results else []
    read = {resolved(path) for path in sources}
    for number, place in enumerate(places):
        if place in read or place in places[:number]:
            raise misused(words.say("{path} would be written over; name another file.", path=place))
    return Targets(results, files)


def _places(kind: str, target: str, sources: Sequence[str], words: Words) -> list[Path]:
    if PLACEHOLDER in target:
        named = [target.replace(PLACEHOLDER, Path(path).stem) for path in sources]
    elif Path(target).is_dir():
        named = [str(Path(target) / f"{Path(path).stem}.{kind}") for path in sources]
    elif len(sources) == 1 and target != STREAM:
        named = [target]
    else:
        raise misused(
            words.say(
                "{option}: for several farms name a folder, or a file with {{name}} in it.",
                option=f"--{kind}",
            )
        )
    return [check_target(path, words) for path in named]
