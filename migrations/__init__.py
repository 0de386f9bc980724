"""Alembic: one readable file per change of the tables."""
