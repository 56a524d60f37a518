"""The day on which something was said: stated in its sentence, that of a meeting told right before, carried on from the
speaker, or that of the report."""

from __future__ import annotations

from dataclasses import dataclass, field

from banggiao import edtf
from banggiao.model import Statement
from banggiao.reading.dates import DateMention
from banggiao.reading.document import Document, Sentence
from banggiao.reading.occasions import is_caption, is_period, is_quoted
from banggiao.reading.quotations import Said
from banggiao.reading.report_days import day_of_report, is_of_report
from banggiao.reading.scenes import Scene, ahead_of, elsewhere
from banggiao.reading.speakers import Subject
from banggiao.reading.stated_days import day_behind, past_time, stated_day

_DAY = 10  # the length of a day's EDTF
_OF_REPORT = "the occasion that the report dates"
_OF_MEETING = "the meeting told before"
_SAME_DAY = "date.same-day"
_AFTER = ("sau khi", "trước khi", "từ khi")
_LASTS = 2  # sentences after which a meeting that nobody's words go on with is over
_BACK = 24  # units between a verb and its subject


@dataclass(slots=True)
class Days:
    """The days of saying of a document, while its statements are walked through in order."""

    doc: Document
    scenes: dict[int, list[Scene]]
    dated: dict[tuple[int, tuple[tuple[str, ...], str | None]], tuple[int, DateMention]] = field(default_factory=dict)
    """The sentence in which each speaker spoke last, and on which day."""
    reports: dict[int, DateMention | None] = field(default_factory=dict)
    """The day of each story's report."""
    last: DateMention | None = None
    """The last day of saying."""
    spoken: dict[int, list[tuple[Subject, Statement]]] = field(default_factory=dict)
    """What was said in each sentence, and by whom."""
    told: tuple[int, int, list[Scene]] = (-1, -1, [])
    """The sentence that tells of the last meeting, the last one with words of it, and the meeting."""

    def inherit(self, here: Said) -> None:
        """Those for whom a sentence has but a word ("Bộ này …") speak on the day of whom it means."""
        story = here.sentence.story
        if here.after and (day := self.dated.get((story, here.after.key))):
            for subject, _, _ in here.pairs:
                self.dated.setdefault((story, subject.key), day)

    def set_date(self, here: Said, subject: Subject, record: Statement) -> None:
        """The occasion on which it was said: a day that the sentence names before what is said, else the day on which
        the same speaker spoke last or met somebody since, else the day of the story's occasion, if he speaks at its
        head or took part."""
        doc, sentence = self.doc, here.sentence
        self.spoken.setdefault(sentence.index, []).append((subject, record))
        key = (sentence.story, subject.key)
        spoke, carried = self.dated.get(key, (-1, None))
        # "Năm 2014, ông Trump nói" is told in passing
        if carried and is_period(carried) and sentence.index - spoke > _LASTS:
            carried = None
        own = self._stated(sentence, subject, carried)
        if own and _background(doc, sentence, subject) and not _told_behind(doc, sentence, subject, own):
            return
        occasion = self._of_report(sentence)
        if own is None and (past := past_time(doc, sentence)):
            self.dated[key] = sentence.index, past
            return
        if not (own or carried or occasion or self.scenes):
            return  # as in most articles that name no day
        if _reported(doc, sentence, subject) or (own is None and _before(doc, sentence, subject, occasion)):
            return
        scene = None if own else self._scene(sentence, subject, record, spoke)
        date = own or scene or carried
        if date is None and occasion and is_of_report(doc, sentence, record, occasion):
            date = occasion
        if date is None:
            return
        self.last = date
        if own is None or not is_caption(doc, sentence):  # a photograph of some other speech
            self.dated[key] = sentence.index, date
        if date.edtf is None:
            return
        record.date = date.edtf
        record.date_basis = date.basis if own else "derived"
        record.date_reason = date.reason if own else _OF_MEETING if scene else _OF_REPORT
        if own:
            self._carry_back(sentence, subject, record)

    def _carry_back(self, sentence: Sentence, subject: Subject, record: Statement) -> None:
        """Gives the day of a quotation, which its last sentence tells, to those before it."""
        index = sentence.index
        while index in self.doc.facts["quoted"]:
            index -= 1
            for other, before in self.spoken.get(index, ()):
                if other.key == subject.key and (before.date is None or before.date_reason == _OF_REPORT):
                    before.date, before.date_basis, before.date_reason = record.date, "derived", _OF_REPORT

    def _stated(self, sentence: Sentence, subject: Subject, carried: DateMention | None) -> DateMention | None:
        """The day that the sentence names. "Cùng ngày" is that of the words before, not one that they only name;
        nobody knows which day "hôm nay" was, unless the story tells."""
        own = day_behind(self.doc, sentence, subject) or stated_day(self.doc, sentence)
        if own and own.rule == _SAME_DAY and self.last:
            own = self.last
        if own and own.edtf is None:
            own = carried or self.doc.facts.get("told-todays", {}).get((sentence.story, own.rule), own)
        return own

    def _of_report(self, sentence: Sentence) -> DateMention | None:
        if sentence.story not in self.reports:
            self.reports[sentence.story] = day_of_report(self.doc, sentence)
        return self.reports[sentence.story]

    def settle_headline(self) -> None:
        """Gives the words of the headline the one day on which those who say them speak below it; no day where nobody
        of their side does so on that of the report."""
        end = self.doc.sentences[0].end if self.doc.sentences else 0
        records = [record for record in self.doc.records if isinstance(record, Statement) and not record.story]
        below = [record for record in records if record.evidence[0][0] >= end and record.date]
        for record in records:
            if record.evidence[0][0] >= end or (record.date and record.date_reason != _OF_REPORT):
                continue
            sides = [other for other in below if not set(other.parties).isdisjoint(record.parties)]
            if any(other.date == record.date for other in sides):
                continue
            theirs = [o for o in sides if o.parties == record.parties and record.speaker in (None, o.speaker)]
            if record.date is None:
                theirs = [other for other in theirs if other.act == record.act]
            record.date = record.date_basis = None
            record.date_reason = ""
            if len({other.date for other in theirs}) == 1 and len(str(theirs[0].date)) == _DAY:
                record.date, record.date_basis, record.date_reason = theirs[0].date, "derived", _OF_REPORT

    def _scene(self, sentence: Sentence, subject: Subject, record: Statement, spoke: int) -> DateMention | None:
        """The day of a meeting of the speaker that was told since he spoke last, in the sentences before."""
        told, last, scenes = self.told
        for index in range(max(last, told) + 1, sentence.index):
            if index in self.scenes and index not in self.spoken:
                told = last = index
                scenes = self.scenes[index]
        if not scenes or sentence.index - last > _LASTS or self.doc.sentences[told].story != sentence.story:
            return None
        scene = next((scene for scene in scenes if scene.holds(self.doc, sentence, record)), None)
        if scene is None or told <= spoke:
            return None
        if elsewhere(self.doc, sentence, subject, scene):
            self.told = told, sentence.index, []
            return None
        self.told = told, sentence.index, scenes
        return scene.date


def _before(doc: Document, sentence: Sentence, subject: Subject, occasion: DateMention | None) -> bool:
    """Whether words before what somebody said put it before the occasion."""
    return (
        _earlier(doc, sentence)
        or _long_ago(doc, sentence, occasion)
        or _background(doc, sentence, subject)
        or ahead_of(doc, sentence, subject)
    )


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


def _told_behind(doc: Document, sentence: Sentence, subject: Subject, day: DateMention) -> bool:
    """Whether a day stands behind a subject: one before it is that of the main clause ("Ngày 3/8, A phản đối sau khi B
    cáo buộc …")."""
    return any(doc.date_at.get(unit) is day for unit in range(subject.last, sentence.last))


def _reported(doc: Document, sentence: Sentence, subject: Subject) -> bool:
    """Whether somebody else says of the subject that it has said something: nobody knows on which day ("ông Yasay khẳng
    định ông Tập đã cam kết …")."""
    if not sentence.first < subject.first <= subject.last < sentence.last:
        return False
    sign = doc.entry(subject.last, "past-sign")
    if sign is None or sign.attrs.get("now"):
        return False
    if is_quoted(doc, subject.first):  # "“Tổng thống đã cam kết …”, ông Tillerson hôm 3/5 nói"
        return True
    told = doc.units("act", sentence.first, subject.first)
    if not told or doc.norms[subject.first - 1] == "và":
        return False
    return "," not in doc.norms[told[-1] : subject.first] and not doc.quotes(told[-1], subject.first)


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
