"""The first form of a library: farms, dossiers, answers, history.

Revision ID: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

STRICT = {"sqlite_strict": True}
STRICT_BY_KEY = {"sqlite_strict": True, "sqlite_with_rowid": False}


def upgrade() -> None:
    """Make the tables, each after the one it refers to."""
    _make_farm()
    _make_dossier()
    _make_row()
    _make_answer()
    _make_edit_log()
    _make_headline()
    _make_meta()


def _make_farm() -> None:
    op.create_table(
        "farm",
        sa.Column("id", sa.INTEGER(), nullable=False),
        sa.Column("uuid", sa.TEXT(), nullable=False),
        sa.Column("name", sa.TEXT(), nullable=False),
        sa.Column("created", sa.TEXT(), nullable=False),
        sa.Column("binned_at", sa.TEXT(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_farm"),
        sa.CheckConstraint("length(name) <= 200", name="ck_farm_name_length"),
        sa.UniqueConstraint("uuid", name="uq_farm_uuid"),
        **STRICT,
    )


def _make_dossier() -> None:
    op.create_table(
        "dossier",
        sa.Column("id", sa.INTEGER(), nullable=False),
        sa.Column("uuid", sa.TEXT(), nullable=False),
        sa.Column("farm_id", sa.INTEGER(), nullable=False),
        sa.Column("year", sa.INTEGER(), nullable=False),
        sa.Column("version", sa.INTEGER(), nullable=False),
        sa.Column("profile", sa.TEXT(), nullable=False),
        sa.Column("revision", sa.INTEGER(), nullable=False),
        sa.Column("cursor", sa.INTEGER(), nullable=False),
        sa.Column("opened_at", sa.TEXT(), nullable=False),
        sa.Column("place", sa.TEXT(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_dossier"),
        sa.CheckConstraint("year BETWEEN 1900 AND 2200", name="ck_dossier_year_range"),
        sa.CheckConstraint("version >= 1", name="ck_dossier_version_from_one"),
        sa.CheckConstraint("revision >= 0 AND cursor >= 0", name="ck_dossier_counted_up"),
        sa.UniqueConstraint("uuid", name="uq_dossier_uuid"),
        sa.UniqueConstraint("farm_id", "year", "version", name="uq_dossier_farm_id_year_version"),
        sa.ForeignKeyConstraint(
            ["farm_id"], ["farm.id"], name="fk_dossier_farm_id_farm", ondelete="CASCADE"
        ),
        **STRICT,
    )


def _make_row() -> None:
    op.create_table(
        "row",
        sa.Column("dossier_id", sa.INTEGER(), nullable=False),
        sa.Column("subject", sa.TEXT(), nullable=False),
        sa.Column("entity", sa.TEXT(), nullable=False),
        sa.Column("parent", sa.TEXT(), nullable=True),
        sa.Column("position", sa.INTEGER(), nullable=False),
        sa.Column("workshop", sa.TEXT(), nullable=False),
        sa.PrimaryKeyConstraint("dossier_id", "subject", name="pk_row"),
        sa.ForeignKeyConstraint(
            ["dossier_id", "parent"],
            ["row.dossier_id", "row.subject"],
            name="fk_row_dossier_id_parent_row",
            deferrable=True,
            initially="DEFERRED",
        ),
        sa.CheckConstraint("(subject = '') = (parent IS NULL)", name="ck_row_parent_known"),
        sa.CheckConstraint("position >= 0", name="ck_row_position_from_zero"),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name="fk_row_dossier_id_dossier", ondelete="CASCADE"
        ),
        **STRICT_BY_KEY,
    )


def _make_answer() -> None:
    op.create_table(
        "answer",
        sa.Column("dossier_id", sa.INTEGER(), nullable=False),
        sa.Column("subject", sa.TEXT(), nullable=False),
        sa.Column("field", sa.TEXT(), nullable=False),
        sa.Column("text", sa.TEXT(), nullable=True),
        sa.Column("number", sa.REAL(), nullable=True),
        sa.Column("option", sa.TEXT(), nullable=True),
        sa.Column("origin", sa.TEXT(), nullable=False),
        sa.Column("note", sa.TEXT(), nullable=False),
        sa.Column("committed", sa.INTEGER(), nullable=False),
        sa.PrimaryKeyConstraint("dossier_id", "subject", "field", name="pk_answer"),
        sa.ForeignKeyConstraint(
            ["dossier_id", "subject"],
            ["row.dossier_id", "row.subject"],
            name="fk_answer_dossier_id_subject_row",
            deferrable=True,
            initially="DEFERRED",
        ),
        sa.CheckConstraint("number IS NULL OR option IS NULL", name="ck_answer_one_value"),
        sa.CheckConstraint("abs(number) <= 1.7976931348623157e308", name="ck_answer_finite"),
        sa.CheckConstraint(
            "origin IN ('answer', 'given', 'imported')", name="ck_answer_origin_known"
        ),
        sa.CheckConstraint("length(note) <= 20000", name="ck_answer_note_length"),
        sa.CheckConstraint("committed IN (0, 1)", name="ck_answer_committed_flag"),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name="fk_answer_dossier_id_dossier", ondelete="CASCADE"
        ),
        **STRICT_BY_KEY,
    )


def _make_edit_log() -> None:
    op.create_table(
        "edit_log",
        sa.Column("id", sa.INTEGER(), nullable=False),
        sa.Column("dossier_id", sa.INTEGER(), nullable=False),
        sa.Column("ts_utc", sa.TEXT(), nullable=False),
        sa.Column("kind", sa.TEXT(), nullable=False),
        sa.Column("subject", sa.TEXT(), nullable=False),
        sa.Column("field", sa.TEXT(), nullable=False),
        sa.Column("old", sa.TEXT(), nullable=True),
        sa.Column("new", sa.TEXT(), nullable=True),
        sa.Column("label", sa.TEXT(), nullable=False),
        sa.Column("group_id", sa.INTEGER(), nullable=True),
        sa.Column("open", sa.INTEGER(), nullable=False),
        sa.Column("dropped", sa.INTEGER(), nullable=False),
        sa.Column("session", sa.TEXT(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_edit_log"),
        sa.CheckConstraint(
            "kind IN ('answer', 'row', 'dossier', 'farm')", name="ck_edit_log_kind_known"
        ),
        sa.CheckConstraint("old <> ''", name="ck_edit_log_old_not_blank"),
        sa.CheckConstraint("new <> ''", name="ck_edit_log_new_not_blank"),
        sa.CheckConstraint("open IN (0, 1)", name="ck_edit_log_open_flag"),
        sa.CheckConstraint("dropped IN (0, 1)", name="ck_edit_log_dropped_flag"),
        sa.ForeignKeyConstraint(
            ["dossier_id"],
            ["dossier.id"],
            name="fk_edit_log_dossier_id_dossier",
            ondelete="CASCADE",
        ),
        **STRICT,
    )
    op.create_index("ix_edit_log_dossier_id_id", "edit_log", ["dossier_id", "id"])
    op.create_index(
        "ix_edit_log_one_open",
        "edit_log",
        ["dossier_id"],
        unique=True,
        sqlite_where=sa.text("open = 1"),
    )


def _make_headline() -> None:
    op.create_table(
        "headline",
        sa.Column("dossier_id", sa.INTEGER(), nullable=False),
        sa.Column("engine", sa.TEXT(), nullable=False),
        sa.Column("factor_hash", sa.TEXT(), nullable=False),
        sa.Column("revision", sa.INTEGER(), nullable=False),
        sa.Column("figures", sa.TEXT(), nullable=False),
        sa.PrimaryKeyConstraint("dossier_id", name="pk_headline"),
        sa.CheckConstraint("figures GLOB '{*}'", name="ck_headline_figures_are_an_object"),
        sa.ForeignKeyConstraint(
            ["dossier_id"],
            ["dossier.id"],
            name="fk_headline_dossier_id_dossier",
            ondelete="CASCADE",
        ),
        **STRICT,
    )


def _make_meta() -> None:
    op.create_table(
        "meta",
        sa.Column("key", sa.TEXT(), nullable=False),
        sa.Column("value", sa.TEXT(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_meta"),
        **STRICT_BY_KEY,
    )
