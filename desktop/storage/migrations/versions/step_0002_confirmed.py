"""An unusual value that the farm says is right is kept as such.

Revision ID: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Give each answer a flag; nothing was confirmed before it could be."""
    flag = sa.Column("confirmed", sa.INTEGER(), nullable=False, server_default=sa.text("0"))
    op.add_column("answer", flag)
