"""Whatever is pressed wherever, in whatever look: no accident, nothing modal, nothing lost."""

import pytest
from PySide6.QtGui import QDesktopServices

from desktop.opening import add_dossier
from desktop.presenting.examples import example_record
from tests.desk import Desk
from tests.monkey import Monkey, Tale

EXAMPLES = ("typical/d1.json", "typical/b2.json", "lowland_maize_dairy.json")


def played(desk: Desk, events: int, seed: int) -> Tale:
    """Let the monkey play on three farms."""
    program = desk.start(with_example=False)
    assert program.services is not None
    for name in EXAMPLES:
        add_dossier(program.services, example_record(name))
    program.show_home()
    tale = Monkey(program, seed).play(events)
    print(f"seed {seed}: {tale.line()}")
    return tale


@pytest.fixture(autouse=True)
def stays_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    """No other program is started."""
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", [1, 2])
def test_that_a_monkey_meets_no_accident_and_nothing_modal(desk: Desk, seed: int) -> None:
    tale = played(desk, 600, seed)

    assert tale.events == 600
    assert tale.modals == 0
    assert len(tale.pages) >= 4


@pytest.mark.long
@pytest.mark.timeout(7200)
def test_that_a_hundred_thousand_events_do_no_harm(desk: Desk) -> None:
    tale = played(desk, 100_000, seed=11)

    assert tale.modals == 0
    assert len(tale.looks) >= 12
