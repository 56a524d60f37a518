"""The one file, with the two text indexes, that knows SQLite from PostgreSQL: engines, transactions, migrations, and
errors put into words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from operator import itemgetter
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event, inspect, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError

from banggiao.errors import RegisterError
from banggiao.register.packed import Packed
from banggiao.register.raw import ask
from banggiao.register.text_index import TextIndex
from banggiao.register.text_index_postgres import PostgresIndex
from banggiao.register.text_index_sqlite import SqliteIndex

HEAD = "0023"
"""The newest migration; `tests/register/test_migrations.py` holds it to the files."""
VERSIONS = tuple(f"{number:04}" for number in range(1, int(HEAD) + 1))
_MAGIC = b"SQLite format 3\0"
_TURN = 0x62616E67  # any number, the same for all writers of a database
# An article's row takes more than half of a page of 4 KB, whose rest stays empty. Each index is written all over by
# what comes in; with SQLite's own cache of 2 MB its pages are fetched again for each row.
_PRAGMAS = (
    "page_size = 8192",
    "journal_mode = WAL",
    "synchronous = NORMAL",
    "foreign_keys = ON",
    "temp_store = MEMORY",
    "cache_size = -131072",
)
_WAIT = 30.0  # seconds that one writer waits for another

_SIZES = (1, 8, 32, 128, 400)
_IDS, _AT_ONCE = _SIZES[-1], 2_000  # values of one list in SQLite, below its limit of parameters, and in PostgreSQL

# What the drivers say, in lower case → what it means to a person.
_MEANINGS = (
    ("is full", "The disk is full.", "Free some space and run the same command again; nothing kept was lost."),
    ("no space left", "The disk is full.", "Free some space and run the same command again; nothing kept was lost."),
    ("disk i/o error", "It could not be written.", "See that the disk has space and is sound, then run it again."),
    ("not a database", "It is no register.", "Name another file, or move this one away."),
    ("malformed", "The file is damaged.", "Put back a copy, or begin a new register and add the articles again."),
    ("readonly", "It may not be written.", "Give yourself the right to write there, or name another file."),
    ("unable to open", "It cannot be opened.", "See that the folder exists and may be written, or name another file."),
    ("no such module: fts5", "This Python's SQLite lacks FTS5.", "Use a Python whose SQLite has it; most have."),
    ("locked", "Another program is writing to it.", "Wait until that is done and run the same command again."),
    ("password", "The database refused the user or password.", "See the name and password in the URL."),
    ("connection", "The database does not answer.", "See that the server runs and that the URL is right."),
)


class Database:
    """An engine for one register, brought to this version's tables."""

    def __init__(self, engine: Engine, location: str) -> None:
        self.engine = engine
        self.location = location
        self.text_index = text_index_for(engine.dialect.name)

    @classmethod
    def open(cls, location: str | Path) -> Database:
        """Opens a file or URL; makes the file, its folder and its tables where they are missing."""
        name = str(location)
        if "://" in name:
            engine, shown = _server(name)
        else:
            engine, shown = _file(Path(name)), name
        database = cls(engine, shown)
        try:
            database._migrate()
        except BaseException:
            engine.dispose()
            raise
        return database

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the register."""
        with self._errors(), self.engine.connect() as connection:
            if self.engine.dialect.name == "postgresql":
                # By itself each statement would see what has been committed before it: an answer of several would be of
                # several moments while articles are added.
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self, *, counted: bool = True) -> Iterator[Connection]:
        """A transaction that is kept whole or not at all; writers take turns. counted: false only where there may be
        no count of writes yet (`schema.revision`)."""
        with self._errors(), self.engine.connect() as connection:
            connection = connection.execution_options(register_write=True)
            with connection.begin():
                if self.engine.dialect.name == "postgresql":
                    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_TURN})")
                if counted:
                    connection.exec_driver_sql("UPDATE revision SET number = number + 1")
                yield connection

    @staticmethod
    def state(connection: Connection) -> int:
        """How many transactions have written so far, this one included."""
        ((number,),) = Database.ask(connection, "SELECT number FROM revision") or ((0,),)
        return int(number)

    @staticmethod
    def insert_new(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
        """Inserts the rows whose primary key is not there yet."""
        if rows:
            insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
            connection.execute(insert(table).on_conflict_do_nothing(), rows)

    def alone(self, connection: Connection, table: Table) -> None:
        """Makes other writers of a table wait until this transaction ends, so that what it looks up there stays so.
        SQLite has one writer at a time in any case."""
        if self.engine.dialect.name == "postgresql":
            name = self.engine.dialect.identifier_preparer.format_table(table)
            connection.execute(text(f"LOCK TABLE {name} IN SHARE ROW EXCLUSIVE MODE"))

    @staticmethod
    def load(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
        """Inserts rows, all of the same columns of the table (and perhaps other keys), past SQLAlchemy, which needs
        5 µs to look at each; PostgreSQL takes them as one stream."""
        if rows:
            names = [column.name for column in table.columns if column.name in rows[0]]
            pick = itemgetter(*names) if len(names) > 1 else lambda row: (row[names[0]],)
            Database.load_tuples(connection, table, names, list(map(pick, rows)))

    @staticmethod
    def load_tuples(connection: Connection, table: Table, names: Sequence[str], rows: list[tuple[Any, ...]]) -> None:
        """The same of rows with these columns, in this order."""
        if not rows:
            return
        listed = ", ".join(names)
        for at, name in enumerate(names):
            if isinstance(kind := table.c[name].type, Packed) and kind.packing.packs(connection.dialect.name):
                pack, dialect = kind.packing.packed, connection.dialect.name
                rows = [(*row[:at], pack(row[at], dialect), *row[at + 1 :]) for row in rows]
        if connection.dialect.name == "postgresql":
            cursor = connection.connection.cursor()
            with cursor.copy(f"COPY {table.name} ({listed}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            return
        marks = ", ".join("?" * len(names))
        connection.exec_driver_sql(f"INSERT INTO {table.name} ({listed}) VALUES ({marks})", rows)

    @staticmethod
    def delete_tuples(connection: Connection, table: Table, rows: Collection[tuple[Any, ...]]) -> None:
        """Deletes rows, given whole."""
        columns = [(at, column.name) for at, column in enumerate(table.columns) if column.primary_key]
        keys = sorted(tuple(row[at] for at, _ in columns) for row in rows)
        if connection.dialect.name == "postgresql":
            types = [table.c[name].type.compile(connection.dialect) for _, name in columns]
            arrays = ", ".join(f"%s::{one}[]" for one in types)
            names = ", ".join(name for _, name in columns)
            same = " AND ".join(f"{table.name}.{name} = gone.{name}" for _, name in columns)
            connection.exec_driver_sql(
                f"DELETE FROM {table.name} USING unnest({arrays}) AS gone ({names}) WHERE {same}",
                tuple(map(list, zip(*keys, strict=True))),
            )
            return
        same = " AND ".join(f"{name} = ?" for _, name in columns)
        connection.exec_driver_sql(f"DELETE FROM {table.name} WHERE {same}", keys)

    ask = staticmethod(ask)

    @staticmethod
    def ask_for(
        connection: Connection,
        sql: str,
        ids: Sequence[Any],
        more: Sequence[Any] = (),
        *,
        before: Sequence[Any] = (),
        each: str = "?",
    ) -> Iterator[Any]:
        """The same for many ids: `IN ({})` in the question stands for a list of them, in which each is so written (as
        SQLite is asked). before, more: values before and after it."""
        if connection.dialect.name == "postgresql":
            # One value: to look for the places of hundreds in a question took psycopg as long as to ask it.
            sql = sql.replace("IN ({})", "= ANY (?)")
            for at in range(0, len(ids), _AT_ONCE):
                yield from Database.ask(connection, sql, (*before, list(ids[at : at + _AT_ONCE]), *more))
            return
        for at in range(0, len(ids), _IDS):
            some = ids[at : at + _IDS]
            # Few sizes of lists, so that the driver meets the same statements again.
            size = next(n for n in _SIZES if n >= len(some))
            filled = [*some, *[some[-1]] * (size - len(some))]
            yield from Database.ask(connection, sql.format(", ".join([each] * size)), (*before, *filled, *more))

    @staticmethod
    def ask_each(
        connection: Connection, sql: str, values: Sequence[Any], names: Sequence[str], each: Sequence[Sequence[int]]
    ) -> Iterator[Any]:
        """The rows of a question that is asked for each of some tuples of numbers, one after another. names: of the
        numbers; each stands in the question once, in braces, in their order and behind all values."""
        if not each:
            return
        if connection.dialect.name == "postgresql":
            # One statement: forty walks of an index took the driver longer than the server.
            arrays = ", ".join("?::bigint[]" for _ in names)
            inside = sql.format(**{name: f"one.{name}" for name in names})
            wanted = (
                f"SELECT found.* FROM unnest({arrays}) AS one ({', '.join(names)}) CROSS JOIN LATERAL ({inside}) found"
            )
            yield from Database.ask(connection, wanted, (*map(list, zip(*each, strict=True)), *values))
            return
        wanted = sql.format(**dict.fromkeys(names, "?"))
        for numbers in each:
            yield from Database.ask(connection, wanted, (*values, *numbers))

    @staticmethod
    def set_facts(connection: Connection, owned: Sequence[tuple[str, str, int]]) -> None:
        """Writes to mentions the fact that they belong to: (fact, article, number of the record)."""
        if not owned:
            return
        if connection.dialect.name == "postgresql":
            facts, articles, numbers = zip(*owned, strict=True)
            connection.exec_driver_sql(
                "UPDATE mention SET fact = new.fact"
                " FROM unnest(%s::text[], %s::text[], %s::int[]) AS new (fact, key, n)"
                " WHERE mention.article = new.key AND mention.idx = new.n",
                (list(facts), list(articles), list(numbers)),
            )
            return
        connection.exec_driver_sql("UPDATE mention SET fact = ? WHERE article = ? AND idx = ?", list(owned))

    @staticmethod
    def add_dirty(connection: Connection, blocks: Sequence[str]) -> None:
        """Marks blocks to be derived again."""
        if not blocks:
            return
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql(
                "INSERT INTO dirty SELECT unnest(%s::text[]) ON CONFLICT DO NOTHING", (list(blocks),)
            )
            return
        connection.connection.cursor().executemany("INSERT OR IGNORE INTO dirty VALUES (?)", [(b,) for b in blocks])

    @staticmethod
    def known_blocks(connection: Connection, blocks: Sequence[str]) -> set[str]:
        """Those of the blocks that hold a record or are to be derived again."""
        if connection.dialect.name == "postgresql":
            rows = connection.exec_driver_sql(
                "SELECT b FROM unnest(%s::text[]) AS b WHERE EXISTS (SELECT FROM mention WHERE mention.block = b)"
                " OR EXISTS (SELECT FROM dirty WHERE dirty.block = b)",
                (list(blocks),),
            )
            return {row[0] for row in rows}
        # Asked for one by one, each took the driver longer than SQLite.
        there = (
            "SELECT b.column1 FROM (VALUES {}) AS b WHERE EXISTS (SELECT 1 FROM mention WHERE block = b.column1)"
            " OR EXISTS (SELECT 1 FROM dirty WHERE block = b.column1)"
        )
        return {row[0] for row in Database.ask_for(connection, there, blocks, each="(?)")}

    @staticmethod
    def having_spots(connection: Connection, numbers: Sequence[int], most: int) -> dict[int, list[str]]:
        """By spot (`voices.py`): the articles that have it, so many at most."""
        found: dict[int, list[str]] = {}
        if connection.dialect.name == "postgresql":
            rows = connection.exec_driver_sql(
                "SELECT n, one.article FROM unnest(%s::bigint[]) AS n"
                " CROSS JOIN LATERAL (SELECT article FROM spot WHERE number = n LIMIT %s) AS one",
                (list(numbers), most),
            )
            for number, key in rows:
                found.setdefault(number, []).append(key)
            return found
        cursor = connection.connection.cursor()
        for number in numbers:
            if rows := cursor.execute("SELECT article FROM spot WHERE number = ? LIMIT ?", (number, most)).fetchall():
                found[number] = [row[0] for row in rows]
        return found

    @staticmethod
    def last_numbers(connection: Connection, ranges: Sequence[tuple[int, int]]) -> list[int | None]:
        """For each range, its end left out, the highest number that an article on the shelf has there."""
        if connection.dialect.name == "postgresql":
            firsts, ends = [first for first, _ in ranges], [end for _, end in ranges]
            rows = connection.exec_driver_sql(
                "SELECT (SELECT max(number) FROM shelf WHERE number >= r.a AND number < r.b)"
                " FROM unnest(%s::bigint[], %s::bigint[]) WITH ORDINALITY AS r (a, b, n) ORDER BY n",
                (firsts, ends),
            )
            return [row[0] for row in rows]
        cursor = connection.connection.cursor()
        last = "SELECT max(number) FROM shelf WHERE number >= ? AND number < ?"
        return [cursor.execute(last, one).fetchone()[0] for one in ranges]

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise _in_words(self.location, error) from error

    def _migrate(self) -> None:
        with self.reading() as connection:
            here = _version(connection, self.location)
        if here == HEAD:
            return
        if here is not None and here not in VERSIONS:
            raise RegisterError(
                f"The register {self.location} was made by a newer version of Banggiao (its tables are {here!r}).",
                hint="Install that version or a later one, or name another register.",
            )
        from alembic import command  # some 100 ms, so only when there is something to do
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
        with self.writing(counted=False) as connection:
            if _version(connection, self.location) != HEAD:  # another process may have done it while this one waited
                config.attributes["connection"] = connection
                command.upgrade(config, HEAD)


def text_index_for(dialect: str) -> TextIndex:
    return PostgresIndex() if dialect == "postgresql" else SqliteIndex()


def _version(connection: Connection, location: str) -> str | None:
    tables = inspect(connection).get_table_names()
    if "alembic_version" in tables:
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        if found is not None and not ({"article", "mention"} <= set(tables)) and found in VERSIONS:
            raise _foreign(location)
        return str(found) if found is not None else None
    if tables and "article" in tables:
        raise _foreign(location)
    if tables and connection.dialect.name == "sqlite":
        raise _foreign(location)
    return None


def _foreign(location: str) -> RegisterError:
    return RegisterError(f"{location} is a database of another program, no register.", hint="Name another file or URL.")


def _file(path: Path) -> Engine:
    path = path.expanduser()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise RegisterError(f"{path} is a folder, no register.", hint="Name a file in it.")
        if path.exists() and path.stat().st_size:
            with path.open("rb") as file:
                if file.read(len(_MAGIC)) != _MAGIC:
                    raise RegisterError(f"{path} is no register.", hint="Name another file, or move this one away.")
    except OSError as error:
        raise RegisterError(
            f"The register {path} cannot be opened: {error.strerror}.",
            hint="Name a file in a folder that you may write, with --register or BANGGIAO_REGISTER.",
        ) from error
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": _WAIT})

    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _record: Any) -> None:
        # The driver's own notion of transactions ends them before DDL; with None, BEGIN is ours to say.
        connection.isolation_level = None
        for pragma in _PRAGMAS:
            try:
                connection.execute(f"PRAGMA {pragma}")
            except Exception as error:
                if "readonly" not in str(error):
                    raise

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A deferred transaction that turns into a writer may fail as "locked" without waiting.
        write = connection.get_execution_options().get("register_write")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    return engine


def _server(name: str) -> tuple[Engine, str]:
    try:
        url = make_url(name)
        if url.drivername in ("postgresql", "postgres"):
            url = url.set(drivername="postgresql+psycopg")
        if url.get_backend_name() != "postgresql":
            raise RegisterError(
                f"No register can be kept in {url.drivername!r}.", hint="Give a file, or a postgresql:// URL."
            )
        return create_engine(url), url.render_as_string(hide_password=True)
    except (ArgumentError, NoSuchModuleError) as error:
        raise RegisterError(f"{name!r} is no URL of a database.", hint="Write postgresql://user@host/name.") from error
    except ModuleNotFoundError as error:
        raise RegisterError("PostgreSQL needs its driver.", hint="Run: pip install 'banggiao[postgres]'") from error


def _in_words(location: str, error: DBAPIError) -> RegisterError:
    said = str(error.orig).strip()
    for sign, meaning, hint in _MEANINGS:
        if sign in said.lower():
            return RegisterError(f"The register {location}: {meaning}", hint=hint)
    kind = "cannot be used" if isinstance(error, OperationalError) else "refused a command"
    return RegisterError(f"The register {location} {kind}: {said}", hint="Report this if it stays.")
