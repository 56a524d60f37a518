"""The act that what is said gives to a neutral verb of saying: by a modal ("cho biết sẽ"), by what it blames, or by the
"we" of a quotation.
"""

from __future__ import annotations

from banggiao.reading.clause_subjects import Clause
from banggiao.reading.document import Document, Sentence
from banggiao.reading.people import people_in
from banggiao.reading.speakers import Subject

_LINKS = frozenset(["rằng", "là", "cũng", "đang", "luôn", "vẫn", ":", '"', "“"])
_OF_FIRST_PERSON = 4  # units from "we" to the verb of which it is the subject
_BUT = frozenset(["nhưng", "song", "tuy nhiên"])
_CONDITION = 30  # units of a condition
_IN_ORDER_TO = frozenset(["để", "nhằm"])
_CALLED_SO = 10  # units behind "là" in which a word of praise or scorn stands
_CLOSE = 3  # units before a word of blame in which it is denied or supposed
_DENIED = ("negation", "denial", "condition")
_NOT_SO = (*_DENIED, "unreal", "purpose")
_PHRASE = 16  # units of a name with its posts


def act_of_modal(doc: Document, sentence: Sentence, clause: Clause, subject: Subject) -> str | None:
    """The act that a modal soon after a neutral verb makes of it: "nhấn mạnh cần" proposes, "cho biết sẽ" commits
    when it is the speaker's own side that will."""
    credited = clause.via == "according-to"
    start = _behind_condition(doc, sentence, clause.verb + 1)
    for unit in range(start, min(start + 8, sentence.last)):
        entry = doc.entry(unit, "modal")
        deed = doc.entry(unit, "own-doing") if unit == clause.verb + 1 else None
        if deed and not (deed.attrs.get("act") and doc.entry(unit + 1, "party")):  # "tuyên bố rút khỏi Syria"
            return str(deed.attrs.get("act", "commit"))
        if entry:
            if entry.attrs["act"] == "propose" and doc.norms[unit - 2].endswith("nhiều"):
                return None  # "có nhiều việc phải làm"
            if entry.attrs["act"] == "propose" and (
                doc.has("causative", clause.verb + 1, unit) or doc.has("first-person", clause.verb + 1, unit)
            ):
                return None  # "khiến người dân phải …", "tôi phải …": nobody is asked
            befalls = doc.entry(unit + 1, "no-deed") if entry.attrs["act"] == "propose" else None
            if befalls and befalls.attrs.get("suffered"):
                return None
            if entry.attrs["act"] == "commit" and not _own_will(doc, start, unit, subject):
                return None
            if entry.attrs["act"] == "commit" and credited and not _named_right_before(doc, unit, subject):
                return None
            if entry.attrs["act"] == "commit" and _befalls(doc, unit + 1):
                return None  # "an ninh của Bắc Kinh sẽ bị đe doạ", "Nga sẽ là nước chủ nhà"
            if doc.norms[unit] == "sẽ" and _announced(doc, start, unit, subject):
                return None
            return str(entry.attrs["act"])
        if doc.norms[unit] in (",", ";") and (unit > clause.verb + 1 or _told(doc, unit + 1)):
            return None  # "nhấn mạnh, Nga sẽ …", "Theo ông, các nước cần …": a comma right behind the verb ends nothing
    return None


def _named_right_before(doc: Document, modal: int, subject: Subject) -> bool:
    """Whether the speaker's state stands by its name right before "sẽ" ("Theo ông, Nhật Bản sẽ …"); what others say of
    him or of the state's things is a forecast."""
    actor = doc.entry(modal - 1, "party", "metonym")
    return actor is not None and actor.id in subject.parties


def _befalls(doc: Document, unit: int) -> bool:
    """Whether nothing that a side does stands behind "sẽ"."""
    words, found = doc.norms[unit], doc.entry(unit, "no-deed")
    if found and found.attrs.get("opinion"):
        return True  # "sẽ thích hợp hơn"
    return doc.entry(unit, "passive") is not None or words in ("là", "trở thành") or words.startswith("là ")


def _behind_condition(doc: Document, sentence: Sentence, first: int) -> int:
    """Where what is said begins: behind the comma that ends a condition, a capacity or a frame right after the verb
    ("tuyên bố nếu Mỹ tấn công, Iran sẽ …", "khẳng định với tư cách là đối tác, Hàn Quốc sẽ …")."""
    head = first + (doc.norms[first] in ("rằng", "là", ",", ":"))
    head += doc.norms[head] == '"'
    if head >= sentence.last or not (
        doc.entry(head, "condition", "capacity", "framing") or doc.norms[head] in _IN_ORDER_TO
    ):
        return first
    comma = next((u for u in range(head, min(head + _CONDITION, sentence.last)) if doc.norms[u] == ","), None)
    framed = doc.entry(head, "framing") is not None and comma is not None and doc.has("modal", head, comma)
    return first if comma is None or framed else comma + 1


def _told(doc: Document, unit: int) -> bool:
    """Whether what is said stands before its verb of saying: another verb or a word that joins goes on behind the comma
    ("…, ông nói, nhưng tin rằng cần …")."""
    return doc.entry(unit, "act", "contrast", "joiner", "and-also") is not None or doc.norms[unit] in _BUT


def act_of_judgement(doc: Document, sentence: Sentence, clause: Clause, end: int) -> str | None:
    """The act of what a neutral verb tells, behind it or in a quotation that is led to it, where it blames, denies or
    regrets ("nhấn mạnh việc này vi phạm chủ quyền", "gọi đó là điều đáng tiếc")."""
    first, last = clause.verb + 1, min(clause.verb + _CONDITION, end)
    marks = doc.quotes(sentence.first, clause.verb)
    if marks and sentence.index in doc.facts["quoted"]:
        first, last = sentence.first, marks[0]
    elif marks and marks[0] == sentence.first and len(marks) > 1:
        first, last = sentence.first, marks[1]
    return _judged(doc, first, last)


def act_of_epithet(doc: Document, verb: int, end: int) -> str | None:
    """The act by what somebody calls something: the first word of praise or scorn behind "là" that is not denied."""
    first = next((u for u in range(verb, min(verb + _CONDITION, end)) if doc.norms[u].endswith("là")), None)
    if first is None:
        return None
    for unit in doc.units("epithet", first + 1, min(first + _CALLED_SO, end)):
        word = doc.entry(unit, "epithet")
        if word and not any(doc.entry(i, *_DENIED) for i in range(max(first, unit - _CLOSE), unit)):
            return str(word.attrs["act"])
    return None


def act_of_quoted(doc: Document, sentence: Sentence, subject: Subject, last: int | None = None) -> str:
    """The act of a sentence of a quotation, or of its units up to `last`, in which nobody says "we" or "I": what it
    blames it opposes, what a party must do it proposes."""
    last = sentence.last if last is None else last
    if judged := _judged(doc, sentence.first, last):
        return judged
    if _demanded(doc, sentence.first, last):
        return "propose"
    return "commit" if _promised(doc, sentence.first, last, subject) else "say"


def _promised(doc: Document, first: int, last: int, subject: Subject) -> bool:
    """Whether the speaker's own state will do something ("“Nga sẽ …”, ông Lavrov nói")."""
    for unit in doc.units("modal", first, last):
        entry, actor = doc.entry(unit, "modal"), doc.entry(unit - 1, "party", "metonym")
        if doc.entry(unit - 2, "preposition"):
            continue  # "quan hệ với Trung Quốc sẽ …"
        if entry and entry.attrs["act"] == "commit" and actor and actor.id in subject.parties:
            return not _befalls(doc, unit + 1) and not doc.has("condition", first, unit)
    return False


def _demanded(doc: Document, first: int, last: int) -> bool:
    """Whether a party must do something: the word for it stands right behind the party's name, where nobody makes it do
    so and no reason ends ("ép buộc Israel phải", "do nội bộ Mỹ nên chúng tôi …")."""
    for unit in doc.units("modal", first, last):
        entry = doc.entry(unit, "modal")
        if entry is None or entry.attrs["act"] != "propose":
            continue
        forced = doc.has("causative", max(first, unit - _CLOSE), unit) or doc.has("condition", first, unit)
        so = doc.entry(unit + 1, "first-person", "party", "metonym", "pair")
        where = unit - 2 >= first and doc.entry(unit - 2, "at", "place-word") is not None
        if not forced and not so and not where and doc.entry(unit - 1, "party", "metonym", "pair", "collective"):
            return True
    return False


def _judged(doc: Document, first: int, last: int) -> str | None:
    """The act of words in units `[first, last)` that blame, deny or regret something; not what is denied, feared or
    would be so."""
    for unit in doc.units("blame", first, last):
        if doc.has("causative", first, unit):
            return None  # "sẽ buộc những kẻ có tội phải chịu trách nhiệm"
        word = doc.entry(unit, "blame")
        if word and not _doubted(doc, unit, quality=bool(word.attrs.get("quality"))):
            return str(word.attrs.get("act", "oppose"))
    return None


def _doubted(doc: Document, unit: int, *, quality: bool) -> bool:
    """Whether a word of blame is denied, supposed or a noun; one for what something is like ("những điều đáng tiếc") is
    none of the latter two."""
    near = (i for i in range(unit - _CLOSE, unit) if doc.norms[i] != "với")  # "quan hệ với Mỹ là lỗi của …"
    before = [doc.entry(i, *(_DENIED if quality else _NOT_SO)) for i in near]
    unsure = any(entry and not entry.attrs.get("noun") for entry in before)
    return unsure or (not quality and doc.entry(unit - 1, "noun-maker") is not None)


def act_of_quotation(doc: Document, sentence: Sentence, clause: Clause) -> str | None:
    """The act of a quotation that is led to the verb behind it: "propose" where it says what a party must do ("“Triều
    Tiên cần phải …”, ông Bolton nói"), else that of its "we" or "I" ("“Chúng tôi sẽ …”, ông nói")."""
    if clause.via == "coordinated" and doc.entry(clause.verb - 1, "joiner"):
        return None  # "“…”, ông nói và cho rằng …": the quotation is the first verb's
    marks = [unit for unit in range(sentence.first, clause.verb) if doc.norms[unit] == '"']
    if not marks or not (marks[0] == sentence.first or len(marks) % 2):
        return None
    closing = marks[1] if marks[0] == sentence.first and len(marks) > 1 else marks[0]
    if _demanded(doc, sentence.first, closing):
        return "propose"
    if clause.subject and _promised(doc, sentence.first, closing, clause.subject):
        return "commit"
    return next(iter(first_person_acts(doc, sentence.first, closing)), None)


def first_person_acts(doc: Document, first: int, last: int) -> list[str]:
    """The acts of which one says "we" or "I" in units `[first, last)` ("Chúng tôi đánh giá cao … và mong muốn …"); not
    what he denies or sets aside ("dù tôi chưa có cam kết nào"), nor what he himself wants or must do."""
    acts: list[str] = []
    for unit in doc.units("first-person", first, last):
        person = doc.entry(unit, "first-person")
        if person is None or (unit > first and doc.entry(unit - 1, "of")):
            continue
        for verb in range(unit + 1, min(unit + _OF_FIRST_PERSON, last)):
            if doc.entry(verb, "negation", "condition", "noun-maker", "joiner") or not doc.norms[verb][:1].isalnum():
                break
            entry = doc.entry(verb, "act", "modal")
            if entry:
                own = not person.attrs.get("all") and (entry.cls == "modal" or entry.attrs.get("wish"))
                waits = entry.attrs["act"] == "commit" and _befalls(doc, verb + 1)  # "chúng ta sẽ thấy"
                denied = entry.cls == "modal" and (waits or doc.has("negation", verb + 1, verb + 2))
                if not denied and not (own and entry.attrs["act"] == "propose"):
                    acts.append(str(entry.attrs["act"]))
                break
    return list(dict.fromkeys(acts))


def _announced(doc: Document, first: int, modal: int, subject: Subject) -> bool:
    """Whether a ministry or a spokesman only announces whom somebody else will meet or visit ("Nhà Trắng cho biết ông
    Trump sẽ thăm …")."""
    roles = [mention.roles for mention in people_in(doc, subject.first, subject.last)]
    if subject.kind not in ("institution", "party") and not (roles and "spokesperson" in roles[0]):
        return False
    who = [mention.person for mention in people_in(doc, first, modal) if mention.last == modal and mention.person]
    if not who or who[-1].name == subject.speaker:
        return False
    deed = doc.entry(modal + 1, "occasion", "travel", "attend", "no-deed")
    return deed is not None and (deed.cls != "no-deed" or bool(deed.attrs.get("meets")))


def _own_will(doc: Document, first: int, last: int, subject: Subject) -> bool:
    """Whether what stands between a verb of saying and "sẽ" is nothing but the speaker's own side: "cuộc khủng hoảng
    sẽ không bùng nổ" is a forecast."""
    words = [
        i
        for i in range(first, last)
        if doc.norms[i] not in _LINKS and i not in doc.date_at and not doc.entry(i, "own-state")
    ]
    if not words:
        return True
    codes = {e.id for i in words for e in doc.entries[i] if e.cls in ("party", "metonym")}
    if codes:
        return codes <= set(subject.parties)
    near = people_in(doc, max(0, first - _PHRASE), last)
    own = {unit for p in near if p.party in subject.parties for unit in range(p.first, p.last)}
    return any(i in own or _of_sides(doc, i) for i in words)


def _of_sides(doc: Document, unit: int) -> bool:
    """Whether a unit stands for sides that may promise; a meeting is none ("hội nghị sẽ giúp hai bên …")."""
    side = doc.entry(unit, "pair", "first-person", "home", "collective", "institution")
    return side is not None and (side.cls != "collective" or doc.entry(unit, "occasion") is None)
