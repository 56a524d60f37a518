"""The example articles and the reading that a careful person expects of them (`examples.gold.jsonl`)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import banggiao
from banggiao.model import RECORD_TYPES

GOLD: list[dict[str, Any]] = [
    json.loads(row) for row in (Path(__file__).parent / "examples.gold.jsonl").read_text(encoding="utf-8").splitlines()
]
FOLDER = Path(__file__).parents[1] / "src" / "banggiao" / "examples"
RELATIONS_AS_EXPECTED = [
    ("asean-trung-quoc-2021", "dialogue-relations", "established", "1991"),
    ("asean-nga-sochi-2016", "dialogue-relations", "established", "1996-07"),
    ("asean-an-do-2018", "strategic-partnership", "established", "2012"),
    ("viet-my-2023", "comprehensive-partnership", "established", "2013-07"),
    ("viet-my-2023", "diplomatic-relations", "established", "1995-07"),
    ("viet-nhat-2023", "diplomatic-relations", "established", "1973"),
    ("lavrov-ha-noi-2018", "comprehensive-strategic-partnership", "in-force", None),
    ("asean-han-busan-2019", "dialogue-relations", "established", "1989"),
]


def page(id: str) -> Path:
    return next(FOLDER.glob(f"{id}.*"))


def test_every_example_has_its_expected_reading() -> None:
    """Labels and articles name each other, one to one."""
    assert [row["id"] for row in GOLD] == sorted(p.stem for p in FOLDER.glob("*.[th]*"))


@pytest.mark.parametrize("row", GOLD, ids=lambda row: row["id"])
def test_labels_quote_the_article(row: dict[str, Any]) -> None:
    """Each label is a record of a known kind, and its evidence and title stand in the article word for word."""
    text = page(row["id"]).read_text(encoding="utf-8")
    assert row["title"] in text
    for record in row["records"]:
        assert record["kind"] in RECORD_TYPES
        assert record["evidence"]
        assert all(quote in text for quote in record["evidence"])


@pytest.mark.parametrize(("id", "level", "phase", "date"), RELATIONS_AS_EXPECTED)
def test_relations_are_read(id: str, level: str, phase: str, date: str | None) -> None:
    """The level of relations that the article states is found, with its date."""
    found = [r for r in banggiao.read(page(id)).to_dict()["records"] if r["kind"] == "status"]
    assert (level, phase, date) in [(r["level"], r["phase"], r.get("date")) for r in found]


def test_football_yields_nothing() -> None:
    """An article that names countries but is not about their relations gives no record."""
    assert banggiao.read(page("aff-cup-2018")).records == []


def test_an_undated_page_stays_undated_or_says_why() -> None:
    """The page without a date gets none, or one that is marked as derived with its reason."""
    reading = banggiao.read(page("asean-trung-quoc-hnccc21"))
    assert reading.published is None or (reading.published_basis == "derived" and reading.published_reason)
