"""Clauses of saying: the verbs of a sentence by which somebody says something, each with its subject.

A verb is none where it is a noun, passive, denied, or lies ahead (`speech_verbs`). Its subject is the nearest before it
that can speak (`clause_subjects`).
"""

from __future__ import annotations

from dataclasses import replace

from banggiao.reading.clause_subjects import Clause, caused, coordinated, given_reason, made_to, quoted_by, subject_of
from banggiao.reading.document import Document, Sentence
from banggiao.reading.speakers import Subject, subjects
from banggiao.reading.speech_verbs import heads_clause, is_credit, is_noun, is_verb

_GOVERNED = 5  # units between a neutral verb and the verb that decides its act
_NOT_SO = ("negation", "condition", "modal", "planned", "causative")
_IN_NAMES = frozenset(["name-part", "surname", "initial", "and-also", "contrast", "name-stop"])
"""What words are besides, of which a name may consist that stands behind a comma: "…”, Song nhận xét"."""
_AGENCY = 8  # units behind a quotation in which a paper with its day passes it on: "”, hãng tin AFP hôm 2/5 dẫn lời …"
_OFFICIAL = (
    6  # units in which the body stands to which one belongs without a name: "một quan chức giấu tên của Nhà Trắng"
)
_HEAD = 4  # units at the head of a sentence: "Tuy nhiên, theo giới quan sát, …"
_FORECAST = frozenset(["dự đoán", "dự báo", "ước tính"])  # "Theo dự báo, Việt Nam sẽ vượt …"
_BLAMERS = 12  # units behind "của" in which those who blame are named
_SHOWN_BY = frozenset(["do", "được"])
_OF_WHICH = frozenset(["mà", "cách"])
_WISHED = frozenset(["mà", "điều", "gì", "những gì"])
_WISHES = ("muốn", "mong", "mong đợi", "mong chờ", "trông đợi", "hy vọng", "hi vọng", "kỳ vọng")


def clauses_of(doc: Document, sentence: Sentence) -> list[Clause]:
    """Every verb of saying of a sentence with its subject, left to right."""
    first, last = sentence.first, sentence.last
    verbs = [unit for unit in doc.units("act", first, last) if is_verb(doc, sentence, unit)]
    sources = doc.units("according-to", first, last)
    if not verbs and not sources and not doc.has("modal", first, last) and not doc.has("met-with", first, last):
        if ":" not in doc.norms[first : min(first + 12, last)] and not doc.has("report", first, last):
            return []
    found = _with_strangers(doc, sentence, subjects(doc, sentence), verbs)
    if clause := _colon(doc, sentence, found):
        return [clause]
    heads = [unit for unit in sources if unit == first or (unit <= first + _HEAD and doc.norms[unit - 1] == ",")]
    if any(_of_thinkers(doc, found, unit) for unit in heads):
        return []
    passing = [*sources, *doc.units("news-verb", first, last)]
    ends = {subject.last for subject in found}
    verbs = [v for v in verbs if not is_noun(doc, sentence, v, ends) and not is_credit(doc, sentence, v)]
    out: list[Clause] = []
    for unit in sources:
        source = next((s for s in found if s.first == unit + 1), None)
        if source and source.parties and source.kind == "person":  # a ministry is a mere credit
            out.append(Clause(source.last - 1, "say", True, source, "according-to"))
    for verb in verbs:
        entry = doc.entry(verb, "act")
        assert entry is not None
        quoted = quoted_by(doc, sentence, verb, found) if passing else None
        subject, via = (quoted, quoted.kind) if quoted else subject_of(doc, sentence, verb, found, _main(out))
        if subject and (doc.has("hearsay", subject.last, verb) or doc.entry(subject.first - 1, "evidence")):
            continue  # "được cho là đã phản đối", "cho thấy Bắc Kinh sẵn sàng"
        if entry.attrs.get("wish") and doc.entry(verb - 1, "first-person") and doc.entry(verb + 1, "act"):
            continue  # "tôi muốn nhấn mạnh …" is what "I" do
        if doc.norms[verb + 1] == "lẫn nhau" or (via == "coordinated" and entry.attrs.get("alone")):
            continue  # "phối hợp và ủng hộ lẫn nhau", "đề nghị …, tôn trọng luật pháp quốc tế"
        if subject and not out and entry.attrs.get("frame") and _will_say(doc, subject, verb):
            continue
        if subject and (made_to(doc, subject) or (entry.attrs["act"] == "concern" and caused(doc, subject, verb))):
            continue
        if subject and doc.norms[subject.first - 1] in _WISHED and doc.norms[verb].endswith(_WISHES):
            continue  # "điều mà Mỹ mong muốn" is what the sentence speaks of
        if subject and entry.attrs.get("shows") and doc.norms[subject.first - 1] in _SHOWN_BY:
            continue  # "hình ảnh do Mỹ công bố", "phe được Mỹ ủng hộ": what or whom the sentence speaks of
        if subject and _what_is_said(doc, subject):
            continue  # "những gì Mỹ nói" is what the sentence speaks of
        if subject and entry.attrs.get("near") and doc.norms[subject.first - 1] in _OF_WHICH:
            continue  # "cách ông Trump đề cập vấn đề", "báo cáo mà Mỹ công bố"
        if subject and doc.entry(subject.first - 1, "passive") and doc.entry(subject.first - 2, "negation"):
            continue  # "không được Quốc hội Anh chấp thuận"
        if doc.norms[verb - 1] == "vì" and doc.has("met-with", first, verb):
            continue  # "hứng chỉ trích vì mời …"
        if subject and out and out[-1].verb < subject.first and given_reason(doc, subject, verb):
            continue
        if via == "coordinated":
            weak = entry.attrs["act"] == "say" and not entry.attrs.get("frame")
            weak = weak and not doc.entry(verb - 1, "and-also")
            if weak or not coordinated(doc, sentence, verb, _main(out)[-1]):
                continue  # "ủng hộ …, coi đây là …" explains the first act
        out.append(Clause(verb, str(entry.attrs["act"]), bool(entry.attrs.get("frame")), subject, via))
    if not any(clause.subject and clause.subject.parties for clause in out):
        out += _of_quoted_report(doc, sentence, found)
    if not out and (clause := _met_with(doc, sentence, found) or _will(doc, sentence, found)):
        out.append(clause)
    _give_behind(doc, sentence, out)
    return out


def _what_is_said(doc: Document, subject: Subject) -> bool:
    """Whether a subject begins a clause of "what" it says ("những gì Mỹ nói", "những gì mà Mỹ nói")."""
    what = subject.first - 1 - (doc.norms[subject.first - 1] == "mà")
    return doc.norms[what] == "gì" and doc.norms[what - 1] == "những"


def _main(clauses: list[Clause]) -> list[Clause]:
    """The clauses from which those that follow go on: not what is told by the way, which has no subject for them."""
    main = [clause for clause in clauses if clause.via != "besides"]
    return main or [replace(clause, subject=None) for clause in clauses]


def _of_quoted_report(doc: Document, sentence: Sentence, found: list[Subject]) -> list[Clause]:
    """Who speaks by a report right behind a quotation in which nobody else does ("“…”, thông cáo của Bộ Ngoại giao Pháp
    viết", "“…”, theo Nhà Trắng", "“…”, AFP dẫn lời một quan chức Pháp")."""
    closing = next(iter(reversed(doc.quotes(sentence.first, sentence.last))), sentence.last)
    unit = closing + 2
    if unit >= sentence.last or doc.norms[closing + 1] not in (",", "-", "–"):
        return []
    if passed_on := _passed_on(doc, sentence, found, unit):
        return [Clause(passed_on.last - 1, "say", True, passed_on, "according-to")]
    if doc.norms[closing + 1] != ",":
        return []
    credited = doc.entry(unit, "according-to") is not None
    unit += credited
    of = unit + 2 if doc.norms[unit + 1] in ("của", "từ") else unit
    if not credited and not doc.entry(unit, "report") and not (of > unit and doc.norms[unit] == "tuyên bố"):
        return []
    speak = (s for s in found if s.first in (unit, of) and s.parties and s.kind not in ("collective", "pair"))
    subject = next(speak, None)
    return [Clause(subject.last - 1, "say", True, subject, "according-to")] if subject else []


def _passed_on(doc: Document, sentence: Sentence, found: list[Subject], first: int) -> Subject | None:
    """Whose words or report a paper passes on at a unit: an official or a body that names a party, without a verb."""
    end = min(first + _AGENCY, sentence.last)
    source = next(iter(doc.units("according-to", first + 1, end)), None)
    if source is None:
        source = next((u for u in doc.units("news-verb", first + 1, end) if doc.norms[u] == "dẫn"), None)
        if source is None or not doc.has("report", source + 1, source + 2):
            return None
    if doc.has("non-speaker", source + 1, min(source + _GOVERNED, sentence.last)):
        return None
    near = (s for s in found if source < s.first <= source + _OFFICIAL)
    return next((s for s in near if s.parties and s.kind in ("institution", "person")), None)


def _will_say(doc: Document, subject: Subject, verb: int) -> bool:
    """Whether a verb goes on with what its subject is going to do ("Thủ tướng sẽ có bài phát biểu, nhấn mạnh …")."""
    joined = doc.norms[verb - 1] == "," or doc.entry(verb - 1, "joiner", "and-also") is not None
    planned = doc.entry(subject.last, "planned", "modal")
    return joined and planned is not None and planned.attrs.get("act") != "propose"


def _give_behind(doc: Document, sentence: Sentence, clauses: list[Clause]) -> None:
    """Gives the act at the head of a sentence to the subject of its main clause ("Đánh giá cao vai trò của B, Thủ tướng
    A khẳng định …"). A neutral verb there only says where or of what somebody speaks."""
    if len(clauses) < 2 or clauses[0].verb != sentence.first or clauses[0].subject:
        return
    head, subject = clauses[0], clauses[1].subject
    entry = doc.entry(head.verb, "act")
    if head.act in ("say", "commit") or (entry and entry.attrs.get("wish")) or doc.norms[head.verb + 1] in (",", "tại"):
        return  # "Muốn làm vậy, …", "Đáp trả, …"
    if subject and doc.norms[subject.first - 1] == "," and not doc.quotes(sentence.first, subject.first):
        clauses[0] = Clause(head.verb, head.act, False, subject, "behind")


def _with_strangers(doc: Document, sentence: Sentence, found: list[Subject], verbs: list[int]) -> list[Subject]:
    """The subjects with those of whom nothing but a name is known, right before a verb of saying: at the head of the
    sentence, behind a quotation ("…”, Zhang nói"), or at its end. They speak for nobody."""
    strangers: list[Subject] = []
    taken = {unit for subject in found for unit in range(subject.first, subject.last)}
    for verb in verbs:
        first = verb
        while first > sentence.first and doc.is_cap(first - 1) and first - 1 not in taken:
            plain = first - 1 == sentence.first and doc.entry(first - 1, "name-stop")
            if plain or any(entry.cls not in _IN_NAMES for entry in doc.entries[first - 1]):
                break
            first -= 1
        before = doc.norms[first - 2 : first]
        agency = first < verb and doc.surface(first, verb).isupper()  # "KCNA cho biết": a credit of what parties say
        quoted = before[-1:] in ([","], ["-"]) and before[:1] == ['"']
        ends = before[-1:] == [","] and doc.norms[verb + 1] == "."  # "… rất tự tin, Revere nói."
        if first < verb and ((first == sentence.first and not agency) or quoted or (ends and not agency)):
            strangers.append(Subject(first, verb, (), None, "nobody"))
    return sorted([*found, *strangers], key=lambda subject: subject.first) if strangers else found


def _of_thinkers(doc: Document, found: list[Subject], unit: int) -> bool:
    """Whether those whom "according to" names have opinions of their own ("Theo giới phân tích, Mỹ muốn …")."""
    source = next((s for s in found if s.first == unit + 1), None)
    entry = doc.entry(source.first, "non-speaker") if source and source.kind == "nobody" else None
    return entry is not None and bool(entry.attrs.get("thinks"))


def _colon(doc: Document, sentence: Sentence, found: list[Subject]) -> Clause | None:
    """ "Thủ tướng: …" at the head of a sentence, as headlines have it: all of it is his word."""
    if not found or found[0].first != sentence.first:
        return None
    if found[0].kind != "person" and not (sentence.zone == "title" and _speaks_as_body(doc, found[0])):
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


def _speaks_as_body(doc: Document, subject: Subject) -> bool:
    """Whether a subject is a ministry or what stands for a government ("Nhà Trắng"); the name of a state at the head of
    a headline is mostly the place ("Syria: …")."""
    return bool(subject.parties) and (subject.kind == "institution" or doc.entry(subject.first, "metonym") is not None)


def _will(doc: Document, sentence: Sentence, found: list[Subject]) -> Clause | None:
    """ "Hai bên sẽ …": parties that will do something commit themselves without a verb of saying; not on a condition
    that the article thinks out."""
    if doc.entry(sentence.first, "condition") or _FORECAST.intersection(doc.norms[sentence.first : sentence.first + 3]):
        return None
    for subject in found:
        if subject.kind not in ("pair", "party", "collective", "joint") or not subject.parties or subject.speaker:
            continue
        if subject.first > sentence.first and not heads_clause(doc, subject.first - 1):
            continue
        for unit in range(subject.last, min(subject.last + 3, sentence.last)):
            modal = doc.entry(unit, "modal")
            if modal and modal.attrs["act"] == "commit" and not _no_promise(doc, unit):
                return Clause(unit, "commit", False, subject, "will")
        return None
    return None


def _met_with(doc: Document, sentence: Sentence, found: list[Subject]) -> Clause | None:
    """Those whose blame something meets with ("vấp phải sự chỉ trích gay gắt của các nước, trong đó có Mỹ")."""
    for unit in doc.units("met-with", sentence.first, sentence.last):
        near = range(max(sentence.first, unit - _GOVERNED), unit)
        unsure = any(doc.entry(i, *_NOT_SO) for i in near) or doc.entry(unit - 1, "unreal")
        acts = doc.units("act", unit + 1, min(unit + _GOVERNED, sentence.last))
        blame = next((i for i in acts if (entry := doc.entry(i, "act")) and entry.attrs["act"] == "oppose"), None)
        if unsure or blame is None:
            continue
        end = min(blame + _GOVERNED, sentence.last)
        of = next((i for i in range(blame + 1, end) if doc.norms[i] in ("của", "từ")), None)
        if of is None:
            continue
        for subject in found:
            if subject.first > of + _BLAMERS:
                break
            joined = subject.first == of + 1 or doc.norms[subject.first - 1].endswith(("và", "có", "phía"))
            if subject.first > of and joined and subject.parties and subject.kind != "collective":
                return Clause(blame, "oppose", False, subject, "met-with")
    return None


def _no_promise(doc: Document, modal: int) -> bool:
    """Whether what stands behind a modal is nothing that a party could promise: "sẽ là", "sẽ bị", "sẽ hội đàm",
    "sẽ cùng dự lễ ký"."""
    entry = doc.entry(modal + 1, "passive", "no-deed")
    if entry is not None:
        return doc.norms[modal] == "sẽ" or not entry.attrs.get("meets")
    deed = modal + 1 + (doc.norms[modal + 1] == "cùng")
    goes = doc.entry(deed, "occasion", "travel", "attend")
    return doc.norms[modal] == "sẽ" and goes is not None and not goes.attrs.get("active")
