"""Whether an article is about relations between parties at all.

Sport, crime, show business and domestic pages name countries and presidents too. An article is kept where what was
read in it relates two parties to each other often enough, weighed against the words of other pages; otherwise its
records are dropped. The weights were set on random articles of a newspaper corpus and checked against labelled ones.
"""

from __future__ import annotations

from collections import Counter

from banggiao.model import Figure, Instrument, Meeting, Office, Statement, Status, Target
from banggiao.reading.document import Document
from banggiao.reading.people import people_in
from banggiao.reading.people_posts import is_state

ENOUGH = 4.0
_SHORT = 8  # sentences; a single sentence that somebody gives to be read has not the room to score
_REPEATED = 4  # times that one word of other pages counts: a hospital of peace-keepers is named in every sentence
_DIPLOMATS = {"foreign-minister", "deputy-foreign-minister", "ambassador", "spokesperson", "secretary-general"}


def find_relevance(doc: Document) -> None:
    """Drops all records of a document that is not about relations; notes the score in `doc.facts["relevance"]`."""
    score = relevance(doc)
    doc.facts["relevance"] = score
    if score < enough(len(doc.sentences)):
        for record in doc.records:
            doc.drop(record.kind, record.evidence[0], "irrelevant")
        doc.records.clear()


def enough(sentences: int) -> float:
    """The score that a text of so many sentences needs: in proportion for short ones, one meeting of two parties for a
    single sentence."""
    return ENOUGH * max(0.25, min(1.0, sentences / _SHORT))


def relevance(doc: Document) -> float:
    """How much a document speaks of relations between parties: what its records relate, plus the words of diplomacy,
    less the words of other pages. Both kinds of words count by their share, so that long articles are not favoured."""
    related = _related(doc)
    if related == 0:
        return 0.0
    diplomatic = len(doc.units_of.get("diplomatic", ()))
    words = Counter(doc.norms[unit] for unit in doc.units_of.get("off-topic", ()))
    off = sum(min(count, _REPEATED) for count in words.values())
    length = max(20, len(doc.sentences))
    return related + _headline(doc) + min(4.0, 20.0 * diplomatic / length) - 28.0 * off / length


def _headline(doc: Document) -> float:
    """What a headline adds that names two parties, with nothing of the other pages in it: more where something was read
    in it."""
    title = next((s for s in doc.sentences if s.zone == "title"), None)
    if title is None:
        return 0.0
    codes = {*doc.facts["sentence-parties"][title.index]}
    codes |= {p.party for p in people_in(doc, title.first, title.last) if p.party}
    if len(codes) < 2:
        return 0.0
    told = any(
        not isinstance(record, (Office, Figure)) and any(start < title.end for start, _ in record.evidence)
        for record in doc.records
        if record.story == title.story
    )
    if doc.has("off-topic", title.first, title.last):
        return 1.0 if told else 0.0
    return 3.0 if told else 1.0


def _related(doc: Document) -> float:
    score = 0.0
    measured = False
    by_sentence: list[list[str]] = doc.facts["sentence-parties"]
    index_of = {sentence.start: sentence.index for sentence in doc.sentences}
    for record in doc.records:
        match record:
            case Meeting():
                alone = len(record.parties) == 1 and is_state(doc, record.parties[0])
                score += 0.0 if alone else 2.0
            case Status():
                score += 2.0
            case Instrument():
                score += 1.0 if record.parties else 0.5
            case Figure() | Target():
                measured = measured or len(record.parties) > 1
            case Office():
                score += 0.5 if record.role in _DIPLOMATS else 0.0
            case Statement():
                others = by_sentence[index_of[record.evidence[0][0]]] if record.evidence[0][0] in index_of else []
                if len(record.parties) > 1 or any(code not in record.parties for code in others):
                    score += 1.0
    return min(score + (1.0 if measured else 0.0), 12.0)  # articles on trade hold many figures
