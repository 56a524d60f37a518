"""Clauses of saying: the verbs of a sentence by which somebody says something, each with its subject.

A verb is none where it is a noun ("sự ủng hộ"), passive, denied, or lies ahead. Its subject is the nearest before it
that can speak; not one inside an apposition, an object, a condition, or a quotation that is closed before the verb.
"""

from __future__ import annotations

from dataclasses import dataclass

from banggiao.reading.document import Document, Sentence
from banggiao.reading.parties import mentions_in
from banggiao.reading.speakers import Subject, subjects

_GOVERNED = 5  # units between a neutral verb and the verb that decides its act
_BEFORE_VERBS = ("joiner", "and-also", "past-sign", "modal", "act", "earlier", "planned", "condition", "before-verb")
_RIGHT_BEFORE = ("and-also", "past-sign", "earlier", "before-verb")
_NOT_SO = ("negation", "condition", "modal", "planned", "causative")
_REACH_OF_APPOSITION = 8  # units between the comma that opens it and the word by which its person is no official
_REST_OF_APPOSITION = 6  # units behind a party in it: "chuyên gia của một viện nghiên cứu Mỹ (CSIS), nhận định"
_IN_NAMES = frozenset(["name-part", "surname", "initial", "and-also", "contrast", "name-stop"])
"""What words are besides, of which a name may consist that stands behind a comma: "…”, Song nhận xét"."""
_IN_NAME_OF = 5  # units behind "thay mặt" in which those stand for whom somebody speaks
_HEAD = 4  # units at the head of a sentence: "Tuy nhiên, theo giới quan sát, …"
_CALLED = 16  # units between "gọi" and what something is called
_CREDIT = 10  # units of a credit before its verb
_FORECAST = frozenset(["dự đoán", "dự báo", "ước tính"])  # "Theo dự báo, Việt Nam sẽ vượt …"
_ADDING = frozenset(["đồng thời", "nhưng", "song", "sau đó", "cũng"])
_BLAMERS = 12  # units behind "của" in which those who blame are named
_AMONG = 5  # units before "như" in which the states stand of which it names some
_BACK = 24  # units between a verb and its subject
_QUOTING = ("dẫn", "trích")
_BUTS = frozenset(["nhưng", "song"])
_WISHED = frozenset(["mà", "điều", "gì", "những gì"])
_WISHES = ("muốn", "mong", "mong đợi", "mong chờ", "trông đợi", "hy vọng", "hi vọng", "kỳ vọng")


@dataclass(slots=True)
class Clause:
    """A verb of saying with its subject. `via`: how the subject was found."""

    verb: int
    act: str
    frame: bool
    subject: Subject | None
    via: str


def clauses_of(doc: Document, sentence: Sentence) -> list[Clause]:
    """Every verb of saying of a sentence with its subject, left to right."""
    first, last = sentence.first, sentence.last
    verbs = [unit for unit in doc.units("act", first, last) if _is_verb(doc, sentence, unit)]
    sources = doc.units("according-to", first, last)
    if not verbs and not sources and not doc.has("modal", first, last) and not doc.has("met-with", first, last):
        if ":" not in doc.norms[first : min(first + 12, last)]:
            return []
    found = _with_strangers(doc, sentence, subjects(doc, sentence), verbs)
    if clause := _colon(doc, sentence, found):
        return [clause]
    heads = [unit for unit in sources if unit == first or (unit <= first + _HEAD and doc.norms[unit - 1] == ",")]
    if any(_of_thinkers(doc, found, unit) for unit in heads):
        return []
    passing = [*sources, *doc.units("news-verb", first, last)]
    ends = {subject.last for subject in found}
    verbs = [v for v in verbs if not _is_noun(doc, sentence, v, ends) and not _is_credit(doc, sentence, v)]
    out: list[Clause] = []
    for unit in sources:
        source = next((s for s in found if s.first == unit + 1), None)
        if source and source.parties and source.kind == "person":  # a ministry is a mere credit
            out.append(Clause(source.last - 1, "say", True, source, "according-to"))
    for verb in verbs:
        entry = doc.entry(verb, "act")
        assert entry is not None
        quoted_by = _quoted_by(doc, sentence, verb, found) if passing else None
        subject, via = (quoted_by, quoted_by.kind) if quoted_by else _subject_of(doc, sentence, verb, found, out)
        if subject and (doc.has("hearsay", subject.last, verb) or doc.entry(subject.first - 1, "evidence")):
            continue  # "được cho là đã phản đối", "cho thấy Bắc Kinh sẵn sàng"
        if entry.attrs.get("wish") and doc.entry(verb - 1, "first-person") and doc.entry(verb + 1, "act"):
            continue  # "tôi muốn nhấn mạnh …" is what "I" do
        if doc.norms[verb + 1] == "lẫn nhau" or (via == "coordinated" and entry.attrs.get("alone")):
            continue  # "phối hợp và ủng hộ lẫn nhau", "đề nghị …, tôn trọng luật pháp quốc tế"
        if subject and not out and entry.attrs.get("frame") and _will_say(doc, subject, verb):
            continue
        if subject and entry.attrs["act"] == "concern" and _caused(doc, subject, verb):
            continue
        if subject and doc.norms[subject.first - 1] in _WISHED and doc.norms[verb].endswith(_WISHES):
            continue  # "điều mà Mỹ mong muốn" is what the sentence speaks of
        if doc.norms[verb - 1] == "vì" and doc.has("met-with", first, verb):
            continue  # "hứng chỉ trích vì mời …"
        if subject and out and out[-1].verb < subject.first and _given_reason(doc, subject, verb):
            continue
        if via == "coordinated":
            weak = entry.attrs["act"] == "say" and not entry.attrs.get("frame")
            weak = weak and not doc.entry(verb - 1, "and-also")
            if weak or not _coordinated(doc, sentence, verb, out[-1]):
                continue  # "ủng hộ …, coi đây là …" explains the first act
        out.append(Clause(verb, str(entry.attrs["act"]), bool(entry.attrs.get("frame")), subject, via))
    if not out and (clause := _met_with(doc, sentence, found) or _will(doc, sentence, found)):
        out.append(clause)
    _give_behind(doc, sentence, out)
    return out


def _will_say(doc: Document, subject: Subject, verb: int) -> bool:
    """Whether a verb goes on with what its subject is going to do ("Thủ tướng sẽ có bài phát biểu, nhấn mạnh …")."""
    joined = doc.norms[verb - 1] == "," or doc.entry(verb - 1, "joiner", "and-also") is not None
    planned = doc.entry(subject.last, "planned", "modal")
    return joined and planned is not None and planned.attrs.get("act") != "propose"


def _caused(doc: Document, subject: Subject, verb: int) -> bool:
    """Whether it is others in whom something causes a feeling: "khiến Mỹ lo ngại", "A thử tên lửa, khiến các nước láng
    giềng lo ngại"."""
    if doc.entry(subject.first - 1, "causative"):
        return True
    causes = [doc.entry(unit, "causative") for unit in doc.units("causative", subject.last, verb)]
    return any(cause and cause.attrs.get("feeling") for cause in causes)


def _given_reason(doc: Document, subject: Subject, verb: int) -> bool:
    """Whether a verb only says for what its subject is thanked or blamed ("chỉ trích Hàn Quốc vì ủng hộ …")."""
    return subject.last == verb - 1 - (doc.entry(verb - 1, "past-sign") is not None) and doc.norms[subject.last] == "vì"


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
    sentence, or behind a quotation ("…”, Zhang nói"). They speak for nobody."""
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
        if first < verb and (
            (first == sentence.first and not agency) or (before[-1:] in ([","], ["-"]) and before[:1] == ['"'])
        ):
            strangers.append(Subject(first, verb, (), None, "nobody"))
    return sorted([*found, *strangers], key=lambda subject: subject.first) if strangers else found


def _of_thinkers(doc: Document, found: list[Subject], unit: int) -> bool:
    """Whether those whom "according to" names have opinions of their own ("Theo giới phân tích, Mỹ muốn …")."""
    source = next((s for s in found if s.first == unit + 1), None)
    entry = doc.entry(source.first, "non-speaker") if source and source.kind == "nobody" else None
    return entry is not None and bool(entry.attrs.get("thinks"))


def _colon(doc: Document, sentence: Sentence, found: list[Subject]) -> Clause | None:
    """ "Thủ tướng: …" at the head of a sentence, as headlines have it: all of it is his word."""
    if not found or found[0].kind != "person" or found[0].first != sentence.first:
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


def _will(doc: Document, sentence: Sentence, found: list[Subject]) -> Clause | None:
    """ "Hai bên sẽ …": parties that will do something commit themselves without a verb of saying; not on a condition
    that the article thinks out."""
    if doc.entry(sentence.first, "condition") or _FORECAST.intersection(doc.norms[sentence.first : sentence.first + 3]):
        return None
    for subject in found:
        if subject.kind not in ("pair", "party", "collective", "joint") or not subject.parties or subject.speaker:
            continue
        if subject.first > sentence.first and not _heads_clause(doc, subject.first - 1):
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


def _heads_clause(doc: Document, before: int) -> bool:
    """Whether a clause can begin after this unit: a comma, a date, a word that adds."""
    return doc.norms[before] in (",", ";", ":") or before in doc.date_at or doc.entry(before, "and-also") is not None


def _is_verb(doc: Document, sentence: Sentence, unit: int) -> bool:
    """Not a noun ("sự ủng hộ", "những cam kết", "đề nghị của", "đề nghị này"), not passive ("được coi là")."""
    entry = doc.entry(unit, "act")
    if unit + 1 < sentence.last and not (entry and entry.attrs.get("whose")):
        behind = doc.entry(unit + 1, "of", "just-named")
        if (behind and (behind.cls == "of" or behind.attrs.get("noun"))) or doc.norms[unit + 1] == "nào":
            return False
        if doc.norms[unit + 1] == "đó" and doc.norms[unit + 2] != "là" and not (entry and entry.attrs.get("frame")):
            return False  # "cam kết đó cần …"
    if entry and entry.attrs.get("object") and not doc.norms[unit + 1][:1].isalnum() and doc.norms[unit + 1] != '"':
        return False
    if entry and entry.attrs.get("calls"):
        following = doc.norms[unit + 1 : min(unit + _CALLED, sentence.last)]
        if "là" not in following[1:] or following[0] == "là":
            return False  # "hay còn gọi là …" gives a name
    if entry and entry.attrs.get("plans") and doc.entry(unit + 1, "occasion", "travel", "attend"):
        return False  # "có kế hoạch gặp …" tells a meeting
    if entry and entry.attrs["act"] == "commit" and doc.entry(unit - 1, "measure"):
        return False  # "tổng vốn cam kết"
    if unit == sentence.first:
        return True
    if doc.norms[sentence.first : unit].count("(") > doc.norms[sentence.first : unit].count(")"):
        return False  # an aside
    if doc.is_cap(unit) and doc.norms[unit - 1] not in ('"', ":", "-"):
        return False  # inside a name: "Thoả thuận về Chia sẻ thông tin"
    if doc.has("negation", max(sentence.first, unit - 2), unit):
        return False
    said = doc.entry(unit - 2, "act") if doc.norms[unit - 1] == "việc" else None
    if said and said.attrs.get("frame"):
        return True  # "khẳng định việc ủng hộ …"
    if entry and entry.attrs.get("frame") and doc.entry(unit - 1, "planned"):
        return False  # "dự kiến sẽ nêu": not yet said
    unreal = doc.entry(unit - 1, "unreal")
    if entry and unreal and (unreal.attrs.get("noun") or not entry.attrs.get("frame")):
        return False
    return doc.entry(unit - 1, "noun-maker", "passive", "purpose", "met-with") is None


def _is_noun(doc: Document, sentence: Sentence, unit: int, ends: set[int]) -> bool:
    """Whether a word that is a verb of saying or a noun is the noun: neither a subject nor a small word of verbs stands
    before it ("vụ rò rỉ thông tin")."""
    entry = doc.entry(unit, "act")
    if entry is None or not entry.attrs.get("noun_too") or unit == sentence.first or unit in ends:
        return False
    before = unit - 1
    if entry.attrs.get("near"):
        return before not in doc.date_at and not doc.entry(before, *_RIGHT_BEFORE)
    return doc.norms[before][:1].isalnum() and before not in doc.date_at and not doc.entry(before, *_BEFORE_VERBS)


def _is_credit(doc: Document, sentence: Sentence, verb: int) -> bool:
    """Whether a verb only ends a credit at the end of its sentence ("…, thông cáo của Bộ Ngoại giao cho biết.")."""
    if verb + 2 < sentence.last or not doc.has("report", max(sentence.first, verb - _CREDIT), verb):
        return False
    report = doc.units("report", max(sentence.first, verb - _CREDIT), verb)[0]
    return doc.norms[report - 1] in (",", "dẫn")  # "…, AFP dẫn thông báo từ Bộ Quốc phòng cho biết"


def _coordinated(doc: Document, sentence: Sentence, verb: int, before: Clause) -> bool:
    """A second verb of one subject: governed by a neutral verb close before it, or after a comma, "và" and the like;
    deeper in the sentence it belongs to what is said."""
    if before.frame and verb - before.verb <= _GOVERNED:
        return True
    return any(
        doc.entry(unit, "joiner", "and-also") or doc.norms[unit] in (",", ";")
        for unit in range(max(sentence.first, verb - 3), verb)
        if unit > before.verb
    )


def _subject_of(
    doc: Document, sentence: Sentence, verb: int, found: list[Subject], before: list[Clause]
) -> tuple[Subject | None, str]:
    if not before and (doc.entry(verb - 1, "joiner", "and-also") or doc.norms[verb - 1] in ("khi", ",")):
        # "A điện đàm với B và mời …", "A công kích B khi cho rằng …": what is nearest is an object
        first = next((s for s in found if s.last < verb), None)
        nearest = next((s for s in reversed(found) if s.last <= verb), None)
        object_ = nearest is not None and (nearest.last == verb - 1 or nearest.kind == "collective")
        if doc.entry(verb - 1, "joiner") and nearest is not None and nearest.kind == "party":
            object_ = object_ or _within(doc, nearest)  # "A phóng tên lửa qua lãnh thổ B hai lần và doạ …"
        if doc.norms[verb - 1] in (",", "cũng"):  # "Ngoài Tổng thống Mỹ, ông Putin cũng chúc mừng …"
            object_ = (
                object_ and nearest is not first and nearest is not None and not _heads_clause(doc, nearest.first - 1)
            )
        quoted = first is not None and _quoted_off(doc, sentence, first, verb)
        if first and object_ and doc.norms[first.first - 1] == "việc":
            return None, ""  # "Việc X dự lễ thể hiện …, mong muốn …": what the article reads in it
        if first and object_ and not quoted and not doc.entry(first.first - 1, "preposition", "according-to"):
            return _on_behalf(doc, sentence, first), first.kind
    if not before and (main := _before_but(doc, sentence, verb, found)):
        return _on_behalf(doc, sentence, main), main.kind
    if before and doc.norms[verb - 1] == ";":
        return before[0].subject, "coordinated"  # "A hoan nghênh …; sẵn sàng …": a list of what he says
    if before and (speaker := _who_goes_on(doc, sentence, verb, found, before)):
        return speaker, "coordinated"
    for subject in reversed(found):
        if subject.last > verb or _quoted_off(doc, sentence, subject, verb):
            continue
        if verb - subject.last > _BACK:
            break
        if before and before[-1].verb >= subject.last - 1:
            return before[-1].subject, "coordinated"
        if before and before[-1].act != "propose" and subject.last < verb - 1 and doc.entry(verb - 1, "joiner"):
            return before[-1].subject, "coordinated"  # "A cảm ơn B đã giúp … và cam kết …"
        if before and _ends_object(doc, sentence, subject, verb, before[-1]):
            return before[-1].subject, "coordinated"  # "A đánh giá cao vai trò của B, khẳng định …"
        before_it = doc.entry(subject.first - 1, "preposition", "according-to") and not _named_among(doc, subject)
        if subject.first > sentence.first and before_it and not doc.norms[subject.first - 1].endswith("khi"):
            continue
        if doc.norms[subject.first - 1] == "việc" or doc.entry(subject.first - 1, "condition"):
            return None, ""  # "việc Nhà Trắng tuyên bố …" is what the sentence speaks of
        subject = _before_apposition(doc, sentence, subject, verb, found)
        return _on_behalf(doc, sentence, subject), subject.kind
    if before:
        return before[-1].subject, "coordinated"
    return None, ""


def _quoted_by(doc: Document, sentence: Sentence, verb: int, found: list[Subject]) -> Subject | None:
    """Whose words a paper passes on by a verb behind them ("…, AFP dẫn lời một quan chức Mỹ cho biết"): without a name
    where he is only told by his office, nobody's where it names no party or only a source."""
    source = next((u for u in reversed(doc.units("according-to", sentence.first, verb)) if _passes_on(doc, u)), None)
    if source is None:
        news = reversed(doc.units("news-verb", sentence.first, verb))
        source = next((unit for unit in news if doc.norms[unit].startswith(_QUOTING)), None)
    if source is None or source == sentence.first or doc.quotes(source, verb) or doc.has("act", source, verb):
        return None
    between = range(source + 1, verb)
    if any(not doc.norms[unit][:1].isalnum() and doc.norms[unit] not in "-()" for unit in between):
        return None
    said_by = None
    for subject in (s for s in found if source < s.first and s.last <= verb):
        said_by = subject
        if subject.kind not in ("collective", "institution") or (subject.parties and subject.kind != "collective"):
            break  # "một quan chức cấp cao | trong chính quyền Trump", "các quan chức | Indonesia"
    if said_by is None or not said_by.parties or said_by.kind == "collective" or _only_a_source(doc, source, said_by):
        return Subject(source, verb, (), None, "nobody")
    if any(doc.entry(u, "institution", "collective", "post") for u in range(source + 1, said_by.first)):
        return Subject(said_by.first, said_by.last, said_by.parties, None, "institution")
    return said_by


def _only_a_source(doc: Document, source: int, said_by: Subject) -> bool:
    """Whether somebody unnamed, or a stranger, stands between: a source in a state, its fishermen, its historian."""
    if doc.has("non-speaker", source, said_by.first):
        return True
    named = any(doc.is_cap(unit) and not doc.entries[unit] for unit in range(source + 1, said_by.first))
    if named and said_by.kind == "party":
        return True
    return doc.norms[source].endswith(("nguồn", "nguồn tin")) and said_by.kind != "institution"


def _passes_on(doc: Document, unit: int) -> bool:
    entry = doc.entry(unit, "according-to")
    return entry is not None and bool(entry.attrs.get("words"))


def _before_but(doc: Document, sentence: Sentence, verb: int, found: list[Subject]) -> Subject | None:
    """The subject of the main clause for a verb behind "nhưng" that has none of its own ("X gặp Y bên lề hội nghị ở Z
    nhưng đã phản đối …"): whoever is nearest is an object."""
    but = verb - 1
    while doc.norms[but] not in _BUTS and doc.entry(but, "past-sign", "modal", "before-verb", "and-also"):
        but -= 1
    if but <= sentence.first or doc.norms[but] not in _BUTS or len(doc.quotes(sentence.first, but)) % 2:
        return None
    heads = [s for s in found if s.last < but and (s.first == sentence.first or _heads_clause(doc, s.first - 1))]
    nearest = next((s for s in reversed(found) if s.last <= but), None)
    main = heads[-1] if heads else None
    return main if main is not nearest else None


def _within(doc: Document, subject: Subject) -> bool:
    """Whether a party stands within a clause: behind a noun, not where a clause begins."""
    before = subject.first - 1
    return doc.norms[before][:1].isalpha() and not doc.entries[before]


def _named_among(doc: Document, subject: Subject) -> bool:
    """Whether several parties are those among others who speak ("nhiều nước như Mỹ, Nhật Bản, Úc bày tỏ …")."""
    first = subject.first
    states = any(doc.norms[unit].endswith(("nước", "quốc gia")) for unit in range(max(first - _AMONG, 0), first - 1))
    return doc.norms[first - 1] == "như" and len(subject.parties) > 1 and states


def _who_goes_on(
    doc: Document, sentence: Sentence, verb: int, found: list[Subject], before: list[Clause]
) -> Subject | None:
    """Who speaks by a verb right behind a comma or a word that adds, where it is the speaker of the verb before it,
    whoever stands between them ("A kêu gọi B dừng thử, nhấn mạnh …", "A nói B vi phạm, đồng thời cảnh báo …")."""
    entry, last = doc.entry(verb, "act"), before[-1]
    start = verb
    while start - 1 > last.verb and doc.norms[start - 1] in _ADDING:
        start -= 1
    joint = doc.norms[start - 1]
    if entry is None or last.subject is None or not last.subject.parties or last.subject.first >= last.verb:
        return None
    between = next((s for s in reversed(found) if last.verb < s.first < start), None)
    adjacent = between is not None and between.last == start - 1
    if joint not in (",", "và") or (joint == "và" and not adjacent and not entry.attrs.get("frame")):
        return None
    if joint == "và" and adjacent:
        return last.subject  # "A lên án B và cho rằng …"
    if len(doc.quotes(last.verb, verb)) % 2 or not doc.norms[verb + 1][:1].isalnum():
        return None  # what is quoted; a speaker behind it ("…, chuyên gia của B, nói.")
    if between is None or adjacent or _heads_clause(doc, between.first - 1):
        return None  # an apposition, or another clause
    if not entry.attrs.get("frame") and start == verb and entry.attrs["act"] not in ("oppose", "concern", "propose"):
        if entry.attrs["act"] in ("commit", "agree") or last.act in ("propose", "agree", "commit", "support"):
            return None  # "đề nghị B …, ủng hộ …" is what B is asked for
    first = before[0]
    if first.frame and first.subject and first.subject.parties and not len(doc.quotes(first.verb, last.verb)) % 2:
        if entry.attrs["act"] == "agree" and first.subject.key != last.subject.key:
            return None  # "X khẳng định ASEAN hoan nghênh …, đồng thời nhất trí …": those of whom he speaks
        return first.subject
    return last.subject


def _ends_object(doc: Document, sentence: Sentence, subject: Subject, verb: int, before: Clause) -> bool:
    """Whether a party right before a comma and a further verb is the end of the object of the verb before it."""
    if doc.norms[verb - 1] != "," or subject.last != verb - 1 or subject.first - 1 <= before.verb:
        return False
    if doc.quotes(before.verb, verb):
        return False  # "“… B …”, X, chuyên gia của C, nhận định"
    entry = doc.entry(verb, "act")
    if before.act == "propose" and not (entry and entry.attrs.get("frame")):
        return False  # "kêu gọi B, ủng hộ …" may be what B is asked for
    return not _heads_clause(doc, subject.first - 1)


def _quoted_off(doc: Document, sentence: Sentence, subject: Subject, verb: int) -> bool:
    """Whether a subject stands inside a quotation that is closed before the verb."""
    marks = doc.quotes(sentence.first, verb)
    before = sum(mark < subject.first for mark in marks)
    inside = (before + (sentence.index in doc.facts["quoted"])) % 2 == 1
    return inside and len(marks) > before


def _on_behalf(doc: Document, sentence: Sentence, subject: Subject) -> Subject:
    """The person as the voice of those in whose name he speaks ("Thay mặt các nước ASEAN, Thứ trưởng …")."""
    if subject.kind != "person" or not subject.parties:
        return subject
    for unit in doc.units("on-behalf", sentence.first, subject.first):
        found = mentions_in(doc, unit + 1, min(unit + _IN_NAME_OF, subject.first))
        if found and (codes := found[0].codes):
            return Subject(subject.first, subject.last, codes, subject.speaker, subject.kind)
    return subject


def _speaks_for_nobody(subject: Subject) -> bool:
    return subject.kind == "nobody" or (subject.kind == "person" and not subject.parties)


def _before_apposition(doc: Document, sentence: Sentence, subject: Subject, verb: int, found: list[Subject]) -> Subject:
    """The one who speaks where the party right before the verb ends an apposition: "X - giảng viên Đại học Quốc gia
    Singapore - cho rằng", "X, phái viên của Tổng thống Nga, cho biết"."""
    end = verb - 1
    while end > subject.last and (end in doc.date_at or doc.entry(end, "and-also", "before-verb", "past-sign")):
        end -= 1
    closing = doc.norms[end]
    if subject.kind not in ("party", "person") or closing not in ("-", ","):
        return subject
    head = found[0]
    if head.kind == "person" and head.first == sentence.first and head.parties and head.last < subject.first:
        if doc.norms[head.last] == closing and not doc.has("act", head.last, verb):
            return head
    if end - subject.last > _REST_OF_APPOSITION or doc.parted(subject.last, end) or doc.has("act", subject.last, end):
        return subject
    nobody = next((s for s in reversed(found) if s.last <= subject.first and _speaks_for_nobody(s)), None)
    if nobody is None or (subject.last < end and nobody is not found[found.index(subject) - 1]):
        return subject
    if subject.kind == "party":  # the apposition may begin with his post ("X, phó giám đốc tại Viện nghiên cứu …")
        opened = closing in doc.norms[max(nobody.first - _REACH_OF_APPOSITION, 0) : subject.first]
    else:
        opened = closing in doc.norms[max(nobody.first - 2, 0) : nobody.first]
    return nobody if opened else subject
