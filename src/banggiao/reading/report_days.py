"""The day of a report as that of words: for whom of those who speak in it, and when it is none."""

from __future__ import annotations

from banggiao.model import Meeting, Statement
from banggiao.reading.dates import DateMention
from banggiao.reading.document import Document, Sentence
from banggiao.reading.occasions import at_head, day_of_publication, occasion_date, unit_of
from banggiao.reading.stated_days import stated_day

_NEAR = 2  # sentences before one in which words that it goes on with stand
_AT_OCCASION = 4  # units at the head of a sentence: "Phát biểu tại hội nghị, …"


def day_of_report(doc: Document, sentence: Sentence) -> DateMention | None:
    """The day of the story's occasion, unless this lies ahead or is a journey of several days, on one of which
    something was said."""
    occasion = occasion_date(doc, sentence)
    if occasion is None:
        return None
    there = _meetings_of(doc, sentence.story, occasion)
    if "/" in str(occasion.edtf) and any(record.form == "visit" for record in there):
        return None
    if there and all(record.phase == "planned" for record in there) and _foretold(doc, occasion):
        return None
    return occasion


def is_of_report(doc: Document, sentence: Sentence, record: Statement, date: DateMention) -> bool:
    """Whether what somebody said, whom nothing else dates, is told as of the day of the report."""
    return _at_head(doc, sentence, record, date) or _takes_part(doc, sentence, record, date)


def _foretold(doc: Document, date: DateMention) -> bool:
    """Whether the sentence of a date tells before it that something lies ahead, and dates no words by it."""
    unit = unit_of(doc, date)
    sentence = doc.sentences[doc.sentence_of[unit]]
    if stated_day(doc, sentence) is date:
        return False
    if doc.has("planned", sentence.first, unit):
        return True
    signs = (doc.entry(sign, "meeting-sign") for sign in doc.units("meeting-sign", sentence.first, unit))
    return any(sign and sign.attrs.get("phase") == "planned" and not sign.attrs.get("offer") for sign in signs)


def _at_head(doc: Document, sentence: Sentence, record: Statement, date: DateMention) -> bool:
    """Whether the head of a report tells what somebody said: where the day of publication is not known, so that of
    several days none is told to be that of the report, it must be somebody whom it names beside the day, or who met
    somebody then."""
    if not at_head(doc, sentence):
        return False
    if _of_others(doc, record, date):
        return False
    named = doc.facts["sentence-parties"][doc.sentence_of[unit_of(doc, date)]]
    if day_of_publication(doc, sentence.story) or set(record.parties) <= set(named):
        return True
    there = _meetings_of(doc, record.story, date)
    return any(not set(record.parties).isdisjoint(meeting.parties) for meeting in there)


def _meetings_of(doc: Document, story: int, date: DateMention) -> list[Meeting]:
    """The meetings of a story on the day of a date."""
    return [r for r in doc.records if isinstance(r, Meeting) and r.date == date.edtf and r.story == story]


def _of_others(doc: Document, record: Statement, date: DateMention) -> bool:
    """Whether the day is that of a meeting of other states, of which somebody only speaks ("Việt Nam chúc mừng thành
    công của hội đàm liên Triều ngày 27/4")."""
    known = doc.lexicon.parties
    met = _meetings_of(doc, record.story, date)
    if not met or any(code not in known or known[code].kind != "state" for meeting in met for code in meeting.parties):
        return False
    return all(set(record.parties).isdisjoint(meeting.parties) for meeting in met)


def _takes_part(doc: Document, sentence: Sentence, record: Statement, date: DateMention) -> bool:
    """Whether who is first heard far down in a report was at a meeting of its day: by name, or as one of its sides, of
    which some were heard right before, or where the sentence begins at an occasion."""
    there = beside = False
    for other in doc.records:
        if other.story != record.story or not isinstance(other, (Meeting, Statement)) or other.date != date.edtf:
            continue
        if isinstance(other, Statement):
            near = other.evidence[0][0] >= doc.sentences[max(sentence.index - _NEAR, 0)].start
            beside = beside or near
            there = there or (len(other.parties) > 1 and set(record.parties) <= set(other.parties))
        elif record.speaker in other.people:
            return True
        else:
            there = there or any(_holds(doc, other.parties, party) for party in record.parties)
    return there and (beside or doc.has("occasion", sentence.first, min(sentence.first + _AT_OCCASION, sentence.last)))


def _holds(doc: Document, parties: list[str], party: str) -> bool:
    """Whether a party is one of some parties or a member of one."""
    known = doc.lexicon.parties
    return party in parties or any(party in known[code].members for code in parties if code in known)
