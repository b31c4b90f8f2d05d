"""Random walks of typing, undo, redo and restarts, beside a model that knows no database."""

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from desktop.storage.facts import Answer, FarmRow, Reading
from desktop.storage.library import Library
from tests.storage.farmyard import conditions, record

FIELDS = st.sampled_from([("", "area"), ("DAIRY", "milk_fat"), ("DAIRY/F0", "head_years")])
TEXTS = st.sampled_from(["", "3", "31", "31x", "12,", "é", "0"])
NUMBERS = st.one_of(st.none(), st.floats(-1e6, 1e6))
HEDGES = st.sampled_from(["hedge/1", "hedge/2"])

Key = tuple[str, str]
State = dict[Key, Answer | FarmRow]


class Model:
    """A history as a list of steps and a position in it: all that undo has to be."""

    def __init__(self, start: State) -> None:
        self.state = start
        self.steps: list[dict[Key, tuple[Answer | FarmRow | None, Answer | FarmRow | None]]] = []
        self.at = 0
        self.visit: Key | None = None

    def write(self, key: Key, new: Answer | FarmRow | None, stays: bool) -> None:
        """One change, part of the visit going on or a step of its own."""
        old = self.state.get(key)
        if old == new:
            return
        if stays and self.visit == key:
            self.steps[self.at - 1][key] = (self.steps[self.at - 1][key][0], new)
        else:
            del self.steps[self.at :]
            self.steps.append({key: (old, new)})
            self.at += 1
        self.visit = key if stays else None
        self._set({key: new})

    def step(self, wanted: int) -> None:
        """Undo with −1 and redo with 1, over steps that changed nothing."""
        self.visit = None
        here = self.at - 1 if wanted < 0 else self.at
        while 0 <= here < len(self.steps) and all(
            old == new for old, new in self.steps[here].values()
        ):
            here += wanted
        if 0 <= here < len(self.steps):
            side = 0 if wanted < 0 else 1
            self._set({key: states[side] for key, states in self.steps[here].items()})
            self.at = here if wanted < 0 else here + 1

    def _set(self, states: dict[Key, Answer | FarmRow | None]) -> None:
        for key, state in states.items():
            if state is None:
                self.state.pop(key, None)
            else:
                self.state[key] = state


class Walk(RuleBasedStateMachine):
    """What a restless user does to one dossier."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="bocage-walk-"))
        self.library = Library.open(self.folder / "library.db", conditions())
        self.dossier = self.library.add(record())
        self.model = Model(self.stored())

    def stored(self) -> State:
        """Everything the library has, by place."""
        answers = {(a.subject, a.field): a for a in self.library.answers(self.dossier)}
        return answers | {(r.subject, ""): r for r in self.library.rows(self.dossier)}

    def answer(self, key: Key) -> Answer:
        """The answer at a place, a blank one when there is none."""
        found = self.model.state.get(key)
        return found if isinstance(found, Answer) else Answer(*key)

    @rule(key=FIELDS, text=TEXTS)
    def keep(self, key: Key, text: str) -> None:
        self.library.writer.keep_text(self.dossier, *key, text)
        before = self.answer(key)
        if text != (before.text if key in self.model.state else ""):
            new = replace(before, text=text, committed=False)
            self.model.write(key, new, stays=True)

    @rule(key=FIELDS, text=TEXTS, number=NUMBERS)
    def commit(self, key: Key, text: str, number: float | None) -> None:
        value = None if number is None else number + 0.0
        self.library.writer.commit(self.dossier, Reading(*key, text, value))
        new = Answer(*key, text, value, note=self.answer(key).note)
        self.model.write(key, new, stays=True)

    @rule(key=FIELDS)
    def leave(self, key: Key) -> None:
        self.library.writer.leave(self.dossier, *key)
        if self.model.visit == key:
            self.model.visit = None

    @rule(subject=HEDGES)
    def toggle_hedge(self, subject: str) -> None:
        row = FarmRow(subject, "Hedge", "", 7)
        if (subject, "") in self.model.state:
            self.library.writer.remove_row(self.dossier, subject)
            self.model.write((subject, ""), None, stays=False)
        else:
            self.library.writer.add_row(self.dossier, row)
            self.model.write((subject, ""), row, stays=False)

    @rule(wanted=st.sampled_from([-1, -1, 1]))
    def undo_or_redo(self, wanted: int) -> None:
        self.library.writer.flush()
        edit = self.library.next_undo(self.dossier) if wanted < 0 else None
        move = self.library.writer.undo if wanted < 0 else self.library.writer.redo
        move(self.dossier)
        if edit is not None and edit.crosses_session and not self.warned:
            self.warned = True
            move(self.dossier)
        self.model.step(wanted)

    warned = False

    @precondition(lambda self: self.model.steps)
    @rule()
    def restart(self) -> None:
        assert self.library.close() == 0
        self.library = Library.open(self.folder / "library.db", conditions())
        self.model.visit = None
        self.warned = False

    @invariant()
    def equals_the_model(self) -> None:
        if hasattr(self, "model"):
            assert self.library.writer.flush()
            assert self.stored() == self.model.state

    def teardown(self) -> None:
        if hasattr(self, "library"):
            self.library.close()
            shutil.rmtree(self.folder)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_that_every_walk_ends_where_the_model_ends() -> None:
    walk = Walk.TestCase
    walk.settings = settings(
        max_examples=settings.default.max_examples // 5, stateful_step_count=40, deadline=None
    )
    result = walk("runTest").run()
    assert result is not None
    assert not result.failures + result.errors, (result.failures + result.errors)[0][1]
