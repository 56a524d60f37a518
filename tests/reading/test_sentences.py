"""Where sentences end in texts that were made to have no end."""

from __future__ import annotations

import pytest

from banggiao.normal import normalise
from banggiao.pages import article_from_text
from banggiao.reading.sentences import split

LONG = {
    "words without a full stop": " ".join(f"Nga và Lào hội đàm lần {n}" for n in range(900)),
    "one word": "".join(f"Nga{n}" for n in range(1500)),
    "a word behind words": "Nga và Lào hội đàm " + "".join(f"x{n}" for n in range(1500)) + " rồi ký hiệp định.",
}


@pytest.mark.parametrize("name", sorted(LONG))
def test_no_sentence_is_without_end(name: str) -> None:
    """It is cut at a blank, where there is one; all words stay, in their order."""
    article = article_from_text(LONG[name], id="long")
    normal = normalise(article.text)
    parts = [(one.start, one.end) for one in split(article, normal)]
    assert len(parts) > 1
    assert max(end - start for start, end in parts) <= 2000
    assert "".join(normal.text[start:end] for start, end in parts).replace(" ", "") == normal.text.replace(" ", "")
    if name == "words without a full stop":
        assert all(normal.text[end].isspace() for _, end in parts[:-1])


def test_a_long_sentence_of_the_press_stays_whole() -> None:
    """A communiqué's list may have a thousand characters and more."""
    said = "Hai bên nhất trí " + ", ".join(f"tăng cường hợp tác trong lĩnh vực thứ {n}" for n in range(40)) + "."
    article = article_from_text(said, id="list")
    assert len(split(article, normalise(article.text))) == 1
