"""Long texts are kept compressed, and read however they were."""

from __future__ import annotations

import hashlib
import zlib
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config

from banggiao.model import Article, Reading
from banggiao.register import open_register, schema
from banggiao.register.packing import RECORDS, TEXTS, Packing

ARTICLE = (
    "Sáng 5/3, Bộ trưởng Ngoại giao hai nước ký bản ghi nhớ về hợp tác kinh tế, mở đầu chuyến thăm chính thức. "
    "Hai bên nhất trí nâng kim ngạch thương mại, tăng cường trao đổi đoàn và phối hợp tại các diễn đàn đa phương. "
) * 3


@pytest.mark.parametrize("packing", [TEXTS, RECORDS])
@pytest.mark.parametrize("dialect", ["sqlite", "postgresql"])
@pytest.mark.parametrize("text", ["", "Hà Nội", "a" * 201, ARTICLE, ARTICLE + "日本 кириллица \U0001f600\x00"])
def test_a_text_comes_back_as_it_was(text: str, dialect: str, packing: Packing) -> None:
    """Short and long, in any letters."""
    assert packing.unpacked(packing.packed(text, dialect)) == text


def test_texts_of_earlier_versions_are_read() -> None:
    """Those that were never compressed, and those that zlib compressed, at any level."""
    assert TEXTS.unpacked(ARTICLE) == ARTICLE
    for level in range(10):
        assert TEXTS.unpacked(zlib.compress(ARTICLE.encode(), level)) == ARTICLE


def test_words_that_all_texts_have_need_no_room() -> None:
    """A text of the press takes less than zlib at its best makes of it."""
    once = ARTICLE[: len(ARTICLE) // 3]
    assert len(TEXTS.packed(once, "sqlite")) < len(zlib.compress(once.encode(), 9)) * 0.9


def test_what_records_have_in_common_needs_no_room() -> None:
    """A record of a few hundred bytes takes less than half in PostgreSQL; SQLite keeps it as it is."""
    record = (
        '{"kind":"meeting","parties":["VNM","FRA"],"evidence":[[312,402]],"rules":["meeting.talks"],'
        '"date_basis":"resolved","form":"talks","phase":"held","date":"2018-11-02","city":"Hà Nội","country":"VNM",'
        '"people":["Nguyễn Xuân Phúc","Édouard Philippe"]}'
    )
    assert len(RECORDS.packed(record, "postgresql")) < len(record.encode()) / 2
    assert RECORDS.packed(record, "sqlite") == record


@pytest.mark.parametrize(
    ("name", "digest"),
    [
        ("pairs.txt", "fb38201fa179880b10204d1ef4c58db7fa12900d9cccf18c708c1b219cf46335"),
        ("records.txt", "49a4f1a2f0f8d58feac0a7292746d58eab2941b4b3245017c1595a701c5ee2dd"),
    ],
)
def test_the_words_never_change(name: str, digest: str) -> None:
    """A register written with other bytes could not be read: these are the ones that registers were written with."""
    words = (files("banggiao") / "data" / "packing" / name).read_bytes()
    assert hashlib.sha256(words).hexdigest() == digest


def test_threads_pack_and_unpack_side_by_side() -> None:
    """Each has its own tools, which two may not use at once."""
    texts = [f"{number} {ARTICLE}" for number in range(400)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda text: TEXTS.unpacked(TEXTS.packed(text, "sqlite")), texts)) == texts


def test_an_earlier_version_finds_what_it_can_read(tmp_path: Path) -> None:
    """On the way back to the tables of an earlier version the texts are packed as it did."""
    where = tmp_path / "register.sqlite"
    article = Article("a", ARTICLE, published="2019-03-05")
    with open_register(where) as register:
        register.add(article, Reading("a", "2019-03-05", "", []))
        config = Config()
        config.set_main_option("script_location", str(Path(schema.__file__).parent / "migrations"))
        with register._database.writing() as connection:
            before = connection.exec_driver_sql("SELECT text FROM article").scalar()
            config.attributes["connection"] = connection
            command.downgrade(config, "0016")
            after = connection.exec_driver_sql("SELECT text FROM article").scalar()
    assert len(before) < len(after)
    assert zlib.decompress(after).decode() == ARTICLE
