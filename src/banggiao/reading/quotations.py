"""What is said in a sentence, and quotations over several sentences: each sentence of one is given to its speaker."""

from __future__ import annotations

from dataclasses import dataclass, field

from banggiao.reading.clause_subjects import Clause
from banggiao.reading.document import Document, Sentence
from banggiao.reading.speakers import Subject, subjects
from banggiao.reading.speech_acts import same_side
from banggiao.reading.told_acts import act_of_quoted, first_person_acts

_MARKS = ('"', "“", "”")
_OPENING = ('"', "“")
_BEHIND = (",", "-", "–", ".", "")
"""What may stand behind the mark that ends a quotation; nothing at the end of a sentence."""
_HEADING = 24  # units of the longest heading
BARE = "statement.bare"
"""The rule by which somebody only speaks, so that what follows is his, and no record tells of it."""
OF_OTHERS = frozenset(["statement.reported", "statement.besides"])
"""Rules by which a sentence tells what others say than he whose words it is."""
_SOME = ("một", "các", "nhiều", "những", "một số")


@dataclass(slots=True)
class Said:
    """One sentence's statements: subject and act, in order, each pair once."""

    sentence: Sentence
    pairs: list[tuple[Subject, str, str]] = field(default_factory=list)
    outer: Subject | None = None
    """Who speaks outside quotation marks in it."""
    outsider: bool = False
    """Somebody speaks in it who speaks for no party."""
    stranger: bool = False
    """It is such a one who speaks outside its quotation marks."""
    stranger_last: bool = False
    """Such a one speaks last in it, with an opinion of his own."""
    after: Subject | None = None
    """Who was heard before those for whom it has but a word ("Bộ này …"), on whose day they speak."""

    def add(self, subject: Subject, act: str, rule: str) -> None:
        self.pairs = [pair for pair in self.pairs if pair[2] != BARE or pair[0].key != subject.key]
        if subject.parties and not any(s.key == subject.key and a == act for s, a, _ in self.pairs):
            self.pairs.append((subject, act, rule))


@dataclass(slots=True)
class Quotation:
    """Sentences `[first, last]` of one quotation."""

    first: int
    last: int


def quotations(doc: Document) -> list[Quotation]:
    """Quotations that run over more than one sentence, or fill one. A mark that was lost in the text makes no quotation
    of what is not quoted: one begins at the head of a sentence, and the mark before who says it ends one."""
    out: list[Quotation] = []
    start: int | None = None
    for sentence in doc.sentences:
        text = doc.text[sentence.start : sentence.end]
        if start is not None and (doc.sentences[start].story != sentence.story or sentence.index - start > 12):
            start = None
        opens = text[0] in _OPENING and text[1:].lstrip()[:1].isalnum()
        if start is not None and opens:  # what was open has lost its end
            out.append(Quotation(start, start))
            start = None
        odd = sum(text.count(mark) for mark in _MARKS) % 2 == 1
        if start is not None:
            if odd:
                out.append(Quotation(start, sentence.index))
                start = None
        elif odd and not _only_closes(text):
            start = sentence.index
        elif text[0] in _OPENING:
            out.append(Quotation(sentence.index, sentence.index))
    return out


def _only_closes(text: str) -> bool:
    """Whether the last mark of a sentence outside a quotation ends one whose beginning is lost: who says it follows, or
    nothing ("… ở Biển Đông" - ông Singh nhận định.")."""
    last = max(text.rfind(mark) for mark in _MARKS)
    before, behind = text[:last].rstrip()[-1:], text[last + 1 :].lstrip()[:1]
    return behind in _BEHIND and (before.isalnum() or before in ".?!,…")


def give_to_speakers(doc: Document, said: list[Said], quotes: list[Quotation]) -> None:
    """Gives each sentence of a quotation to its speaker: named in the last sentence, else in the one before it."""
    for quote in quotes:
        if _is_heading(doc, quote):
            continue
        subject = said[quote.last].outer or said[quote.first].outer
        named = _named_behind(doc, doc.sentences[quote.last]) if subject is None else None
        subject = named if named and named.parties else subject
        if (named and subject is None) or _of_stranger(said, quote, subject):
            for here in said[quote.first : quote.last + 1]:
                here.pairs = []
            continue
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
            own = first_person_acts(doc, here.sentence.first, here.sentence.last)
            if quote.first < quote.last or named:  # what others do in it is part of what is said
                here.pairs = _his_own([pair for pair in here.pairs if same_side(pair[0], subject)], subject)
            if not here.pairs or index < quote.last:
                here.pairs = [pair for pair in here.pairs if pair[0].key != subject.key or not own]
                for act in own or ([] if here.pairs else [act_of_quoted(doc, here.sentence, subject)]):
                    here.add(subject, act, "statement.quoted")


def _is_heading(doc: Document, quote: Quotation) -> bool:
    """Whether a quotation is a heading within the text: a short line of its own that ends without a full stop."""
    sentence = doc.sentences[quote.first]
    if quote.first != quote.last or sentence.last - sentence.first > _HEADING:
        return False
    text = doc.text[sentence.start : sentence.end].strip()
    around = doc.text[max(sentence.start - 2, 0) : sentence.start], doc.text[sentence.end : sentence.end + 2]
    return all("\n" in side for side in around) and text[-1:] in _MARKS and text[-2:-1].isalnum()


def _named_behind(doc: Document, sentence: Sentence) -> Subject | None:
    """Who is named right behind the mark that ends a quotation, whatever the verb ("“…”, Ngoại trưởng Lào trả lời phỏng
    vấn"); one who speaks for no party where it is but a name."""
    marks = doc.quotes(sentence.first, sentence.last)
    if not marks or marks[-1] + 2 >= sentence.last:
        return None
    unit = marks[-1] + 1
    unit += doc.norms[unit] in (",", "-")
    if unit == marks[-1] + 1:
        return None
    unit += doc.norms[unit] in _SOME
    for subject in subjects(doc, sentence):
        if subject.first != unit:
            continue
        if subject.kind == "person":  # a pronoun looks for its person farther back
            return subject if subject.last - unit > 1 or not doc.entry(unit, "honorific") else None
        outsider = doc.entry(unit, "non-speaker")  # newspapers only report what parties say
        return subject if outsider and outsider.attrs.get("thinks") else None
    name = unit
    while name < sentence.last and doc.is_cap(name) and not doc.entries[name]:
        name += 1
    agency = doc.entry(name, "news-verb") is not None  # "…”, Rodong Sinmun đưa tin": a credit of what parties say
    return Subject(unit, name, (), None, "nobody") if name - unit > 1 and not agency else None


def _his_own(pairs: list[tuple[Subject, str, str]], subject: Subject) -> list[tuple[Subject, str, str]]:
    """The acts of a sentence of a quotation as the speaker's: what his state does in it he says ("“… Nhật Bản sẽ hỗ
    trợ …”, ông Abe khẳng định"), and that he says it is no act besides."""
    acts: dict[str, str] = {}
    for other, act, rule in pairs:
        if other.kind not in ("party", "institution") and other.key != subject.key:
            return pairs
        acts.setdefault(act, rule)
    if len(acts) > 1:
        acts.pop("say", None)
    return [(subject, act, rule) for act, rule in acts.items()]


def _of_stranger(said: list[Said], quote: Quotation, subject: Subject | None) -> bool:
    """Whether one who speaks for no party said all of a quotation ("“Ông Kim muốn …. … từ chối”, Narang nói thêm"), so
    that what parties do in it is but his opinion; one without a speaker goes on with that of the sentence before."""
    if said[quote.last].stranger and quote.first < quote.last:
        return said[quote.last].outer is None
    before = said[quote.first - 1] if quote.first else None
    if subject or before is None or before.sentence.story != said[quote.first].sentence.story:
        return False
    return before.stranger


def set_outer(doc: Document, here: Said, clauses: list[Clause], *, quoted: bool) -> None:
    """Notes the last subject that speaks outside quotation marks, or that it speaks for no party; `quoted`: the
    sentence begins inside them."""
    marks = doc.quotes(here.sentence.first, here.sentence.last)
    if not marks:
        return
    for clause in reversed(clauses):
        inside = (sum(mark < clause.verb for mark in marks) + quoted) % 2 == 1
        if clause.subject is None or inside or clause.via == "besides":
            continue
        if clause.subject.parties:
            here.outer = clause.subject
            return
        here.stranger = here.stranger or clause.frame


def _single(said: Said) -> Subject | None:
    """The last who speaks in a sentence, rather himself than as others report."""
    own = [subject for subject, _, rule in said.pairs if rule not in OF_OTHERS]
    return own[-1] if own else said.pairs[-1][0] if said.pairs else None
