"""What people say of names of series of meetings: two names are one series', or two series'."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from banggiao.lexicon import fold


class SeriesTold(NamedTuple):
    """What people said, as far as it stands. same: each names of one series, all that are joined together; apart: pairs
    that are two series'. Names are folded: case, diacritics and signs make no other name."""

    same: tuple[frozenset[str], ...] = ()
    apart: frozenset[frozenset[str]] = frozenset()

    def of(self, name: str) -> tuple[int, frozenset[str]]:
        """Of a name the number of its series, -1 where nobody said anything, and the names that are another's."""
        return _of(self, name) if self.same or self.apart else _NOTHING


NOTHING_SAID = SeriesTold()
_NOTHING: tuple[int, frozenset[str]] = (-1, frozenset())


@lru_cache(maxsize=65536)
def _of(told: SeriesTold, name: str) -> tuple[int, frozenset[str]]:
    folded = fold(name)
    number = next((n for n, names in enumerate(told.same) if folded in names), -1)
    others = frozenset(other for pair in told.apart if folded in pair for other in pair) - {folded}
    return number, others
