"""What an amount measures, between whom and when: shared by figures and targets."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from banggiao.reading.amounts import Amount, AmountGrammar
from banggiao.reading.dates import DateMention
from banggiao.reading.document import Document, Sentence
from banggiao.reading.pairs import pair_anaphor_in, pair_at, story_pair
from banggiao.reading.parties import mentions_in

_BEFORE, _AFTER = 14, 8  # units on either side of an amount in which the thing measured stands
_NAMED_BY_UNIT = {
    "projects": "investment projects",
    "people": "tourists",
    "students": "students",
    "scholarships": "scholarships",
}


@dataclass(slots=True)
class Measured:
    """An amount with its measure; `unit_index` is the unit of the row at which it begins."""

    amount: Amount
    measure: str
    at: int
    sentence: Sentence
    goal: bool
    parties: list[str]


def measured(doc: Document) -> list[Measured]:
    """The amounts of all sentences that measure something between parties, in order; found once and kept."""
    if "measured" not in doc.facts:
        grammar: AmountGrammar = doc.facts["amount-grammar"]
        out: list[Measured] = []
        for sentence in doc.sentences:
            if doc.has("measure", sentence.first, sentence.last) or doc.has("ranked", sentence.first, sentence.last):
                out += _in_sentence(doc, sentence, grammar)
        doc.facts["measured"] = out
    found: list[Measured] = doc.facts["measured"]
    return found


def unit_at(doc: Document, offset: int) -> int:
    """The unit of the row that holds a character."""
    return max(0, bisect_right(doc.starts, offset) - 1)


def _in_sentence(doc: Document, sentence: Sentence, grammar: AmountGrammar) -> list[Measured]:
    out: list[Measured] = []
    for unit in range(sentence.first, sentence.last):
        ranked = doc.entry(unit, "ranked")
        if ranked is None:
            continue
        end = doc.ends[min(unit + 9, sentence.last - 1)]
        rank = grammar.rank(doc.low, max(sentence.start, doc.starts[unit] - 24), end)
        if rank:
            parties = _parties(doc, sentence, unit)
            if len(parties) >= 2 or (parties and doc.entry(unit, "ranked")):
                out.append(
                    Measured(rank, str(ranked.attrs["measure"]), unit, sentence, _is_goal(doc, sentence, unit), parties)
                )
    out += _placed(doc, sentence, grammar)
    for amount in grammar.find(doc.low, sentence.start, sentence.end):
        at = unit_at(doc, amount.start)
        measure = _measure(doc, sentence, at, amount)
        if measure is None:
            continue
        if measure.startswith("GDP") and len(doc.facts["sentence-parties"][sentence.index]) < 2:
            continue  # one state's own economy
        parties = _parties(doc, sentence, at)
        if len(parties) >= 2:
            out.append(Measured(amount, measure, at, sentence, _is_goal(doc, sentence, at), parties))
        else:
            doc.drop("figure", (amount.start, amount.end), "one-party")
    return out


def _placed(doc: Document, sentence: Sentence, grammar: AmountGrammar) -> list[Measured]:
    """Places in a ranking without a ranked noun: "đứng thứ 28/126 quốc gia đầu tư vào Việt Nam"."""
    out: list[Measured] = []
    for unit in doc.units("placed", sentence.first, sentence.last):
        if doc.has("ranked", max(sentence.first, unit - 6), min(unit + 8, sentence.last)):
            continue
        rank = grammar.rank(doc.low, doc.starts[unit], doc.ends[min(unit + 4, sentence.last - 1)])
        after = doc.units("measure", unit, min(unit + 16, sentence.last))
        names = [*after, *doc.units("measure", sentence.first, unit)[::-1]]
        kinds = [str(e.attrs["measure"]) for at in names if (e := doc.entry(at, "measure"))]
        kind = next((k for k in kinds if k in ("trade", "investment", "aid")), None)
        parties = _parties(doc, sentence, unit)
        if rank and kind and len(parties) >= 2:
            out.append(Measured(rank, f"{kind}-rank", unit, sentence, _is_goal(doc, sentence, unit), parties))
    return out


def _measure(doc: Document, sentence: Sentence, at: int, amount: Amount) -> str | None:
    """The nearest thing measured before the amount, else after it; a percentage measures its growth."""
    name: str | None = None
    for unit in range(at - 1, max(sentence.first, at - _BEFORE) - 1, -1):
        entry = doc.entry(unit, "measure")
        if entry:
            name = str(entry.attrs["measure"])
            break
    if name is None:
        for unit in range(at, min(sentence.last, at + _AFTER)):
            entry = doc.entry(unit, "measure")
            if entry:
                name = str(entry.attrs["measure"])
                break
    if amount.unit in _NAMED_BY_UNIT and (amount.unit != "people" or name in ("tourists", None)):
        if amount.unit == "people" and name is None:
            return None
        return _NAMED_BY_UNIT[amount.unit]
    if name is None or amount.unit in ("people", "enterprises", "products", "documents", "parks"):
        return None
    if amount.unit == "percent":
        if doc.has("growth", max(sentence.first, at - 4), at):
            return f"{name}-growth"
        return f"{name} share" if doc.has("share", max(sentence.first, at - 4), at) else None
    if amount.unit == "times":
        return name
    return name if amount.value >= 1000 else None


def _is_goal(doc: Document, sentence: Sentence, at: int) -> bool:
    return doc.has("goal", max(sentence.first, at - 18), at)


def _parties(doc: Document, sentence: Sentence, at: int) -> list[str]:
    """Between whom: a dyad or list in the sentence, its two parties, the two sides."""
    mentions = mentions_in(doc, sentence.first, sentence.last)
    codes = list(dict.fromkeys(code for m in mentions for code in m.codes))
    main = story_pair(doc, sentence.story)
    for how in ("dyad", "list"):
        for mention in mentions:
            if mention.how == how and len(mention.codes) == 2:
                return list(mention.codes)
        if main and set(main) <= set(codes):
            return list(main)
    if len(codes) == 2:
        return codes
    if pair_anaphor_in(doc, sentence.first, sentence.last) is not None or len(codes) <= 1:
        pair = pair_at(doc, at)
        if pair and (not codes or codes[0] in pair):
            return list(pair)
    if len(codes) > 2:
        near = sorted((abs(m.first - at), code) for m in mentions for code in m.codes)
        return list(dict.fromkeys(code for _, code in near))[:2]
    return codes


def time_of(doc: Document, item: Measured, *, ahead: bool) -> DateMention | None:
    """The date of a figure (before the amount, or right after it) or of a goal (after it, or a date by which)."""
    sentence = item.sentence
    end = unit_at(doc, item.amount.end - 1) + 1
    best: tuple[int, int, DateMention] | None = None
    for unit in doc.units("date", sentence.first, sentence.last):
        date = doc.date_at[unit]
        if not date.edtf or date.role == "anniversary":
            continue
        if doc.has("compared", max(sentence.first, unit - 3), unit):
            continue  # "tăng 27% so với năm 2016"
        distance = unit - end if unit >= end else (item.at - unit) * (2 if ahead else 1) + 1
        if best is None or distance < best[0]:
            best = (distance, unit, date)
    return best[2] if best and best[0] < 40 else None
