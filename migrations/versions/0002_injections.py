"""Injections: booked dates, sites, givers, batches and reactions; links between plans; pauses that shift a plan."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

def upgrade() -> None:
    """Apply the change."""
    op.create_table(
        "appointment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("regimen_id", sa.Integer(), nullable=False),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.Column("slot", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("moves", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["regimen_id"], ["regimen.id"], name=op.f("fk_appointment_regimen_id_regimen"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointment")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_appointment_regimen_id"), "appointment", ["regimen_id"])
    op.create_table(
        "reaction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("intake_id", sa.Integer(), nullable=False),
        sa.Column("had", sa.Boolean(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["intake_id"], ["intake.id"], name=op.f("fk_reaction_intake_id_intake"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reaction")),
        sa.UniqueConstraint("intake_id", name=op.f("uq_reaction_intake_id")),
        sqlite_autoincrement=True,
    )
    op.add_column("intake", sa.Column("site", sa.Text(), nullable=True))
    op.add_column("intake", sa.Column("giver", sa.String(), nullable=True))
    op.add_column("intake", sa.Column("batch", sa.Text(), nullable=True))
    op.add_column("pause", sa.Column("shifts", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("person", sa.Column("reactions", sa.Boolean(), nullable=False, server_default=sa.true()))
    # A foreign key makes SQLite rebuild the table, which must keep its promise never to reuse an id.
    with op.batch_alter_table("regimen", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.add_column(sa.Column("link_id", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("link_hours", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("anchor_asked", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch.create_index(batch.f("ix_regimen_link_id"), ["link_id"])
        batch.create_foreign_key(
            batch.f("fk_regimen_link_id_regimen"), "regimen", ["link_id"], ["id"], ondelete="SET NULL"
        )


def downgrade() -> None:
    """Take the change back."""
    with op.batch_alter_table("regimen", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.drop_constraint(batch.f("fk_regimen_link_id_regimen"), type_="foreignkey")
        batch.drop_index(batch.f("ix_regimen_link_id"))
        batch.drop_column("anchor_asked")
        batch.drop_column("link_hours")
        batch.drop_column("link_id")
    op.drop_column("person", "reactions")
    op.drop_column("pause", "shifts")
    op.drop_column("intake", "batch")
    op.drop_column("intake", "giver")
    op.drop_column("intake", "site")
    op.drop_table("reaction")
    op.drop_table("appointment")
