"""How fast the reader reads, how much memory it takes, how soon it starts; beside a peer, in the same run.

    python bench/speed.py [--rounds 10] [--json]

Articles: the labelled ones beside the project (../shared/gold/dev) where they are, else the shipped examples. All
runs on one core. The peer is `underthesea`, whose CRF models for word segmentation and for names ship in its package;
it does less (names, no relations), so the ratio says what a user pays for the rest. Absolute times depend on the
machine; `floors.json` therefore holds ratios measured in one run, and a ceiling of memory. Exits 1 below a floor.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[1]
DEV = PROJECT.parent / "shared" / "gold"
EXAMPLES = PROJECT / "src" / "banggiao" / "examples"
FLOORS = PROJECT / "bench" / "floors.json"
_PARTS = 12

Texts = list[tuple[str, str, str | None]]
"""(id, text, day of publication) of each article."""


def texts() -> tuple[str, Texts]:
    """The articles to read, and where they are from."""
    labels = DEV / "dev.gold.jsonl"
    if labels.is_file():
        rows = [json.loads(row) for row in labels.read_text(encoding="utf-8").splitlines() if row.strip()]
        found = [(row["id"], DEV / "dev" / f"{row['id']}.txt", row.get("published")) for row in rows]
        # newline="": offsets count the file's own line ends, so the reader is given them too.
        return "dev", [(id, path.read_bytes().decode("utf-8"), day) for id, path, day in found if path.is_file()]
    return "examples", [(p.stem, p.read_text(encoding="utf-8"), None) for p in sorted(EXAMPLES.glob("*.txt"))]


def seconds_of(run: Callable[[], Any]) -> float:
    """Seconds of processor time.

    The work is bound to one core and waits for nothing, so that this is its wall time on an idle machine. Wall time
    itself fell by half beside other work on the same core, and the ratio to the peer moved by a third.
    """
    start = time.process_time()
    run()
    return time.process_time() - start


def side_by_side(ours: Callable[[], Any], theirs: Sequence[Callable[[], Any]]) -> tuple[float, float]:
    """(our mean seconds, their seconds for all turns), each of theirs between two of ours.

    A shared machine's speed moves by a third within a minute. All of ours before all of theirs, as it was, gave ratios
    of 2.43 to 2.96 to word_tokenize on the same code; ten turns of each gave 2.82, 2.88, 2.92 and 2.93.
    """
    turns = [(seconds_of(ours), seconds_of(their), seconds_of(ours)) for their in theirs]
    return statistics.fmean(s for before, _, after in turns for s in (before, after)), sum(t for _, t, _ in turns)


def peak_memory_mb() -> float:
    """The most memory that this process has held so far."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def cold_start(arguments: list[str], rounds: int) -> float:
    """Seconds from nothing to the end of a command, the median of some runs after one that fills the caches."""
    command = [sys.executable, *arguments]
    times = []
    for _ in range(rounds + 1):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


def measure(rounds: int) -> dict[str, Any]:
    """All figures of one run."""
    source, articles = texts()
    characters = sum(len(text) for _, text, _ in articles)
    result: dict[str, Any] = {"articles": source, "count": len(articles), "characters": characters}

    # The reader first: memory is counted before the peer's models are loaded.
    from banggiao import read_text

    def read(some: Texts) -> None:
        for id, text, day in some:
            read_text(text, id=id, published=day)

    start = time.perf_counter()
    read(articles[:1])
    result["first article s"] = time.perf_counter() - start
    result["reader articles/s"] = len(articles) / min(seconds_of(lambda: read(articles)) for _ in range(3))
    result["reader peak MB"] = peak_memory_mb()

    result["python -c pass s"] = cold_start(["-c", "pass"], 5)
    result["--help s"] = cold_start(["-m", "banggiao", "--help"], 5)
    page = DEV / "dev" / f"{articles[0][0]}.txt" if source == "dev" else EXAMPLES / f"{articles[0][0]}.txt"
    result["read one article s"] = cold_start(["-m", "banggiao", "read", "--json", str(page)], 5)

    try:
        from underthesea import ner, word_tokenize
    except ImportError:
        result["peer"] = None
        return result
    result["peer"] = peer_version()
    for call in (word_tokenize, ner):
        call(articles[0][1])  # loads its model
    # Names take a minute or more on the labelled articles: one round, of whose parts each is a turn.
    parts = [articles[first::_PARTS] for first in range(_PARTS)]
    peers: list[tuple[str, Callable[[str], Any], list[Texts], int]] = [
        ("word_tokenize", word_tokenize, [articles] * rounds, rounds),
        ("ner", ner, parts, 1),
    ]
    for name, call, turns, times in peers:
        theirs = [partial(lambda call, some: [call(text) for _, text, _ in some], call, some) for some in turns]
        our, their = side_by_side(lambda: read(articles), theirs)
        result[f"{name} articles/s"] = times * len(articles) / their
        result[f"reader / {name}"] = their / times / our
    return result


def peer_version() -> str:
    from importlib.metadata import version

    return f"underthesea {version('underthesea')}"


def broken(result: dict[str, Any]) -> list[str]:
    """The floors and ceilings of floors.json that the figures miss. What was not measured cannot miss."""
    held = json.loads(FLOORS.read_text(encoding="utf-8"))["speed"][result["articles"]]
    out = [f"{k}: {result[k]:.2f} is under {v}" for k, v in held["at least"].items() if k in result and result[k] < v]
    out += [f"{k}: {result[k]:.2f} is over {v}" for k, v in held["at most"].items() if k in result and result[k] > v]
    return out


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=10, help="turns of reader and peer")
    parser.add_argument("--json", action="store_true", help="the figures as one JSON object")
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    result = measure(options.rounds)
    if options.json:
        print(json.dumps(result, ensure_ascii=False))
    else:
        for name, value in result.items():
            print(f"{name:<24}{value:>12.2f}" if isinstance(value, float) else f"{name:<24}{value!s:>12}")
        if result["peer"] is None:
            print("underthesea is not installed (make bench installs it): no ratios this time.")
    missed = broken(result)
    for miss in missed:
        print(f"Floor missed: {miss}", file=sys.stderr)
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
