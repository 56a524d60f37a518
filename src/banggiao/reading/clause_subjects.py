"""The subject of a verb of saying: the nearest before it that can speak; not one inside an apposition, a frame, an
object, a condition, or a quotation that is closed before the verb."""

from __future__ import annotations

from dataclasses import dataclass

from banggiao.reading.document import Document, Sentence
from banggiao.reading.parties import mentions_in
from banggiao.reading.speakers import Subject, begins, is_building
from banggiao.reading.speech_verbs import heads_clause

_GOVERNED = 5  # units between a neutral verb and the verb that decides its act
_REACH_OF_APPOSITION = 8  # units between the comma that opens it and the word by which its person is no official
_REST_OF_APPOSITION = 6  # units behind a party in it: "chuyên gia của một viện nghiên cứu Mỹ (CSIS), nhận định"
_IN_NAME_OF = 5  # units behind "thay mặt" in which those stand for whom somebody speaks
_ADDING = frozenset(["đồng thời", "nhưng", "song", "sau đó", "cũng"])
_FELT = 8  # units between what causes a feeling and the last of those who have it: "khiến nhiều người ở Mỹ lo lắng"
_AND_ALSO = frozenset(["cũng như", "đồng thời"])
_AMONG = 5  # units before "như" in which the states stand of which it names some
_BACK = 24  # units between a verb and its subject
_QUOTING = ("dẫn", "trích")
_POINTS = (".", "-")
_MEANS = ("việc", "bằng việc", "bằng cách", "qua việc", "thông qua việc")  # "việc A tuyên bố", "bằng cách A cam kết"
_RELATES = ("modal", "passive", "past-sign", "preposition")  # what stands behind "do A đề xuất"
_OWN_CLAUSE = (
    "act",
    "modal",
    "news-verb",
    "negation",
    "past-sign",
    "joiner",
    "contrast",
    "causative",
    "condition",
    "wish",
)
_TELLERS = frozenset(["party", "person", "institution"])
_JUST_BEFORE = ("past-sign", "before-verb", "and-also", "earlier")
_BEFALLS = 4  # units behind a subject in which it is told that something befalls it
_BECAUSE = frozenset(["bởi", "vì", "bởi vì", "do"])
_FROM = frozenset(["của", "từ"])
_OF_KIND = 3  # units between a report and whose it is: "Báo cáo mới nhất của …"
_STATES = frozenset(["quốc gia", "nước", "thành viên"])
_BUTS = frozenset(["nhưng", "song"])


@dataclass(slots=True)
class Clause:
    """A verb of saying with its subject. `via`: how the subject was found."""

    verb: int
    act: str
    frame: bool
    subject: Subject | None
    via: str


def made_to(doc: Document, subject: Subject) -> bool:
    """Whether somebody wants to bring a subject to do what follows, or keeps it from that ("thuyết phục các nước chấp
    thuận …", "ngăn ASEAN đề cập …")."""
    cause = doc.entry(subject.first - 1, "causative", "prevention")
    return cause is not None and not cause.attrs.get("feeling")


def caused(doc: Document, subject: Subject, verb: int) -> bool:
    """Whether it is others in whom something causes a feeling: "khiến Mỹ lo ngại", "A thử tên lửa, khiến các nước láng
    giềng lo ngại"."""
    if doc.entry(subject.first - 1, "causative"):
        return True
    for unit in doc.units("causative", max(subject.first - _FELT, 0), verb):
        cause = doc.entry(unit, "causative")
        if cause and cause.attrs.get("feeling") and not doc.parted(unit, max(subject.first, unit)):
            return True
    return False


def given_reason(doc: Document, subject: Subject, verb: int) -> bool:
    """Whether a verb only says for what its subject is thanked or blamed ("chỉ trích Hàn Quốc vì ủng hộ …")."""
    return subject.last == verb - 1 - (doc.entry(verb - 1, "past-sign") is not None) and doc.norms[subject.last] == "vì"


def coordinated(doc: Document, sentence: Sentence, verb: int, before: Clause) -> bool:
    """A second verb of one subject: governed by a neutral verb close before it, or after a comma, "và" and the like;
    deeper in the sentence it belongs to what is said."""
    if before.frame and verb - before.verb <= _GOVERNED:
        own = doc.entry(verb - 1, "home", "pair", "honorific", "before-verb", "past-sign")
        return own is not None or "việc" not in doc.norms[before.verb + 1 : verb - 1]  # "việc nước ngoài ủng hộ X"
    return any(
        doc.entry(unit, "joiner", "and-also") or doc.norms[unit] in (",", ";")
        for unit in range(max(sentence.first, verb - 3), verb)
        if unit > before.verb
    )


def subject_of(
    doc: Document, sentence: Sentence, verb: int, found: list[Subject], before: list[Clause]
) -> tuple[Subject | None, str]:
    if not before and (doc.entry(verb - 1, "joiner", "and-also") or doc.norms[verb - 1] in ("khi", ",", *_MEANS)):
        # "A điện đàm với B và mời …", "A công kích B khi cho rằng …": what is nearest is an object
        first = next((s for s in found if s.last < verb), None)
        nearest = next((s for s in reversed(found) if s.last <= verb), None)
        adds = doc.entry(verb - 1, "and-also") is not None and doc.norms[verb - 1] not in _BUTS
        joint = verb - 1 - (adds and doc.norms[verb - 2] == ",")  # "A áp thuế hàng B, đồng thời doạ …"
        object_ = nearest is not None and (nearest.last == joint or nearest.kind == "collective")
        if doc.entry(verb - 1, "joiner") and nearest is not None and nearest.kind == "party":
            object_ = object_ or _within(doc, nearest)  # "A phóng tên lửa qua lãnh thổ B hai lần và doạ …"
        if doc.norms[verb - 1] in (",", "cũng"):  # "Ngoài Tổng thống Mỹ, ông Putin cũng chúc mừng …"
            object_ = (
                object_ and nearest is not first and nearest is not None and not heads_clause(doc, nearest.first - 1)
            )
        quoted = first is not None and _quoted_off(doc, sentence, first, verb)
        if first and object_ and doc.norms[first.first - 1] == "việc":
            return None, ""  # "Việc X dự lễ thể hiện …, mong muốn …": what the article reads in it
        if first and object_ and not quoted and not doc.entry(first.first - 1, "preposition", "according-to"):
            return _on_behalf(doc, sentence, first), first.kind
    entry = doc.entry(verb, "act")
    if entry and entry.attrs.get("given"):
        return _who_gives(doc, sentence, verb, found, before), "given"
    if not before and (main := _before_but(doc, sentence, verb, found)):
        return _on_behalf(doc, sentence, main), main.kind
    if before and doc.norms[verb - 1] == ";":
        return before[0].subject, "coordinated"  # "A hoan nghênh …; sẵn sàng …": a list of what he says
    if before and _calls(doc, verb, found):
        return before[-1].subject, "coordinated"  # "A chỉ trích B, gọi B là …"
    if before and (speaker := _who_goes_on(doc, sentence, verb, found, before)):
        return speaker, "coordinated"
    for subject in reversed(found):
        if subject.last > verb or _quoted_off(doc, sentence, subject, verb):
            continue
        if verb - subject.last > _BACK:
            break
        if before and before[-1].verb >= subject.last - 1:
            return before[-1].subject, "coordinated"
        joined = doc.entry(verb - 1, "joiner") is not None or doc.norms[verb - 1] in _AND_ALSO
        if before and before[-1].verb == sentence.first and before[-1].subject is None:
            joined = doc.entry(verb - 1, "joiner") is not None  # "Đáp lại, A điều tàu, đồng thời lên án B"
        if before and before[-1].act != "propose" and subject.last < verb - 1 and joined:
            return before[-1].subject, "coordinated"  # "A cảm ơn B đã giúp … và cam kết …", "…, đồng thời cam kết …"
        if before and _ends_object(doc, sentence, subject, verb, before[-1]):
            return before[-1].subject, "coordinated"  # "A đánh giá cao vai trò của B, khẳng định …"
        before_it = doc.entry(subject.first - 1, "preposition", "according-to") and not _named_among(doc, subject)
        if subject.first > sentence.first and before_it and not _begins_clause(doc, subject, verb):
            continue
        if _in_frame(doc, sentence, subject, verb):
            continue
        before_clause = doc.norms[subject.first - 1]
        if before_clause == "do" and (
            not doc.norms[verb + 1][:1].isalnum() or doc.norms[verb + 1] == "ra" or _relates(doc, verb)
        ):
            return None, ""  # "giải pháp do Trung Quốc đề xuất": what the sentence speaks of
        if _told_besides(doc, sentence, subject, verb):
            return subject, "besides"
        if before_clause in _MEANS or doc.entry(_head_of(doc, subject) - 1, "condition"):
            return None, ""  # "việc Nhà Trắng tuyên bố …" is what the sentence speaks of
        subject = _before_apposition(doc, sentence, _who_knows(doc, subject, verb, found), verb, found)
        return _on_behalf(doc, sentence, subject), subject.kind
    if before:
        return before[-1].subject, "coordinated"
    return None, ""


def _who_gives(
    doc: Document, sentence: Sentence, verb: int, found: list[Subject], before: list[Clause]
) -> Subject | None:
    """Whose reason stands behind his deed ("Mỹ rút khỏi hiệp ước với cáo buộc Nga vi phạm"): with whom the main clause
    begins, where nothing befalls him in it."""
    heads = [s for s in found if s.last <= verb and begins(doc, sentence, s.first)]
    if not heads or not heads[-1].parties:
        return None
    if doc.has("passive", heads[-1].last, min(heads[-1].last + _BEFALLS, verb)):
        return None
    return before[0].subject if before and before[0].subject else heads[-1]


def _told_besides(doc: Document, sentence: Sentence, subject: Subject, verb: int) -> bool:
    """Whether a sentence tells by the way that a side said something to which others answer ("đáp trả việc Mỹ chỉ trích
    …"): what it agreed on or wants is what the sentence speaks of, and so is a saying with which a clause begins ("Việc
    Mỹ tuyên bố … gây bất ngờ")."""
    matter = subject.first - 1
    if doc.norms[matter] != "việc" or matter <= sentence.first or heads_clause(doc, matter - 1):
        return False
    entry = doc.entry(verb, "act")
    if entry is None or entry.attrs.get("wish") or not subject.parties or subject.kind not in _TELLERS:
        return False
    if not all(unit in doc.date_at or doc.entry(unit, *_JUST_BEFORE) for unit in range(subject.last, verb)):
        return False
    return entry.attrs["act"] in ("oppose", "propose") or bool(entry.attrs.get("frame"))


def _calls(doc: Document, verb: int, found: list[Subject]) -> bool:
    """Whether a verb behind a comma calls those something who were the object before it; not who stands there between
    commas with his post."""
    entry = doc.entry(verb, "act")
    if entry is None or not entry.attrs.get("calls") or doc.norms[verb - 1] != ",":
        return False
    nearest = next((s for s in reversed(found) if s.last <= verb - 1), None)
    return nearest is not None and nearest.last == verb - 1 and "," not in doc.norms[nearest.first : nearest.last]


def _relates(doc: Document, verb: int) -> bool:
    """Whether "do A đề xuất" only tells whose the proposal is of which the sentence goes on to speak."""
    entry = doc.entry(verb, "act")
    return entry is not None and entry.attrs["act"] == "propose" and doc.entry(verb + 1, *_RELATES) is not None


def _head_of(doc: Document, subject: Subject) -> int:
    """Where a subject begins, with the word for both of them ("cả ông A và ông B")."""
    return subject.first - (doc.norms[subject.first - 1] in ("cả", "chính"))


def _begins_clause(doc: Document, subject: Subject, verb: int) -> bool:
    """Whether a preposition before a subject is a conjunction: "sau khi A nói", "bởi giới chức A cho rằng"."""
    before = doc.norms[subject.first - 1]
    if before == "của" and doc.norms[verb - 1] == "," and doc.entry(subject.first - 2, "report", "act"):
        return True  # "sau phát biểu của A ở Bern, khẳng định …"
    if verb - subject.last <= _GOVERNED and _heads_report(doc, subject.first - 1):
        return True  # "Thông cáo từ Nhà Trắng cho biết …"
    if before == "của" and doc.norms[subject.last] == "rằng":
        return verb - subject.last <= _GOVERNED  # "tuyên bố của A rằng sẵn sàng …"
    return before.endswith("khi") or (before in _BECAUSE and subject.last == verb)


def _heads_report(doc: Document, of: int) -> bool:
    """Whether a report stands at the head of a sentence or a clause, behind which is told whose it is."""
    unit = report_before(doc, of)
    if unit is None:
        return False
    return not doc.norms[unit - 1][:1].isalnum() or unit == doc.sentences[doc.sentence_of[unit]].first


def report_before(doc: Document, of: int) -> int | None:
    """The report whose owner "của" or "từ" at a unit tells."""
    if doc.norms[of] not in _FROM:
        return None
    for unit in range(of - 1, max(of - _OF_KIND, 0) - 1, -1):
        report = doc.entry(unit, "report")
        if (report and not report.attrs.get("site")) or doc.norms[unit] == "tuyên bố":
            return unit
    return None


def _in_frame(doc: Document, sentence: Sentence, subject: Subject, verb: int) -> bool:
    """Whether a subject stands in words between commas that only frame what the main subject does ("Các ngoại trưởng
    ASEAN, sau hội nghị với Trung Quốc, ra …")."""
    if "," not in doc.norms[subject.last : verb]:
        return False
    opening = next((u for u in range(subject.first - 1, sentence.first, -1) if doc.norms[u] == ","), None)
    return opening is not None and doc.entry(opening + 1, "framing", "sideline") is not None


def quoted_by(doc: Document, sentence: Sentence, verb: int, found: list[Subject]) -> Subject | None:
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
    if said_by.kind == "institution" or is_building(doc, said_by.first):
        return False
    return doc.norms[source].endswith(("nguồn", "nguồn tin"))


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
    heads = [s for s in found if s.last < but and (s.first == sentence.first or heads_clause(doc, s.first - 1))]
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
    if between is None or adjacent or heads_clause(doc, between.first - 1):
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
    if doc.norms[verb - 1] != "," or subject.last != verb - 1 or subject.first <= before.verb:
        return False
    if before.frame and subject.first - 1 == before.verb:
        return False  # "cho biết B, …" begins what is said
    if doc.quotes(before.verb, verb):
        return False  # "“… B …”, X, chuyên gia của C, nhận định"
    entry = doc.entry(verb, "act")
    if before.act == "propose" and not (entry and entry.attrs.get("frame")):
        return False  # "kêu gọi B, ủng hộ …" may be what B is asked for
    return not heads_clause(doc, subject.first - 1)


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


def _who_knows(doc: Document, subject: Subject, verb: int, found: list[Subject]) -> Subject:
    """One who speaks for nobody where the party before the verb only tells what he knows or where he is ("Một nguồn tin
    am hiểu quan hệ Nhật - Triều cho hay")."""
    if subject.kind != "party" or found.index(subject) == 0 or doc.norms[subject.first - 1].endswith("khi"):
        return subject
    nobody = found[found.index(subject) - 1]
    between = range(nobody.last, subject.first)
    if nobody.kind != "nobody" or not between or subject.last < verb - _GOVERNED:
        return subject
    apart = any(doc.norms[unit] in (",", ";", ":", '"', "là", "rằng") for unit in between)
    if apart or any(doc.entry(unit, *_OWN_CLAUSE) for unit in between):
        return subject
    return nobody


def _only_named(doc: Document, first: int, last: int) -> bool:
    """Whether units `[first, last)` are but a name."""
    return first < last and all(doc.is_cap(unit) or doc.norms[unit] in _POINTS for unit in range(first, last))


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
    person = head.kind == "person" or (head.kind == "party" and doc.norms[head.last + 1] in _STATES)
    if person and head.first == sentence.first and head.parties and head.last < subject.first:
        if doc.norms[head.last] == closing and not doc.has("act", head.last, verb):
            return head  # "Singapore, quốc gia chủ tịch ASEAN, kêu gọi …"
    if end - subject.last > _REST_OF_APPOSITION or doc.parted(subject.last, end) or doc.has("act", subject.last, end):
        return subject
    nobody = next((s for s in reversed(found) if s.last <= subject.first and _speaks_for_nobody(s)), None)
    if nobody is None or (subject.last < end and nobody is not found[found.index(subject) - 1]):
        return subject
    if subject.kind == "party":  # the apposition may begin with his post ("X, phó giám đốc tại Viện nghiên cứu …")
        opened = closing in doc.norms[max(nobody.first - _REACH_OF_APPOSITION, 0) : subject.first]
    else:  # "X, chuyên gia của …," and "Chuyên gia X, cố vấn của …,"
        opened = closing in doc.norms[max(nobody.first - 2, 0) : nobody.first]
        opened = opened or (
            doc.norms[subject.first - 1] == closing and _only_named(doc, nobody.last, subject.first - 1)
        )
    return nobody if opened else subject
