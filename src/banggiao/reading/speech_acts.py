"""From clauses of saying to acts: which act a neutral verb takes from the verb or modal that it governs, and which
clauses are only part of what somebody says.
"""

from __future__ import annotations

from banggiao.normal import lower
from banggiao.reading.clause_subjects import Clause, report_before
from banggiao.reading.document import Document, Sentence
from banggiao.reading.people import people_in
from banggiao.reading.speakers import Subject
from banggiao.reading.told_acts import act_of_epithet, act_of_judgement, act_of_modal, act_of_quotation, act_of_quoted

_GOVERNED = 5  # units between a neutral verb and the verb that decides its act
_DIRECT = 3  # units between the subject and the verb of what a third party is reported to say
_TOLD_TO = 8  # the same behind "rằng", before which may stand to whom it is said: "nói với các phóng viên rằng"
_BARE = frozenset([".", ")", "một", "vài", "bất ngờ", "tương tự", "như vậy", "cùng", "ngay", "này"])
_FRAME = 14  # units at the head of a sentence that may but frame it; longer ones before a comma are what is said
_TOLD = frozenset([":", '"', "rằng"])
_THAT = frozenset(["rằng", "là"])
_SIDES = frozenset(["party", "pair", "joint"])
_ADJACENT = 2  # units from a neutral verb to one behind no more than a comma
_AFTER = frozenset(["sau khi", "ngay sau khi"])
_NAMED_BEHIND = 4  # units behind a quotation in which its speaker begins


def with_acts(doc: Document, sentence: Sentence, clauses: list[Clause]) -> list[Clause]:
    """The clauses that are statements, neutral verbs with the act of what they govern."""
    out: list[Clause] = []
    governor: Clause | None = None
    outsider = -_DIRECT - 1  # the last verb of one who speaks for no party
    reporter = False  # it was a paper's
    taken = -1
    thought = False
    clauses = _said_behind(doc, sentence, clauses)
    for index, clause in enumerate(clauses):
        subject = clause.subject
        if subject is None or not subject.parties:
            governor = None if subject is not None else governor
            if subject is not None and clause.frame:
                outsider, reporter = clause.verb, _reports(doc, subject)
            thought = thought or (clause.frame and subject is not None and _thinks(doc, subject))
            continue
        if (
            doc.entry(subject.first - 1, "contrast")
            or clause.via == "behind-all"
            or _after_frame(doc, governor, subject)
            or (governor and doc.norms[subject.first - 1] in _AFTER)
        ):
            governor, thought = None, False  # "…, trong khi Bắc Kinh nói", "… sau khi Bắc Kinh nói"
        if thought:
            continue  # "dư luận cho rằng Mỹ sẽ nhất trí": what somebody thinks of parties
        if 0 < subject.first - outsider <= _DIRECT and not (reporter and clause.verb - subject.last < _DIRECT):
            continue  # "giới quan sát cho rằng Mỹ phản đối": hearsay, but "Reuters cho biết Mỹ phản đối"
        if index == taken:
            continue  # "cam kết ủng hộ": the first verb is the act, the second its object
        if clause.via == "given":
            out.append(clause)
            continue
        if clause.via == "besides":
            if governor is None or governor.subject is None or not same_side(subject, governor.subject):
                out.append(Clause(clause.verb, clause.act, False, subject, clause.via))
            continue
        if governor and governor.subject and not same_side(subject, governor.subject):
            if governor.act == "propose" and clause.act == "commit" and "nhận lời" in doc.norms[clause.verb]:
                out.append(Clause(clause.verb, "commit", False, _last_of(doc, subject), clause.via))
                continue  # "A mời B thăm … và B đã nhận lời"
            if _passed_on(doc, clause, subject, governor, governor.subject):
                if report_before(doc, governor.subject.first - 1) is not None:  # a credit of what they do
                    out = [said for said in out if said.verb != governor.verb]
                act = _act_passed_on(doc, sentence, clause, subject, clauses[index + 1 : index + 2])
                out.append(Clause(clause.verb, act, False, subject, "reported"))
            continue  # else what a third party does is part of what is said
        if governor and governor.subject:
            teller = governor.subject
            if clause.via != "coordinated" and not (
                _same_voice(subject, teller) or _right_behind(clause, subject, governor)
            ):
                continue  # "ông Cảnh nói … đã đề xuất và ông Tập đã đồng ý"
            if subject.speaker and teller.speaker is None and report_before(doc, teller.first - 1) is not None:
                out = [said for said in out if said.verb != governor.verb]
                governor = None  # "Thông báo của Bộ Ngoại giao Anh cho biết Ngoại trưởng Johnson khẳng định …"
            else:
                subject = teller
        if _object_of(doc, clause, governor, out) or _will_do(doc, clause, governor, out):
            continue
        following = clauses[index + 1] if index + 1 < len(clauses) else None
        if following and following.verb - clause.verb <= (_GOVERNED if clause.frame else 2):
            own = following.subject is None or same_side(following.subject, subject)
            # "tái khẳng định mục tiêu …, kêu gọi …" are two acts
            apart = doc.norms[following.verb - 1] == "," and following.verb - clause.verb > _ADJACENT
            if clause.frame and own and not following.frame and not apart:
                governor = governor or Clause(clause.verb, clause.act, True, subject, clause.via)
                continue
            listed = doc.norms[following.verb - 1] == ","  # "cảm ơn, mong muốn thăm …"
            if not clause.frame and own and not listed and not doc.entry(following.verb - 1, "joiner", "and-also"):
                taken = index + 1
        act = "commit" if doc.norms[clause.verb - 1] == "sẽ" and _urges(doc, clause.verb) else clause.act
        if clause.frame and (
            modal := act_of_modal(doc, sentence, clause, subject)
            or act_of_quotation(doc, sentence, clause)
            or _act_before(doc, sentence, clause, clauses)
        ):
            act = modal
        if act == "say" and clause.frame and _says_nothing(doc, sentence, clause, subject):
            governor = governor or Clause(clause.verb, clause.act, True, subject, clause.via)
            out.append(Clause(clause.verb, act, True, subject, "bare"))
            continue
        end = following.verb if following else sentence.last
        if act == "say" and _judges(doc, clause.verb):
            act = act_of_epithet(doc, clause.verb, end) or act
        if act == "say" and "blame" in doc.units_of and (clause.frame or _judges(doc, clause.verb)):
            act = act_of_judgement(doc, sentence, clause, end) or act
        out.append(Clause(clause.verb, act, clause.frame, subject, clause.via))
        governor = governor or Clause(clause.verb, clause.act, clause.frame, subject, clause.via)
    return out


def _says_nothing(doc: Document, sentence: Sentence, clause: Clause, subject: Subject) -> bool:
    """Whether a sentence only tells that, when, where or before whom somebody spoke ("Ông X phát biểu trước Quốc hội");
    not where what he said stands before him ("Mỹ sẽ không rút quân, AFP dẫn lời ông X phát biểu hôm nay")."""
    entry = doc.entry(clause.verb, "act")
    if entry is None or not entry.attrs.get("bare") or sentence.index in doc.facts["quoted"]:
        return False
    behind = clause.verb + 1
    if (
        doc.norms[behind] not in _BARE
        and behind not in doc.date_at
        and not doc.entry(behind, "preposition", "just-named")
    ):
        return False
    passed_on = doc.has("news-verb", sentence.first, subject.first) or doc.has(
        "according-to", sentence.first + 1, subject.first
    )
    led = doc.norms[subject.first - 1] == "," and subject.first - sentence.first > _FRAME
    led = led and not doc.entry(sentence.first, "framing", "situation")
    return not passed_on and not led and not _TOLD.intersection(doc.norms[sentence.first : sentence.last])


def _act_before(doc: Document, sentence: Sentence, clause: Clause, clauses: list[Clause]) -> str | None:
    """The act of what stands without quotation marks before who says it, at the end of the sentence: of what parties
    must do, or his own state will ("Nga và Mỹ cần đối thoại, ông Lavrov nói")."""
    subject = clause.subject
    if len(clauses) > 1 or subject is None or subject.kind != "person" or subject.last > clause.verb:
        return None
    if not _ends_in(doc, sentence, clause, subject):
        return None
    act = act_of_quoted(doc, sentence, subject, subject.first)
    return None if act == "say" else act


def _passed_on(doc: Document, clause: Clause, subject: Subject, governor: Clause, teller: Subject) -> bool:
    """Whether what others do is told right behind who says it ("A cho biết B ủng hộ …"), or what both sides do in
    somebody's report ("Thông cáo của Nhà Trắng cho biết hai bên nhất trí …")."""
    if (clause.via in ("pair", "collective") or len(subject.parties) > 1) and report_before(
        doc, teller.first - 1
    ) is not None:
        return True
    both = clause.act in ("agree", "commit") and clause.via in ("pair", "joint")
    named = clause.via in ("person", "institution") or (clause.via == "party" and not clause.frame)
    told = subject.first - governor.verb
    if clause.via == "institution" and doc.entry(subject.first, "collective"):
        return False  # "cho rằng các tuyên bố của Nga đe doạ …"
    if clause.act not in ("agree", "commit") and doc.quotes(subject.last, clause.verb):
        return False  # "cáo buộc Anh “đang giễu cợt …”": the teller's own word
    must = next((doc.entry(unit, "modal") for unit in doc.units("modal", subject.last, clause.verb)), None)
    if must and must.attrs["act"] == "propose":
        return False  # "cho rằng quân đội Mỹ cần tôn trọng …"
    return (
        (both or named)
        and governor.act == "say"
        and 0 <= clause.verb - subject.last <= _DIRECT
        and 0 < told <= (_TOLD_TO if doc.norms[subject.first - 1] in _THAT else _DIRECT)
    )


def _act_passed_on(doc: Document, sentence: Sentence, clause: Clause, subject: Subject, following: list[Clause]) -> str:
    """The act of what somebody is reported to say: that of the verb which his own governs right behind it ("Mỹ cho biết
    ông Kim bày tỏ sẵn sàng …"), or which a modal gives it."""
    if not clause.frame:
        return clause.act
    if following and not following[0].frame and following[0].verb - clause.verb <= _ADJACENT:
        if following[0].subject is not None and same_side(following[0].subject, subject):
            return following[0].act
    return act_of_modal(doc, sentence, clause, subject) or clause.act


def _last_of(doc: Document, subject: Subject) -> Subject:
    """The last of those who stand joined by "và": "A mời B thăm Việt Nam và Thủ tướng Nga đã nhận lời"."""
    people = people_in(doc, subject.first, subject.last) if subject.kind == "joint" else []
    if not people or people[-1].last != subject.last or not people[-1].party:
        return subject
    name = people[-1].person.name if people[-1].person else None
    return Subject(people[-1].first, subject.last, (people[-1].party,), name, "person")


def _judges(doc: Document, verb: int) -> bool:
    """Whether a verb says what something is like ("gọi đó là một hành động khiêu khích")."""
    entry = doc.entry(verb, "act")
    return entry is not None and bool(entry.attrs.get("judges"))


def _urges(doc: Document, verb: int) -> bool:
    """Whether a verb is one of urging or inviting, which who will do it promises ("Mỹ sẽ hối thúc các bên …")."""
    entry = doc.entry(verb, "act")
    return entry is not None and bool(entry.attrs.get("urges"))


def _reports(doc: Document, subject: Subject) -> bool:
    """Whether those who speak for no party are a paper or a station, which only report what parties say."""
    entry = doc.entry(subject.first, "non-speaker")
    return entry is not None and bool(entry.attrs.get("reports"))


def _thinks(doc: Document, subject: Subject) -> bool:
    """Whether those who speak for no party have opinions of their own."""
    entry = doc.entry(subject.first, "non-speaker")
    return entry is not None and bool(entry.attrs.get("thinks"))


def _object_of(doc: Document, clause: Clause, governor: Clause | None, out: list[Clause]) -> bool:
    """Whether a verb is part of what is proposed, agreed or promised: coordinated with its object ("nhất trí phối hợp
    và ủng hộ lẫn nhau"), or that of those who are asked ("kêu gọi các bên nỗ lực")."""
    if clause.frame or governor is None or not out or out[-1].act not in ("propose", "agree", "commit"):
        return False
    if clause.via == "coordinated":
        return clause.act == "support" and doc.entry(clause.verb - 1, "joiner") is not None
    subject = clause.subject
    assert subject is not None
    return (
        out[-1].act == "propose"
        and 0 < subject.first - out[-1].verb <= _DIRECT
        and 0 <= clause.verb - subject.last <= _DIRECT
    )


def _will_do(doc: Document, clause: Clause, governor: Clause | None, out: list[Clause]) -> bool:
    """Whether a verb is what the speaker's side is said to be going to do: the commitment is told already ("cho biết
    Hàn Quốc, …, sẽ tiếp tục coi trọng ASEAN")."""
    if governor is None or not out or out[-1].verb != governor.verb or out[-1].act != "commit" or clause.frame:
        return False
    return clause.via != "coordinated" and doc.has("modal", clause.verb - _DIRECT, clause.verb)


def outside_quotation(doc: Document, sentence: Sentence, clauses: list[Clause]) -> list[Clause]:
    """The clauses without those that others have in a quotation at the head of the sentence whose speaker is named
    after it: what he says of a president is not the president's word."""
    if not clauses or doc.norms[sentence.first] != '"':
        return clauses
    closing = next((u for u in range(sentence.first + 1, sentence.last) if doc.norms[u] == '"'), sentence.first)
    last = clauses[-1].subject
    if last is None or last.first < closing:
        outsider = next(iter(doc.units("non-speaker", closing, min(closing + _NAMED_BEHIND, sentence.last))), None)
        return clauses if outsider is None or closing == sentence.first else []
    inner = [c for c in clauses if c.verb < closing and last.parties and c.subject and same_side(c.subject, last)]
    outer = [c for c in clauses if c.verb > closing]
    named = [c for c in inner if c.subject and c.subject.kind == "person" and not _same_voice(c.subject, last)]
    if len(outer) == 1 and outer[0].frame and any(not c.frame for c in inner) and not named:
        return [Clause(c.verb, c.act, c.frame, last, c.via) for c in inner]  # "“Nga hoan nghênh …”, ông X nói"
    if named and len(outer) == 1:  # "“Tổng thống Trump đã cam kết …”, ông Pompeo nói": both
        outer = [Clause(outer[0].verb, outer[0].act, outer[0].frame, last, "behind-all")]
    return [*inner, *outer]


def _said_behind(doc: Document, sentence: Sentence, clauses: list[Clause]) -> list[Clause]:
    """The clauses of a sentence that ends in who says it ("Nga phản đối …, Ngoại trưởng Nga nói"): what his state does
    he says, and beside what others do in it he speaks himself."""
    last = clauses[-1] if len(clauses) > 1 else None
    if last is None or not last.frame or last.subject is None or last.via in ("coordinated", "behind", "according-to"):
        return clauses
    if not last.subject.parties or not _ends_in(doc, sentence, last, last.subject):
        return clauses
    inner = [clause for clause in clauses[:-1] if clause.subject and clause.subject.parties]
    if not inner or clauses[-2].verb > last.subject.first or any(clause.frame for clause in inner):
        return clauses
    if all(
        clause.subject and clause.subject.kind in _SIDES and same_side(clause.subject, last.subject) for clause in inner
    ):
        return [Clause(clause.verb, clause.act, False, last.subject, clause.via) for clause in inner]
    return [*inner, Clause(last.verb, last.act, True, last.subject, "behind-all")]


def _ends_in(doc: Document, sentence: Sentence, clause: Clause, subject: Subject) -> bool:
    """Whether a sentence without quotation ends in who says it, behind a comma, and perhaps when or where."""
    before = subject.first - 1
    passed_on = doc.units("news-verb", max(sentence.first, before - _DIRECT), before + 1) or doc.units(
        "according-to", max(sentence.first, before - _DIRECT), before + 1
    )
    if passed_on:  # "…, Interfax dẫn lời người phát ngôn Điện Kremlin cho biết"
        before = next((u for u in range(passed_on[0], sentence.first, -1) if doc.norms[u] == ","), before)
    if doc.norms[before] != "," or doc.quotes(sentence.first, sentence.last):
        return False
    behind = range(clause.verb + 1, sentence.last)
    if any(doc.norms[unit] == "," or doc.entry(unit, "act") for unit in behind):
        return False
    following = clause.verb + 1
    return (
        not doc.norms[following][:1].isalnum()
        or following in doc.date_at
        or doc.entry(following, "at", "preposition", "framing") is not None
    )


def _after_frame(doc: Document, governor: Clause | None, subject: Subject) -> bool:
    """Whether a subject begins the main clause behind one that tells when it was ("Sau khi A nhận lời, B nói …")."""
    if governor is None or governor.subject is None or subject.first <= governor.verb:
        return False
    return doc.norms[governor.subject.first - 1].endswith("khi") and doc.norms[subject.first - 1] == ","


def _same_voice(a: Subject, b: Subject) -> bool:
    """Whether two subjects may be one speaker: of one side, and not two people by their names."""
    if not same_side(a, b):
        return False
    names = [set(lower(s.speaker).split()) for s in (a, b) if s.speaker]
    return len(names) < 2 or names[0] <= names[1] or names[1] <= names[0]


def _right_behind(clause: Clause, subject: Subject, governor: Clause) -> bool:
    """Whether somebody passes on what another of his side does, right behind his verb ("Peskov cho biết ông Putin sẵn
    sàng …"): he speaks for both."""
    return 0 < subject.first - governor.verb <= _DIRECT and 0 <= clause.verb - subject.last <= _DIRECT


def same_side(a: Subject, b: Subject) -> bool:
    return a.key == b.key or (bool(a.parties) and set(a.parties) == set(b.parties))
