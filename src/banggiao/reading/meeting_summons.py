"""Ambassadors who are summoned: talks of their state with the one that summons them ("Bộ Ngoại giao Nga triệu tập đại
sứ Áo")."""

from __future__ import annotations

from banggiao.reading.document import Document, Sentence
from banggiao.reading.meeting_join import Occasion
from banggiao.reading.meeting_sides import subject
from banggiao.reading.parties import mentions_in
from banggiao.reading.people_posts import is_state
from banggiao.reading.persons import PersonMention

_SUMMONS = "triệu"  # a million, but for what stands behind it
_ENVOYS = ("đại sứ", "đại biện", "đại biện lâm thời")
_HOME = 8  # units behind an ambassador in which it is told that he is called home
_POSTED = 3  # units behind him in which stands where he is posted
_WHO = 14  # units before him in which stands who summons him


def summons(doc: Document) -> list[int]:
    """The units at which an article tells that an ambassador is summoned."""
    if _SUMMONS not in doc.low:
        return []
    return [
        unit - 1
        for unit in doc.units_of.get("post", ())
        if (doc.norms[unit - 1] == _SUMMONS or doc.entry(unit - 1, "summons")) and doc.norms[unit].endswith(_ENVOYS)
    ]


def summoned(doc: Document, sentence: Sentence, unit: int, people: list[PersonMention]) -> Occasion | None:
    """The talks for which an ambassador is summoned by the word at a unit; None where it is a state's own who is called
    home, or nobody is told to summon him."""
    guest = next((p for p in people if p.first == unit + 1 and p.party), None)
    if guest is None or guest.party is None:
        return None
    behind = range(guest.last, min(guest.last + _HOME, sentence.last))
    if any(doc.norms[i] in ("về", "về nước") for i in behind) or doc.has("negation", unit - 2, unit):
        return None
    host = _host(doc, sentence, unit, guest)
    if host is None:
        return None
    occasion = Occasion("talks", sentence.story, [sentence.index], [host, guest.party], explicit=True, first=unit)
    callers = [p for p in subject(doc, sentence, unit, [p for p in people if p.last <= unit]) if p.party == host]
    occasion.people = [p.person.name for p in (*callers, guest) if p.person]
    occasion.rules, occasion.verb, occasion.receiver = ["meeting.summons"], True, host
    occasion.kind = "summons"
    return occasion


def _host(doc: Document, sentence: Sentence, unit: int, guest: PersonMention) -> str | None:
    """The state where a summoned ambassador is posted, if that is told right behind him, or the last named before."""
    near = mentions_in(doc, guest.first, min(guest.last + _POSTED, sentence.last))
    posted = [m.codes[0] for m in near if doc.entry(m.first - 1, "at", "capital-word")]
    before = mentions_in(doc, max(sentence.first, unit - _WHO), unit)
    named = posted or [code for m in reversed(before) for code in m.codes]
    return next((code for code in named if code != guest.party and is_state(doc, code)), None)
