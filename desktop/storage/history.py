"""The history of a dossier: one row per field visit or action, and one cursor.

Undo writes the old states back through the same door as typing and steps the cursor before them.
Rows are never taken away: a branch cut by new work is marked `dropped`, so that ids have no gap.
Their order is that of `id`; the clock of the computer has no say in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import cast

from sqlalchemy import Select, select, update
from sqlalchemy.orm import Session

from desktop.storage.facts import Act, Change, Edit, Kind
from desktop.storage.schema import StoredEdit
from desktop.storage.states import put, read, the_dossier, written


@dataclass(frozen=True, slots=True)
class Moment:
    """When and in which sitting something happens; `warned`: dossiers told of the session line."""

    at: str
    session: str
    warned: set[int] = field(default_factory=set)


def visit(session: Session, moment: Moment, dossier: int, change: Change, label: str) -> Edit:
    """Write a change into the open visit of its field, opening one when there is none."""
    put(session, dossier, change, change.new)
    row = _open_row(session, dossier)
    if row is None or not _continues(row, change, moment):
        close_visits(session, dossier)
        row = _append(session, moment, dossier, change, label)
        row.open = 1
    row.new = written(change.new)
    row.label = label or row.label
    _move(session, dossier, row.id)
    return _edit(dossier, [row])


def act(
    session: Session, moment: Moment, dossier: int, changes: Sequence[Change], label: str
) -> Edit | None:
    """Write several changes as one step of the history; None when there is nothing to do."""
    if not changes:
        return None
    close_visits(session, dossier)
    rows = []
    for change in changes:
        put(session, dossier, change, change.new)
        rows.append(_append(session, moment, dossier, change, label))
    for row in rows:
        row.group_id = rows[0].id
    _move(session, dossier, rows[-1].id)
    return _edit(dossier, rows)


def close_visits(session: Session, dossier: int) -> None:
    """End the visit going on: what comes next is another step of the history."""
    row = _open_row(session, dossier)
    if row is not None:
        row.open = 0
        session.flush()


def close_visit(session: Session, dossier: int, subject: str, field_name: str) -> None:
    """End the visit of one field, if that is the one going on."""
    row = _open_row(session, dossier)
    if row is not None and (row.subject, row.field) == (subject, field_name):
        row.open = 0


def undo(session: Session, moment: Moment, dossier: int) -> Edit | None:
    """Put back what the newest step replaced; pause once where the sitting of today began."""
    close_visits(session, dossier)
    rows = _step_before(session, dossier)
    if not rows:
        return None
    crosses = rows[0].session != moment.session
    if crosses and dossier not in moment.warned:
        moment.warned.add(dossier)
        return _edit(dossier, rows, "paused", crosses)
    for row in reversed(rows):
        put(session, dossier, _change(row), read(_kind(row), row.old))
    _move(session, dossier, rows[0].id - 1)
    return _edit(dossier, rows, "undone", crosses)


def redo(session: Session, moment: Moment, dossier: int) -> Edit | None:
    """Do again what the last undo took back."""
    close_visits(session, dossier)
    rows = _step_after(session, dossier)
    if not rows:
        return None
    for row in rows:
        put(session, dossier, _change(row), read(_kind(row), row.new))
    _move(session, dossier, rows[-1].id)
    return _edit(dossier, rows, "redone", rows[0].session != moment.session)


def go_to(session: Session, moment: Moment, dossier: int, step: int) -> Edit | None:
    """Undo or redo up to a step in one gesture; whoever names the step needs no warning."""
    close_visits(session, dossier)
    moment.warned.add(dossier)
    cursor = the_dossier(session, dossier).cursor
    back = step < cursor
    rows = _between(session, dossier, min(step, cursor), max(step, cursor))
    if not rows:
        return None
    changes = _net(reversed(rows) if back else rows, back=back)
    for change in changes:
        put(session, dossier, change, change.old if back else change.new)
    _move(session, dossier, rows[0].id - 1 if back else rows[-1].id)
    crosses = rows[0].session != moment.session
    return replace(
        _edit(dossier, rows, "undone" if back else "redone", crosses), changes=tuple(changes)
    )


def _between(session: Session, dossier: int, after: int, until: int) -> list[StoredEdit]:
    """The steps behind one number up to another, the oldest first; a step is never cut in two."""
    within = _live(dossier).where(StoredEdit.id > after, StoredEdit.id <= until)
    rows = list(session.scalars(within.order_by(StoredEdit.id)))
    if rows and (first := rows[0].group_id) is not None and first <= after:
        return _between(session, dossier, first - 1, until)
    return rows


def _net(rows: Iterable[StoredEdit], *, back: bool) -> list[Change]:
    """One change for each thing: what stands now, and what will stand when all rows are passed."""
    net: dict[tuple[str, str, str], Change] = {}
    for row in rows:
        key, change = (row.kind, row.subject, row.field), _change(row)
        first = net.get(key, change)
        old, new = (change.old, first.new) if back else (first.old, change.new)
        net[key] = replace(change, old=old, new=new)
    return list(net.values())


def next_undo(session: Session, moment: Moment, dossier: int) -> Edit | None:
    """The step an undo would take back, for the words of the menu."""
    rows = _step_before(session, dossier)
    crosses = bool(rows) and rows[0].session != moment.session
    return _edit(dossier, rows, crosses=crosses) if rows else None


def next_redo(session: Session, dossier: int) -> Edit | None:
    """The step a redo would do again, for the words of the menu."""
    rows = _step_after(session, dossier)
    return _edit(dossier, rows) if rows else None


def steps(session: Session, dossier: int, limit: int) -> tuple[Edit, ...]:
    """The newest steps first; those behind the cursor are marked as undone."""
    cursor = the_dossier(session, dossier).cursor
    newest = _live(dossier).order_by(StoredEdit.id.desc()).limit(limit)
    groups: dict[int, list[StoredEdit]] = {}
    for row in session.scalars(newest):
        groups.setdefault(row.group_id or row.id, []).insert(0, row)
    return tuple(_edit(dossier, rows, undone=rows[-1].id > cursor) for rows in groups.values())


def _append(
    session: Session, moment: Moment, dossier: int, change: Change, label: str
) -> StoredEdit:
    _drop_branch(session, dossier)
    row = StoredEdit(
        dossier_id=dossier,
        ts_utc=moment.at,
        kind=change.kind,
        subject=change.subject,
        field=change.field,
        old=written(change.old),
        new=written(change.new),
        label=label,
        open=0,
        dropped=0,
        session=moment.session,
    )
    session.add(row)
    session.flush()
    the_dossier(session, dossier).cursor = row.id
    return row


def _drop_branch(session: Session, dossier: int) -> None:
    """New work after an undo: what was undone can no longer be done again."""
    cursor = the_dossier(session, dossier).cursor
    behind = (StoredEdit.dossier_id == dossier) & (StoredEdit.id > cursor)
    session.execute(update(StoredEdit).where(behind, StoredEdit.dropped == 0).values(dropped=1))


def _continues(row: StoredEdit, change: Change, moment: Moment) -> bool:
    """Whether a change belongs to the visit going on; a note is a step apart from its answer."""
    here = (row.kind, row.subject, row.field, row.session)
    wanted = (change.kind, change.subject, change.field, moment.session)
    return here == wanted and _change(row).is_note == change.is_note


def _open_row(session: Session, dossier: int) -> StoredEdit | None:
    wanted = (StoredEdit.dossier_id == dossier) & (StoredEdit.open == 1)
    return session.scalars(select(StoredEdit).where(wanted)).one_or_none()


def _live(dossier: int) -> Select[StoredEdit]:
    """The rows that changed something and were not cut off; a visit without effect is no step."""
    return select(StoredEdit).where(
        StoredEdit.dossier_id == dossier,
        StoredEdit.dropped == 0,
        StoredEdit.old.is_distinct_from(StoredEdit.new),
    )


def _step_before(session: Session, dossier: int) -> list[StoredEdit]:
    cursor = the_dossier(session, dossier).cursor
    newest = _live(dossier).where(StoredEdit.id <= cursor).order_by(StoredEdit.id.desc()).limit(1)
    return _group(session, dossier, session.scalars(newest).one_or_none())


def _step_after(session: Session, dossier: int) -> list[StoredEdit]:
    cursor = the_dossier(session, dossier).cursor
    oldest = _live(dossier).where(StoredEdit.id > cursor).order_by(StoredEdit.id).limit(1)
    return _group(session, dossier, session.scalars(oldest).one_or_none())


def _group(session: Session, dossier: int, row: StoredEdit | None) -> list[StoredEdit]:
    if row is None or row.group_id is None:
        return [] if row is None else [row]
    together = _live(dossier).where(StoredEdit.group_id == row.group_id).order_by(StoredEdit.id)
    return list(session.scalars(together))


def _move(session: Session, dossier: int, cursor: int) -> None:
    stored = the_dossier(session, dossier)
    stored.cursor = cursor
    stored.revision += 1


def _kind(row: StoredEdit) -> Kind:
    return cast("Kind", row.kind)


def _change(row: StoredEdit) -> Change:
    kind = _kind(row)
    return Change(kind, row.subject, row.field, read(kind, row.old), read(kind, row.new))


def _edit(
    dossier: int,
    rows: Sequence[StoredEdit],
    done: Act = "done",
    crosses: bool = False,
    undone: bool = False,
) -> Edit:
    newest = rows[-1]
    changes = tuple(_change(row) for row in rows)
    label, sitting = newest.label, newest.session
    return Edit(newest.id, dossier, newest.ts_utc, label, sitting, changes, done, crosses, undone)
