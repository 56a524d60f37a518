"""What the lexicon lacks is proposed from the frames in which articles name it."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from banggiao.cli import run
from banggiao.pages import article_from_text
from banggiao.reading import Reader
from banggiao.reading.suggest import suggest

TEXTS = [
    (
        "Ngoại trưởng Venezuela Samuel Moncada hôm 3/2 gặp Ngoại trưởng Nga Sergey Lavrov tại thủ đô Moskva. Hai bên nhất trí sớm ký "
        "Hiệp định Hợp tác Khai mỏ Caribe."
    ),
    (
        "Tại thành phố Maracaibo, Ngoại trưởng Venezuela Samuel Moncada ngày 5/2 hội đàm với Ngoại trưởng Cuba Bruno Rodríguez về "
        "Hiệp định Hợp tác Khai mỏ Caribe mà hai nước ký năm ngoái."
    ),
]


def articles() -> list[tuple[str, str]]:
    return [(f"a{number}", text) for number, text in enumerate(TEXTS)]


def test_names_of_several_articles_are_proposed() -> None:
    """A person with his post, an agreement with its parties; what one article alone names is not."""
    found = suggest(
        (article_from_text(text, id=id, published="2019-02-06") for id, text in articles()), Reader(), least=2
    )
    names = {(s.kind, s.name): s for s in found}
    assert names["person", "Samuel Moncada"].says == "foreign-minister, VEN"
    assert names["person", "Samuel Moncada"].articles == 2
    assert ("instrument", "Hiệp định Hợp tác Khai mỏ Caribe") in names
    assert "Maracaibo" not in {s.name for s in found}


def test_what_the_lexicon_knows_is_not_proposed() -> None:
    """Sergey Lavrov and the Code of Conduct are known."""
    text = "Ngày 3/2, Ngoại trưởng Nga Sergey Lavrov gặp Ngoại trưởng Trung Quốc Vương Nghị. ASEAN và Trung Quốc đàm phán COC."
    found = suggest([article_from_text(text, id="a", published="2019-02-06")], Reader(), least=1)
    assert not {s.name for s in found} & {"Sergey Lavrov", "Vương Nghị", "COC"}


def test_a_corpus_of_lines_is_read_and_bad_lines_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A broken line loses nothing but itself."""
    corpus = tmp_path / "corpus.jsonl.gz"
    rows = [json.dumps({"id": id, "text": text, "published": "2019-02-06"}) for id, text in articles()]
    with gzip.open(corpus, "wt", encoding="utf-8") as file:
        file.write("\n".join([rows[0], "{broken", rows[1]]) + "\n")
    assert run(["lexicon", "suggest", str(corpus), "--least", "2", "--kind", "person", "--json"]) == 2
    out, told = capsys.readouterr()
    assert [json.loads(row)["name"] for row in out.splitlines()] == ["Samuel Moncada"]
    assert "line 2" in told
