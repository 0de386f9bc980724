"""Which keys the encrypted values may be under, found once by reading them all."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ENCRYPTED = {
    "accesslog": ("detail",),
    "appointment": ("place",),
    "carelink": ("patient_name", "caregiver_name"),
    "daynote": ("text",),
    "draft": ("answers",),
    "inboxupdate": ("payload", "reply"),
    "intake": ("dose_text", "site", "batch"),
    "keycheck": ("canary",),
    "occurrence": ("dose_text",),
    "reaction": ("what",),
    "regimen": ("label", "dose_text"),
    "regimenversion": ("dose_text",),
    "stock": ("unit",),
    "tag": ("label",),
    "trackedsymptom": ("label",),
}


def upgrade() -> None:
    """Apply the change."""
    op.create_table(
        "keyuse",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key_id", sa.String(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_keyuse")),
        sqlite_autoincrement=True,
    )
    found = " UNION ".join(
        f"SELECT substr({column}, 1, 8) AS name FROM {table} WHERE substr({column}, 9, 1) = '.'"
        for table, columns in ENCRYPTED.items()
        for column in columns
    )
    op.execute(f"INSERT INTO keyuse (key_id) SELECT name FROM ({found}) AS used")


def downgrade() -> None:
    """Take the change back."""
    op.drop_table("keyuse")
