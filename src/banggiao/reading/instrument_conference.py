"""The conference at which a paper comes about, where the sentence that tells of it has no day.

What a conference adopts or issues ("hội nghị đã thông qua Tuyên bố …", "các bên sẽ ra tuyên bố chung") has the days of
the conference, if the story tells of but one of these parties.
"""

from __future__ import annotations

from banggiao.model import Instrument, Meeting
from banggiao.reading.document import Document
from banggiao.reading.instrument_identity import Name

_FORMS = frozenset({"summit", "ministerial", "forum"})
_ISSUES = ("thông qua", "ra", "đưa ra")  # endings of the verbs of a conference
_OF_A_CONFERENCE = frozenset({"declaration", "vision", "plan"})
_DAY = 10  # letters of a day's EDTF


def conference_of(doc: Document, record: Instrument, name: Name, cue: int) -> Meeting | None:
    """The one conference of the story whose parties adopted or issued a paper by the verb at `cue`, or are to."""
    if record.date or not record.parties or not _is_issued(doc, record, name, cue):
        return None
    parties = set(record.parties)
    found = [
        meeting
        for meeting in doc.records
        if isinstance(meeting, Meeting)
        and meeting.story == record.story
        and meeting.form in _FORMS
        and parties.issubset(meeting.parties)
    ]
    dated = [meeting for meeting in found if meeting.date and len(meeting.date.split("/")[0]) == _DAY]
    return dated[0] if len({meeting.date for meeting in dated}) == 1 else None


def _is_issued(doc: Document, record: Instrument, name: Name, cue: int) -> bool:
    """Whether a verb tells that a conference makes a paper, and the paper is one that a conference makes."""
    if record.stage not in ("agreed", "negotiating"):
        return False
    known = doc.lexicon.instruments.get(name.known) if name.known else None
    if known and known.type not in _OF_A_CONFERENCE:
        return False
    act = doc.entry(cue - 1, "act")
    if act and (record.stage == "negotiating" or act.attrs["act"] != "agree"):
        return False  # "nhất trí sẽ thông qua", "cho biết đã thông qua": elsewhere, but "nhất trí thông qua" here
    return bool(name.lead and cue == name.first) or doc.norms[cue].endswith(_ISSUES)
