"""Care links, what was sent through them, and doses recorded by a caregiver."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the change."""
    op.create_table(
        "carelink",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("caregiver_id", sa.Integer(), nullable=True),
        sa.Column("patient_name", sa.Text(), nullable=False),
        sa.Column("caregiver_name", sa.Text(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=True),
        sa.Column("sees", sa.JSON(), nullable=False),
        sa.Column("regimens", sa.JSON(), nullable=True),
        sa.Column("weekly", sa.Boolean(), nullable=False),
        sa.Column("missed_after", sa.Integer(), nullable=True),
        sa.Column("overdue", sa.Boolean(), nullable=False),
        sa.Column("silent_days", sa.Integer(), nullable=True),
        sa.Column("may_record", sa.Boolean(), nullable=False),
        sa.Column("may_nudge", sa.Boolean(), nullable=False),
        sa.Column("names_in_previews", sa.Boolean(), nullable=False),
        sa.Column("through_quiet", sa.Boolean(), nullable=False),
        sa.Column("protect", sa.Boolean(), nullable=False),
        sa.Column("skip_week", sa.Date(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["caregiver_id"], ["person.id"], name=op.f("fk_carelink_caregiver_id_person"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["person.id"], name=op.f("fk_carelink_patient_id_person"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_carelink")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_carelink_token_hash")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_carelink_caregiver_id"), "carelink", ["caregiver_id"])
    op.create_index(op.f("ix_carelink_patient_id"), "carelink", ["patient_id"])
    op.create_table(
        "accesslog",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("link_id", sa.Integer(), nullable=True),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["link_id"], ["carelink.id"], name=op.f("fk_accesslog_link_id_carelink"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_accesslog_person_id_person"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accesslog")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_accesslog_link_id"), "accesslog", ["link_id"])
    op.create_index(op.f("ix_accesslog_person_id"), "accesslog", ["person_id"])
    op.add_column("person", sa.Column("cares_since", sa.DateTime(timezone=True), nullable=True))
    op.add_column("person", sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True))
    # A foreign key makes SQLite rebuild the table, which must keep its promise never to reuse an id.
    with op.batch_alter_table("intake", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.add_column(sa.Column("helped", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch.add_column(sa.Column("link_id", sa.Integer(), nullable=True))
        batch.create_index(batch.f("ix_intake_link_id"), ["link_id"])
        batch.create_foreign_key(
            batch.f("fk_intake_link_id_carelink"), "carelink", ["link_id"], ["id"], ondelete="SET NULL"
        )


def downgrade() -> None:
    """Take the change back."""
    with op.batch_alter_table("intake", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.drop_constraint(batch.f("fk_intake_link_id_carelink"), type_="foreignkey")
        batch.drop_index(batch.f("ix_intake_link_id"))
        batch.drop_column("link_id")
        batch.drop_column("helped")
    op.drop_column("person", "seen_at")
    op.drop_column("person", "cares_since")
    op.drop_table("accesslog")
    op.drop_table("carelink")
