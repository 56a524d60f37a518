"""Meetings told by a verb of sitting together, whose subject says whose they are ("Ngoại trưởng các nước ASEAN họp tại
Bangkok", "Tổng thống X, Tổng thống Y và Thủ tướng Z sẽ nhóm họp ở Tehran")."""

from __future__ import annotations

from collections.abc import Iterable

from banggiao.reading.document import Document, Sentence
from banggiao.reading.meeting_join import Occasion
from banggiao.reading.meeting_sides import group_met, together
from banggiao.reading.parties import PartyMention, mentions_in
from banggiao.reading.people_posts import is_state
from banggiao.reading.persons import HEADS, PersonMention

_SMALL = ("modal", "past-sign", "meeting-sign", "before-verb", "and-also", "manner")
_WHO = 6  # units before a group's party in which it is told who of it meets
_MINISTERS = frozenset({"foreign-minister", "defence-minister", "minister"})
_LEVELS = ((HEADS, "summit"), (_MINISTERS, "ministerial"), (frozenset({"senior-official"}), "senior-officials"))


def sitting(doc: Document, sentence: Sentence, unit: int, people: list[PersonMention]) -> Occasion | None:
    """The meeting of those who stand before a verb at a unit: people of several parties, an organisation, several
    states; or of one party with another behind the verb. None where a state or who is no party sits by itself."""
    end = _subject_end(doc, sentence, unit)
    heads = _people_up_to(doc, end, people)
    if heads:
        parties = list(dict.fromkeys(str(p.party) for p in heads))
        form = _level(p.roles for p in heads) if len(parties) > 2 else "talks"
    else:
        own = _group(doc, sentence, end)
        if own is None:
            return None
        parties, form = list(own.codes), _told_level(doc, sentence, own.first)
        if len(parties) == 2 and form != "senior-officials":
            form = "talks"
    if len(parties) == 1:
        parties += [code for code in group_met(doc, sentence, unit + 1) if code not in parties]
    if len(parties) == 1 and is_state(doc, parties[0]):
        return None
    occasion = Occasion(form, sentence.story, [sentence.index], parties, explicit=True, first=unit)
    occasion.people = [p.person.name for p in heads if p.person]
    occasion.rules = ["meeting.sitting"]
    return occasion


def _subject_end(doc: Document, sentence: Sentence, unit: int) -> int:
    """The unit behind the subject of a verb: small words, days and a bracket may part the two."""
    while unit > sentence.first:
        before = unit - 1
        if before in doc.date_at or doc.entry(before, *_SMALL):
            unit -= 1
        elif doc.norms[before] == ")":
            opens = next((i for i in range(before, sentence.first, -1) if doc.norms[i] == "("), unit)
            if opens == unit:
                break
            unit = opens
        else:
            break
    return unit


def _people_up_to(doc: Document, end: int, people: list[PersonMention]) -> list[PersonMention]:
    """The people of several parties who stand together right before a unit."""
    for number, person in enumerate(people):
        group = together(doc, people[number:])
        if group[-1].last == end and len({p.party for p in group if p.party}) > 1 and all(p.party for p in group):
            return group
        if person.last >= end:
            break
    return []


def _group(doc: Document, sentence: Sentence, end: int) -> PartyMention | None:
    """The parties named right before a unit, whose people or who themselves meet."""
    named = [m for m in mentions_in(doc, sentence.first, end) if m.last == end and m.how != "place"]
    group = max(named, key=lambda m: len(m.codes), default=None)
    if group is None or doc.entry(group.first - 1, "at", "preposition", "travel"):
        return None
    return group


def _told_level(doc: Document, sentence: Sentence, first: int) -> str:
    """The level at which a group meets, by the words for its people before its party's name."""
    for unit in range(first - 1, max(sentence.first, first - _WHO) - 1, -1):
        if not doc.norms[unit][:1].isalnum():
            break
        if level := doc.entry(unit, "meeting-level"):
            return str(level.attrs["form"])
        if (post := doc.entry(unit, "post")) and (form := _level([[post.attrs.get("role", "")]])) != "other":
            return form
        if "bộ trưởng" in doc.norms[unit]:
            return "ministerial"
        if "lãnh đạo" in doc.norms[unit]:
            return "summit"
    return "other"


def _level(roles: Iterable[Iterable[str]]) -> str:
    """The level of a meeting of people with these roles: that of the first class that all of them are of."""
    held = [set(own) for own in roles]
    return next((form for level, form in _LEVELS if all(level & own for own in held)), "other")
