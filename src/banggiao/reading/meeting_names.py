"""The names of conferences and their sessions: "Hội nghị Bộ trưởng Ngoại giao ASEAN lần thứ 51"."""

from __future__ import annotations

from dataclasses import dataclass, field

from banggiao.lexicon import Entry
from banggiao.reading.document import Document, Sentence

_LONGEST = 16


@dataclass(slots=True)
class Conference:
    """Units `[.., last)` of a conference's name. `parties` are those that the name or the lexicon gives."""

    title: str
    form: str
    last: int
    session: int | None = None
    acronym: str | None = None
    body: str | None = None
    parties: list[str] = field(default_factory=list)


def conference_name(doc: Document, sentence: Sentence, unit: int) -> Conference | None:
    """The name that begins at a noun for an occasion or at a body's name, or None where only the noun stands."""
    entry = doc.entry(unit, "occasion", "body")
    assert entry is not None
    last = _end(doc, sentence, unit + 1)
    counted = entry.attrs.get("form") not in ("ceremony", "exercise")
    session, after = session_of(doc, sentence, last) if counted or entry.cls == "body" else (None, last)
    if session is None and counted:
        session = _inside(doc, unit, last)
    known, named_session, after = _acronym_after(doc, sentence, max(last, after))
    session = session or named_session
    title = " ".join(doc.surface(unit, last).split())
    name = Conference(title, str(entry.attrs["form"]), max(last, after), session)
    inside = range(unit, last)
    body = next((e for i in inside if (e := doc.entry(i, "body"))), known)
    if body:
        name.body = body.id
        if series := doc.lexicon.bodies.get(body.id):
            name.parties = list(series.parties)
            if series.form and name.form in ("other", "forum"):
                name.form = series.form
    codes: dict[str, None] = {}
    for i in inside:
        for found in doc.entries[i]:
            if found.cls in ("party", "metonym", "demonym") or (found.cls == "short" and i > unit):
                codes[found.id] = None
                break
    if codes and (len(codes) > 1 or not name.parties):
        name.parties = list(codes)
    name.acronym = next(
        (w for w in title.replace("(", " ").replace(")", " ").split() if w.isupper() and len(w) > 2), None
    )
    if last == unit + 1 and entry.cls == "occasion" and session is None:
        return Conference("", name.form, last)
    if last == unit + 1 and entry.cls == "occasion":
        name.title = ""
    if name.form == "other":
        name.form = next(
            (
                str(level.attrs["form"])
                for i in range(sentence.first, sentence.last)
                if (level := doc.entry(i, "meeting-level"))
            ),
            "other",
        )
    return name


def _acronym_after(doc: Document, sentence: Sentence, unit: int) -> tuple[Entry | None, int | None, int]:
    """ "(AMEM-42)" right after a name: its body, its session, and the unit after it."""
    if unit + 2 < sentence.last and doc.norms[unit] == "(" and (body := doc.entry(unit + 1, "body")):
        session, after = session_of(doc, sentence, unit + 2)
        if after < sentence.last and doc.norms[after] == ")":
            return body, session, after + 1
    return None, None, unit


def session_of(doc: Document, sentence: Sentence, unit: int) -> tuple[int | None, int]:
    """The ordinal that stands at a unit ("lần thứ 26", "lần 2", "51"), and the unit after it."""
    if unit >= sentence.last:
        return None, unit
    if doc.entry(unit, "session-word"):
        value = _number(doc, unit + 1, sentence.last)
        return (value, unit + 2) if value else (None, unit)
    if doc.norms[unit] == "-" and unit + 1 < sentence.last and _digits(doc, unit + 1):
        return _digits(doc, unit + 1), unit + 2
    return (_digits(doc, unit), unit + 1) if _digits(doc, unit) else (None, unit)


def _digits(doc: Document, unit: int) -> int | None:
    norm = doc.norms[unit]
    return int(norm) if norm.isdigit() and 1 <= int(norm) <= 120 and unit not in doc.date_at else None


def _number(doc: Document, unit: int, last: int) -> int | None:
    if unit >= last:
        return None
    if doc.norms[unit].isdigit():
        return int(doc.norms[unit]) if 1 <= int(doc.norms[unit]) <= 200 else None
    ordinal = doc.entry(unit, "ordinal")
    return int(ordinal.attrs["value"]) if ordinal else None


def _inside(doc: Document, first: int, last: int) -> int | None:
    for unit in range(first, last):
        if doc.entry(unit, "session-word") and (value := _number(doc, unit + 1, last)):
            return value
    return None


def _end(doc: Document, sentence: Sentence, unit: int) -> int:
    """The unit after a conference's name."""
    limit = min(sentence.last, unit + _LONGEST)
    last = unit
    named = topic = False
    while unit < limit:
        norm = doc.norms[unit]
        if norm == "(":
            if unit + 2 < limit and doc.norms[unit + 2] == ")":
                unit = last = unit + 3
                continue
            break
        if unit in doc.date_at or doc.entry(unit, "session-word"):
            break
        if norm in ("-", "+", "/"):
            unit += 1
            continue
        if not norm[:1].isalnum() or doc.entry(
            unit, "name-stop", "act", "stage", "modal", "occasion", "honorific", "post"
        ):
            break
        if named and not topic and not doc.is_cap(unit) and not doc.entry(unit, "name-goes-on", "joiner", "of"):
            break
        named = named or doc.entry(unit, "party", "short") is not None
        topic = topic or doc.entry(unit, "topic-word") is not None
        if norm.isdigit():
            if doc.norms[unit - 1] == "+":
                unit += 1
                last = unit
                continue
            break
        if doc.entry(unit, "joiner"):
            if (
                unit + 1 >= limit
                or doc.entry(unit + 1, "name-stop", "act", "occasion", "post", "honorific")
                or not doc.is_cap(unit + 1)
            ):
                break
            unit += 1
            continue
        unit += 1
        last = unit
    return last
