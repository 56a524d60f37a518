"""`bulk`: many articles at once, with its progress on standard error."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from banggiao.errors import UsageError

if TYPE_CHECKING:
    from banggiao.scale.items import Counts
    from banggiao.scale.run import Progress, Report
    from banggiao.scale.schedule import Engine
    from banggiao.scale.sources import Sources

LINE_EVERY = 10.0  # seconds between lines of progress where there is no terminal
STOPPED = 130  # the shell's code for a program that Ctrl-C ended


def bulk(
    inputs: list[str],
    out: Path | None,
    register: str | None,
    *,
    columns: tuple[str | None, ...],
    form: str | None,
    workers: int | None,
    engine: str,
    ray_address: str | None,
) -> int:
    """Reads all inputs. Returns 0, 2 if some records were refused, 130 if it was stopped."""
    from banggiao.scale import run
    from banggiao.scale.items import Columns
    from banggiao.scale.sources import Sources

    if (out is None) == (register is None):
        raise UsageError(
            "Where to is not said." if out is None else "Two places are named.",
            hint="Give --out DIR for Parquet, or --register FILE|URL for a register.",
        )
    if ray_address is not None and engine != "ray":
        raise UsageError("--ray-address is for Ray.", hint="Add --engine ray.")
    sources = Sources(inputs, columns=Columns(*columns), form=form)
    start = _engine(engine, workers, ray_address)
    try:
        with _progress() as report:
            if out is not None:
                counts, anything = run.to_folder(sources, out, engine=start, report=report)
                place, state = str(out), out
            else:
                assert register is not None
                counts, anything, place, state = _into(register, sources, start, report)
    except KeyboardInterrupt:
        goes_on = "" if sources.has_stdin else " The same command goes on where it was."
        print(f"\nbanggiao: stopped.{goes_on}", file=sys.stderr)
        return STOPPED
    if not anything:
        print(f"All of it had been read before, says {state}: nothing was left to do.", file=sys.stderr)
    print(_summary(counts, place), file=sys.stderr)
    if counts.rejects:
        print(f"banggiao: {counts.rejects} records were refused; which and why: {state / 'rejects'}", file=sys.stderr)
        return 2
    return 0


def _engine(engine: str, workers: int | None, ray_address: str | None) -> Callable[[], Engine]:
    if engine == "ray":
        from banggiao.scale.cluster import RayEngine

        return lambda: RayEngine(workers, address=ray_address)
    from banggiao.scale.local import LocalEngine, cores

    return lambda: LocalEngine(workers or cores())


def _into(
    register: str, sources: Sources, start: Callable[[], Engine], report: Report
) -> tuple[Counts, bool, str, Path]:
    """Fills a register. Returns also its name without a password, and the folder in which the run is remembered."""
    from banggiao.register import open_register
    from banggiao.scale import run
    from banggiao.settings import data_folder

    with open_register(register) as kept:
        place = kept.location if "://" in kept.location else str(Path(kept.location).resolve())
        state = run.state_folder(data_folder() / "bulk", sources, place)
        counts, anything = run.to_register(sources, kept, state, engine=start, report=report)
        return counts, anything, kept.location, state


def _summary(counts: Counts, place: str) -> str:
    return (
        f"{counts.items:,} articles: {counts.dismissed:,} dismissed at first look, {counts.read:,} read, "
        f"{counts.with_records:,} of them with {counts.records:,} records, {counts.rejects:,} refused. "
        f"The records are in {place}."
    )


@contextmanager
def _progress() -> Iterator[Report]:
    """A bar on a terminal, a line every ten seconds elsewhere."""
    if sys.stderr.isatty():
        with _bar() as report:
            yield report
        return
    told = time.monotonic()

    def line(progress: Progress) -> None:
        nonlocal told
        if time.monotonic() - told >= LINE_EVERY:
            told = time.monotonic()
            print(_line(progress), file=sys.stderr, flush=True)

    yield line


def _line(progress: Progress) -> str:
    counts = progress.counts
    rate = progress.done / progress.seconds if progress.seconds else 0.0
    out = f"{counts.items:,} articles, {counts.records:,} records, {counts.rejects:,} refused; {rate:,.0f} a second"
    if progress.total_bytes:
        out = f"{min(100, 100 * progress.bytes / progress.total_bytes):.0f} %: {out}"
    return out


@contextmanager
def _bar() -> Iterator[Report]:
    from rich import progress as bars
    from rich.console import Console

    columns = (
        bars.BarColumn(),
        bars.TaskProgressColumn(),
        bars.TextColumn("{task.description}"),
        bars.TimeRemainingColumn(),
    )
    with bars.Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)

        def show(progress: Progress) -> None:
            description = _line(progress).split(" %: ")[-1]
            bar.update(task, completed=progress.bytes, total=progress.total_bytes, description=description)

        yield show
