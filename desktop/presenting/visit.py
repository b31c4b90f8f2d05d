"""The steps of a visit: the pages of questions, the check, then what comes of it."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.widgets.step_list import Step
from desktop.words import Words
from diagnostics.core.pages import Page

CHECK_STEP, RESULTS_STEP, REPORT_STEP = "check", "results", "report"


def visit_steps(pages: Sequence[Page], words: Words) -> tuple[Step, ...]:
    """The steps in their order; what is answered and checked is numbered."""
    return (
        *(Step(page.key, words.say(page.step), number=n) for n, page in enumerate(pages, 1)),
        Step(CHECK_STEP, words.say("Check"), number=len(pages) + 1),
        Step(RESULTS_STEP, words.say("Results"), icon="chart-bar-horizontal"),
        Step(REPORT_STEP, words.say("Report"), icon="file-text"),
    )
