"""Who has not written for years can be found; of whom nobody knows when they last wrote counts from now."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the change."""
    person = sa.table("person", sa.column("seen_at", sa.DateTime(timezone=True)))
    op.execute(person.update().where(person.c.seen_at.is_(None)).values(seen_at=datetime.now(UTC)))
    op.create_index("ix_person_seen_at", "person", ["seen_at"])


def downgrade() -> None:
    """Undo it."""
    op.drop_index("ix_person_seen_at", "person")
