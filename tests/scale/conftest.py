"""Articles of our own for the tests of this room, and a hand on what a run wrote."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyarrow", reason="the extra `bulk` is not installed")

MEETING = (
    "Ngày 2/8/2018, tại Singapore, Bộ trưởng Ngoại giao Trung Quốc Vương Nghị dự Hội nghị Bộ trưởng Ngoại giao "
    "ASEAN - Trung Quốc. Hai bên nhất trí tăng cường quan hệ đối tác chiến lược ASEAN - Trung Quốc và sớm hoàn tất "
    "Bộ quy tắc ứng xử ở Biển Đông (COC)."
)
VISIT = (
    "Ngày 23/3/2018, tại Hà Nội, Chủ tịch nước Trần Đại Quang hội đàm với Tổng thống Hàn Quốc Moon Jae-in đang thăm "
    "cấp Nhà nước Việt Nam. Hai bên nhất trí đưa kim ngạch thương mại lên 100 tỷ USD vào năm 2020."
)
FOOTBALL = (
    "Chiều qua trên sân Hàng Đẫy, đội chủ nhà thắng hai bàn không gỡ. Tiền đạo trẻ mở tỷ số ở phút 30 sau một pha "
    "phản công nhanh, và thủ môn đội khách cứu thua nhiều lần trong hiệp hai."
)


@pytest.fixture
def rows() -> list[dict[str, Any]]:
    """Two articles of relations and one of football, twelve times over, each with an id of its own."""
    texts = (MEETING, FOOTBALL, VISIT)
    days = ("2018-08-03", "2018-05-06", "2018-03-23")
    return [{"id": f"a{n}", "title": f"Tin {n}", "text": texts[n % 3], "published": days[n % 3]} for n in range(36)]


@pytest.fixture
def lines(tmp_path: Path, rows: list[dict[str, Any]]) -> Path:
    """The articles as lines of JSON."""
    return written(tmp_path / "articles.jsonl", rows)


def written(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def tables() -> Callable[[Path, str], list[dict[str, Any]]]:
    """All rows of one table of a run's folder."""

    def read(folder: Path, name: str) -> list[dict[str, Any]]:
        from pyarrow.parquet import read_table

        return [row for part in sorted((folder / name).glob("*.parquet")) for row in read_table(part).to_pylist()]

    return read
