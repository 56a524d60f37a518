"""Who "the two sides" are: the pair of parties that a sentence speaks of.

The press names a pair once and goes on with "hai nước", "hai bên". The pair is looked for in the same sentence, then
backwards sentence by sentence: a dyad or a list of two ("ASEAN-Nga", "Việt Nam và Lào"), or exactly two parties, as
long as one of them is among the story's leading parties; at last the story's own pair, the two parties that it names
most (title and lead count more). Where a story has no second party there is no pair, and nothing is guessed.
"""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import dataclass, field

from banggiao.reading.document import Document, Sentence
from banggiao.reading.parties import PartyMention, mentions_in
from banggiao.reading.people import people_in
from banggiao.reading.people_posts import are_states, is_state
from banggiao.reading.persons import HEADS

Pair = tuple[str, str]

_WEIGHTS = {"title": 4, "lead": 3}
_CLEAR = 0.7  # of the weight of a pair's second party
_BACK = 12  # sentences; farther back the story's own pair is the better guess (checked on the tuning half of dev)


@dataclass(slots=True)
class _Story:
    """What one story's sentences say of parties. `codes` of a sentence hold its parties in order, people's included."""

    leading: list[str] = field(default_factory=list)
    pair: Pair | None = None
    clear: bool = False
    """Whether no third party is named nearly as often as the pair: "the ministers" are then theirs."""


def find_pairs(doc: Document) -> None:
    """Fills `doc.facts["sentence-parties"]` (codes by sentence) and `doc.facts["stories"]`; drops party mentions that
    people's names have turned out to hold."""
    _drop_inside_names(doc)
    _add_dyads_of_people(doc)
    by_sentence = [_codes(doc, sentence) for sentence in doc.sentences]
    doc.facts["sentence-parties"] = by_sentence
    stories: dict[int, _Story] = {}
    counts: dict[int, Counter[str]] = {}
    for sentence in doc.sentences:
        weight = _WEIGHTS.get(sentence.zone, 1) + (2 if sentence.index < 3 else 0)
        count = counts.setdefault(sentence.story, Counter())
        for code in by_sentence[sentence.index]:
            count[code] += weight
    for story, count in counts.items():
        ranked = [code for code, _ in sorted(count.items(), key=lambda item: (-item[1], item[0]))]
        pair = (ranked[0], ranked[1]) if len(ranked) > 1 else None
        clear = pair is not None and (len(ranked) < 3 or count[ranked[2]] <= _CLEAR * count[ranked[1]])
        stories[story] = _Story(ranked[:3], pair, clear)
    doc.facts["stories"] = stories


def _drop_inside_names(doc: Document) -> None:
    inside: set[int] = set()
    for person in doc.facts.get("people", ()):
        inside.update(range(person.name_first, person.name_last))
    if inside:
        doc.facts["parties"] = [
            m for m in doc.facts["parties"] if not (m.how in ("name", "metonym") and m.first in inside)
        ]
        doc.facts["party-starts"] = [m.first for m in doc.facts["parties"]]


def _add_dyads_of_people(doc: Document) -> None:
    """Two heads of two states with a hyphen between them ("cuộc gặp Trump - Kim") stand for their states."""
    people = doc.facts.get("people", ())
    dyads = [
        PartyMention(one.first, other.last, (one.party, other.party), "dyad", "party.dyad-of-people")
        for one, other in itertools.pairwise(people)
        if other.first == one.last + 1 and doc.norms[one.last] in ("-", "–")
        if one.party and other.party and one.party != other.party
        if HEADS.intersection(one.roles) and HEADS.intersection(other.roles)
    ]
    if dyads:
        doc.facts["parties"] = sorted([*doc.facts["parties"], *dyads], key=lambda m: (m.first, -m.last))
        doc.facts["party-starts"] = [m.first for m in doc.facts["parties"]]


def _codes(doc: Document, sentence: Sentence) -> list[str]:
    places: list[tuple[int, tuple[str, ...]]] = [
        (m.first, m.codes) for m in mentions_in(doc, sentence.first, sentence.last) if m.how != "place"
    ]
    for person in people_in(doc, sentence.first, sentence.last):
        if person.party:
            places.append((person.first, (person.party,)))
    return list(dict.fromkeys(code for _, codes in sorted(places) for code in codes))


def story_pair(doc: Document, story: int) -> Pair | None:
    """The two parties that a story is about, the more prominent first."""
    found = doc.facts["stories"].get(story)
    return found.pair if found else None


def leading(doc: Document, story: int) -> list[str]:
    """Up to three parties that a story names most, most prominent first."""
    found = doc.facts["stories"].get(story)
    return found.leading if found else []


def _named_pair(mentions: list[PartyMention]) -> Pair | None:
    """The last dyad or list of exactly two."""
    for mention in reversed(mentions):
        if mention.how in ("dyad", "list") and len(mention.codes) == 2:
            return mention.codes[0], mention.codes[1]
    return None


def pair_at(doc: Document, unit: int) -> Pair | None:
    """The pair that "the two sides" at this unit are, or None where the story gives no two parties."""
    here = doc.sentences[doc.sentence_of[unit]]
    if found := _named_pair(mentions_in(doc, unit + 1, min(unit + 5, here.last))):
        return found  # "hai nước Việt Nam và Lào"
    main = story_pair(doc, here.story)
    entry = doc.entry(unit, "pair")
    if entry is None or not entry.attrs.get("leaders"):
        if found := _named_pair(mentions_in(doc, here.first, unit)):
            return found
        codes = doc.facts["sentence-parties"][here.index] if entry is None else _codes_before(doc, here, unit)
        if len(codes) == 2 and (main is None or set(codes) & set(main)):
            return codes[0], codes[1]
    for index in range(here.index - 1, max(-1, here.index - _BACK), -1):
        if doc.sentences[index].story != here.story:
            break
        focus = _focus(doc, index)
        if focus and (main is None or _fits(doc, focus, main)):
            return focus
    return main


def _fits(doc: Document, focus: Pair, main: Pair) -> bool:
    """Whether a pair may stand for the two sides of a story about `main`: it shares a party, and an organisation where
    there is one (two states that co-chair a meeting of ASEAN with one of them are not its two sides)."""
    parties = doc.lexicon.parties
    bodies = [code for code in main if code in parties and not is_state(doc, code)]
    return bool(set(focus) & set(bodies or main))


def _codes_before(doc: Document, sentence: Sentence, unit: int) -> list[str]:
    """The parties named in a sentence before a unit, people's included: what follows them is what they speak of."""
    codes = [(m.first, code) for m in mentions_in(doc, sentence.first, unit) if m.how != "place" for code in m.codes]
    codes += [(person.first, person.party) for person in people_in(doc, sentence.first, unit) if person.party]
    return list(dict.fromkeys(code for _, code in sorted(codes)))


def _focus(doc: Document, index: int) -> Pair | None:
    """The pair that a sentence is about: a dyad or list of two that acts in it or that its conference is named for, or
    its people of two sides. A pair named in passing ("quan hệ Việt Nam - EU") does not change whom the story is about.
    """
    known: dict[int, Pair | None] = doc.facts.setdefault("focus", {})
    if index not in known:
        known[index] = _find_focus(doc, doc.sentences[index])
    return known[index]


def _find_focus(doc: Document, sentence: Sentence) -> Pair | None:
    for mention in mentions_in(doc, sentence.first, sentence.last):
        if mention.how in ("dyad", "list") and len(mention.codes) == 2:
            before = mention.first - 1
            if doc.entry(before, "post") and not is_state(doc, mention.codes[0]):
                continue  # "Chủ tịch ASEAN và Campuchia"
            if before < sentence.first or doc.entry(before, "occasion", "body", "collective", "institution", "post"):
                return mention.codes[0], mention.codes[1]
    sides = dict.fromkeys(
        person.party for person in people_in(doc, sentence.first, sentence.last) if person.party and person.person
    )
    if len(sides) == 2:
        first, second = sides
        return first, second
    return _one_with_another(doc, sentence)


def _one_with_another(doc: Document, sentence: Sentence) -> Pair | None:
    """The two states that alone are named in a sentence, one of them with the other ("Trung Quốc đã cải thiện quan hệ
    quân sự với Nga")."""
    codes = _codes(doc, sentence)
    if len(codes) != 2 or not are_states(doc, codes):
        return None
    named = [m for m in mentions_in(doc, sentence.first, sentence.last) if m.how != "place" and m.codes == (codes[1],)]
    return (codes[0], codes[1]) if named and doc.norms[named[0].first - 1] == "với" else None


def pair_anaphor_in(doc: Document, first: int, last: int) -> int | None:
    """The first unit of `[first, last)` that says "the two sides", or None."""
    return next(iter(doc.units("pair", first, last)), None)
