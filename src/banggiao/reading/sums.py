"""What a sum of money is where nothing that is measured stands near it: given or lent, or what a deal is worth."""

from __future__ import annotations

from banggiao.reading.amounts import Amount, amounts_of
from banggiao.reading.document import Document, Sentence
from banggiao.reading.parties import mentions_in

CURRENCY = 3  # letters of a currency's code
_LEAST = 1000  # of a currency: less is no sum between states
DEALS = frozenset({"trade deals", "project value", "arms sales"})
SUMS = ("giving", "dealing")
_RIGHT_BEFORE = 2  # units between a verb of giving and the sum that it gives
_GIVEN = 10  # units between a verb of giving and the sum
_TO_WHOM = 16  # characters behind a sum in which "cho" stands
_DEALT, _SOLD = 14, 8  # units between a deal and what it is worth, around which the arms stand that are sold
_WORTH_BEFORE = 24  # characters before a sum in which it is called a worth
_NAMED_BY_SUM = 4  # units between a deal and the sum by which alone it is called ("hợp đồng vũ khí 330 triệu USD")


def is_sum(amount: Amount) -> bool:
    """Whether an amount is a sum of money."""
    return len(amount.unit) == CURRENCY and amount.value >= _LEAST


def sum_of(doc: Document, sentence: Sentence, at: int, amount: Amount) -> str | None:
    """The measure of a sum that begins at a unit."""
    if amount.unit == "tonnes":
        return _given(doc, sentence, at, amount)
    if not is_sum(amount):
        return None
    return _dealt(doc, sentence, at, amount) or _given(doc, sentence, at, amount)


def given_at(doc: Document, sentence: Sentence, at: int, amount: Amount) -> str | None:
    """What a sum is by the verb right before it, whatever is measured farther off ("Ngân hàng Xuất nhập khẩu cho Lào
    vay 2 tỷ USD")."""
    if not is_sum(amount):
        return None
    near = doc.units("giving", max(sentence.first, at - _RIGHT_BEFORE), at)
    if not near or any(doc.has(cls, near[-1], at) for cls in ("measure", "ranked")):
        return None
    return _given(doc, sentence, at, amount)


def _given(doc: Document, sentence: Sentence, at: int, amount: Amount) -> str | None:
    """The nearest verb of giving before a sum, in its clause ("hỗ trợ 100 triệu USD")."""
    for unit in reversed(doc.units("giving", max(sentence.first, at - _GIVEN), at)):
        entry = doc.entry(unit, "giving")
        around = doc.low[doc.ends[unit] : min(sentence.end, amount.end + _TO_WHOM)]
        if entry is None or doc.parted(unit, at) or doc.norms[unit - 1] == "lãi":
            return None
        if entry.attrs.get("goods") and amount.unit != "tonnes":
            return None
        if entry.attrs.get("to") and (" cho " not in around or amounts_of(doc).tells("own_use", around)):
            return None  # "dành 40 tỷ USD cho quốc phòng"
        return str(entry.attrs["measure"])
    return None


def _dealt(doc: Document, sentence: Sentence, at: int, amount: Amount) -> str | None:
    """What was agreed on, bought or built for a sum ("các thoả thuận trị giá 8 tỷ USD"); of projects that are counted,
    what is invested in them ("22 dự án trị giá 3 tỷ USD")."""
    before = doc.low[max(sentence.start, amount.start - _WORTH_BEFORE) : amount.start]
    worth = amounts_of(doc).tells("worth", before)
    for unit in reversed(doc.units("dealing", max(sentence.first, at - _DEALT), at)):
        entry = doc.entry(unit, "dealing")
        if entry is None or _parted(doc, unit, at):
            return None
        arms = doc.has("arms", max(sentence.first, unit - 1), min(sentence.last, at + _SOLD))
        if entry.attrs.get("trade"):
            if arms:
                return str(entry.attrs["measure"])
            continue
        if worth or at - unit <= _NAMED_BY_SUM:
            if entry.attrs["measure"] == "project value" and doc.norms[unit - 1][:1].isdigit():
                return "investment"
            return "arms sales" if arms and entry.attrs["measure"] == "trade deals" else str(entry.attrs["measure"])
    return None


def _parted(doc: Document, deal: int, at: int) -> bool:
    """Whether a comma stands between a deal and a sum, other than right before what it is worth ("ký nhiều thoả thuận,
    tổng trị giá 8 tỷ USD")."""
    commas = [unit for unit in range(deal, at) if doc.norms[unit] in (",", ";")]
    worth = bool(commas) and amounts_of(doc).begins("worth_heads", doc.low[doc.ends[commas[-1]] : doc.starts[at]])
    return len(commas) > worth


def sides_of(doc: Document, sentence: Sentence, at: int) -> list[str]:
    """Between whom a deal is that its sentence tells of more than two parties: the last before it and the first behind
    it, in one clause ("Mỹ huỷ hợp đồng vũ khí 2 tỷ USD với Đài Loan")."""
    deals = doc.units("dealing", max(sentence.first, at - _DEALT), at)
    if not deals:
        return []
    before = [m for m in mentions_in(doc, sentence.first, deals[0]) if m.how != "place" and len(m.codes) == 1]
    behind = [m for m in mentions_in(doc, deals[0], sentence.last) if len(m.codes) == 1]
    if not before or not behind or before[-1].codes == behind[0].codes:
        return []
    return [] if doc.parted(before[-1].last, behind[0].first) else [*before[-1].codes, *behind[0].codes]
