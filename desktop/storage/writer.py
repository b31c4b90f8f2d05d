"""What a user can do to a farm, each as one command to the thread that writes."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.storage.commands import (
    Annotate,
    BinFarm,
    Commit,
    DeleteFarm,
    FactName,
    GoToStep,
    Group,
    KeepText,
    Leave,
    Redo,
    SaveHeadline,
    SetFact,
    SetPlace,
    Undo,
)
from desktop.storage.facts import FarmRow, Headline, Reading
from desktop.storage.writer_thread import WriterThread


class Writer(WriterThread):
    """The door for every change; each verb gives a ticket that `on_saved` redeems."""

    def keep_text(self, dossier: int, subject: str, field: str, text: str, label: str = "") -> int:
        """Keep the text of a field, at every key; the value stays as it was."""
        return self.send(KeepText(dossier, subject, field, text, label))

    def commit(self, dossier: int, reading: Reading, label: str = "") -> int:
        """Let a value take effect: Enter, Tab, leaving the field, or a silence."""
        return self.send(Commit(dossier, reading, label))

    def leave(self, dossier: int, subject: str, field: str) -> int:
        """The user left the field; its visit is one step of the history."""
        return self.send(Leave(dossier, subject, field))

    def annotate(self, dossier: int, subject: str, field: str, note: str, label: str = "") -> int:
        """Keep a note beside an answer."""
        return self.send(Annotate(dossier, subject, field, note, label))

    def undo(self, dossier: int) -> int:
        """Take back the newest step; the receipt says which one, or that it paused."""
        return self.send(Undo(dossier))

    def redo(self, dossier: int) -> int:
        """Do the step again that was taken back last."""
        return self.send(Redo(dossier))

    def go_to_step(self, dossier: int, step: int) -> int:
        """Undo or redo until that step is the newest one done."""
        return self.send(GoToStep(dossier, step))

    def add_row(
        self, dossier: int, row: FarmRow, readings: Iterable[Reading] = (), label: str = ""
    ) -> int:
        """Add a row with what is known of it, as one step."""
        return self.send(Group(dossier, label, rows=(row,), readings=tuple(readings)))

    def remove_row(self, dossier: int, subject: str, label: str = "") -> int:
        """Take a row away with everything that hangs on it, as one step."""
        return self.send(Group(dossier, label, removed=(subject,)))

    def together(self, group: Group) -> int:
        """Write an import, a paste or a whole page as one step."""
        return self.send(group)

    def set_fact(self, dossier: int, fact: FactName, value: str | int, label: str = "") -> int:
        """Change the name of the farm, or the profile, year or version of the dossier."""
        return self.send(SetFact(dossier, fact, value, label))

    def set_place(self, dossier: int, place: str) -> int:
        """Remember the page and field where the user is."""
        return self.send(SetPlace(dossier, place))

    def bin_farm(self, farm: int) -> int:
        """Put a farm into the bin; its answers stay."""
        return self.send(BinFarm(farm, True))

    def restore_farm(self, farm: int) -> int:
        """Take a farm out of the bin."""
        return self.send(BinFarm(farm, False))

    def delete_farm(self, farm: int) -> int:
        """Take a farm away for ever."""
        return self.send(DeleteFarm(farm))

    def save_headline(self, headline: Headline) -> int:
        """Keep the figures of the last calculation for the farm list."""
        return self.send(SaveHeadline(headline))
