"""Alliances: a state that is called another's ally, and the alliance that is called by its two states."""

from __future__ import annotations

from banggiao.model import Status
from banggiao.reading.document import Document, Sentence
from banggiao.reading.parties import PartyMention, mentions_in
from banggiao.reading.people import people_in, person_at
from banggiao.reading.people_posts import is_state
from banggiao.reading.status import states_in

_OWNER = 10  # units between an ally and whose it is
_TOLD = 6  # units between a state and the verb by which it is called an ally
_VERB = 5  # units between that verb and the ally
_BESIDE = 2  # units between a state and the ally that it is called
_TWO = 3  # units between "là" and the ally that two are of each other
_TWO_STATES = 2
_LIST = 5  # units of a list of allies
_WISHED = 3  # units before a state in which it is but hoped to be an ally
_BETWEEN = frozenset({"giữa", "của", "với"})
_ONE = frozenset({"một", "nước"})
_PLACES = frozenset({"ở", "tại"})
_MARKS = frozenset({",", "-", "–", "("})
_WITH = frozenset({"với", "đối với"})
_DOUBTS = ("negation", "condition", "uncertain", "wish", "modal", "former")


def find_alliances(doc: Document) -> None:
    """Adds one Status for each pair of allies of a story, unless the story's level of alliance is found already."""
    found = {
        (r.story, frozenset(r.parties)): r
        for r in doc.records
        if isinstance(r, Status) and (r.level, r.phase) == ("alliance", "in-force")
    }
    for unit in sorted(unit for cls in ("ally", "alliance") for unit in doc.units_of.get(cls, ())):
        sentence = doc.sentences[doc.sentence_of[unit]]
        pairs = _pairs if doc.entry(unit, "ally") else _of_two
        for one, other, first, last in pairs(doc, sentence, unit):
            evidence = doc.span(first, last)
            key = sentence.story, frozenset((one, other))
            if key in found:
                found[key].evidence.append(evidence)
                continue
            found[key] = Status(
                parties=[one, other],
                level="alliance",
                phase="in-force",
                evidence=[evidence],
                rules=["status.ally"],
                story=sentence.story,
            )
            doc.records.append(found[key])


def _pairs(doc: Document, sentence: Sentence, unit: int) -> list[tuple[str, str, int, int]]:
    """The allies that an ally at a unit and another state are, with the units that tell it."""
    if both := _each_other(doc, sentence, unit):
        return [(both.codes[0], both.codes[1], both.first, unit + 1)]
    if doc.entry(unit - 1, "several") or doc.entry(unit + 1, "not-now"):
        return []
    owner = _owner(doc, sentence, unit)
    if owner is not None:
        called = _called(doc, sentence, unit, owner)
        return [(code, owner.codes[0], min(called.first, unit), owner.last) for code in called.codes] if called else []
    named = _named(doc, sentence, unit)
    whose = _whose(doc, sentence, unit, named) if named is not None else None
    if named is None or whose is None:
        return []
    return [(whose, code, unit, named.last) for code in named.codes if code != whose]


def _of_two(doc: Document, sentence: Sentence, unit: int) -> list[tuple[str, str, int, int]]:
    """The two states by whose names an alliance at a unit is called ("liên minh Mỹ - Nhật"); none where it is but one
    that may come about ("một liên minh Nga - Mỹ")."""
    first = unit + 1 + (doc.norms[unit + 1] == "giữa")
    called = [
        m for m in states_in(doc, first, min(first + _LIST, sentence.last)) if m.first == first and len(m.codes) > 1
    ]
    if (
        not called
        or len(called[0].codes) != _TWO_STATES
        or doc.norms[unit - 1].endswith("một")
        or _is_name(doc, sentence, unit)
    ):
        return []
    before = max(sentence.first, unit - _WISHED)
    if any(doc.has(cls, before, unit) for cls in (*_DOUBTS, "in-making")):
        return []
    return [(called[0].codes[0], called[0].codes[1], unit, called[0].last)]


def _is_name(doc: Document, sentence: Sentence, unit: int) -> bool:
    """Whether a word within a sentence is written as the name of a society ("Liên minh Bỉ - Việt tặng học bổng")."""
    return doc.is_cap(unit) and unit > sentence.first + 1


def _each_other(doc: Document, sentence: Sentence, unit: int) -> PartyMention | None:
    """The two states that are told to be each other's allies ("Washington và Ankara vẫn là đồng minh", "Mỹ và Hàn
    Quốc, hai đồng minh")."""
    told = _verb(doc, max(sentence.first, unit - _TWO), unit)
    if told is None and doc.norms[unit - 2 : unit] != [",", "hai"]:
        return None
    end = unit - 2 if told is None else told
    lists = [m for m in states_in(doc, sentence.first, end) if len(m.codes) == 2 and end - m.last <= (told is not None)]
    whose = not _BETWEEN.isdisjoint(doc.norms[unit + 1 : min(unit + _LIST, sentence.last)])  # "… của chúng tôi"
    if not lists or whose or doc.norms[lists[-1].first - 1] in _BETWEEN:
        return None
    return None if _doubted(doc, sentence, lists[-1], unit) else lists[-1]


def _verb(doc: Document, first: int, unit: int) -> int | None:
    """The last unit from `first` to a unit that says of somebody what he is."""
    for at in reversed(doc.units("being", first, unit)):
        being = doc.entry(at, "being")
        if being and being.attrs["how"] == "is":
            return at
    return None


def _turns(doc: Document, unit: int) -> bool:
    """Whether something else than whose ally one is begins with a unit."""
    turn = doc.entry(unit, "clause-turn")
    return doc.norms[unit] in (",", ";") or (turn is not None and turn.attrs.get("of") != "body")


def _owner(doc: Document, sentence: Sentence, unit: int) -> PartyMention | None:
    """The one state whose ally is told of ("đồng minh lâu năm của Mỹ")."""
    for of in range(unit + 1, min(unit + _OWNER, sentence.last)):
        if doc.norms[of : of + 2] == ["của nước", "này"]:
            return _only_state(doc, sentence, unit, of)
        if doc.norms[of] == "là" and doc.norms[of - 1] == "và":
            continue  # "là đồng minh duy nhất và là đối tác lớn nhất của Triều Tiên"
        if _turns(doc, of) or doc.entry(of, "act", "party"):
            return None
        if doc.entry(of, "of") or doc.norms[of] in _WITH:
            if doc.entry(of + 1, "own-state"):
                return _only_state(doc, sentence, unit, of + 1)
            first = of + 1 + (doc.entry(of + 1, "ruler") is not None)
            states = [m for m in states_in(doc, first, min(sentence.last, first + 3)) if m.first == first]
            return states[-1] if states and len(states[-1].codes) == 1 else None
    return None


def _only_state(doc: Document, sentence: Sentence, unit: int, own: int) -> PartyMention | None:
    """The state that "nước này" behind an ally means, in a sentence of no other than that and the one beside the ally
    ("Philippines rời xa Mỹ, một đồng minh lâu năm của nước này")."""
    beside = {code for m in states_in(doc, sentence.first, unit) if unit - m.last <= _BESIDE for code in m.codes}
    others = _others(doc, sentence, sentence.last, beside)
    return (
        PartyMention(own, own + 1, (others.pop(),), "name", "party.own-state") if beside and len(others) == 1 else None
    )


def _called(doc: Document, sentence: Sentence, unit: int, owner: PartyMention) -> PartyMention | None:
    """The state that is called an ally: beside it ("Thái Lan, một đồng minh của Mỹ"), told to be one ("Thái Lan là đồng
    minh"), or named behind the owner ("đồng minh của Mỹ là Thái Lan")."""
    start = unit - 1 if doc.norms[unit - 1] in _ONE else unit
    if doc.norms[start - 1] in _MARKS:
        beside = [m for m in states_in(doc, sentence.first, start - 1) if m.last == start - 1 and not _placed(doc, m)]
        return _last_of(_other(beside, owner))
    verb = _verb(doc, max(sentence.first, unit - _VERB) + 1, unit)
    if verb is not None and not doc.parted(verb, unit):
        told = [m for m in states_in(doc, max(sentence.first, verb - _TOLD), verb) if not doc.parted(m.last, verb)]
        last = _other(told, owner)
        if last is None and not told and doc.norms[owner.last] == ",":  # "dù là đồng minh của Mỹ, Thái Lan vẫn …"
            last = _other(
                [m for m in states_in(doc, owner.last, owner.last + _BESIDE) if m.first == owner.last + 1], owner
            )
        return None if last is None or _doubted(doc, sentence, last, unit) else last
    if doc.norms[owner.last] == "là":
        behind = [
            m for m in states_in(doc, owner.last + 1, min(sentence.last, owner.last + 4)) if m.first == owner.last + 1
        ]
        return _other(behind, owner)
    return None


def _last_of(mention: PartyMention | None) -> PartyMention | None:
    """The last state of a list: that is the one beside which something is told ("Nga và Mỹ, một đồng minh của Anh")."""
    if mention is None or len(mention.codes) == 1:
        return mention
    return PartyMention(mention.last - 1, mention.last, mention.codes[-1:], mention.how, mention.rule)


def _doubted(doc: Document, sentence: Sentence, state: PartyMention, unit: int) -> bool:
    """Whether a state is said not to be an ally, to be none yet or none any more, or a person of it is meant."""
    first = min(unit, max(sentence.first, state.first - _WISHED))
    if any(doc.has(cls, first, unit) for cls in _DOUBTS) or person_at(doc, state.first) is not None:
        return True
    return doc.has("not-now", state.last, unit)


def _placed(doc: Document, mention: PartyMention) -> bool:
    """Whether a state is but where something is ("người Kurd ở Syria")."""
    return doc.norms[mention.first - 1] in _PLACES


def _other(states: list[PartyMention], owner: PartyMention) -> PartyMention | None:
    """The last of several states, the longest where several end alike, unless it is the owner."""
    if not states:
        return None
    last = max(states, key=lambda m: (m.last, m.last - m.first))
    return None if owner.codes[0] in last.codes else last


def _named(doc: Document, sentence: Sentence, unit: int) -> PartyMention | None:
    """The state whose name an ally bears ("đồng minh Hàn Quốc")."""
    named = [m for m in states_in(doc, unit + 1, min(sentence.last, unit + 1 + _LIST)) if m.first == unit + 1]
    if not named or person_at(doc, unit + 1) is not None:
        return None
    return max(named, key=lambda m: m.last)


def _whose(doc: Document, sentence: Sentence, unit: int, named: PartyMention) -> str | None:
    """The state whose ally is named: joined to it ("Mỹ và đồng minh Hàn Quốc"), else the sentence's only other."""
    if doc.norms[named.last] == "của":
        behind = [
            m for m in states_in(doc, named.last + 1, min(sentence.last, named.last + _LIST)) if len(m.codes) == 1
        ]
        return behind[0].codes[0] if behind and behind[0].first == named.last + 1 else None
    joined = [m for m in states_in(doc, sentence.first, unit) if m.last == unit - 1 and len(m.codes) == 1]
    if joined and doc.entry(unit - 1, "joiner"):
        return joined[-1].codes[0]
    for last in (sentence.last, unit):
        others = _others(doc, sentence, last, set(named.codes))
        if len(others) == 1:
            return others.pop()
    return None


def _others(doc: Document, sentence: Sentence, last: int, but: set[str]) -> set[str]:
    """The states of a sentence before a unit, its people's included, other than some and than where something is."""
    named = [m for m in mentions_in(doc, sentence.first, last) if m.how != "place" and not _placed(doc, m)]
    codes = {code for m in named for code in m.codes}
    codes |= {p.party for p in people_in(doc, sentence.first, last) if p.party}
    return {code for code in codes if code not in but and is_state(doc, code)}
