"""What is due can be counted, and a symptom's findings found, without reading the whole table."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the change."""
    op.create_index("ix_notice_due", "notice", ["state", "due_at"])
    op.create_index("ix_findinglog_symptom_id", "findinglog", ["symptom_id"])


def downgrade() -> None:
    """Undo it."""
    op.drop_index("ix_findinglog_symptom_id", "findinglog")
    op.drop_index("ix_notice_due", "notice")
