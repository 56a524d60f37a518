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
    unit = _behind_two(doc, sentence, people)
    return (people[:2], unit) if unit is not None and _only_where(doc, unit, sentence.last) else None


def two_before(doc: Document, sentence: Sentence, unit: int, people: list[PersonMention]) -> bool:
    """Whether a caption shows two of different parties right before what they do ("Ông X và ông Y (phải) bắt tay tại
    Paris")."""
    return _behind_two(doc, sentence, people) == unit


def _behind_two(doc: Document, sentence: Sentence, people: list[PersonMention]) -> int | None:
    """The unit behind the two of different parties with whom a caption begins, and the side on which it shows them."""
    if len(people) < 2 or not opens_caption(doc, sentence, people[0].first):
        return None
    one, other = people[:2]
    if not (one.person and other.person and one.party and other.party) or one.party == other.party:
        return None
    gap = range(one.last, other.first)
    if not any(doc.entry(unit, "joiner") for unit in gap) or not side_by_side(doc, gap):
        return None
    if doc.norms[other.last] != "(":
        return other.last
    return next((i + 1 for i in range(other.last, sentence.last) if doc.norms[i] == ")"), sentence.last)


def _only_where(doc: Document, first: int, last: int) -> bool:
    """Whether a place or a day stands at a unit, and nothing is told behind it."""
    if first + 1 >= last or doc.entry(first, *_TELLING) or any(doc.has(cls, first + 1, last) for cls in _TELLING):
        return False
    if first in doc.date_at:
        return doc.norms[first + 1] in _ENDS or doc.entry(first + 1, "at") is not None
    return doc.entry(first, "at") is not None and (
        doc.entry(first + 1, *_PLACED) is not None or doc.has("date", first + 1, last)
    )
