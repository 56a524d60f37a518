"""Answers that are kept: until the register changes, and no more of them than there is room for."""

from __future__ import annotations

import random
import threading
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations
from typing import Any

import pytest

from banggiao import lexicon
from banggiao.briefs import question
from banggiao.register import Register, open_register
from banggiao.register.touched import DERIVED
from banggiao.web import memory as keeping
from banggiao.web.memory import Memory
from banggiao.web.views.pair import about

from .conftest import TODAY


def test_an_answer_is_worked_out_once_until_the_register_changes(register: Register) -> None:
    """A decision is a change, and so is taking it back."""
    memory = Memory(register)
    asked: list[int] = []

    def answer() -> int:
        asked.append(1)
        return len(asked)

    assert [memory.get("q", answer), memory.get("q", answer)] == [1, 1]
    made = register.accept(register.facts()[0].id, by="t")
    assert memory.get("q", answer) == 2
    register.withdraw(made.id, by="t")
    assert [memory.get("q", answer), memory.get("q", answer)] == [3, 3]


def test_an_answer_outlives_decisions_on_other_things(register: Register) -> None:
    """Not those on what it rests on, nor anything of which nobody knows what it touched."""
    memory = Memory(register)
    asked: list[int] = []

    def answer() -> int:
        asked.append(1)
        return len(asked)

    def anew() -> bool:
        before = len(asked)
        memory.get("q", answer, ("ASEAN|CHN", DERIVED))
        return len(asked) > before

    (level, *_) = register.heads(parties=("ASEAN", "CHN"), kinds=("status",))
    other = next(h for h in register.heads(kinds=("meeting",)) if not {"ASEAN", "CHN"} <= set(h.record.parties))
    assert (anew(), anew()) == (True, False)
    made = register.accept(other.id, by="t")
    assert not anew()
    register.withdraw(made.id, by="t")
    assert not anew()
    made = register.reject(other.id, by="t")
    assert anew()
    register.accept(level.id, by="t")
    assert (anew(), anew()) == (True, False)
    with open_register(register.location) as elsewhere:
        elsewhere.withdraw(made.id, by="t")
    assert anew()
    register.same_person(["Lý Hiển Long", "Lee Hsien Loong"], by="t")
    assert anew()


def test_what_a_decision_does_not_touch_is_as_it_was(register: Register) -> None:
    """The answers about all pairs of parties, after decisions of every sort and after they were taken back."""
    words = lexicon.load()
    parties = sorted({party for head in register.heads() for party in head.record.parties})[:12]
    pairs = list(combinations(parties, 2))

    def answers() -> dict[tuple[str, str], Any]:
        days: dict[str, Any] = {"as_of": TODAY, "known_by": None}
        return {
            pair: (
                question.brief(register, words, pair, **days),
                question.happened(register, words, pair, **days, limit=30, points=160),
                question.spoken(register, words, pair, **days),
            )
            for pair in pairs
        }

    chance = random.Random(3)
    kept = touched = 0
    before, state = answers(), register.state()
    for kind in ("status", "meeting", "instrument", "statement", "office"):
        head = chance.choice(register.heads(kinds=(kind,)))
        decisions = [
            register.accept(head.id, by="t"),
            register.reject(head.id, by="t")
            if kind != "instrument"
            else register.correct(head.id, {"parties": ["ASEAN", "JPN"]}, by="t"),
        ]
        for one in (None, *reversed(decisions)):
            if one is not None:
                register.withdraw(one.id, by="t")
            after, now = answers(), register.state()
            changed = register.touched(state, now)
            assert changed is not None
            for pair in pairs:
                if changed.isdisjoint(about(pair)):
                    kept += 1
                    assert after[pair] == before[pair], (kind, pair)
                else:
                    touched += 1
            before, state = after, now
    assert kept > touched > 0


def test_the_answers_used_least_of_late_give_way(register: Register) -> None:
    """Room for two keeps the last two, and what is about the whole register."""
    memory = Memory(register, size=2)
    memory.get("whole", str)
    for one in "aba":
        memory.get((one,), str)
    memory.get(("c",), str)
    assert memory.get(("a",), lambda: "anew") == ""
    assert memory.get(("b",), lambda: "anew") == "anew"
    assert memory.get("whole", lambda: "anew") == ""


def test_a_page_does_not_wait_for_what_takes_long(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    """The answer is there when it is done."""
    monkeypatch.setattr(keeping, "_PATIENCE", 0.1)
    memory = Memory(register)
    go = threading.Event()
    assert memory.soon("slow", lambda: go.wait(20)) is None
    go.set()
    assert memory.get("other", lambda: 1) == 1
    while memory.soon("slow", lambda: go.wait(20)) is None:
        pass
    assert memory.soon("slow", lambda: False) is True
    register.accept(register.facts()[0].id, by="t")
    assert memory.soon("slow", lambda: False) is True  # what took long holds for a while
    assert memory.soon("quick", lambda: 7) == 7


def test_a_list_is_shown_as_it_was_while_it_is_worked_out_anew(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With word of that; of what was never worked out there is nothing yet."""
    memory = Memory(register)
    assert memory.lately("list", lambda: ["a"]) == (["a"], True)
    register.accept(register.facts()[0].id, by="t")
    monkeypatch.setattr(keeping, "_PATIENCE", 0.01)
    go = threading.Event()

    def anew() -> list[str]:
        go.wait(20)
        return ["b"]

    assert memory.lately("list", anew) == (["a"], False)
    assert memory.lately("other", lambda: ["c"]) == (None, False)  # behind the first
    go.set()
    assert memory.get("list", anew) == ["b"]
    assert memory.lately("list", anew) == (["b"], True)


def test_what_many_ask_at_once_is_worked_out_once(register: Register) -> None:
    """Fifty readers after a change do not count a register fifty times; who asks meanwhile gets the same, an error too."""
    memory, made = Memory(register), []
    begun, go = threading.Event(), threading.Event()

    def slow() -> int:
        made.append(1)
        begun.set()
        assert go.wait(10)
        return 7

    with ThreadPoolExecutor(8) as people:
        first = people.submit(memory.get, "counts", slow)
        assert begun.wait(10)
        others = [people.submit(memory.get, "counts", slow) for _ in range(6)]
        assert memory.get("another", lambda: 1) == 1  # which need not wait
        go.set()
        assert [one.result(10) for one in (first, *others)] == [7] * 7
    assert len(made) == 1

    def broken() -> int:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        memory.get("broken", broken)
    assert memory.get("broken", lambda: 2) == 2
