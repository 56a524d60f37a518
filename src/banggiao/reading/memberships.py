"""Memberships: a state that is in an organisation, joins it, leaves it, or wants to."""

from __future__ import annotations

from banggiao.edtf import bounds
from banggiao.model import Status
from banggiao.reading.dates import DateMention
from banggiao.reading.document import Document, Sentence
from banggiao.reading.pairs import pair_at
from banggiao.reading.parties import HOME, PartyMention, mentions_in
from banggiao.reading.people import person_at
from banggiao.reading.people_posts import are_states, is_state
from banggiao.reading.status import set_date, states_in

_MEMBER = 7  # units between a state and the word by which it belongs, joins or leaves
_TOLD = 4  # units between "là" and what a state is said to be
_BODY = {"belongs": 7, "joins": 4, "takes-part": 1, "leaves": 2}
"""Units from such a word to the organisation."""
_SEAT = 12  # units from a word of being elected to the body of the seat
_SIGNS = 6  # units before the state in which it is told that all this is but wished, denied or a condition
_DATED = 5  # units from the organisation to its date
_ANNIVERSARY = 4  # units from an anniversary to the state that joined
_UNKNOWN = 1  # words of no meaning here between a state and its joining
_BACK = 3  # sentences in which the organisation is named that "tổ chức này" means
_DOUBTS = ("wish", "modal", "uncertain")
_PASSING = ([","], [",", "một"], ["-"], ["-", "một"], ["–"], ["–", "một"])


def find_memberships(doc: Document) -> None:
    """Adds one Status for each (state, organisation, phase) of a story."""
    found: dict[tuple[int, frozenset[str], str], Status] = {}
    for unit in doc.units_of.get("membership", ()):
        for record in _records(doc, unit):
            key = record.story, frozenset(record.parties), record.phase
            known = found.setdefault(key, record)
            if known is record:
                continue
            known.evidence += record.evidence
            if record.date and not known.date:
                known.date, known.date_basis, known.date_reason = record.date, record.date_basis, record.date_reason
    doc.records += found.values()


def _records(doc: Document, unit: int) -> list[Status]:
    """The records of one word of membership: one for each state of which it is told."""
    entry = doc.entry(unit, "membership")
    assert entry is not None
    sentence = doc.sentences[doc.sentence_of[unit]]
    how, at = str(entry.attrs["how"]), unit
    body = _body(doc, sentence, unit, how)
    if body is None:
        return []
    if how == "belongs":
        at = _verb(doc, sentence, unit)
        how = "joins" if _told_by(doc, at) == "becomes" else how
    member = _member(doc, sentence, at) or _behind(doc, sentence, at, body)
    if member is None or doc.units("candidacy", member.last, unit):
        return []
    phase, date = _phase(doc, sentence, how, member, at, body)
    if phase is None:
        return []
    out: list[Status] = []
    for code in member.codes:
        record = Status(
            parties=[code, *body.codes],
            level="membership",
            phase=phase,
            evidence=[doc.span(min(member.first, unit), max(member.last, body.last))],
            rules=[f"status.{entry.attrs['how']}"],
            story=sentence.story,
        )
        if date is not None:
            set_date(doc, record, sentence, date)
        out.append(record)
    return out


def _body(doc: Document, sentence: Sentence, unit: int, how: str) -> PartyMention | None:
    """The organisation behind a word of membership, with nothing that parts them."""
    reach = _SEAT if _is_elected(doc, unit) else _BODY[how]
    last = min(sentence.last, unit + 1 + reach + 1)
    for mention in mentions_in(doc, unit + 1, last):
        if mention.how == "place" or len(mention.codes) != 1:
            continue
        return None if is_state(doc, mention.codes[0]) or _apart(doc, unit, mention.first) else mention
    return _that_body(doc, sentence, unit) if how != "belongs" else None


def _apart(doc: Document, unit: int, body: int) -> bool:
    """Whether something stands between a word of membership and an organisation that makes it one of another clause."""
    turns = (doc.entry(i, "clause-turn") for i in doc.units("clause-turn", unit + 1, body))
    if doc.parted(unit, body) or any(turn and turn.attrs.get("of") != "owner" for turn in turns):
        return True
    return any(doc.has(cls, unit + 1, body) for cls in ("joiner", "act", "instrument-head", "instrument"))


def _that_body(doc: Document, sentence: Sentence, unit: int) -> PartyMention | None:
    """The organisation that words such as "tổ chức này" right behind a unit mean: the one last named in the story."""
    if doc.entry(unit + 1, "that-body") is None:
        return None
    for index in range(sentence.index, max(-1, sentence.index - _BACK), -1):
        other = doc.sentences[index]
        if other.story != sentence.story:
            break
        named = [m for m in mentions_in(doc, other.first, min(other.last, unit)) if len(m.codes) == 1]
        bodies = [m for m in named if m.how != "place" and not is_state(doc, m.codes[0])]
        if bodies:
            return PartyMention(unit + 1, unit + 2, bodies[-1].codes, "name", "party.that-body")
    return None


def _verb(doc: Document, sentence: Sentence, unit: int) -> int:
    """The unit by which somebody is told to belong ("là một thành viên", "trở thành nước thành viên"), else the unit of
    belonging itself, which is told in passing ("Ba Lan, một thành viên NATO,")."""
    for at in range(unit - 1, max(sentence.first, unit - _TOLD) - 1, -1):
        if _told_by(doc, at) in ("is", "becomes"):
            return at
        if doc.entry(at, "capacity"):
            holds = next((i for i in (at - 1, at - 2) if _told_by(doc, i) == "holds"), None)
            return holds if holds is not None else unit
        if doc.norms[at] in (",", ";"):
            break
    return unit


def _told_by(doc: Document, unit: int) -> str:
    """How a unit tells that somebody is something: "is", "becomes", "holds"; "" where it does not."""
    being = doc.entry(unit, "being")
    return str(being.attrs["how"]) if being else ""


def _is_elected(doc: Document, unit: int) -> bool:
    """Whether a state joins by an election."""
    told = doc.entry(unit, "membership")
    return told is not None and bool(told.attrs.get("elected"))


def _member(doc: Document, sentence: Sentence, at: int) -> PartyMention | None:
    """The state, or list of states, before a unit of which something is told."""
    if doc.norms[at - 1] == "đều":  # "Lào và Thái Lan có chung sông, đều là thành viên"
        lists = [m for m in mentions_in(doc, sentence.first, at) if m.how in ("list", "dyad")]
        return lists[-1] if lists and are_states(doc, lists[-1].codes) else None
    start = max(sentence.first, at - _MEMBER)
    last = max(states_in(doc, start, at), key=lambda m: (m.last, m.last - m.first), default=None)
    both = doc.units("pair", last.last if last else start, at)
    if both and (pair := pair_at(doc, both[-1])) and are_states(doc, pair):
        last = PartyMention(both[-1], both[-1] + 1, pair, "pair", "party.pair")  # "hai nước là thành viên ASEAN"
    if last is None:
        return None
    told = doc.entry(at, "membership")
    if told is not None and told.attrs["how"] == "belongs":
        return last if doc.norms[last.last : at] in _PASSING else None
    if doc.parted(last.last, at) or person_at(doc, last.first) is not None or doc.has("own-state", last.last, at):
        return None
    other = doc.entry(last.first - 1, "preposition")  # "quan hệ với Mỹ và trở thành thành viên ASEAN"
    return None if other and other.attrs.get("other") else last


def _behind(doc: Document, sentence: Sentence, at: int, body: PartyMention) -> PartyMention | None:
    """The state behind the comma of a clause that tells of it before ("Là thành viên của ASEAN, Việt Nam sẽ …")."""
    if _told_by(doc, at) != "is" or at - sentence.first > _MEMBER or doc.norms[body.last] != ",":
        return None
    if any(m.last <= at for m in mentions_in(doc, max(sentence.first, at - 2), at)):
        return None
    behind = [m for m in mentions_in(doc, body.last + 1, min(sentence.last, body.last + 3)) if m.first == body.last + 1]
    return next((m for m in behind if len(m.codes) == 1 and is_state(doc, m.codes[0])), None)


def _phase(
    doc: Document, sentence: Sentence, how: str, member: PartyMention, at: int, body: PartyMention
) -> tuple[str | None, DateMention | None]:
    """The phase of a membership and its time."""
    first = max(sentence.first, min(member.first, at) - _SIGNS)
    if doc.has("negation", member.last, at + 1) or doc.has("condition", first, at) or _is_not(doc, first, body.first):
        return None, None
    if how == "belongs":
        in_passing = doc.entry(at, "membership") is not None
        doubted = any(doc.has(cls, first, at) for cls in _DOUBTS)
        return ("in-force" if in_passing or not doubted else None), None
    for unit in doc.units("date", max(sentence.first, member.first - _ANNIVERSARY), member.first):
        if how != "leaves" and doc.date_at[unit].role == "anniversary":
            return "established", _in_bracket(doc, sentence, body) or doc.date_at[unit]
    done = [i for i in doc.units("past-sign", first, body.first) if doc.norms[i] != "hồi"]
    date = _date(doc, sentence, member, body)
    if how == "leaves":
        leaving = doc.entry(at, "membership")
        left = (leaving and leaving.attrs.get("put_out")) or any(
            doc.norms[i].startswith("đã") for i in range(at - 2, at)
        )
        doubted = any(doc.has(cls, member.last, at) for cls in _DOUBTS)
        return ("ended" if left and not doubted else None), date
    if how == "takes-part" or doc.has("uncertain", done[-1] if done else first, at):
        return None, None
    since = done[-1] if done else first
    if doc.has("joining", since, at + 1):
        return "proposed", None
    wished = _wished(doc, since, at + 1)
    if wished is not None and not (date and _is_past(doc, sentence, date)):
        return wished, None
    if sum(doc.norms[i].isalpha() and not doc.entries[i] for i in range(member.last, at)) > _UNKNOWN:
        return None, None  # "Moskva một lần nữa đánh tiếng gia nhập NATO": something else is done
    told = bool(done) or _headlined(doc, sentence, member, at) or _is_known(doc, member)
    return ("established", date) if told or (date and _is_past(doc, sentence, date)) else (None, None)


def _wished(doc: Document, first: int, last: int) -> str | None:
    """The phase of what is wished for or decided before it is so."""
    wishes = [doc.entry(i, "wish") for i in doc.units("wish", first, last)]
    phases = {str(wish.attrs["phase"]) for wish in wishes if wish}
    if "proposed" in phases:
        return "proposed"
    return "agreed" if "agreed" in phases else None


def _is_not(doc: Document, first: int, last: int) -> bool:
    """Whether units `[first, last)` tell that a state was a member once, or that somebody will not have it in."""
    once = (doc.entry(i, "not-now") for i in doc.units("not-now", first, last))
    if any(entry and not entry.attrs.get("ally") for entry in once):
        return True
    joining = (doc.entry(i, "joining") for i in doc.units("joining", first, last))
    return any(entry and entry.attrs.get("against") for entry in joining)


def _headlined(doc: Document, sentence: Sentence, member: PartyMention, at: int) -> bool:
    """Whether an election is the news of a headline that begins with the state."""
    return sentence.zone == "title" and _is_elected(doc, at) and member.first <= sentence.first + 1


def _is_known(doc: Document, member: PartyMention) -> bool:
    """Whether readers know that a state has joined: their own, of which "việc Việt Nam gia nhập WTO" is history."""
    return member.codes == (HOME,) and doc.norms[member.first - 1] == "việc"


def _date(doc: Document, sentence: Sentence, member: PartyMention, body: PartyMention) -> DateMention | None:
    """The time right behind the organisation, else the one before the state, else that of the whole sentence, at its
    head."""
    behind = doc.units("date", body.last, min(sentence.last, body.last + _DATED))
    before = doc.units("date", max(sentence.first, member.first - 2), member.first)
    head = doc.units("date", sentence.first, sentence.first + 2)
    for unit in [*behind[:1], *before[-1:], *(i for i in head if doc.norms[i + 1] == ",")]:
        date = doc.date_at[unit]
        if date.edtf and date.role in ("", "since") and not date.rule.startswith("date.years"):
            return date
    return None


def _in_bracket(doc: Document, sentence: Sentence, body: PartyMention) -> DateMention | None:
    """The years or days in the bracket right behind an organisation ("gia nhập ASEAN (28/7/1995 - 28/7/2018)")."""
    behind = doc.units("date", body.last, min(sentence.last, body.last + 2))
    for unit in behind:
        date = doc.date_at[unit]
        if date.edtf and ("(" in doc.norms[body.last : unit + 1] or "bracket" in date.rule):
            return date
    return None


def _is_past(doc: Document, sentence: Sentence, date: DateMention) -> bool:
    """Whether a time had begun when the page was published; where that is not known, whether it is one that is told."""
    when = bounds(str(date.edtf))
    published = doc.article.published if not sentence.story else None
    now = bounds(published) if published else None
    return when is not None and (now is None or when[0] <= now[1])
