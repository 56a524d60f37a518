"""Statements: which party says what, and by which act.

For each sentence the verbs of saying are looked up with their subjects. A neutral verb ("khẳng định") takes the act of
the verb that it governs ("khẳng định ủng hộ"), when that verb has the same speaker. What stands in quotation marks
over several sentences belongs to the speaker who is named at its end, before its colon, or last; a sentence whose
subject is the speaker's own state goes on with that speaker.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from banggiao import edtf
from banggiao.model import Meeting, Statement
from banggiao.reading.dates import DateMention
from banggiao.reading.document import Document, Sentence
from banggiao.reading.occasions import at_head, is_after, is_day, is_period, occasion_date
from banggiao.reading.parties import mentions_in
from banggiao.reading.speakers import Subject, subjects

_GOVERNED = 5  # units between a neutral verb and the verb that decides its act
_DIRECT = 3  # units between the subject and the verb of what a third party is reported to say
_SAID_ON = 4  # units after the verb in which the day of saying may stand
_BEFORE_VERBS = ("joiner", "and-also", "past-sign", "modal", "act", "earlier", "planned", "condition", "before-verb")
_LINKS = frozenset(["rằng", "là", "cũng", "đang", "luôn", "vẫn", "nước này", ":", '"', "“"])
_YEAR = 4  # the length of a year's EDTF
_NAMED_BEHIND = 4  # units behind a quotation in which its speaker begins
_REACH_OF_APPOSITION = 8  # units between the comma that opens it and the word by which its person is no official
_IN_NAME_OF = 5  # units behind "thay mặt" in which those stand for whom somebody speaks
_AT_OCCASION = 4  # units at the head of a sentence: "Phát biểu tại hội nghị, …"
_BACK = 24  # units between a verb and its subject


@dataclass(slots=True)
class Clause:
    """A verb of saying with its subject. `via`: how the subject was found."""

    verb: int
    act: str
    frame: bool
    subject: Subject | None
    via: str


@dataclass(slots=True)
class Said:
    """One sentence's statements: subject and act, in order, each pair once."""

    sentence: Sentence
    pairs: list[tuple[Subject, str, str]] = field(default_factory=list)
    outer: Subject | None = None
    """Who speaks outside quotation marks in it."""
    outsider: bool = False
    """Somebody speaks in it who speaks for no party."""

    def add(self, subject: Subject, act: str, rule: str) -> None:
        if subject.parties and not any(s.key == subject.key and a == act for s, a, _ in self.pairs):
            self.pairs.append((subject, act, rule))


def find_statements(doc: Document) -> None:
    """Adds a Statement for each (speaker or parties, act, sentence)."""
    quotes = _quotations(doc)
    current: Subject | None = None
    story = -1
    said: list[Said] = []
    for sentence in doc.sentences:
        if sentence.story != story:
            current, story = None, sentence.story
        here = Said(sentence)
        clauses = _clauses(doc, sentence)
        here.outsider = any(c.frame and c.subject is not None and not c.subject.parties for c in clauses)
        here.outer = _outer(doc, sentence, clauses)
        for clause in clauses:
            if clause.subject is None or not clause.subject.parties:
                doc.drop("statement", doc.span(clause.verb, clause.verb + 1), "no-parties")
        for clause in _with_acts(doc, sentence, _outside(doc, sentence, clauses)):
            if clause.subject:
                here.add(clause.subject, clause.act, f"statement.{clause.via}")
        if not here.pairs and (act := _goes_on(doc, sentence, current, said)) and current:
            here.add(current, act, "statement.continued")
        elif current and current.speaker and said and said[-1].pairs and said[-1].pairs[-1][0].key == current.key:
            here.pairs = [(_same_voice(s, current), act, rule) for s, act, rule in here.pairs]
        if here.pairs:
            current = here.pairs[-1][0] if len({s.key for s, _, _ in here.pairs}) == 1 else here.pairs[0][0]
        said.append(here)
    _quoted(doc, said, quotes)
    dated: dict[tuple[int, tuple[tuple[str, ...], str | None]], DateMention] = {}
    for here in said:
        for subject, act, rule in here.pairs:
            record = Statement(
                parties=list(subject.parties),
                speaker=subject.speaker,
                act=act,
                evidence=[(here.sentence.start, here.sentence.end)],
                rules=[rule],
                story=here.sentence.story,
                topics=_topics(doc, here.sentence),
            )
            _set_date(doc, here, subject, record, dated)
            doc.records.append(record)


def _goes_on(doc: Document, sentence: Sentence, current: Subject | None, said: list[Said]) -> str | None:
    """The act of a sentence that carries on what one person said in the sentence before: it begins with a word that
    joins it ("Theo đó", "Bên cạnh đó"), and nobody else speaks in it."""
    if current is None or current.speaker is None or not said or sentence.zone not in ("body", "lead"):
        return None
    before = said[-1]
    if before.sentence.story != sentence.story or not before.pairs or before.pairs[-1][0].key != current.key:
        return None
    joined = doc.entry(sentence.first, "carrying-on") is not None
    modal = next((doc.entry(u, "modal") for u in doc.units("modal", sentence.first, sentence.last)), None)
    if not joined:
        return None
    return str(modal.attrs["act"]) if modal and modal.attrs["act"] == "propose" else "say"


def _same_voice(subject: Subject, current: Subject) -> Subject:
    """A state that speaks right after its own spokesman speaks through him."""
    if subject.kind == "party" and subject.speaker is None and subject.parties == current.parties:
        return Subject(subject.first, subject.last, subject.parties, current.speaker, subject.kind)
    return subject


def _topics(doc: Document, sentence: Sentence) -> list[str]:
    """The topics whose words the sentence holds, in alphabetical order."""
    entries = [doc.entry(unit, "topic") for unit in doc.units("topic", sentence.first, sentence.last)]
    return sorted({str(entry.attrs["topic"]) for entry in entries if entry})


def _set_date(
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
    date = own or dated.get(key) or occasion_date(doc, here.sentence)
    if own is None and _earlier(doc, here.sentence):
        return
    if date is None or not (own or key in dated or at_head(doc, here.sentence) or _takes_part(doc, here, record, date)):
        return
    dated[key] = date
    record.date = date.edtf
    record.date_basis = date.basis if own else "derived"
    record.date_reason = date.reason if own else "the occasion that the report dates"


def _earlier(doc: Document, sentence: Sentence) -> bool:
    """Whether words before the first verb of saying put it before the occasion ("nhiều lần chỉ trích")."""
    verb = next(iter(doc.units("act", sentence.first, sentence.last)), sentence.first)
    return doc.has("earlier", sentence.first, verb + 1)


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
    verb = next(iter(doc.units("act", sentence.first, sentence.last)), sentence.last)
    vague: DateMention | None = None
    published = edtf.bounds(doc.article.published) if doc.article.published and not sentence.story else None
    for unit in _units_of_saying(doc, sentence, verb):
        date = doc.date_at.get(unit)
        if date is None or is_after(date, published):  # what lies ahead is no day of saying
            continue
        if is_day(date):
            return date
        if vague is None and is_period(date):
            with_when = doc.text.startswith("ồi", date.start + 1)
            if unit == sentence.first or (with_when and len(str(date.edtf)) > _YEAR):
                vague = date
    return vague


def _units_of_saying(doc: Document, sentence: Sentence, verb: int) -> Iterator[int]:
    """The units in which the day of saying may stand: those before the verb and right after it; behind a quotation that
    ends in the sentence all of them ("…”, ông Putin nói tại cuộc họp hôm qua")."""
    closing = next((u for u in range(sentence.last - 1, sentence.first, -1) if doc.norms[u] == '"'), None)
    behind = closing is not None and doc.units("act", closing, min(closing + _BACK, sentence.last))
    yield from range(sentence.first, min(verb + _SAID_ON, sentence.last))
    if closing and behind:
        yield from range(max(behind[-1], verb + _SAID_ON), sentence.last)


def _clauses(doc: Document, sentence: Sentence) -> list[Clause]:
    """Every verb of saying of a sentence with its subject, left to right."""
    first, last = sentence.first, sentence.last
    verbs = [unit for unit in doc.units("act", first, last) if _is_verb(doc, sentence, unit)]
    sources = doc.units("according-to", first, last)
    others = doc.has("modal", first, last) or ":" in doc.norms[first : min(first + 12, last)]
    if not verbs and not sources and not others:
        return []
    found = subjects(doc, sentence)
    if clause := _colon(doc, sentence, found):
        return [clause]
    ends = {subject.last for subject in found}
    verbs = [verb for verb in verbs if not _is_noun(doc, sentence, verb, ends)]
    out: list[Clause] = []
    for unit in sources:
        source = next((s for s in found if s.first == unit + 1), None)
        if source and source.parties and source.kind == "person":  # a ministry is a mere credit
            out.append(Clause(source.last - 1, "say", True, source, "according-to"))
    for verb in verbs:
        entry = doc.entry(verb, "act")
        assert entry is not None
        subject, via = _subject_of(doc, sentence, verb, found, out)
        if via == "coordinated":
            weak = entry.attrs["act"] == "say" and not entry.attrs.get("frame")
            if weak or not _coordinated(doc, sentence, verb, out[-1]):
                continue  # "ủng hộ …, coi đây là …" explains the first act
        out.append(Clause(verb, str(entry.attrs["act"]), bool(entry.attrs.get("frame")), subject, via))
    if not out and (clause := _will(doc, sentence, found)):
        out.append(clause)
    return out


def _colon(doc: Document, sentence: Sentence, found: list[Subject]) -> Clause | None:
    """ "Thủ tướng: …" at the head of a sentence, as headlines have it: all of it is his word."""
    if not found or found[0].kind != "person" or found[0].first != sentence.first:
        return None
    colon = found[0].last
    if colon >= sentence.last or doc.norms[colon] != ":":
        return None
    act = "say"
    for unit in range(colon + 1, sentence.last):
        if entry := doc.entry(unit, "act", "modal"):
            if unit == colon + 1 or (entry.cls == "modal" and entry.attrs["act"] == "propose"):
                act = str(entry.attrs["act"])
            break
    return Clause(colon, act, False, found[0], "headline")


def _will(doc: Document, sentence: Sentence, found: list[Subject]) -> Clause | None:
    """ "Hai bên sẽ …": parties that will do something commit themselves without a verb of saying."""
    for subject in found:
        if subject.kind not in ("pair", "party", "collective", "joint") or not subject.parties or subject.speaker:
            continue
        if subject.first > sentence.first and not _heads_clause(doc, subject.first - 1):
            continue
        for unit in range(subject.last, min(subject.last + 3, sentence.last)):
            modal = doc.entry(unit, "modal")
            if modal and modal.attrs["act"] == "commit" and not doc.entry(unit + 1, "passive"):
                return Clause(unit, "commit", False, subject, "will")
        return None
    return None


def _heads_clause(doc: Document, before: int) -> bool:
    """Whether a clause can begin after this unit: a comma, a date, a word that adds."""
    return doc.norms[before] in (",", ";", ":") or before in doc.date_at or doc.entry(before, "and-also") is not None


def _is_verb(doc: Document, sentence: Sentence, unit: int) -> bool:
    """Not a noun ("sự ủng hộ", "những cam kết", "đề nghị của"), not passive ("được coi là")."""
    if unit + 1 < sentence.last and doc.entry(unit + 1, "of"):
        return False
    if unit == sentence.first:
        return True
    if doc.is_cap(unit) and doc.norms[unit - 1] not in ('"', ":", "-"):
        return False  # inside a name: "Thoả thuận về Chia sẻ thông tin"
    if doc.has("negation", max(sentence.first, unit - 2), unit):
        return False
    said = doc.entry(unit - 2, "act") if doc.norms[unit - 1] == "việc" else None
    if said and said.attrs.get("frame"):
        return True  # "khẳng định việc ủng hộ …"
    entry = doc.entry(unit, "act")
    if entry and entry.attrs.get("frame") and doc.entry(unit - 1, "planned"):
        return False  # "dự kiến sẽ nêu": not yet said
    return doc.entry(unit - 1, "noun-maker", "passive", "purpose") is None


def _is_noun(doc: Document, sentence: Sentence, unit: int, ends: set[int]) -> bool:
    """Whether a word that is a verb of saying or a noun is the noun: neither a subject nor a small word of verbs stands
    before it ("vụ rò rỉ thông tin")."""
    entry = doc.entry(unit, "act")
    if entry is None or not entry.attrs.get("noun_too") or unit == sentence.first or unit in ends:
        return False
    before = unit - 1
    return doc.norms[before][:1].isalnum() and before not in doc.date_at and not doc.entry(before, *_BEFORE_VERBS)


def _coordinated(doc: Document, sentence: Sentence, verb: int, before: Clause) -> bool:
    """A second verb of one subject: governed by a neutral verb close before it, or after a comma, "và" and the like;
    deeper in the sentence it belongs to what is said."""
    if before.frame and verb - before.verb <= _GOVERNED:
        return True
    return any(
        doc.entry(unit, "joiner", "and-also") or doc.norms[unit] in (",", ";")
        for unit in range(max(sentence.first, verb - 3), verb)
        if unit > before.verb
    )


def _subject_of(
    doc: Document, sentence: Sentence, verb: int, found: list[Subject], before: list[Clause]
) -> tuple[Subject | None, str]:
    if not before and (doc.entry(verb - 1, "joiner", "and-also") or doc.norms[verb - 1] in ("khi", ",")):
        # "A điện đàm với B và mời …", "A công kích B khi cho rằng …": what is nearest is an object
        first = next((s for s in found if s.last < verb), None)
        nearest = next((s for s in reversed(found) if s.last <= verb), None)
        object_ = nearest is not None and (nearest.last == verb - 1 or nearest.kind == "collective")
        if doc.norms[verb - 1] == ",":
            object_ = (
                object_ and nearest is not first and nearest is not None and not _heads_clause(doc, nearest.first - 1)
            )
        if first and object_ and not doc.entry(first.first - 1, "preposition", "according-to"):
            return _on_behalf(doc, sentence, first), first.kind
    for subject in reversed(found):
        if subject.last > verb or _quoted_off(doc, sentence, subject, verb):
            continue
        if verb - subject.last > _BACK:
            break
        if before and before[-1].verb >= subject.last - 1:
            return before[-1].subject, "coordinated"
        if before and before[-1].act != "propose" and subject.last < verb - 1 and doc.entry(verb - 1, "joiner"):
            return before[-1].subject, "coordinated"  # "A cảm ơn B đã giúp … và cam kết …"
        before_it = doc.entry(subject.first - 1, "preposition", "according-to")
        if subject.first > sentence.first and before_it and not doc.norms[subject.first - 1].endswith("khi"):
            continue
        if doc.norms[subject.first - 1] == "việc" or doc.entry(subject.first - 1, "condition"):
            return None, ""  # "việc Nhà Trắng tuyên bố …" is what the sentence speaks of
        subject = _before_apposition(doc, subject, verb, found)
        return _on_behalf(doc, sentence, subject), subject.kind
    if before:
        return before[-1].subject, "coordinated"
    return None, ""


def _quoted_off(doc: Document, sentence: Sentence, subject: Subject, verb: int) -> bool:
    """Whether a subject stands inside a quotation that is closed before the verb."""
    marks = [unit for unit in range(sentence.first, verb) if doc.norms[unit] == '"']
    before = sum(mark < subject.first for mark in marks)
    return before % 2 == 1 and len(marks) > before


def _on_behalf(doc: Document, sentence: Sentence, subject: Subject) -> Subject:
    """The person as the voice of those in whose name he speaks ("Thay mặt các nước ASEAN, Thứ trưởng …")."""
    if subject.kind != "person" or not subject.parties:
        return subject
    for unit in doc.units("on-behalf", sentence.first, subject.first):
        found = mentions_in(doc, unit + 1, min(unit + _IN_NAME_OF, subject.first))
        if found and (codes := found[0].codes):
            return Subject(subject.first, subject.last, codes, subject.speaker, subject.kind)
    return subject


def _before_apposition(doc: Document, subject: Subject, verb: int, found: list[Subject]) -> Subject:
    """The one who speaks where the party right before the verb ends an apposition: "X - giảng viên Đại học Quốc gia
    Singapore - cho rằng"."""
    closing = doc.norms[verb - 1]
    if subject.kind not in ("party", "person") or subject.last != verb - 1 or closing not in ("-", ","):
        return subject
    nobody = next((s for s in reversed(found) if s.last <= subject.first and s.kind == "nobody"), None)
    if nobody is None:
        return subject
    if subject.kind == "party":  # the apposition may begin with his post ("X, phó giám đốc tại Viện nghiên cứu …")
        opened = closing in doc.norms[max(nobody.first - _REACH_OF_APPOSITION, 0) : subject.first]
    else:
        opened = closing in doc.norms[max(nobody.first - 2, 0) : nobody.first]
    return nobody if opened else subject


def _with_acts(doc: Document, sentence: Sentence, clauses: list[Clause]) -> list[Clause]:
    """The clauses that are statements, neutral verbs with the act of what they govern."""
    out: list[Clause] = []
    governor: Clause | None = None
    outsider = -_DIRECT - 1  # the last verb of one who speaks for no party
    taken = -1
    for index, clause in enumerate(clauses):
        subject = clause.subject
        if subject is None or not subject.parties:
            governor = None if subject is not None else governor
            outsider = clause.verb if subject is not None and clause.frame else outsider
            continue
        if doc.entry(subject.first - 1, "contrast"):
            governor = None  # "…, trong khi Bắc Kinh nói"
        if 0 < subject.first - outsider <= _DIRECT:
            continue  # "giới quan sát cho rằng Mỹ phản đối": hearsay
        if index == taken:
            continue  # "cam kết ủng hộ": the first verb is the act, the second its object
        if governor and governor.subject and not _same_side(subject, governor.subject):
            if (
                clause.via in ("person", "party")
                and governor.act == "say"
                and 0 <= clause.verb - subject.last <= _DIRECT
                and 0 < subject.first - governor.verb <= _DIRECT
                and not clause.frame
            ):
                out.append(Clause(clause.verb, clause.act, False, subject, "reported"))
            continue  # else what a third party does is part of what is said
        if governor and governor.subject:
            subject = governor.subject
        following = clauses[index + 1] if index + 1 < len(clauses) else None
        if following and following.verb - clause.verb <= (_GOVERNED if clause.frame else 2):
            own = following.subject is None or _same_side(following.subject, subject)
            if clause.frame and own and not following.frame:
                governor = governor or Clause(clause.verb, clause.act, True, subject, clause.via)
                continue
            if not clause.frame and own and not doc.entry(following.verb - 1, "joiner", "and-also"):
                taken = index + 1
        act = clause.act
        if clause.frame and (modal := _modal(doc, sentence, clause, subject) or _wanted(doc, sentence, clause)):
            act = modal
        out.append(Clause(clause.verb, act, clause.frame, subject, clause.via))
        governor = governor or Clause(clause.verb, clause.act, clause.frame, subject, clause.via)
    return out


def _outside(doc: Document, sentence: Sentence, clauses: list[Clause]) -> list[Clause]:
    """The clauses without those that others have in a quotation at the head of the sentence whose speaker is named
    after it: what he says of a president is not the president's word."""
    if not clauses or doc.norms[sentence.first] != '"':
        return clauses
    closing = next((u for u in range(sentence.first + 1, sentence.last) if doc.norms[u] == '"'), sentence.first)
    last = clauses[-1].subject
    if last is None or last.first < closing:
        outsider = next(iter(doc.units("non-speaker", closing, min(closing + _NAMED_BEHIND, sentence.last))), None)
        return clauses if outsider is None or closing == sentence.first else []
    inner = [c for c in clauses if c.verb < closing and last.parties and c.subject and _same_side(c.subject, last)]
    outer = [c for c in clauses if c.verb > closing]
    if len(outer) == 1 and outer[0].frame and any(not c.frame for c in inner):
        return [Clause(c.verb, c.act, c.frame, last, c.via) for c in inner]  # "“Nga hoan nghênh …”, ông X nói"
    return [*inner, *outer]


def _same_side(a: Subject, b: Subject) -> bool:
    return a.key == b.key or (bool(a.parties) and set(a.parties) == set(b.parties))


def _modal(doc: Document, sentence: Sentence, clause: Clause, subject: Subject) -> str | None:
    """The act that a modal soon after a neutral verb makes of it: "nhấn mạnh cần" proposes, "cho biết sẽ" commits
    when it is the speaker's own side that will."""
    for unit in range(clause.verb + 1, min(clause.verb + 9, sentence.last)):
        entry = doc.entry(unit, "modal")
        if unit == clause.verb + 1 and doc.entry(unit, "own-doing"):
            return "commit"
        if entry:
            if entry.attrs["act"] == "propose" and (
                doc.has("causative", clause.verb + 1, unit) or doc.has("first-person", clause.verb + 1, unit)
            ):
                return None  # "khiến người dân phải …", "tôi phải …": nobody is asked
            if entry.attrs["act"] == "commit" and not _own_will(doc, clause.verb + 1, unit, subject):
                return None
            return str(entry.attrs["act"])
        if doc.norms[unit] in (",", ";"):
            return None
    return None


def _wanted(doc: Document, sentence: Sentence, clause: Clause) -> str | None:
    """ "propose" where a quotation at the head of the sentence, led to the verb behind it, says what a party must do
    ("“Triều Tiên cần phải …”, ông Bolton nói")."""
    if doc.norms[sentence.first] != '"':
        return None
    closing = next((u for u in range(sentence.first + 1, clause.verb) if doc.norms[u] == '"'), None)
    if closing is None:
        return None
    for unit in doc.units("modal", sentence.first, closing):
        entry = doc.entry(unit, "modal")
        if entry and entry.attrs["act"] == "propose" and doc.entry(unit - 1, "party", "metonym", "pair", "collective"):
            return "propose"
    return None


def _own_will(doc: Document, first: int, last: int, subject: Subject) -> bool:
    """Whether what stands between a verb of saying and "sẽ" is nothing but the speaker's own side: "cuộc khủng hoảng
    sẽ không bùng nổ" is a forecast."""
    words = [i for i in range(first, last) if doc.norms[i] not in _LINKS and i not in doc.date_at]
    if not words:
        return True
    codes = {e.id for i in words for e in doc.entries[i] if e.cls in ("party", "metonym")}
    if codes:
        return codes <= set(subject.parties)
    own = {unit for p in doc.facts.get("people", ()) if p.party in subject.parties for unit in range(p.first, p.last)}
    return any(i in own or doc.entry(i, "pair", "first-person", "home", "collective", "institution") for i in words)


# -- quotations ------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Quotation:
    """Sentences `[first, last]` of one quotation."""

    first: int
    last: int


def _quotations(doc: Document) -> list[Quotation]:
    """Quotations that run over more than one sentence, or fill one."""
    out: list[Quotation] = []
    start: int | None = None
    for sentence in doc.sentences:
        text = doc.text[sentence.start : sentence.end]
        if start is not None and (doc.sentences[start].story != sentence.story or sentence.index - start > 12):
            start = None
        marks = sum(text.count(mark) for mark in '"“”')
        if start is None:
            if marks % 2 == 1:
                start = sentence.index
            elif text[0] in '"“':
                out.append(Quotation(sentence.index, sentence.index))
        elif marks % 2 == 1:
            out.append(Quotation(start, sentence.index))
            start = None
    return out


def _quoted(doc: Document, said: list[Said], quotes: list[Quotation]) -> None:
    """Gives each sentence of a quotation to its speaker: named in the last sentence, else in the one before it."""
    for quote in quotes:
        subject = said[quote.last].outer or said[quote.first].outer
        if (
            subject is None
            and quote.first > 0
            and not (said[quote.first].outsider or said[quote.last].outsider)
            and doc.sentences[quote.first - 1].story == doc.sentences[quote.first].story
        ):
            subject = _single(said[quote.first - 1])
        subject = subject or _single(said[quote.last]) or _single(said[quote.first])
        if subject is None:
            continue
        for index in range(quote.first, quote.last + 1):
            here = said[index]
            own = _own_acts(doc, here.sentence)
            if here.outer is None and quote.first < quote.last:  # what others do in it is part of what is said
                here.pairs = [pair for pair in here.pairs if _same_side(pair[0], subject)]
            if not here.pairs or index < quote.last:
                here.pairs = [pair for pair in here.pairs if pair[0].key != subject.key or not own]
                for act in own or ([] if here.pairs else ["say"]):
                    here.add(subject, act, "statement.quoted")


def _outer(doc: Document, sentence: Sentence, clauses: list[Clause]) -> Subject | None:
    """The last subject that speaks outside quotation marks: before the first of a sentence that opens a quotation,
    behind the last of one that closes it."""
    marks = [unit for unit in range(sentence.first, sentence.last) if doc.norms[unit] == '"']
    if not marks:
        return None
    for clause in reversed(clauses):
        if clause.subject and clause.subject.parties and (clause.verb > marks[-1] or clause.verb < marks[0]):
            return clause.subject
    return None


def _own_acts(doc: Document, sentence: Sentence) -> list[str]:
    """The acts of which a quoted speaker says "we" or "I" ("Chúng tôi đánh giá cao … và mong muốn …")."""
    acts: list[str] = []
    for unit in doc.units("first-person", sentence.first, sentence.last):
        for verb in range(unit + 1, min(unit + 4, sentence.last)):
            entry = doc.entry(verb, "act", "modal")
            if entry:
                acts.append(str(entry.attrs["act"]))
                break
    return list(dict.fromkeys(acts))


def _single(said: Said) -> Subject | None:
    return said.pairs[-1][0] if said.pairs else None
