"""A run over many articles, into a folder of Parquet or into a register."""

from __future__ import annotations

import shutil
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from banggiao.lexicon.store import DATA, signature
from banggiao.model import Article, Reading
from banggiao.reading import READER
from banggiao.scale.items import Counts, Done, Item, Outcome, Work
from banggiao.scale.parts import Run, key_of_run
from banggiao.scale.schedule import Engine, answers
from banggiao.scale.sources import Mark, Sources
from banggiao.scale.streams import needs_extra

if TYPE_CHECKING:
    from banggiao.register import Register

BATCH_ITEMS = 64
"""Items of one batch. On two cores 64 and 256 take the same time, but 64 leaves them less unevenly at the end."""
BATCH_BYTES = 2_000_000
PART_ITEMS = 10_000
"""Items of one part: what an interruption may cost, some ten seconds of work, against the number of files."""
PART_BYTES = 64_000_000
CHUNK = 500
"""Articles of one transaction of a register."""


@dataclass(slots=True, frozen=True)
class Progress:
    """How far a run is. done: this run's items; bytes: taken of all there are (None where that is not known)."""

    counts: Counts
    done: int
    seconds: float
    bytes: int
    total_bytes: int | None


Report = Callable[[Progress], None]


def batches(
    items: Iterator[tuple[Mark, Item]], work: Callable[[tuple[Item, ...]], Work]
) -> Iterator[tuple[Work, Mark]]:
    """Items by the batch, each with the mark behind it. The same items always make the same batches."""
    held: list[Item] = []
    size = 0
    mark = Mark()
    for mark, item in items:
        held.append(item)
        size += item.size()
        if len(held) >= BATCH_ITEMS or size >= BATCH_BYTES:
            yield work(tuple(held)), mark
            held, size = [], 0
    if held:
        yield work(tuple(held)), mark


def to_folder(sources: Sources, folder: Path, *, engine: Callable[[], Engine], report: Report) -> tuple[Counts, bool]:
    """Reads all sources into a folder of Parquet (`docs/bulk.md`), going on where an earlier run of the same was.

    Returns the counts of the whole and whether anything was left to do. Raises UsageError for a folder that holds
    another run, for one that cannot be written, and where the extra `bulk` is missing.
    """
    try:
        from banggiao.scale.tables import SCHEMAS, table
    except ModuleNotFoundError as error:
        raise needs_extra("Writing Parquet", "bulk") from error
    from pyarrow.parquet import write_table

    run = _opened(sources, folder, "tables")
    if run.manifest.finished:
        return run.manifest.counts(), False
    part, streams, size = Counts(), _no_streams(SCHEMAS), 0

    def finish(mark: Mark) -> None:
        nonlocal part, streams, size
        number = len(run.manifest.parts)

        def writer(name: str) -> Callable[[Path], None]:
            return lambda path: write_table(table(name, streams[name]), path, compression="zstd")

        run.finish_part(part, mark, {f"{name}/part-{number:05}.parquet": writer(name) for name in SCHEMAS})
        part, streams, size = Counts(), _no_streams(SCHEMAS), 0

    mark = run.manifest.mark()
    asked = _answered(sources, run, engine, report, lambda items: Work(items, "tables", sources.columns))
    with closing(asked):
        for done, mark in asked:
            for piece in done:
                part.add(piece.counts)
                for name, stream in piece.tables.items():
                    streams[name].append(stream)
                    size += len(stream)
            if part.items >= PART_ITEMS or size >= PART_BYTES:
                finish(mark)
    if part.items or not run.manifest.parts:
        finish(mark)
    run.finish()
    return run.manifest.counts(), True


def to_register(
    sources: Sources, kept: Register, state: Path, *, engine: Callable[[], Engine], report: Report
) -> tuple[Counts, bool]:
    """Reads all sources into a register: the articles that give records. Goes on where an earlier run of the same was.

    state: the folder in which the run is remembered, with its rejects as lines of JSON. Returns as `to_folder`.
    """
    if not kept.counts().articles:
        shutil.rmtree(state, ignore_errors=True)  # of a register that was there before this one
    run = _opened(sources, state, "register")
    if run.manifest.finished:
        return run.manifest.counts(), False
    behind: deque[tuple[int, Mark, Counts, list[Outcome]]] = deque()
    fed = 0

    def feed() -> Iterator[tuple[Article, Reading]]:
        nonlocal fed
        asked = _answered(sources, run, engine, report, lambda items: Work(items, "outcomes", sources.columns))
        with closing(asked):
            for done, mark in asked:
                counts, bad = Counts(), []
                for piece in done:
                    counts.add(piece.counts)
                    for outcome in piece.outcomes:
                        if outcome.refusal:
                            bad.append(outcome)
                        elif outcome.article and outcome.reading and outcome.reading.records:
                            fed += 1
                            yield outcome.article, outcome.reading
                behind.append((fed, mark, counts, bad))

    def settle(added: int) -> None:
        """Remembers the batches all of whose articles are in the register."""
        part, bad, mark = Counts(), [], None
        while behind and behind[0][0] <= added:
            _, mark, counts, more = behind.popleft()
            part.add(counts)
            bad += more
        if mark is not None:
            number = len(run.manifest.parts)
            run.finish_part(part, mark, {f"rejects/part-{number:05}.jsonl": _reject_lines(bad)} if bad else {})

    # An article is yielded when the transaction that holds it, with the others of its chunk, is over.
    for added, _ in enumerate(kept.add_many(feed(), batch=CHUNK), 1):
        if added % CHUNK == 0:
            settle(added)
    settle(fed)
    run.finish()
    return run.manifest.counts(), True


def state_folder(base: Path, sources: Sources, place: str) -> Path:
    """The folder beneath `base` in which a run of these sources, in their present state, into a register is remembered.
    Standard input is never the same twice, and gets a folder of its own each time."""
    inputs = [str(time.time_ns())] if sources.has_stdin else sources.identity()
    return base / key_of_run([place, *inputs], _options(sources, "register"), READER, signature(DATA))[:24]


def _options(sources: Sources, wanted: str) -> dict[str, Any]:
    return {name: value for name, value in asdict(sources.columns).items() if value is not None} | {"wanted": wanted}


def _opened(sources: Sources, folder: Path, wanted: str) -> Run:
    inputs = None if sources.has_stdin else sources.identity()
    return Run.open(folder, inputs=inputs, options=_options(sources, wanted), reader=READER, lexicon=signature(DATA))


def _no_streams(schemas: dict[str, Any]) -> dict[str, list[bytes]]:
    return {name: [] for name in schemas}


def _answered(
    sources: Sources,
    run: Run,
    engine: Callable[[], Engine],
    report: Report,
    work: Callable[[tuple[Item, ...]], Work],
) -> Generator[tuple[list[Done], Mark], None, None]:
    """What the engine makes of what is left, told on the way."""
    counts, start, done_here = run.manifest.counts(), time.monotonic(), 0
    items = sources.items(run.manifest.mark())
    with closing(engine()) as hands:
        for done, mark in answers(batches(items, work), hands):
            for piece in done:
                counts.add(piece.counts)
                done_here += piece.counts.items
            report(Progress(counts, done_here, time.monotonic() - start, sources.meter.taken, sources.total))
            yield done, mark


def _reject_lines(outcomes: list[Outcome]) -> Callable[[Path], object]:
    rows = [
        {"source": each.source, "position": each.position, "id": each.id, "url": each.url}
        | (asdict(each.refusal) if each.refusal else {})
        for each in outcomes
    ]
    return lambda path: path.write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in rows))
