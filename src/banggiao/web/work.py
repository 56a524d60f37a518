"""Long work at the desk: files that somebody adds, articles read anew. One piece at a time, in a thread of its own;
each step is one transaction, so that what was done stays when it is stopped."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from banggiao import pages
from banggiao.errors import BanggiaoError, InputError, UsageError
from banggiao.reading import READER, Reader
from banggiao.register import Register
from banggiao.register.upkeep import reread, take

State = Literal["running", "done", "stopped", "failed"]
Kind = Literal["add", "reread"]
_KEPT = 20  # pieces of work remembered
_TOLD = 200  # failures told of one piece; of more the number is


@dataclass(slots=True)
class Step:
    """What became of one article. outcome: `new`, `known`, `reread`, `failed`."""

    name: str
    outcome: str
    reason: str = ""


@dataclass(slots=True)
class Work:
    """A piece of work. total: how many articles it is about."""

    id: str
    kind: Kind
    by: str
    total: int
    done: int = 0
    state: State = "running"
    outcomes: dict[str, int] = field(default_factory=dict)
    failures: list[Step] = field(default_factory=list)
    error: str = ""
    stopping: threading.Event = field(default_factory=threading.Event)

    def progress(self) -> dict[str, object]:
        """For a page that looks on."""
        return {"state": self.state, "done": self.done, "total": self.total, **self.outcomes}


class Works:
    """The desk's long work."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._all: OrderedDict[str, Work] = OrderedDict()

    def find(self, id: str) -> Work | None:
        return self._all.get(id)

    def start(self, kind: Kind, by: str, total: int, steps: Callable[[], Iterator[Step]]) -> Work:
        """Begins a piece of work. Raises UsageError while another goes on."""
        with self._lock:
            if any(one.state == "running" for one in self._all.values()):
                raise UsageError("Other articles are being read.", hint="Wait until that is done, or stop it.")
            work = Work(secrets.token_hex(8), kind, by, total)
            self._all[work.id] = work
            while len(self._all) > _KEPT:
                self._all.popitem(last=False)
        threading.Thread(target=_run, args=(work, steps), name=f"desk-{kind}", daemon=True).start()
        return work


def _run(work: Work, steps: Callable[[], Iterator[Step]]) -> None:
    try:
        for step in steps():
            work.done += 1
            work.outcomes[step.outcome] = work.outcomes.get(step.outcome, 0) + 1
            if step.outcome == "failed" and len(work.failures) < _TOLD:
                work.failures.append(step)
            if work.stopping.is_set():
                work.state = "stopped" if work.done < work.total else "done"
                return
        work.state = "done"
    except BanggiaoError as error:  # the register itself does not answer
        work.error, work.state = error.message, "failed"
    except Exception as error:
        work.error, work.state = f"{type(error).__name__}: {error}", "failed"
        raise


def adding(register: Register, files: list[tuple[str, bytes]]) -> Callable[[], Iterator[Step]]:
    """Reads files (name, content) and keeps them."""

    def steps() -> Iterator[Step]:
        reader = Reader()
        for name, data in files:
            try:
                article = pages.article_from_bytes(data, id=name.rpartition(".")[0] or name, source=name)
                yield Step(name, take(register, article, reader.read, READER))
            except InputError as error:
                yield Step(name, "failed", error.reason)
            except UsageError as error:
                yield Step(name, "failed", error.message)

    return steps


def rereading(register: Register) -> Callable[[], Iterator[Step]]:
    """Reads every article of the register anew with the present reader."""

    def steps() -> Iterator[Step]:
        for change in reread(register, Reader().read):
            if change.failed:
                yield Step(change.article.id, "failed", change.failed)
            else:
                yield Step(change.article.id, "reread" if change.came or change.went else "known")

    return steps
