"""Alembic migrations, shipped with the package and run when a register is opened."""
