"""The day on which something was said: stated in its sentence, carried on from the speaker, or that of the report."""

from __future__ import annotations

from collections.abc import Iterator

from banggiao import edtf
from banggiao.model import Meeting, Statement
from banggiao.reading.dates import DateMention
from banggiao.reading.document import Document, Sentence
from banggiao.reading.occasions import at_head, is_after, is_caption, is_day, is_period, is_today, occasion_date
from banggiao.reading.quotations import Said
from banggiao.reading.speakers import Subject

_SAID_ON = 4  # units after the verb in which the day of saying may stand
_YEAR = 4  # the length of a year's EDTF
_AT_OCCASION = 4  # units at the head of a sentence: "Phát biểu tại hội nghị, …"
_LED_BY = frozenset([",", "-", "–"])  # between a quotation and who says it
_AFTER = ("sau khi", "trước khi", "từ khi")
_BACK = 24  # units between a verb and its subject


def set_date(
    doc: Document,
    here: Said,
    subject: Subject,
    record: Statement,
    dated: dict[tuple[int, tuple[tuple[str, ...], str | None]], DateMention],
) -> None:
    """The occasion on which it was said: a day that the sentence names before what is said, else the day on which the
    same speaker spoke last, else the day of the story's occasion, if he speaks at its head or took part."""
    key = (here.sentence.story, subject.key)
    own = _day_of_saying(doc, here.sentence)
    occasion = occasion_date(doc, here.sentence)
    if own and own.edtf is None:  # "hôm nay": nobody knows which day that was, unless the story tells
        own = dated.get(key) or doc.facts.get("told-todays", {}).get((here.sentence.story, own.rule), own)
    date = own or dated.get(key) or occasion
    if own is None and (
        _earlier(doc, here.sentence)
        or _long_ago(doc, here.sentence, occasion)
        or _background(doc, here.sentence, subject)
    ):
        return
    if date is None or not (own or key in dated or at_head(doc, here.sentence) or _takes_part(doc, here, record, date)):
        return
    if own is None or not is_caption(doc, here.sentence):  # a photograph of some other speech
        dated[key] = date
    if date.edtf is None:
        return
    record.date = date.edtf
    record.date_basis = date.basis if own else "derived"
    record.date_reason = date.reason if own else "the occasion that the report dates"


def _earlier(doc: Document, sentence: Sentence) -> bool:
    """Whether words before the first verb of saying put it before the occasion ("nhiều lần chỉ trích")."""
    verb = next(iter(doc.units("act", sentence.first, sentence.last)), sentence.first)
    return doc.has("earlier", sentence.first, verb + 1)


def _background(doc: Document, sentence: Sentence, subject: Subject) -> bool:
    """Whether what somebody said is told as what went before the occasion ("… sau khi ông Trump tuyên bố rút quân")."""
    before = doc.norms[subject.first - 1]
    if before == "khi":
        before = f"{doc.norms[subject.first - 2]} khi"
    return subject.first > sentence.first and before.endswith(_AFTER)


def _long_ago(doc: Document, sentence: Sentence, occasion: DateMention | None) -> bool:
    """Whether a month or a year before the first verb of saying, which is past, puts it before the occasion ("vào tháng
    9/2013, hai bên đã nhất trí"). A report whose days have no year writes years only of other times."""
    verb = next(iter(doc.units("act", sentence.first, sentence.last)), sentence.first)
    sign = doc.entry(verb - 1, "past-sign")
    if occasion is None or sign is None or sign.attrs.get("now"):
        return False
    now = edtf.bounds(str(occasion.edtf))
    for unit in doc.units("date", max(sentence.first, verb - _BACK), verb):
        when = edtf.bounds(str(doc.date_at[unit].edtf)) if is_period(doc.date_at[unit]) else None
        if when and (now is None or when[1] < now[0]):
            return True
    return False


def _takes_part(doc: Document, here: Said, record: Statement, date: DateMention) -> bool:
    """Whether what is first heard of a speaker far down in a report was said on its day: the sentence begins at an
    occasion, his side has spoken on that day before, or met somebody. Of the labelled statements whose party met
    somebody that day 28 of 40 were of the day, of the others 10 of 45."""
    sentence = here.sentence
    if doc.has("occasion", sentence.first, min(sentence.first + _AT_OCCASION, sentence.last)):
        return True
    for other in doc.records:
        if not isinstance(other, (Meeting, Statement)) or other.date != date.edtf or other.story != sentence.story:
            continue
        if not set(record.parties).isdisjoint(other.parties):
            return True
        if isinstance(other, Meeting) and record.speaker in other.people:
            return True
    return False


def _day_of_saying(doc: Document, sentence: Sentence) -> DateMention | None:
    """A day named before the first verb of saying or right after it."""
    verb = _first_verb(doc, sentence)
    if verb is None:
        verb = next(iter(doc.units("according-to", sentence.first, sentence.last)), None)
        if verb is None or "," in doc.norms[verb + 1 : sentence.last]:
            return None  # "Theo bà X, chuyến thăm từ ngày 11 đến 13/9 …": the day is part of what is said
    vague: DateMention | None = None
    published = edtf.bounds(doc.article.published) if doc.article.published and not sentence.story else None
    for unit in _dates_of_saying(doc, sentence, verb):
        date = doc.date_at[unit]
        if vague is None and is_today(doc, unit) and not (unit > verb and _told(doc, verb, unit)):
            return date
        if is_after(date, published):  # what lies ahead is no day of saying
            continue
        if (unit > verb and _told(doc, verb, unit)) or _explains(doc, unit):
            continue
        if is_day(date):
            return date
        if vague is None and is_period(date):
            with_when = doc.text.startswith("ồi", date.start + 1)
            if unit == sentence.first or (with_when and len(str(date.edtf)) > _YEAR):
                vague = date
    return vague


def _first_verb(doc: Document, sentence: Sentence) -> int | None:
    """The first verb of saying, or that of the main clause where it opens the frame before it ("Phát biểu trước báo
    giới ngày 11/6, ông nói …")."""
    verbs = doc.units("act", sentence.first, sentence.last)
    if len(verbs) > 1 and verbs[0] == sentence.first and "," in doc.norms[verbs[0] : verbs[1]]:
        return verbs[1]
    return verbs[0] if verbs else None


def _explains(doc: Document, date: int) -> bool:
    """Whether a date in brackets tells when that was which stands before it ("lập quan hệ (ngày 21-9-1973)")."""
    return doc.norms[date - 1] == "(" and date - 2 not in doc.date_at


def _told(doc: Document, verb: int, date: int) -> bool:
    """Whether a date behind a verb of saying belongs to what is said ("cho biết 45 năm trước, ngày 21-9-1973, …")."""
    return any(doc.norms[i] == "," or i in doc.date_at for i in range(verb + 1, date)) and not doc.quotes(verb, date)


def _dates_of_saying(doc: Document, sentence: Sentence, verb: int) -> Iterator[int]:
    """The dates that may be the day of saying: those before the verb and right after it; behind a quotation that
    ends in the sentence all of them ("…”, ông Putin nói tại cuộc họp hôm qua"). Where one stands right before the
    verb, or before the paper that passes the words on, none but this: others are of what is said ("Hai bên sẽ họp vào
    ngày 2/5, Reuters hôm qua dẫn lời …")."""
    if (right_before := _right_before(doc, sentence, verb)) is not None:
        yield right_before
        return
    yield from doc.units("date", sentence.first, min(verb + _SAID_ON, sentence.last))
    for closing in doc.quotes(sentence.first + 1, sentence.last)[-1:]:
        if doc.norms[closing + 1] not in _LED_BY and doc.norms[closing - 1] != ",":
            continue  # words in quotation marks within what is told
        if behind := doc.units("act", closing, min(closing + _BACK, sentence.last)):
            yield from doc.units("date", max(behind[-1], verb + _SAID_ON), sentence.last)


def _right_before(doc: Document, sentence: Sentence, verb: int) -> int | None:
    """The date of the clause of saying at the end of a sentence, right before its verb or its credit."""
    dates = doc.units("date", sentence.first, verb)
    if not dates:
        return None
    comma = next((unit for unit in range(verb - 1, sentence.first, -1) if doc.norms[unit] == ","), None)
    if comma is None or dates[0] >= comma:
        return None
    credit = next(iter(doc.units("news-verb", comma, verb) or doc.units("according-to", comma, verb)), verb)
    return next((unit - 1 for unit in (verb, credit) if unit - 1 > comma and unit - 1 in doc.date_at), None)
