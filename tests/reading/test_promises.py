"""What holds for every reading: the same bytes on every run, exact evidence in every Unicode form, no furniture."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import unicodedata
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import banggiao
from banggiao.errors import BanggiaoError, LanguageError

PAGES = {
    entry.name: entry.read_text(encoding="utf-8")
    for entry in sorted((files("banggiao") / "examples").iterdir(), key=lambda entry: entry.name)
    if entry.name.endswith(".txt")
}
READABLE = {"title", "lead", "body", "caption", "teaser"}
DUMP = """
import json, sys, banggiao
for name, text in json.load(sys.stdin).items():
    print(json.dumps(banggiao.read_text(text, id=name, published="2018-08-02").to_dict(), ensure_ascii=False))
"""


def told(text: str, record: dict[str, Any]) -> dict[str, Any]:
    """A record with its evidence as words and all strings composed, so that readings of two forms can be compared."""
    quotes = [unicodedata.normalize("NFC", text[start:end]) for start, end in record["evidence"]]
    plain: dict[str, Any] = json.loads(unicodedata.normalize("NFC", json.dumps(record, ensure_ascii=False)))
    return {**plain, "evidence": quotes}


def test_every_hash_seed_gives_the_same_bytes() -> None:
    """Nothing in a reading depends on the order of a set."""
    outputs = {
        subprocess.run(
            [sys.executable, "-c", DUMP],
            input=json.dumps(PAGES),
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        ).stdout
        for seed in ("1", "2", "77")
    }
    assert len(outputs) == 1
    assert outputs.pop().count("\n") == len(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_a_decomposed_page_reads_the_same(name: str) -> None:
    """NFC and NFD give the same records, and the evidence is the same words of either text."""
    composed, decomposed = (unicodedata.normalize(form, PAGES[name]) for form in ("NFC", "NFD"))
    one, two = (banggiao.read_text(text, id=name, published="2018-08-02").to_dict() for text in (composed, decomposed))
    assert [told(decomposed, r) for r in two["records"]] == [told(composed, r) for r in one["records"]]


@pytest.mark.parametrize("name", PAGES)
def test_evidence_lies_in_what_the_story_says(name: str) -> None:
    """No menu, byline or box of the page is the evidence of a fact, and a teaser's facts are those of its own story."""
    reading = banggiao.read_text(PAGES[name], id=name, published="2018-08-02")
    for record in reading.records:
        assert record.evidence
        for start, end in record.evidence:
            assert start < end
            (zone,) = [z for z in reading.zones if z.start <= start and end <= z.end]
            assert zone.kind in READABLE
            assert zone.story == record.story


def typed_anew(text: str, chance: random.Random, *, bom: bool, crlf: bool) -> str:
    """The same text as other programs write it: any letter decomposed, line ends of two signs, a mark of byte order."""
    letters = [unicodedata.normalize(chance.choice(("NFC", "NFD")), char) for char in text]
    out = "".join(letters).replace("\n", "\r\n" if crlf else "\n")
    return "\ufeff" + out if bom else out


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(PAGES)), st.randoms(use_true_random=False), st.booleans(), st.booleans())
def test_a_page_typed_in_mixed_forms_reads_the_same(name: str, chance: random.Random, bom: bool, crlf: bool) -> None:
    """However its letters, line ends and beginning are written, a page gives the same records and the same words."""
    typed = typed_anew(PAGES[name], chance, bom=bom, crlf=crlf)
    one, two = (banggiao.read_text(text, id=name, published="2018-08-02").to_dict() for text in (PAGES[name], typed))
    assert [told(typed, r) for r in two["records"]] == [told(PAGES[name], r) for r in one["records"]]


ODD = (
    " 𝒜 ",
    " 🤝",
    "\u200b ",
    " e\u0323\u0302 ",
    " o\u0302\u0323",
    " \u202e",
    " İ ",
    " \u0301 ",
    "\u2028",
    "\u00a0\u00a0",
)
"""Signs of two UTF-16 units, without width, of several marks in either order, marks on a blank, blanks of other kinds."""


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(PAGES)), st.lists(st.tuples(st.sampled_from(ODD), st.integers(0, 9999)), max_size=30))
def test_evidence_begins_and_ends_with_words_whatever_stands_between(name: str, signs: list[tuple[str, int]]) -> None:
    """Signs that count otherwise in other encodings, or that compose, move no offset into a word."""
    words = PAGES[name].split(" ")
    for sign, at in signs:
        words[at % len(words)] += sign
    text = " ".join(words)
    reading = banggiao.read_text(text, id=name, published="2018-08-02")
    for start, end in (span for record in reading.records for span in record.evidence):
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        assert not unicodedata.combining(text[end : end + 1] or " ")
        for at in (start, end):
            assert not (text[at - 1 : at].isalpha() and text[at : at + 1].isalpha()), text[start:end]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_cut_or_spoilt_page_is_read_without_a_crash(data: st.DataObject) -> None:
    """Pages cut anywhere, with lines swapped and signs thrown in: evidence still lies inside the text."""
    text = data.draw(st.sampled_from(sorted(PAGES.values())))
    start = data.draw(st.integers(0, len(text)))
    piece = text[start : data.draw(st.integers(start, len(text)))]
    at = data.draw(st.integers(0, len(piece)))
    piece = piece[:at] + data.draw(st.text(max_size=20)) + piece[at:]
    try:
        reading = banggiao.read_text(piece, id="piece", published="2018-08-02")
    except BanggiaoError:
        return
    for record in reading.records:
        assert all(0 <= start < end <= len(piece) for start, end in record.evidence)


def test_raised_digits_are_no_ordinals() -> None:
    """A mark of a footnote behind a conference or a visit is no number that could be read."""
    text = "Hội nghị cấp cao ASEAN ¹ khai mạc ngày 3-5 tại Hà Nội. Tổng thống Nga Vladimir Putin thăm Lào ² ngày."
    assert banggiao.read_text(text, id="notes", published="2018-08-02").records


def test_another_language_is_refused_by_name() -> None:
    """English is recognised and not misread."""
    text = (
        "The foreign ministers of the two countries met in Hanoi on Monday and agreed to deepen their cooperation. " * 5
    )
    with pytest.raises(LanguageError, match="story"):
        banggiao.read_text(text, id="story")
