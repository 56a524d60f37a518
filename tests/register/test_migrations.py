"""The migrations: one row of them without a fork, and the tables that they make are those of the schema."""

from __future__ import annotations

import re
from pathlib import Path

from sqlalchemy import create_engine, inspect

from banggiao.register import open_register, schema
from banggiao.register.database import HEAD, VERSIONS

FOLDER = Path(schema.__file__).parent / "migrations" / "versions"


def test_the_revisions_are_one_row() -> None:
    """Each follows the one before, bears its file's number, and the last is the head: two branches that each add a
    revision meet here and not in somebody's register."""
    names = sorted(path.name for path in FOLDER.glob("v*.py"))
    numbers = [re.match(r"v(\d{4})_\w+\.py$", name)[1] for name in names]  # type: ignore[index]
    assert tuple(numbers) == VERSIONS
    assert numbers[-1] == HEAD
    before: str | None = None
    for name, number in zip(names, numbers, strict=True):
        text = (FOLDER / name).read_text(encoding="utf-8")
        said = dict(re.findall(r'^(revision|down_revision)\b[^=]*= "?(\w+)"?$', text, re.M))
        assert said["revision"] == number, name
        assert said["down_revision"] == str(before), name
        before = number


def test_the_migrations_make_the_tables_of_the_schema(tmp_path: Path) -> None:
    """Every table and column that the program asks for is there in a new register."""
    where = tmp_path / "new.sqlite"
    with open_register(where):
        pass
    engine = create_engine(f"sqlite:///{where}")
    there = inspect(engine)
    tables = set(there.get_table_names())
    assert set(schema.metadata.tables) <= tables
    for name, table in schema.metadata.tables.items():
        assert {column.name for column in table.columns} <= {column["name"] for column in there.get_columns(name)}, name
    engine.dispose()
