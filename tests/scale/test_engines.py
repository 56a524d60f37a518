"""Workers that are lost cost nothing but the article that killed them, and the order stays that of the input."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from banggiao.errors import BanggiaoError
from banggiao.scale import run
from banggiao.scale.items import Counts
from banggiao.scale.local import LocalEngine
from banggiao.scale.sources import Sources

Tables = Callable[[Path, str], list[dict[str, Any]]]


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "BATCH_ITEMS", 4)
    monkeypatch.setattr(run, "PART_ITEMS", 16)
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).resolve().parents[2]))


def into(lines: Path, out: Path, **engine: Any) -> Counts:
    engine = {"workers": 2} | engine
    counts, _ = run.to_folder(Sources([str(lines)]), out, engine=lambda: LocalEngine(**engine), report=lambda _: None)
    return counts


def same_files(one: Path, two: Path) -> bool:
    found = {path.relative_to(one): path.read_bytes() for path in sorted(one.rglob("*.parquet"))}
    assert len(found) >= 3
    return found == {path.relative_to(two): path.read_bytes() for path in sorted(two.rglob("*.parquet"))}


def test_one_worker_and_three_write_the_same_bytes(tmp_path: Path, lines: Path) -> None:
    counts = into(lines, tmp_path / "one", workers=1)
    assert (counts.items, counts.dismissed, counts.read, counts.rejects) == (36, 12, 24, 0)
    into(lines, tmp_path / "three", workers=3)
    assert same_files(tmp_path / "one", tmp_path / "three")


def test_a_worker_killed_once_changes_nothing(tmp_path: Path, lines: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    into(lines, tmp_path / "well")
    monkeypatch.setenv("DEADLY_ONCE", str(tmp_path / "killed"))
    counts = into(lines, tmp_path / "killed-once", function="tests.scale.deadly:once")
    assert (tmp_path / "killed").exists()
    assert counts.rejects == 0
    assert same_files(tmp_path / "well", tmp_path / "killed-once")


@pytest.mark.parametrize("deed", ["at_a5", "still_at_a5"])
def test_an_article_that_ends_every_worker_is_found_and_refused(
    tmp_path: Path, lines: Path, tables: Tables, deed: str
) -> None:
    counts = into(lines, tmp_path / "out", function=f"tests.scale.deadly:{deed}", patience=3)
    assert (counts.items, counts.rejects) == (36, 1)
    (reject,) = tables(tmp_path / "out", "rejects")
    assert (reject["position"], reject["code"]) == (6, "crashed")
    ids = [row["id"] for row in tables(tmp_path / "out", "articles")]
    assert ids == [f"a{n}" for n in range(36) if n != 5]


def test_workers_that_cannot_start_end_the_run_with_a_reason() -> None:
    engine = LocalEngine(1, function="tests.scale.no_such_module:work")
    try:
        engine.submit(1, b"")
        with pytest.raises(BanggiaoError, match="could not be started"):
            engine.done()
    finally:
        engine.close()


def test_closing_ends_the_workers() -> None:
    engine = LocalEngine(2, function="time:sleep")
    end = time.monotonic() + 20
    while len(engine.pids()) < 2 and time.monotonic() < end:
        time.sleep(0.02)
    pids = engine.pids()
    assert len(pids) == 2
    engine.close()
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_a_worker_killed_from_outside_is_replaced(tmp_path: Path, lines: Path) -> None:
    """As the system's own killer does when memory is short."""
    into(lines, tmp_path / "well")
    engines: list[LocalEngine] = []

    def start() -> LocalEngine:
        engines.append(LocalEngine(2))
        return engines[0]

    killed = threading.Event()

    def kill_one(_: object) -> None:
        if not killed.is_set():
            killed.set()
            os.kill(engines[0].pids()[0], signal.SIGKILL)

    run.to_folder(Sources([str(lines)]), tmp_path / "out", engine=start, report=kill_one)
    assert killed.is_set()
    assert same_files(tmp_path / "well", tmp_path / "out")
