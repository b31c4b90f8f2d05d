"""What a command shows or prints of a diagnosed farm: the summary, and the report as a PDF."""

from typing import TYPE_CHECKING

from desktop.charts.headline import NotComputed
from desktop.command_line.diagnosed import Diagnosed
from desktop.command_line.files import stem
from desktop.command_line.refusal import Refusal
from desktop.command_line.summary import heading, summary
from desktop.engine_words import said
from desktop.words import Words
from diagnostics.findings import findings

if TYPE_CHECKING:
    from desktop.report.issue import Issue


def summary_of(farm: Diagnosed, words: Words) -> list[str]:
    """The lines of the summary; where answers are wanting, which comes first."""
    try:
        lines = summary(farm.results, words)
    except NotComputed as problem:
        return [heading(farm.results, words), _too_few(farm, problem.name, words)]
    looked_at = [said(words, finding) for finding in findings(farm.diagnosis)]
    title = [words.say("To look at:")] if looked_at else []
    return [*lines, *title, *(f"  {sentence}" for sentence in looked_at)]


def report_of(farm: Diagnosed, words: Words) -> bytes:
    """The printed report; refused where the answers do not suffice for a first number."""
    from desktop.report.issue import TextTooLong
    from desktop.report.writer import pdf_bytes

    try:
        return pdf_bytes(_issue(farm, words))
    except NotComputed as problem:
        raise Refusal(_too_few(farm, problem.name, words)) from problem
    except TextTooLong as problem:
        raise Refusal(
            words.say("{path}: its texts do not fit on the page.", path=farm.path)
        ) from problem


def _too_few(farm: Diagnosed, name: str, words: Words) -> str:
    """Which answer is wanted first, before the farm has that figure."""
    return words.say(
        "{path}: too few answers for a result: {missing}.",
        path=farm.path,
        missing=said(words, farm.diagnosis.why_not(name)),
    )


def _issue(farm: Diagnosed, words: Words) -> "Issue":
    from desktop.command_line.clock import today
    from desktop.report.assembly import attach_file, make_issue
    from diagnostics.farm_writer import write_farm

    attached = attach_file(f"{stem(farm.path)}.json", write_farm(farm.record).encode())
    return make_issue(
        farm.results,
        words,
        today(),
        attachment=attached,
        diagnosis=farm.diagnosis,
    )
