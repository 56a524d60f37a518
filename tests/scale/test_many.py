"""Many articles from Python: the same readings as one by one, in order; tables in, tables out."""

from __future__ import annotations

import subprocess
import sys
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

import banggiao
from banggiao.errors import InputError, UsageError
from banggiao.pages import article_from_text

from .conftest import FOOTBALL, MEETING, VISIT


@pytest.mark.parametrize("workers", [1, 2])
def test_readings_are_those_of_read_text_in_order(rows: list[dict[str, Any]], workers: int) -> None:
    rows = [{name: row[name] for name in ("id", "text", "published")} for row in rows] * 4
    alone = [banggiao.read_text(row["text"], id=row["id"], published=row["published"]) for row in rows]
    assert list(banggiao.read_many(rows, workers=workers)) == alone


def test_texts_and_articles_are_read_too() -> None:
    article = article_from_text(VISIT, id="visit", published="2018-03-23")
    found = list(banggiao.read_many([MEETING, article, {"text": FOOTBALL}], workers=1))
    assert [reading.id for reading in found] == ["0", "visit", "2"]
    assert [bool(reading.records) for reading in found] == [True, True, False]


def test_an_article_that_cannot_be_read_raises_at_its_turn_or_is_left_out() -> None:
    texts = [MEETING, "", VISIT]
    reading = banggiao.read_many(texts, workers=1)
    assert next(reading).id == "0"
    with pytest.raises(InputError, match="1: there is no text"):
        next(reading)
    assert [each.id for each in banggiao.read_many(texts, workers=1, errors="skip")] == ["0", "2"]


def test_an_endless_source_is_taken_as_needed() -> None:
    taken = 0

    def endless() -> Any:
        nonlocal taken
        while True:
            taken += 1
            yield FOOTBALL

    found = banggiao.read_many(endless(), workers=2)
    assert [reading.id for reading in islice(found, 3)] == ["0", "1", "2"]
    found.close()  # type: ignore[attr-defined]
    assert taken < 5000


def test_it_works_in_a_script_without_a_guard(tmp_path: Path) -> None:
    """Processes of `multiprocessing` would run the script again in each worker."""
    script = tmp_path / "script.py"
    script.write_text(f"import banggiao\nprint([r.id for r in banggiao.read_many([{FOOTBALL!r}] * 3, workers=2)])\n")
    said = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, timeout=120)
    assert (said.stdout, said.stderr) == ("['0', '1', '2']\n", "")


@pytest.mark.parametrize("workers", [1, 2])
def test_an_arrow_table_is_scanned(rows: list[dict[str, Any]], workers: int) -> None:
    table = pa.Table.from_pylist([{"body": row["text"], "ngay": row["published"], "ma": row["id"]} for row in rows])
    found = banggiao.scan(table, published="ngay", id="ma", workers=workers)
    assert found.articles.column("id").to_pylist() == [row["id"] for row in rows]
    assert found.articles.column("published").to_pylist() == [row["published"] for row in rows]
    assert found.records.num_rows == sum(found.articles.column("records").to_pylist())
    assert found.rejects.num_rows == 0


def test_polars_in_polars_out(rows: list[dict[str, Any]]) -> None:
    polars = pytest.importorskip("polars", reason="polars is not installed; Arrow tables are tested above")
    found = banggiao.scan(polars.DataFrame(rows), workers=1)
    assert isinstance(found.records, polars.DataFrame)
    assert found.articles["id"].to_list() == [row["id"] for row in rows]
    arrow = banggiao.scan(pa.Table.from_pylist(rows), workers=1)
    assert found.records.to_dicts() == arrow.records.to_pylist()


def test_a_table_without_a_text_is_refused() -> None:
    with pytest.raises(UsageError, match="The table has no column of text; there are: ma"):
        banggiao.scan(pa.table({"ma": [1]}))
    with pytest.raises(UsageError, match="int is no table"):
        banggiao.scan(5)
