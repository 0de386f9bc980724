"""What a person has in hand of what they take. Amounts are thousandths of the supply's unit, whole numbers."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field, SQLModel

from journal.tables.base import NEVER_REUSED, belongs_to, key, moment, words


class Stock(SQLModel, table=True):
    """The supply of one regimen. `unit`: a code of journal.stock.UNITS or the person's own word for one.

    `warn_days` before it runs out the person is told; None: as long as the doses' distance asks for.
    """

    __table_args__ = NEVER_REUSED
    id: int | None = key()
    regimen_id: int = Field(foreign_key="regimen.id", ondelete="CASCADE", unique=True)
    unit: str = words()
    per_dose: int
    warn_days: int | None = None
    silenced: bool = False


class StockEntry(SQLModel, table=True):
    """One change of a supply: what is in hand is the sum of its entries' amounts.

    `kind`: start, refill, intake, undo or correction. `intake_id` names the intake of intake and undo, which may
    have been deleted since.
    """

    __table_args__ = NEVER_REUSED
    id: int | None = key()
    stock_id: int = belongs_to("stock")
    kind: str
    amount: int
    at: datetime = moment()
    intake_id: int | None = Field(default=None, index=True)
