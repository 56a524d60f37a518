"""One who meets several, one after another: "A gặp B và C" is two meetings, unless it is said to be of three or both
are of one state. Of one state's heads and speakers each receives a guest by himself."""

from __future__ import annotations

import re

from banggiao.reading.dates import DateMention
from banggiao.reading.document import Document, Sentence
from banggiao.reading.meeting_join import Occasion
from banggiao.reading.parties import mentions_in
from banggiao.reading.people_posts import is_state
from banggiao.reading.persons import HEADS, PersonMention

_TOGETHER = re.compile(r"\b(?:ba|bốn|năm|3|4|5|nhiều|tay ba) (?:bên|nước|nhà lãnh đạo)\b|\bcùng nhau\b")
"""What makes one meeting of all who are named."""
_TOPS = HEADS | {"speaker-of-parliament"}
_ATTENDED = 3  # units before a noun in which stands that somebody is at what others hold ("dự cuộc gặp với …")
_OWN_DAY = 3  # units behind somebody in which the day of the talks with him stands


def one_by_one(doc: Document, sentence: Sentence, occasion: Occasion) -> list[Occasion]:
    """The talks or calls of an occasion: one with each party whose people somebody meets, or the occasion itself.

    A day that stands among those whom he meets is of the talks with the one before it alone.
    """
    theirs = _by_party(occasion) | {code: [] for code in states_met(doc, sentence, occasion)}
    hosts = [code for code in occasion.parties if code not in theirs]
    if occasion.form not in ("talks", "call") or len(hosts) != 1:
        return [occasion]
    met = [(party, people) for party, people in theirs.items()] if len(theirs) > 1 else _by_head(doc, occasion)
    if len(met) < 2:
        return [occasion]
    if occasion.noun or _TOGETHER.search(doc.low, sentence.start, sentence.end):
        return [occasion]
    attended = doc.has("attend", max(sentence.first, occasion.first - _ATTENDED), occasion.first)
    if attended or (len(theirs) > 1 and _of_all(doc, sentence, occasion)):
        return [occasion]
    everybody = [person for _, people in met for person in people]
    parted = bool(everybody) and doc.has(
        "date", min(person.last for person in everybody), max(person.last for person in everybody)
    )
    out = []
    for number, (party, people) in enumerate(met):
        others = _names(everybody) - _names(people)
        one = occasion.but(parties=[hosts[0], party], people=[name for name in occasion.people if name not in others])
        if parted and people:
            one.date = _day_behind(doc, people[-1].last, sentence.last) or (occasion.date if number == 0 else None)
        out.append(one)
    return out


def states_met(doc: Document, sentence: Sentence, occasion: Occasion) -> list[str]:
    """The further states of a list whose leaders or ministers somebody meets without their names ("gặp lãnh đạo Lào,
    Thái Lan và Nga"): the first is that of whom the occasion's word has as its object."""
    last = occasion.met[-1] if occasion.met else None
    if last is None or last.person or not last.party:
        return []
    lists = (m for m in mentions_in(doc, last.first, sentence.last) if m.how == "list" and m.first < last.last)
    codes = next((m.codes for m in lists if m.codes[0] == last.party), ())
    return [code for code in codes[1:] if is_state(doc, code)]


def _names(people: list[PersonMention]) -> set[str]:
    return {mention.person.name for mention in people if mention.person}


def _of_all(doc: Document, sentence: Sentence, occasion: Occasion) -> bool:
    """Whether the story has named the parties in one breath before ("Nga - Iran - Thổ Nhĩ Kỳ gặp nhau")."""
    lists = (m for m in doc.facts["parties"] if m.how == "list" and set(occasion.parties) <= set(m.codes))
    return any(
        m.first < occasion.first and doc.sentences[doc.sentence_of[m.first]].story == sentence.story for m in lists
    )


def _by_party(occasion: Occasion) -> dict[str, list[PersonMention]]:
    """The people whom an occasion's word has as its objects, by their party, in their order."""
    out: dict[str, list[PersonMention]] = {}
    for person in occasion.met:
        if person.party:
            out.setdefault(person.party, []).append(person)
    return out


def _by_head(doc: Document, occasion: Occasion) -> list[tuple[str, list[PersonMention]]]:
    """The people of one state whom an occasion's word has as its objects, each by himself, where all of them are heads
    or speakers, or several occasions are told of ("các cuộc hội kiến với …"); else nothing."""
    named = [person for person in occasion.met if person.party and person.person]
    each = all(_TOPS.intersection(person.roles) for person in named) or doc.has(
        "any", occasion.first - 1, occasion.first + 1
    )
    return [(str(person.party), [person]) for person in named] if each else []


def _day_behind(doc: Document, first: int, last: int) -> DateMention | None:
    """The day that stands right behind somebody."""
    return next((doc.date_at[unit] for unit in doc.units("date", first, min(first + _OWN_DAY, last))), None)
