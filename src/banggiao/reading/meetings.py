"""Meetings: occasions on which parties met, meet or will meet; one record an occasion.

Each word for an occasion in a sentence gives a candidate with what the sentence says of it: parties and people
(`meeting_sides`, `meeting_visits`), date (`meeting_when`), place (`meeting_where`) and phase (`meeting_phase`), session
and the name of the conference (`meeting_names`).
Candidates of one story that can be the same occasion are joined (`meeting_join`). What is then without date, place,
session and people was only mentioned and gives nothing.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left

from banggiao.model import Meeting
from banggiao.reading import meeting_guests as guests
from banggiao.reading import meeting_phase as phases
from banggiao.reading import meeting_sides as sides
from banggiao.reading import meeting_visits as visits
from banggiao.reading import meeting_when as when
from banggiao.reading import meeting_where as where
from banggiao.reading.dates import take_date
from banggiao.reading.document import Document, Sentence
from banggiao.reading.meeting_each import one_by_one, states_met
from banggiao.reading.meeting_join import Occasion, complete, crown, follow, join, meant, same, told_before
from banggiao.reading.meeting_names import conference_name, further_sessions, is_gathering, is_named_next, session_of
from banggiao.reading.meeting_shown import two_before, two_shown
from banggiao.reading.meeting_sitting import sitting
from banggiao.reading.meeting_stay import days_of, ending_on, first_day, is_end, last_day
from banggiao.reading.meeting_summons import summoned, summons
from banggiao.reading.pairs import pair_at
from banggiao.reading.parties import mentions_in
from banggiao.reading.people_posts import is_state
from banggiao.reading.persons import HEADS, PersonMention

_SITTINGS = ("phiên", "khoá", "kỳ")  # sittings of what is named behind them
_CHAIRS = ("chủ tịch", "chủ nhiệm")  # of the body named behind them
_OPENING = 4  # units before the occasion that "this was" ("Đây cũng sẽ là cuộc gặp")
_GROUP = 3  # units before a body in which those who come from it are named
_MINISTERS = frozenset({"foreign-minister", "defence-minister", "minister"})
_SIDES = 6  # units behind it in which the first of its sides is named
_SIGNINGS = ("lễ ký", "lễ kí", "lễ trao")
_WITNESS = 6  # units between the two who met and the signing that they witness
_OF_TWO = ("talks", "call", "summit")  # forms of which "the two leaders" are told
_TO_HOLD = 4  # units between two and the meeting with the press that they hold
_TO_ATTEND = 2  # units between a word of attending and what one attends
_DAY = 10  # the length of a full day's EDTF
_STARTS = ("occasion", "body", "travel", "glimpse", "gathering", "sitting", "briefing")


def find_meetings(doc: Document) -> None:
    """Adds one Meeting for each occasion of each story."""
    occasions: list[Occasion] = []
    # where a sentence may tell of one, asked once and not of each sentence by each class
    doc.facts["meeting-starts"] = sorted(unit for cls in _STARTS for unit in doc.units_of.get(cls, ()))
    doc.facts["summons"] = summons(doc)
    for sentence in doc.sentences:
        partners = _plus_one(doc, sentence)
        before: Occasion | None = None  # the talks after which the sentence tells of something else
        for candidate in [*partners, *_candidates(doc, sentence)] or _shown(doc, sentence):
            if partners and candidate.parties == partners[0].parties[:1] and not candidate.body:
                continue  # "một loạt hội nghị giữa ASEAN …": the series, whose members were found
            if before:
                follow(before, candidate)
            if candidate.witnessed:
                crown(occasions, candidate)
            home = told_before(occasions, candidate)
            if home and candidate.date and home.sentences[-1] == sentence.index:
                # "… tám tháng sau cuộc gặp hồi tháng 6": beside the one that the sentence tells of
                home = None if when.follows(doc, sentence, candidate.first) else home
            if candidate.back == "bare" or (candidate.back == "known" and not (candidate.date or candidate.city)):
                parties, candidate.parties = candidate.parties, []
                few = candidate.group in ("talks", "call")
                people, candidate.people = candidate.people, [] if few else candidate.people
                home = meant(occasions, candidate)
                if home is None:
                    candidate.parties, candidate.people = parties, people
                    home = told_before(occasions, candidate)
            elif home and (_older(candidate, home) or _older(home, candidate)):
                home = None  # a picture of some months ago
            elif candidate.back == "this":
                home = meant(occasions, candidate) or home
            elif candidate.back in ("frame", "attended") and home is None and not candidate.explicit:
                parties, candidate.parties = candidate.parties, []
                people, candidate.people = candidate.people, []
                home = meant(occasions, candidate)
                if home and candidate.back == "attended" and not _called(home, doc.norms[candidate.first]):
                    home = None
                if home is None:
                    candidate.parties, candidate.people = parties, people
                elif candidate.group == "conference":
                    candidate.people = people  # "Phát biểu tại hội nghị, ông X nói …"
            if home:
                join(home, candidate)
                before = home if when.is_beside(doc, sentence, candidate.first) else before
            elif not candidate.parties:
                doc.drop("meeting", candidate.words, "no-parties")
            elif candidate.back == "glimpse" and not (candidate.date or candidate.city):
                doc.drop("meeting", candidate.words, "nothing-stated")
            elif _stands(candidate) or candidate.explicit:
                occasions.append(candidate)  # a headline may name what the story then dates
            else:
                doc.drop("meeting", candidate.words, "nothing-stated")
    complete(occasions, _states(doc))
    for bare in [o for o in occasions if not _stands(o)]:
        occasions.remove(bare)
        doc.drop("meeting", bare.words, "nothing-stated")
    for occasion in occasions:
        if _at_summits(doc, occasion):
            occasion.form = "summit"
        elif occasion.form in ("talks", "other") and occasion.level and _come(occasion):
            occasion.form = occasion.level
    told = []
    for occasion in occasions:
        if not _told(doc, occasion):
            doc.drop("meeting", occasion.words, "one-party")
        elif _hardly_told(occasion):
            doc.drop("meeting", occasion.words, "nothing-stated")
        else:
            told.append(occasion)
    first = len(doc.records)
    doc.facts["sessions"] = {first + i: (o.body, o.session) for i, o in enumerate(told) if o.body and o.session}
    doc.records += [_record(o) for o in told]


def _shown(doc: Document, sentence: Sentence) -> list[Occasion]:
    """The talks of two whom a caption shows on a day or in a city."""
    found = two_shown(doc, sentence, sides.people_of(doc, sentence))
    if found is None:
        return []
    people, unit = found
    parties = [str(person.party) for person in people]
    occasion = Occasion("talks", sentence.story, [sentence.index], parties, explicit=True, first=unit, back="glimpse")
    occasion.people = [person.person.name for person in people if person.person]
    occasion.rules = ["meeting.shown"]
    occasion.words = doc.span(people[0].first, unit)
    return [occasion] if _frame(doc, sentence, occasion, unit, unit, unit) and occasion.phase == "held" else []


def _held_by_two(doc: Document, sentence: Sentence, unit: int, people: list[PersonMention]) -> bool:
    """Whether two hold a meeting with the press together: one does with the other ("họp báo với Ngoại trưởng X"), or
    both stand before what they preside over."""
    if unit + 2 < sentence.last and doc.entry(unit + 1, "meets-with") and doc.entry(unit + 1, "preposition"):
        with_whom = next((p for p in people if p.first == unit + 2 and p.party), None)
        return with_whom is not None and bool(with_whom.person or mentions_in(doc, unit + 2, with_whom.last))
    if not doc.entry(unit - 1, "attend"):
        return False
    if any(leaders.attrs.get("leaders") for i in range(unit - _TO_HOLD, unit) if (leaders := doc.entry(i, "pair"))):
        return True
    before = sides.subject(doc, sentence, unit, [p for p in people if p.last <= unit])
    return len({p.party for p in before if p.party}) > 1 and unit - before[-1].last <= _TO_HOLD


def _called(occasion: Occasion, noun: str) -> bool:
    return (occasion.mechanism or "").lower().startswith(noun)


def _older(shown: Occasion, home: Occasion) -> bool:
    """Whether a picture with a day shows those who meet at an earlier meeting than the one that a story tells of."""
    edtf = (shown.edtf or "") if shown.back == "glimpse" else ""
    return bool(edtf) and not home.date and (len(edtf) < _DAY or home.phase == "planned")


def _states(doc: Document) -> frozenset[str]:
    parties = doc.lexicon.parties
    codes = {code for sentence in doc.facts["sentence-parties"] for code in sentence}
    return frozenset(code for code in codes if code in parties and parties[code].kind in ("state", "territory"))


def _plus_one(doc: Document, sentence: Sentence) -> list[Occasion]:
    """ "ASEAN + 1 với Nhật Bản, Nga …": an occasion with each partner that the sentence names."""
    if "+" not in doc.text[sentence.start : sentence.end]:
        return []  # as nearly always
    for unit in doc.units("party", sentence.first, sentence.last - 2):
        host = doc.entry(unit, "party")
        if host is None or doc.norms[unit + 1 : unit + 3] != ["+", "1"]:
            continue
        partners = [code for code in doc.facts["sentence-parties"][sentence.index] if code != host.id]
        first = unit - 1 if doc.entry(unit - 1, "occasion") else unit
        out: list[Occasion] = []
        for partner in partners:
            occasion = Occasion("ministerial", sentence.story, [sentence.index], [host.id, partner], explicit=True)
            occasion.mechanism = " ".join(doc.surface(first, unit + 3).split())
            occasion.rules = ["meeting.plus-one"]
            occasion.words = doc.span(first, unit + 3)
            _frame(doc, sentence, occasion, first, unit + 3, unit + 3)
            out.append(occasion)
        return out
    return []


def _between(units: list[int], first: int, last: int) -> list[int]:
    """Those of some rising units that are in `[first, last)`."""
    at = bisect_left(units, first)
    return units[at : bisect_left(units, last, at)]


def _candidates(doc: Document, sentence: Sentence) -> list[Occasion]:
    out: list[Occasion] = []
    last = sentence.first
    starts = _between(doc.facts["meeting-starts"], last, sentence.last)
    called = _between(doc.facts["summons"], last, sentence.last)
    if not starts and not called:
        return out
    people = sides.people_of(doc, sentence)
    for unit in called:
        talks = summoned(doc, sentence, unit, people)
        if talks and _frame(doc, sentence, talks, unit, unit + 1, unit + 1):
            talks.words = doc.span(unit, unit + 1)
            talks.city, talks.country = None, talks.receiver
            out.append(talks)
    taken: list[PersonMention] = []
    for unit in starts:
        entry = doc.entry(unit, *_STARTS)
        if unit < last or entry is None or (entry.cls == "body" and not entry.attrs.get("form")):
            continue
        if entry.cls == "glimpse" and _at_something(doc, sentence, unit):
            continue
        if entry.cls == "gathering" and not is_gathering(doc, unit):
            continue
        last = unit + 1
        words = doc.span(unit, unit + 1)
        if doc.has("negation", max(sentence.first, unit - 2), unit):
            doc.drop("meeting", words, "negated")
            continue
        if entry.cls == "briefing" and not _held_by_two(doc, sentence, unit, people):
            continue
        if entry.cls == "sitting":
            held = sitting(doc, sentence, unit, people)
            if held and _frame(doc, sentence, held, unit, last, last) and (held.date or held.city or held.country):
                held.words = words
                out.append(held)
            continue
        occasion = Occasion(str(entry.attrs["form"]), sentence.story, [sentence.index], [], first=unit)
        occasion.spans = [(sentence.start, sentence.end)]
        if entry.cls in ("body", "gathering") or entry.attrs.get("noun"):
            if doc.entry(unit - 1, "post") and doc.norms[unit - 1].endswith(_CHAIRS):
                doc.drop("meeting", words, "only-spoken-of")
                continue  # "Chủ tịch Đại hội đồng Liên Hợp Quốc"
            name = conference_name(doc, sentence, unit)
            if doc.norms[unit].startswith(_SITTINGS) and is_named_next(doc, sentence, name.last):
                last = name.last
                continue  # "phiên thảo luận cấp cao khoá họp 72 Đại hội đồng": it is that one's
            if entry.attrs.get("numbered") and name.session is None:
                doc.drop("meeting", words, "no-session")
                continue
            occasion.form = name.form
            occasion.mechanism, occasion.acronym, occasion.body = name.title, name.acronym, name.body
            occasion.session, last = name.session, name.last
            occasion.parties, occasion.year = list(name.parties), name.year
            occasion.explicit = bool(name.parties)
            occasion.enlarged = name.enlarged
            occasion.open = bool(name.body and not doc.lexicon.bodies[name.body].parties)
            occasion.rules = [f"meeting.{'conference' if entry.cls == 'occasion' else 'body'}"]
            if name.form == "other" and not name.title and _of_two(doc, sentence, unit, last, people):
                occasion.form = "talks"
                behind = _sides(doc, sentence, occasion, unit, last, people, taken)
            else:
                behind = guests.conference(doc, sentence, occasion, unit, last, people)
            if occasion.form == "ceremony":
                occasion.kind = doc.norms[unit]
                _witnessed(doc, sentence, occasion, unit)
            occasion.noun = True
        elif entry.cls == "travel" and not visits.travels(doc, sentence, unit, people):
            continue
        else:
            occasion.rules = [f"meeting.{entry.cls if entry.cls == 'travel' else occasion.form}"]
            occasion.verb = bool(entry.attrs.get("verb"))
            numbers = ("session-word", "nth") if occasion.form == "talks" else ("session-word",)
            if doc.entry(min(unit + 1, sentence.last - 1), *numbers):
                occasion.session = session_of(doc, sentence, unit + 1)[0]
            behind = _sides(doc, sentence, occasion, unit, last, people, taken)
            if not occasion.verb and _at_summits(doc, occasion):
                occasion.session = session_of(doc, sentence, unit + 1)[0]
            if occasion.form == "visit" and (retinue := visits.retinue(doc, sentence, unit, people)):
                occasion.parties = occasion.parties or [str(retinue[0].party)]
                occasion.people = list(dict.fromkeys(p.person.name for p in retinue if p.person))
            elif occasion.form == "visit" and not occasion.explicit and visits.is_direct(doc, unit):
                doc.drop("meeting", words, "no-parties")
                continue
            if occasion.stranger:
                doc.drop("meeting", words, "no-parties")
                continue
            both = entry.cls == "glimpse" and two_before(doc, sentence, unit, people)
            if entry.attrs.get("loose") and not (both or any(last <= p.first <= last + 1 for p in people)):
                doc.drop("meeting", words, "only-spoken-of")
                continue
        occasion.words = words
        if occasion.form in ("talks", "other"):
            occasion.level = _level(doc, sentence, occasion, unit, last, people)
        further = doc.entry(last, "further") if last < sentence.last else None
        occasion.another = further is not None
        if len(occasion.parties) == 2 and occasion.form in ("summit", "talks") and _three(doc, unit, last):
            _of_three(doc, sentence, occasion, unit)
        if not entry.attrs.get("verb") and entry.cls != "glimpse":
            occasion.back = "" if further else _points_back(doc, sentence, occasion, unit, last, behind)
        if not _frame(doc, sentence, occasion, unit, last, behind):
            doc.drop("meeting", words, "only-spoken-of")
            continue
        if further and further.attrs.get("ahead") and not occasion.told and not occasion.date:
            occasion.phase, occasion.told = "planned", True
        if entry.cls == "glimpse":
            if not _shows(occasion):
                doc.drop("meeting", words, "only-spoken-of")
                continue
            occasion.back = "glimpse"
        if _any(doc, sentence, occasion, unit):
            doc.drop("meeting", words, "any-such")
            continue
        if _before_or_after(doc, sentence, unit):
            people = [person for person in people if person not in occasion.met]
        if out and _is_told_of(doc, out[-1], occasion, unit):
            join(out[-1], occasion)
            continue
        press = entry.cls == "briefing"
        two = (press or occasion.form in _OF_TWO) and not occasion.people and len(occasion.parties) == 2
        if two and (press or further or occasion.verb or occasion.date or occasion.city or occasion.country):
            occasion.people = sides.leaders_meant(doc, sentence, unit, last, occasion.parties)
        out += one_by_one(doc, sentence, occasion)
        if occasion.session:
            out += [occasion.but(session=n) for n in further_sessions(doc, sentence, last, occasion.session)]
    for visit in out:
        if (
            visit.form == "visit"
            and visit.date
            and len(visit.parties) > 1
            and when.is_frame(doc, sentence, visit.first)
        ):
            _date_talks(visit, out)
    for visit, other in itertools.pairwise(out):
        if visit.country and visit.form == "visit" and _of_journey(doc, other):
            other.country = visit.country
    for talks in out:
        if talks.form == "talks" and any(_on_margins(doc, sentence, talks, other) for other in out):
            talks.margin = sentence.index
    return out


def _date_talks(visit: Occasion, told: list[Occasion]) -> None:
    """Gives talks that a sentence tells to have been on a visit its days, where they have none of their own ("gặp ông X
    trong chuyến thăm Việt Nam tháng 9-2016")."""
    for talks in told:
        if talks.form == "talks" and not (talks.date or talks.timed) and set(talks.parties) == set(visit.parties):
            talks.date, talks.shared = visit.date, True


def _before_or_after(doc: Document, sentence: Sentence, unit: int) -> bool:
    """Whether a sentence begins with talks before or after which the rest happens ("Trước khi gặp ông X, …"): who is
    met at them is at nothing that it goes on to tell."""
    frame = doc.entry(unit - 1, "framing") if unit - 1 == sentence.first else None
    return frame is not None and bool(frame.attrs.get("clause"))


def _of_journey(doc: Document, other: Occasion) -> bool:
    """Whether a conference that names no place is what a journey told before it is for as well ("thăm Nhật Bản và dự
    Hội nghị …")."""
    if other.group not in ("conference", "summit") or other.city or other.country:
        return False
    unit = next(iter(doc.units("attend", other.first - _TO_ATTEND, other.first)), None)
    return unit is not None and (doc.norms[unit - 1] == "," or doc.entry(unit - 1, "joiner") is not None)


def _on_margins(doc: Document, sentence: Sentence, talks: Occasion, other: Occasion) -> bool:
    """Whether talks are held on the margins of another occasion of their sentence ("gặp ông X bên lề hội nghị", "gặp
    ông X tại hội nghị")."""
    if other.group not in ("conference", "summit"):
        return False
    if doc.has("sideline", max(sentence.first, other.first - 2), other.first):
        return True
    frame = doc.entry(other.first - 1, "framing")
    if frame is None or frame.attrs.get("beside") or other.first < talks.first or not other.mechanism:
        return False
    return not doc.has("act", talks.first, other.first) and not doc.parted(talks.first, other.first)


def _witnessed(doc: Document, sentence: Sentence, occasion: Occasion, unit: int) -> None:
    """Notes of a signing that the two who met are at it ("hai Thủ tướng đã chứng kiến lễ ký …")."""
    if not occasion.kind.startswith(_SIGNINGS):
        return
    for before in range(unit - 1, max(sentence.first, unit - _WITNESS) - 1, -1):
        pair = doc.entry(before, "pair")
        if pair:
            codes = pair_at(doc, before) if pair.attrs.get("leaders") else None
            if codes and doc.has("attend", before, unit):
                occasion.parties, occasion.witnessed = list(codes), True
            return
        if not doc.norms[before][:1].isalnum() or doc.entry(before, "act"):
            return


def _is_told_of(doc: Document, before: Occasion, occasion: Occasion, unit: int) -> bool:
    """Whether a noun says what the one before it in the sentence was ("Hội nghị ở Rome năm ngoái là cuộc họp đầu tiên
    mà …"): what stands between them is of both."""
    if not (before.noun and occasion.noun) or not doc.norms[unit - 1].endswith("là"):
        return False
    return not doc.parted(before.first, unit) and same(before, occasion)


def _sides(
    doc: Document,
    sentence: Sentence,
    occasion: Occasion,
    first: int,
    last: int,
    people: list[PersonMention],
    taken: list[PersonMention],
) -> int:
    """Who meets, or who visits whom; the unit behind the word and those named with it."""
    if occasion.form == "visit":
        found = visits.visit(doc, sentence, first, last, people)
    else:
        found = sides.talks(doc, sentence, first, last, people, taken)
        taken += found.objects
        there = [p for p in people if p.person and p.person.name in found.people]
        entry = doc.entry(first, "occasion")
        if entry and entry.attrs.get("receives") and found.parties:
            host = next(
                (p.party for p in there if p.last <= first and p.person and p.person.name == found.people[0]), None
            )
            occasion.receiver = host or found.parties[0]
        occasion.heads = all(HEADS.intersection(p.roles) for p in there) if there else _of_leaders(doc, sentence, last)
    occasion.parties, occasion.people, occasion.explicit = found.parties, found.people, found.sure
    occasion.stranger, occasion.met = found.stranger, found.objects
    occasion.city, occasion.country = found.city, found.country
    return guests.behind(doc, last, found.objects)


def _of_two(doc: Document, sentence: Sentence, unit: int, last: int, people: list[PersonMention]) -> bool:
    """Whether a meeting that only a common noun names is talks: "cuộc họp với Ngoại trưởng …", "X và Y có cuộc họp"."""
    behind = sides.past_own_words(doc, sentence, min(last, sentence.last - 1))  # "cuộc họp hôm 3/5 với …"
    if doc.entry(behind, "meets-with") and (doc.entry(behind, "preposition") or not doc.entry(behind, "joiner")):
        return True  # not "tuyên bố của hội nghị và …"
    if not doc.entry(unit - 1, "has-one"):
        return False
    before = sides.subject(doc, sentence, unit, [p for p in people if p.last <= unit])
    return len({p.party for p in before if p.party}) == 2


def _at_summits(doc: Document, occasion: Occasion) -> bool:
    """Whether talks are those of the leaders of two states that meet at summits only."""
    if occasion.form != "talks" or len(occasion.parties) != 2:
        return False
    if not occasion.heads or len(occasion.people) not in (0, 2):
        return False
    one, other = (doc.lexicon.parties.get(code) for code in occasion.parties)
    return one is not None and other is not None and (other.code in one.summits_with or one.code in other.summits_with)


def _of_leaders(doc: Document, sentence: Sentence, last: int) -> bool:
    """Whether talks are told to be those of the leaders of a pair ("cuộc gặp giữa lãnh đạo hai nước")."""
    pairs = (doc.entry(unit, "pair") for unit in doc.units("pair", last, min(last + _SIDES, sentence.last)))
    return any(pair is not None and pair.attrs.get("leaders") for pair in pairs)


def _level(
    doc: Document, sentence: Sentence, occasion: Occasion, first: int, last: int, people: list[PersonMention]
) -> str | None:
    """At which level the states of a body meet, or meet somebody else, where those who come are named as a group before
    it ("cuộc gặp với các ngoại trưởng ASEAN")."""
    parties = doc.lexicon.parties
    bodies = {code for code in occasion.parties if code in parties and not is_state(doc, code)}
    if not bodies:
        return None
    for body in mentions_in(doc, max(sentence.first, first - _SIDES), min(sentence.last, last + _SIDES)):
        if bodies.isdisjoint(body.codes) or any(p.person and p.first < body.last <= p.last for p in people):
            continue
        for unit in range(body.first - 1, max(sentence.first, body.first - _GROUP) - 1, -1):
            group = doc.entry(unit, "meeting-level", "post")
            if group and group.cls == "meeting-level":
                return str(group.attrs["form"])
            if group and group.attrs.get("role") in _MINISTERS:
                return "ministerial"
    return None


def _come(occasion: Occasion) -> bool:
    """Whether a meeting with a body's leaders is with a leader ("Phó Tổng thống Pence gặp các nhà lãnh đạo ASEAN" is
    no summit)."""
    return occasion.level != "summit" or occasion.heads or not occasion.people


def _three(doc: Document, first: int, last: int) -> bool:
    """Whether an occasion is one of three sides ("hội nghị thượng đỉnh ba bên")."""
    return any(doc.norms[unit].endswith("ba bên") for unit in range(first, last + 1))


def _of_three(doc: Document, sentence: Sentence, occasion: Occasion, unit: int) -> None:
    """Adds the third side of an occasion of three where its sentence speaks of three states, or does so before it."""
    before = [code for mention in mentions_in(doc, sentence.first, unit) for code in mention.codes]
    for named in (before, [*before, *occasion.parties], doc.facts["sentence-parties"][sentence.index]):
        states = dict.fromkeys(code for code in named if is_state(doc, code))
        if len(states) == 3 and set(occasion.parties) < set(states):
            occasion.parties += [code for code in states if code not in occasion.parties]
            return


def _frame(doc: Document, sentence: Sentence, occasion: Occasion, first: int, last: int, behind: int) -> bool:
    """When and where, and whether it lies ahead; False for what is only spoken of. `behind`: the unit behind those who
    are named with it, where signs of the future stand ("cuộc gặp giữa X và Y bị hoãn")."""
    occasion.spans = [(sentence.start, sentence.end)]
    date = when.date_of(doc, sentence, first, last)
    if date and len(date.edtf or "") == _DAY and doc.entry(first, "gathering") and doc.entry(first - 1, "sideline"):
        date = None  # "gặp ông X bên lề G7 hôm 25/8": the day is of those who met
    if date is None and occasion.year is not None:
        date = when.named_year(doc, occasion.year)
    date = date or when.opening_day(doc, sentence, first, last)
    untold = when.untold_day(doc, sentence, first, last) if date is None else None
    if occasion.form == "visit":
        occasion.days = days_of(doc, sentence, last)
        if date is None:
            date = when.days_of_both(doc, sentence, last)
            occasion.shared = date is not None
        elif occasion.days and phases.is_ending(doc, first):
            date, occasion.days = ending_on(date, occasion.days), None
    if occasion.group in ("visit", "summit", "conference"):
        if is_end(date):
            occasion.end, date = date, first_day(doc, sentence, date)
        elif date:
            occasion.end = last_day(doc, sentence, date, last)
    phase, occasion.date, told = phases.whether(doc, sentence, date or untold, first, behind)
    if phase != "cancelled" and doc.has("meeting-sign", last, behind):  # "cuộc hội đàm sắp diễn ra giữa X và Y"
        phase, occasion.date, told = phases.whether(doc, sentence, date or untold, first, last)
    if untold:
        occasion.date, occasion.timed = None, True
    entry = doc.entry(first, "occasion")
    occasion.told = told or bool(entry and entry.attrs.get("verb"))
    if occasion.form not in ("visit", "call"):
        many = occasion.group in ("conference", "summit")
        city, country = where.place_of(doc, sentence, first, last, behind, conference=many)
        if not city and not country and many:
            city, country = _named_after(doc, occasion, first, last)
        venue = None if city or country else where.venue_of(doc, sentence, occasion.parties)
        occasion.city, occasion.country = city or occasion.city, country or venue or occasion.country
    occasion.phase = phase or occasion.phase
    if occasion.open and occasion.country and not occasion.people:
        occasion.parties = [occasion.country]
    welcomed = occasion.form == "ceremony" and len(occasion.parties) == 1 and is_state(doc, occasion.parties[0])
    if welcomed and occasion.country and occasion.country not in occasion.parties:
        occasion.parties.append(occasion.country)
    return phase is not None


def _named_after(doc: Document, occasion: Occasion, first: int, last: int) -> tuple[str | None, str | None]:
    """The city, and its country, that a conference's own name says."""
    series = doc.lexicon.bodies[occasion.body] if occasion.body and doc.entry(first, "body") else None
    return (series.city, series.country) if series and series.city else where.namesake(doc, first, last)


def _points_back(doc: Document, sentence: Sentence, occasion: Occasion, first: int, last: int, behind: int) -> str:
    """How an occasion's noun points back: "bare" where it begins a sentence that goes on to tell of it ("Cuộc gặp diễn
    ra …"), "known" where it ends what is said of it ("… kết quả cuộc gặp."), "frame" where it only frames what follows
    ("Sau cuộc gặp, …"), "this" where that is what "this" was of those who are named with it ("Đây là cuộc gặp đầu tiên
    giữa …")."""
    alone = behind == last and occasion.group in ("talks", "call")
    if first == sentence.first and last == first + 1 and (alone or not occasion.explicit):
        return "bare" if last < sentence.last and doc.entry(last, "name-stop", "past-sign") else ""
    if (
        doc.norms[first - 1] == "là"
        and doc.entry(sentence.first, "occasion")
        and "," not in doc.norms[sentence.first : first]
    ):
        return "this"  # "Hội nghị Cấp cao ASEAN lần thứ 33 là Hội nghị Cấp cao lần thứ hai trong năm"
    head = doc.entry(first - 1, "framing", "attend") if first - 1 <= sentence.first + 1 else None
    if head and behind == last < sentence.last and doc.norms[last] == "," and not occasion.mechanism:
        return "frame"
    bare = last == first + 1 == behind and not occasion.mechanism
    closes = last >= sentence.last or not doc.norms[last][:1].isalnum()
    if bare and closes and doc.entry(first - 1, "attend"):
        return "attended"  # "… tham dự hội nghị."
    if bare and closes and alone and not occasion.explicit and doc.norms[first - 1] != "một":
        return "known"
    named = occasion.explicit or behind > last or doc.has("party", last, min(last + _SIDES, sentence.last))
    return "this" if named and doc.norms[sentence.first] == "đây" and first - sentence.first <= _OPENING else ""


def _at_something(doc: Document, sentence: Sentence, unit: int) -> bool:
    """Whether a sentence that shows two who meet says at what, or that one does not want to."""
    named = any(doc.has(cls, sentence.first, sentence.last) for cls in ("occasion", "body"))
    return named or doc.has("refusal", max(sentence.first, unit - 2), unit)


def _shows(occasion: Occasion) -> bool:
    """Whether nobody is shown but two who meet: "Ông X bắt tay ông Y tại Paris ngày 2/3", not "cái bắt tay giữa X và
    Y"."""
    two = len(occasion.people) == len(occasion.parties) == 2 and len(occasion.met) <= 1
    return occasion.explicit and two and occasion.phase == "held"


def _any(doc: Document, sentence: Sentence, occasion: Occasion, first: int) -> bool:
    """Whether the words mean any such occasion and not one ("các chuyến thăm cấp cao", "mọi cuộc thảo luận",
    "9 vòng đàm phán")."""
    before = max(sentence.first, first - 1)
    numbers: dict[str, int] = doc.lexicon.grammar["vi/amounts"]["numbers"]
    counted = before < first and numbers.get(doc.norms[before], 0) > 1
    counted = counted or (before < first and doc.norms[before].isdigit())
    if counted and not occasion.session and (occasion.date is None or occasion.date.role == "since"):
        return True
    if doc.norms[first + 1] == "nào":
        return True
    many = doc.has("any", before, first + 1)
    met = [mention for mention in occasion.met if mention.person]
    if many and occasion.explicit and states_met(doc, sentence, occasion):
        return False  # "có các cuộc gặp với lãnh đạo Lào, Thái Lan"
    if many and occasion.explicit and len(met) == 1 and len(occasion.people) == len(occasion.parties) == 2:
        return False  # "nêu trong các cuộc gặp với X", not "các cuộc gặp giữa A và B"
    if many and len(met) > 1 and not {mention.party for mention in met}.issuperset(occasion.parties):
        return False  # "có các cuộc gặp với Thủ tướng A, Thủ tướng B", not "các cuộc gặp giữa A và B"
    return many and not (occasion.date and occasion.explicit) and not occasion.session and not occasion.body


def _stands(occasion: Occasion) -> bool:
    """Whether a candidate may begin an occasion of its own: it says something of itself."""
    if occasion.form == "visit" and not occasion.explicit:
        return bool(occasion.date or occasion.people)
    numbered = occasion.session
    if numbered == 1 and not occasion.mechanism and occasion.form != "summit":
        numbered = None  # "cuộc họp nội các đầu tiên", "những vòng đàm phán đầu tiên"
    if occasion.form == "other" and occasion.noun and not occasion.mechanism and not numbered:
        return bool(occasion.date)
    return bool(occasion.date or occasion.timed or occasion.people or numbered or occasion.city or occasion.country)


def _told(doc: Document, occasion: Occasion) -> bool:
    """Meetings inside one state are not recorded; a forum of many states may have a guest of one."""
    if len(occasion.parties) > 1 or occasion.open:
        return bool(occasion.parties)
    party = doc.lexicon.parties.get(occasion.parties[0])
    return party is not None and party.kind not in ("state", "territory")


def _hardly_told(occasion: Occasion) -> bool:
    """Whether of an occasion only the name of one is told who was there, or who speaks of it: its own words name no two
    sides. Of the labelled articles' ten such two were right, and a third of fifty from the press."""
    told = occasion.date or occasion.city or occasion.country or occasion.mechanism or occasion.session
    return not (occasion.explicit or occasion.form == "visit" or told or len(occasion.people) > 1)


def _record(occasion: Occasion) -> Meeting:
    record = Meeting(
        parties=occasion.parties,
        form=occasion.form,
        phase=occasion.phase,
        city=occasion.city,
        country=occasion.country,
        mechanism=occasion.mechanism or None,
        session=occasion.session,
        people=occasion.people,
        evidence=occasion.spans,
        rules=occasion.rules,
        story=occasion.story,
    )
    if occasion.date:
        take_date(record, occasion.date)
    return record
