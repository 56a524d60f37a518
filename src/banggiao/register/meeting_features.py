"""What a record of a meeting says, made ready to be held against others: its days, the words of its name, its place."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date as Day
from functools import lru_cache
from typing import NamedTuple

from banggiao import edtf
from banggiao.lexicon import fold
from banggiao.model import Meeting
from banggiao.register.names import split_acronym
from banggiao.register.place_names import place_of
from banggiao.register.series_names import SeriesTold

_SPAN_DAYS = 8
"""A longer interval does not name an occasion by itself: two visits may fall in one month."""
_HEADS = frozenset({"hoi", "nghi", "cuoc", "gap", "go", "dam", "hop", "phien", "ky", "lan", "thu", "giua", "va"})
"""Words with which any name may begin, by which one writer's "hội nghị thượng đỉnh" is another's "cuộc gặp cấp cao"."""
_OF_SUMMITS = frozenset(
    {"cap", "cao", "hep", "mo", "rong", "toan", "the", "khai", "mac", "be", "tuan", "le", "nha", "lanh", "dao", "nhom"}
    | {"cac", "dien", "ra", "cua", "lon", "mot", "nam", "lich", "su", "dau", "tien"}
)
"""Words with which a body's summit is named beside the body: the leaders' meeting, its opening, the week around it."""
_OTHERS = frozenset({"doanh", "thanh", "phu", "vien", "hoc", "cong"})
"""Words of which one at least is in the names of summits that others hold beside the leaders' of a body: of business,
young people, women, members of parliament, scholars, trade unions."""
_BARE = re.compile(r"(?<!\w)[A-Z]{3,}(?!\w)")
_SPACED = re.compile(r"\b([A-Z]{1,2}) ?[-–]? ?(\d{1,2})\b")
"""The acronyms "G20", "G 20" and "G -20"."""
_folded = lru_cache(maxsize=16384)(fold)


class Features(NamedTuple):
    """at: the record's position among all. story: of which story of which article it is. exact: whether its days name
    an occasion. reported: the day of the article. words: those of the name of a series that tell it from others."""

    at: int
    story: str
    record: Meeting
    bounds: tuple[Day, Day] | None
    exact: bool
    reported: Day | None
    words: frozenset[str]
    acronym: str | None
    people: tuple[str, ...]
    city: str
    summit: frozenset[str] | None
    """Of a summit of two parties, or of one: the words that tell it from others of theirs, most often none."""
    series: int
    name: str
    others: frozenset[str]
    """By what people said: the number of its series, or -1; its name, and the names that are other series'."""

    @property
    def placeless(self) -> int:
        """How much of the place is not told: who tells it comes first, so that there is something to choose from."""
        return (self.record.city is None) + (self.record.country is None)


def features_of(
    at: int, record: Meeting, published: str | None, article: str, names: Collection[str], said: SeriesTold
) -> Features:
    bounds = edtf.bounds(record.date) if record.date else None
    reported = edtf.bounds(published) if published else None
    words, acronym = _series(record.mechanism or "")
    series, others = said.of(record.mechanism or "")
    return Features(
        at=at,
        story=f"{article} {record.story}",
        record=record,
        bounds=bounds,
        exact=bounds is not None and (bounds[1] - bounds[0]).days <= _SPAN_DAYS,
        reported=reported[1] if reported else None,
        words=words,
        acronym=acronym,
        people=tuple(record.people),
        city=place_of(record.city) if record.city else "",
        summit=_summit(record, words, acronym, names),
        series=series,
        name=_folded(record.mechanism or "") if others else "",
        others=others,
    )


@lru_cache(maxsize=65536)
def _series(name: str) -> tuple[frozenset[str], str | None]:
    """The words of the name of a series that tell it from others, and its acronym."""
    full, acronym = split_acronym(_SPACED.sub(r"\1\2", name))
    words = frozenset(fold(full).replace("thuong dinh", "cap cao").split()).difference(_HEADS)
    if acronym is None and len(words) == 1 and (bare := _BARE.findall(full)):  # "hội nghị AMM"
        return frozenset(), bare[-1]
    return words, acronym


def _summit(
    record: Meeting, words: frozenset[str], acronym: str | None, names: Collection[str]
) -> frozenset[str] | None:
    """See `Features.summit`."""
    if record.form != "summit":
        return None
    if len(set(record.parties)) == 2:
        return None if acronym else frozenset()
    if not names or (acronym and fold(acronym) not in names):
        return None
    return words.difference(names, _OF_SUMMITS)


def are_others(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether of two summits, by the words that tell them from others, one is not the leaders'."""
    return not _OTHERS.isdisjoint(one ^ two)
