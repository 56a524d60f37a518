"""Where reports differ about one thing: its day, its place, its number, whether it took place.

Two facts are held against each other only where there can be just one of the kind: the founding of a level of
relations between two parties, the signing of a document with a proper name, its entry into force for the same parties,
a numbered session of a series, a measure in one period, a measure aimed at by one day. What may happen twice (a visit,
a statement, a memorandum without a name of its own) is no disagreement; neither are two numbers of one article, which
says what it means by each, nor a date whose year nobody gives.

The register keeps all claims. Which one it shows first follows these rules, the first that decides: what a person
confirmed, corrected or added; what was reported nearer to the event (within `_FRESH_DAYS` of it) before what is
recalled later; what more independent reports say; the more exact date or number. Where none decides, no claim is
preferred.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, replace
from typing import Any, Literal, Protocol, TypeVar

import msgspec

from banggiao import edtf
from banggiao.lexicon import fold
from banggiao.model import Figure, Instrument, Meeting, Office, Record, Statement, Status, Target
from banggiao.register.api import Fact, Head, Kind
from banggiao.register.digests import sha256
from banggiao.register.names import split_acronym
from banggiao.register.packing import RECORDS
from banggiao.register.place_names import place_of

Slot = Literal["date", "city", "country", "phase", "value"]
Reason = Literal["confirmed by hand", "nearer to the event", "more independent reports", "more exact", ""]
KINDS: tuple[Kind, ...] = ("status", "meeting", "instrument", "target", "figure")
"""The kinds of which there can be just one."""

_CAME_ABOUT = ("held", "cancelled")
_FRESH_DAYS = 14
"""A report so soon after the event was written about it, not in memory of it."""
_ROUNDING = 0.02
"""Two numbers that differ by less are one number, rounded ("61.5 billion", "nearly 62 billion")."""


class Known(Protocol):
    """A fact, with its reports or without."""

    @property
    def key(self) -> str: ...
    @property
    def record(self) -> Record: ...


K = TypeVar("K", bound=Known)


@dataclass(slots=True, frozen=True)
class Claim:
    """What some reports say: `value` is EDTF for dates, a code or name for places and phases, a number for values.
    facts: those that say so, in the register's order, with just the reports that do: of 31 of a summit two may name its
    city. All of them where none does, as with what somebody corrected."""

    value: str | float
    facts: list[Fact]

    @property
    def voices(self) -> int:
        """How many independent reports say so."""
        return len(_voices(self.facts))


@dataclass(slots=True, frozen=True)
class Disagreement:
    """Two claims or more about one slot of one thing, the preferred one first. reason: why it is preferred, "" where
    no rule decides."""

    kind: str
    slot: Slot
    claims: list[Claim]
    reason: Reason


def disagreements(facts: Iterable[Fact]) -> list[Disagreement]:
    """Where these facts contradict each other, in the order in which the first of each comes."""
    things: dict[tuple[Hashable, ...], list[Fact]] = {}
    for fact in facts:
        if thing := _thing(fact):
            things.setdefault(thing, []).append(fact)
    out: list[Disagreement] = []
    for group in things.values():
        place = False
        for slot, value, agree, exact in _slots(group[0]):
            if slot == "country" and place:
                continue  # another city says it already
            claims = _claims(group, value, agree, exact)
            if len(claims) > 1 and all(_apart(a, b) for a in claims for b in claims if a is not b):
                ordered, reason = _preferred(claims, exact)
                out.append(Disagreement(group[0].kind, slot, ordered, reason))
                place = place or slot == "city"
    return out


def differing(heads: Iterable[Head]) -> list[str]:
    """The ids of those facts that say otherwise of one thing than others of these: between them alone there can be
    disagreements."""
    things: dict[tuple[Hashable, ...], list[Head]] = {}
    for head in heads:
        if thing := _thing(head):
            things.setdefault(thing, []).append(head)
    return [
        head.id
        for group in things.values()
        if any(
            len({value(head.record) for head in group} - {None}) > 1 and len(_grouped(group, value, agree, exact)) > 1
            for _, value, agree, exact in _slots(group[0])
        )
        for head in group
    ]


class _Said(msgspec.Struct):
    """Of a record what facts about one thing may say differently: a tenth of the time of the whole."""

    date: str | None = None
    city: str | None = None
    country: str | None = None
    phase: str | None = None
    value: float | None = None

    def slots(self) -> tuple[object, ...]:
        phase = self.phase if self.phase in _CAME_ABOUT else None
        return self.date, self.city, self.country, phase, self.value


_SAID = msgspec.json.Decoder(_Said)


def may_differ(rows: Iterable[tuple[int, str, str | bytes]]) -> list[str]:
    """The ids of those facts that may say otherwise than others about the same thing. rows: the number of the thing,
    the fact's id, its record as it is kept."""
    things: dict[int, list[tuple[str, tuple[object, ...]]]] = {}
    for thing, id, record in rows:
        things.setdefault(thing, []).append((id, _SAID.decode(RECORDS.unpacked(record)).slots()))
    return [
        id
        for said in things.values()
        if any(len(set(values) - {None}) > 1 for values in zip(*(slots for _, slots in said), strict=True))
        for id, _ in said
    ]


def number_of_thing(fact: Known) -> int | None:
    """A number (of eight bytes) that facts about one thing share, of which there can be only one; None for what may be
    several."""
    thing = _thing(fact)
    if thing is None:
        return None
    parts = ("|".join(sorted(part)) if isinstance(part, frozenset) else str(part) for part in thing)
    return int.from_bytes(sha256("\x1f".join(parts).encode())[:8], signed=True)


def _thing(fact: Known) -> tuple[Hashable, ...] | None:
    """What there can be only one of; None for what may be several."""
    if isinstance(fact.record, (Statement, Office)):
        return None
    parties = frozenset(fact.record.parties)
    match fact.record:
        case Status(phase="established") as record:
            return "status", parties, record.level
        case Instrument(stage="signed") if _has_own_name(fact):
            return "instrument", fact.key, "signed"
        case Instrument(stage="in-force") if _has_own_name(fact):
            return "instrument", fact.key, "in-force", parties
        case Meeting() as record if record.session is not None and record.mechanism:
            name, acronym = split_acronym(record.mechanism)
            return "meeting", parties, acronym or fold(name), record.form, record.session
        case Figure() as record if record.period and edtf.bounds(record.period):
            return "figure", fact.key, record.unit, record.period
        case Target() as record if record.due and record.value is not None and edtf.bounds(record.due):
            return "target", fact.key, record.unit, record.due
    return None


def _has_own_name(fact: Known) -> bool:
    """Whether the key of an instrument is its name alone; else its parties stand behind it."""
    return len(fact.key.split(":")) == 2


_SlotRule = tuple[Slot, Callable[[Any], Any], Callable[[Any, Any], bool], Callable[[Any], int]]


def _slots(fact: Known) -> list[_SlotRule]:
    """The slots to compare: how to take one from a record, when two agree, how exact one is."""
    dates: _SlotRule = ("date", _known_date, edtf.compatible, edtf.precision)
    match fact.record:
        case Meeting():
            return [
                dates,
                ("city", lambda r: r.city, lambda a, b: place_of(a) == place_of(b), _no_measure),
                ("country", lambda r: r.country, lambda a, b: a == b, _no_measure),
                ("phase", _outcome, lambda a, b: a == b, _no_measure),
            ]
        case Figure() | Target():
            return [("value", lambda r: r.value, _rounded, _digits)]
    return [dates]


def _known_date(record: Any) -> str | None:
    return record.date if record.date and edtf.bounds(record.date) else None


def _outcome(record: Meeting) -> str | None:
    """A plan contradicts nothing: it may have come about or not."""
    return record.phase if record.phase in _CAME_ABOUT else None


def _no_measure(_value: Any) -> int:
    return 0


def _rounded(a: float, b: float) -> bool:
    return abs(a - b) <= _ROUNDING * max(abs(a), abs(b))


def _digits(value: float) -> int:
    """Significant digits: 61 500 000 000 has three."""
    return len(f"{value:.12g}".replace(".", "").replace("-", "").split("e", maxsplit=1)[0].strip("0"))


def _claims(
    group: list[Fact], value: Callable[[Any], Any], agree: Callable[[Any, Any], bool], exact: Callable[[Any], int]
) -> list[Claim]:
    def saying(fact: Fact, said: Any) -> Fact:
        found = [(mention, value(mention.record)) for mention in fact.mentions]
        given = [mention for mention, theirs in found if theirs is not None and agree(said, theirs)]
        return replace(fact, mentions=given) if 0 < len(given) < len(fact.mentions) else fact

    return [Claim(said, [saying(fact, said) for fact in facts]) for said, facts in _grouped(group, value, agree, exact)]


def _grouped(
    group: list[K], value: Callable[[Any], Any], agree: Callable[[Any, Any], bool], exact: Callable[[Any], int]
) -> list[tuple[Any, list[K]]]:
    """The group's facts by what they say, most exact first. What would agree with several claims ("2018" with two days
    of that year) supports none of them."""
    said = [(found, fact) for fact in group if (found := value(fact.record)) is not None]
    claims: list[tuple[Any, list[K]]] = []
    for found, fact in sorted(said, key=lambda pair: -exact(pair[0])):
        homes = [facts for claim, facts in claims if agree(claim, found)]
        if not homes:
            claims.append((found, [fact]))
        elif len(homes) == 1:
            homes[0].append(fact)
    return claims


def _voices(facts: Iterable[Fact]) -> set[str]:
    return {mention.article.voice for fact in facts for mention in fact.mentions}


def _apart(one: Claim, two: Claim) -> bool:
    """Whether different reports make the two claims."""
    return not _voices(one.facts) & _voices(two.facts)


def _preferred(claims: list[Claim], exact: Callable[[Any], int]) -> tuple[list[Claim], Reason]:
    rules: tuple[tuple[Reason, Callable[[Claim], int]], ...] = (
        ("confirmed by hand", lambda claim: int(any(_confirmed(fact) for fact in claim.facts))),
        ("nearer to the event", lambda claim: int(any(_fresh(fact) for fact in claim.facts))),
        ("more independent reports", lambda claim: claim.voices),
        ("more exact", lambda claim: exact(claim.value)),
    )
    ordered = sorted(claims, key=lambda claim: [-rank(claim) for _, rank in rules])
    for reason, rank in rules:
        if rank(ordered[0]) > rank(ordered[1]):
            return ordered, reason
    return ordered, ""


def _confirmed(fact: Fact) -> bool:
    return any(one.action in ("accept", "correct", "add") for one in fact.decisions)


def _fresh(fact: Fact) -> bool:
    """Whether a report of the fact came out within days of what it tells."""
    date = getattr(fact.record, "date", None)
    day = edtf.bounds(date) if date else None
    if day is None:
        return False
    reported = (edtf.bounds(m.reported) for m in fact.mentions if m.reported)
    return any(at is not None and 0 <= (at[0] - day[1]).days <= _FRESH_DAYS for at in reported)
