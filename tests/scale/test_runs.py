"""A run may be stopped anywhere: it goes on where it was and ends as if it had not been stopped."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from banggiao import read_text
from banggiao.cli import run as command
from banggiao.errors import UsageError
from banggiao.model import RECORD_TYPES, Record
from banggiao.register import open_register
from banggiao.scale import run
from banggiao.scale.batch import done
from banggiao.scale.items import Counts
from banggiao.scale.sources import Sources
from tests.interrupts import heed

from .conftest import written
from .test_engines import same_files

Tables = Callable[[Path, str], list[dict[str, Any]]]


class Here:
    """An engine without workers, which may be stopped after some batches."""

    slots = 2

    def __init__(self, stop_after: int = 10**9) -> None:
        self._asked: list[tuple[int, bytes]] = []
        self._left = stop_after

    def submit(self, ticket: int, asked: bytes) -> None:
        self._asked.append((ticket, asked))

    def done(self) -> tuple[int, bytes | None]:
        import pickle

        if not self._left:
            raise KeyboardInterrupt
        self._left -= 1
        ticket, asked = self._asked.pop(-(self._left % 2))  # now the newest, now the oldest: order is not its business
        return ticket, pickle.dumps(done(pickle.loads(asked)))

    def close(self) -> None:
        self._asked.clear()


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "BATCH_ITEMS", 4)
    monkeypatch.setattr(run, "PART_ITEMS", 8)
    monkeypatch.setattr(run, "CHUNK", 5)


def into(out: Path, *inputs: Path, stop_after: int = 10**9) -> tuple[Counts, bool]:
    sources = Sources([str(path) for path in inputs])
    return run.to_folder(sources, out, engine=lambda: Here(stop_after), report=lambda _: None)


@pytest.mark.parametrize("stop_after", [0, 1, 3, 5, 8])
def test_a_stopped_run_ends_as_if_it_had_not_been(tmp_path: Path, lines: Path, stop_after: int) -> None:
    well, _ = into(tmp_path / "well", lines)
    with pytest.raises(KeyboardInterrupt):
        into(tmp_path / "out", lines, stop_after=stop_after)
    # What a run that was killed in the middle of writing leaves behind.
    (tmp_path / "out" / "records").mkdir(exist_ok=True)
    (tmp_path / "out" / "records" / ".part-00004.parquet.tmp").write_bytes(b"half")
    counts, anything = into(tmp_path / "out", lines)
    assert anything
    assert counts == well
    assert same_files(tmp_path / "well", tmp_path / "out")
    assert not list((tmp_path / "out").rglob("*.tmp"))
    assert into(tmp_path / "out", lines) == (well, False)


def test_finished_parts_are_not_read_again(tmp_path: Path, lines: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        into(tmp_path / "out", lines, stop_after=7)
    kept = {path: path.stat().st_mtime_ns for path in (tmp_path / "out" / "records").iterdir()}
    assert len(kept) >= 2
    seen: list[int] = []
    sources = Sources([str(lines)])
    run.to_folder(sources, tmp_path / "out", engine=Here, report=lambda progress: seen.append(progress.done))
    assert seen[-1] == 36 - 8 * len(kept)
    assert all(path.stat().st_mtime_ns == at for path, at in kept.items())


def test_another_run_does_not_go_into_the_same_folder(tmp_path: Path, lines: Path, rows: list[dict[str, Any]]) -> None:
    into(tmp_path / "out", lines)
    other = written(tmp_path / "other.jsonl", rows[:3])
    with pytest.raises(UsageError, match="of other inputs"):
        into(tmp_path / "out", other)
    written(lines, rows[:5])
    with pytest.raises(UsageError, match="before they changed"):
        into(tmp_path / "out", lines)


def test_an_empty_input_gives_empty_tables(tmp_path: Path, tables: Tables) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.write_text("")
    counts, _ = into(tmp_path / "out", empty)
    assert counts == Counts()
    assert all(tables(tmp_path / "out", name) == [] for name in ("records", "articles", "rejects"))


# -- what is written ---------------------------------------------------------------------------------------------------


def test_rows_say_what_reading_one_by_one_says(
    tmp_path: Path, lines: Path, rows: list[dict[str, Any]], tables: Tables
) -> None:
    into(tmp_path / "out", lines)
    articles = {row["id"]: row for row in tables(tmp_path / "out", "articles")}
    records = tables(tmp_path / "out", "records")
    assert list(articles) == [row["id"] for row in rows]
    for row in rows[:3]:
        reading = read_text(row["text"], id=row["id"], published=row["published"])
        article = articles[row["id"]]
        found = [each for each in records if each["article"] == article["key"]]
        assert article["records"] == len(found) == len(reading.records)
        assert article["outcome"] == ("read" if reading.records else "dismissed")
        assert (article["text"] == row["text"]) == bool(reading.records)
        for each, record in zip(found, reading.records, strict=True):
            assert each["kind"] == record.kind
            for name in slots(record):
                assert each[name] == (getattr(record, name) or None), name
            assert [(e["start"], e["end"]) for e in each["evidence"]] == record.evidence
            assert all(row["text"][e["start"] : e["end"]] == e["quote"] for e in each["evidence"])
            if getattr(record, "date", None) == "2018-08-02":
                assert each["earliest"].isoformat() == each["latest"].isoformat() == "2018-08-02"


def slots(record: Record) -> list[str]:
    return [field.name for field in fields(record) if field.name not in ("evidence", "story", "value", "session")]


def test_the_tables_have_a_column_for_every_slot(project: Path) -> None:
    from banggiao.scale.tables import SCHEMAS

    wanted = {field.name for cls in RECORD_TYPES.values() for field in fields(cls)}
    assert wanted <= set(SCHEMAS["records"].names)
    page = (project / "docs" / "bulk.md").read_text(encoding="utf-8")
    for name, schema in SCHEMAS.items():
        part = page.split(f"## {name}", 1)[1].split("\n## ", 1)[0]
        assert [line.split("`")[1] for line in part.splitlines() if line.startswith("| `")] == schema.names


# -- into a register ---------------------------------------------------------------------------------------------------


def into_register(place: Path, state: Path, lines: Path, stop_after: int = 10**9) -> Counts:
    with open_register(place) as kept:
        sources = Sources([str(lines)])
        return run.to_register(sources, kept, state, engine=lambda: Here(stop_after), report=lambda _: None)[0]


@pytest.mark.parametrize("stop_after", [0, 4, 8])
def test_a_register_is_filled_and_gone_on_with(tmp_path: Path, rows: list[dict[str, Any]], stop_after: int) -> None:
    lines = written(tmp_path / "a.jsonl", [*rows, {"id": "bad", "text": ""}])
    with pytest.raises(KeyboardInterrupt):
        into_register(tmp_path / "r.sqlite", tmp_path / "state", lines, stop_after)
    counts = into_register(tmp_path / "r.sqlite", tmp_path / "state", lines)
    assert (counts.items, counts.with_records, counts.rejects) == (37, 24, 1)
    with open_register(tmp_path / "r.sqlite") as kept, open_register(tmp_path / "by-hand.sqlite") as other:
        for row in rows:
            if (reading := read_text(row["text"], id=row["id"], published=row["published"])).records:
                from banggiao.pages import article_from_text

                article = article_from_text(row["text"], id=row["id"], published=row["published"], title=row["title"])
                reading.title = row["title"]
                other.add(article, reading)
        assert kept.counts() == other.counts()
        assert kept.counts().articles == 24
    (rejects,) = (tmp_path / "state" / "rejects").glob("*.jsonl")
    assert json.loads(rejects.read_text())["code"] == "empty"


def test_a_register_is_filled_from_a_folder_as_from_the_archive(
    tmp_path: Path, rows: list[dict[str, Any]], examples: Path
) -> None:
    """Days found on the page or worked out keep how they are known, and articles without records are passed over."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(examples.glob("*.txt"))]
    lines = written(tmp_path / "a.jsonl", [*rows, *({"id": f"e{n}", "text": text} for n, text in enumerate(texts))])
    into(tmp_path / "out", lines)
    into_register(tmp_path / "direct.sqlite", tmp_path / "state1", lines)
    counts = into_register(tmp_path / "folder.sqlite", tmp_path / "state2", tmp_path / "out" / "articles")
    assert counts.items == counts.with_records
    with open_register(tmp_path / "direct.sqlite") as direct, open_register(tmp_path / "folder.sqlite") as folder:
        assert folder.articles() == direct.articles()
        assert {"given", "derived"} < {ref.published_basis for ref in direct.articles()}
        assert folder.counts() == direct.counts()


# -- the command -------------------------------------------------------------------------------------------------------


def test_the_command_says_what_it_did(tmp_path: Path, lines: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert command(["bulk", str(lines), "--out", str(tmp_path / "out"), "--workers", "1"]) == 0
    said = capfd.readouterr()
    assert said.out == ""
    assert said.err.startswith("36 articles: 12 dismissed at first look, 24 read, 24 of them with ")
    assert command(["bulk", str(lines), "--out", str(tmp_path / "out")]) == 0
    assert "nothing was left to do" in capfd.readouterr().err


@pytest.fixture
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the test's own."""
    monkeypatch.setattr("banggiao.settings.data_folder", lambda: tmp_path / "data")
    return tmp_path / "data"


def test_the_command_tells_of_rejects(tmp_path: Path, data_folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    lines = tmp_path / "a.jsonl"
    lines.write_text("no json\n")
    assert command(["bulk", str(lines), "--register", str(tmp_path / "r.sqlite"), "--workers", "1"]) == 2
    said = capfd.readouterr().err
    assert "1 records were refused; which and why: " in said
    (rejects,) = Path(said.rsplit(": ", 1)[1].strip()).glob("*.jsonl")
    assert rejects.is_relative_to(data_folder)
    assert json.loads(rejects.read_text())["position"] == 1


@pytest.mark.usefixtures("data_folder")
def test_the_command_fills_a_register_again_that_was_begun_anew(
    tmp_path: Path, lines: Path, rows: list[dict[str, Any]], capfd: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "r.sqlite"
    words = ["bulk", str(lines), "--register", str(place), "--workers", "1"]
    assert command(words) == 0
    assert command(words) == 0
    assert "nothing was left to do" in capfd.readouterr().err
    for file in tmp_path.glob("r.sqlite*"):
        file.unlink()
    assert command(words) == 0
    assert "nothing was left to do" not in capfd.readouterr().err
    with open_register(place) as kept:
        assert kept.counts().articles == 24
    # The same name with other content is another run.
    written(lines, [{**row, "id": f"new-{row['id']}"} for row in rows])
    assert command(words) == 0
    with open_register(place) as kept:
        assert kept.counts().articles == 48


@pytest.mark.usefixtures("data_folder")
def test_standard_input_goes_into_a_register_day_after_day(
    tmp_path: Path, rows: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    for part in (rows[:3], rows[3:6]):
        data = "".join(json.dumps(row) + "\n" for row in part).encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        assert command(["bulk", "-", "--register", str(tmp_path / "r.sqlite"), "--workers", "1"]) == 0
    with open_register(tmp_path / "r.sqlite") as kept:
        assert kept.counts().articles == 4


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([], "Where to is not said"),
        (["--out", "x", "--register", "y"], "Two places are named"),
        (["--out", "x", "--ray-address", "auto"], "Add --engine ray"),
    ],
)
def test_the_command_refuses_what_is_unclear(
    lines: Path, words: list[str], says: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert command(["bulk", str(lines), *words]) == 2
    assert says in capfd.readouterr().err


def test_ctrl_c_ends_it_tidily_and_it_goes_on(tmp_path: Path, rows: list[dict[str, Any]]) -> None:
    """A real process, stopped in the middle: it says so, leaves no worker, and the same command ends the work."""
    lines = written(tmp_path / "a.jsonl", [{**row, "id": f"{n}-{row['id']}"} for n in range(300) for row in rows])
    words = [sys.executable, "-m", "banggiao", "bulk", str(lines), "--out", str(tmp_path / "out"), "--workers", "2"]
    process = subprocess.Popen(words, stderr=subprocess.PIPE, text=True, preexec_fn=heed)
    manifest = tmp_path / "out" / "manifest.json"
    end = time.monotonic() + 60
    while not (manifest.exists() and len(children(process.pid)) == 2) and time.monotonic() < end:
        time.sleep(0.05)
    time.sleep(1.0)
    workers = children(process.pid)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130, said
    assert "stopped. The same command goes on" in said
    assert len(workers) == 2
    assert not any(alive(pid) for pid in workers)
    assert not json.loads(manifest.read_text())["finished"]


def children(pid: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            after = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(after[1]) == pid:
            found.append(int(stat.parent.name))
    return found


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
