"""Speed and memory at scale, as one table: `make bench-table` writes docs/benchmarks.md anew.

    python bench/table.py [--articles 200000] [--every 100] [--write docs/benchmarks.md]

Side by side, each in a process of its own bound to one core, over the same articles: a bare scan of the bytes for
every form of the lexicon (what finding the words alone costs: the limit for a reader of this lexicon), the first look,
reading, and underthesea's word segmentation and named entities. Then `banggiao bulk` over the corpus beside the project
(../shared/corpus/press.jsonl.gz), on one core and on two in turn, and over more and more articles: the corpus again
and again, each time with a line of its own at its end, so that no article comes twice.

Processor time counts the work whatever else the machine does, wall time does not; memory is the sum over all processes,
shared pages counted in each. Exits 1 above 600 MB, and below 1.8 for two cores against one where nothing else runs.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[1]
CORPUS = PROJECT.parent / "shared" / "corpus" / "press.jsonl.gz"
MOST_MB, LEAST_GAIN = 600, 1.8
QUIET = 0.97  # of its wall time a run on one core had the processor, where nothing else ran
ROUNDS = 3  # of one core and two in turn

# -- side by side ------------------------------------------------------------------------------------------------------


def bare_scan() -> Callable[[str], Any]:
    import ahocorasick_rs

    from banggiao.lexicon import load

    forms = [form.encode() for form in load().forms]
    machine = ahocorasick_rs.BytesAhoCorasick(forms, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return lambda text: machine.find_matches_as_indexes(text.encode())


def first_look() -> Callable[[str], Any]:
    from banggiao.reading import Reader

    return Reader().dismisses


def reading() -> Callable[[str], Any]:
    from banggiao.scale.batch import outcome
    from banggiao.scale.items import Columns, Item

    columns = Columns()
    return lambda text: outcome(Item("bench", 1, "fields", {"text": text}), columns)


def words() -> Callable[[str], Any]:
    from underthesea import word_tokenize

    return word_tokenize


def names() -> Callable[[str], Any]:
    from underthesea import ner

    return ner


SIDES: dict[str, tuple[str, Callable[[], Callable[[str], Any]]]] = {
    "scan": ("a bare scan of the bytes for the lexicon's forms", bare_scan),
    "look": ("Banggiao's first look", first_look),
    "read": ("**Banggiao, all of it**: first look, zones, dates, records", reading),
    "words": ("underthesea, word segmentation", words),
    "names": ("underthesea, named entities", names),
}


def articles(every: int) -> Iterator[dict[str, Any]]:
    with gzip.open(CORPUS, "rt", encoding="utf-8") as file:
        yield from (json.loads(row) for number, row in enumerate(file) if number % every == 0)


def one_side(name: str, every: int) -> dict[str, float]:
    """One of them, in this process."""
    texts = [article["text"] for article in articles(every)]
    call = SIDES[name][1]()
    for text in texts[:20]:  # what is loaded and compiled at first use
        call(text)
    start = time.process_time()
    for text in texts:
        call(text)
    seconds = time.process_time() - start
    return {
        "articles": len(texts),
        "a second": len(texts) / seconds,
        "MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def side_by_side(every: int) -> dict[str, dict[str, float]]:
    found = {}
    for name in SIDES:
        command = [sys.executable, __file__, "--only", name, "--every", str(every)]
        done = subprocess.run(command, capture_output=True, text=True, preexec_fn=lambda: os.sched_setaffinity(0, {0}))
        if done.returncode == 0:
            found[name] = json.loads(done.stdout.splitlines()[-1])
        else:
            print(f"{name}: not measured ({done.stderr.strip().splitlines()[-1:]})", file=sys.stderr)
    return found


# -- bulk --------------------------------------------------------------------------------------------------------------


def bulk(source: Path, cores: int) -> dict[str, float]:
    """One run of the command: seconds of wall and processor time, and the most memory of all its processes."""
    with tempfile.TemporaryDirectory(prefix="banggiao-bench-") as out:
        command = [sys.executable, "-m", "banggiao", "bulk", str(source), "--out", f"{out}/found"]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.perf_counter()
        process = subprocess.Popen(
            command, stderr=subprocess.PIPE, text=True, preexec_fn=lambda: os.sched_setaffinity(0, set(range(cores)))
        )
        watch = Watch(process.pid)
        said = process.communicate()[1]
        wall = time.perf_counter() - start
        peak = watch.stop()
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if process.returncode not in (0, 2):
            sys.exit(f"bulk ended with {process.returncode}: {said}")
        counts = json.loads(Path(out, "found", "manifest.json").read_text(encoding="utf-8"))["parts"]
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    total = {name: sum(part["counts"][name] for part in counts) for name in ("items", "dismissed", "records")}
    return {"wall": wall, "cpu": spent, "MB": peak, **total}


class Watch:
    """The most memory that a process and those beneath it have held together, looked at four times a second."""

    def __init__(self, pid: int) -> None:
        self._pid, self._peak, self._end = pid, 0.0, threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def stop(self) -> float:
        self._end.set()
        self._thread.join()
        return self._peak

    def _look(self) -> None:
        while not self._end.wait(0.25):
            self._peak = max(self._peak, sum(map(resident_mb, family(self._pid))))


def family(pid: int) -> list[int]:
    try:
        # Children belong to the thread that started them.
        below = [
            child for task in Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()
        ]
    except OSError:
        return []
    return [pid, *(each for child in below for each in family(int(child)))]


def resident_mb(pid: int) -> float:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * resource.getpagesize() / 1e6
    except OSError:
        return 0.0


def grown(number: int, folder: Path) -> Path:
    """A file of so many articles: the corpus again and again, no article twice."""
    path = folder / f"{number}.jsonl.gz"
    rows = list(articles(1))
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=1) as file:
        for at in range(number):
            row = rows[at % len(rows)]
            text = f"{row['text']}\nBản tin số {at}." if at >= len(rows) else row["text"]
            file.write(json.dumps({"id": f"{at}", "title": row["title"], "text": text}, ensure_ascii=False) + "\n")
    return path


# -- the page ----------------------------------------------------------------------------------------------------------


def measured(every: int, most: int) -> dict[str, Any]:
    import gate

    result: dict[str, Any] = {"sides": side_by_side(every), "gate": gate.measure(1)}
    turns: dict[str, list[dict[str, float]]] = {"1": [], "2": []}
    for _ in range(ROUNDS):
        for cores in (1, 2):
            turns[str(cores)].append(bulk(CORPUS, cores))
    result["turns"] = turns
    result["growth"] = {}
    with tempfile.TemporaryDirectory(prefix="banggiao-bench-") as folder:
        for number in (size for size in (1_000, 10_000, 50_000, most) if size <= most):
            if number not in result["growth"]:
                result["growth"][number] = bulk(grown(number, Path(folder)), 2)
    return result


def shown(value: float) -> str:
    """Two digits at least, and no more than mean something."""
    return f"{value:,.0f}" if value >= 10 else f"{value:.2g}"


def page(result: dict[str, Any], every: int) -> str:
    gate = result["gate"]
    cpu = {cores: min(run["cpu"] for run in runs) for cores, runs in result["turns"].items()}
    wall = {cores: min(run["wall"] for run in runs) for cores, runs in result["turns"].items()}
    memory = {cores: max(run["MB"] for run in runs) for cores, runs in result["turns"].items()}
    corpus = result["turns"]["2"][0]
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    own = result["sides"]["read"]["a second"]
    lines = [
        "# Speed and memory, as measured",
        "",
        "Written by `make bench-table`; what it measures and how stands at the top of `bench/table.py`.",
        f"{datetime.now(UTC):%Y-%m-%d}, {machine}.",
        "The first table counts processor time. Where a wall time is much longer than the processor time shared evenly",
        "by the cores, other programs ran beside it.",
        "",
        f"## Side by side, one core, every {every}th article of a newspaper's archive",
        "",
        "| | articles a second | against Banggiao | MB |",
        "| --- | ---: | ---: | ---: |",
    ]
    for name, (title, _) in SIDES.items():
        if side := result["sides"].get(name):
            rate, ratio = shown(side["a second"]), shown(side["a second"] / own)
            lines.append(f"| {title} | {rate} | {ratio} | {side['MB']:,.0f} |")
    lines += [
        "",
        "underthesea finds words and names; Banggiao finds who met whom, who said what, what was signed, and dates it.",
        "",
        "## The first look",
        "",
        f"It dismisses {gate['dismissed']:.1%} of the archive's articles,",
        f"{gate['dismissed of those without records']:.1%} of those that give no record,",
        f"and keeps {gate['records kept']:.2%} of the records that reading everything finds.",
        "",
        f"## `banggiao bulk` over {corpus['items']:,} articles",
        "",
        "| cores | processor seconds | wall seconds, best | MB, all processes |",
        "| --- | ---: | ---: | ---: |",
        *(f"| {cores} | {cpu[cores]:.1f} | {wall[cores]:.1f} | {memory[cores]:.0f} |" for cores in ("1", "2")),
        "",
        f"Start-up included. Two cores against one, by wall time: {wall['1'] / wall['2']:.2f}.",
        f"Half of the processor time on two cores, the least that the wall time can be: {cpu['2'] / 2:.1f} s.",
        "",
        "## As the archive grows, two cores",
        "",
        "| articles | processor seconds | a thousand articles | wall seconds | MB, all processes |",
        "| ---: | ---: | ---: | ---: | ---: |",
    ]
    for number, run in result["growth"].items():
        each = run["cpu"] * 1000 / int(number)
        lines.append(f"| {int(number):,} | {run['cpu']:.1f} | {each:.2f} | {run['wall']:.1f} | {run['MB']:.0f} |")
    lines.append("")
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200_000, help="how many the largest run has")
    parser.add_argument("--every", type=int, default=100, help="side by side: each n-th article")
    parser.add_argument("--write", type=Path, default=PROJECT / "docs" / "benchmarks.md")
    parser.add_argument("--only", choices=SIDES, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.only:
        print(json.dumps(one_side(options.only, options.every)))
        return 0
    if not CORPUS.is_file():
        print("bench/table.py: no corpus beside the project (../shared/corpus/press.jsonl.gz); nothing measured")
        return 0
    result = measured(options.every, options.articles)
    print(json.dumps(result))
    options.write.write_text(page(result, options.every), encoding="utf-8")
    runs = [*result["turns"]["2"], *result["growth"].values()]
    one, two = (min(turns, key=lambda run: run["wall"]) for turns in result["turns"].values())
    heavy = max(run["MB"] for run in runs) > MOST_MB
    quiet = one["cpu"] > QUIET * one["wall"]
    return int(heavy or (quiet and one["wall"] / two["wall"] < LEAST_GAIN))


if __name__ == "__main__":
    sys.exit(main())
