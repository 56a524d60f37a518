"""The reports of `reports.yml` and `reports_en.yml` as articles, with the event of each."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from banggiao.model import Article
from banggiao.pages import article_from_text


@dataclass(frozen=True)
class Reports:
    """articles: all reports. event: the event of each, by id. copies: (rewrite, what it rewrites)."""

    articles: list[Article]
    event: dict[str, str]
    copies: list[tuple[str, str]]


def _read(file: str) -> Reports:
    events = yaml.safe_load(Path(__file__).with_name(file).read_text(encoding="utf-8"))
    rows = [(event["event"], row) for event in events for row in event["reports"]]
    articles = [
        article_from_text(f"{row['title']}\n{row['text']}", id=row["id"], title=row["title"]) for _, row in rows
    ]
    copies = [(row["id"], row["of"]) for _, row in rows if "of" in row]
    return Reports(articles, {row["id"]: event for event, row in rows}, copies)


@pytest.fixture(scope="session")
def reports() -> Reports:
    return _read("reports.yml")


@pytest.fixture(scope="session")
def english() -> Reports:
    return _read("reports_en.yml")
