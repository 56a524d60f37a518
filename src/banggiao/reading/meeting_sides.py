"""Who met: the sides of talks by their place in the sentence, not by mere presence in it.

Talks are done by a subject before the verb with an object after it ("X hội đàm với Y"), or are a noun with its
parties behind it ("cuộc gặp giữa X và Y", "cuộc hội đàm với Y, X …"). Visits: `meeting_visits`.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from dataclasses import dataclass, field

from banggiao.reading.document import Document, Sentence
from banggiao.reading.pairs import Pair, leading, pair_anaphor_in, pair_at
from banggiao.reading.parties import PartyMention, mentions_in
from banggiao.reading.people import people_in
from banggiao.reading.people_names import name_tokens
from banggiao.reading.people_posts import is_state
from banggiao.reading.persons import HEADS, PersonMention

_CALLED = 3  # units of what somebody is called
_NEAR = 8  # units before and after a word for talks in which a dyad names its parties
WAY = 12  # units between a word for a visit and its destination
_ENDS = (".", ";", "(")  # what stands behind the end of a list of people
FAR = 3  # units between a word for a journey and a state that no word of the way leads to
_CHAIN = 40  # units of an object with its posts and apposition
_LABEL = 6  # units before those whom a caption shows
_STRANGER = 4  # units behind talks in which the other side is named
_LED = 5  # units of a delegation and of the word by which somebody leads it
_TOLD_BEFORE = 2  # sentences before "the two" in which they are named
_NAMED_BEFORE = 40  # people before "the two leaders" among whom the two are looked for
_MINISTERS = frozenset({"foreign-minister", "defence-minister", "minister"})
_OF_MINISTERS = ("bộ trưởng", "ngoại trưởng", "bộ trưởng ngoại giao", "bộ trưởng quốc phòng")
_OWN_WORDS = 8  # units of what a noun for talks says of itself before it names the sides
_KNOWN = (
    "party",
    "short",
    "metonym",
    "demonym",
    "city",
    "pair",
    "counterpart",
    "institution",
    "collective",
    "post",
    "at",
    "framing",
    "sideline",
    "honorific",
    "delegation",
    "body",
    "occasion",
    "reciprocal",
    "attend",
    "topic",
    "about",
    "name-stop",
    "session-word",
)
_BEFORE_GOING = ("modal", "past-sign", "meeting-sign", "before-verb", "and-also", "manner")
_BEFORE_MEETING = (*_BEFORE_GOING, "party", "short", "joiner", "meets-with", "has-one", "any", "takes-place")
_LEAVES = frozenset({"rời", "rời khỏi"})
_IN_ORDER = frozenset({"để", "vào", "và"})
# Words by which what stands behind a noun for talks is no more said of them.
_NOT_OWN = ("act", "joiner", "occasion", "body", "framing", "post", "of", "news-verb", "topical", "relative", "being")
_GROUPS = ("institution", "collective", "post", "of", "meeting-level", "ministry")


@dataclass(slots=True)
class Sides:
    """Parties and people of one occasion, in the order in which they act. `objects`: the people behind the word.
    `sure`: the words name both sides, not only the context."""

    parties: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    objects: list[PersonMention] = field(default_factory=list)
    sure: bool = False
    stranger: bool = False
    """They are with somebody who is no party ("gặp các doanh nhân")."""
    city: str | None = None
    country: str | None = None

    def add(self, person: PersonMention) -> None:
        """Takes in a person and whom he speaks for."""
        if person.party and person.party not in self.parties:
            self.parties.append(person.party)
        if person.person and person.person.name not in self.people:
            self.people.append(person.person.name)


def people_of(doc: Document, sentence: Sentence) -> list[PersonMention]:
    """The people of a sentence who can be at a meeting: a spokesperson reports it, who invites or sends others need not
    come, nor he whose assistant or wife does, and an expert has an opinion of it."""
    return [
        p
        for p in people_in(doc, sentence.first, sentence.last)
        if "spokesperson" not in (p.person.roles if p.person else p.roles)
        if not doc.entry(p.first - 1, "invited-by")
        if not _only_whose(doc, p)
        if not _expert(doc, p)
        if not _sends(doc, sentence, p)
    ]


def _sends(doc: Document, sentence: Sentence, person: PersonMention) -> bool:
    """Whether somebody sends others ("Tổng thống Moon cử đặc phái viên tới Bình Nhưỡng")."""
    if not doc.has("sends", person.last, sentence.last):
        return False
    unit = person.last
    while unit < sentence.last and (unit in doc.date_at or doc.entry(unit, "past-sign", "meeting-sign", "and-also")):
        if doc.entry(unit, "passive"):
            return False  # "ông Pence được cử thay ông Trump"
        unit += 1
    return unit < sentence.last and doc.entry(unit, "sends") is not None


def _only_whose(doc: Document, person: PersonMention) -> bool:
    """Whether somebody is named only to say whose kin or servant another is ("em gái nhà lãnh đạo Kim Jong-un", "cố vấn
    cấp cao của Tổng thống Donald Trump")."""
    kin = doc.entry(person.first, "attendant")
    if kin and kin.attrs.get("kin"):
        return doc.norms[person.first].endswith("của") or doc.entry(person.first + 1, "post", "honorific") is not None
    before = person.first - 1
    if not doc.entry(before, "of"):
        return False
    return any(
        _stands_by(doc, unit) and all(doc.norms[i][:1].isalnum() for i in range(unit, before))
        for unit in range(max(before - _CALLED, 0), before)
    )


def _stands_by(doc: Document, unit: int) -> bool:
    """Whether a word at a unit is for somebody's assistant or adviser."""
    post = doc.entry(unit, "post")
    return doc.entry(unit, "attendant") is not None or bool(post and post.attrs.get("role") == "senior-official")


def _expert(doc: Document, person: PersonMention) -> bool:
    """Whether somebody without a post is called an expert, here or where else the text has his name."""
    if person.person is None or person.person.roles:
        return _called_expert(doc, person)
    named = not _experts(doc).isdisjoint(person.person.tokens[-1:])
    return named or _called_expert(doc, person)


def _experts(doc: Document) -> set[str]:
    """The last words of the names that a word for an expert stands behind ("X, một chuyên gia"), and of those behind
    one the first too ("giáo sư Triệu Thống", who is "ông Triệu" later)."""
    if "experts" not in doc.facts:
        found: set[str] = set()
        for unit in doc.units("non-speaker", 1, len(doc.norms)):
            entry = doc.entry(unit, "non-speaker")
            comma = unit - 1 - (doc.norms[unit - 1] == "một")
            if entry is None or not entry.attrs.get("thinks"):
                continue
            if doc.norms[comma] in (",", "-") and doc.is_cap(comma - 1):
                found.update(name_tokens(doc, comma - 1, comma)[-1:])
            last = unit + 1
            while doc.is_cap(last):
                last += 1
            for at in {unit + 1, last - 1} if last > unit + 1 else ():
                found.update(name_tokens(doc, at, at + 1))
        doc.facts["experts"] = found
    experts: set[str] = doc.facts["experts"]
    return experts


def _called_expert(doc: Document, person: PersonMention) -> bool:
    """Whether somebody is called an expert right before his name or behind a comma."""
    behind = person.last + 1
    if not doc.has("non-speaker", person.first - 1, behind + 2):
        return False
    behind += behind < len(doc.norms) and doc.norms[behind] == "một"
    called = [doc.entry(unit, "non-speaker") for unit in range(max(person.first - 1, 0), person.name_first)]
    if behind < len(doc.norms) and doc.norms[person.last] == ",":
        called.append(doc.entry(behind, "non-speaker"))
    return any(entry is not None and entry.attrs.get("thinks") for entry in called)


def inviter_in(doc: Document, sentence: Sentence) -> str | None:
    """The party at whose invitation something happens in a sentence."""
    for unit in doc.units("invited-by", sentence.first, sentence.last - 1):
        for person in doc.facts.get("people", ()):
            if person.first == unit + 1:
                return str(person.party) if person.party else None
    return None


def talks(
    doc: Document, sentence: Sentence, first: int, last: int, people: list[PersonMention], taken: list[PersonMention]
) -> Sides:
    """The sides of talks whose word is units `[first, last)`. `taken`: people who are the objects of other talks told
    earlier in the sentence."""
    if _mutual(doc, first):
        return _each_other(doc, sentence, first, [p for p in people if p.last <= first and p not in taken])
    sides = Sides()
    last = past_own_words(doc, sentence, last) if noun_at(doc, first) or "cuộc" in doc.norms[first] else last
    objects, end = _objects(doc, sentence, first, last, people)
    if not objects and (leader := _leader(doc, sentence, last, people)):
        objects, end = [leader], leader.last
    sides.objects = objects
    noun = noun_at(doc, first)
    if not objects and not noun and _goes_on(doc, sentence, first, last):
        sides.stranger = True
        return sides
    before = subject(doc, sentence, first, [p for p in people if p.last <= first and p not in taken])
    if noun and len(before) == 1 and not objects:
        before = [*_telling(doc, before[0], people), *before]
    opens = bool(objects) and not before and not mentions_in(doc, sentence.first, first)
    behind = _subject_behind(doc, end, [p for p in people if p.first >= end]) if noun or opens else []
    if opens and not noun and behind and doc.norms[behind[0].first - 1] != ",":
        behind = []
    if behind and len(doc.quotes(end, behind[0].first)) % 2 and not doc.has("first-person", sentence.first, first):
        behind = []  # "“Triều Tiên nói cần hoãn cuộc gặp”, đại sứ Mỹ nói": she only says so
    if noun and not objects and (pair := _of_the_two(doc, sentence, last)):
        sides.parties, sides.sure = list(pair), True
        there = [p for p in before if p.person and p.party in pair and not _only_speaks(doc, first, p)]
        if not doc.has("pair", last, last + _STRANGER) and {p.party for p in there} != set(pair):
            there = []  # "ông Trump khẳng định cuộc hội đàm Mỹ - Triều sẽ …"
        sides.people = list(dict.fromkeys(p.person.name for p in there if p.person))
        return sides
    if not objects and (codes := group_met(doc, sentence, last)):
        subjects = before or behind
        own = {p.party for p in subjects if p.party}
        if own and own >= set(codes):
            sides.stranger = True  # "trong cuộc họp với các quan chức Mỹ, ông Trump"
            return sides
        if len(own) == 1 and own.isdisjoint(codes):
            for person in subjects:
                sides.add(person)
            body = doc.lexicon.parties.get(codes[0])
            member = len(codes) == 1 and body is not None and own <= set(body.members)
            sides.parties, sides.sure = [*codes] if member else [*sides.parties, *codes], True
            return sides  # NATO's ministers are their own, a member's among them
    both = len({p.party for p in before if p.party}) > 1
    sides.stranger = not objects and not both and _stranger(doc, sentence, last, noun=noun)
    found = [*before, *objects] if before else [*behind, *objects]
    if noun and len({p.party for p in objects if p.party}) > 1 and not (before and _with(doc, last, objects[0])):
        found = objects
    elif noun and not objects and not before:
        found = behind
    for person in found:
        sides.add(person)
    if objects and before and len({p.party for p in found}) == 1:
        return Sides()  # people of one side met among themselves
    if not objects and not noun and len({p.party for p in before}) == 1 and _own(doc, sentence, last, before[0].party):
        return Sides()  # "gặp các đại diện quân đội Venezuela"
    if len(sides.parties) < 2 and not objects:
        for mention in acting_in(doc, last, end + 1):
            sides.parties += [code for code in mention.codes if code not in sides.parties]
    sides.sure = len(sides.parties) > 1
    if sides.sure:
        sides.parties = sides.parties[:3]
        return sides
    return _from_context(doc, sentence, first, last, sides, people)


def two_just_named(doc: Document, sentence: Sentence, first: int) -> list[PersonMention]:
    """The last two people of different parties before "the two" who stand before a word for what they do with each
    other ("Hai người sẽ gặp nhau")."""
    unit = before_going(doc, sentence, first)
    if not doc.entry(unit, "two"):
        return []
    start = doc.sentences[max(sentence.index - _TOLD_BEFORE, 0)].first
    named: dict[str, PersonMention] = {}
    for person in reversed(people_in(doc, start, unit)):
        if person.person and person.party and doc.sentences[doc.sentence_of[person.first]].story == sentence.story:
            named.setdefault(person.party, person)
    two = list(named.values())[:2][::-1]
    return two if len(two) == 2 and len(named) == 2 else []


def leaders_meant(doc: Document, sentence: Sentence, first: int, last: int, parties: list[str]) -> list[str]:
    """The names of those who "the two leaders" are, of whom talks `[first, last)` of two parties are told and who are
    named before ("hai nhà lãnh đạo tiến hành hội đàm", "cuộc gặp giữa hai thủ tướng"); none where one of them is
    not."""
    pairs = [*doc.units("pair", max(sentence.first, first - _NEAR), min(last + FAR, sentence.last))]
    unit = next((i for i in pairs if (e := doc.entry(i, "pair")) and e.attrs.get("leaders")), None)
    if unit is None:
        return []
    between = range(unit + 1 + (doc.norms[unit + 1] == "này"), first)
    if not all(i in doc.date_at or doc.entry(i, *_BEFORE_MEETING) for i in between):
        return []
    wanted = _MINISTERS if doc.norms[unit].endswith(_OF_MINISTERS) else HEADS
    start, story = sentence.first, sentence.story
    names: dict[str, str] = {}
    for person in reversed(doc.facts["people"][: bisect_left(doc.facts["people-starts"], start)][-_NAMED_BEFORE:]):
        if doc.sentences[doc.sentence_of[person.first]].story != story:
            break
        if (
            person.person
            and person.party in parties
            and person.party not in names
            and wanted.intersection(person.roles)
        ):
            names[person.party] = person.person.name
    return [names[code] for code in parties] if len(names) == len(parties) else []


def past_own_words(doc: Document, sentence: Sentence, unit: int) -> int:
    """The word that leads to the sides of talks where the noun for them, which ends before a unit, says something of
    itself first ("cuộc gặp dài 90 phút với …", "cuộc họp kín ở Paris giữa …"); else the unit."""
    for at in range(unit, min(unit + _OWN_WORDS, sentence.last - 1)):
        if doc.entry(at, "meets-with") and doc.entry(at, "preposition"):
            return at
        placed = at in doc.date_at or doc.entry(at - 1, "at", "capital-word") is not None
        other = doc.entry(at, *_NOT_OWN) and not doc.entry(at, "meeting-sign", "at")
        if other or not doc.norms[at][:1].isalnum() or (doc.is_cap(at) and not placed):
            break
    return unit


def group_met(doc: Document, sentence: Sentence, unit: int) -> tuple[str, ...]:
    """The parties for whom those speak who are met as a group without names ("cuộc họp với các bộ trưởng ngoại giao
    ASEAN")."""
    if not (doc.entry(unit, "meets-with") and doc.entry(unit, "preposition")):
        return ()
    end = min(unit + _NEAR, sentence.last)
    group = False
    while unit < end and doc.entry(unit, "meets-with", *_GROUPS):
        group = group or doc.entry(unit, "institution", "collective") is not None
        unit += 1
    mentions = (
        [m for m in mentions_in(doc, unit, sentence.last) if m.first == unit and m.how != "place"] if group else []
    )
    return max(mentions, key=lambda m: m.last).codes if mentions else ()


def _of_the_two(doc: Document, sentence: Sentence, last: int) -> Pair | None:
    """The pair that is named right behind a noun for talks by a word for two, whoever speaks of them ("bà Merkel đánh
    giá cao cuộc gặp giữa hai nhà lãnh đạo")."""
    dyads = {m.first: m.codes for m in mentions_in(doc, last, min(sentence.last, last + _NEAR)) if m.how == "dyad"}
    for unit in range(last, min(sentence.last, last + _STRANGER)):
        if doc.entry(unit, "pair"):
            return pair_at(doc, unit) if unit > last else None
        if len(codes := dyads.get(unit, ())) == 2:
            return codes[0], codes[1]  # "ông Moon nói cuộc gặp Mỹ - Triều sẽ …"
        if not doc.entry(unit, "meets-with", "of"):
            return None
    return None


def _goes_on(doc: Document, sentence: Sentence, first: int, last: int) -> bool:
    """Whether "tiếp" only says that something goes on ("ông Trump viết tiếp"): nobody is named behind it who is
    received, and nobody is said to be ("được Thủ tướng tiếp")."""
    entry = doc.entry(first, "occasion")
    if entry is None or not entry.attrs.get("receives"):
        return False
    passive = doc.units("passive", max(sentence.first, first - WAY), first)
    if passive and not any(doc.norms[unit] in (",", ";", ":", '"') for unit in range(passive[-1], first)):
        return False
    for unit in range(last, min(sentence.last, last + _STRANGER)):
        if unit in doc.date_at or doc.entry(unit, "at"):
            break
        if doc.entry(unit, *_KNOWN) or doc.is_cap(unit):
            return False
    return True


def _mutual(doc: Document, first: int) -> bool:
    """Whether both sides of talks stand before their word ("X và Y gặp nhau")."""
    entry = doc.entry(first, "occasion")
    return entry is not None and bool(entry.attrs.get("mutual"))


def _each_other(doc: Document, sentence: Sentence, first: int, people: list[PersonMention]) -> Sides:
    """The sides of talks that are with each other: all that is named behind the word is something else ("gặp nhau ở
    Argentina"). None where "we" do it, or those of whom but one side is known."""
    sides = Sides()
    if any(doc.entry(unit, "first-person") for unit in range(max(sentence.first, first - _CALLED), first)):
        sides.stranger = True
        return sides
    before = two_just_named(doc, sentence, first) or subject(doc, sentence, first, people)
    for person in before:
        sides.add(person)
    sides.sure = len(sides.parties) > 1
    if sides.sure:
        return sides
    lists = [m for m in mentions_in(doc, sentence.first, first) if m.how in ("dyad", "list") and len(m.codes) > 1]
    named = dict.fromkeys(code for m in acting_in(doc, sentence.first, first) for code in m.codes)
    codes = list(dict.fromkeys([*named, *(p.party for p in people if p.party)]))
    two = pair_anaphor_in(doc, sentence.first, first)
    there = {code for m in mentions_in(doc, first, sentence.last) for code in m.codes}.difference(codes)
    told = [code for code in leading(doc, sentence.story) if code not in there]
    pair = (pair_at(doc, two) if two is not None else told[:2]) or ()
    if lists and first - lists[-1].last <= _NEAR:
        found = list(lists[-1].codes)
    elif two is None and len(codes) == 2:
        found = codes
    else:  # "hai lãnh đạo gặp nhau", "Trump - Tập gặp nhau"
        found = list(pair) if two is not None or sides.parties else []
    if not set(sides.parties) <= set(found):
        found = []
    sides.parties, sides.sure, sides.stranger = found, len(found) > 1, not found
    for person in people:
        if person.party in found and person.person and not _only_speaks(doc, first, person):
            sides.people.append(person.person.name)
    sides.people = list(dict.fromkeys(sides.people))
    return sides


def _with(doc: Document, last: int, person: PersonMention) -> bool:
    """Whether a noun for talks is followed by those with whom somebody talks, not by both sides ("cuộc gặp giữa …")."""
    return any(doc.entry(i, "meets-with") and doc.entry(i, "purpose") for i in range(last, person.first))


def _stranger(doc: Document, sentence: Sentence, unit: int, *, noun: bool) -> bool:
    """Whether talks are with somebody who is no party and speaks for none: behind "với", or right behind a verb, stand
    words among which nothing names a party, a post or those just spoken of."""
    start = unit
    while unit < sentence.last and doc.entry(unit, "meets-with"):
        unit += 1
    if doc.has("joiner", start, unit):
        return False  # "đã hội đàm và dự chiêu đãi": another verb
    if noun and doc.has("non-speaker", unit, min(unit + 1, sentence.last)):
        return True  # "cuộc gặp gỡ các doanh nghiệp"
    if noun and not any(doc.entry(i, "meets-with") and doc.entry(i, "preposition") for i in range(start, unit)):
        return False
    if unit >= sentence.last or not doc.norms[unit][:1].isalpha() or doc.is_cap(unit):
        return False
    if doc.has("non-speaker", unit, min(unit + _CALLED, sentence.last)):
        return True  # "cuộc gặp với một nhóm phóng viên"
    known = range(unit, min(unit + _STRANGER, sentence.last))
    return unit not in doc.date_at and not any(doc.entry(i, *_KNOWN) or doc.is_cap(i) for i in known)


def _own(doc: Document, sentence: Sentence, last: int, party: str | None) -> bool:
    """Whether those behind a verb, up to the next mark, are all of a party."""
    stops = (i for i in range(last, min(sentence.last, last + _NEAR)) if not doc.norms[i][:1].isalnum())
    end = next(stops, min(sentence.last, last + _NEAR))
    return not doc.has("at", last, end) and {code for m in acting_in(doc, last, end) for code in m.codes} == {party}


def acting_in(doc: Document, first: int, last: int) -> list[PartyMention]:
    """The parties of a stretch that are no mere place ("tại Singapore")."""
    return [m for m in mentions_in(doc, first, last) if m.how != "place" and not doc.entry(m.first - 1, "at")]


def _from_context(
    doc: Document, sentence: Sentence, first: int, last: int, sides: Sides, people: list[PersonMention]
) -> Sides:
    """The parties where the people say at most one side: a dyad beside the word, the two of the sentence, the two
    sides of the story."""
    known = sides.parties
    for mention in mentions_in(doc, max(sentence.first, first - _NEAR), min(sentence.last, last + _NEAR)):
        if mention.how in ("dyad", "list") and len(mention.codes) >= 2 and set(known) <= set(mention.codes):
            sides.parties = list(mention.codes)
            sides.sure = True
            break
    else:
        named = [code for m in acting_in(doc, sentence.first, sentence.last) for code in m.codes]
        if known:  # somebody meets nobody "của APEC", "bên lề G20"
            named = [code for code in named if code in known or is_state(doc, code)]
        codes = list(dict.fromkeys([*named, *(p.party for p in people if p.party)]))
        pair = pair_at(doc, first)
        if len(codes) == 2 and set(known) <= set(codes):
            sides.parties = codes
        elif pair_anaphor_in(doc, sentence.first, sentence.last) is not None and pair and set(known) <= set(pair):
            sides.parties = list(pair)
        elif len(known) == 1 and pair_anaphor_in(doc, _behind(sides, sentence), sentence.last) is not None:
            # "Tại cuộc gặp Tổng thống Argentina, hai lãnh đạo khẳng định …": with him whom the story is about
            told = (code for code in leading(doc, sentence.story) if is_state(doc, code) and code not in known)
            sides.parties = [*known, *itertools.islice(told, 1)]
        elif known:
            other = next((c for m in acting_in(doc, last, min(sentence.last, last + _NEAR)) for c in m.codes), None)
            if other and other not in known:
                sides.parties = [*known, other]
            elif pair and set(known) <= set(pair):
                sides.parties = [*known, *(code for code in pair if code not in known)]
        else:
            sides.parties = codes[:2] if len(codes) < 2 else list(pair or ())
    for person in people:
        if known or person.party not in sides.parties or _only_speaks(doc, first, person):
            continue
        if person.person and person.person.name not in sides.people:
            sides.people.append(person.person.name)
    return sides


def _behind(sides: Sides, sentence: Sentence) -> int:
    """The unit behind those with whom somebody talks; the sentence's end where nobody is named so."""
    return sides.objects[-1].last if sides.objects else sentence.last


def _only_speaks(doc: Document, first: int, person: PersonMention) -> bool:
    """Whether a person of a sentence is heard about an occasion ("theo ông X", "X cho biết") and not said to be at it:
    who speaks "tại cuộc gặp", or after "khi gặp …", is at it."""
    if person.first > first and doc.entry(first - 1, "framing", "preposition"):
        return False
    unit = _heard(doc, person)
    return doc.entry(person.first - 1, "according-to") is not None or (
        unit is not None and not doc.entry(unit + 1, "framing")
    )


def _heard(doc: Document, person: PersonMention) -> int | None:
    """The verb of saying right behind a person, if there is one."""
    for unit in range(person.last, person.last + 3):
        if doc.entry(unit, "act"):
            return unit
        if unit not in doc.date_at and not doc.entry(unit, "and-also", "modal"):
            return None
    return None


def noun_at(doc: Document, first: int) -> bool:
    """Whether the word names the occasion ("cuộc gặp", "các cuộc" before "gặp") and no doing ("gặp")."""
    entry = doc.entry(first, "occasion")
    return entry is not None and (not entry.attrs.get("verb") or doc.entry(first - 1, "noun-maker") is not None)


def _objects(
    doc: Document, sentence: Sentence, first: int, unit: int, people: list[PersonMention]
) -> tuple[list[PersonMention], int]:
    """The people right behind a word for talks, and the unit after them."""
    starts = {person.first: person for person in people}
    out: list[PersonMention] = []
    limit = min(sentence.last, unit + _CHAIN)
    end = unit
    while unit < limit:
        person = starts.get(unit)
        if person:
            out.append(person)
            unit = end = person.last
        elif unit in doc.date_at or doc.entry(unit, "meets-with", "party", "short", "metonym", "demonym", "at", "city"):
            unit += 1
            end = unit if not out else end
        elif doc.norms[unit] in (",", "-") or doc.entry(unit, "joiner", "of"):
            following = next((starts[i] for i in range(unit + 1, min(unit + 3, limit)) if i in starts), None)
            if out and following is None:
                break
            if out and doc.norms[unit] == "," and following and following.party != out[-1].party:
                if not _listed(doc, sentence, first, following, people):
                    break  # "tại hội đàm với X, Y nhấn mạnh": behind the comma stands the subject
            if following and doc.norms[unit] == "," and _only_speaks(doc, first, following):
                break  # "hai bên hội đàm, X cho biết"
            unit += 1
        else:
            break
    return out, end


def _leader(doc: Document, sentence: Sentence, unit: int, people: list[PersonMention]) -> PersonMention | None:
    """Who leads the delegation that is met right behind a unit ("tiếp đoàn đại biểu Lào do ông X dẫn đầu")."""
    sent = doc.units("delegation", unit, min(sentence.last, unit + _STRANGER))
    if not sent or doc.has("act", unit, sent[0]):
        return None
    for person in people:
        if not unit < person.first <= unit + WAY or not doc.entry(person.first - 1, "relative"):
            continue
        if any(not doc.norms[i][:1].isalnum() for i in range(sent[0], person.first - 2)):
            return None
        behind = doc.units("attend", person.last, min(sentence.last, person.last + _NEAR))
        leads = doc.entry(behind[0], "attend") if behind else None
        return person if leads and leads.attrs.get("leads") else None
    return None


def _listed(doc: Document, sentence: Sentence, first: int, person: PersonMention, people: list[PersonMention]) -> bool:
    """Whether somebody behind a comma is one more whom the subject of a word for talks meets ("A gặp B, C và D."): with
    those who stand behind him, he ends the sentence or its main clause."""
    if not any(before.last <= first for before in people):
        return False
    end = together(doc, [p for p in people if p.first >= person.first])[-1].last
    return end >= sentence.last or doc.norms[end] in _ENDS or doc.entry(end, "framing", "at", "sideline") is not None


def subject(doc: Document, sentence: Sentence, unit: int, people: list[PersonMention]) -> list[PersonMention]:
    """The last people before a word for talks who stand together ("A và B đã hội đàm"); a clause about something else
    between them and the word parts them from it."""
    group: list[PersonMention] = []
    clause = any((e := doc.entry(unit - 1, word)) and e.attrs.get("clause") for word in ("framing", "before-verb"))
    if clause or _goes_on_with(doc, unit):
        people = _main_subject(doc, people)
    for person in reversed(people):
        gap_end = group[0].first if group else unit
        gap = range(person.last, gap_end)
        if group and not side_by_side(doc, gap):
            break
        if not group and any(doc.norms[i] in (";", ":") for i in gap):
            break
        whose = doc.entry(person.first - 1, "of") is not None and person is not people[0]
        if not group and whose and any(doc.norms[i] == "," for i in gap):
            continue  # "X, cánh tay phải của Y, đã gặp"
        group.insert(0, person)
    return group


def _goes_on_with(doc: Document, unit: int) -> bool:
    """Whether a verb at a unit is joined to one before it, whose subject is its own ("A gặp B và sẽ thăm C")."""
    while doc.entry(unit - 1, "meeting-sign", "past-sign", "modal"):
        unit -= 1
    return doc.entry(unit - 1, "joiner") is not None


def _telling(doc: Document, person: PersonMention, people: list[PersonMention]) -> list[PersonMention]:
    """Who tells something to a person: "A nói với B tại cuộc gặp"."""
    told = doc.entry(person.first - 1, "meets-with") is not None and doc.entry(person.first - 2, "act") is not None
    before = [p for p in people if p.last <= person.first - 2] if told else []
    return [before[-1]] if before and _heard(doc, before[-1]) == person.first - 2 else []


def _main_subject(doc: Document, people: list[PersonMention]) -> list[PersonMention]:
    """Of the people before a clause that names no subject of its own ("A gặp B một tuần sau khi hội đàm với C") those
    up to its main clause's: the objects behind that one's verb are not meant."""
    end = len(people)
    while end > 1 and _is_object(doc, people[end - 1], people[end - 2]):
        end -= 1
    return people[:end]


def _is_object(doc: Document, person: PersonMention, before: PersonMention) -> bool:
    """Whether somebody is met, received or stands with one who is."""
    return doc.entry(person.first - 1, "meets-with", "occasion", "joiner") is not None and not side_by_side(
        doc, range(before.last, person.first)
    )


def side_by_side(doc: Document, gap: range) -> bool:
    """Whether only small words part two people, and what stands in brackets ("X (trái) và Y")."""
    inside = False
    for unit in gap:
        norm = doc.norms[unit]
        if norm in ("(", ")"):
            inside = norm == "("
        elif not inside and norm != "," and not doc.entry(unit, "joiner", "meets-with"):
            return False
    return True


def opens_caption(doc: Document, sentence: Sentence, unit: int) -> bool:
    """Whether a sentence begins with what stands at a unit, or with words for where it is on the picture ("Từ trái qua
    phải: …")."""
    return unit == sentence.first or (doc.norms[unit - 1] == ":" and unit - sentence.first <= _LABEL)


def _subject_behind(doc: Document, unit: int, people: list[PersonMention]) -> list[PersonMention]:
    """The first people behind a noun for talks who stand together: the subject of its clause."""
    return together(doc, people) if people and people[0].first - unit <= _CHAIN else []


def together(doc: Document, people: list[PersonMention]) -> list[PersonMention]:
    """The first of some people in text order, and those who stand with them ("A và B")."""
    group: list[PersonMention] = []
    for person in people:
        if group and not side_by_side(doc, range(group[-1].last, person.first)):
            break
        group.append(person)
    return group


def before_going(doc: Document, sentence: Sentence, unit: int, *, led: bool = True) -> int:
    """The unit where who goes is named, before a word of going: small words, days, what he leaves and whom he leads may
    part the two ("hôm 2/3 bất ngờ tới", "rời Anh để tới", "dẫn đầu phái đoàn tới")."""
    before = unit - 1
    while before > sentence.first:
        if before in doc.date_at or doc.entry(before, *_BEFORE_GOING):
            before -= 1
        elif led and (leads := leads_at(doc, sentence, before)) is not None:
            before = leads - 1
        elif doc.entry(before, "city", "party") and doc.norms[before - 1] in _LEAVES:
            before -= 2
        elif doc.norms[before] in _IN_ORDER and (before - 1 in doc.date_at or doc.entry(before - 1, "city", "party")):
            before -= 1
        else:
            break
    return before


def leads_at(doc: Document, sentence: Sentence, last: int) -> int | None:
    """The word by which somebody leads a delegation that is named right before a unit and at it."""
    start = max(sentence.first, last - _LED)
    if not doc.has("delegation", start, last + 1):
        return None
    leading = (i for i in doc.units("attend", start, last) if (e := doc.entry(i, "attend")) and e.attrs.get("leads"))
    return next((i for i in leading if doc.has("delegation", i, last + 1)), None)


def drill(doc: Document, sentence: Sentence, first: int, last: int) -> list[str]:
    """Whose a joint exercise is: a dyad near the word, the two sides before it ("quân đội hai nước"), or the party
    before it and the one behind "với"."""
    near = mentions_in(doc, max(sentence.first, first - _NEAR), min(sentence.last, last + _NEAR))
    for mention in near:
        if mention.how in ("dyad", "list") and len(mention.codes) > 1:
            return list(mention.codes)
    if (two := pair_anaphor_in(doc, sentence.first, first)) is not None:
        return list(pair_at(doc, two) or ())
    if not doc.entry(min(last, sentence.last - 1), "meets-with"):
        return []
    own = [m for m in near if m.last <= first and not doc.entry(m.first - 1, "place-word", "place-preposition", "at")]
    before = [c for m in own if m.how != "place" for c in m.codes]
    behind = [c for m in near if m.first >= last and m.how != "place" for c in m.codes]
    return [before[-1], behind[0]] if before and behind and before[-1] != behind[0] else []
