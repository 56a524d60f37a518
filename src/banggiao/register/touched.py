"""What decisions touched, so that an answer about something else need not be worked out anew after them.

Words stand for what an answer may rest on: the rows of two parties (`A|B`, `A|*`, see `pairing.py`), a party's code,
a fact's id; `DERIVED`: some fact, nobody says which, is another than before; `SINGLE`: one of which there can be only
one (see `conflicts.py`) is another or was decided on. Known are the decisions of this process alone, the last `_KEPT`:
after anything else, an article or another process's decision, nobody knows.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection
from threading import Lock

DERIVED, SINGLE = "*derived", "*single"
_KEPT = 1_000


class Touched:
    """What was touched, by the state of the register after it."""

    def __init__(self) -> None:
        self._by_state: OrderedDict[int, frozenset[str]] = OrderedDict()
        self._lock = Lock()

    def note(self, state: int, words: Collection[str]) -> None:
        with self._lock:
            self._by_state[state] = frozenset(words)
            while len(self._by_state) > _KEPT:
                self._by_state.popitem(last=False)

    def between(self, since: int, until: int) -> frozenset[str] | None:
        """What was touched from one state to another; None where that is not known."""
        if not 0 <= until - since <= _KEPT:
            return None
        with self._lock:
            found = [self._by_state.get(state) for state in range(since + 1, until + 1)]
        known = [words for words in found if words is not None]
        return frozenset().union(*known) if len(known) == len(found) else None
