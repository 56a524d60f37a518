"""The day that a line of a page says it was printed on: who wrote, in which section, when it came out or was changed.

A line is a byline of this kind where next to nothing is left of it without its days, hours, weekdays and the labels of
data ("Cập nhật lúc"): a name or a section. A headline with a day keeps more words, and no hour stands in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST = 120  # characters
_WORDS = 4  # of a name or a section
_REST = 30  # characters of them
_DIGIT = re.compile(r"\d")
_SIGNS = re.compile(r"[^\w\s]|_")


@dataclass(slots=True, frozen=True)
class Bylines:
    """Patterns over one line in lower case."""

    days: tuple[re.Pattern[str], ...]
    """Days in all spellings; groups y, m (or mw, a month by its name) and d."""
    months: dict[str, int]
    clock: re.Pattern[str]
    labels: re.Pattern[str]

    def found(self, low: str) -> Iterator[tuple[int, int, int]]:
        """Year, month and day of each day in a line, as they stand in it; whether they exist is another question."""
        spans: list[tuple[int, tuple[int, int, int]]] = []
        for pattern in self.days:
            for match in pattern.finditer(low):
                groups = match.groupdict()
                month = int(groups["m"]) if groups.get("m") else self.months[groups["mw"]]
                spans.append((match.start(), (int(groups["y"]), month, int(groups["d"]))))
        yield from (day for _, day in sorted(spans))

    def is_one(self, low: str) -> bool:
        """Whether a line says when it was printed and next to nothing else."""
        if len(low) > LONGEST or not _DIGIT.search(low):  # most lines: five patterns need not look at them
            return False
        rest = low
        for pattern in self.days:
            rest = pattern.sub(" ", rest)
        if rest == low:
            return False
        without = self.labels.sub(" ", self.clock.sub(" ", rest))
        words = _SIGNS.sub(" ", without).split()
        told = without != rest or not words
        return told and len(words) <= _WORDS and sum(map(len, words)) <= _REST


def compile_bylines(data: dict[str, object]) -> Bylines:
    """The patterns of one language, from `bylines` of its file in `data/pages`."""
    months: dict[str, int] = data["months"]  # type: ignore[assignment]
    names = "|".join(sorted(months, key=lambda name: (-len(name), name)))
    days: list[str] = data["days"]  # type: ignore[assignment]
    clock, labels = (re.compile("|".join(f"(?:{p})" for p in data[key])) for key in ("clock", "labels"))  # type: ignore[attr-defined]
    return Bylines(tuple(re.compile(day.replace("MONTH", f"(?P<mw>{names})")) for day in days), months, clock, labels)
