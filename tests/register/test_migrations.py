"""The migrations: one row of them without a fork, and the tables that they make are those of the schema."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect

from banggiao.register import open_register, schema
from banggiao.register.database import HEAD, VERSIONS
from banggiao.register.upkeep import verify

from .conftest import news

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


@pytest.mark.parametrize("version", VERSIONS[:-1])
def test_down_to_a_version_and_up_again_all_is_as_it_was(version, location, tables):
    """Articles with their texts and readings, and all that is derived from them."""
    from alembic import command
    from alembic.config import Config

    with open_register(location) as register:
        list(register.add_many(news()))
        kept = {ref.key: register.article(ref.key) for ref in register.articles()}
        derived = tables(register)
        config = Config()
        config.set_main_option("script_location", str(FOLDER.parent))
        with register._database.writing() as connection:
            config.attributes["connection"] = connection
            command.downgrade(config, version)
    with open_register(location) as register:
        assert {ref.key: register.article(ref.key) for ref in register.articles()} == kept
        register.counts()  # a question derives what a migration left to be derived
        assert tables(register) == derived
        assert list(verify(register)) == []
        assert register.search("Pháp").articles


def test_text_is_compared_letter_by_letter_in_each_language(postgres_database: str) -> None:
    """A server's language has a say in no column: in Vietnamese "Ấ" stands before "b", and SQLite knows no language."""
    with open_register(postgres_database) as register, register._database.reading() as connection:
        found = connection.exec_driver_sql(
            "SELECT table_name, column_name FROM information_schema.columns"
            " WHERE table_schema = 'public' AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'"
        )
        assert set(found.tuples()) == set()
