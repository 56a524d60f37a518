"""When two names mean one person, by rule: why, and how surely.

| way | two names are alike because | score |
| --- | --- | --- |
| words | they have the same words, in any order, diacritics or not | 1.0 |
| known | the lexicon's people have both for one person | .99 |
| spelling | they are spellings of one romanised name (Sergei, Sergey) | .93 |
| reading | one reads as the other: Sino-Vietnamese against Mandarin or Korean | .9; two syllables .82 |
| part | one is the family name, the given names or some of the words of the other | .85 |
| sound | they differ in few letters | below `SURE` |

From `SURE` on names are taken for one person's where nothing else could be meant; below it, it is only suggested. Where
it is known how many voices give each name of one post, a name that hardly any gives and that differs in few letters
from one that very many give is a slip of somebody's pen.

The name that stands for all is the one that most voices give, or a fuller one that as many give as would not do so by
a slip: the longest of all would be "Tống Thống Donald Trump", of one report in 1,800.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from banggiao.register import romanise
from banggiao.register.series_names import NOTHING_SAID, SeriesTold

Way = Literal["words", "known", "spelling", "reading", "part", "sound"]
SURE = 0.8
_SCORES: dict[Way, float] = {"words": 1.0, "known": 0.99, "spelling": 0.93, "reading": 0.9, "part": 0.85}
_SHORT_READING = 0.82
_COMMON = 200
"""A word that so many names of a party bear (Nguyễn, Văn) says nothing of likeness."""
_SOUND = 0.84
"""From this ratio of common letters on a likeness is worth a look: "Prayut", "Prayuth" reach .92."""


_SLIP = 8
"""Of two names that differ in few letters the one that so many times fewer voices give is misspelt."""
_SLIP_SOUND = 0.9
_MEANT = 10
"""A part of several people's names is that person's whom so many times more voices name than all the others."""
_FULLER = 3
"""A fuller name stands for all where no more than so many times fewer voices give it."""


@dataclass(slots=True, frozen=True, order=True)
class Likeness:
    """Two names of one party that may be one person's. score: 0 to 1."""

    score: float
    way: Way
    one: str
    two: str

    @property
    def reason(self) -> str:
        """In words, for a person who decides."""
        match self.way:
            case "words":
                return "the same words"
            case "known":
                return "both are listed for one well-known person"
            case "spelling":
                return "two spellings of one name"
            case "reading":
                return "one is the Sino-Vietnamese reading of the other"
            case "part":
                return "one is part of the other"
            case "sound":
                return "they differ in few letters"


@dataclass(slots=True, frozen=True)
class Told:
    """What people said of names: each of `same` is names of one person, each of `apart` two names of two people.
    series: the same of names of series of meetings."""

    same: tuple[frozenset[str], ...] = ()
    apart: frozenset[frozenset[str]] = frozenset()
    series: SeriesTold = NOTHING_SAID


NOTHING_TOLD = Told()


@lru_cache(maxsize=65536)
def person_key(name: str) -> frozenset[str]:
    """The words of a person's name in any order, as one spelling has them."""
    return romanise.spelling(name)


@lru_cache(maxsize=65536)
def likeness(one: str, two: str) -> Likeness | None:
    """Why two names may be one person's; None if nothing speaks for it or they are two well-known people's."""
    if one > two:
        one, two = two, one
    a, b = romanise.words(one), romanise.words(two)
    if not a or not b:
        return None
    if frozenset(a) == frozenset(b):
        return Likeness(_SCORES["words"], "words", one, two)
    known = romanise.well_known(one), romanise.well_known(two)
    if None not in known:
        return Likeness(_SCORES["known"], "known", one, two) if known[0] == known[1] else None
    if person_key(one) == person_key(two):
        return Likeness(_SCORES["spelling"], "spelling", one, two)
    if romanise.sinitic(one, two) or romanise.sinitic(two, one):
        syllables = max(len(romanise.syllables(one)), len(romanise.syllables(two)))
        return Likeness(_SCORES["reading"] if syllables > 2 else _SHORT_READING, "reading", one, two)
    if _is_part(one, two) or _is_part(two, one):
        return Likeness(_SCORES["part"], "part", one, two)
    return None


def alike(one: str, two: str) -> Likeness | None:
    """The same, or that they differ in few letters."""
    return likeness(one, two) or _sounds(one, two)


def _sounds(one: str, two: str) -> Likeness | None:
    if None not in (romanise.well_known(one), romanise.well_known(two)):
        return None
    ratio = _common_letters(one, two)
    return Likeness(round(ratio * SURE - 0.01, 2), "sound", one, two) if ratio >= _SOUND else None


def _common_letters(one: str, two: str) -> float:
    """The ratio of letters that two names of as many words have in common; 0 where it would say nothing."""
    a, b = romanise.words(one), romanise.words(two)
    if len(a) != len(b) or len(a) < 2 or (romanise.syllables(one) and romanise.syllables(two)):
        return 0.0  # one letter makes another Vietnamese name
    return SequenceMatcher(None, " ".join(sorted(a)), " ".join(sorted(b)), autojunk=False).ratio()


@lru_cache(maxsize=65536)
def _is_part(short: str, name: str) -> bool:
    if not person_key(short) < person_key(name):
        return False
    # Syllables recur in other people's names: "Văn Minh" is no part of "Nguyễn Minh Văn".
    return not romanise.syllables(name) or romanise.begins_or_ends(romanise.words(short), romanise.words(name))


def unify_people(
    names: Iterable[str],
    told: Told = NOTHING_TOLD,
    *,
    parts: bool = True,
    votes: Mapping[str, int] = MappingProxyType({}),
) -> dict[str, str]:
    """Each name → the best name of the same person among those given, which are names for one post or occasion (or,
    without `parts`, for the people of one party). votes: how many voices give each; without them the fullest is best.

    A name that could be two people's stays by itself: "Lavrov" beside "Sergey Lavrov" and "Ivan Lavrov", "Song Yi"
    beside "Tống Nghị" and "Tống Dị". What people said comes before any rule.
    """
    given = sorted(set(names))
    if len(given) == 1:
        return {given[0]: given[0]}
    groups = _same(given, told)
    if len(groups) > 1 and _may_be_read(given):
        groups = _joined(groups, "reading", told)
    if parts and len(groups) > 1 and votes:
        groups = _without_slips(groups, votes, told)
    if parts and len(groups) > 1 and len({len(person_key(name)) for name in given}) > 1:
        groups = _joined(groups, "part", told, votes)
    return {name: best for group in groups for best in (_best(group, votes),) for name in group}


def _may_be_read(names: Sequence[str]) -> bool:
    """Whether one of the names may be a reading of another: of most posts all names are of one kind."""
    return any(map(romanise.syllables, names)) and any(map(romanise.turns, names))


def _best(group: Sequence[str], votes: Mapping[str, int]) -> str:
    """The name that stands for all of a person's: see the top of this module. Of equals the one with most words, then
    with most diacritics, then the longest."""
    if len(group) == 1:
        return group[0]

    def weight(name: str) -> tuple[int, int, int, int, list[int]]:
        return votes.get(name, 1), len(romanise.words(name)), _marks(name), len(name), [-ord(char) for char in name]

    best = max(group, key=weight)
    while True:
        least = 0 if len(romanise.words(best)) < 2 else votes.get(best, 1) / _FULLER  # a family name alone is no name
        fuller = [name for name in group if votes.get(name, 1) >= least and _is_fuller(name, best)]
        if not fuller:
            return best
        best = max(fuller, key=weight)


def _is_fuller(one: str, two: str) -> bool:
    """Whether a name has all words of another and more of them, or the same with more diacritics."""
    a, b = frozenset(romanise.words(one)), frozenset(romanise.words(two))
    return a > b or (a == b and _marks(one) > _marks(two))


def _marks(name: str) -> int:
    return sum(char > "\x7f" for char in name)


def _is_slip(one: str, two: str) -> bool:
    """Whether two names differ in few letters, neither being one whose every syllable counts; initials all count
    ("George W. Bush", "George H. Bush")."""
    if romanise.syllables(one) or romanise.syllables(two):
        return False
    initials = [{word for word in romanise.words(name) if len(word) == 1} for name in (one, two)]
    return initials[0] == initials[1] and _common_letters(one, two) >= _SLIP_SOUND


def _without_slips(groups: list[list[str]], votes: Mapping[str, int], told: Told) -> list[list[str]]:
    """The groups without those of misspelt names, which go to the one that is meant."""
    heard = [sum(votes.get(name, 1) for name in group) for group in groups]
    first = [max(group, key=lambda name: (votes.get(name, 1), name)) for group in groups]
    home = {}
    for i, group in enumerate(groups):
        meant = [
            k
            for k, other in enumerate(groups)
            if heard[k] >= _SLIP * heard[i] and _is_slip(first[i], first[k]) and not _clash(group, other, told)
        ]
        if len(meant) == 1:
            home[i] = meant[0]
    out = {i: list(group) for i, group in enumerate(groups) if i not in home}
    for i, k in home.items():
        while k in home:
            k = home[k]
        out[k] += groups[i]
    return [sorted(group) for group in out.values()]


def _same(names: Sequence[str], told: Told) -> list[list[str]]:
    """The names of each person as far as words, lists, spellings and people's word go: these hold for all names of a
    person, while a reading or a part counts only if it points to one person."""
    by_key: dict[object, list[str]] = {}
    for name in names:
        keys: list[object] = [frozenset(romanise.words(name)), person_key(name)]
        if (known := romanise.well_known(name)) is not None:
            keys.append(known)
        said = [group for group in told.same if name in group]
        met = [group for key in (*keys, *said) if (group := by_key.get(key))]
        if any(_clash([name], group, told) for group in met):
            keys, met = [name], []
        group = sorted({name, *(n for one in met for n in one)})
        if met:
            by_key |= {key: group for key, one in by_key.items() if any(one is m for m in met)}
        by_key |= {key: group for key in (*keys, *said) if met or key not in by_key}
    whole = {name: group for group in by_key.values() for name in group[:1]}
    return [whole[first] for first in sorted(whole)]


def _joined(
    groups: list[list[str]], way: Way, told: Told, votes: Mapping[str, int] = MappingProxyType({})
) -> list[list[str]]:
    groups = sorted((sorted(g) for g in groups), key=lambda g: g[0])
    if way == "part":
        return _parts(groups, _wholes(groups, told), votes)
    near = _readings(groups, told)
    single = {i: found[0] for i, found in near.items() if len(found) == 1}
    out = []
    for i, group in enumerate(groups):
        other = single.get(i)
        if other is None or single.get(other) != i:
            out.append(group)
        elif i < other:
            out.append([*group, *groups[other]])
    return out


def _parts(groups: list[list[str]], above: dict[int, list[int]], votes: Mapping[str, int]) -> list[list[str]]:
    """Groups whose name is part of just one fuller person's go to it, the fullest first; of several people's to the one
    of whom nearly all speak."""
    heard = [sum(votes.get(name, 1) for name in group) for group in groups]
    tops: dict[int, int] = {}
    for i in sorted(range(len(groups)), key=lambda i: -max(len(romanise.words(n)) for n in groups[i])):
        reached = sorted({tops[k] for k in above.get(i, ()) if k in tops}, key=lambda k: -heard[k])
        others = sum(heard[k] for k in reached[1:])
        tops[i] = reached[0] if reached and (not others or heard[reached[0]] >= _MEANT * others) else i
        if tops[i] != i:
            heard[tops[i]] += heard[i]
    out: dict[int, list[str]] = {}
    for i, top in tops.items():
        out.setdefault(top, []).extend(groups[i])
    return [sorted(out[top]) for top in sorted(out)]


def _wholes(groups: Sequence[Sequence[str]], told: Told) -> dict[int, list[int]]:
    """By group: those with a name that holds one of its names."""
    near: dict[int, list[int]] = {}
    for i, one in enumerate(groups):
        for k, two in enumerate(groups):
            if i != k and any(_is_part(a, b) for a in one for b in two) and not _clash(one, two, told):
                near.setdefault(i, []).append(k)
    return near


def _readings(groups: Sequence[Sequence[str]], told: Told) -> dict[int, list[int]]:
    """By group: those with a name that is a reading of one of its names, or the other way round. A name in Latin
    letters is held against those that may be Sino-Vietnamese alone: of a great power's people there are hundreds."""
    read = [(i, name) for i, group in enumerate(groups) for name in group if romanise.syllables(name)]
    readings = [(i, name) for i, group in enumerate(groups) for name in group if romanise.turns(name)]
    near: dict[int, set[int]] = {}
    for i, name in read:
        for k, other in readings:
            if i != k and romanise.sinitic(name, other) and not _clash(groups[i], groups[k], told):
                near.setdefault(i, set()).add(k)
                near.setdefault(k, set()).add(i)
    return {i: sorted(found) for i, found in near.items()}


def _clash(one: Sequence[str], two: Sequence[str], told: Told) -> bool:
    """Whether the names are of two people: two well-known ones, or by somebody's word."""
    known = [{k for name in group if (k := romanise.well_known(name)) is not None} for group in (one, two)]
    if known[0] and known[1] and known[0] != known[1]:
        return not any(group & set(one) and group & set(two) for group in told.same)
    return bool(told.apart) and any(frozenset((a, b)) in told.apart for a in one for b in two)


def suggestions(names: Iterable[str], told: Told = NOTHING_TOLD) -> list[Likeness]:
    """The likenesses among names of one party's people that are left for a person to decide, likeliest first: names
    that `unify_people` holds apart and of which nobody said so."""
    given = sorted(set(names))
    unified = unify_people(given, told, parts=False)
    out = []
    for one, two in _worth_a_look(given):
        if unified[one] != unified[two] and not _clash([one], [two], told):
            if found := alike(one, two):
                out.append(found)
    return sorted(out, key=lambda found: (-found.score, found.one, found.two))


def _worth_a_look(names: Sequence[str]) -> list[tuple[str, str]]:
    """Pairs of names that may be alike: they share a word (of a common one nothing follows) or a first letter of the
    reading. All pairs of a great power's people are too many."""
    by_word: dict[str, list[str]] = {}
    for name in names:
        keys = {*romanise.words(name), *person_key(name), *romanise.first_readings(name)}
        for key in keys:
            by_word.setdefault(key, []).append(name)
    pairs = {
        (one, two) if one < two else (two, one)
        for bearers in by_word.values()
        if len(bearers) <= _COMMON
        for i, one in enumerate(bearers)
        for two in bearers[i + 1 :]
    }
    return sorted(pairs)
