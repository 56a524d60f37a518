"""Scenes: a meeting with its day, told right before words without one ("Trước đó, chiều 27/8, hai bên hội đàm. …").

What those who met say in the next sentences was said there, whatever day the report is of.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from banggiao.model import Meeting, Statement
from banggiao.reading.dates import DateMention
from banggiao.reading.document import Document, Sentence
from banggiao.reading.occasions import form_of, is_caption, is_day
from banggiao.reading.speakers import Subject

_TALKS = ("talks", "call")
_FORMS = (*_TALKS, "summit", "ministerial")
"""Occasions of one day on which those who take part speak."""


@dataclass(slots=True)
class Scene:
    """A meeting and the day that its sentence names."""

    date: DateMention
    meeting: Meeting

    def holds(self, doc: Document, sentence: Sentence, record: Statement) -> bool:
        """Whether who speaks has met there: by name, or all sides together. At a conference people speak of it before
        and after; the words of one alone are of it where they name it."""
        if not record.speaker:
            return len(record.parties) > 1 and set(record.parties) == set(self.meeting.parties)
        if record.speaker not in self.meeting.people:
            return False
        words = doc.units("occasion", sentence.first, sentence.last)
        return self.meeting.form in _TALKS or any(form_of(doc, unit) == self.meeting.form for unit in words)


def scenes_of(doc: Document) -> dict[int, list[Scene]]:
    """The meetings that were held, by the number of each sentence that tells of one with its day."""
    starts = [sentence.start for sentence in doc.sentences]
    found: dict[int, list[Scene]] = {}
    for record in doc.records:
        if not isinstance(record, Meeting) or record.phase != "held" or not record.date or record.form not in _FORMS:
            continue
        for start, _ in record.evidence:
            index = bisect_right(starts, start) - 1
            if day := _day_in(doc, doc.sentences[index], record.date):
                found.setdefault(index, []).append(Scene(day, record))
    return found


def elsewhere(doc: Document, sentence: Sentence, subject: Subject, scene: Scene) -> bool:
    """Whether words before the subject tell of another occasion than the scene ("Tại họp báo sau hội nghị, …")."""
    forms = {form_of(doc, unit) for unit in doc.units("occasion", sentence.first, subject.first)}
    return bool(forms) and forms.isdisjoint((scene.meeting.form, "talks", "other"))


def ahead_of(doc: Document, sentence: Sentence, subject: Subject) -> bool:
    """Whether words before the subject put it before an occasion of more than an hour ("Trước chuyến thăm, …")."""
    for unit in doc.units("occasion", sentence.first, subject.first):
        if form_of(doc, unit) not in _TALKS and doc.norms[unit - 1].startswith("trước"):
            return True
    return False


def _day_in(doc: Document, sentence: Sentence, day: str) -> DateMention | None:
    """The mention of a single day in a sentence of the text."""
    if "/" in day or is_caption(doc, sentence):
        return None
    units = doc.units("date", sentence.first, sentence.last)
    return next((doc.date_at[u] for u in units if doc.date_at[u].edtf == day and is_day(doc.date_at[u])), None)
