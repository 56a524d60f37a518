"""Instruments: what happens to agreements, declarations, codes, plans, funds and programmes.

`instrument_names` finds what they are called, `instrument_identity` which names are one, `instrument_stages` what is
told of them; here it is seen whose they are and when it happened.
"""

from __future__ import annotations

from banggiao import edtf
from banggiao.model import Instrument, Span
from banggiao.normal import lower
from banggiao.reading.dates import DateMention, take_date
from banggiao.reading.document import Document, Sentence
from banggiao.reading.instrument_conference import conference_of
from banggiao.reading.instrument_identity import Name, fullest_names, identity, join_shortened
from banggiao.reading.instrument_names import assembly_named, names_in, resolved_by_nations
from banggiao.reading.instrument_stages import COMPLETING, is_cited, staged_names
from banggiao.reading.occasions import at_head, occasion_date
from banggiao.reading.pairs import pair_anaphor_in, pair_at, story_pair
from banggiao.reading.parties import PartyMention, mentions_in, parties_in
from banggiao.reading.people import people_in
from banggiao.reading.people_posts import are_states, is_state
from banggiao.reading.speakers import subjects

_DONE = frozenset({"agreed", "signed", "ratified"})
_BINDING = frozenset({"signed", "ratified", "in-force"})
_BY_DOERS = frozenset({"agreed", "signed", "negotiating", "rejected"})
_TO_DEED = 16  # units between those who do it and the verb
_DONE_REACH = 6  # units before a deed in which a word tells that it is done
_OF_NAMES = frozenset(
    {"date.years", "date.years-bracket", "date.years-bare"}
)  # "giai đoạn 2018 - 2020" belongs to a name
_YEAR = 4  # letters of a year's EDTF
_MONTH = 7  # letters of a month's EDTF
_DATE_REACH = 14
_AT_ONE_TABLE = 6  # more people than that are no list of those who sign
_OWNERS = 4  # units behind a name in which it is said whose it is
_BESIDE = 3  # units between "bên lề" and the party whose conference it is
_PROLONGED = 10  # units behind the name of what is prolonged in which it is said until when
_TO_COME = ("sẽ ", "dự kiến ")
_ARRANGED = 8  # units behind a name in which it is said for when its signing is arranged
_STATEMENTS = ("tuyên bố chung", "thông cáo chung")
_BY_COUNT = 6  # units around a deed and its pact in which it is said how many do it
_MEMBERS = ("nước", "quốc gia", "thành viên", "nền kinh tế")
_TOPIC = " về "
_OF_CONFERENCE = "the days of the conference"
_SINCE_REACH = 5  # units between a name and the time since which it is negotiated


def find_instruments(doc: Document) -> None:
    """Adds one Instrument for each (name, stage) of a story."""
    names: list[Name] = []
    for sentence in doc.sentences:
        names += names_in(doc, sentence, names)
    join_shortened(doc, names)
    fullest = fullest_names(doc, names)
    sides = _sides_named(doc, names)
    found: dict[tuple[int, str, str], Instrument] = {}
    for name, stage, cue in staged_names(doc, names):
        sentence = doc.sentences[doc.sentence_of[name.first]]
        title = fullest[identity(doc, name)]
        key = (sentence.story, identity(doc, name), stage)
        evidence = doc.span(min(cue, name.first), max(cue + 1, name.last))
        if key in found:
            _add(doc, found[key], sentence, name, cue, evidence)
            continue
        record = Instrument(
            name=title,
            stage=stage,
            parties=sides.get(identity(doc, name)) or _parties(doc, sentence, name, cue),
            evidence=[evidence],
            rules=[f"instrument.{stage}"],
            story=sentence.story,
        )
        if name.papers and len(record.parties) < 2 and are_states(doc, record.parties):
            doc.drop("instrument", doc.span(name.first, name.last), "one-party")
            continue
        if actor := _actor(doc, sentence, cue):
            record.parties = actor
        if not doc.entry(cue, "stage") and not name.lead:
            record.rules = ["instrument.quoted"]
            _date_of_quoted(doc, name, record)
        else:
            _dates(doc, sentence, name, record, cue, own_only=is_cited(doc, name, cue, aside=True))
        if record.stage in _DONE and _to_come(doc, sentence, record, cue, ahead=cue < name.first):
            key = (*key[:2], "negotiating")
            if key in found:
                found[key].evidence.append(evidence)
                continue
            record.stage, record.rules = "negotiating", ["instrument.to-come"]
            record.date, record.date_basis, record.date_reason = None, None, ""
        if meeting := conference_of(doc, record, name, cue):
            record.date, record.date_basis, record.date_reason = meeting.date, meeting.date_basis, _OF_CONFERENCE
        found[key] = record
    doc.records += _joined(doc, found)


def _joined(doc: Document, found: dict[tuple[int, str, str], Instrument]) -> list[Instrument]:
    """The records, those of one joint statement as one: a story calls it by several names ("tuyên bố chung của ASEAN",
    "bản thông cáo chung"), of the same parties, stage and day, and with one topic at most."""
    out: list[Instrument] = []
    for record in found.values():
        same = next((r for r in out if _is_statement(record) and _is_statement(r) and _may_be_one(r, record)), None)
        if same is None:
            out.append(record)
            continue
        same.evidence += record.evidence
        if same.date is None:
            same.date, same.date_basis, same.date_reason = record.date, record.date_basis, record.date_reason
        if _TOPIC not in same.name:
            same.name = max(same.name, record.name, key=len)
    return out


def _is_statement(record: Instrument) -> bool:
    return record.name.lower().removeprefix("bản ").startswith(_STATEMENTS)


def _may_be_one(a: Instrument, b: Instrument) -> bool:
    same = (a.story, a.stage, set(a.parties)) == (b.story, b.stage, set(b.parties)) and bool(a.parties)
    apart = a.date and b.date and a.date not in b.date and b.date not in a.date  # a day is one of those of a meeting
    return same and not apart and not (_TOPIC in a.name and _TOPIC in b.name)


def _sides_named(doc: Document, names: list[Name]) -> dict[str, list[str]]:
    """The two sides of each instrument that one of its names tells ("thoả thuận giữa Moscow và Washington"), for where
    it is called by a shorter one."""
    out: dict[str, list[str]] = {}
    for name in names:
        if name.known or name.vague or name.papers or name.loose:
            continue
        sides = _inside(doc, doc.sentences[doc.sentence_of[name.first]], name, name.last)
        if len(sides) == 2:
            out.setdefault(identity(doc, name), sides)
    return out


def _to_come(doc: Document, sentence: Sentence, record: Instrument, cue: int, *, ahead: bool) -> bool:
    """Whether the month or year of a deed begins after the publication, so that it is not done yet. A day may be that
    of another year, and what has been done has another time. What is to be completed within a year and not said to be
    done is not yet; `ahead`: whether the deed stands before the name."""
    published = doc.article.published if not record.story else None
    done = doc.norms[cue].startswith("đã") or doc.has("past-sign", max(sentence.first, cue - _DONE_REACH), cue)
    if done or len(record.date or "") > _MONTH:
        return False
    if ahead and doc.norms[cue] in COMPLETING and len(record.date or "") == _YEAR and record.date_basis != "derived":
        return True  # "tích cực hợp tác và kết thúc đàm phán RCEP trong năm 2019"
    when = edtf.bounds(record.date) if record.date else None
    now = edtf.bounds(published) if published else None
    return bool(when and now and when[0] > now[1])


def _add(doc: Document, record: Instrument, sentence: Sentence, name: Name, cue: int, evidence: Span) -> None:
    """Adds a further mention, which may tell a time or parties that the first left open."""
    record.evidence.append(evidence)
    if record.date is None and doc.entry(cue, "stage"):
        own, record.until = record.until, None
        _dates(doc, sentence, name, record, cue, own_only=True)
        record.until = own or record.until
    if not record.parties and not name.known:
        record.parties = _parties(doc, sentence, name)
    if record.stage == "ratified":  # each of them does it for itself, in one sentence or several
        record.parties += [code for code in _parties(doc, sentence, name) if code not in record.parties]


def _parties(doc: Document, sentence: Sentence, name: Name, cue: int = -1) -> list[str]:
    """Whose it is, where the article says so: named in the name or right after it; the lexicon's two or three where the
    story names them all; those who do it by the verb at `cue`; otherwise those who act in the sentence. The many
    members of a treaty are filled in only where so many are said to do it and the story names them all."""
    if resolved_by_nations(doc, name.first):
        acting = _acting(doc, sentence)
        others = len(acting) == 2 and "UN" not in acting and not assembly_named(doc, sentence)
        return acting if others else ["UN"]
    end = min(name.last + _OWNERS, sentence.last)
    end = next((unit for unit in range(name.last, end) if doc.norms[unit] in (",", ";")), end)
    inside = _inside(doc, sentence, name, end)
    for body in (entry for unit in range(name.first, name.last) if (entry := doc.entry(unit, "body"))):
        inside += [code for code in doc.lexicon.bodies[body.id].parties if code not in inside]
    if len(inside) >= 2:
        return inside
    if inside and (partner := _with(doc, sentence, name, end)) and partner != inside[0]:
        return [partner, inside[0]]
    about = not inside or _speaks(doc, name)  # "tuyên bố chung về hành động của Trung Quốc" is not China's
    if not name.known and about and (doers := _doers(doc, sentence, name, cue)):
        return doers
    here = _acting(doc, sentence)
    members: list[str] = []
    if name.known and (known := doc.lexicon.instruments.get(name.known)):
        members = known.parties
        if formats := [p for code in members if (p := doc.lexicon.parties[code]).kind == "format"]:
            members = [*members, *(member for party in formats for member in party.members)]
        within = {m for code in members if code in doc.lexicon.parties for m in doc.lexicon.parties[code].members}
        named = {
            code for s in doc.sentences if s.story == sentence.story for code in doc.facts["sentence-parties"][s.index]
        }
        if 0 < len(members) <= 3:
            if named.issuperset(members) or _says_all(doc, name, members):
                return list(members)
            if not here and pair_anaphor_in(doc, sentence.first, sentence.last) is not None:
                pair = pair_at(doc, name.first) or ()  # "hai bên nhất trí thực hiện DOC"
                return list(pair) if within.union(members).issuperset(pair) else []
            states = [code for code in here if code in members or code in within]
            return states if len(states) == 2 else []  # others, who only speak of it, do nothing about it
        if not members:
            return []
        if (count := _so_many(doc, sentence, name, cue)) is not None:
            return list(members) if count == len(members) and named.issuperset(members) else []
        return [code for code in here if code in members or code in within]
    if pair_anaphor_in(doc, sentence.first, sentence.last) is not None:
        return list(pair_at(doc, name.first) or inside)
    if len(here) == 2:
        return here
    return inside or _together(doc, sentence, name) or here[:2]


def _so_many(doc: Document, sentence: Sentence, name: Name, cue: int) -> int | None:
    """How many unnamed members are said to do a deed, all of them or those who are left ("CPTPP được ký giữa 11 quốc
    gia", "11 nước còn lại đổi tên TPP"); None where no such number stands by its verb."""
    known = doc.lexicon.instruments[str(name.known)]
    first = max(sentence.first, min(cue, name.first) - _BY_COUNT)
    for unit in range(first, min(max(cue + 1, name.last) + _BY_COUNT, sentence.last - 1)):
        if doc.norms[unit].isdigit() and doc.norms[unit + 1].startswith(_MEMBERS):
            left = "còn lại" in " ".join(doc.norms[unit + 1 : unit + _BY_COUNT])
            if left or int(doc.norms[unit]) == len(known.parties):
                return int(doc.norms[unit])
    return None


def _inside(doc: Document, sentence: Sentence, name: Name, end: int) -> list[str]:
    """The parties from a name to `end`, without those that it is only about or where it was made."""
    aside = {
        m.codes
        for m in mentions_in(doc, name.first, end)
        if len(m.codes) == 1 and (_aside(doc, sentence, m) or _placed(doc, m))
    }
    return [code for code in parties_in(doc, name.first, end) if (code,) not in aside]


def _doers(doc: Document, sentence: Sentence, name: Name, cue: int) -> list[str]:
    """Several parties, or a body of states, that stand as the subject before the verb by which a paper of theirs comes
    about ("các ngoại trưởng ASEAN ra tuyên bố chung về Biển Đông"), whomever it speaks of."""
    deed = doc.entry(cue, "stage") or (doc.entry(cue, "instrument-head") if name.lead and cue == name.first else None)
    if deed is None or deed.attrs.get("stage") not in _BY_DOERS or not sentence.first < cue <= name.first:
        return []
    for subject in reversed(subjects(doc, sentence)):
        if subject.last > cue or not subject.parties or _in_frame(doc, sentence, subject.first):
            continue
        if cue - subject.last > _TO_DEED:
            break
        alone = deed.attrs["stage"] == "agreed" or _speaks(doc, name)  # what it negotiates has another side
        body = alone and subject.parties[0] in doc.lexicon.parties and not is_state(doc, subject.parties[0])
        return list(subject.parties) if len(subject.parties) > 1 or body else []
    return []


def _speaks(doc: Document, name: Name) -> bool:
    head = doc.entry(name.first, "instrument-head")
    return head is not None and bool(head.attrs.get("speaks") or head.attrs.get("lead"))


def _in_frame(doc: Document, sentence: Sentence, unit: int) -> bool:
    """Whether a unit stands in words that only frame something: behind a preposition that begins its stretch between
    commas ("Các ngoại trưởng, sau hội nghị với Trung Quốc, ra …"), or right behind one."""
    comma = next((i for i in range(unit - 1, sentence.first, -1) if doc.norms[i] == ","), sentence.first - 1)
    return doc.entry(comma + 1, "framing", "preposition") is not None or doc.entry(unit - 1, "preposition") is not None


def _with(doc: Document, sentence: Sentence, name: Name, end: int) -> str | None:
    """Who stands before a name behind which it is said with whom it is ("Hàn Quốc chấm dứt hiệp định với Nhật Bản")."""
    behind = next((m for m in mentions_in(doc, name.last, end) if m.how != "place"), None)
    if behind is None or doc.norms[behind.first - 1] != "với":
        return None
    before = [
        (m.last, m.codes[0])
        for m in mentions_in(doc, sentence.first, name.first)
        if not _aside(doc, sentence, m) and not _placed(doc, m)
    ]
    before += [(p.last, p.party) for p in people_in(doc, sentence.first, name.first) if p.party]
    return max(before)[1] if before else None


def _together(doc: Document, sentence: Sentence, name: Name) -> list[str]:
    """Three or more that act together: a list of parties, or of people with their parties."""
    lists = [m.codes for m in mentions_in(doc, sentence.first, name.first) if m.how == "list" and len(m.codes) > 2]
    if lists:
        return list(lists[0])
    first = name.last if name.first <= sentence.first + 1 else sentence.first  # "Trong tuyên bố chung, …"
    last = sentence.last if first == name.last else name.first
    people = dict.fromkeys(p.party for p in people_in(doc, first, last) if p.party)
    return list(people) if 2 < len(people) <= _AT_ONE_TABLE else []


def _actor(doc: Document, sentence: Sentence, cue: int) -> list[str]:
    """Who leaves ("sau khi Mỹ rút khỏi TPP"): named last before the verb, and nobody else."""
    entry = doc.entry(cue, "stage")
    if entry is None or not entry.attrs.get("leaving"):
        return []
    before: list[tuple[int, tuple[str, ...]]] = [
        (m.last, m.codes)
        for m in mentions_in(doc, sentence.first, cue)
        if m.how != "place" and not _aside(doc, sentence, m)
    ]
    before += [(p.last, (p.party,)) for p in people_in(doc, sentence.first, cue) if p.party]
    return list(max(before)[1]) if before else []


def _acting(doc: Document, sentence: Sentence) -> list[str]:
    """The parties of a sentence in order, without those that are only where, beside what or about what something
    happens ("ký ở Chile", "tuyên bố về Syria bên lề hội nghị APEC")."""
    codes = dict.fromkeys(doc.facts["sentence-parties"][sentence.index])
    said = {p.party for p in people_in(doc, sentence.first, sentence.last)}
    for mention in mentions_in(doc, sentence.first, sentence.last):
        if not _aside(doc, sentence, mention) and not _placed(doc, mention):
            said.update(mention.codes)
    return [code for code in codes if code in said]


def _aside(doc: Document, sentence: Sentence, mention: PartyMention) -> bool:
    """Whether a party is only the topic, the source or beside what happens."""
    beside = doc.has("sideline", max(sentence.first, mention.first - _BESIDE), mention.first)
    return beside or doc.entry(mention.first - 1, "about", "according-to") is not None


def _placed(doc: Document, mention: PartyMention) -> bool:
    """Whether a party is only where something happens."""
    return doc.entry(mention.first - 1, "at", "place-preposition") is not None


def _says_all(doc: Document, name: Name, members: list[str]) -> bool:
    """Whether the name itself says whose it is ("Hiệp định thương mại tự do Việt Nam - EU")."""
    low = doc.low[doc.starts[name.first] : doc.ends[name.last - 1]]
    return all(
        any(lower(form) in low for form in doc.lexicon.parties[code].names.get(doc.article.language, []))
        for code in members
        if code in doc.lexicon.parties
    )


def _dates(
    doc: Document, sentence: Sentence, name: Name, record: Instrument, cue: int, *, own_only: bool = False
) -> None:
    """When the stage was reached, where the sentence dates it (`own_only`: nowhere else); until when it runs, where its
    name or the next words say so."""
    reach = _PROLONGED if record.stage == "extended" else 4
    for unit in range(name.first, min(name.last + reach, sentence.last)):
        if unit >= name.last and record.until:
            break  # what follows tells of another ("… giai đoạn 2021-2025 tiếp nối Kế hoạch 2016-2020")
        date = doc.date_at.get(unit)
        if date is None or not date.edtf or (date.rule == "date.years-bare" and unit >= name.last):
            continue  # "hiệp ước hoà bình sau cuộc chiến 1950-1953"
        if date.rule in _OF_NAMES or (date.role == "until" and unit >= name.last - 1):
            record.until = date.edtf.split("/")[-1]
    if record.stage == "negotiating" and (
        told := _since(doc, sentence, name, cue) or _arranged(doc, sentence, name, cue)
    ):
        take_date(record, told)
    if record.stage == "negotiating" or (record.stage == "in-force" and not doc.entry(cue, "takes-effect")):
        return
    if founding := _founding(doc, sentence, cue):
        take_date(record, founding)
        return  # "kỷ niệm 25 năm ký Hiệp ước … trong năm 2019"
    near: list[tuple[int, DateMention]] = []
    for unit in range(sentence.first, sentence.last):
        date = doc.date_at.get(unit)
        if (
            date
            and date.edtf
            and (date.role in ("", "since") or (date.role == "until" and unit < cue))
            and not name.first <= unit < name.last
            and date.rule not in _OF_NAMES
            and not _of_later_deed(doc, name, record.stage, cue, unit)
            and not _of_deed_before(doc, name, record.stage, cue, unit)
            and not _of_what_follows(doc, name, cue, unit)
        ):
            far = min(abs(unit - cue), abs(unit - name.last))
            if far <= _DATE_REACH:
                near.append((far, date))
        elif date and date.role == "anniversary" and date.edtf and unit < name.first and name.first - unit < 4:
            take_date(record, date)
            return
    named = next((d for i in range(name.first, name.last) if (d := doc.date_at.get(i)) and d.rule == "date.year"), None)
    if near:
        date = min(near, key=lambda item: item[0])[1]
        if named and record.stage == "signed" and str(named.edtf) not in str(date.edtf):
            date = named  # "đã ký Hiệp định … năm 2011 và Tuyên bố … năm 2015"
        take_date(record, date)
        return
    if named and record.stage == "signed":  # "ký Hiệp ước đình chiến năm 1953"
        take_date(record, named)
        return
    occasion = occasion_date(doc, sentence)
    if occasion and not own_only and record.stage in ("signed", "agreed") and _reported(doc, sentence, cue):
        record.date, record.date_basis, record.date_reason = (
            occasion.edtf,
            "resolved",
            "the day of the report's occasion",
        )


def _founding(doc: Document, sentence: Sentence, cue: int) -> DateMention | None:
    """The anniversary right before a deed, or before those who did it ("kỷ niệm 25 năm hai nước ký Hiệp ước …")."""
    for unit in range(cue - 1, max(cue - _BESIDE, sentence.first) - 1, -1):
        date = doc.date_at.get(unit)
        if date is not None:
            return date if date.role == "anniversary" else None
        if not doc.entry(unit, "pair", "party"):
            return None
    return None


def _of_later_deed(doc: Document, name: Name, stage: str, cue: int, unit: int) -> bool:
    """Whether a date at a unit is that of another deed, told behind the name ("thoả thuận được ký năm 2015")."""
    deeds = [(str(e.attrs["stage"]), i) for i in doc.units("stage", name.last, unit) if (e := doc.entry(i, "stage"))]
    return cue < name.first and any(
        (deed in _BINDING or doc.norms[i] in COMPLETING) and deed != stage for deed, i in deeds
    )


def _of_deed_before(doc: Document, name: Name, stage: str, cue: int, unit: int) -> bool:
    """Whether a date stands right behind another deed, of another stage ("thoả thuận ký năm 2015 sau khi Mỹ rút khỏi
    …") or of another paper of a list ("Bản ghi nhớ ký năm 2011, Tuyên bố … ký năm 2015")."""
    at = unit - 2 if doc.has("preposition", unit - 1, unit) else unit - 1
    deed = doc.entry(at, "stage")
    if deed is None or at == cue:
        return False
    return deed.attrs["stage"] != stage or at < name.first <= cue


def _of_what_follows(doc: Document, name: Name, cue: int, unit: int) -> bool:
    """Whether a date at a unit is that of what is said or wished behind a paper and a comma ("ra tuyên bố chung, tỏ ý
    sẵn sàng đăng cai Olympic vào năm 2032")."""
    start = max(name.last, cue + 1)
    comma = next((i for i in range(start, unit) if doc.norms[i] == ","), None)
    return comma is not None and any(doc.has(cls, comma, unit) for cls in ("act", "wish", "modal"))


def _date_of_quoted(doc: Document, name: Name, record: Instrument) -> None:
    """The day that a joint statement's name or the words right behind it have."""
    for unit in range(name.first, min(name.last + _BESIDE, len(doc.norms))):
        date = doc.date_at.get(unit)
        if date and date.edtf and not date.role:
            take_date(record, date)
            return
        if not doc.norms[unit] or doc.norms[unit] in (",", ";"):
            return


def _since(doc: Document, sentence: Sentence, name: Name, cue: int) -> DateMention | None:
    """The time since which a text is negotiated ("khởi động đàm phán COC từ năm 2013")."""
    for unit in range(name.last, min(name.last + _SINCE_REACH, sentence.last)):
        date = doc.date_at.get(unit)
        if date and date.role == "since" and date.edtf and "/" not in date.edtf:
            return date
        if doc.norms[unit] in (",", ";") or doc.entry(unit, "act"):
            break
    return None


def _arranged(doc: Document, sentence: Sentence, name: Name, cue: int) -> DateMention | None:
    """The day or month behind a name for which its signing or adoption is arranged ("dự kiến ký Hiệp định … vào ngày
    …"). A year is a goal's (`deadlines`), and what stands before the deed is the day on which it was told."""
    deed = doc.entry(cue, "stage")
    if deed is None or not (deed.attrs.get("open") or doc.norms[cue].startswith(_TO_COME)):
        return None
    for unit in range(max(name.last, cue + 1), min(max(name.last, cue + 1) + _ARRANGED, sentence.last)):
        date = doc.date_at.get(unit)
        if date and date.edtf:
            past = date.role or len(date.edtf) <= _YEAR or _is_past(doc, sentence, date)
            return None if past else date
        if doc.norms[unit] in (",", ";") or doc.entry(unit, "act", "stage", "wish", "past-sign"):
            break
    return None


def _is_past(doc: Document, sentence: Sentence, date: DateMention) -> bool:
    """Whether a date lies before the publication, where that is known."""
    published = doc.article.published if not sentence.story else None
    when, now = edtf.bounds(str(date.edtf)), edtf.bounds(published) if published else None
    return bool(when and now and when[1] < now[0])


def _reported(doc: Document, sentence: Sentence, cue: int) -> bool:
    """Whether a deed is one of those that the report tells of: at its head, of the two sides, or at an occasion ("sau
    hội đàm … chứng kiến lễ ký"); what is told in passing may be of any day."""
    pair = story_pair(doc, sentence.story)
    told = (
        at_head(doc, sentence)
        or any(doc.has(cls, sentence.first, cue) for cls in ("pair", "occasion", "just-told"))
        or (pair is not None and set(pair) <= set(_acting(doc, sentence)))
    )
    return told and not _only_welcomed(doc, sentence, cue)


def _only_welcomed(doc: Document, sentence: Sentence, cue: int) -> bool:
    """Whether a deed is spoken of by somebody ("hoan nghênh việc ký …") or was done lately ("vừa được ký"): the day of
    the report is then not its own."""
    acts = (doc.entry(unit, "act") for unit in doc.units("act", sentence.first, cue))
    lately = doc.norms[cue].startswith("vừa") or doc.norms[cue - 1].startswith("vừa")
    return lately or any(act and act.attrs["act"] != "agree" for act in acts)
