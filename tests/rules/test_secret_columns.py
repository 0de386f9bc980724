"""What people type is encrypted in its column: every text column is EncryptedText, or stands here with a reason."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Column, Date, DateTime, Float, Integer, Numeric, Time, TypeDecorator
from sqlmodel import SQLModel

from journal import tables
from journal.transaction import EncryptedText

NO_TEXT = (Boolean, Date, DateTime, Float, Integer, Numeric, Time)
CODE = "a code of the journal's own"
CODES = "codes and numbers of the journal's own: tests/flows/test_secrets.py looks for words"
HARMLESS = {
    "accesslog.what": CODE,
    "appointment.state": CODE,
    "carelink.regimens": "ids",
    "carelink.sees": CODES,
    "carelink.state": CODE,
    "carelink.token_hash": "SHA-256 of 256 random bits",
    "draft.kind": CODE,
    "findinglog.answer": CODE,
    "findinglog.evidence": CODES,
    "findinglog.rule": CODE,
    "findinglog.template": CODE,
    "inboxupdate.error_id": "random",
    "instancefact.name": CODE,
    "instancefact.value": "what the operator chose, about nobody",
    "intake.giver": CODE,
    "intake.kind": CODE,
    "invitation.token_hash": "SHA-256 of 256 random bits",
    "keycheck.canary": "encrypted by hand, under the key in use",
    "keyuse.key_id": "8 hex digits of a SHA-256",
    "notice.kind": CODE,
    "notice.lease": "random",
    "notice.state": CODE,
    "notice.subject": "ids and dates",
    "person.country": "a code of ISO 3166, chosen from a list",
    "person.language": "a code, one of the languages that have texts",
    "person.zone": "an IANA name: what was typed to find it is not kept",
    "rating.place": CODE,
    "ratingedit.place": CODE,
    "regimen.route": CODE,
    "regimen.status": CODE,
    "regimen.zone": "an IANA name",
    "regimenversion.plan": "a plan as numbers, dates and codes (journal.timing.plan_to_json)",
    "rulechoice.changed": CODES,
    "rulechoice.off": CODES,
    "stockentry.kind": CODE,
    "tag.code": "a code; of the person's own tags one made of the id",
    "trackedsymptom.code": "a code; of the person's own symptoms one made of the id",
    "trackedsymptom.switched": "dates",
}


def is_encrypted_or_no_text(column: Column[Any]) -> bool:
    kind = column.type
    stored = kind.impl_instance if isinstance(kind, TypeDecorator) else kind
    return isinstance(kind, EncryptedText) or isinstance(stored, NO_TEXT)


def test_every_column_for_text_is_encrypted_or_declared_harmless() -> None:
    """A new one is EncryptedText (`words()` in journal/tables/base.py), unless no person's word can get into it."""
    assert tables.__all__
    columns = [column for table in SQLModel.metadata.sorted_tables for column in table.columns]
    readable = [f"{column.table.name}.{column.name}" for column in columns if not is_encrypted_or_no_text(column)]
    assert sorted(readable) == sorted(HARMLESS)
