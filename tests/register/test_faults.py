"""What may go wrong with a register's file: each has a clear error, and nothing finished is lost."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest
from sqlalchemy import text

from banggiao.errors import RegisterError
from banggiao.register import database, open_register
from banggiao.register.database import HEAD, VERSIONS

from .conftest import make, news

ADDER = textwrap.dedent(
    """
    import sys
    from banggiao.register import open_register
    from tests.register.test_faults import many

    with open_register(sys.argv[1]) as register:
        for item in many(400):
            print(register.add(*item).key, flush=True)
    """
)


def many(count):
    """Articles enough for an interruption to fall between two of them."""
    record = {"kind": "statement", "parties": ["VNM"], "act": "say"}
    return [make(f"n{n}", "2020-01-01", f"Việt Nam nói điều thứ {n}. " + "x" * 2000, record) for n in range(count)]


def add_all(register, items):
    for item in items:
        register.add(*item)


def test_killed_in_mid_add_loses_no_finished_article_and_goes_on(tmp_path, tables):
    """After kill -9 every article reported as added is there; the same run again ends as if nothing had been."""
    path = tmp_path / "killed.sqlite"
    run = [sys.executable, "-c", ADDER, str(path)]
    process = subprocess.Popen(run, stdout=subprocess.PIPE, text=True)
    done = [process.stdout.readline().strip() for _ in range(25)]
    time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    done += [line.strip() for line in process.stdout if len(line.strip()) == 24]
    process.wait()
    process.stdout.close()
    with open_register(path) as register:
        kept = {ref.key for ref in register.articles()}
        assert set(done) <= kept
        assert len(kept) < 400
    subprocess.run(run, check=True, capture_output=True)
    with open_register(path) as register, open_register(tmp_path / "whole.sqlite") as whole:
        list(whole.add_many(many(400)))
        assert whole.counts() == register.counts()
        assert tables(register) == tables(whole)


def test_facts_left_over_by_an_interrupted_bulk_run_are_derived_by_the_next_question(location):
    """Bulk adding commits articles first; whoever asks next finds the facts."""
    with open_register(location) as register:
        next(register.add_many(news(), batch=2))
    with open_register(location) as register:
        assert register.counts().articles == 2
        assert register.counts().facts == {"meeting": 1, "office": 1, "status": 1}


def test_newer_register_is_refused(location):
    """Tables of a version that this one does not know are left alone."""
    with open_register(location) as register, register._database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(RegisterError, match="newer version"):
        open_register(location)


def test_file_that_is_no_database_is_refused_and_kept(tmp_path):
    """Somebody's notes are not overwritten."""
    path = tmp_path / "notes.txt"
    path.write_text("not a database, but mine")
    with pytest.raises(RegisterError, match="no register"):
        open_register(path)
    assert path.read_text() == "not a database, but mine"


def test_database_of_another_program_is_refused(tmp_path):
    """An SQLite file with other tables is no register."""
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE bookmarks (url TEXT)")
    with pytest.raises(RegisterError, match="another program"):
        open_register(path)


def test_damaged_file_is_reported(tmp_path):
    """A header with rubbish behind it gives an error of ours."""
    path = tmp_path / "torn.sqlite"
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 4096)
    with pytest.raises(RegisterError):
        open_register(path)


def test_folder_in_place_of_a_file_and_unknown_database_are_refused(tmp_path):
    """The message says what to give instead."""
    with pytest.raises(RegisterError, match="folder"):
        open_register(tmp_path)
    with pytest.raises(RegisterError, match="postgresql://"):
        open_register("mysql://user@host/name")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_folder_that_may_not_be_written_is_reported(tmp_path):
    """No register can be made there; the message says how to name another."""
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    with pytest.raises(RegisterError, match=r"opened|written"):
        open_register(closed / "register.sqlite")


def test_path_below_a_file_is_reported(tmp_path):
    """A folder that cannot be made is an error of ours, for every user."""
    (tmp_path / "file").write_text("")
    with pytest.raises(RegisterError, match="cannot be opened"):
        open_register(tmp_path / "file" / "register.sqlite")


def test_full_disk_loses_nothing_kept_and_keeps_nothing_by_half(tmp_path):
    """When the disk is full the article in hand is refused whole; with space again, it goes in."""
    path = tmp_path / "full.sqlite"
    items = many(200)
    with open_register(path) as register:
        with register._database.engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 8}")
        with pytest.raises(RegisterError, match="disk is full"):
            add_all(register, items)
        kept = len(register.articles())
        assert 0 < kept < 200
        assert register.counts().articles == kept
        assert register.counts().reports == kept
    with open_register(path) as register:
        list(register.add_many(items))
        assert register.counts().articles == 200


def test_versions_are_those_of_the_migration_files():
    """The constant that spares importing Alembic follows the files."""
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(Path(database.__file__).with_name("migrations")))
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_heads() == [HEAD]
    assert sorted(s.revision for s in scripts.walk_revisions()) == sorted(VERSIONS)


def test_migrations_make_the_tables_of_the_schema(location):
    """What the migrations build is what `schema.py` says, beside the full text index of each database."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from banggiao.register.schema import metadata

    with open_register(location) as register, register._database.reading() as connection:
        theirs = {"include_object": lambda _, name, kind, *__: kind != "table" or not name.startswith("search_")}
        assert compare_metadata(MigrationContext.configure(connection, opts=theirs), metadata) == []


def test_importing_the_register_loads_no_database_library():
    """A command that needs no register does not pay for one."""
    code = "import sys, banggiao.register; print([m for m in ('sqlalchemy', 'alembic') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "[]"
