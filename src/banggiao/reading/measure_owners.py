"""Whose a measure is that a party has for itself: its people, its economy."""

from __future__ import annotations

from banggiao.reading.document import Document, Sentence
from banggiao.reading.parties import HOME, PartyMention, mentions_in

_COUNTERS = frozenset({"WB", "IMF", "ADB"})
_NEAR = 14  # units before an amount in which its owner stands
_BEHIND = 8  # units behind an amount at the head of a sentence
_PLACE = 6  # units around an amount in which a part of a state is named
_MANY = 3  # members of an agreement of which the market is spoken of as one
_BESIDE = 4  # units between a party and what it is said to be


def owner_of(doc: Document, sentence: Sentence, at: int, end: int) -> list[str]:
    """The party that has what is measured at units `[at, end)`: the one right behind it ("25 triệu dân Lào"), the
    nearest before it, else the subject behind it ("Với dân số 650 triệu người, ASEAN …"); none where a part of a state
    is named beside it."""
    around = range(max(sentence.first, at - _PLACE), min(sentence.last, end + 2))
    if any(doc.entry(unit, "place-head", "city") for unit in around):
        return []
    behind = _owners(doc, end, min(sentence.last, end + _BEHIND))
    if behind and behind[0].first == end:
        return _one(behind[0])
    before = _owners(doc, max(sentence.first, at - _NEAR), at)
    papers = doc.units("instrument", before[-1].last if before else max(sentence.first, at - _NEAR), at)
    if papers:
        return _members(doc, papers[-1])
    if before:
        last = max(before, key=lambda m: (m.last, m.last - m.first))
        return _one(last)
    if behind and at - sentence.first < _BESIDE + 1 and doc.norms[behind[0].first - 1] == ",":
        return _one(behind[0])
    return []


def lives_in(doc: Document, sentence: Sentence, at: int) -> list[str]:
    """The press's own state and the one in which a community of its people lives that is counted at a unit ("cộng đồng
    người Việt ở Pháp có 300.000 người")."""
    for unit in reversed(doc.units("populace", sentence.first, at)):
        entry = doc.entry(unit, "populace")
        if entry and entry.attrs.get("home"):
            states = mentions_in(doc, unit + 1, min(unit + _NEAR, sentence.last))
            return [HOME, *states[0].codes] if states and len(states[0].codes) == 1 else []
    return []


def _members(doc: Document, paper: int) -> list[str]:
    """The members of an agreement at a unit, one between many that has come into force: what is theirs together is told
    as its own ("các thị trường của CPTPP"); nothing of other agreements."""
    entry = doc.entry(paper, "instrument")
    known = doc.lexicon.instruments.get(entry.id) if entry else None
    return list(known.parties) if known and len(known.parties) > _MANY and "in_force" in known.dates else []


def _owners(doc: Document, first: int, last: int) -> list[PartyMention]:
    """The parties in units `[first, last)`, but for the banks that only count what they have."""
    return [m for m in mentions_in(doc, first, last) if _COUNTERS.isdisjoint(m.codes)]


def called(doc: Document, sentence: Sentence, unit: int) -> list[str]:
    """The party that a noun at a unit names: it stands right before it ("Nhật Bản, nền kinh tế lớn thứ ba thế giới",
    "Nhật Bản hiện là nền kinh tế …")."""
    before = mentions_in(doc, max(sentence.first, unit - _BESIDE), unit)
    if not before or doc.norms[unit - 1] in ("hai", "các", "những", "của"):
        return []
    last = max(before, key=lambda m: (m.last, m.last - m.first))
    between = [doc.norms[i] for i in range(last.last, unit)]
    beside = between in ([","], ["-"], ["–"], ["("]) or "là" in between or "trở thành" in between
    return _one(last) if beside else []


def _one(mention: PartyMention) -> list[str]:
    return list(mention.codes) if len(mention.codes) == 1 and mention.how != "place" else []
