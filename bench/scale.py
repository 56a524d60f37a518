"""How a register bears size: adding, questions, search and space, on SQLite and PostgreSQL.

    python bench/scale.py [--articles 200000] [--on sqlite] [--on postgresql] [--asked 100] [--keep FOLDER] [--json]

Articles and ready readings come from `press.py`, the same for the same `--seed`; about five records an article. What is
measured, each beside what it should be:

- adding: `add_many` of all of them with everything that follows (facts derived, texts indexed), in articles a second of
  processor time on one core. On PostgreSQL the server's time counts too: both would share the core.
- `brief`, `status`, `timeline`, `search`: the time of each of `--asked` questions, 95th percentile. Parties are drawn
  as often as articles are about them, so the heaviest pairs decide. `as of`: the same as of a day in the middle.
- size on disk against the articles' text in UTF-8.

Processor time, since it is the wall time of an idle machine; beside other work wall time says little. Exits 1 where
something is not as it should be (`--lenient`: only says so).
"""

from __future__ import annotations

import argparse
import gc
import json
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from press import Press

PROJECT = Path(__file__).resolve().parents[1]
SHOULD = {
    "articles a second": (">=", 2_000),
    "size / text": ("<=", 3.0),
    "brief": ("<=", 100),
    "status": ("<=", 100),
    "timeline": ("<=", 100),
    "search": ("<=", 50),
    "brief as of": ("<=", 100),
    "timeline as of": ("<=", 100),
    "status as of": ("<=", 100),
    "typing": ("<=", 50),
}
MIDDLE = date(2018, 6, 30)


class Clock:
    """Processor time of this process and of the database's server for it."""

    def __init__(self, server: Callable[[], float] | None = None) -> None:
        self._server = server or (lambda: 0.0)

    def now(self) -> float:
        return time.process_time() + self._server()


def _seconds(pid: int) -> float:
    """The processor time of a process with one thread (Linux). Not from `stat`, which counts hundredths of a second: of
    questions that take the server eight thousandths the 95th percentile was one of twenty or thirty."""
    return int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / 1e9


@contextmanager
def place(name: str, folder: Path) -> Iterator[str]:
    """An empty database."""
    if name == "sqlite":
        yield str(folder / "register.sqlite")
        return
    sys.path.insert(0, str(PROJECT))
    import psycopg
    from tests.servers import postgres_server

    with postgres_server() as url:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("CREATE DATABASE scale")
        yield f"{url.rsplit('/', 1)[0]}/scale"


def size_of(register: Any) -> int:
    """Bytes on disk."""
    with register._database.reading() as connection:
        if connection.dialect.name == "postgresql":
            return int(connection.exec_driver_sql("SELECT pg_database_size(current_database())").scalar())
    with sqlite3.connect(register.location) as own:
        own.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return sum(path.stat().st_size for path in Path(register.location).parent.glob("register.sqlite*"))


def fill(register: Any, world: Press, count: int, clock: Clock) -> dict[str, float]:
    """Adds `count` articles; the time that making them takes is taken out."""
    spent = {"making": 0.0}
    seen = {"bytes": 0, "records": 0}

    def items() -> Iterator[Any]:
        source = world.articles(count)
        while True:
            start = time.process_time()
            item = next(source, None)
            if item is not None:
                seen["bytes"] += len(item[0].text.encode())
                seen["records"] += len(item[1].records)
            spent["making"] += time.process_time() - start
            if item is None:
                return
            yield item

    start, wall = clock.now(), time.perf_counter()
    for number, _ in enumerate(register.add_many(items()), 1):
        if number % 20_000 == 0:
            print(f"  {number} added, {time.perf_counter() - wall:.0f} s", file=sys.stderr)
    seconds = clock.now() - start - spent["making"]
    return {
        "articles": count,
        "records": seen["records"],
        "text MB": seen["bytes"] / 1e6,
        "articles a second": count / seconds,
        "wall s": time.perf_counter() - wall,
    }


def percentile(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def asked(register: Any, world: Press, count: int, clock: Clock) -> dict[str, float]:
    """The 95th percentile of each question, in milliseconds."""
    from banggiao import lexicon
    from banggiao.briefs import question
    from banggiao.briefs.listing import Asked, facts_asked

    words = lexicon.load()

    def level(pair: tuple[str, str], **days: Any) -> Any:
        return facts_asked(register, words, Asked(kinds=("status",), names=pair, **days), reports=question.REPORTS)

    pairs = world.pairs(count)
    searches = world.searches(count)
    questions: dict[str, list[Callable[[], Any]]] = {
        "brief": [lambda p=p: question.brief(register, words, p, as_of=None, known_by=None) for p in pairs],
        "brief as of": [lambda p=p: question.brief(register, words, p, as_of=MIDDLE, known_by=None) for p in pairs],
        "status": [lambda p=p: level(p) for p in pairs],
        "status as of": [lambda p=p: level(p, as_of=MIDDLE) for p in pairs],
        "timeline": [lambda p=p: question.timeline(register, words, p, as_of=None, known_by=None) for p in pairs],
        "timeline as of": [
            lambda p=p: question.timeline(register, words, p, as_of=MIDDLE, known_by=None) for p in pairs
        ],
        "search": [lambda s=s: register.search(s) for s in searches],
        "typing": [lambda s=s: register.search(s[:-1], prefix=True, limit=8) for s in searches],
    }
    out = {}
    # Nobody who asks has the generator in memory, through which Python's collector would look in the midst of an answer
    # (20 ms each time; 5 without it).
    gc.collect()
    gc.freeze()
    for name, calls in questions.items():
        calls[0]()  # the first of its kind imports and compiles
        times = []
        for call in calls:
            start = clock.now()
            call()
            times.append((clock.now() - start) * 1000)
        out[name] = percentile(times)
        out[f"{name} (median)"] = statistics.median(times)
    return out


def measure(name: str, arguments: argparse.Namespace) -> dict[str, float]:
    from banggiao.register import open_register

    with (
        tempfile.TemporaryDirectory(prefix="banggiao-scale-") as folder,
        place(name, Path(arguments.keep or folder)) as location,
        open_register(location) as register,
    ):
        world = Press(arguments.seed)
        clock = Clock(_server_clock(register))
        if (kept := register.counts()).articles:  # only asked
            figures = {"articles": float(kept.articles), "records": float(kept.reports)}
            return figures | asked(register, world, arguments.asked, clock)
        figures = fill(register, world, arguments.articles, clock)
        figures["size / text"] = size_of(register) / (figures["text MB"] * 1e6)
        return figures | asked(register, world, arguments.asked, clock)


def _server_clock(register: Any) -> Callable[[], float] | None:
    """The processor time of the server's processes for this register's connections."""
    with register._database.reading() as connection:
        if connection.dialect.name != "postgresql":
            return None
        pid = int(connection.exec_driver_sql("SELECT pg_backend_pid()").scalar())
    return lambda: _seconds(pid)  # one connection, kept in the pool


def report(name: str, figures: dict[str, float]) -> bool:
    """Prints the figures; whether all are as they should be."""
    print(f"\n{name}: {figures['articles']:.0f} articles, {figures['records']:.0f} records")
    fine = True
    for key, value in figures.items():
        relation, bound = SHOULD.get(key, ("", 0))
        good = not relation or (value >= bound if relation == ">=" else value <= bound)
        fine = fine and good
        unit = " ms" if key.split(" (")[0] in SHOULD and bound not in (2_000, 3.0) else ""
        wish = f"{relation} {bound}" if relation else ""
        print(f"  {key:24} {value:10.1f}{unit}  {wish:9} {'' if good else '← NOT MET'}")
    return fine


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, default=200_000)
    parser.add_argument("--on", action="append", choices=("sqlite", "postgresql"))
    parser.add_argument("--asked", type=int, default=100, help="questions of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", help="a folder in which the SQLite register stays; what is there is asked again")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--lenient", action="store_true", help="exit 0 whatever the figures")
    arguments = parser.parse_args()
    results = {name: measure(name, arguments) for name in arguments.on or ("sqlite", "postgresql")}
    if arguments.json:
        print(json.dumps(results, indent=2))
        return 0
    fine = [report(name, figures) for name, figures in results.items()]
    return 0 if all(fine) or arguments.lenient else 1


if __name__ == "__main__":
    sys.exit(main())
