"""Records as the tables hold them."""

from __future__ import annotations

import msgspec
import pytest

from banggiao.model import Figure, Instrument, Meeting, Office, Record, Statement, Status, Target, record_to_dict
from banggiao.register.recorded import record_from, record_text, said_text

FOUND = {"evidence": [(4, 9), (12, 20)], "rules": ["one", "two"]}
RECORDS = [
    Office(parties=["FRA"], person="Édouard Philippe", role="head-of-government", party="FRA", title="Thủ tướng"),
    Office(parties=["FRA"], person="Édouard Philippe", role="other", **FOUND),
    Meeting(
        parties=["FRA", "VNM"], form="visit", phase="held", date="2018-11-02", date_basis="stated", story=3, **FOUND
    ),
    Meeting(parties=["CHN"], form="forum", phase="planned", session=0, mechanism="Diễn đàn", people=["Lý A", "B"]),
    Status(parties=["JPN", "VNM"], level="strategic-partnership", phase="in-force"),
    Status(parties=["JPN", "VNM"], level="other", phase="agreed", date="2009", date_reason="kỷ niệm", **FOUND),
    Instrument(parties=["EU", "VNM"], name='EVFTA "mới"', stage="signed", date="2019-06-30", until="2029"),
    Statement(parties=[], act="say"),
    Statement(parties=["USA"], act="support", speaker="John Kerry", topics=["trade"], date="2016-05", **FOUND),
    Target(parties=["KOR", "VNM"], measure="trade", value=100e9, unit="USD", due="2023"),
    Target(parties=["KOR", "VNM"], measure="visa"),
    Figure(parties=["RUS"], measure="growth", value=0.0, unit="%"),
    Figure(parties=["RUS"], measure="growth", value=2.5, unit="%", period="2018", **FOUND),
]


@pytest.mark.parametrize("record", RECORDS)
def test_a_record_is_written_as_its_dictionary_would_be_and_read_back(record: Record) -> None:
    """Bytes that other versions wrote, and what decisions keep of a record, are the same."""
    text = record_text(record)
    assert text == msgspec.json.encode(record_to_dict(record)).decode()
    assert record_from(text) == record


@pytest.mark.parametrize("record", RECORDS)
def test_what_a_record_says_is_the_same_without_how_it_was_found(record: Record) -> None:
    said = {k: v for k, v in record_to_dict(record).items() if k not in ("evidence", "rules", "story")}
    assert said_text(record) == msgspec.json.encode(said).decode()
