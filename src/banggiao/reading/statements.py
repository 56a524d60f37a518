"""Statements: which party says what, and by which act.

For each sentence the verbs of saying are looked up with their subjects (`clauses`). A neutral verb ("khẳng định") takes
the act of the verb that it governs ("khẳng định ủng hộ"), when that verb has the same speaker (`speech_acts`), or that
of what is said (`told_acts`). What stands in quotation marks over several sentences belongs to the speaker who is named
at its end, before its colon, or last (`quotations`); a sentence whose subject is the speaker's own state goes on with
that speaker. When it was said is told by `saying_days`.
"""

from __future__ import annotations

from dataclasses import replace

from banggiao.lexicon import Entry
from banggiao.model import Statement
from banggiao.reading.clause_subjects import Clause
from banggiao.reading.clauses import clauses_of
from banggiao.reading.document import Document, Sentence
from banggiao.reading.heard_again import of_the_same
from banggiao.reading.people import people_in
from banggiao.reading.quotations import BARE, OF_OTHERS, Said, give_to_speakers, quotations, set_outer
from banggiao.reading.saying_days import Days
from banggiao.reading.scenes import scenes_of
from banggiao.reading.speakers import Subject, is_pronoun, subjects
from banggiao.reading.speech_acts import outside_quotation, with_acts

_ASKED = 10  # units at the head of a sentence in which those stand who must do something, and "cần"
_BESIDE = 3  # units before a word of a topic in which the word beside it stands: "hàng hải và hàng không"
_OFFICIAL = frozenset(["quan chức", "quan chức cấp cao", "quan chức ngoại giao"])
_SOME = frozenset(["một", "giới", "các", "nhiều", "những", "một số", "hai", "vài", "số"])
_ASKABLE = frozenset(["party", "pair", "collective", "joint", "institution"])


def find_statements(doc: Document) -> None:
    """Adds a Statement for each (speaker or parties, act, sentence)."""
    quotes = quotations(doc)
    began = {index: quote.first for quote in quotes for index in range(quote.first + 1, quote.last + 1)}
    quoted = set(began)
    doc.facts["quoted"] = quoted
    current: Subject | None = None
    story = -1
    said: list[Said] = []
    for sentence in doc.sentences:
        if sentence.story != story:
            current, story = None, sentence.story
        here = Said(sentence)
        clauses = [] if _asked(doc, sentence, quoted) else clauses_of(doc, sentence)
        if current:
            just = bool(said) and bool(said[-1].pairs) and said[-1].sentence.story == story
            theirs = [of_the_same(doc, sentence, clause, current, just) for clause in clauses]
            here.after = current if theirs != clauses else None
            clauses = theirs
        clauses = _of_stranger_before(doc, sentence, clauses, said, began.get(sentence.index, sentence.index))
        here.stranger_last = bool(clauses) and clauses[-1].frame and _has_opinion(doc, clauses[-1].subject)
        here.outsider = any(c.frame and c.subject is not None and not c.subject.parties for c in clauses)
        set_outer(doc, here, clauses, quoted=sentence.index in quoted)
        for clause in clauses:
            if clause.subject is None or not clause.subject.parties:
                doc.drop("statement", doc.span(clause.verb, clause.verb + 1), "no-parties")
        for clause in with_acts(doc, sentence, outside_quotation(doc, sentence, clauses)):
            if clause.subject:
                here.add(clause.subject, clause.act, f"statement.{clause.via}")
        if current and (act := _point(doc, sentence, current, said)):
            here.pairs = [(current, act, "statement.listed")]
        elif not here.pairs and (act := _goes_on(doc, here, current, said)) and current:
            here.add(current, act, "statement.continued")
        elif current and _same_breath(here, current, said):
            here.pairs = [(_same_voice(doc, s, current), act, rule) for s, act, rule in here.pairs]
        if mine := [subject for subject, _, rule in here.pairs if rule not in OF_OTHERS]:
            current = mine[-1] if len({subject.key for subject in mine}) == 1 else mine[0]
        said.append(here)
    give_to_speakers(doc, said, quotes)
    _name_officials(doc, said)
    days = Days(doc, scenes_of(doc))
    for here in said:
        days.inherit(here)
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
            days.set_date(here, subject, record)
            if rule != BARE:
                doc.records.append(record)
    days.settle_headline()


def _of_stranger_before(
    doc: Document, sentence: Sentence, clauses: list[Clause], said: list[Said], began: int
) -> list[Clause]:
    """The clauses of a sentence in which "he" is one who speaks for no party and alone was heard right before it or
    before the quotation to which it belongs ("Nhà nghiên cứu X cho rằng …. “…”, ông nói."): his words are nobody's."""
    before = said[began - 1] if began else None
    if before is None or before.sentence.story != sentence.story or not before.stranger_last or before.pairs:
        return clauses
    out: list[Clause] = []
    for clause in clauses:
        subject = clause.subject
        if subject and is_pronoun(doc, subject) and _names_nobody(doc, sentence, subject, began < sentence.index):
            clause = replace(clause, subject=replace(subject, parties=(), speaker=None, kind="nobody"))
        out.append(clause)
    return out


def _names_nobody(doc: Document, sentence: Sentence, subject: Subject, quoted: bool) -> bool:
    """Whether nobody for whom "he" could stand is named before him in his sentence, other than in a quotation that he
    says; `quoted`: the sentence begins inside one."""
    marks = doc.quotes(sentence.first, subject.first)
    if (len(marks) + quoted) % 2:
        return False
    return not people_in(doc, marks[-1] if marks else sentence.first, subject.first)


def _has_opinion(doc: Document, subject: Subject | None) -> bool:
    """Whether one who speaks for no party speaks for himself, as a newspaper does not."""
    if subject is None or subject.parties or subject.kind not in ("nobody", "person"):
        return False
    entry = doc.entry(subject.first, "non-speaker")
    return entry is None or not entry.attrs.get("reports")


def _same_breath(here: Said, current: Subject, said: list[Said]) -> bool:
    """Whether a sentence follows right on what somebody with a name said, and nobody else speaks in it."""
    if current.speaker is None or here.outsider or here.stranger or not said:
        return False
    return bool(said[-1].pairs) and said[-1].pairs[-1][0].key == current.key


def _asked(doc: Document, sentence: Sentence, quoted: set[int]) -> bool:
    """Whether a sentence only asks, as headlines and interviewers do: nobody has said what a question says."""
    ends = doc.text[sentence.start : sentence.end].rstrip().endswith("?")
    return ends and sentence.index not in quoted and not doc.quotes(sentence.first, sentence.last)


def _goes_on(doc: Document, here: Said, current: Subject | None, said: list[Said]) -> str | None:
    """The act of a sentence that carries on what one person said in the sentence before: it begins with a word that
    joins it ("Theo đó", "Bên cạnh đó") or asks something of parties ("ASEAN cần"), and nobody else speaks in it."""
    sentence = here.sentence
    if current is None or current.speaker is None or not said or sentence.zone not in ("body", "lead"):
        return None
    before = said[-1]
    if before.sentence.story != sentence.story or not before.pairs or before.pairs[-1][0].key != current.key:
        return None
    if _asks(doc, sentence):
        return "propose"
    if own := _without_subject(doc, here):
        return own
    joint = doc.entry(sentence.first, "carrying-on")
    if joint is None or joint.attrs.get("point") or here.outsider:
        return None
    comma = doc.norms[sentence.first + 1] == ","
    verb = sentence.first + 1 + comma
    if verb < sentence.last and (comma or doc.norms[sentence.first] != "trong đó") and (act := doc.entry(verb, "act")):
        return str(act.attrs["act"])  # "Đồng thời, đề nghị …"
    modal = next((doc.entry(u, "modal") for u in doc.units("modal", sentence.first, sentence.last)), None)
    if modal and modal.attrs["act"] == "propose":
        return "propose"
    return None if joint.attrs.get("adds") else "say"


def _without_subject(doc: Document, here: Said) -> str | None:
    """The act of a sentence that begins with its verb ("Đề nghị EU tiếp tục …", behind a semicolon and a new line)."""
    sentence = here.sentence
    verb = doc.entry(sentence.first, "act")
    if verb is None or verb.attrs.get("frame") or verb.attrs["act"] == "say" or here.outsider:
        return None
    behind = doc.entry(sentence.first + 1, "passive", "of", "just-named", "past-sign", "modal")
    if behind is not None or not doc.norms[sentence.first + 1][:1].isalnum():
        return None
    words = doc.norms[sentence.first : sentence.last]
    if "," in words or "là" in words or words[-1] != ".":  # a heading within the text
        return None
    return str(verb.attrs["act"])


def _point(doc: Document, sentence: Sentence, current: Subject, said: list[Said]) -> str | None:
    """The act of a point in what one person lists ("Thứ hai, hai bên cần …"): all of it is his word, whoever else is
    its subject. A list of proposals stays one, even where a point has no "cần"."""
    if current.speaker is None or not said or sentence.zone not in ("body", "lead"):
        return None
    entry = doc.entry(sentence.first, "carrying-on")
    before = said[-1]
    if entry is None or not entry.attrs.get("point") or before.sentence.story != sentence.story:
        return None
    if not before.pairs or before.pairs[-1][0].key != current.key:
        return None
    if any(subject.speaker == current.speaker for subject in subjects(doc, sentence)):
        return None  # a list of reasons for what he does
    asks = before.pairs[-1][1] == "propose" or any(
        m.attrs["act"] == "propose"
        for u in doc.units("modal", sentence.first, min(sentence.first + _ASKED, sentence.last))
        if (m := doc.entry(u, "modal"))
    )
    return "propose" if asks else "say"


def _asks(doc: Document, sentence: Sentence) -> bool:
    """Whether a sentence begins with parties that must do something ("Các nước ASEAN cần …")."""
    for unit in doc.units("modal", sentence.first, min(sentence.first + _ASKED, sentence.last)):
        entry = doc.entry(unit, "modal")
        if entry and entry.attrs["act"] == "propose":
            found = subjects(doc, sentence)
            if not found or found[0].kind not in _ASKABLE or not 0 <= unit - found[0].last <= 1:
                return False
            return all(_joins(doc, before) for before in range(sentence.first, found[0].first))
    return False


def _joins(doc: Document, unit: int) -> bool:
    """Whether a unit before the subject only joins the sentence to the one before it."""
    return doc.norms[unit] == "," or doc.entry(unit, "carrying-on", "and-also", "institution") is not None


def _same_voice(doc: Document, subject: Subject, current: Subject) -> Subject:
    """A state that speaks right after its own spokesman speaks through him, and "the official" is he; not its capital,
    which is the state as such."""
    his = subject.kind == "party" and doc.entry(subject.first, "metonym") is None
    if (his or _the_official(doc, subject)) and subject.speaker is None and subject.parties == current.parties:
        return Subject(subject.first, subject.last, subject.parties, current.speaker, subject.kind)
    return subject


def _the_official(doc: Document, subject: Subject) -> bool:
    """Whether a subject is one official of a state, without his name: "Quan chức Nga"."""
    before = doc.norms[subject.first - 1]
    return doc.norms[subject.first] in _OFFICIAL and before not in _SOME and not before.isdigit()


def _name_officials(doc: Document, said: list[Said]) -> None:
    """Gives the official of whom a headline or a lead tells the name of the one of his state who is heard first in what
    follows ("Quan chức Nga: …", "… , Thứ trưởng Ngoại giao Nga X nói")."""
    for index, here in enumerate(said):
        if here.sentence.zone not in ("title", "lead"):
            continue
        for at, (subject, act, rule) in enumerate(here.pairs):
            if subject.speaker is None and _the_official(doc, subject):
                story = (after for after in said[index + 1 :] if after.sentence.story == here.sentence.story)
                heard = (s for after in story for s, _, _ in after.pairs if s.parties == subject.parties)
                named = next((s for s in heard if not _the_official(doc, s)), None)
                here_too = [other.speaker for other in subjects(doc, here.sentence)]
                if named and named.speaker and named.speaker not in here_too:
                    his = Subject(subject.first, subject.last, subject.parties, named.speaker, subject.kind)
                    here.pairs[at] = (his, act, rule)


def _topics(doc: Document, sentence: Sentence) -> list[str]:
    """The topics whose words the sentence holds, in alphabetical order."""
    topics: set[str] = set()
    for unit in doc.units("topic", sentence.first, sentence.last):
        entry = doc.entry(unit, "topic")
        if entry and not _of_something_else(doc, unit, entry):
            topics.add(str(entry.attrs["topic"]))
    return sorted(topics)


def _of_something_else(doc: Document, unit: int, entry: Entry) -> bool:
    """Whether the words beside one of a topic give it another sense: "môi trường đầu tư" is no nature, and "tự do hàng
    hải, hàng không" no traffic."""
    if before := entry.attrs.get("before"):
        return doc.low.startswith(tuple(before), doc.ends[unit] + 1)
    behind = entry.attrs.get("behind", ())
    return any(doc.norms[i] in behind for i in range(max(unit - _BESIDE, 0), unit)) if behind else False
