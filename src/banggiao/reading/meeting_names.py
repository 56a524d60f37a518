"""The names of conferences and their sessions: "Hội nghị Bộ trưởng Ngoại giao ASEAN lần thứ 51"."""

from __future__ import annotations

from dataclasses import dataclass, field

from banggiao.lexicon import Entry
from banggiao.reading.document import Document, Sentence
from banggiao.reading.parties import mentions_in
from banggiao.reading.people import people_in
from banggiao.reading.people_posts import are_states

_LONGEST = 16
CREDITS = ("ảnh", "video", "nguồn")
"""Words behind a hyphen by which a caption tells whose it is: no part of a name."""
_OPENING, _CLOSING = ('"', "“", "«"), ('"', "”", "»")
_BARE = "hội nghị"
_FIRST = "đầu tiên"
_FIRST_TIME = ("lần đầu", "lần đầu tiên")  # "lần đầu ở Singapore", not "lần đầu không ra được tuyên bố"
_YEAR = 4  # digits
_YEARLY = ("summit", "ministerial", "forum")
_HYPHENS = ("-", "–")
_OWN = ("party", "short", "body", "instrument", "meeting-level", "ministry", "post")
_JUBILEE = "kỷ niệm"
_JUBILEE_ENDS = (
    "at",
    "of",
    "modal",
    "meeting-sign",
    "takes-place",
    "honorific",
    "post",
    "framing",
    "attend",
    "occasion",
)
_STOPS = ("name-stop", "act", "stage", "modal", "occasion", "honorific", "post", "invited-by", "at")


@dataclass(slots=True)
class Conference:
    """Units `[.., last)` of a conference's name. `parties` are those that the name or the lexicon gives."""

    title: str
    form: str
    last: int
    session: int | None = None
    acronym: str | None = None
    body: str | None = None
    parties: list[str] = field(default_factory=list)
    enlarged: bool = False
    """Guests take part beside the members ("G7 mở rộng")."""
    year: int | None = None
    """The unit right behind the name that is its year ("Hội nghị APEC 2017")."""


def conference_name(doc: Document, sentence: Sentence, unit: int) -> Conference:
    """The name that begins at a noun for an occasion or at a body's name; its title is empty where only the noun
    stands."""
    entry = doc.entry(unit, "occasion", "body", "gathering")
    assert entry is not None
    entry = _of_story(doc, sentence, unit) or entry
    jubilee = _jubilee_end(doc, sentence, unit) if entry.cls == "occasion" else None
    last = unit + 1 if entry.cls == "gathering" else jubilee or _end(doc, sentence, unit + 1)
    counted = entry.attrs.get("form") not in ("ceremony", "exercise")
    session, after = session_of(doc, sentence, last)
    if not counted and entry.cls == "occasion":
        session = None  # "cuộc diễn tập chung đầu tiên"
    if session is None and counted:
        session = _inside(doc, unit, last)
    known, named_session, after = _acronym_after(doc, sentence, max(last, after))
    session = session or named_session
    if session is None and counted:
        session = _before(doc, sentence, unit)
    if session is None and entry.attrs.get("numbered"):
        session = _met_for(doc, sentence, max(last, after))
    title = " ".join(doc.surface(unit, last).split())
    name = Conference(title, str(entry.attrs["form"]), max(last, after), session)
    if session is None and name.form in _YEARLY and _is_year(doc, sentence, name.last):
        name.year, name.last = name.last, name.last + 1
    inside = range(unit, last)
    body = next((e for i in inside if (e := doc.entry(i, "body"))), known) if entry.cls == "occasion" else entry
    if body and entry.cls == "occasion":
        body = next((e for i in inside if (e := _of_story(doc, sentence, i))), body)
    if body:
        name.body = body.id
        if series := doc.lexicon.bodies.get(body.id):
            name.parties = list(series.parties)
            if series.form and (name.form in ("other", "forum") or series.form == "other"):
                name.form = series.form
    codes: dict[str, None] = dict.fromkeys(entry.attrs.get("parties", ()))
    for mention in mentions_in(doc, unit, last):
        if mention.how in ("dyad", "list"):
            codes.update(dict.fromkeys(mention.codes))
    for i in inside:
        for found in doc.entries[i]:
            if found.cls in ("party", "metonym", "demonym") or (found.cls == "short" and i > unit):
                codes[found.id] = None
                break
    if jubilee and len(codes) == 1 and are_states(doc, codes):
        codes = {}  # whose relations with it were founded, the sentence says
    if len(name.parties) == 1 and codes and not codes.keys() <= set(name.parties) and "-" in title:
        name.parties, name.body = [*name.parties, *codes], None  # "Hội nghị cấp cao ASEAN - Úc" is not ASEAN's own
    elif codes and (len(codes) > 1 or not name.parties):
        name.parties = list(codes)
    name.acronym = next(
        (w for w in title.replace("(", " ").replace(")", " ").split() if w.isupper() and len(w) > 2), None
    )
    name.enlarged = any((e := doc.entry(i, "name-goes-on")) and e.attrs.get("enlarged") for i in inside)
    whole = next((i for i in range(unit + 2, last) if doc.entry(i, "body") and doc.entry(i - 1, "of")), None)
    if whole and name.form == "other":
        name.title = " ".join(doc.surface(whole, last).split())  # "phiên toàn thể của Hội nghị …" is of that
    if quoted := _quoted(doc, sentence, last):
        name.title, name.last = quoted
    elif last == unit + 1 and entry.cls == "occasion" and session is None:
        title = name.title if entry.attrs.get("parties") else ""
        return Conference(title, name.form, last, parties=list(codes))
    elif entry.cls == "occasion" and (last == unit + 1 or not (jubilee or _named(doc, unit, last, counted))):
        name.title = ""
    if name.form == "other" and not body:
        name.form = next(
            (
                str(level.attrs["form"])
                for i in range(sentence.first, sentence.last)
                if (level := doc.entry(i, "meeting-level"))
            ),
            "other",
        )
    if name.form == "other" and any(m.rule == "party.dyad-of-people" for m in mentions_in(doc, unit, last)):
        name.form = "summit"  # "hội nghị Trump - Kim"
    if name.form == "other" and doc.norms[unit] == _BARE and _of_two_states(doc, unit, last):
        name.form = "summit"  # "hội nghị Mỹ - Triều"
    return name


def _of_two_states(doc: Document, unit: int, last: int) -> bool:
    """Whether nothing but a dyad of states stands in a name behind its noun."""
    whole = (m.codes for m in mentions_in(doc, unit + 1, last) if (m.first, m.last) == (unit + 1, last))
    return any(len(codes) == 2 and are_states(doc, codes) for codes in whole)


def _of_story(doc: Document, sentence: Sentence, unit: int) -> Entry | None:
    """The series that a story means by an acronym at a unit ("AMM", "hội nghị AMM"), where it is not its usual one."""
    return _introduced(doc).get((sentence.story, doc.norms[unit].rpartition(" ")[2]))


def _introduced(doc: Document) -> dict[tuple[int, str], Entry]:
    """By story and acronym, the series whose name the story gives it to in brackets, where it is another's elsewhere
    ("Hội nghị liên Bộ trưởng Ngoại giao - Kinh tế APEC (AMM)": the AMM of that story is not ASEAN's)."""
    known: dict[tuple[int, str], Entry] | None = doc.facts.get("introduced")
    if known is None:
        known = doc.facts["introduced"] = {}
        for unit in doc.units("body", 2, len(doc.norms)):
            acronym, series = doc.entry(unit, "body"), doc.entry(unit - 2, "body")
            if doc.norms[unit - 1] == "(" and acronym and series and acronym.id != series.id:
                known[doc.sentences[doc.sentence_of[unit]].story, doc.norms[unit]] = series
    return known


def is_gathering(doc: Document, unit: int) -> bool:
    """Whether the name of some members at a unit means their meeting: that one attends it or is beside it stands right
    before it ("dự APEC", "bên lề G20", "tại G7"; not "các nước G7", "trong APEC")."""
    return doc.entry(unit - 1, "gathers") is not None


def _is_year(doc: Document, sentence: Sentence, unit: int) -> bool:
    """Whether a bare year stands at a unit, right behind a series or whose it is; the grammar of dates leaves it alone
    for what else it may number ("Chủ tịch ASEAN 2020", "Công ước Luật biển 1982")."""
    norm = doc.norms[unit] if unit < sentence.last and unit not in doc.date_at else ""
    if not doc.entry(unit - 1, "body") and not (doc.entry(unit - 1, "party") and not doc.entry(unit - 2, "post")):
        return False
    return len(norm) == _YEAR and norm.isdigit() and norm[:2] in ("19", "20")


def is_named_next(doc: Document, sentence: Sentence, unit: int) -> bool:
    """Whether the name of an occasion begins at a unit, or behind the words for its session ("của khoá 72 …")."""
    while unit < sentence.last and (doc.entry(unit, "of", "session-word") or _digits(doc, unit)):
        unit += 1
    entry = doc.entry(unit, "body", "occasion") if unit < sentence.last else None
    return entry is not None and (entry.cls == "body" or bool(entry.attrs.get("noun")))


def _before(doc: Document, sentence: Sentence, unit: int) -> int | None:
    """The session before a name: "khoá họp 72 Đại hội đồng …", "phiên họp lần thứ 11 của Uỷ ban …"."""
    unit -= doc.entry(unit - 1, "of") is not None
    if unit - 2 < sentence.first or not doc.entry(unit - 2, "session-word", "occasion"):
        return None
    return _number(doc, unit - 1, unit) if unit - 1 not in doc.date_at else None


def _met_for(doc: Document, sentence: Sentence, unit: int) -> int | None:
    """The session behind a group's name: "Nhóm công tác … cũng đã họp lần thứ 26"."""
    for verb in range(unit, min(sentence.last - 1, unit + 6)):
        if doc.norms[verb] in ("họp", "họp phiên"):
            return session_of(doc, sentence, verb + 1)[0]
    return None


def _named(doc: Document, unit: int, last: int, counted: bool) -> bool:
    """Whether the words behind the noun name the occasion: they hold a name, a party, a topic or a body ("hội nghị liên
    quan" is none); for a ceremony or a joint exercise a name of its own ("lễ ký kết các văn kiện" is every signing)."""
    words = range(unit + 1, last)
    own = any(doc.is_cap(i) or doc.entry(i, *_OWN) for i in words)
    entry = doc.entry(unit, "occasion")
    if entry and entry.attrs["form"] != "other":  # "cuộc họp về tình hình khu vực" is any
        own = own or doc.has("topic-word", unit + 1, last)
    return own if counted else any(doc.is_cap(i) and not doc.entry(i, "party", "short", "demonym") for i in words)


def _quoted(doc: Document, sentence: Sentence, unit: int) -> tuple[str, int] | None:
    """The name in quotation marks right behind a noun ("hội thảo “…”"), and the unit after it."""
    if unit + 1 >= sentence.last or doc.norms[unit] not in _OPENING or not doc.is_cap(unit + 1):
        return None  # "hội nghị thượng đỉnh "có thể bị hoãn"" quotes no name
    for end in range(unit + 2, min(sentence.last, unit + 2 * _LONGEST)):
        if doc.norms[end] in _CLOSING:
            return " ".join(doc.surface(unit + 1, end).split()), end + 1
    return None


def _acronym_after(doc: Document, sentence: Sentence, unit: int) -> tuple[Entry | None, int | None, int]:
    """ "(AMEM-42)" right after a name: its body, its session, and the unit after it."""
    if unit + 2 < sentence.last and doc.norms[unit] == "(" and (body := doc.entry(unit + 1, "body")):
        session, after = session_of(doc, sentence, unit + 2)
        if after < sentence.last and doc.norms[after] == ")":
            return body, session, after + 1
    return None, None, unit


def session_of(doc: Document, sentence: Sentence, unit: int) -> tuple[int | None, int]:
    """The ordinal that stands at a unit ("lần thứ 26", "lần 2", "51", "thứ hai"), and the unit after it."""
    if unit >= sentence.last:
        return None, unit
    if doc.entry(unit, "session-word"):
        value = _number(doc, unit + 1, sentence.last)
        return (value, unit + 2) if value else (None, unit)
    if doc.norms[unit] == "-" and unit + 1 < sentence.last and _digits(doc, unit + 1):
        return _digits(doc, unit + 1), unit + 2
    if doc.norms[unit] == _FIRST:
        return (None if _since_when(doc, unit + 1) else 1), unit + 1
    if doc.norms[unit] in _FIRST_TIME and _closes(doc, unit + 1):
        return 1, unit + 1
    if (nth := doc.entry(unit, "nth")) and doc.norms[unit + 1] != "trong":  # not the second of this year
        sitting = doc.norms[unit - 1].startswith("phiên")  # the third sitting of what has its own number
        return (None if sitting else int(nth.attrs["value"])), unit + 1
    if unit + 1 < sentence.last and doc.entry(unit + 1, "counted"):
        return None, unit  # "hội nghị APEC 2 tháng sau"
    named = doc.is_cap(unit - 1) or doc.entry(unit - 1, "body", "occasion")
    return (_digits(doc, unit), unit + 1) if named and _digits(doc, unit) else (None, unit)


def _since_when(doc: Document, unit: int) -> bool:
    """Whether a stretch of time begins at a unit of which something is the first ("trong 8 năm", "kể từ năm 2007")."""
    frame = doc.entry(unit, "framing")
    return doc.entry(unit, "lasting") is not None or bool(frame and frame.attrs.get("beside"))


def further_sessions(doc: Document, sentence: Sentence, unit: int, session: int) -> list[int]:
    """The sessions that stand with one right before a unit ("lần thứ 28 và 29", "lần thứ 28-29"): those that follow
    it in the count."""
    out: list[int] = []
    while (
        unit + 1 < sentence.last
        and (doc.norms[unit] in ("-", ",") or doc.entry(unit, "joiner"))
        and doc.norms[unit + 1] == str(session + len(out) + 1)
        and unit + 1 not in doc.date_at
    ):
        out.append(session + len(out) + 1)
        unit += 2
    return out


def _ahead(doc: Document, unit: int) -> bool:
    """Whether a unit says that an occasion lies ahead or is off ("sẽ diễn ra", "bị huỷ"): no part of its name."""
    sign = doc.entry(unit, "meeting-sign")
    return sign is not None and not sign.attrs.get("before")


def _digits(doc: Document, unit: int) -> int | None:
    norm = doc.norms[unit]
    return int(norm) if norm.isdecimal() and 1 <= int(norm) <= 120 and unit not in doc.date_at else None


def _number(doc: Document, unit: int, last: int) -> int | None:
    if unit >= last:
        return None
    if doc.norms[unit - 1] == "lần" and doc.norms[unit] in (_FIRST, "một"):
        # "lần đầu tiên không ra được tuyên bố": for the first time, not the first
        return 1 if doc.norms[unit] == "một" or _closes(doc, unit + 1) else None
    if doc.norms[unit].isdigit():
        return int(doc.norms[unit]) if 1 <= int(doc.norms[unit]) <= 200 else None
    ordinal = doc.entry(unit, "ordinal")
    return int(ordinal.attrs["value"]) if ordinal else None


def _closes(doc: Document, unit: int) -> bool:
    """Whether what stands at a unit closes the words for an occasion: a place, a day, its sides, a mark."""
    if unit in doc.date_at or not doc.norms[unit][:1].isalnum() or doc.entry(unit, "at"):
        return True
    return doc.norms[unit] == "giữa" and doc.norms[unit + 1] != "một"


def _inside(doc: Document, first: int, last: int) -> int | None:
    for unit in range(first, last):
        if doc.entry(unit, "session-word") and (value := _number(doc, unit + 1, last)):
            return value
        if doc.norms[unit] == _FIRST:
            return 1
    return None


def _of_people(doc: Document, unit: int) -> bool:
    """Whether those who meet are named from a unit on ("giữa Trump và …", "… Trịnh Đình Dũng"): no part of a name, but
    where two who are joined by a hyphen make one ("hội nghị Trump - Kim")."""
    first = unit + (doc.norms[unit] == "giữa")
    person = next((p for p in people_in(doc, first, first + 1) if p.person), None)
    if person is None:
        return False
    joined = doc.norms[first - 1] in _HYPHENS or doc.norms[person.last] in _HYPHENS
    return first > unit or not joined


def _is_anniversary(doc: Document, unit: int) -> bool:
    """Whether a date is the years of an anniversary, as they stand in names."""
    date = doc.date_at.get(unit)
    if date is None or date.role != "anniversary":
        return False
    word = " ".join(doc.norms[unit].split()[:2])
    return any(entry.cls == "name-goes-on" for entry in doc.lexicon.forms.get(word, ()))


def _jubilee_end(doc: Document, sentence: Sentence, unit: int) -> int | None:
    """The unit after the name of an occasion at a unit that marks how long ago something was ("lễ kỷ niệm 40 năm Việt
    Nam gia nhập Liên Hợp Quốc"): it ends at a mark, a day or a place, at no verb. None for other occasions."""
    years = doc.date_at.get(unit + 1)
    marks = doc.norms[unit].endswith(_JUBILEE) or _is_anniversary(doc, unit + 1)
    if years is None or years.role != "anniversary" or not marks:
        return None
    first = last = unit + 2
    while last < min(sentence.last, first + _LONGEST):
        ends = last in doc.date_at or doc.entry(last, *_JUBILEE_ENDS) or not _in_name(doc, last)
        after = last + 1  # "… và dự lễ", "… và Hội nghị …"
        if ends or (doc.entry(last, "joiner") and (not doc.is_cap(after) or doc.entry(after, "body", "occasion"))):
            break
        last += 1
    return last if any(doc.is_cap(i) for i in range(first, last)) else None


def _in_name(doc: Document, unit: int) -> bool:
    """Whether a unit is a word, or a hyphen between two states or names."""
    if doc.norms[unit] in _HYPHENS:
        return doc.norms[unit + 1] not in CREDITS and doc.is_cap(unit + 1)
    return doc.norms[unit][:1].isalnum()


def _end(doc: Document, sentence: Sentence, unit: int) -> int:
    """The unit after a conference's name."""
    limit = min(sentence.last, unit + _LONGEST)
    last = unit
    known = doc.entry(unit - 1, "body") is not None
    named, topic = known, False
    dyads = {m.last for m in mentions_in(doc, unit, limit) if m.how == "dyad"}
    while unit < limit:
        norm = doc.norms[unit]
        if norm == "(":
            if unit + 2 < limit and doc.norms[unit + 2] == ")" and unit + 1 not in doc.date_at:
                unit = last = unit + 3
                continue
            break
        if not named and not known and _is_anniversary(doc, unit):
            unit += 1  # "Hội nghị cấp cao kỷ niệm 30 năm quan hệ ASEAN - Hàn Quốc"
            continue
        if unit in doc.date_at or doc.entry(unit, "session-word", "nth"):
            break
        if norm == _FIRST and not (doc.entry(unit + 1, "of") and doc.entry(unit + 2, "party", "body")):
            break  # not "Hội nghị Bộ trưởng đầu tiên của APEC"
        if norm == "+" and unit + 1 < limit and doc.norms[unit + 1].isdigit():
            unit = last = unit + 2
            continue
        if _of_people(doc, unit):
            break
        if norm in ("-", "+", "/"):
            if unit + 1 < limit and doc.norms[unit + 1] in CREDITS:
                break
            unit += 1
            continue
        about = topic and doc.entry(unit - 1, "topic-word") is not None  # "về triển khai …": a verb is the topic
        if not norm[:1].isalnum() or (not about and (doc.entry(unit, *_STOPS) or _ahead(doc, unit))):
            break
        if named and not topic and not doc.is_cap(unit) and not doc.entry(unit, "name-goes-on", "joiner", "of"):
            break
        named = named or unit + 1 in dyads or doc.entry(unit, "party", "short", "body") is not None
        topic = topic or doc.entry(unit, "topic-word") is not None
        if norm.isdigit():
            break
        if doc.entry(unit, "joiner"):
            if (
                unit + 1 >= limit
                or doc.entry(unit + 1, "name-stop", "act", "occasion", "body", "post", "honorific")
                or not (topic or doc.is_cap(unit + 1))
            ):
                break
            unit += 1
            continue
        unit += 1
        if not doc.entry(unit - 1, "topic-word", "of"):  # no name ends in "về" or "giữa"
            last = unit
    return last
