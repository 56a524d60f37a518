"""What people decide about facts, apart from what the reader read: shapes, corrected slots, and how a decision is found
again after its article was read anew.

A decision rests on records, not on facts: facts are derived and may be derived otherwise tomorrow. It keeps the record
of each report as it was when somebody looked at it (an anchor). When the article is read anew, the anchor looks for its
record in the new reading: for accepting and rejecting the record must still say the same, since nobody has judged
another; for a correction, a merger or a split it must be of the same kind and rest on the same words. An anchor
that finds nothing rests, and works again when its record comes back.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from banggiao import edtf, model
from banggiao.errors import UsageError
from banggiao.model import Record, record_to_dict

Saying = Literal["same", "apart"]
"""What is said of names: that they are one's, or several's."""
Action = Literal["accept", "reject", "correct", "merge", "split", "add", "same", "apart"]
State = Literal["in force", "partly", "at rest", "withdrawn"]

HAND = "hand"
"""The `reader` of a reading that a person made: it is never read anew."""
FIXED = {"evidence", "rules", "story", "date_basis", "date_reason"}
"""Slots that are no part of what a record says."""
_DATES = {"date", "until", "due", "period"}
_NEEDED = {"person", "role", "form", "phase", "level", "name", "stage", "act", "measure", "parties"}


@dataclass(slots=True, frozen=True)
class Anchor:
    """A record that a decision rests on. `index`: its number in the present reading of the article, None where that
    has no such record (or the article is gone)."""

    article: str
    record: Record
    index: int | None


@dataclass(slots=True, frozen=True)
class Decision:
    """What somebody decided: on facts, or (`same`, `apart`; kind `person`) on names of people, which stand in
    `slots["names"]`. made, withdrawn: UTC, ISO 8601; `withdrawn` is "" while it stands. slots: for `correct`
    the corrected ones. anchors: the records that it rests on. state: `at rest` if none of them is in the present
    readings, `partly` if some are."""

    id: str
    action: Action
    made: str
    by: str
    why: str
    kind: str
    slots: dict[str, Any] = field(default_factory=dict)
    anchors: list[Anchor] = field(default_factory=list)
    withdrawn: str = ""
    withdrawn_by: str = ""
    withdrawn_why: str = ""

    @property
    def state(self) -> State:
        if self.withdrawn:
            return "withdrawn"
        if not self.anchors:  # on names, which rests on no record
            return "in force"
        found = sum(anchor.index is not None for anchor in self.anchors)
        return "at rest" if not found else "in force" if found == len(self.anchors) else "partly"


@dataclass(slots=True, frozen=True)
class Ruling:
    """What the decisions on one record come to. ids: the decisions at work, by time. out: it is rejected. slots: slot →
    (when, value) of the last correction. link: records of one link are one thing. apart: records of one such mark
    are a thing of their own."""

    ids: tuple[str, ...]
    out: bool = False
    slots: dict[str, tuple[str, Any]] = field(default_factory=dict)
    links: tuple[str, ...] = ()
    apart: str = ""


def stamp(at: datetime | None) -> str:
    """The moment of a decision (None: now) as it is kept: UTC, ISO 8601."""
    return (at or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="microseconds")


def no_such_fact(id: str) -> UsageError:
    """The error for a fact that the register does not hold (any more)."""
    return UsageError(
        f"The register holds no fact {id!r}.",
        hint="Facts may be derived anew and bear another id then; look it up again (--ids shows them).",
    )


def rule(decisions: Sequence[Decision]) -> Ruling | None:
    """What these decisions on one record come to, in the order in which they were made; None if they come to nothing.

    The later holds: accepting takes back a rejection, a merger a split, a split the mergers before it.
    """
    ids: list[str] = []
    out, apart = False, ""
    links: list[str] = []
    slots: dict[str, tuple[str, Any]] = {}
    for one in sorted(decisions, key=lambda d: (d.made, d.id)):
        if one.withdrawn:
            continue
        ids.append(one.id)
        match one.action:
            case "accept":
                out = False
            case "reject":
                out = True
            case "correct":
                slots |= {slot: (one.made, value) for slot, value in one.slots.items()}
            case "merge":
                links, apart = [*links, one.id], ""
            case "split":
                links, apart = [], one.id
    return Ruling(tuple(ids), out, slots, tuple(links), apart) if ids else None


def rejected(decisions: Iterable[Decision], article: str) -> set[int]:
    """The numbers of an article's records that decisions take out of every fact."""
    on: dict[int, list[Decision]] = {}
    for one in decisions:
        for anchor in one.anchors:
            if anchor.article == article and anchor.index is not None:
                on.setdefault(anchor.index, []).append(one)
    return {index for index, found in on.items() if (ruling := rule(found)) and ruling.out}


def corrected(record: Record, slots: dict[str, Any]) -> Record:
    """The record with slots as a person set them (None: the slot is empty)."""
    if not slots:
        return record
    values = dict(slots)
    if values.keys() & _DATES and "date_basis" not in values:
        values |= {"date_basis": "stated", "date_reason": "corrected by hand"}
    return replace(record, **values)


def find(anchor: Record, action: Action, records: Sequence[Record]) -> int | None:
    """The number of the record that a decision means among the present ones of its article; None if it is gone.

    Of several the one that rests on most of the same words, then the one that says most nearly the same.
    """
    best: tuple[int, int, int] | None = None
    said = _said(anchor)
    for index, record in enumerate(records):
        if record.kind != anchor.kind:
            continue
        says = _said(record)
        if action in ("accept", "reject") and says != said:
            continue
        shared = _overlap(anchor.evidence, record.evidence)
        if not shared:
            continue
        alike = sum(says.get(slot) == value for slot, value in said.items())
        rank = (shared, alike, -index)
        if best is None or rank > best:
            best = rank
    return -best[2] if best else None


def slots_from(kind: str, words: Iterable[str], party: Callable[[str], str]) -> dict[str, Any]:
    """Corrected slots from `slot=value` words; `slot=` empties it. Lists are separated by semicolons, or by commas
    where no name holds one. party: a name → its code, or a UsageError.

    Raises UsageError for a slot that the kind does not have, or a value that it cannot hold.
    """
    out: dict[str, Any] = {}
    types_ = _types(kind)
    for word in words:
        slot, equals, value = word.partition("=")
        slot, value = slot.strip(), value.strip()
        if not equals or slot not in types_:
            raise UsageError(
                f"{word!r} corrects nothing in a record of kind {kind}.",
                hint=f"Write slot=value; the slots: {', '.join(types_)}.",
            )
        out[slot] = _value(kind, slot, value, types_[slot], party)
    if not out:
        raise UsageError("Nothing is corrected.", hint=f"Write slot=value; the slots: {', '.join(types_)}.")
    return out


def record_by_hand(kind: str, words: Iterable[str], party: Callable[[str], str]) -> Record:
    """A record from `slot=value` words. Raises UsageError for a kind that does not exist and slots that are missing."""
    if kind not in model.RECORD_TYPES:
        raise UsageError(f"There is no kind {kind!r}.", hint=f"The kinds: {', '.join(model.RECORD_TYPES)}.")
    slots = slots_from(kind, words, party)
    needed = sorted(
        name for name in _types(kind) if name in _NEEDED or (kind == "figure" and name in ("value", "unit"))
    )
    if kind == "office" and slots.get("party"):
        slots.setdefault("parties", [slots["party"]])
    missing = [name for name in needed if slots.get(name) in (None, "", [])]
    if missing:
        raise UsageError(f"A record of kind {kind} lacks {', '.join(missing)}.", hint="Give each as slot=value.")
    if slots.keys() & _DATES:
        slots |= {"date_basis": "stated", "date_reason": "added by hand"}
    return model.RECORD_TYPES[kind](**slots)


def decision_to_dict(one: Decision) -> dict[str, Any]:
    """The decision as plain JSON data; empty slots are left out."""
    out: dict[str, Any] = {"id": one.id, "action": one.action, "kind": one.kind, "made": one.made, "by": one.by}
    for name in ("why", "slots", "withdrawn", "withdrawn_by", "withdrawn_why"):
        if value := getattr(one, name):
            out[name] = value
    out["state"] = one.state
    out["anchors"] = [
        {"article": a.article, "record": record_to_dict(a.record)} | ({} if a.index is None else {"index": a.index})
        for a in one.anchors
    ]
    return out


def decision_from_dict(data: dict[str, Any]) -> Decision:
    """The decision that `decision_to_dict` wrote. Raises KeyError or TypeError for other data."""
    anchors = [Anchor(a["article"], model.record_from_dict(a["record"]), a.get("index")) for a in data["anchors"]]
    values = {k: v for k, v in data.items() if k not in ("anchors", "state")}
    return Decision(**({"why": ""} | values), anchors=anchors)


def ruling_text(ruling: Ruling, link: str) -> str:
    """A ruling as a mention's row holds it. link: the name of the whole that mergers make of its record and others."""
    row: dict[str, Any] = {"ids": list(ruling.ids)}
    if ruling.out:
        row["out"] = True
    if ruling.slots:
        row["slots"] = {slot: list(value) for slot, value in sorted(ruling.slots.items())}
    if link:
        row["link"] = link
    if ruling.apart:
        row["apart"] = ruling.apart
    return msgspec.json.encode(row).decode()


def ruling_from(text: str | None) -> tuple[Ruling | None, str]:
    """What `ruling_text` wrote: the ruling (None where nobody decided) and the link."""
    if text is None:
        return None, ""
    data = msgspec.json.decode(text)
    slots = {slot: (made, value) for slot, (made, value) in data.get("slots", {}).items()}
    return Ruling(tuple(data["ids"]), data.get("out", False), slots, (), data.get("apart", "")), data.get("link", "")


def effect(text: str | None) -> dict[str, Any]:
    """What a ruling that `ruling_text` wrote changes of facts; empty where it changes nothing, as accepting does."""
    data: dict[str, Any] = msgspec.json.decode(text) if text is not None else {}
    data.pop("ids", None)
    return data


def _types(kind: str) -> dict[str, Any]:
    cls = model.RECORD_TYPES[kind]
    hints = get_type_hints(cls)
    return {item.name: hints[item.name] for item in fields(cls) if item.name not in FIXED}


def _value(kind: str, slot: str, text: str, type_: Any, party: Callable[[str], str]) -> Any:
    if get_origin(type_) is list:
        items = [item.strip() for item in text.split(";" if ";" in text else ",") if item.strip()]
        if slot == "parties":
            items = [party(item) for item in items]
        if slot in _NEEDED and not items:
            raise UsageError(f"The slot {slot} cannot be empty.", hint="Reject the fact if it is none.")
        return items
    if not text:
        if slot in _NEEDED or not _optional(type_):
            raise UsageError(f"The slot {slot} cannot be empty.", hint="Reject the fact if it is none.")
        return None
    allowed = model.CLOSED.get(kind, {}).get(slot)
    if allowed and text not in allowed:
        raise UsageError(f"{slot}={text}: there is no such {slot}.", hint=f"One of: {', '.join(allowed)}.")
    if slot in _DATES:
        try:
            edtf.parse(text)
        except ValueError as error:
            raise UsageError(
                f"{slot}: {error}.", hint="Such as 2018-08-02, 2018-08, 2018, 2018-08-01/2018-08-04."
            ) from None
        return text
    if slot in ("party", "country"):
        return party(text)
    plain = [t for t in (get_args(type_) or (type_,)) if t is not type(None)]
    if plain[0] in (int, float):
        try:
            return plain[0](text.replace("_", ""))
        except ValueError:
            raise UsageError(f"{slot}={text} is no number.", hint="Write it in units, such as 100000000000.") from None
    return text


def _optional(type_: Any) -> bool:
    return get_origin(type_) in (Union, types.UnionType) and type(None) in get_args(type_)


def _said(record: Record) -> dict[str, Any]:
    return {slot: value for slot, value in record_to_dict(record).items() if slot not in FIXED}


def _overlap(a: Sequence[tuple[int, int]], b: Sequence[tuple[int, int]]) -> int:
    return sum(max(0, min(e, f) - max(s, t)) for s, e in a for t, f in b)
