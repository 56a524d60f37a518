"""Workers on this machine: one process each, with a thread here that hands it one batch after the other."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
import time
from typing import BinaryIO, cast

from banggiao.errors import BanggiaoError
from banggiao.scale.batch import WORK
from banggiao.scale.worker import READY, receive, send

PATIENCE = 300.0
"""Seconds after which a worker that has not answered is taken to stand still. A batch takes one or two."""

STARTS = 3  # a worker may be killed before it is ready where memory is short


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class LocalEngine:
    """See `schedule.Engine`. function: what the workers run, as `module:name`; bytes to bytes."""

    def __init__(self, workers: int, *, function: str = WORK, patience: float = PATIENCE) -> None:
        # As many more as are at work lie ready: while a part is being written nobody hands out new ones.
        self.slots = 2 * workers + 2
        self._function = function
        self._patience = patience
        self._asked: queue.SimpleQueue[tuple[int, bytes] | None] = queue.SimpleQueue()
        self._answers: queue.SimpleQueue[tuple[int, bytes | None] | BaseException] = queue.SimpleQueue()
        self._closing = False
        self._workers: list[_Worker] = []
        self._threads = [threading.Thread(target=self._serve, daemon=True) for _ in range(workers)]
        for thread in self._threads:
            thread.start()

    def pids(self) -> list[int]:
        """The processes of the workers that have been started so far."""
        return [worker.process.pid for worker in self._workers]

    def submit(self, ticket: int, asked: bytes) -> None:
        self._asked.put((ticket, asked))

    def done(self) -> tuple[int, bytes | None]:
        while True:
            try:
                answer = self._answers.get(timeout=1.0)
            except queue.Empty:
                self._look_after()
                continue
            if isinstance(answer, BaseException):
                raise answer
            return answer

    def close(self) -> None:
        self._closing = True
        for _ in self._threads:
            self._asked.put(None)
        for worker in list(self._workers):
            worker.end()
        for thread in self._threads:
            thread.join(timeout=10)

    def _look_after(self) -> None:
        """Ends workers that stand still: their threads then find them lost."""
        for worker in list(self._workers):
            if worker.since is not None and time.monotonic() - worker.since > self._patience:
                worker.end()

    def _started(self) -> _Worker:
        for _ in range(STARTS):
            worker = _Worker(self._function)
            self._workers.append(worker)
            if worker.ready():
                return worker
            worker.end()
            self._workers.remove(worker)
        raise BanggiaoError("A worker could not be started.", hint="See what it said above; try fewer --workers.")

    def _serve(self) -> None:
        worker = None
        try:
            while not self._closing:
                if worker is None:
                    worker = self._started()
                given = self._asked.get()
                if given is None:
                    break
                ticket, asked = given
                answer = worker.answer(asked)
                if answer is None:
                    worker.end()
                    self._workers.remove(worker)
                    worker = None
                self._answers.put((ticket, answer))
        except BaseException as error:
            if not self._closing:
                self._answers.put(error)
        finally:
            if worker is not None:
                worker.end()


class _Worker:
    def __init__(self, function: str) -> None:
        self.since: float | None = None
        # A session of its own: Ctrl-C is for us, who end the workers tidily.
        self.process = subprocess.Popen(
            [sys.executable, "-m", "banggiao.scale.worker", function],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
        self._input = cast("BinaryIO", self.process.stdin)
        self._output = cast("BinaryIO", self.process.stdout)

    def ready(self) -> bool:
        return receive(self._output) == READY

    def answer(self, asked: bytes) -> bytes | None:
        """The answer; None where the process is lost."""
        self.since = time.monotonic()
        try:
            send(self._input, asked)
            return receive(self._output)
        except (OSError, ValueError):  # ValueError: `end` has closed the pipe
            return None
        finally:
            self.since = None

    def end(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for pipe in (self._input, self._output):
            try:
                pipe.close()
            except OSError:
                pass  # a message that was not wholly sent
