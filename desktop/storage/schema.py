"""The tables of a library, strict about types and about what belongs to what.

Every text of the history is a state in JSON; the tables beside it hold the state as it stands now.
No check calls json_valid: SQLite refuses it in a schema it does not trust (trusted_schema=OFF).
"""

from __future__ import annotations

from sqlalchemy import (
    INTEGER,
    REAL,
    TEXT,
    CheckConstraint,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    MetaData,
    UniqueConstraint,
)
from sqlalchemy import (
    text as sql,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMES = {
    "pk": "pk_%(table_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}
STRICT = {"sqlite_strict": True}
# Read and written by their key only: one tree on the disk instead of two.
STRICT_BY_KEY = {"sqlite_strict": True, "sqlite_with_rowid": False}
# What Alembic would make, but strict; written here so that a new library needs no Alembic.
VERSION_TABLE = (
    "CREATE TABLE IF NOT EXISTS alembic_version (version_num TEXT NOT NULL, "
    "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)) STRICT"
)


class Stored(DeclarativeBase):
    """The base of every table; none of its rows leaves this package."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {str: TEXT, int: INTEGER, float: REAL}  # noqa: RUF012


class StoredFarm(Stored):
    """A farm, in the list or in the bin."""

    __tablename__ = "farm"
    __table_args__ = (
        CheckConstraint("length(name) <= 200", "name_length"),
        UniqueConstraint("uuid"),
        STRICT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str]
    name: Mapped[str]
    created: Mapped[str]
    binned_at: Mapped[str | None]


class StoredDossier(Stored):
    """One farm in one year in one version, with the cursor of its history."""

    __tablename__ = "dossier"
    __table_args__ = (
        CheckConstraint("year BETWEEN 1900 AND 2200", "year_range"),
        CheckConstraint("version >= 1", "version_from_one"),
        CheckConstraint("revision >= 0 AND cursor >= 0", "counted_up"),
        UniqueConstraint("uuid"),
        UniqueConstraint("farm_id", "year", "version"),
        STRICT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str]
    farm_id: Mapped[int] = mapped_column(ForeignKey("farm.id", ondelete="CASCADE"))
    year: Mapped[int]
    version: Mapped[int]
    profile: Mapped[str]
    revision: Mapped[int]
    cursor: Mapped[int]
    opened_at: Mapped[str]
    place: Mapped[str]


class StoredRow(Stored):
    """A repeated thing of a dossier, known by its path."""

    __tablename__ = "row"
    __table_args__ = (
        ForeignKeyConstraint(
            ["dossier_id", "parent"],
            ["row.dossier_id", "row.subject"],
            deferrable=True,
            initially="DEFERRED",
        ),
        CheckConstraint("(subject = '') = (parent IS NULL)", "parent_known"),
        CheckConstraint("position >= 0", "position_from_zero"),
        STRICT_BY_KEY,
    )

    dossier_id: Mapped[int] = mapped_column(
        ForeignKey("dossier.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    subject: Mapped[str] = mapped_column(primary_key=True)
    entity: Mapped[str]
    parent: Mapped[str | None]
    position: Mapped[int]
    workshop: Mapped[str]


class StoredAnswer(Stored):
    """A field as it stands: raw text beside the last value that took effect."""

    __tablename__ = "answer"
    __table_args__ = (
        ForeignKeyConstraint(
            ["dossier_id", "subject"],
            ["row.dossier_id", "row.subject"],
            deferrable=True,
            initially="DEFERRED",
        ),
        CheckConstraint("number IS NULL OR option IS NULL", "one_value"),
        CheckConstraint("abs(number) <= 1.7976931348623157e308", "finite"),
        CheckConstraint("origin IN ('answer', 'given', 'imported')", "origin_known"),
        CheckConstraint("length(note) <= 20000", "note_length"),
        CheckConstraint("committed IN (0, 1)", "committed_flag"),
        STRICT_BY_KEY,
    )

    dossier_id: Mapped[int] = mapped_column(
        ForeignKey("dossier.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    subject: Mapped[str] = mapped_column(primary_key=True)
    field: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str | None]
    number: Mapped[float | None]
    option: Mapped[str | None]
    origin: Mapped[str]
    note: Mapped[str]
    committed: Mapped[int]
    confirmed: Mapped[int] = mapped_column(server_default=sql("0"))


class StoredEdit(Stored):
    """One visit to a field or one action; a row is never taken away, only skipped."""

    __tablename__ = "edit_log"
    __table_args__ = (
        CheckConstraint("kind IN ('answer', 'row', 'dossier', 'farm')", "kind_known"),
        CheckConstraint("old <> ''", "old_not_blank"),
        CheckConstraint("new <> ''", "new_not_blank"),
        CheckConstraint("open IN (0, 1)", "open_flag"),
        CheckConstraint("dropped IN (0, 1)", "dropped_flag"),
        Index("ix_edit_log_dossier_id_id", "dossier_id", "id"),
        Index("ix_edit_log_one_open", "dossier_id", unique=True, sqlite_where=sql("open = 1")),
        STRICT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id", ondelete="CASCADE"))
    ts_utc: Mapped[str]
    kind: Mapped[str]
    subject: Mapped[str]
    field: Mapped[str]
    old: Mapped[str | None]
    new: Mapped[str | None]
    label: Mapped[str]
    group_id: Mapped[int | None]
    open: Mapped[int]
    dropped: Mapped[int]
    session: Mapped[str]


class StoredHeadline(Stored):
    """Figures of the last calculation, for the farm list; they are never the truth."""

    __tablename__ = "headline"
    __table_args__ = (CheckConstraint("figures GLOB '{*}'", "figures_are_an_object"), STRICT)

    dossier_id: Mapped[int] = mapped_column(
        ForeignKey("dossier.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    engine: Mapped[str]
    factor_hash: Mapped[str]
    revision: Mapped[int]
    figures: Mapped[str]


class StoredMeta(Stored):
    """What the file says about itself: who wrote it, who may read it."""

    __tablename__ = "meta"
    __table_args__ = (STRICT_BY_KEY,)

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
