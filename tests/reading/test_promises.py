"""What holds for every reading: the same bytes on every run, exact evidence in every Unicode form, no furniture."""

from __future__ import annotations

import json
import os
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


def test_another_language_is_refused_by_name() -> None:
    """English is recognised and not misread."""
    text = (
        "The foreign ministers of the two countries met in Hanoi on Monday and agreed to deepen their cooperation. " * 5
    )
    with pytest.raises(LanguageError, match="story"):
        banggiao.read_text(text, id="story")
