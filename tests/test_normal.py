"""The form in which articles are read."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from banggiao import read_text
from banggiao.normal import normalise, readable

_MARKS = "\u200b\u00ad\u200e\u200f\u202c\u2060\ufeff"
_letters = st.sampled_from(["a", "Đ", " ", "e\u0302\u0301", "ế", "o", "\n", "hòa", *_MARKS])


@given(st.lists(_letters).map("".join))
def test_marks_without_width_are_left_out_and_lead_back(text: str) -> None:
    bare = "".join(char for char in text if char not in _MARKS)
    normal = readable(text)
    assert normal.text == unicodedata.normalize("NFC", bare)
    assert len(normal.low) == len(normal.text)
    for at, char in enumerate(normal.text):
        piece = text[normal.raw(at) : normal.raw(at + 1)]
        assert unicodedata.normalize("NFC", piece.strip(_MARKS)) == char
        assert normal.norm(normal.raw(at)) == at


@given(st.text())
def test_a_text_without_them_is_read_in_its_normal_form(text: str) -> None:
    if not set(text) & set(_MARKS):
        assert readable(text) == normalise(text)


def test_a_name_behind_marks_without_width_is_read() -> None:
    plain = "Ngày 12/3/2015, Ngoại trưởng Nga Sergei Lavrov hội đàm với Ngoại trưởng Mỹ John Kerry tại Geneva."
    marked = plain.replace("hội đàm", "\u200b\u200bhội đàm").replace("Kerry", "Ker\u200bry")
    found = read_text(marked, id="marked").records
    assert [record.kind for record in found] == [record.kind for record in read_text(plain, id="plain").records]
    assert {person for record in found if record.kind == "meeting" for person in record.people} == {
        "Sergei Lavrov",
        "John Kerry",
    }
    start, end = found[-1].evidence[0]
    assert "Ker\u200bry" in marked[start:end]
