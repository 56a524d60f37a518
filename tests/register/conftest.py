"""Articles and readings of our own for the register's tests, and a register in each database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from banggiao.model import RECORD_TYPES, Article, Reading
from banggiao.register import Register, open_register

Item = tuple[Article, Reading]


def make(id: str, published: str | None, text: str, *records: dict[str, Any], url: str | None = None) -> Item:
    """An article and its reading. A record's `says` are words of the text; they become its evidence."""
    made = []
    for slots in records:
        slots = dict(slots)
        words = slots.pop("says", text)
        start = text.index(words)
        kind = RECORD_TYPES[slots.pop("kind")]
        made.append(kind(**slots, evidence=[(start, start + len(words))]))
    article = Article(id=id, text=text, title=text.partition(".")[0], published=published, url=url)
    return article, Reading(id, published, article.title, made, reader="test")


PAIR = ["VNM", "FRA"]


def news() -> list[Item]:
    """Viet Nam and France from 2013 to 2024, with two reports of one visit and one undated page."""
    level: dict[str, Any] = {"kind": "status", "parties": PAIR}
    visit: dict[str, Any] = {"kind": "meeting", "parties": PAIR, "form": "visit", "phase": "held", "country": "VNM"}
    return [
        make(
            "paris",
            "2013-09-26",
            "Việt Nam và Pháp ký tuyên bố chung lập quan hệ đối tác chiến lược tại Paris.",
            level | {"level": "strategic-partnership", "phase": "established", "date": "2013-09-25"},
        ),
        make(
            "plan",
            "2018-10-20",
            "Thủ tướng Pháp Édouard Philippe sẽ thăm Việt Nam đầu tháng 11.",
            visit | {"phase": "planned", "date": "2018-11", "people": ["Édouard Philippe"]},
            {
                "kind": "office",
                "parties": ["FRA"],
                "party": "FRA",
                "role": "head-of-government",
                "person": "Édouard Philippe",
                "says": "Thủ tướng Pháp Édouard Philippe",
            },
        ),
        make(
            "visit",
            "2018-11-03",
            "Thủ tướng Philippe thăm Việt Nam từ ngày 2 đến 4/11. Ông Philippe nói Pháp coi trọng Việt Nam.",
            visit | {"date": "2018-11-02/2018-11-04", "people": ["Edouard Philippe"]},
            {
                "kind": "statement",
                "parties": ["FRA"],
                "act": "say",
                "speaker": "Philippe",
                "date": "2018-11-02",
                "says": "Ông Philippe nói Pháp coi trọng Việt Nam.",
            },
            {
                "kind": "office",
                "parties": ["FRA"],
                "party": "FRA",
                "role": "head-of-government",
                "person": "Philippe",
                "says": "Thủ tướng Philippe",
            },
        ),
        make(
            "raise",
            "2024-10-08",
            "Hai nước ra tuyên bố chung nâng cấp quan hệ Việt Nam - Pháp lên đối tác chiến lược toàn diện ngày 7/10.",
            level | {"level": "comprehensive-strategic-partnership", "phase": "established", "date": "2024-10-07"},
        ),
        make(
            "undated",
            None,
            "Quan hệ đối tác chiến lược Việt - Pháp. Hai bên họp tại Hà Nội ngày 5/3/2019.",
            level | {"level": "strategic-partnership", "phase": "in-force"},
            {"kind": "meeting", "parties": PAIR, "form": "talks", "phase": "held", "date": "2019-03-05"},
        ),
    ]


@pytest.fixture(params=["sqlite", "postgresql"])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty register may be made, in each database."""
    if request.param == "sqlite":
        return str(tmp_path / "register.sqlite")
    return str(request.getfixturevalue("postgres_database"))


@pytest.fixture
def register(location: str) -> Iterator[Register]:
    with open_register(location) as opened:
        yield opened


@pytest.fixture
def tables() -> Callable[[Register], dict[str, list[str]]]:
    """The content of every derived table, sorted."""
    from sqlalchemy import select

    from banggiao.register import schema

    def dump(register: Any) -> dict[str, list[str]]:
        with register._database.reading() as connection:
            return {
                table.name: sorted(str(tuple(row)) for row in connection.execute(select(table)))
                for table in (schema.fact, schema.mention, schema.fact_party, schema.fact_pair, schema.fact_name)
            }

    return dump
