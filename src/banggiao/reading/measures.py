"""What an amount measures and between whom: shared by figures and targets."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

from banggiao.reading.amounts import Amount, AmountGrammar, amounts_of
from banggiao.reading.document import Document, Sentence
from banggiao.reading.measure_owners import called, lives_in, owner_of
from banggiao.reading.measure_parties import has_lost, is_of_one, of_bracket, owner, parties_of, sent_away, taxes
from banggiao.reading.pairs import pair_anaphor_in
from banggiao.reading.sums import CURRENCY, DEALS, SUMS, given_at, is_sum, sides_of, sum_of

_BEFORE, _AFTER = 18, 8  # units on either side of an amount in which the thing measured stands
_RANK_BEFORE, _RANK_FURTHER = 24, 56  # characters around a ranked noun and behind its rank
_DENIED = 3  # units before a ranked noun in which it is denied ("chưa phải là đối tác lớn nhất")
_ECONOMY = 4  # units before its growth in which an economy is named ("kinh tế Triều Tiên tăng trưởng 4%")
_FREE = frozenset({"tự do"})
_GROWN = 4  # units around so many times in which it is told that something has grown
_PLACE_BEFORE = 4  # units before "về" in which a place stands
_ONE_OF = 3  # units before a ranked noun in which "one of the" stands
_RANKED_FIELDS = {"trade": "trade-rank", "investment": "investment-rank", "aid": "aid-rank"}
_OF_RANK = {"export-rank": "exports", "import-rank": "imports", "tourism-rank": "tourists", "labour-rank": "workers"}
_BETWEEN = ("GDP", "tariff-rate", "diaspora community", "workers")
_WORLD = {"GDP": "share of world GDP", "trade": "share of world trade"}
_OWN = frozenset({"GDP", "GDP-growth", "GDP per capita", "population", "consumers", *_WORLD.values()})
_GOODS = frozenset({"aid", "exports", "imports"})
_POPULACE = 6  # units between "dân số" and the people
_PEOPLE = frozenset({"students", "visitors", "workers", "inhabitants", "consumers", "diplomats"})
_COUNTED = frozenset({"tourists", "students", "workers", "diaspora community", "refugees", "scholarships"})
_PARTS = frozenset({"trade", "exports", "imports"})
_HARMED = 6  # units from the number of people to what has befallen them
_SPOKEN_TO = 5  # units before those who are spoken to
_CONVERSION = 16  # characters between an amount and the same in another currency
_CARRIED = 26  # units between two amounts of one thing at two times
_FREED_BEFORE = 8  # units before a percentage
_TWO, _MILLION = 2, 1_000_000
_GIVEN = frozenset({"aid", "credit"})
_WITHDRAWN = 8  # units before an amount in which it is withdrawn
_COMMUNITY_BEFORE, _FEW = 60, 100  # characters before an amount in which a community is named; people who are one
_DEMARCATION = "border demarcation"
_COMMUNITY = "diaspora community"
EXPELLED = "diplomats expelled"
_EXPELLED_BEFORE = 4  # units before a number of diplomats in which they are sent away
_OF_ALL = 40  # characters behind a percentage in which it is told to be of the whole world's
_NO_SUMS = _COUNTED | {_DEMARCATION, "GDP-growth"}
_OF_TWO = DEALS | {"investment projects", "aid projects", _DEMARCATION}
_MEASURING = ("measure", "ranked")
_SUMMING = ("populace", "expelling", *SUMS)
_NAMED_BY_UNIT = {
    "projects": "investment projects",
    "visitors": "tourists",
    "workers": "workers",
    "students": "students",
    "scholarships": "scholarships",
    "inhabitants": "population",
    "consumers": "consumers",
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

    @property
    def unit(self) -> str:
        """The unit as GUIDE has it: those who are counted are people, whatever the noun."""
        return "people" if self.amount.unit in _PEOPLE else self.amount.unit


def measured(doc: Document) -> list[Measured]:
    """The amounts of all sentences that measure something between parties, in order; found once and kept."""
    if "measured" not in doc.facts:
        grammar = amounts_of(doc)
        out: list[Measured] = []
        sure, doubtful = _sentences_with(doc, _MEASURING), _sentences_with(doc, _SUMMING)
        for sentence in doc.sentences:
            if sentence.index in sure or (
                sentence.index in doubtful and grammar.likely(doc.low, sentence.start, sentence.end)
            ):
                out += _in_sentence(doc, sentence, grammar, measuring=sentence.index in sure)
        doc.facts["measured"] = out
    found: list[Measured] = doc.facts["measured"]
    return found


def _sentences_with(doc: Document, classes: tuple[str, ...]) -> set[int]:
    """The sentences that hold a word of the classes: from the words, which are fewer than the sentences."""
    return {doc.sentence_of[unit] for cls in classes for unit in doc.units_of.get(cls, ())}


def unit_at(doc: Document, offset: int) -> int:
    """The unit of the row that holds a character."""
    return max(0, bisect_right(doc.starts, offset) - 1)


def _in_sentence(doc: Document, sentence: Sentence, grammar: AmountGrammar, *, measuring: bool) -> list[Measured]:
    """measuring: whether the sentence holds a word for what is measured or ranked."""
    out: list[Measured] = []
    if measuring:
        for unit in doc.units("ranked", sentence.first, sentence.last):
            out += _ranked(doc, sentence, unit, grammar)
        out += _placed(doc, sentence, grammar, out[0].parties if out else [])
        out += _in_fields(doc, sentence, grammar, out)
    end = sentence.start
    for amount in grammar.find(doc.low, sentence.start, sentence.end):
        between, end = doc.low[end : amount.start], amount.end
        if "(" in between and len(between) < _CONVERSION and out and _currencies(amount, out[-1].amount):
            continue  # "10 triệu nhân dân tệ (khoảng 1,5 triệu USD)": the same once more
        at = unit_at(doc, amount.start)
        if _is_change(doc, sentence, at, amount) or _met(doc, sentence, at, amount):
            continue
        measure = given_at(doc, sentence, at, amount) or _measure(doc, sentence, at, amount)
        measure = measure or _carried_on(doc, out, at, amount) or sum_of(doc, sentence, at, amount)
        if measure is None or (amount.unit == "times" and _of_another(doc, out, sentence, at)):
            continue
        if measure in _GIVEN and doc.has("withdrawing", max(sentence.first, at - _WITHDRAWN), at):
            continue  # "cắt 440 triệu USD viện trợ"
        abroad = lives_in(doc, sentence, at) if measure == _COMMUNITY else []
        if not abroad and not _between_parties(doc, sentence, measure, amount):
            doc.drop("figure", (amount.start, amount.end), "one-party")
            continue
        parties = abroad or _whose(doc, sentence, amount, measure, out)
        if len(parties) > 1 or (measure not in DEALS and is_of_one(doc, measure, parties)):
            change = _fallen(doc, sentence, at, amount) if measure.endswith("-growth") else amount
            out.append(Measured(change, measure, at, sentence, _is_goal(doc, sentence, at), parties))
        else:
            doc.drop("figure", (amount.start, amount.end), "one-party")
    return out


def _whose(doc: Document, sentence: Sentence, amount: Amount, measure: str, before: list[Measured]) -> list[str]:
    """The parties of an amount; `before`: what was measured before it in the sentence."""
    at = unit_at(doc, amount.start)
    if measure in _OWN and amount.unit != "times":
        return owner_of(doc, sentence, at, unit_at(doc, amount.end - 1) + 1)
    if measure == EXPELLED:
        return sent_away(doc, sentence, at, unit_at(doc, amount.end - 1) + 1)
    if measure in DEALS and len(doc.facts["sentence-parties"][sentence.index]) > _TWO:
        return sides_of(doc, sentence, at)
    parties = of_bracket(doc, sentence, at)
    if not parties and measure.startswith("tariff"):
        parties = taxes(doc, sentence, at)
    if not parties and measure.endswith(" share"):
        parties = _ranked_before(before, at)
    return parties or parties_of(doc, sentence, at, measure)


def _ranked(doc: Document, sentence: Sentence, unit: int, grammar: AmountGrammar) -> list[Measured]:
    """The ranks of a ranked noun: the one that it is part of or that follows it, and those joined to that ("lớn nhất
    trong ASEAN và thứ 6 trên thế giới"); one before it only where no other noun can own it."""
    entry = doc.entry(unit, "ranked")
    assert entry is not None
    start, end = max(sentence.start, doc.starts[unit] - _RANK_BEFORE), doc.ends[min(unit + 9, sentence.last - 1)]
    rank = grammar.rank(doc.low, start, end, past=doc.starts[unit])
    if rank is None and not doc.units("ranked", unit_at(doc, start), unit):
        rank = grammar.rank(doc.low, start, end)
    if rank is None or (rank.value == 1 and _one_of_many(doc, sentence, unit)):
        return []
    if has_lost(doc, sentence, unit) or _denied(doc, sentence, unit):
        return []
    if entry.attrs.get("own"):
        begins = doc.low[doc.ends[unit] : rank.start].strip()
        parties = called(doc, sentence, unit) if rank.start >= doc.ends[unit] and not begins else []
        return [Measured(rank, str(entry.attrs["measure"]), unit, sentence, False, parties)] if parties else []
    ranks = [rank]
    if further := grammar.further_rank(doc.low, rank.end, min(sentence.end, rank.end + _RANK_FURTHER)):
        ranks.append(further)
    measure, goal = str(entry.attrs["measure"]), _is_goal(doc, sentence, unit)
    parties = owner(doc, sentence, unit) or parties_of(doc, sentence, unit, measure)
    return [Measured(rank, measure, unit, sentence, goal, parties) for rank in ranks if len(parties) >= 2]


def _denied(doc: Document, sentence: Sentence, unit: int) -> bool:
    """Whether a rank is one that a party does not have ("chưa phải là đối tác lớn nhất")."""
    first = max(sentence.first, unit - _DENIED)
    return doc.has("negation", first, unit) or doc.has("denial", first, unit)


def _one_of_many(doc: Document, sentence: Sentence, unit: int) -> bool:
    """Whether a ranked noun is one of several without a number ("một trong những đối tác thương mại lớn nhất"), or is
    several ("hai đối tác thương mại lớn nhất")."""
    before = doc.low[doc.starts[max(sentence.first, unit - _ONE_OF)] : doc.starts[unit]]
    return doc.entry(unit - 1, "several") is not None or amounts_of(doc).tells("one_of", before)


def _between_parties(doc: Document, sentence: Sentence, measure: str, amount: Amount) -> bool:
    """Whether an amount can be one between parties: most of what a state has for itself is no relation. Trade may be
    told without its parties once they are known; money in the press's own currency, taxes and GDP need both."""
    codes = doc.facts["sentence-parties"][sentence.index]
    if measure in _OWN and amount.unit != "times":
        return True
    if measure.startswith(_BETWEEN) or measure == "tariff" or amount.unit == "VND":
        return len(codes) >= 2
    if len(codes) < 2 and (measure in DEALS or not doc.has("measure", sentence.first, sentence.last)):
        return measure not in _OF_TWO or pair_anaphor_in(doc, sentence.first, sentence.last) is not None
    if measure.startswith("trade") or pair_anaphor_in(doc, sentence.first, sentence.last) is not None:
        return True
    return bool(codes) or measure.startswith(("exports", "imports"))


def _placed(doc: Document, sentence: Sentence, grammar: AmountGrammar, ranked: list[str]) -> list[Measured]:
    """Places in a ranking without a ranked noun: "đứng thứ 28/126 quốc gia đầu tư vào Việt Nam". `ranked`: the parties
    of a ranked noun in the sentence, which are those of its other places too."""
    out: list[Measured] = []
    for unit in doc.units("placed", sentence.first, sentence.last):
        clause = range(unit, min(unit + 8, sentence.last))
        end = next((i for i in clause if doc.norms[i] in (",", ";") or doc.entry(i, "joiner")), clause.stop)
        if doc.has("ranked", max(sentence.first, unit - 6), end):
            continue
        rank = grammar.rank(doc.low, doc.starts[unit], doc.ends[min(unit + 4, sentence.last - 1)])
        after = doc.units("measure", unit, min(unit + 16, sentence.last))
        names = [*after, *doc.units("measure", sentence.first, unit)[::-1]]
        kinds = [str(e.attrs["measure"]) for at in names if (e := doc.entry(at, "measure"))]
        kind = next((k for k in kinds if k in ("trade", "investment", "aid")), None)
        parties = ranked or parties_of(doc, sentence, unit, f"{kind}-rank" if kind else "")
        if rank and kind and len(parties) >= 2:
            out.append(Measured(rank, f"{kind}-rank", unit, sentence, _is_goal(doc, sentence, unit), parties))
    return out


def _in_fields(doc: Document, sentence: Sentence, grammar: AmountGrammar, before: list[Measured]) -> list[Measured]:
    """Places each told with its field: "đứng thứ nhất về đầu tư, thứ hai về ODA"; those already found left out."""
    out: list[Measured] = []
    for unit in range(sentence.first + 2, sentence.last - 1):
        field = doc.entry(unit + 1, "measure") if doc.norms[unit] == "về" else None
        kind = _RANKED_FIELDS.get(str(field.attrs["measure"])) if field else None
        if kind is None:
            continue
        start = doc.starts[max(sentence.first, unit - _PLACE_BEFORE)]
        rank = grammar.rank(doc.low, start, doc.starts[unit], past=doc.ends[unit - 1] - 1)
        told = {(item.measure, item.amount.value) for item in [*before, *out]}
        parties = (before[0].parties if before else []) or parties_of(doc, sentence, unit, kind)
        if rank and (kind, rank.value) not in told and len(parties) >= 2:
            out.append(Measured(rank, kind, unit, sentence, _is_goal(doc, sentence, unit), parties))
    return out


def _measure(doc: Document, sentence: Sentence, at: int, amount: Amount) -> str | None:
    """The nearest thing measured before the amount, else after it; a percentage measures its growth."""
    first = max(sentence.first, at - _BEFORE)
    near = [
        *sorted([*doc.units("measure", first, at), *doc.units("ranked", first, at)], reverse=True),
        *doc.units("measure", at, min(sentence.last, at + _AFTER)),
    ]
    names = [
        _OF_RANK.get(str(e.attrs["measure"]), str(e.attrs["measure"]).removesuffix("-rank"))
        for i in near
        if (e := doc.entry(i, "measure", "ranked")) and not _of_a_paper(doc, i) and not e.attrs.get("own")
    ]
    if amount.unit == "enterprises":  # "2.000 doanh nghiệp Nhật Bản đang đầu tư tại Việt Nam"
        behind = [doc.entry(i, "measure") for i in doc.units("measure", at, min(sentence.last, at + _AFTER))]
        return "investment enterprises" if any(e and e.attrs["measure"] == "investment" for e in behind) else None
    name = names[0] if names else None
    if name in ("imports", "exports") and _are_goods(doc, near[0]) and _taxed(doc, first, near[0]):
        name = "tariff"  # "thuế 10% lên số hàng nhập khẩu trị giá 60 tỉ USD"
    if amount.unit == "diplomats":
        return EXPELLED if doc.has("expelling", max(sentence.first, at - _EXPELLED_BEFORE), at) else None
    if amount.unit == "people":
        counts = (doc.entry(i, "populace") for i in doc.units("populace", max(first, at - _POPULACE), at))
        if any(entry and entry.attrs.get("whole") for entry in counts):
            return "population"
        return name if name in _COUNTED else _settled(doc, sentence, at, amount)
    if amount.unit == "inhabitants" and (amount.value < _MILLION or _of_that(doc, amount)):
        return None
    if amount.unit == "projects" and _of_aid(doc, sentence, at):
        return "aid projects"
    if amount.unit in _NAMED_BY_UNIT:
        return _NAMED_BY_UNIT[amount.unit]
    if name is None or amount.unit in ("products", "documents", "parks"):
        return None
    if amount.unit == "tonnes":
        return name if name in _GOODS and near[0] < at else None
    if amount.unit == "percent":
        if name == _DEMARCATION or (name == "GDP-growth" and near[0] < at):
            return None if amounts_of(doc).tells("rest", doc.low[amount.end : amount.end + _CONVERSION]) else name
        if name == "tariff" and doc.has("share", max(sentence.first, at - 2), at):
            return None  # "85% dòng thuế, chiếm tới 70% kim ngạch"
        if name == "tariff":
            return "tariff-lines" if _of_tax_lines(doc, sentence, at, amount) else "tariff-rate"
        if grows := doc.units("growth", max(sentence.first, at - 4), at):
            economy = any("kinh tế" in doc.norms[i] for i in range(max(near[0] + 1, grows[-1] - _ECONOMY), grows[-1]))
            return "GDP-growth" if economy else f"{name}-growth"
        if whole := _of_the_world(doc, sentence, amount):
            return whole
        if part := _part(doc, sentence, amount):
            return f"{part} share"
        return f"{name} share" if doc.has("share", max(sentence.first, at - 4), at) else None
    if amount.unit == "times":
        return name if _has_grown(doc, sentence, at, amount) else None
    return name if amount.value >= 1000 and name not in _NO_SUMS else None


def _fallen(doc: Document, sentence: Sentence, at: int, amount: Amount) -> Amount:
    """A change as it is counted: one by which something has fallen is below zero."""
    grows = doc.units("growth", max(sentence.first, at - _GROWN), at)
    entry = doc.entry(grows[-1], "growth") if grows else None
    fell = entry is not None and entry.attrs["sign"] < 0
    return replace(amount, value=-amount.value) if fell else amount


def _has_grown(doc: Document, sentence: Sentence, at: int, amount: Amount) -> bool:
    """Whether so many times is by how much something has grown, and not by how much it is more than another thing ("cao
    gần gấp 5 lần tăng trưởng toàn cầu")."""
    end = unit_at(doc, amount.end - 1) + 1
    compared = doc.has("compared", end, min(sentence.last, end + _GROWN))
    return compared or any(doc.has(cls, max(sentence.first, at - _GROWN), at) for cls in ("growth", "goal"))


def _of_aid(doc: Document, sentence: Sentence, at: int) -> bool:
    """Whether projects are counted that are aid ("hai dự án ODA")."""
    near = doc.units("measure", max(sentence.first, at - 2), min(sentence.last, at + 4))
    return any(entry and entry.attrs["measure"] == "aid" for entry in (doc.entry(i, "measure") for i in near))


def _of_that(doc: Document, amount: Amount) -> bool:
    """Whether people are those of a state told before, or of a region ("đảo quốc 6 triệu dân này")."""
    return amounts_of(doc).begins("not_all", doc.low[amount.end : amount.end + _CONVERSION])


def _settled(doc: Document, sentence: Sentence, at: int, amount: Amount) -> str | None:
    """Whether people are counted of whom a community is ("cộng đồng hơn 300.000 người Việt Nam tại Úc")."""
    low = doc.low[max(sentence.start, amount.start - _COMMUNITY_BEFORE) : amount.end]
    _, found, then = low.rpartition("cộng đồng")
    counted = bool(found) and "," not in then and not doc.has("ordinal", max(sentence.first, at - 1), at)
    return _COMMUNITY if counted and amount.value >= _FEW else None


def _part(doc: Document, sentence: Sentence, amount: Amount) -> str | None:
    """Of what a percentage is a part that stands right behind it ("90% thương mại của Triều Tiên …")."""
    end = unit_at(doc, amount.end - 1) + 1
    if amounts_of(doc).tells("freed", doc.low[amount.end : sentence.end]):
        return None  # "97% kim ngạch xuất khẩu được xoá bỏ thuế"
    for unit in doc.units("measure", end, min(sentence.last, end + 2)):
        entry = doc.entry(unit, "measure")
        return str(entry.attrs["measure"]) if entry and entry.attrs["measure"] in _PARTS else None
    return None


def _of_the_world(doc: Document, sentence: Sentence, amount: Amount) -> str | None:
    """What a percentage of the whole world's economy or trade is ("chiếm 40% GDP và 30% thương mại toàn cầu")."""
    behind = doc.low[amount.end : min(sentence.end, amount.end + _OF_ALL)]
    if not amounts_of(doc).tells("worldwide", behind.partition(" của ")[0]):
        return None  # "90% giao thương của Triều Tiên với thế giới"
    end = unit_at(doc, amount.end - 1) + 1
    entries = (doc.entry(unit, "measure") for unit in doc.units("measure", end, min(sentence.last, end + 2)))
    return next((_WORLD.get(str(entry.attrs["measure"])) for entry in entries if entry), None)


def _of_tax_lines(doc: Document, sentence: Sentence, at: int, amount: Amount) -> bool:
    """Whether a percentage is of tariffs that go or come ("xoá bỏ 99% dòng thuế", "71% thuế quan sẽ được gỡ bỏ") and no
    rate ("áp 10% thuế quan")."""
    grammar = amounts_of(doc)
    behind = doc.low[amount.end : amount.end + _CONVERSION]
    before = doc.low[doc.starts[max(sentence.first, at - _FREED_BEFORE)] : amount.start]
    if any(grammar.tells("tax_lines", text) for text in (behind, before)):
        return True
    if amount.value > 1 and grammar.tells("freed", before):
        return True
    return grammar.begins("tariffs", behind) and not doc.has("laying", max(sentence.first, at - _SPOKEN_TO), at)


def _is_change(doc: Document, sentence: Sentence, at: int, amount: Amount) -> bool:
    """Whether a sum or a number of people is by how much something has grown ("đạt 10 tỷ USD, tăng hơn 1 tỷ USD"), and
    not what it has come to ("tăng lên 10 tỷ USD")."""
    if amount.unit == "percent" and at > sentence.first and doc.entry(at - 1, "compared"):
        return True  # "giảm còn 6,2% so với 6,4% của quý trước"
    if amount.unit in ("percent", "times") or at == sentence.first:
        return False
    grown = doc.entry(at - 2 if doc.entry(at - 1, "roughly") else at - 1, "growth")
    return grown is not None and not grown.attrs.get("to")


def _met(doc: Document, sentence: Sentence, at: int, amount: Amount) -> bool:
    """Whether people are counted who were spoken to ("nói chuyện với hơn 500 sinh viên") or came to harm."""
    if amount.unit in ("people", *_PEOPLE) and doc.has("casualty", at, min(sentence.last, at + _HARMED)):
        return True
    return amount.unit in _PEOPLE and doc.has("audience", max(sentence.first, at - _SPOKEN_TO), at)


def _are_goods(doc: Document, unit: int) -> bool:
    """Whether exports or imports may be told as goods, and not as a sum ("kim ngạch")."""
    entry = doc.entry(unit, "measure")
    return entry is not None and bool(entry.attrs.get("goods"))


def _taxed(doc: Document, first: int, unit: int) -> bool:
    """Whether goods that are imported or exported are those on which a tariff is laid that stands before them."""
    entries = (doc.entry(i, "measure") for i in doc.units("measure", first, unit))
    return any(entry and entry.attrs["measure"] == "tariff" for entry in entries)


def _of_another(doc: Document, before: list[Measured], sentence: Sentence, at: int) -> bool:
    """Whether what has grown so many times is another thing than the one measured: that one has its own number before
    ("đầu tư tăng 80 lần và giao lưu tăng 37 lần")."""
    last = next((item for item in reversed(before) if item.sentence is sentence and item.amount.unit == "times"), None)
    return last is not None and not doc.has("measure", last.at, at) and doc.has("growth", last.at + 1, at)


def _currencies(one: Amount, other: Amount) -> bool:
    """Whether two amounts are of different currencies."""
    return one.unit != other.unit and len(one.unit) == len(other.unit) == CURRENCY


def _carried_on(doc: Document, before: list[Measured], at: int, amount: Amount) -> str | None:
    """The measure of the amount before, where another time follows it ("đạt 4,6 tỷ USD; năm trước là 4 tỷ USD"), or
    another of several parties each with its amount in brackets."""
    last = next((item for item in reversed(before) if not item.measure.endswith(("-growth", "-rank"))), None)
    if last is None or amount.unit != last.amount.unit or not is_sum(amount) or at - last.at > _CARRIED:
        return None
    between = range(last.at + 1, at)
    again = any(unit in doc.date_at for unit in between) or bool(of_bracket(doc, last.sentence, at))
    return last.measure if again and not doc.has("measure", between.start, between.stop) else None


def _of_a_paper(doc: Document, unit: int) -> bool:
    """Whether what could be measured says what an agreement is about ("các thoả thuận thương mại trị giá 8 tỷ USD")."""
    heads = [
        doc.entry(i, "instrument-head") for i in (unit - 1, unit - 2) if doc.norms[unit - 1] in _FREE or i == unit - 1
    ]
    return any(head and not head.attrs.get("said") for head in heads)  # "tuyên bố viện trợ 10 triệu USD"


def _is_goal(doc: Document, sentence: Sentence, at: int) -> bool:
    """Whether a sign of a goal stands before an amount, and not outside the brackets in which that stands."""
    first = next((i for i in range(sentence.first, at) if doc.norms[i]), at)
    if doc.entry(first, "planned") and not doc.has("past-sign", first, at) and at - first <= _BEFORE:
        return True  # "Dự kiến năm nay, kim ngạch đạt 100 tỷ USD"
    signs = doc.units("goal", max(sentence.first, at - 18), at)
    between = doc.norms[signs[-1] : at] if signs else []
    return bool(signs) and between.count("(") <= between.count(")")


def _ranked_before(out: list[Measured], at: int) -> list[str]:
    """The parties of a share that tells more of a rank before it ("là thị trường lớn nhất của Việt Nam, chiếm 40%")."""
    ranked = [item for item in out if item.amount.unit == "rank" and 0 < at - item.at <= _BEFORE]
    return ranked[-1].parties if ranked else []
