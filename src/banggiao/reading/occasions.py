"""The day of a story's main occasion: the one that its title, lead and first sentences are about.

Statements, signatures and agreements of a report without a date of their own happened on it. It is the first full day
named in the story's first sentences, else the publication day where the story speaks of today; otherwise nothing.
"""

from __future__ import annotations

from banggiao.reading.dates import DateMention
from banggiao.reading.document import Document, Sentence

_HEAD = 4  # sentences at the beginning of a story in which its occasion is dated
_DAY = 10  # the length of a full day's EDTF


def is_day(date: DateMention) -> bool:
    """A single day, or a range of days of one occasion."""
    return bool(date.edtf) and date.role in ("", "since", "until") and all(len(end) == _DAY for end in str(date.edtf).split("/"))


def days_in(doc: Document, sentence: Sentence) -> list[DateMention]:
    """The days that a sentence names, in order."""
    return [
        doc.date_at[unit]
        for unit in range(sentence.first, sentence.last)
        if unit in doc.date_at and is_day(doc.date_at[unit])
    ]


def occasion_date(doc: Document, sentence: Sentence) -> DateMention | None:
    """The day of the main occasion of the sentence's story, or None."""
    known: dict[int, DateMention | None] = doc.facts.setdefault("occasion-dates", {})
    if sentence.story not in known:
        known[sentence.story] = _find(doc, sentence.story)
    return known[sentence.story]


def _find(doc: Document, story: int) -> DateMention | None:
    head = [s for s in doc.sentences if s.story == story][: _HEAD + 1]
    for sentence in head:
        if days := days_in(doc, sentence):
            return days[0]
    return None
