"""Who speaks by a word for those just heard: "Quan chức này nói …", "Họ cũng kêu gọi …", "Thông cáo nêu rõ …"."""

from __future__ import annotations

from banggiao.reading.clause_subjects import Clause
from banggiao.reading.document import Document, Sentence
from banggiao.reading.speakers import Subject, subjects
from banggiao.reading.speech_verbs import heads_clause

_AGAIN = frozenset(["này", "trên", "ấy"])  # "quan chức này", "vị quan chức trên"
_ONLY = ("chỉ", "cũng", "cũng chỉ", "còn")  # between "quan chức này" and his verb
_SMALL = ("and-also", "past-sign", "before-verb", "earlier")
_SEVERAL = frozenset(["pair", "collective", "joint", "institution"])


def of_the_same(doc: Document, sentence: Sentence, clause: Clause, current: Subject, just: bool) -> Clause:
    """A clause as that of the subject heard before, where a word for it is its subject; else the clause. `just`: it
    was heard in the sentence before."""
    subject = _official(doc, clause, current)
    if subject is None and just:
        subject = _those(doc, sentence, clause, current)
    return Clause(clause.verb, clause.act, clause.frame, subject, clause.via or subject.kind) if subject else clause


def _official(doc: Document, clause: Clause, current: Subject) -> Subject | None:
    """The official or the body heard before, without a name ("Quan chức này nói …")."""
    subject = clause.subject
    if current.kind != "institution":
        return None
    if subject is None:
        before = clause.verb - 1
        before -= doc.norms[before] in _ONLY
        pronoun = doc.entry(before, "honorific")
        again = pronoun is not None and bool(pronoun.attrs.get("alone"))
    else:
        again = subject.kind == "institution" and not subject.parties and doc.norms[subject.last] in _AGAIN
    return current if again else None


def _those(doc: Document, sentence: Sentence, clause: Clause, current: Subject) -> Subject | None:
    """Those just heard by a word for several, a state, a body or what they handed out, right before the verb."""
    if not doc.has("heard-again", sentence.first, clause.verb):
        return None
    unit = clause.verb - 1
    while unit > sentence.first and (
        doc.norms[unit] in _AGAIN or unit in doc.date_at or doc.entry(unit, *_SMALL) is not None
    ):
        unit -= 1
    word = doc.entry(unit, "heard-again")
    if word is None or unit < sentence.first or (unit > sentence.first and not heads_clause(doc, unit - 1)):
        return None
    if clause.subject is not None and not (word.attrs.get("report") and clause.subject.first == unit):
        return None
    if any(subject.first < unit for subject in subjects(doc, sentence)):
        return None  # "Mỹ phản đối, nhưng nước này nói …": whoever stands before
    if word.attrs.get("report") and unit == clause.verb - 1 and not clause.frame:
        return None  # "Tuyên bố đe doạ trừng phạt của Mỹ …": what was said
    if word.attrs.get("many"):
        several = current.kind in _SEVERAL or len(current.parties) > 1
        return current if several and current.speaker is None else None
    if len(current.parties) > 1 and not word.attrs.get("report"):
        return None
    if current.speaker and word.attrs.get("report") and doc.norms[unit].endswith("tuyên bố"):
        return current
    return Subject(unit, unit + 1, current.parties, None, "institution")
