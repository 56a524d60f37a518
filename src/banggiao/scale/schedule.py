"""Batches out to workers and answers back in the order of the input, whatever happens to the workers.

No more batches are in hand at once than the engine asks for, and none is begun that is far ahead of the oldest that is
not yet answered: that holds the memory flat however long the input is and however slow one batch.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from banggiao.scale.batch import answered
from banggiao.scale.items import Done, Outcome, Refusal, Work

Tie = TypeVar("Tie")
AHEAD = 4
"""How many times the engine's slots the newest batch may be ahead of the oldest unanswered one."""


class Engine(Protocol):
    """Runs a function over batches, on one machine or on many."""

    slots: int
    """How many batches may be in hand, so that no worker waits."""

    def submit(self, ticket: int, asked: bytes) -> None:
        """Hands a batch to some worker."""

    def done(self) -> tuple[int, bytes | None]:
        """Waits for the next batch to end: its ticket and answer, None where its worker was lost over it."""

    def close(self) -> None:
        """Ends the workers, whatever they are at."""


@dataclass(slots=True)
class _Piece:
    """A batch or a part of one; `tries` counts how many workers were lost over it."""

    number: int
    order: tuple[int, ...]
    asked: Work
    tries: int = 0


def answers(batches: Iterable[tuple[Work, Tie]], engine: Engine) -> Iterator[tuple[list[Done], Tie]]:
    """What workers make of each batch, in order, with what the caller tied to it.

    A batch whose worker is lost is tried once more; if that fails too it is halved until the item is found over which
    workers end, and that one becomes a refusal `crashed`.
    """
    source = enumerate(batches)
    window = engine.slots * AHEAD
    flying: dict[int, _Piece] = {}
    waiting: list[_Piece] = []  # lost ones, before anything new
    open_pieces: dict[int, int] = {}
    found: dict[int, list[tuple[tuple[int, ...], Done]]] = {}
    ties: dict[int, Tie] = {}
    ticket = emitted = 0
    more = True
    while True:
        while len(flying) < engine.slots:
            if waiting:
                piece = waiting.pop(0)
            elif more and len(ties) < window:
                entry = next(source, None)
                if entry is None:
                    more = False
                    break
                number, (asked, tie) = entry
                piece = _Piece(number, (), asked)
                ties[number], open_pieces[number], found[number] = tie, 1, []
            else:
                break
            ticket += 1
            flying[ticket] = piece
            engine.submit(ticket, pickle.dumps(piece.asked, pickle.HIGHEST_PROTOCOL))
        if not flying:
            return
        ended, answer = engine.done()
        piece = flying.pop(ended)
        if answer is not None:
            found[piece.number].append((piece.order, pickle.loads(answer)))
            open_pieces[piece.number] -= 1
        elif piece.order == () and piece.tries == 0:
            waiting.append(replace(piece, tries=1))
        elif len(piece.asked.items) > 1:
            halves = _halved(piece)
            waiting += halves
            open_pieces[piece.number] += len(halves) - 1
        else:
            found[piece.number].append((piece.order, _crashed(piece.asked)))
            open_pieces[piece.number] -= 1
        while emitted in ties and not open_pieces[emitted]:
            pieces = sorted(found.pop(emitted), key=lambda each: each[0])
            del open_pieces[emitted]
            yield [done for _, done in pieces], ties.pop(emitted)
            emitted += 1


def _halved(piece: _Piece) -> list[_Piece]:
    items = piece.asked.items
    middle = len(items) // 2
    return [
        _Piece(piece.number, (*piece.order, side), replace(piece.asked, items=part))
        for side, part in enumerate((items[:middle], items[middle:]))
    ]


def _crashed(asked: Work) -> Done:
    (item,) = asked.items
    refusal = Refusal("crashed", "the process that read it ended or stood still, twice")
    return answered(asked, [Outcome(item.source, item.position, item.id, item.url, refusal=refusal)])
