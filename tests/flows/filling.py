"""A row in every table that belongs to people, whatever the tables are: what nobody has made in the chat yet."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, TypeDecorator, func, insert, select
from sqlmodel import SQLModel

from journal import people
from journal.export import belongs, owner_of
from journal.tables import Person
from journal.transaction import Transaction
from simulator.people import Human
from tests.world import World

Held = dict[str, dict[tuple[Any, ...], tuple[Any, ...]]]  # by table and primary key, whole rows

VALUES: dict[type, Any] = {int: 1, float: 1.0, bool: False, str: "x", object: [], date: date(2026, 3, 2)}


async def fill(world: World, person: Human) -> None:
    """Give the person a row in every table in which they have none."""
    async with world.app.db.write() as tx:
        stored = await of(tx, person)
        for table in SQLModel.metadata.sorted_tables:
            mine, owner = belongs(table, stored), owner_of(table)
            if mine is None or owner is None or await ids(tx, table, mine):
                continue
            parent = next(iter(owner.foreign_keys)).column
            theirs = belongs(parent.table, stored)
            assert theirs is not None
            whose = (await tx.execute(select(func.max(parent)).where(theirs))).scalar_one()
            needed = [column for column in table.columns if not column.nullable and column is not owner]
            values = {each.name: value_of(world, each) for each in needed if not each.primary_key}
            await tx.execute(insert(table).values(**values, **{owner.name: whose}))


def value_of(world: World, column: Column[Any]) -> Any:
    stored = column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type
    kind = stored.python_type
    if kind is datetime:
        return world.clock.now()
    return time(8) if kind is time else VALUES[kind]


async def of(tx: Transaction, person: Human) -> Person:
    """The person's row."""
    stored = await people.find(tx, person.id)
    assert stored is not None
    return stored


async def ids(tx: Transaction, table: Table, where: ColumnElement[bool]) -> Any:
    """The primary keys of these rows."""
    return (await tx.execute(select(*table.primary_key).where(where))).all()


async def held(world: World, person: Human) -> Held:
    """All rows of the person."""
    async with world.app.db.read() as tx:
        stored = await of(tx, person)
        conditions = {table: belongs(table, stored) for table in SQLModel.metadata.sorted_tables}
        return {
            table.name: {(*row[: len(table.primary_key)],): tuple(row) for row in await rows(tx, table, mine)}
            for table, mine in conditions.items()
            if mine is not None
        }


async def everything(world: World) -> Held:
    """All rows of everybody."""
    async with world.app.db.read() as tx:
        return {
            table.name: {(*row[: len(table.primary_key)],): tuple(row) for row in await rows(tx, table)}
            for table in SQLModel.metadata.sorted_tables
        }


async def rows(tx: Transaction, table: Table, *where: ColumnElement[bool]) -> Any:
    """Whole rows, the primary key first."""
    rest = [column for column in table.columns if not column.primary_key]
    return (await tx.execute(select(*table.primary_key, *rest).where(*where))).all()
