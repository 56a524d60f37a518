"""Answers that are kept until the register changes: what costs much to work out and is asked for again and again.

Of an answer that says what it rests on (`about`, in the words of `banggiao.register.touched`) a decision on something
else is no change. Without that word it rests on the whole register.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from typing import Any, TypeVar

from banggiao.register import Register

T = TypeVar("T")
_PATIENCE = 0.05
"""Seconds that a page waits for a number beside its own matter."""
_HOLDS = 10
"""So many times as long as it took."""


class Memory:
    """Answers: up to `size` about something, the last used ones, and all about the whole register, whose question is a
    plain word. Nothing outlives a change of the register: see `Register.state`."""

    def __init__(self, register: Register, size: int = 160) -> None:
        self._register = register
        self._size = size
        self._kept: OrderedDict[Hashable, tuple[Any, Any]] = OrderedDict()
        self._lock = Lock()
        self._worker = ThreadPoolExecutor(1, "desk-memory")
        self._making: dict[Hashable, tuple[Any, Future[Any]]] = {}
        self._pending: dict[Hashable, Future[Any]] = {}
        self._last: dict[Hashable, Any] = {}
        self._held: dict[Hashable, tuple[float, Any]] = {}

    def get(self, question: Hashable, answer: Callable[[], T], about: Collection[str] | None = None) -> T:
        """The answer to a question, worked out anew if the register has changed since: once, however many ask for it at
        the same time."""
        state = self._register.state()
        with self._lock:
            if self._holds(question, state, about):
                self._kept.move_to_end(question)
                found: T = self._kept[question][1]
                return found
            making = self._making.get(question)
            ours = None if making and making[0] == state else Future[Any]()
            if ours is not None:
                self._making[question] = state, ours
        if ours is None:
            assert making is not None
            there: T = making[1].result()
            return there
        try:
            made = answer()  # without the lock: another question need not wait for this one
        except BaseException as error:
            self._done(question, ours)
            ours.set_exception(error)
            raise
        with self._lock:
            self._kept[question] = state, made
            self._kept.move_to_end(question)
            pages = [one for one in self._kept if not isinstance(one, str)]
            for one in pages[: max(0, len(pages) - self._size)]:
                del self._kept[one]
        self._done(question, ours)
        ours.set_result(made)
        return made

    def _holds(self, question: Hashable, state: int, about: Collection[str] | None) -> bool:
        """Whether the answer that is kept is that of this state; the lock is held."""
        kept = self._kept.get(question)
        if kept is None or kept[0] >= state:  # another thread may have looked since at a later one
            return kept is not None
        touched = self._register.touched(kept[0], state) if about is not None else None
        if touched is None or about is None or not touched.isdisjoint(about):
            return False
        self._kept[question] = state, kept[1]
        return True

    def _done(self, question: Hashable, made: Future[Any]) -> None:
        with self._lock:
            if (making := self._making.get(question)) and making[1] is made:
                del self._making[question]

    def lately(
        self, question: Hashable, answer: Callable[[], T], about: Collection[str] | None = None
    ) -> tuple[T | None, bool]:
        """The answer, and whether it is that of now. What is not there within `_PATIENCE` is worked out behind the
        scenes; meanwhile it is the answer before the register's last changes, None where there was none."""
        state = self._register.state()
        with self._lock:
            if self._holds(question, state, about):
                self._kept.move_to_end(question)
                return self._kept[question][1], True
            last = self._last.get(question)
            pending = self._begun(question, answer, about)
        try:
            pending.result(_PATIENCE)
        except TimeoutError:
            return last, False
        with self._lock:
            kept = self._kept.get(question)
        return (kept[1], kept[0] == state) if kept else (last, False)

    def soon(self, question: Hashable, answer: Callable[[], T], about: Collection[str] | None = None) -> T | None:
        """The answer if it is there within `_PATIENCE`; else None, and it is worked out behind the scenes. One that
        took long holds for a multiple of that time, however often the register changes meanwhile."""
        with self._lock:
            held = self._held.get(question)
            if held and time.monotonic() < held[0]:
                kept: T = held[1]
                return kept
            pending = self._begun(question, answer, about)
        try:
            found: T = pending.result(_PATIENCE)
        except TimeoutError:
            return None
        return found

    def _begun(self, question: Hashable, answer: Callable[[], T], about: Collection[str] | None) -> Future[T]:
        """The work on an answer, that goes on already or is begun."""
        pending = self._pending.get(question)
        if pending is None or pending.done():
            pending = self._pending[question] = self._worker.submit(self._timed, question, answer, about)
        return pending

    def _timed(self, question: Hashable, answer: Callable[[], T], about: Collection[str] | None) -> T:
        start = time.monotonic()
        made = self.get(question, answer, about)
        took = time.monotonic() - start
        with self._lock:
            self._last[question] = made
            if took > _PATIENCE:
                self._held[question] = time.monotonic() + _HOLDS * took, made
        return made
