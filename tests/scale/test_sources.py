"""Every kind of file gives its items in order, and what is bad in it is told with its place."""

from __future__ import annotations

import csv
import gzip
import io
import json
import sys
import tracemalloc
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard

from banggiao.errors import UsageError
from banggiao.scale import sources as room
from banggiao.scale import streams
from banggiao.scale.batch import outcome
from banggiao.scale.columns import day_of
from banggiao.scale.items import Columns, Item, Outcome
from banggiao.scale.sources import Mark, Sources

from .conftest import FOOTBALL, MEETING, VISIT, written


def items(*named: Path, columns: Columns | None = None, form: str | None = None) -> list[Item]:
    return [item for _, item in Sources([str(n) for n in named], columns=columns, form=form).items()]


def outcomes(*named: Path, columns: Columns | None = None) -> list[Outcome]:
    return [outcome(item, columns or Columns()) for item in items(*named, columns=columns)]


def told(found: list[Outcome]) -> list[tuple[int, str]]:
    return [(each.position, each.refusal.code) for each in found if each.refusal]


def jsonl(rows: list[dict[str, Any]]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


# -- kinds of file -----------------------------------------------------------------------------------------------------


def test_all_kinds_of_table_give_the_same_articles(tmp_path: Path, rows: list[dict[str, Any]]) -> None:
    data = jsonl(rows)
    (tmp_path / "a.jsonl").write_bytes(data)
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(data[:5000]) + gzip.compress(data[5000:]))
    frames = zstandard.ZstdCompressor()
    (tmp_path / "a.jsonl.zst").write_bytes(frames.compress(data[:5000]) + frames.compress(data[5000:]))
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "a.parquet", row_group_size=10)
    with (tmp_path / "a.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    readings = {}
    for path in sorted(tmp_path.iterdir()):
        found = outcomes(path)
        assert not told(found), path
        readings[path.name] = [(o.id, o.article, o.reading) for o in found]
    assert len(readings) == 5
    assert all(each == readings["a.jsonl"] for each in readings.values())
    assert [reading is not None for _, _, reading in readings["a.jsonl"][:3]] == [True, False, True]


def test_folders_are_opened_up_and_pages_are_read(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "b.html").write_text(f"<html><body><h1>Tin</h1><p>{MEETING}</p></body></html>")
    (tmp_path / "a.txt").write_text(VISIT)
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    found = outcomes(tmp_path)
    assert [each.id for each in found] == ["a", "b"]
    assert all(each.reading and each.reading.records for each in found)


def test_a_page_about_other_things_is_not_taken_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    menu = "<nav><ul><li><a href='/'>Trang chủ</a></li><li>Thể thao</li></ul></nav>" * 20
    (tmp_path / "a.html").write_text(f"<html><body>{menu}<p>{FOOTBALL}</p></body></html>")
    taken = []
    monkeypatch.setattr("banggiao.pages.article_from_html", lambda *a, **k: taken.append(1))
    (found,) = outcomes(tmp_path / "a.html")
    assert (found.reading, found.refusal, taken) == (None, None, [])


def test_names_are_seen_through_tags_and_entities(tmp_path: Path) -> None:
    marked = MEETING.replace("Trung Quốc", "<b>Trung</b>\n   Quốc").replace("ạ", "&#7841;").replace("ệ", "&#x1ec7;")
    (tmp_path / "a.html").write_text(f"<html><body><article><h1>Tin</h1><p>{marked}</p></article></body></html>")
    (found,) = outcomes(tmp_path / "a.html")
    assert found.reading is not None
    assert "CHN" in {party for record in found.reading.records for party in record.parties}


def test_standard_input_is_lines_packed_or_not(monkeypatch: pytest.MonkeyPatch, rows: list[dict[str, Any]]) -> None:
    for data in (jsonl(rows), gzip.compress(jsonl(rows))):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        assert len(items(Path("-"))) == 36


def test_items_go_on_from_any_mark(tmp_path: Path, rows: list[dict[str, Any]]) -> None:
    first, second = written(tmp_path / "a.jsonl", rows[:5]), written(tmp_path / "b.jsonl", rows[5:9])
    named = [str(first), str(second)]
    everything = list(Sources(named).items())
    for at, (mark, _) in enumerate(everything, 1):
        assert [item for _, item in Sources(named).items(mark)] == [item for _, item in everything[at:]]
    assert everything[5][0] == Mark(1, 1)


# -- columns -----------------------------------------------------------------------------------------------------------


def test_columns_are_found_by_common_names_or_named(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.jsonl",
        [
            {"Content": MEETING, "Headline": "Tin", "Date": "2018-08-03T07:00:00+07:00", "link": "https://x.vn/1"},
            {"Content": ["đoạn một", "đoạn hai"], "other": MEETING},
        ],
    )
    first, second = outcomes(path)
    assert first.article is not None
    assert (first.article.title, first.article.published, first.article.url) == ("Tin", "2018-08-03", "https://x.vn/1")
    assert first.id == "https://x.vn/1"
    assert second.article is not None
    assert second.article.text == "đoạn một\nđoạn hai"
    named = outcomes(path, columns=Columns(text="other"))
    assert told(named) == [(1, "malformed")]
    assert named[0].refusal is not None
    assert "no column 'other'; there are: Content" in named[0].refusal.reason
    assert named[1].reading


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2018-08-02", "2018-08-02"),
        ("2018-08", "2018-08"),
        ("2018-08-02 23:30:00", "2018-08-02"),
        ("2/8/2018", "2018-08-02"),
        ("02-08-2018 07:15", "2018-08-02"),
        ("Thu, 02 Aug 2018 07:15:00 +0700", "2018-08-02"),
        ("", None),
        (None, None),
    ],
)
def test_days_as_tables_write_them(given: str | None, day: str | None) -> None:
    assert day_of(given) == day


@pytest.mark.parametrize("given", ["31/2/2018", "hôm qua", "2018-13-01", 1533168000])
def test_a_day_that_does_not_exist_is_refused(given: Any) -> None:
    with pytest.raises(UsageError, match="is no date"):
        day_of(given)


def test_a_table_without_text_says_what_it_has(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("ma,ghi chú\n1,2\n")
    pq.write_table(pa.table({"ma": [1]}), tmp_path / "b.parquet")
    reasons = [each.refusal.reason for each in outcomes(tmp_path) if each.refusal]
    assert reasons == [
        "no column of text; there are: ma, ghi chú (name one with --text)",
        "no column of text; there are: ma (name one with --text)",
    ]


# -- bad input ---------------------------------------------------------------------------------------------------------


def test_bad_lines_are_told_and_the_others_read(tmp_path: Path) -> None:
    good = json.dumps({"id": "g", "text": MEETING}).encode()
    bad: list[tuple[bytes, str]] = [
        (b"no json", "malformed"),
        (b"[1, 2]", "malformed"),
        (b'{"text": 5}', "malformed"),
        (b'{"text": ""}', "empty"),
        (b'{"text": null}', "empty"),
        (b'{"title": "x"}', "malformed"),
        (b'{"text": "\xff\xfe"}', "malformed"),
        (b'{"text": "\\ud800"}', "malformed"),
        (b"[" * 100_000, "malformed"),
        (b'{"text":' + b'{"text":' * 100_000, "malformed"),
        (json.dumps({"text": MEETING, "published": "31/2/2018"}).encode(), "date"),
        (json.dumps({"text": "The ministers met in Singapore. " * 80 + MEETING}).encode(), "language"),
        (json.dumps({"text": MEETING * 10_000}).encode(), "too-long"),
    ]
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\n".join([good, b"", *(line for line, _ in bad), good]))
    found = outcomes(path)
    assert told(found) == [(n, code) for n, (_, code) in enumerate(bad, 3)]
    assert found[0].reading == found[-1].reading
    assert found[0].reading is not None
    assert found[0].reading.records


def test_bad_rows_of_a_csv_file_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.csv"
    rows = [b"id,text", f"1,{FOOTBALL}".replace(", ", " ").encode(), b"2", b"3,\xff\xfe", b'4,"not closed\nto the end']
    path.write_bytes(b"\n".join(rows))
    assert told(outcomes(path))[:2] == [(3, "malformed"), (4, "encoding")]


def test_damaged_and_cut_files_give_what_came_before(tmp_path: Path, rows: list[dict[str, Any]]) -> None:
    data = b"".join(json.dumps({**row, "n": n * 7919 % 1000}).encode() + b"\n" for n, row in enumerate(rows * 200))
    packed = gzip.compress(data)
    (tmp_path / "cut.jsonl.gz").write_bytes(packed[:-3000])
    (tmp_path / "spoilt.jsonl.gz").write_bytes(packed[:5000] + b"\0" * 400 + packed[5400:])
    frame = zstandard.ZstdCompressor().compress(data)
    (tmp_path / "cut.jsonl.zst").write_bytes(frame[: len(frame) // 2])
    (tmp_path / "no.parquet").write_bytes(b"PAR1 and no more")
    for path in sorted(tmp_path.iterdir()):
        found = items(path)
        assert [item.form for item in found].count("refused") == 1, path
        assert found[-1].data[0] == ("malformed" if path.suffix == ".parquet" else "cut-off")


def test_a_file_that_is_gone_is_refused_and_the_next_read(tmp_path: Path, rows: list[dict[str, Any]]) -> None:
    gone, there = written(tmp_path / "a.jsonl", rows), written(tmp_path / "b.jsonl", rows)
    found = Sources([str(gone), str(there)])
    gone.unlink()
    all_items = [item for _, item in found.items()]
    assert [item.form for item in all_items] == ["refused", *["json"] * 36]


def test_a_bomb_fills_no_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line of 400 MB in 0.4 MB, gzip, and in 0.04 MB, zstd: refused by its length, whatever comes after is read."""
    monkeypatch.setattr(room, "MAX_RECORD", 1_000_000)
    monkeypatch.setattr(streams.lines, "__defaults__", (1_000_000,))
    after = b"\n" + json.dumps({"text": MEETING}).encode()
    with gzip.open(tmp_path / "a.jsonl.gz", "wb", compresslevel=1) as file:
        for _ in range(400):
            file.write(b"0" * 1_000_000)
        file.write(after)
    with zstandard.open(tmp_path / "b.jsonl.zst", "wb") as packed:
        for _ in range(400):
            packed.write(b"0" * 1_000_000)
        packed.write(after)
    for path in sorted(tmp_path.iterdir()):
        tracemalloc.start()
        found = items(path)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert [(item.position, item.form) for item in found] == [(1, "refused"), (2, "json")]
        assert peak < 60_000_000, path


def test_what_cannot_be_read_at_all_is_said_at_once(tmp_path: Path) -> None:
    for named, says in (
        ([str(tmp_path / "no.jsonl")], "no such file"),
        ([str(tmp_path)], "Nothing to read"),
    ):
        with pytest.raises(UsageError, match=says):
            Sources(named)
    (tmp_path / "data.bin").write_bytes(b"x")
    with pytest.raises(UsageError, match="tells no format"):
        Sources([str(tmp_path / "data.bin")])
    with pytest.raises(UsageError, match="no such format"):
        Sources([str(tmp_path / "data.bin")], form="pdf")
