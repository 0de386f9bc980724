"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply the change."""
    op.create_table(
        "downtime",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_downtime")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "heartbeat",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_heartbeat")),
    )
    op.create_table(
        "inboxupdate",
        sa.Column("update_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("applied_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reply", sa.Text(), nullable=True),
        sa.Column("replied_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("error_id", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("update_id", name=op.f("pk_inboxupdate")),
    )
    with op.batch_alter_table("inboxupdate") as batch_op:
        batch_op.create_index(batch_op.f("ix_inboxupdate_chat_id"), ["chat_id"], unique=False)
        batch_op.create_index("ix_inboxupdate_open", ["applied_at", "update_id"], unique=False)

    op.create_table(
        "instancefact",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_instancefact")),
    )
    op.create_table(
        "invitation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("for_operator", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_invitation_token_hash")),
    )
    op.create_table(
        "keycheck",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("canary", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_keycheck")),
    )
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("zone", sa.String(), nullable=True),
        sa.Column("checkin_at", sa.Time(), nullable=True),
        sa.Column("summary_weekday", sa.Integer(), nullable=True),
        sa.Column("day_start", sa.Time(), nullable=False),
        sa.Column("quiet_from", sa.Time(), nullable=False),
        sa.Column("quiet_until", sa.Time(), nullable=False),
        sa.Column("checkins_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("hide_names", sa.Boolean(), nullable=False),
        sa.Column("plain", sa.Boolean(), nullable=False),
        sa.Column("paused_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("operator", sa.Boolean(), nullable=False),
        sa.Column("admitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("agreed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("unreachable_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("chat_id", name=op.f("uq_person_chat_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "daynote",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_daynote_person_id_person"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_daynote")),
        sa.UniqueConstraint("person_id", "local_date", name=op.f("uq_daynote_person_id_local_date")),
    )
    with op.batch_alter_table("daynote") as batch_op:
        batch_op.create_index(batch_op.f("ix_daynote_person_id"), ["person_id"], unique=False)

    op.create_table(
        "draft",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_draft_person_id_person"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_draft")),
    )
    op.create_table(
        "notice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ready_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("lease", sa.String(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_notice_person_id_person"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
        sa.UniqueConstraint("subject", "kind", "n", name=op.f("uq_notice_subject_kind_n")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("notice") as batch_op:
        batch_op.create_index("ix_notice_person", ["person_id", "state"], unique=False)
        batch_op.create_index("ix_notice_ready", ["state", "ready_at"], unique=False)

    op.create_table(
        "regimen",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("dose_text", sa.Text(), nullable=False),
        sa.Column("route", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("planned_from", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_regimen_person_id_person"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_regimen")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("regimen") as batch_op:
        batch_op.create_index(batch_op.f("ix_regimen_person_id"), ["person_id"], unique=False)

    op.create_table(
        "trackedsymptom",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_trackedsymptom_person_id_person"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trackedsymptom")),
        sa.UniqueConstraint("person_id", "code", name=op.f("uq_trackedsymptom_person_id_code")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("trackedsymptom") as batch_op:
        batch_op.create_index(batch_op.f("ix_trackedsymptom_person_id"), ["person_id"], unique=False)

    op.create_table(
        "treatment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.Column("sooner", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_treatment_person_id_person"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_treatment")),
        sa.UniqueConstraint("person_id", name=op.f("uq_treatment_person_id")),
    )
    op.create_table(
        "findinglog",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("symptom_id", sa.Integer(), nullable=True),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("template", sa.String(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("fired_on", sa.Date(), nullable=False),
        sa.Column("shown", sa.Boolean(), nullable=False),
        sa.Column("answer", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_findinglog_person_id_person"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["symptom_id"],
            ["trackedsymptom.id"],
            name=op.f("fk_findinglog_symptom_id_trackedsymptom"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_findinglog")),
    )
    with op.batch_alter_table("findinglog") as batch_op:
        batch_op.create_index(batch_op.f("ix_findinglog_person_id"), ["person_id"], unique=False)

    op.create_table(
        "occurrence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("regimen_id", sa.Integer(), nullable=False),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.Column("slot", sa.Integer(), nullable=False),
        sa.Column("planned_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dose_text", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["regimen_id"], ["regimen.id"], name=op.f("fk_occurrence_regimen_id_regimen"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_occurrence")),
        sa.UniqueConstraint("regimen_id", "local_date", "slot", name=op.f("uq_occurrence_regimen_id_local_date_slot")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("occurrence") as batch_op:
        batch_op.create_index(batch_op.f("ix_occurrence_planned_at"), ["planned_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_occurrence_regimen_id"), ["regimen_id"], unique=False)

    op.create_table(
        "pause",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("regimen_id", sa.Integer(), nullable=True),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_pause_person_id_person"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["regimen_id"], ["regimen.id"], name=op.f("fk_pause_regimen_id_regimen"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pause")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("pause") as batch_op:
        batch_op.create_index(batch_op.f("ix_pause_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_pause_regimen_id"), ["regimen_id"], unique=False)

    op.create_table(
        "promptstate",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("symptom_id", sa.Integer(), nullable=False),
        sa.Column("last_prompt", sa.Date(), nullable=True),
        sa.Column("in_a_row", sa.Integer(), nullable=False),
        sa.Column("level", sa.Float(), nullable=True),
        sa.Column("snooze_until", sa.Date(), nullable=True),
        sa.Column("calm_weeks", sa.Integer(), nullable=False),
        sa.Column("muted", sa.Boolean(), nullable=False),
        sa.Column("evaluated_to", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["symptom_id"],
            ["trackedsymptom.id"],
            name=op.f("fk_promptstate_symptom_id_trackedsymptom"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promptstate")),
        sa.UniqueConstraint("symptom_id", name=op.f("uq_promptstate_symptom_id")),
    )
    op.create_table(
        "rating",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("symptom_id", sa.Integer(), nullable=False),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=True),
        sa.Column("backfilled", sa.Boolean(), nullable=False),
        sa.Column("rated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["symptom_id"], ["trackedsymptom.id"], name=op.f("fk_rating_symptom_id_trackedsymptom"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rating")),
        sa.UniqueConstraint("symptom_id", "local_date", name=op.f("uq_rating_symptom_id_local_date")),
    )
    with op.batch_alter_table("rating") as batch_op:
        batch_op.create_index(batch_op.f("ix_rating_symptom_id"), ["symptom_id"], unique=False)

    op.create_table(
        "regimenversion",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("regimen_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("plan", sa.JSON(), nullable=False),
        sa.Column("dose_text", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.DateTime(timezone=True), nullable=False),
        sa.Column("in_force", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["regimen_id"], ["regimen.id"], name=op.f("fk_regimenversion_regimen_id_regimen"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_regimenversion")),
        sa.UniqueConstraint("regimen_id", "number", name=op.f("uq_regimenversion_regimen_id_number")),
    )
    with op.batch_alter_table("regimenversion") as batch_op:
        batch_op.create_index(batch_op.f("ix_regimenversion_regimen_id"), ["regimen_id"], unique=False)

    op.create_table(
        "stock",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("regimen_id", sa.Integer(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("per_dose", sa.Integer(), nullable=False),
        sa.Column("warn_days", sa.Integer(), nullable=True),
        sa.Column("silenced", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["regimen_id"], ["regimen.id"], name=op.f("fk_stock_regimen_id_regimen"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stock")),
        sa.UniqueConstraint("regimen_id", name=op.f("uq_stock_regimen_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "intake",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("regimen_id", sa.Integer(), nullable=False),
        sa.Column("occurrence_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("dose_text", sa.Text(), nullable=True),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["occurrence_id"], ["occurrence.id"], name=op.f("fk_intake_occurrence_id_occurrence"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["regimen_id"], ["regimen.id"], name=op.f("fk_intake_regimen_id_regimen"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intake")),
        sa.UniqueConstraint("occurrence_id", name=op.f("uq_intake_occurrence_id")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("intake") as batch_op:
        batch_op.create_index(batch_op.f("ix_intake_regimen_id"), ["regimen_id"], unique=False)

    op.create_table(
        "stockentry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("stock_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("intake_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["stock_id"], ["stock.id"], name=op.f("fk_stockentry_stock_id_stock"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stockentry")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("stockentry") as batch_op:
        batch_op.create_index(batch_op.f("ix_stockentry_intake_id"), ["intake_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_stockentry_stock_id"), ["stock_id"], unique=False)


def downgrade() -> None:
    """Take the change back."""
    with op.batch_alter_table("stockentry") as batch_op:
        batch_op.drop_index(batch_op.f("ix_stockentry_stock_id"))
        batch_op.drop_index(batch_op.f("ix_stockentry_intake_id"))

    op.drop_table("stockentry")
    with op.batch_alter_table("intake") as batch_op:
        batch_op.drop_index(batch_op.f("ix_intake_regimen_id"))

    op.drop_table("intake")
    op.drop_table("stock")
    with op.batch_alter_table("regimenversion") as batch_op:
        batch_op.drop_index(batch_op.f("ix_regimenversion_regimen_id"))

    op.drop_table("regimenversion")
    with op.batch_alter_table("rating") as batch_op:
        batch_op.drop_index(batch_op.f("ix_rating_symptom_id"))

    op.drop_table("rating")
    op.drop_table("promptstate")
    with op.batch_alter_table("pause") as batch_op:
        batch_op.drop_index(batch_op.f("ix_pause_regimen_id"))
        batch_op.drop_index(batch_op.f("ix_pause_person_id"))

    op.drop_table("pause")
    with op.batch_alter_table("occurrence") as batch_op:
        batch_op.drop_index(batch_op.f("ix_occurrence_regimen_id"))
        batch_op.drop_index(batch_op.f("ix_occurrence_planned_at"))

    op.drop_table("occurrence")
    with op.batch_alter_table("findinglog") as batch_op:
        batch_op.drop_index(batch_op.f("ix_findinglog_person_id"))

    op.drop_table("findinglog")
    op.drop_table("treatment")
    with op.batch_alter_table("trackedsymptom") as batch_op:
        batch_op.drop_index(batch_op.f("ix_trackedsymptom_person_id"))

    op.drop_table("trackedsymptom")
    with op.batch_alter_table("regimen") as batch_op:
        batch_op.drop_index(batch_op.f("ix_regimen_person_id"))

    op.drop_table("regimen")
    with op.batch_alter_table("notice") as batch_op:
        batch_op.drop_index("ix_notice_ready")
        batch_op.drop_index("ix_notice_person")

    op.drop_table("notice")
    op.drop_table("draft")
    with op.batch_alter_table("daynote") as batch_op:
        batch_op.drop_index(batch_op.f("ix_daynote_person_id"))

    op.drop_table("daynote")
    op.drop_table("person")
    op.drop_table("keycheck")
    op.drop_table("invitation")
    op.drop_table("instancefact")
    with op.batch_alter_table("inboxupdate") as batch_op:
        batch_op.drop_index("ix_inboxupdate_open")
        batch_op.drop_index(batch_op.f("ix_inboxupdate_chat_id"))

    op.drop_table("inboxupdate")
    op.drop_table("heartbeat")
    op.drop_table("downtime")
