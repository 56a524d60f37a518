"""From records to facts: which records of a block are about one thing, and what they say of it together.

A block is what records must share to be one fact: kind, parties and whatever else can never differ. Facts of a block
are a function of the set of its records, so that the order of adding does not matter. The best slots of a fact come
from all its records: the most exact date, the union of people, the fullest name; where two are equally good, what more
independent voices say, then the earlier report.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

from banggiao import edtf
from banggiao.lexicon import fold
from banggiao.model import Figure, Instrument, Meeting, Office, Record, Statement, Status, Target, bare
from banggiao.register import meetings
from banggiao.register.decisions import Ruling, corrected
from banggiao.register.digests import sha256_hex
from banggiao.register.names import Instruments
from banggiao.register.person_names import NOTHING_TOLD, Told, unify_people
from banggiao.register.place_names import place_of
from banggiao.register.placing import date_of

T = TypeVar("T")
_folded = lru_cache(maxsize=65536)(fold)
"""For names, which come again; the words of a statement hardly do."""
_WORD = re.compile(r"\w+")
_A_DAY = 3  # `edtf.precision`
_FULLER = 10
"""A fuller name of an agreement stands for all where no more than so many times fewer voices give it: most reports
name it by its acronym."""
_NO_PARTY = 20
"""Whom so many times fewer voices name than the first party of an agreement speaks of it and is none: of 143 on the
declaration of ASEAN and China one has Russia, and it stood in briefs on Russia and the United States. Not fewer: three
of 55 name Iran where the United States leave the deal with it."""
_STRAY = 10
"""Of more voices one says nothing of when negotiations began or end."""


class Item(NamedTuple):  # a frozen dataclass takes four times as long to make
    """A record with what derivation needs to know of its article."""

    article: str
    number: int
    published: str | None
    voice: str
    record: Any
    """As decisions have corrected it."""
    ruling: Ruling | None = None
    link: str = ""
    """Records of one link are one thing by a person's word."""
    known: str | None = None
    """The day from which it counts as known (see `banggiao.register.api.Mention`)."""

    @property
    def order(self) -> tuple[str, str, int]:
        return self.published or "9999", self.article, self.number


class Derived(NamedTuple):
    """A fact before it is stored. Its record is, of a single report, that one itself, with its evidence."""

    id: str
    key: str
    record: Record
    items: list[Item]


def block_of(record: Record, text: str, instruments: Callable[[], Instruments]) -> str:
    """The block of a record of an article with this text. The words of a statement are part of its block: the same
    sentence in two reprints is one statement."""
    return _digest(*_block_parts(record, text, instruments))


def block_of_end(record: Instrument, instruments: Callable[[], Instruments]) -> str:
    """The block of what tells that somebody refused, left or ended an agreement with a name of its own, whoever does;
    "" for any other, which is of its parties alone."""
    identity, proper = instruments().identity(record.name, record.parties)
    return _digest("instrument", identity, "", "rejected") if proper else ""


def _block_parts(record: Record, text: str, instruments: Callable[[], Instruments]) -> list[str]:
    parties = _together(tuple(record.parties))
    match record:
        case Office():
            return ["office", record.party or parties, record.role]
        case Meeting():
            return ["meeting", parties]
        case Status():
            return ["status", parties, record.level, record.phase]
        case Instrument():
            identity, proper = instruments().identity(record.name, record.parties)
            return ["instrument", identity, "" if proper else parties, record.stage]
        case Statement():
            words = " ".join(text[start:end] for start, end in record.evidence)
            return ["statement", parties, record.act, fold(words)]
        case Target():
            return ["target", parties, record.measure, _number(record.value), record.unit or "", record.due or ""]
        case Figure():
            return ["figure", parties, record.measure, _number(record.value), record.unit, record.period or ""]
    raise TypeError(f"no facts are made of records of kind {record.kind!r}")


@lru_cache(maxsize=16384)
def _together(parties: tuple[str, ...]) -> str:
    return "|".join(sorted(set(parties)))


def derive(
    items: list[Item], block: str, instruments: Callable[[], Instruments], told: Told = NOTHING_TOLD
) -> list[Derived]:
    """The facts of a block, in a fixed order, from all its records. told: what people said of names of people."""
    ordered = sorted(items, key=lambda item: item.order) if len(items) > 1 else items
    if not ordered:
        return []
    out: list[Derived] = []
    taken: set[str] = set()
    for group, mark in _ruled(ordered, told, instruments):
        record = merge(group, told) if len(group) > 1 else _typed(group[0].record)
        id = _id(record, block, mark)
        while id in taken:
            mark += "+"
            id = _id(record, block, mark)
        taken.add(id)
        out.append(Derived(id, _key(record, id, instruments), record, group))
    return out


def id_alone(item: Item, block: str) -> str:
    """The id of the fact that a record on which nobody decided makes by itself, and with the records that join it
    unless their mark comes before its own."""
    return _id(item.record, block, _mark_alone(item))


def _id(record: Record, block: str, mark: str) -> str:
    return _digest(record.kind, block, mark)[:16]


def _ruled(items: list[Item], told: Told, instruments: Callable[[], Instruments]) -> list[tuple[list[Item], str]]:
    """The groups of a block as decisions have them: what a person split off is grouped by itself, what a person merged
    is one."""
    if not any(item.link or (item.ruling and item.ruling.apart) for item in items):
        return [(items, _mark_alone(items[0]))] if len(items) == 1 else _groups(items, told, instruments)
    parts: dict[str, list[Item]] = {}
    for item in items:
        parts.setdefault(item.ruling.apart if item.ruling else "", []).append(item)
    found = [
        (group, f"{mark} apart {apart}" if apart else mark)
        for apart, part in sorted(parts.items())
        for group, mark in _groups(part, told, instruments)
    ]
    whole: list[tuple[list[Item], str]] = []
    for group, mark in found:
        links = {item.link for item in group if item.link}
        joined = [one for one in whole if links & {item.link for item in one[0]}]
        whole = [one for one in whole if one not in joined]
        together = sorted([*(i for one in joined for i in one[0]), *group], key=lambda i: i.order)
        whole.append((together, min([mark, *(one[1] for one in joined)])))
    return sorted(whole, key=lambda one: (one[0][0].order, one[1]))


def _groups(items: list[Item], told: Told, instruments: Callable[[], Instruments]) -> list[tuple[list[Item], str]]:
    """Records of one block that are about one thing, each group with a mark that tells it from its neighbours."""
    first = items[0].record
    if isinstance(first, Office):
        votes = _votes((item.record.person, item.voice) for item in items)
        names = unify_people(votes, told, votes=votes)
        return [(group, _folded(name)) for name, group in _by(items, lambda i: names[i.record.person])]
    if isinstance(first, Meeting):
        if len(items) == 1:
            return [(items, _anchor(items))]
        told_of = [(item.record, item.published, item.article) for item in items]
        groups = meetings.group(told_of, instruments().words_of_body(first.parties), told.series)
        found = [sorted((items[i] for i in group), key=lambda item: item.order) for group in groups]
        return sorted(((g, _anchor(g)) for g in found), key=lambda pair: pair[0][0].order)
    if isinstance(first, (Status, Instrument)):
        return [(group, _date_mark(group)) for group in _by_date(items)]
    return [(items, "")]


def _mark_alone(item: Item) -> str:
    """The mark of a record that is alone in its block: what `_groups` gives it."""
    match item.record:
        case Office():
            return _folded(item.record.person)
        case Meeting():
            return _anchor([item])
        case Status() | Instrument():
            return _dates(item)
    return ""


def _anchor(group: list[Item]) -> str:
    item = min(group, key=lambda i: (i.article, i.number))
    return f"{item.article} {item.number}"


def _by(items: list[Item], name: Callable[[Item], str]) -> list[tuple[str, list[Item]]]:
    groups: dict[str, list[Item]] = {}
    for item in items:
        groups.setdefault(name(item), []).append(item)
    return sorted(groups.items())


def _by_date(items: list[Item]) -> list[list[Item]]:
    """Groups whose dates (and ends) agree. Records without a date join the one dated group, if there is just one."""
    dated = [i for i in items if _dates(i)]
    groups: list[list[Item]] = []
    for item in sorted(dated, key=lambda i: (-edtf.precision(i.record.date), _dates(i), i.order)):
        home = next((g for g in groups if all(_agree(item.record, other.record) for other in g)), None)
        if home is None:
            groups.append([item])
        else:
            home.append(item)
    undated = [i for i in items if not _dates(i)]
    if undated and len(groups) == 1:
        groups[0] += undated
    elif undated:
        groups.append(undated)
    return [sorted(group, key=lambda i: i.order) for group in groups]


def _dates(item: Item) -> str:
    record = item.record
    return " ".join(filter(None, (record.date, getattr(record, "until", None))))


def _agree(a: Any, b: Any) -> bool:
    untils = getattr(a, "until", None), getattr(b, "until", None)
    return edtf.compatible(a.date, b.date) and edtf.compatible(*untils)


def _date_mark(group: list[Item]) -> str:
    return min((_dates(item) for item in group if _dates(item)), default="")


def merge(items: Sequence[Item], told: Told = NOTHING_TOLD) -> Record:
    """What records about one thing say together. `items` in their order, at least one; the record has no evidence."""
    first = items[0].record
    merged: Any = bare(first)
    if len(items) == 1:
        return _typed(merged)
    merged.parties = max((i.record.parties for i in items), key=lambda p: (len(p), [-ord(c) for c in "|".join(p)]))
    if hasattr(merged, "date"):
        dated = _best_dated(items)
        merged.date, merged.date_basis, merged.date_reason = dated.date, dated.date_basis, dated.date_reason
    match merged:
        case Office():
            votes = _votes((i.record.person, i.voice) for i in items)
            names = unify_people(votes, told, votes=votes)
            merged.person = _voted(items, lambda r: names[r.person]) or merged.person
            merged.title = _voted(items, lambda r: r.title) or ""
        case Meeting():
            _merge_meeting(merged, items, told)
        case Instrument():
            merged.name = _full_name(items)
            merged.until = _voted(items, lambda r: r.until)
            said = _votes((party, i.voice) for i in items for party in i.record.parties)
            some = max(said.values(), default=0) / _NO_PARTY
            merged.parties = sorted((p for p in said if said[p] >= some), key=lambda party: (-said[party], party))
            _without_strays(merged, items)
        case Statement():
            merged.speaker = max((i.record.speaker or "" for i in items), key=lambda n: (len(n), n)) or None
            merged.topics = sorted({topic for i in items for topic in i.record.topics})
    return corrected(_typed(merged), _fixed(items))


def _without_strays(merged: Instrument, items: Sequence[Item]) -> None:
    """Takes from negotiations a day and an end that one report in ten or fewer gives: they go on for years, and what
    hardly anybody says of when is somebody's hope or another paper's year."""
    voices = {item.voice for item in items}

    def stray(slot: str) -> bool:
        return len({item.voice for item in items if getattr(item.record, slot)}) * _STRAY < len(voices)

    if merged.stage == "negotiating":
        if stray("date"):
            merged.date, merged.date_basis, merged.date_reason = None, None, ""
        if stray("until"):
            merged.until = None


def _fixed(items: Iterable[Item]) -> dict[str, Any]:
    """The slots that a person set: no vote of reports overrides them; of two corrections the later holds."""
    fixed: dict[str, tuple[str, Any]] = {}
    for item in items:
        for slot, (made, value) in item.ruling.slots.items() if item.ruling else ():
            if slot not in fixed or made > fixed[slot][0]:
                fixed[slot] = made, value
    return {slot: value for slot, (_, value) in fixed.items()}


def _typed(record: Any) -> Record:
    assert isinstance(record, Record)
    return record


def _merge_meeting(merged: Meeting, items: Sequence[Item], told: Told) -> None:
    held = [i for i in items if i.record.phase == "held"]
    # Without a report that it was held, the latest word counts: a plan may have been called off.
    merged.phase = "held" if held else items[-1].record.phase
    if not held and (reported := [i for i in items if i.published]):
        merged.phase = reported[-1].record.phase
    merged.form = _voted(items, lambda r: r.form if r.form != "other" else None) or "other"
    merged.city = _city(items)
    merged.country = _voted(items, lambda r: r.country)
    merged.session = _voted(items, lambda r: r.session)
    merged.mechanism = _name_of_most(items)
    votes = _votes((person, i.voice) for i in items for person in i.record.people)
    people = unify_people(votes, told, votes=votes)
    merged.people = list(dict.fromkeys(people[person] for i in items for person in i.record.people))


def _city(items: Sequence[Item]) -> str | None:
    """The city that most voices give, as most of them write it."""
    place = _voted(items, lambda r: place_of(r.city) if r.city else None)
    return _voted(items, lambda r: r.city if r.city and place_of(r.city) == place else None)


def _name_of_most(items: Sequence[Item]) -> str | None:
    """The name of a meeting that most voices give, however they write it; of equals the fullest. The longest of all
    would be the one into which a reader once took words that stood behind it."""
    voices: dict[str, set[str]] = {}
    names = {(_folded(name), name) for item in items if (name := item.record.mechanism)}
    for item in items:
        voices.setdefault(_folded(item.record.mechanism or ""), set()).add(item.voice)
    return max(names, key=lambda n: (len(voices[n[0]]), len(n[1]), n[1]), default=("", None))[1]


def _full_name(items: Sequence[Item]) -> str:
    """The name of an agreement that most voices give, however they write it, or a fuller one that is no single
    writer's: the longest of all would be the one into which a reader once took words that stood behind it."""
    spelt = _votes((item.record.name, item.voice) for item in items)
    votes = _votes((_folded(item.record.name), item.voice) for item in items)
    words = {name: frozenset(_WORD.findall(name)) for name in votes}

    def weight(name: str) -> tuple[int, int, str]:
        return votes[name], len(name), name

    best = max(votes, key=weight)
    while fuller := [n for n in votes if words[n] > words[best] and votes[n] * _FULLER >= votes[best]]:
        best = max(fuller, key=weight)
    return max((name for name in spelt if _folded(name) == best), key=lambda name: (spelt[name], name))


def _best_dated(items: Sequence[Item]) -> Any:
    """The record whose date counts: of what is reported as done before what was planned, then the most exact, then
    the date of most voices, then the earliest report. Of meetings on several days those that say so."""
    voices: dict[str, set[str]] = {}
    for i in items:
        voices.setdefault(i.record.date or "", set()).add(i.voice)
    return max(
        enumerate(_of_all_days(items)),
        key=lambda pair: (
            edtf.precision(pair[1].record.date),
            getattr(pair[1].record, "phase", "") == "held",
            len(voices[pair[1].record.date or ""]),
            -pair[0],
        ),
    )[1].record


def _of_all_days(items: Sequence[Item]) -> Sequence[Item]:
    """The records by which a meeting lasted over all the days on which others have it; all of them where these have a
    day in common, or nobody says so."""
    if not isinstance(items[0].record, Meeting):
        return items
    exact = [(item, date) for item in items if edtf.precision(date := date_of(item.record)) == _A_DAY]
    dated = [(item, days) for item, date in exact if date and (days := edtf.bounds(date))]
    if not dated or max(first for _, (first, _) in dated) <= min(last for _, (_, last) in dated):
        return items
    whole = min(first for _, (first, _) in dated), max(last for _, (_, last) in dated)
    return [item for item, days in dated if days == whole] or items


def _votes(said: Iterable[tuple[str, str]]) -> dict[str, int]:
    """By name: how many voices give it. said: names, each with a voice."""
    voices: dict[str, set[str]] = {}
    for name, voice in said:
        voices.setdefault(name, set()).add(voice)
    return {name: len(given) for name, given in voices.items()}


def _voted(items: Sequence[Item], slot: Callable[[Any], T | None]) -> T | None:
    """The value that most voices give; of equals the one reported first."""
    votes: dict[T, set[str]] = {}
    for item in items:
        value = slot(item.record)
        if value is not None and value != "":
            votes.setdefault(value, set()).add(item.voice)
    if not votes:
        return None
    count = Counter({value: len(voices) for value, voices in votes.items()})
    return max(votes, key=lambda value: count[value])


def _key(record: Any, id: str, instruments: Callable[[], Instruments]) -> str:
    if isinstance(record, (Statement, Meeting)):
        return id
    parties = _together(tuple(record.parties))
    match record:
        case Status():
            return f"status:{parties}"
        case Office():
            return f"office:{record.party or parties}:{record.role}"
        case Instrument():
            identity, proper = instruments().identity(record.name, record.parties)
            if proper:
                return f"instrument:{identity}"
            issue = instruments().issue(identity, date_of(record))
            return f"instrument:{identity}:{parties}" + (f":{issue}" if issue else "")
        case Target():
            return f"target:{parties}:{record.measure}"
        case Figure():
            return f"figure:{parties}:{record.measure}"
    return id


def folded_names(names: Iterable[str]) -> list[str]:
    """Names as `fact_name` has them: folded, with a space at either end; in order, each once."""
    found = {_folded_name(name) for name in names}
    found.discard("")
    return sorted(found)


@lru_cache(maxsize=65536)
def _folded_name(name: str) -> str:
    folded = fold(name)
    return f" {folded} " if folded else ""


def written(record: Any, folded: str) -> str:
    """A folded name as a record writes it; where only other reports write it so, as it is folded."""
    return next((name for name in sorted(names_of(record)) if f" {fold(name)} " == folded), folded.strip())


def names_of(record: Any) -> set[str]:
    """The names under which a fact is found."""
    match record:
        case Office():
            return {record.person}
        case Meeting():
            return {*record.people, *filter(None, (record.mechanism,))}
        case Instrument():
            return {record.name}
        case Statement():
            return {record.speaker} if record.speaker else set()
    return set()


def _number(value: float | None) -> str:
    return "" if value is None else repr(float(value))


def _digest(*parts: str) -> str:
    return sha256_hex("\x1f".join(parts).encode())[:24]
