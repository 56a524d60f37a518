"""Undertakings: what a state will do, or must, by a day that lies ahead is a target of that state."""

from __future__ import annotations

from banggiao import edtf
from banggiao.model import Target
from banggiao.reading.amounts import amounts_of
from banggiao.reading.dates import DateMention
from banggiao.reading.document import Document, Sentence
from banggiao.reading.measure_times import due_of, length_of
from banggiao.reading.parties import HOME, mentions_in
from banggiao.reading.people import people_in
from banggiao.reading.people_posts import are_states

_SIGN = 3  # units before a deed in which it is told to be to come
_SUBJECT = 12  # units before that sign in which the doer stands
_BESIDE = 2  # units between the doer and that sign, or the verb by which he says it
_REACH = 22  # units from the deed to its day
_OBJECT = 9  # units behind a deed that tell what is done
_DAY = 10  # characters of a whole day in EDTF
_SIGNS = frozenset({"sẽ", "phải", "dự kiến", "dự kiến sẽ", "sẽ phải", "sẽ tiếp tục"})
_PROMISES = frozenset({"cam kết", "hứa"})  # nouns as well, where the deed does not stand right behind them
_BY = frozenset({"vào", "trước", "đến", "tới", "từ", "kể từ", "là"})
_AHEAD = ("tới", "sau", "nữa", "cuối năm nay")
_TOLD = ("hôm ", "hồi ")
_TO = "cho"
_STOPS = frozenset(
    {
        ",",
        ";",
        ".",
        ":",
        '"',
        "(",
        "trong",
        "trong vòng",
        "trong khuôn khổ",
        "được",
        "sớm",
        "nếu",
        "sau",
        "bắt đầu",
        _TO,
        *_BY,
    }
)
_NOT_DONE = frozenset({"được", "bị", "nhận", "việc"})  # "sẽ được bàn giao", "sẽ nhận bàn giao"


def find_undertakings(doc: Document) -> None:
    """Adds a Target for each deed of a story with its doer and its day, unless its sentence is a target already."""
    known = {span for r in doc.records if isinstance(r, Target) for span in r.evidence}
    seen: set[tuple[int, str, str]] = set()
    for unit in doc.units_of.get("undertaking", ()):
        sentence = doc.sentences[doc.sentence_of[unit]]
        sign = _sign(doc, sentence, unit)
        if sign is None or (sentence.start, sentence.end) in known:
            continue
        record = _record(doc, sentence, sign, unit)
        key = (sentence.story, record.rules[0], record.measure.split()[0] + record.parties[0]) if record else None
        if record is None or key is None or key in seen:
            continue
        seen.add(key)
        known.add((sentence.start, sentence.end))
        doc.records.append(record)


def _record(doc: Document, sentence: Sentence, sign: int, unit: int) -> Target | None:
    """The target that a deed is whose sign stands at a unit before it, or None."""
    entry, date = doc.entry(unit, "undertaking"), _day(doc, sentence, unit)
    span = length_of(doc, date) if date else _span(doc, sentence, unit)
    if entry is None or not (date or span):
        return None
    doers, what = _doers(doc, sentence, sign, unit), _object(doc, sentence, unit)
    if not doers or (entry.attrs.get("at_home") and doers == [HOME]) or not (what or entry.attrs.get("alone")):
        return None
    if entry.attrs.get("from") and not _leaves(doc, sentence, sign, unit):
        return None
    return Target(
        parties=doers,
        measure=" of ".join(filter(None, [str(entry.attrs["noun"]), what])),
        value=span[0] if span else None,
        unit=span[1] if span else None,
        due=due_of(date) if date and date.edtf else None,
        evidence=[(sentence.start, sentence.end)],
        rules=["target.undertaking"],
        story=sentence.story,
        date_basis=date.basis if date and date.edtf else None,
        date_reason=date.reason if date and date.edtf else "",
    )


def _sign(doc: Document, sentence: Sentence, unit: int) -> int | None:
    """The unit before a deed by which it is to come ("sẽ", "phải", "dự kiến"), or None; also where it is denied,
    doubted, threatened, or done to somebody."""
    first = max(sentence.first, unit - _SIGN)
    signs = [i for i in range(first, unit) if _is_sign(doc, i, unit)]
    if not signs or doc.parted(signs[0], unit) or not _NOT_DONE.isdisjoint(doc.norms[signs[0] : unit]):
        return None
    before = max(sentence.first, signs[0] - _SIGN)
    return (
        None
        if any(doc.has(cls, before, unit) for cls in ("negation", "uncertain", "condition", "threat"))
        else signs[0]
    )


def _is_sign(doc: Document, at: int, unit: int) -> bool:
    """Whether a unit before a deed tells that it is to come, alone or with the verb of saying before it ("hứa sẽ")."""
    norm = doc.norms[at]
    if norm in _PROMISES:
        return at == unit - 1
    return norm in _SIGNS or (norm.endswith(" sẽ") and doc.entry(at, "act") is not None)


def _day(doc: Document, sentence: Sentence, unit: int) -> DateMention | None:
    """The first time behind a deed, where it lies ahead; a whole day only where it is one by which ("trước ngày 5/4"):
    others are those on which something was told."""
    for at in doc.units("date", unit + 1, min(unit + _REACH, sentence.last)):
        date = doc.date_at[at]
        if date.role == "anniversary" or date.rule.startswith("date.years") or doc.has("past-sign", unit + 1, at):
            return None
        if doc.norms[at].startswith(_TOLD) or any(norm.startswith("đã") for norm in doc.norms[unit + 1 : at]):
            return None  # "rút khỏi thoả thuận đã ký năm 2015"
        if date.edtf is None:
            return date if doc.norms[at].endswith(_AHEAD) else None
        by = date.role in ("until", "span", "since") or doc.norms[at - 1] in _BY
        return date if _is_ahead(doc, sentence, date) and (by or len(date.edtf) != _DAY) else None
    return None


def _span(doc: Document, sentence: Sentence, unit: int) -> tuple[float, str] | None:
    """The number and unit of the time in which a deed is to be done ("trong vòng 60 ngày"), in its clause."""
    last = min(unit + _REACH, sentence.last)
    stop = next((i for i in range(unit + 1, last) if doc.norms[i] in (",", ";", '"')), last)
    return amounts_of(doc).span(doc.low, doc.ends[unit], doc.starts[stop]) if stop > unit + 1 else None


def _is_ahead(doc: Document, sentence: Sentence, date: DateMention) -> bool:
    """Whether a time ends after publication; where that is not known, the sign before the deed tells it."""
    published = doc.article.published if not sentence.story else None
    when, now = edtf.bounds(str(date.edtf)), edtf.bounds(published) if published else None
    return when is None or now is None or when[1] > now[1]


def _doers(doc: Document, sentence: Sentence, sign: int, unit: int) -> list[str]:
    """Who does it: the party or official right before its sign, or before the verb by which he says it; then the one
    for whom it is done."""
    first = max(sentence.first, sign - _SUBJECT)
    while sign > first and doc.entry(sign - 1, "act", "and-also", "planned"):
        sign -= 1
    found = [(m.last, m.codes) for m in mentions_in(doc, first, sign) if m.how != "place"]
    found += [(p.last, (p.party,)) for p in people_in(doc, first, sign) if p.party]
    near = [(last, len(codes), codes) for last, codes in found if not doc.entry(last, "joiner")]
    if not near or (sign - max(near)[0] > _BESIDE and len({codes for _, codes in found}) > 1):
        return []
    if doc.parted(max(near)[0], sign):
        return []
    doers = max(near)[2]
    to = [
        m.codes[0]
        for m in mentions_in(doc, unit + 1, min(unit + _OBJECT, sentence.last))
        if doc.norms[m.first - 1] == _TO
    ]
    return list(dict.fromkeys([*doers, *to[:1]]))


def _leaves(doc: Document, sentence: Sentence, sign: int, unit: int) -> bool:
    """Whether a state leaves an organisation, or somebody has to leave a state ("phải rời Nga"): others but travel."""
    behind = mentions_in(doc, unit + 1, min(unit + 2, sentence.last))
    return bool(behind) and (doc.norms[sign].endswith("phải") or not are_states(doc, behind[0].codes))


def _object(doc: Document, sentence: Sentence, unit: int) -> str:
    """The words that tell what is done: behind the deed, up to its time, to whom, or the next clause."""
    end = min(unit + _OBJECT, sentence.last)
    stops = (i for i in range(unit + 1, end) if i in doc.date_at or doc.norms[i] in _STOPS)
    end = next(stops, end)
    return " ".join(doc.surface(unit + 1, end).split()) if end > unit + 1 else ""
