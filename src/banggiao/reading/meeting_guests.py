"""Whose a conference is, and who is said to take part in it."""

from __future__ import annotations

from banggiao.reading import meeting_sides as sides
from banggiao.reading import meeting_when as when
from banggiao.reading.document import Document, Sentence
from banggiao.reading.meeting_join import Occasion
from banggiao.reading.pairs import leading, pair_anaphor_in, pair_at, story_pair
from banggiao.reading.parties import mentions_in
from banggiao.reading.people import people_in
from banggiao.reading.persons import HEADS, PersonMention

_WELCOMES = ("lễ đón", "lễ ký", "quốc yến", "tiệc chiêu đãi")  # of two states, though one alone may be named
_SAYING = frozenset({"say", "support", "concern", "oppose"})  # acts by which one speaks of what others do
_AT_VERB = 2  # units between those who attend and the word for it
_OPENING = 3  # units before a conference that a sentence begins with ("Phát biểu tại Hội nghị …")


def conference(
    doc: Document, sentence: Sentence, occasion: Occasion, first: int, last: int, people: list[PersonMention]
) -> int:
    """Whose conference it is and who is said to take part; the unit behind the name and those named with it. A summit
    of two is its two heads'."""
    two = occasion.form == "summit" and len(occasion.parties) in (0, 2)
    found = sides.talks(doc, sentence, first, last, people, []) if two or occasion.form == "ceremony" else None
    beside = when.is_beside(doc, sentence, first)
    own = found and (not beside or behind(doc, last, found.objects) > last)
    if two and found and own and not occasion.parties and found.sure and _heads(found.objects):
        occasion.parties, occasion.explicit = found.parties, True
    if not occasion.parties and _of_others(doc, sentence, occasion, first):
        pass  # "Hai bên thảo luận về hội nghị thượng đỉnh ở Singapore"
    elif not occasion.parties and occasion.form != "exercise":
        occasion.parties = _circle(
            doc,
            sentence,
            first,
            last,
            beside=beside and occasion.form == "summit",
            welcome=doc.norms[first].startswith(_WELCOMES),
        )
        if two and not occasion.parties and _only_a_summit(doc, sentence, occasion, first, last):
            occasion.parties = _two_heads(people)
    elif not occasion.parties:  # most are of one state alone
        occasion.parties = sides.drill(doc, sentence, first, last)
        occasion.explicit = bool(occasion.parties)
    there = [p for p in found.objects if not (two and beside) or _heads([p])] if found else []
    parties = doc.lexicon.parties
    states = [code for code in occasion.parties if code in parties and parties[code].kind in ("state", "territory")]
    theirs = len(occasion.parties) > 1 and len(states) == len(occasion.parties)
    met: list[PersonMention] = []
    for person in people:
        if theirs and person.party and person.party not in states:
            continue  # who speaks of the summit of two others is not at it
        head = two and person.party in occasion.parties and _heads([person]) and not _has_head(person, met)
        if head or person in there or _takes_part(doc, sentence, person, people, first, last):
            if person.person and person.person.name not in occasion.people:
                occasion.people.append(person.person.name)
                met.append(person)
                if occasion.enlarged and person.party and not _holds(doc, occasion.parties, person.party):
                    occasion.guests.append(person.party)
    if occasion.open and occasion.people:
        occasion.parties = list(
            dict.fromkeys(p.party for p in people if p.party and p.person and p.person.name in occasion.people)
        )
    return behind(doc, last, there)


def behind(doc: Document, last: int, objects: list[PersonMention]) -> int:
    """The unit behind a word and the people named with it: no comma parts them."""
    for person in objects:
        if person.first < last or "," in doc.norms[last : person.first]:
            break
        last = person.last
    return last


def _holds(doc: Document, bodies: list[str], party: str) -> bool:
    """Whether a party is one of some bodies or a member of one; nobody is a guest of a body whose members the lexicon
    does not hold."""
    parties = doc.lexicon.parties
    members = [parties[code].members for code in bodies if code in parties]
    return party in bodies or any(not m or party in m for m in members)


def _heads(people: list[PersonMention]) -> bool:
    """Whether they are all heads of state, government or party, or say no post."""
    return all(HEADS.intersection(p.roles) or not p.roles for p in people if p.person)


def _has_head(person: PersonMention, met: list[PersonMention]) -> bool:
    """Whether another of a person's side is the head who is at a summit."""
    return any(other.party == person.party and _heads([other]) for other in met)


def _only_a_summit(doc: Document, sentence: Sentence, occasion: Occasion, first: int, last: int) -> bool:
    """Whether nothing but the noun names a summit, at which something else is told and which is none with others."""
    if occasion.mechanism or occasion.session or when.is_topic(doc, sentence, first):
        return False
    beside = doc.has("sideline", max(sentence.first, first - 2), first)
    return not beside and not doc.entry(min(last, sentence.last - 1), "meets-with")


def _two_heads(people: list[PersonMention]) -> list[str]:
    """The states of the heads of just two that a sentence names ("Trump thảo luận về Triều Tiên với Tổng thống Nga
    Vladimir Putin trong hội nghị thượng đỉnh tại Phần Lan"), else nothing."""
    heads = list(dict.fromkeys(p.party for p in people if p.party and HEADS.intersection(p.roles)))
    return heads if len(heads) == 2 and {p.party for p in people if p.party} == set(heads) else []


def _takes_part(
    doc: Document, sentence: Sentence, person: PersonMention, people: list[PersonMention], start: int, end: int
) -> bool:
    """A person takes part in a conference where a word of attending stands between the two or right beside them; of
    several who stand together, all do ("do A và B đồng chủ trì")."""
    if doc.has("sideline", max(sentence.first, start - 2), start) or when.is_topic(doc, sentence, start):
        return False
    if person.last > start and _speaks_at(doc, sentence, person, people, start, end):
        return True
    if person.last <= start and (
        _said_at(doc, sentence, person, start) or _shown_at(doc, sentence, person, people, start)
    ):
        return True
    if person.last <= start and _met_before(doc, person, people, start):
        return False
    if person.last <= start:
        words = doc.units("attend", max(person.last - 4, sentence.first), min(start + 4, sentence.last))
        return any(
            (unit + 1 >= start or not doc.entry(unit + 1, "stage"))
            and not _others_attend(doc, person, people, unit)
            and not (when.in_clause(doc, unit, start) and any(unit < p.first < start for p in people))
            for unit in words
        )  # not "tham gia ký kết … tại hội nghị", nor "phát biểu … sau khi ông Y huỷ hội nghị"
    group = sides.together(doc, [p for p in people if p.first >= person.first])
    behind = group[-1].last if group else person.last
    if _met_elsewhere(doc, person, end, behind):
        return False
    return doc.has("attend", max(end - 4, sentence.first), min(behind + 4, sentence.last))


def _met_before(doc: Document, person: PersonMention, people: list[PersonMention], start: int) -> bool:
    """Whether somebody is met by who then attends a conference ("gặp Tổng thư ký, dự lễ kỷ niệm"), alone or with
    others who are."""
    first = person.first
    for other in reversed([p for p in people if p.last < first]):
        if not all(doc.norms[unit] == "," or doc.entry(unit, "joiner") for unit in range(other.last, first)):
            break
        first = other.first
    verb = doc.entry(first - 1, "occasion")
    return bool(verb and verb.attrs.get("verb") and verb.attrs["form"] == "talks") and any(
        doc.norms[unit] in (",", ";") or doc.entry(unit, "joiner") for unit in range(person.last, start)
    )


def _met_elsewhere(doc: Document, person: PersonMention, end: int, behind: int) -> bool:
    """Whether somebody behind a conference is one whom somebody else meets ("Dự hội nghị, ông X đã gặp ông Y"), and no
    word of attending follows the verb for that."""
    verbs = [
        i for i in doc.units("occasion", end, person.first) if (e := doc.entry(i, "occasion")) and e.attrs.get("verb")
    ]
    return bool(verbs) and not doc.has("attend", verbs[-1], behind + _AT_VERB)


def _of_others(doc: Document, sentence: Sentence, occasion: Occasion, first: int) -> bool:
    """Whether a summit is what two sides speak of, so that it need not be theirs."""
    if occasion.form != "summit" or not when.is_topic(doc, sentence, first):
        return False
    return pair_anaphor_in(doc, sentence.first, first) is not None


def _others_attend(doc: Document, person: PersonMention, people: list[PersonMention], unit: int) -> bool:
    """Whether somebody only says of others that they attend ("bà Merkel cho biết Đức mời Việt Nam dự hội nghị")."""
    acts = [i for i in doc.units("act", person.last, unit) if (e := doc.entry(i, "act")) and e.attrs["act"] in _SAYING]
    if not acts:
        return False
    if any(p.person and p.person is not person.person and acts[0] < p.first < unit for p in people):
        return True
    goers = [m for m in mentions_in(doc, acts[0] + 1, unit) if unit - m.last <= _AT_VERB and m.how != "place"]
    return any(not doc.entry(m.first - 1, "at", "travel", "setting-out") for m in goers)


def _speaks_at(
    doc: Document, sentence: Sentence, person: PersonMention, people: list[PersonMention], start: int, end: int
) -> bool:
    """Whether a sentence begins with a conference and goes on with somebody who says something: "Tại hội nghị, X
    nói"."""
    opening = doc.has("framing", sentence.first, min(sentence.first + _OPENING, start))
    if (
        not opening
        or when.is_beside(doc, sentence, start)
        or next((p for p in people if p.first >= end), None) is not person
    ):
        return False
    if doc.norms[person.first - 1] != "," or doc.has("act", sentence.first + _OPENING, person.first):
        return False
    return doc.has("act", person.last, min(person.last + _OPENING, sentence.last))


def _shown_at(
    doc: Document, sentence: Sentence, person: PersonMention, people: list[PersonMention], start: int
) -> bool:
    """Whether a caption shows somebody at a conference: "Ông X (trái) và ông Y tại hội nghị …"."""
    frame = doc.entry(start - 1, "framing")
    if frame is None or frame.attrs.get("beside") or not person.party:
        return False
    group = sides.together(doc, people)
    end = group[-1].last if group else start
    if person not in group or not sides.opens_caption(doc, sentence, group[0].first) or end > start - 1:
        return False
    if doc.norms[end] == "(":
        end = next((unit + 1 for unit in range(end, start) if doc.norms[unit] == ")"), end)
    return end + (doc.norms[end] == ",") == start - 1


def _said_at(doc: Document, sentence: Sentence, person: PersonMention, start: int) -> bool:
    """Whether somebody says something at a conference: "X nói tại hội nghị"."""
    at = doc.entry(start - 1, "framing")
    said = start - 2 >= sentence.first and doc.entry(start - 2, "act")
    return bool(at and not at.attrs.get("beside") and said) and start - 2 - person.last <= _OPENING


def _circle(doc: Document, sentence: Sentence, first: int, last: int, *, beside: bool, welcome: bool) -> list[str]:
    """Whose conference it is where its name does not say: a dyad beside it, the two sides, an organisation that leads
    the story. The states of those who take part do not make it theirs."""
    for mention in mentions_in(doc, max(sentence.first, first - 8), min(sentence.last, last + 10)):
        if mention.how in ("dyad", "list") and len(mention.codes) >= 2 and not doc.has("act", last, mention.first):
            return list(mention.codes)
    two = pair_anaphor_in(doc, sentence.first, sentence.last)
    if two is not None and (pair := pair_at(doc, two if two < first else first)):
        return list(pair)
    parties = doc.lexicon.parties
    heads = [code for code in leading(doc, sentence.story) if parties[code].kind not in ("state", "territory")]
    if doc.entry(first, "body"):
        heads = []  # a series that no body holds, such as the Shangri-La Dialogue
    codes = doc.facts["sentence-parties"][sentence.index]
    if heads and heads[0] in codes:
        return heads[:1]
    states = {p.party for p in people_in(doc, sentence.first, sentence.last) if p.party}
    if not heads and len(codes) == 2 and states == set(codes):
        if beside:
            return []  # "Sau hội nghị thượng đỉnh Hà Nội, ông Kim gặp ông Putin"
        return list(codes)  # "Ngoại trưởng Mỹ X bắt tay Ngoại trưởng Canada Y sau cuộc họp"
    pair = story_pair(doc, sentence.story)
    if pair and set(codes) == set(pair):
        return list(pair)
    if welcome and len(codes) == 1:  # one state's guest is welcomed by another
        return list(pair) if pair and codes[0] in pair and not set(pair) & set(heads) else list(codes)
    return heads[:1]
