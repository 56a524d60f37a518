"""Which agreements of the same parties may be one under two names: what the rules of `names` leave for a person to say.

Names of one kind of document ("Bản ghi nhớ", "Biên bản ghi nhớ") are alike in the words that they share. A word weighs
the more the fewer of the register's agreements bear it (inverse document frequency, Spärck Jones 1972): "hợp tác" says
nothing, "GSOMIA" all. Two names are worth a look where all words of one are among the other's, or most by weight; not
where they name two years or numbers, or were signed at different times. Documents without a name of their own ("một số
văn kiện", "29 thoả thuận", one state's "hiệp định thương mại") are none.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from banggiao import edtf
from banggiao.lexicon import Lexicon
from banggiao.model import Instrument
from banggiao.register.api import Head
from banggiao.register.names import COMMON, AgreementsTold, Instruments, heads_of, instruments_of
from banggiao.register.suggestion import Suggestion

_COMMON_WEIGHT = 0.6
"""So much of the weight of all words of two names is common to both, or they are not alike."""
_BEST = 0.79
"""Below what is taken for one agreement without asking (`person_names.SURE`)."""
_NUMBER = re.compile(r"\d+")
_PART, _MOST = "the words of one name are among the other's", "they share most of their words"


_Words = tuple[frozenset[str], frozenset[str]]


@dataclass(slots=True, frozen=True)
class _Named:
    """An agreement. head: the words for what kind of document it is; words: those besides that tell it from others."""

    name: str
    head: frozenset[str]
    words: frozenset[str]
    numbers: frozenset[str]
    signed: tuple[str, ...]


def like_agreements(facts: Iterable[Head], lexicon: Lexicon, told: AgreementsTold) -> list[Suggestion]:
    """The agreements among these facts of kind `instrument` that may be one, likeliest first; without those of which
    somebody has said that they are two."""
    instruments = instruments_of(lexicon)
    heads = sorted(heads_of(lexicon, without=["lead", "many", "papers"]), key=lambda head: (-len(head), head))
    by_key: dict[str, list[Head]] = {}
    for fact in facts:
        if _has_parties(fact.record.parties, lexicon):
            by_key.setdefault(fact.key, []).append(fact)
    by_parties: dict[tuple[str, ...], dict[_Words, _Named]] = {}
    for life in by_key.values():
        parties, found = _named(life, instruments, heads)
        if found is not None:  # of declarations that differ in their year alone the first stands for all
            by_parties.setdefault(parties, {}).setdefault((found.head, found.words), found)
    weights = _weights(one.words for those in by_parties.values() for one in those.values())
    out = []
    for parties, those in by_parties.items():
        for one, two in combinations(sorted(those.values(), key=lambda n: n.name), 2):
            if told.are_two(frozenset((one.name, two.name)), frozenset(parties)):
                continue
            if alike := _alike(one, two, weights):
                out.append(Suggestion("agreement", "", [one.name, two.name], *alike, list(parties)))
    return sorted(out, key=lambda found: (-found.score, found.parties, found.names))


def _has_parties(parties: Iterable[str], lexicon: Lexicon) -> bool:
    """Two at least, or an organisation, which has agreements of its own."""
    known = [lexicon.parties.get(code) for code in set(parties)]
    return len(known) > 1 or any(party is not None and party.kind not in ("state", "territory") for party in known)


def _named(life: list[Head], instruments: Instruments, heads: list[str]) -> tuple[tuple[str, ...], _Named | None]:
    """An agreement's parties and its name; None where it has none of its own."""
    first = max(life, key=lambda fact: (fact.reports, fact.id)).record
    assert isinstance(first, Instrument)
    parties = tuple(sorted(set(first.parties)))
    identity = instruments.identity(first.name, parties)[0]
    head = next((head for head in heads if identity.startswith(f"{head} ")), None)
    if head is None:
        return parties, None
    words = [word for word in identity[len(head) :].split() if word.upper() not in COMMON]
    signed = tuple(
        sorted(r.date for fact in life if isinstance(r := fact.record, Instrument) and r.stage == "signed" and r.date)
    )
    numbers = frozenset(filter(_NUMBER.fullmatch, words))
    return parties, _Named(first.name, frozenset(head.split()), frozenset(words) - numbers, numbers, signed)


def _weights(names: Iterable[frozenset[str]]) -> Mapping[str, float]:
    count: Counter[str] = Counter()
    total = 0
    for words in names:
        count.update(words)
        total += 1
    return {word: math.log((total + 1) / bearers) for word, bearers in count.items()}


def _alike(one: _Named, two: _Named, weights: Mapping[str, float]) -> tuple[float, str] | None:
    """(score, why) of two names that may be one agreement's."""
    if not (one.head <= two.head or two.head <= one.head) or not one.words or not two.words:
        return None
    if one.numbers and two.numbers and one.numbers != two.numbers:
        return None
    together = one.signed and two.signed
    if together and not any(edtf.compatible(a, b) for a in one.signed for b in two.signed):
        return None
    common = sum(weights[word] for word in one.words & two.words)
    part = one.words <= two.words or two.words <= one.words
    if not part and common < _COMMON_WEIGHT * sum(weights[word] for word in one.words | two.words):
        return None
    letters = SequenceMatcher(None, " ".join(sorted(one.words)), " ".join(sorted(two.words)), autojunk=False).ratio()
    score = round(min(_BEST, 0.3 + 0.4 * letters + (0.1 if together else 0)), 2)
    return score, _PART if part else _MOST
