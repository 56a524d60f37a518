"""Grammars over rows of units: a rule's pattern is a regular expression whose letters are word classes.

Each unit of an article (a name of the lexicon, a date, a word, a mark) becomes one character that stands for the set
of its classes, so that a row of units is a string and a rule runs as a compiled regular expression over it: the
transducer of a finite-state cascade (FASTUS, Hobbs et al. 1997; JAPE in GATE) at the speed of `re`.

A pattern is written thus (blanks separate, they mean nothing):

    <post>  <post|title>  <!verb>   a unit that has the class, one of the classes, or not the class
    'của'   'của|thuộc'             a unit that is the word (case and typing of tone marks aside)
    _                               any unit inside the sentence
    (?P<who> …)  ( … )  |  ? * + {1,3} *?    groups and repetition as in `re`
    ^  $                            the start and the end of a sentence

    {NAME}                          a macro of the file's `macros`, which may use earlier ones

Classes of shape that every row has: Cap (begins with a capital), CAPS (all capitals), low (begins with a small letter),
Name (one capitalised word that is no known name of a party, post or body by itself), num, date, mark, and each mark
as a literal (',' '-' '(' …). No unit pattern crosses the end of a sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import Any

from banggiao.errors import LexiconError

END = "\x00"
"""The character between two sentences; no class holds it."""

_PIECE = re.compile(
    r"<(?P<not>!?)(?P<cls>[^<>]+)>|'(?P<word>[^']+)'|(?P<group>\(\?P<\w+>)"
    r"|(?P<any>(?<!\w)_(?!\w))|(?P<first>\^)|(?P<last>\$)|(?P<blank>\s+)"
)


def literals(data: Any) -> set[str]:
    """The words that the patterns of one grammar file's content quote, so that the lexicon knows them."""
    out: set[str] = set()
    if isinstance(data, dict) and data.get("over") == "units":
        patterns = [rule["pattern"] for rule in data.get("rules", [])] + list(data.get("macros", {}).values())
        for pattern in patterns:
            for match in _PIECE.finditer(pattern):
                if match["word"]:
                    out.update(match["word"].split("|"))
    return {word for word in out if any(c.isalnum() for c in word)}


def expand(pattern: str, macros: dict[str, str]) -> str:
    """A pattern with its macros put in; a macro may use others, three deep."""
    for _ in range(3):
        for macro, meaning in macros.items():
            pattern = pattern.replace("{" + macro + "}", meaning)
    return pattern


class Symbols:
    """One character for each set of classes. Grows as rows bring new sets; patterns compiled earlier stay right,
    because every set that a lexicon can bring is known before the first pattern is compiled."""

    def __init__(self) -> None:
        self._of: dict[frozenset[str], str] = {}
        self._with: dict[str, set[int]] = {}
        self._asked: dict[frozenset[str], str] = {}

    def of(self, classes: frozenset[str]) -> str:
        char = self._of.get(classes)
        if char is None:
            char = self._of[classes] = chr(0xE000 + len(self._of))
            self._asked.clear()
            for cls in classes:
                self._with.setdefault(cls, set()).add(ord(char))
        return char

    def of_all(self, sets: Iterable[frozenset[str]]) -> None:
        """Gives each of many sets its character, in such an order that the sets of a frequent class are neighbours."""
        known = set(sets)
        counts = Counter(cls for classes in known for cls in classes)
        rank = {cls: place for place, cls in enumerate(sorted(counts, key=lambda cls: (-counts[cls], cls)))}
        for classes in sorted(known, key=lambda classes: [*sorted(rank[cls] for cls in classes), len(rank)]):
            self.of(classes)

    def with_any(self, wanted: frozenset[str]) -> str:
        """The characters whose sets hold one of the classes, as they stand in a regular expression's `[…]`.

        Neighbours stand as a range. With `of_all` that makes patterns a seventh as long, and compiling those of people
        takes 0.08 s instead of 0.2.
        """
        if (asked := self._asked.get(wanted)) is not None:
            return asked
        out = ""
        points = sorted(set().union(*(self._with.get(cls, ()) for cls in wanted)))
        for _, run in groupby(enumerate(points), lambda item: item[1] - item[0]):
            first, *rest = (chr(point) for _, point in run)
            out += f"{first}-{rest[-1]}" if len(rest) > 1 else "".join([first, *rest])
        self._asked[wanted] = out
        return out


@dataclass(slots=True)  # not frozen, which takes three times as long to make: an article has thousands
class Match:
    """A rule's match: unit indices `[start, end)`, and the named groups that took part with theirs."""

    rule: Rule
    start: int
    end: int
    groups: dict[str, tuple[int, int]]


@dataclass
class Rule:
    """A named rule. `gives` holds slot values that the match implies; tests run `examples` and `refusals`."""

    name: str
    pattern: str
    gives: dict[str, Any] = field(default_factory=dict)
    examples: list[Any] = field(default_factory=list)
    refusals: list[Any] = field(default_factory=list)
    symbols: Symbols = field(default_factory=Symbols, repr=False)

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Compiled at first use: an article that does not call for a grammar does not pay for it."""
        try:
            return re.compile(self._translate())
        except re.error as error:
            raise LexiconError(f"rule {self.name}: {error} in {self.pattern!r}", hint="Mend the pattern.") from error

    def _translate(self) -> str:
        from banggiao.lexicon.tokens import form_of

        def piece(match: re.Match[str]) -> str:
            if match["blank"]:
                return ""
            if match["group"]:
                return match["group"]
            if match["first"]:
                return f"(?<={END})"
            if match["last"]:
                return f"(?={END})"
            if match["any"]:
                return f"[^{END}]"
            if match["word"]:
                wanted = frozenset(f"'{form_of(word)}'" for word in match["word"].split("|"))
            else:
                wanted = frozenset(match["cls"].split("|"))
            chars = self.symbols.with_any(wanted)
            if match["not"]:
                return f"[^{END}{chars}]"
            return f"[{chars}]" if chars else "(?!)"  # a class that no form has: never matches

        return _PIECE.sub(piece, self.pattern)

    def finditer(self, row: str, start: int = 0, end: int | None = None) -> Iterator[Match]:
        """Matches in a row string, left to right, not overlapping."""
        names = self.regex.groupindex.items()
        for m in self.regex.finditer(row, start, len(row) if end is None else end):
            spans = m.regs
            groups = {name: spans[number] for name, number in names if spans[number][0] >= 0}
            yield Match(self, *spans[0], groups)


class RuleSet:
    """The rules of one grammar file, in the order of the file."""

    def __init__(self, name: str, data: dict[str, Any], symbols: Symbols) -> None:
        self.name = name
        macros: dict[str, str] = {}
        for macro, pattern in data.get("macros", {}).items():
            macros[macro] = f"(?:{expand(pattern, macros)})"
        known = {"name", "pattern", "gives", "examples", "refusals", "note"}
        self.rules: list[Rule] = []
        for item in data.get("rules", []):
            if unknown := set(item) - known:
                raise LexiconError(f"grammar {name}: rule {item.get('name')} has unknown keys {sorted(unknown)}")
            self.rules.append(
                Rule(
                    item["name"],
                    expand(item["pattern"], macros),
                    item.get("gives", {}),
                    item.get("examples", []),
                    item.get("refusals", []),
                    symbols,
                )
            )

    def finditer(self, row: str, start: int = 0, end: int | None = None) -> Iterator[Match]:
        """Every rule's matches, rule by rule."""
        return self.finditer_in(row, [(start, len(row) if end is None else end)])

    def finditer_in(self, row: str, stretches: Sequence[tuple[int, int]]) -> Iterator[Match]:
        """The same in some stretches `[start, end)` of a row, rising."""
        for rule in self.rules:
            for start, end in stretches:
                yield from rule.finditer(row, start, end)
