"""kill -9 at random moments, several at once, a full disk, a torn log: nothing is lost, nothing is there twice.

The work runs in a fork of this process, so that a hundred moments cost no hundred starts of Python. A few moments in the
quick suite, a hundred in the slow one.
"""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from banggiao.errors import RegisterError
from banggiao.model import Reading, record_from_dict
from banggiao.register import database, open_register, schema
from banggiao.register.upkeep import reread, verify

from .conftest import PAIR, Item, make
from .test_faults import add_all

MOMENTS = [pytest.param(4, id="few"), pytest.param(100, id="hundred", marks=pytest.mark.slow)]
SPEECH = {"kind": "statement", "parties": ["VNM"], "act": "say"}
VISIT = {"kind": "meeting", "parties": PAIR, "form": "visit", "phase": "held", "country": "VNM"}
TRADE = {"kind": "figure", "parties": PAIR, "measure": "trade", "unit": "USD", "period": "2018", "value": 4.6e9}


def news(first: int, count: int) -> list[Item]:
    """Articles that share facts with others before and after them; every third is a reprint of the one before."""
    out = []
    for n in range(first, first + count):
        said = n - 1 if n % 3 == 2 else n
        text = f"Tin số {said}: Việt Nam nói về điều thứ {said} của chương trình. Hai nước gặp nhau ở Hà Nội trong ngày {said}."
        day = f"2018-{1 + said % 12:02}-03"
        out.append(make(f"n{n:04}", "2019-01-01", text, SPEECH, VISIT | {"date": day}, TRADE))
    return out


def forked(work: Callable[[], None]) -> int:
    """Does the work in a child of its own; its process id. What it raises is told, and it ends with 1."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        work()
        code = 0
    except BaseException as error:
        os.write(2, f"{error!r}\n".encode())
    finally:
        os._exit(code)


def ended(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed(work: Callable[[], None], chance: random.Random, longest: float) -> bool:
    """Kills the work at a moment of its first `longest` seconds; whether it came too late."""
    child = forked(work)
    time.sleep(chance.random() * longest)
    os.kill(child, signal.SIGKILL)
    return ended(child) == 0


def lasting(work: Callable[[], None]) -> float:
    """How long the work takes when nobody disturbs it."""
    start = time.monotonic()
    assert ended(forked(work)) == 0
    return time.monotonic() - start


def sound(register: Any) -> None:
    """Every record of every article belongs to one fact that quotes it."""
    assert [finding.problem for finding in verify(register)] == []


def derived(register: Any, tables: Any) -> Any:
    """The derived tables, and that deriving all anew gives the same."""
    found = tables(register)
    register.derive()
    assert tables(register) == found
    return found


@pytest.mark.parametrize("moments", MOMENTS)
def test_add_killed_and_run_again(moments, location, tables, tmp_path):
    """At whatever moment: what was reported as added is there, and the same command again completes it."""
    chance = random.Random(1)
    size = 8

    def adding(number: int, out: int) -> Callable[[], None]:
        def work() -> None:
            with open_register(location) as register:
                for added in register.add_many(news(number * size, size), batch=3):
                    os.write(out, f"{added.key}\n".encode())

        return work

    reader, writer = os.pipe()
    with open_register(location):
        pass  # to make the tables takes longer than the work: of four moments three came too late, on a busy machine all
    longest = lasting(adding(0, writer))
    os.read(reader, 65536)
    late = 0
    for number in range(1, moments + 1):
        late += killed(adding(number, writer), chance, longest)
        os.write(writer, b"\n")
        reported = {line for line in os.read(reader, 65536).decode().split() if len(line) == 24}
        with open_register(location) as register:
            assert reported <= {ref.key for ref in register.articles()}
            counts = register.counts()
            assert number * size <= counts.articles <= (number + 1) * size
            assert counts.reports == 3 * counts.articles
            list(register.add_many(news(number * size, size), batch=3))
            assert register.counts().articles == (number + 1) * size
    assert late < moments
    os.close(reader)
    os.close(writer)
    with open_register(location) as register, open_register(tmp_path / "whole.sqlite") as whole:
        list(whole.add_many(news(0, (moments + 1) * size)))
        assert whole.counts() == register.counts()
        assert tables(whole) == derived(register, tables)
        sound(register)


@pytest.mark.parametrize("moments", MOMENTS)
def test_reread_killed_and_run_again(moments, location, tables):
    """Each article has the older or the newer reading, whole; after the second run all have the newer one."""
    chance = random.Random(2)

    def reading_of(version: int) -> Callable[[Any], Reading]:
        def read(article: Any) -> Reading:
            span = [[0, article.text.index(":") + 12]]
            act = ("say", "support", "propose")[version % 3]
            records = [record_from_dict({**SPEECH, "act": act, "evidence": span}) for _ in range(1 + version % 2)]
            return Reading(article.id, article.published, article.title, records, reader=f"v{version}")

        return read

    def rereading(version: int) -> Callable[[], None]:
        def work() -> None:
            with open_register(location) as register:
                list(reread(register, reading_of(version)))

        return work

    with open_register(location) as register:
        list(register.add_many(news(0, 12)))
    longest = lasting(rereading(0))
    late = 0
    for version in range(1, moments + 1):
        late += killed(rereading(version), chance, longest)
        with open_register(location) as register:
            stored = [register.article(ref.key) for ref in register.articles()]
            assert {one.reading.reader for one in stored} <= {f"v{version - 1}", f"v{version}"}
            for one in stored:
                assert len(one.reading.records) == 1 + int(one.reading.reader[1:]) % 2
            list(reread(register, reading_of(version)))
            assert {register.article(ref.key).reading.reader for ref in register.articles()} == {f"v{version}"}
            assert len(register.articles()) == 12
    assert late < moments
    with open_register(location) as register:
        derived(register, tables)
        sound(register)


class Older:
    """Registers of the first version with the same content, as many as are asked for."""

    def __init__(self, location: str) -> None:
        self._location = location
        self._number = 0

    def make(self, tables: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        """Makes the pattern; the derived tables and the voices that a register of it should have today."""
        from alembic import command
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(Path(database.__file__).with_name("migrations")))
        with open_register(self._location) as register:
            list(register.add_many(news(0, 12)))
            today = tables(register), {ref.key: ref.voice for ref in register.articles()}
            with register._database.writing() as connection:
                config.attributes["connection"] = connection
                command.downgrade(config, "0001")
        return today

    def another(self) -> str:
        self._number += 1
        if "://" not in self._location:
            path = f"{self._location}.{self._number}"
            shutil.copy(self._location, path)
            return path
        import psycopg

        server, name = self._location.rsplit("/", 1)
        with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}_{self._number}" TEMPLATE "{name}"')
        return f"{server}/{name}_{self._number}"

    def gone(self, location: str) -> None:
        if "://" in location:
            import psycopg

            server, name = location.rsplit("/", 1)
            with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
                connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.mark.parametrize("moments", MOMENTS)
def test_migration_killed_and_run_again(moments, location, tables):
    """The register is of the older version or of this one; opened again it is of this one, with all that it held."""
    chance = random.Random(3)
    older = Older(location)
    facts, voices = older.make(tables)
    here = older.another()
    longest = lasting(lambda: open_register(here).close())
    late = 0
    for _ in range(moments):
        here = older.another()
        late += killed(lambda: open_register(here).close(), chance, longest)  # noqa: B023 - it runs before the next
        with open_register(here) as register:
            assert {ref.key: ref.voice for ref in register.articles()} == voices
            register.counts()  # the first question derives the facts that a migration leaves to be derived
            assert tables(register) == facts
            sound(register)
        older.gone(here)
    assert late < moments


# -- several at once ---------------------------------------------------------------------------------------------------


def test_two_processes_add_at_once(location, tables, tmp_path):
    """Overlapping articles, one by one and in bulk: as if one had added them all."""
    everything = news(0, 40)

    def one_by_one() -> None:
        with open_register(location) as register:
            for item in everything[:25]:
                register.add(*item)

    def in_bulk() -> None:
        with open_register(location) as register:
            list(register.add_many(reversed(everything[15:]), batch=4))

    children = [forked(one_by_one), forked(in_bulk)]
    assert [ended(child) for child in children] == [0, 0]
    with open_register(location) as register, open_register(tmp_path / "whole.sqlite") as whole:
        list(whole.add_many(everything))
        assert whole.counts() == register.counts()
        assert tables(whole) == derived(register, tables)


def test_what_is_added_in_the_midst_of_an_answer_has_no_part_in_it(location):
    """The same without chance: two statements of one answer see one state, whatever was committed between them."""
    with open_register(location) as register, open_register(location) as other:
        list(other.add_many(news(0, 4)))
        articles = select(func.count()).select_from(schema.article)
        with register._database.reading() as connection:
            before = connection.scalar(articles)
            list(other.add_many(news(4, 4)))
            assert connection.scalar(articles) == before == 4
        assert register.counts().articles == 8


def test_a_reader_during_a_bulk_add_sees_whole_articles(location):
    """Every answer is of one moment: all records of an article or none, and articles only ever come."""
    open_register(location).close()

    def adding() -> None:
        with open_register(location) as register:
            list(register.add_many(news(0, 120), batch=10))

    child = forked(adding)
    seen = []
    with open_register(location) as register:
        while not seen or (seen[-1] < 120 and not os.waitpid(child, os.WNOHANG)[0]):
            counts = register.counts()
            assert counts.reports == 3 * counts.articles
            for fact in register.facts(kinds=("figure",)):
                assert all(mention.record.kind == "figure" for mention in fact.mentions)
            seen.append(counts.articles)
        assert seen == sorted(seen)
        assert register.counts().articles == 120
        sound(register)


# -- disks and files ---------------------------------------------------------------------------------------------------


def full_disk_of(location: Path, room: Callable[[], None]) -> None:
    """Adds until there is no room (which `room` says), in a child; the error is the house's own."""

    def work() -> None:
        with open_register(location) as register:
            room()
            with pytest.raises(RegisterError, match="disk"):
                add_all(register, news(0, 2000))

    assert ended(forked(work)) == 0


def test_a_file_that_may_not_grow_keeps_what_is_in_it(tmp_path, tables):
    """At the limit of a file's size, as on a full disk: whole articles, and later the rest."""
    path = tmp_path / "small.sqlite"

    def room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        log = path.with_name("small.sqlite-wal")
        limit = max(path.stat().st_size, log.stat().st_size) + 500_000
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    full_disk_of(path, room)
    with open_register(path) as register:
        kept = register.counts()
        assert 0 < kept.articles < 2000
        assert kept.reports == 3 * kept.articles
        sound(register)
        list(register.add_many(news(0, kept.articles + 30)))
        assert register.counts().articles == kept.articles + 30
        derived(register, tables)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount")
def test_a_full_disk_keeps_what_is_on_it(tmp_path):
    """A real one, of two megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)], capture_output=True)
    if mounted.returncode:
        pytest.skip("no file system may be mounted here")
    try:
        path = disk / "register.sqlite"
        full_disk_of(path, lambda: None)
        with open_register(path) as register:
            kept = register.counts()
            assert 0 < kept.articles < 2000
            assert kept.reports == 3 * kept.articles
            sound(register)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.parametrize("damage", ["cut", "garbage behind", "garbage within"])
def test_a_torn_log_loses_no_article_by_half(damage, tmp_path, tables):
    """The write-ahead log ends in the middle of a transaction, or in rubbish: what was whole before is kept."""
    path = tmp_path / "torn.sqlite"

    def adding() -> None:
        register = open_register(path)
        with register._database.reading() as connection:
            connection.exec_driver_sql("PRAGMA wal_autocheckpoint = 0")
        for item in news(0, 20):
            register.add(*item)
        os._exit(0)  # leaves the log behind

    assert ended(forked(adding)) == 0
    log = path.with_name("torn.sqlite-wal")
    whole = log.read_bytes()
    chance = random.Random(4)
    for _ in range(6):
        at = chance.randrange(len(whole) // 4, len(whole))
        rubbish = chance.randbytes(5000)
        torn = {
            "cut": whole[:at],
            "garbage behind": whole + rubbish,
            "garbage within": whole[:at] + rubbish + whole[at + 5000 :],
        }[damage]
        here = tmp_path / "here.sqlite"
        for old in tmp_path.glob("here.sqlite*"):
            old.unlink()
        shutil.copy(path, here)
        here.with_name("here.sqlite-wal").write_bytes(torn)
        with open_register(here) as register:
            kept = register.counts()
            assert kept.reports == 3 * kept.articles
            assert kept.articles == 20 or damage != "garbage behind"
            sound(register)
            list(register.add_many(news(0, 20)))
            assert register.counts().articles == 20
            derived(register, tables)
        with sqlite3.connect(here) as plain:
            assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
