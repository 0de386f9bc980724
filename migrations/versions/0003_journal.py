"""Beside ratings: places and counts, earlier values, interference, tags, and a person's own rules."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

def upgrade() -> None:
    """Apply the change."""
    op.create_table(
        "rulechoice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("off", sa.JSON(), nullable=False),
        sa.Column("changed", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_rulechoice_person_id_person"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rulechoice")),
        sa.UniqueConstraint("person_id", name=op.f("uq_rulechoice_person_id")),
    )
    op.create_table(
        "tag",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_tag_person_id_person"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tag")),
        sa.UniqueConstraint("person_id", "code", name=op.f("uq_tag_person_id_code")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_tag_person_id"), "tag", ["person_id"])
    op.create_table(
        "daytag",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tag_id", sa.Integer(), nullable=False),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["tag_id"], ["tag.id"], name=op.f("fk_daytag_tag_id_tag"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_daytag")),
        sa.UniqueConstraint("tag_id", "local_date", name=op.f("uq_daytag_tag_id_local_date")),
    )
    op.create_index(op.f("ix_daytag_tag_id"), "daytag", ["tag_id"])
    op.create_table(
        "interference",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("symptom_id", sa.Integer(), nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["symptom_id"],
            ["trackedsymptom.id"],
            name=op.f("fk_interference_symptom_id_trackedsymptom"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interference")),
        sa.UniqueConstraint("symptom_id", "week", name=op.f("uq_interference_symptom_id_week")),
    )
    op.create_index(op.f("ix_interference_symptom_id"), "interference", ["symptom_id"])
    op.create_table(
        "ratingedit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rating_id", sa.Integer(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("count", sa.Integer(), nullable=True),
        sa.Column("rated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["rating_id"], ["rating.id"], name=op.f("fk_ratingedit_rating_id_rating"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ratingedit")),
    )
    op.create_index(op.f("ix_ratingedit_rating_id"), "ratingedit", ["rating_id"])
    op.add_column("findinglog", sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("findinglog", sa.Column("at_once", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("treatment", sa.Column("review_on", sa.Date(), nullable=True))
    op.add_column("person", sa.Column("dark", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("person", sa.Column("checkin_day", sa.Date(), nullable=True))
    op.add_column("person", sa.Column("interference", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.add_column("trackedsymptom", sa.Column("switched", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("rating", sa.Column("place", sa.String(), nullable=True))
    op.add_column("rating", sa.Column("count", sa.Integer(), nullable=True))


def downgrade() -> None:
    """Take the change back."""
    op.drop_column("rating", "count")
    op.drop_column("rating", "place")
    op.drop_column("trackedsymptom", "switched")
    op.drop_column("person", "interference")
    op.drop_column("person", "checkin_day")
    op.drop_column("person", "dark")
    op.drop_column("treatment", "review_on")
    op.drop_column("findinglog", "at_once")
    op.drop_column("findinglog", "answered_at")
    for table in ("ratingedit", "interference", "daytag", "tag", "rulechoice"):
        op.drop_table(table)
