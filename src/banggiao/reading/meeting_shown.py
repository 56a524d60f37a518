"""Captions that show two who are somewhere together and tell no more ("Ông X (trái) và ông Y tại Bắc Kinh hôm 2/3")."""

from __future__ import annotations

from banggiao.reading.document import Document, Sentence
from banggiao.reading.meeting_sides import opens_caption, side_by_side
from banggiao.reading.persons import PersonMention

_TELLING = ("occasion", "body", "gathering", "act", "attend", "stage", "news-verb", "travel", "takes-place")
_PLACED = ("city", "party", "metonym", "venue")
_ENDS = (".", "-", "–", ",", "(")


def two_shown(doc: Document, sentence: Sentence, people: list[PersonMention]) -> tuple[list[PersonMention], int] | None:
    """The two of different parties with whom a sentence begins, and the unit behind them, where only a day and a place
    follow."""
    if len(people) < 2 or not opens_caption(doc, sentence, people[0].first):
        return None
    one, other = people[:2]
    if not (one.person and other.person and one.party and other.party) or one.party == other.party:
        return None
    gap = range(one.last, other.first)
    if not any(doc.entry(unit, "joiner") for unit in gap) or not side_by_side(doc, gap):
        return None
    unit = other.last
    if doc.norms[unit] == "(":
        unit = next((i + 1 for i in range(unit, sentence.last) if doc.norms[i] == ")"), sentence.last)
    return ([one, other], unit) if _only_where(doc, unit, sentence.last) else None


def _only_where(doc: Document, first: int, last: int) -> bool:
    """Whether a place or a day stands at a unit, and nothing is told behind it."""
    if first + 1 >= last or doc.entry(first, *_TELLING) or any(doc.has(cls, first + 1, last) for cls in _TELLING):
        return False
    if first in doc.date_at:
        return doc.norms[first + 1] in _ENDS or doc.entry(first + 1, "at") is not None
    return doc.entry(first, "at") is not None and (
        doc.entry(first + 1, *_PLACED) is not None or doc.has("date", first + 1, last)
    )
