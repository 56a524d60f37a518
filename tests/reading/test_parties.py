"""Parties that stand inside the name of an instrument are still whom the sentence is about."""

from __future__ import annotations

from functools import cache

import pytest

from banggiao.model import Article, Zone
from banggiao.reading.document import Document
from banggiao.reading.pairs import pair_anaphor_in, pair_at
from banggiao.reading.parties import find_parties
from banggiao.reading.pipeline import Reader


@cache
def reader() -> Reader:
    return Reader()


def document(text: str) -> Document:
    """The document of one story, with its parties found."""
    doc = reader().document(Article("test", text, zones=(Zone("body", 0, len(text)),)))
    find_parties(doc)
    return doc


SPELT = [
    # (sentence, the parties that the instrument's name spells out)
    ("Hiệp định Thương mại Việt Nam - Hoa Kỳ được hai nước ký năm 2000.", ("VNM", "USA")),
    ("Hiệp định Thương mại tự do ASEAN - Hong Kong được hai bên ký tháng 11/2017.", ("ASEAN", "HKG")),
    ("Hiệp ước An ninh Nhật - Mỹ được hai nước ký năm 1960.", ("JPN", "USA")),
]


@pytest.mark.parametrize(("text", "codes"), SPELT, ids=[text for text, _ in SPELT])
def test_a_name_gives_the_parties_that_it_spells_out(text: str, codes: tuple[str, ...]) -> None:
    """One mention of both parties, which "the two sides" of the sentence are."""
    doc = document(text)
    inside = [m for m in doc.facts["parties"] if m.rule == "party.in-name"]
    assert [set(m.codes) for m in inside] == [set(codes)]
    anaphor = pair_anaphor_in(doc, doc.sentences[0].first, doc.sentences[0].last)
    assert anaphor is not None
    assert set(pair_at(doc, anaphor) or ()) == set(codes)


@pytest.mark.parametrize("text", ["Hai bên nhất trí sớm hoàn tất COC.", "Hai nước tuân thủ UNCLOS 1982."])
def test_a_name_gives_no_party_that_it_does_not_spell_out(text: str) -> None:
    """COC is an affair of ASEAN and China, and its acronym names neither."""
    assert not document(text).facts["parties"]


def test_a_text_may_end_with_a_name_that_is_also_a_state_s() -> None:
    """A caption's last word has nothing behind it that could have a capital."""
    assert [m.codes for m in document("Đại diện Lào tiếp Phó chủ tịch Trần Đức").facts["parties"]][:1] == [("LAO",)]
