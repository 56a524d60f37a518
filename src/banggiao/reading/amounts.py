"""Amounts in a text: a number with its power and unit, or a rank.

Vietnamese writes points between thousands and commas before decimals ("1.000 tỉ", "7,8 tỷ"), English the other way;
one separator with three digits after it is taken for thousands, any other for a decimal sign. Before a power the
language's own decimal sign is one ("3,548 tỉ USD": nobody trades for thousands of billions), but not with currencies
of which such sums are common: of 25 such amounts of the corpus those in foreign money and in persons were decimals,
those in đồng as often thousands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from banggiao.reading.document import Document


@dataclass(slots=True, frozen=True)
class Amount:
    """Characters `[start, end)` of the text; the value in units ("7,8 tỷ USD" is 7800000000 USD)."""

    start: int
    end: int
    value: float
    unit: str


def number(text: str, decimal: str = "") -> float | None:
    """The value of digits with points and commas, or None where they form no number ("1.2.3"). decimal: the sign that,
    standing alone, begins decimals even with three digits behind it."""
    text = text.rstrip(".,")
    if decimal and text.count(decimal) == 1 and re.fullmatch(rf"\d+{re.escape(decimal)}\d+", text):
        return float(text.replace(decimal, "."))
    if re.fullmatch(r"\d+", text):
        return float(text)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", text):
        return float(text.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", text):
        return float(text.replace(",", ""))
    if re.fullmatch(r"\d+[.,]\d+", text):
        return float(text.replace(",", "."))
    return None


class AmountGrammar:
    """The amounts of one language, from `data/grammar/LANG/amounts.yml`."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._numbers: dict[str, int] = data["numbers"]
        self._powers: dict[str, float] = data["powers"]
        self._units = {form: unit for unit, forms in data["units"].items() for form in forms}
        self._decimal: str = data["decimal"]
        self._large: frozenset[str] = frozenset(data["large"])
        self._ordinals: dict[str, int] = data["ordinals"]
        self._multiples: dict[str, float] = data["multiples"]
        words = "|".join(sorted(self._numbers, key=len, reverse=True))
        powers = "|".join(sorted(self._powers, key=len, reverse=True))
        units = "|".join(re.escape(unit) for unit in sorted(self._units, key=len, reverse=True))
        self._amount = re.compile(
            r"(?<![\w.,/-])(?:(?P<low>\d(?:[\d.,]*\d)?)\s?[-–]\s?)?"
            rf"(?:(?P<digits>\d(?:[\d.,]*\d)?)|(?P<word>{words})(?= (?:{powers})))"
            rf"\s?(?P<power>{powers})?\s?(?P<unit>{units})(?!\w)"
        )
        self._likely = re.compile(rf"\d|(?<!\w)(?:{powers})(?!\w)")
        self._ranks = [re.compile(rf"(?<!\w){pattern}(?!\w)") for pattern in data["ranks"]]
        self._further = re.compile(data["further_rank"])
        years = "|".join(sorted(self._numbers, key=len, reverse=True))
        self._within = re.compile(rf"(?<!\w){data['within'].replace('{N}', rf'(?P<n>[1-9]|[1-4]?[05]|{years})')}(?!\w)")
        numbers = rf"(?P<n>\d{{1,3}}|{years})"
        self._span = re.compile(rf"(?<!\w){data['span'].replace('{N}', numbers)}(?!\w)")
        self._span_units: dict[str, str] = data["span_units"]
        self._year = re.compile(rf"(?<!\w){data['year']} (?=(?:19|20)\d\d\s)")
        self._fractions: dict[str, float] = data["fractions"]["values"]
        parts = "|".join(sorted(self._fractions, key=len, reverse=True))
        self._fraction = re.compile(rf"(?<!\w){data['fractions']['before']} (?P<part>{parts})(?![\w/])")
        self._signs = {name: tuple(words) for name, words in data["signs"].items()}
        self._multiple = re.compile(rf"(?<!\w)(?:{'|'.join(self._multiples)})(?!\w)")

    def tells(self, sign: str, low: str) -> bool:
        """Whether a stretch of lower-case text holds one of the words of a sign of the file's `signs`."""
        return any(word in low for word in self._signs[sign])

    def begins(self, sign: str, low: str) -> bool:
        """Whether a stretch of lower-case text begins with one of the words of a sign."""
        return low.lstrip().startswith(self._signs[sign])

    def likely(self, low: str, start: int, end: int) -> bool:
        """Whether a stretch of lower-case text can hold an amount at all: cheap, for most sentences hold none."""
        return self._likely.search(low, start, end) is not None

    def find(self, low: str, start: int, end: int) -> list[Amount]:
        """The amounts with a unit in a stretch of lower-case text."""
        out: list[Amount] = []
        dated = {match.end() for match in self._year.finditer(low, start, end)}
        for match in self._amount.finditer(low, start, end):
            if match.start() in dated and not match["power"]:
                continue
            unit = self._units[match["unit"]]
            decimal = self._decimal if match["power"] and unit not in self._large else ""
            value = number(match["digits"], decimal) if match["digits"] else float(self._numbers[match["word"]])
            if value is None:
                continue
            least = number(match["low"], decimal) if match["low"] else None
            ranging = least is not None and least < value  # "1-1,5 tỷ USD" is the higher
            begins = match.start() if ranging else match.start("digits" if match["digits"] else "word")
            power = self._powers.get(match["power"] or "", 1.0)
            value = round(value * power, 6 if power == 1 else 2)  # 33.435 x 10^9 is 33435000000.000004 in floats
            out.append(Amount(begins, match.end(), value, unit))
        for match in self._multiple.finditer(low, start, end):
            out.append(Amount(match.start(), match.end(), self._multiples[match.group()], "times"))
        for match in self._fraction.finditer(low, start, end):
            out.append(Amount(match.start("part"), match.end(), float(self._fractions[match["part"]]), "percent"))
        return sorted(out, key=lambda amount: amount.start)

    def within(self, low: str, start: int, end: int) -> tuple[int, int, int] | None:
        """The first span of years in which something is to be reached ("trong vòng năm năm"): where it begins and ends,
        and its years."""
        match = self._within.search(low, start, end)
        if match is None:
            return None
        number = match["n"]
        return match.start(), match.end(), self._numbers[number] if number in self._numbers else int(number)

    def span(self, low: str, start: int, end: int) -> tuple[float, str] | None:
        """The first time in which something is to be done ("trong vòng 60 ngày"): its number and unit."""
        match = self._span.search(low, start, end)
        if match is None:
            return None
        number = match["n"]
        value = self._numbers[number] if number in self._numbers else int(number)
        return float(value), self._span_units[match["unit"]]

    def length_unit(self, low: str) -> str | None:
        """The unit in which a stretch of lower-case text counts time ("ba năm tới"): the last one named."""
        return next((self._span_units[word] for word in reversed(low.split()) if word in self._span_units), None)

    def rank(self, low: str, start: int, end: int, *, past: int = 0) -> Amount | None:
        """The first rank in a stretch that ends behind the character `past`."""
        found: list[Amount] = []
        for pattern in self._ranks:
            match = next((m for m in pattern.finditer(low, start, end) if m.end() > past), None)
            if match:
                groups = match.groupdict()
                text = groups.get("n") or groups.get("top")
                value = 1.0 if text is None else float(self._ordinals[text] if text in self._ordinals else int(text))
                found.append(Amount(match.start(), match.end(), value, "rank"))
        return min(found, key=lambda amount: (amount.start, -amount.end)) if found else None

    def further_rank(self, low: str, start: int, end: int) -> Amount | None:
        """A rank that is joined to one before it ("và thứ 6 trên thế giới"), in a stretch that begins behind that."""
        match = self._further.match(low, start, end)
        if match is None:
            return None
        text = match["n"]
        value = float(self._ordinals[text] if text in self._ordinals else int(text))
        return Amount(match.start(), match.end(), value, "rank")


def amounts_of(doc: Document) -> AmountGrammar:
    """The grammar of amounts of a document's language."""
    grammar: AmountGrammar = doc.facts["amount-grammar"]
    return grammar
