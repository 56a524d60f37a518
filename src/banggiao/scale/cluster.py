"""Workers on a Ray cluster, this machine's own or a given one: each batch is a task of Ray's.

The nodes of a given cluster need Banggiao with the extra `ray` installed in the same version; batches carry their
articles, so that the input need be readable here only.
"""

from __future__ import annotations

import importlib
import logging
import os
import socket
from typing import Any

from banggiao.errors import BanggiaoError, UsageError
from banggiao.scale.batch import WORK
from banggiao.scale.streams import needs_extra

RETRIES = 1
"""How often Ray tries a task again whose worker or node is lost. What is lost more often the schedule searches for the
article that ends its workers, as with any engine."""


class RayEngine:
    """See `schedule.Engine`. address: of a cluster, None for one on this machine that ends with the run.

    workers: how many batches are read at once; None for as many as the cluster has cores. Raises UsageError where Ray
    is not installed or the cluster does not answer.
    """

    def __init__(self, workers: int | None, *, address: str | None = None, function: str = WORK) -> None:
        try:
            # Ray asks the network how it is used, and says so at length, unless it is told before it is imported.
            os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
            import ray
        except ModuleNotFoundError as error:
            raise needs_extra("--engine ray", "ray") from error
        self._ray: Any = ray  # its types come and go with its versions
        self._ours = not self._ray.is_initialized()
        if self._ours:
            self._begin(workers, address)
        size = workers or int(self._ray.cluster_resources().get("CPU", 1))
        self.slots = 2 * size + 2
        self._task = self._ray.remote(max_retries=RETRIES, num_cpus=1)(_run)
        self._function = function
        self._flying: dict[Any, int] = {}

    def _begin(self, workers: int | None, address: str | None) -> None:
        quiet: dict[str, Any] = {"logging_level": logging.ERROR, "log_to_driver": False}
        if address is None:
            from banggiao.scale.local import cores

            self._ray.init(address="local", num_cpus=workers or cores(), include_dashboard=False, **quiet)
            return
        try:
            _knock(address)
            self._ray.init(address=address, **quiet)
        except (OSError, RuntimeError, ValueError) as error:
            raise UsageError(
                f"No Ray cluster answers at {address} ({str(error)[:200]}).",
                hint="See that it runs (`ray status`) and that the address is its own, such as 10.0.0.1:6379.",
            ) from error

    def submit(self, ticket: int, asked: bytes) -> None:
        self._flying[self._task.remote(self._function, asked)] = ticket

    def done(self) -> tuple[int, bytes | None]:
        errors = self._ray.exceptions
        (ready,), _ = self._ray.wait(list(self._flying), num_returns=1)
        ticket = self._flying.pop(ready)
        try:
            return ticket, self._ray.get(ready)
        except (errors.WorkerCrashedError, errors.NodeDiedError, errors.OutOfMemoryError, errors.ObjectLostError):
            return ticket, None
        except errors.RayTaskError as error:
            raise BanggiaoError(
                f"A worker of the cluster failed: {str(error.cause)[:300]}",
                hint="See that all nodes have the same version of Banggiao, with its extras `bulk` and `ray`.",
            ) from error

    def close(self) -> None:
        for task in self._flying:
            self._ray.cancel(task, force=True)
        self._flying.clear()
        if self._ours:
            self._ray.shutdown()


def _knock(address: str) -> None:
    """Raises OSError where nobody listens: Ray itself goes on trying for many minutes."""
    host, _, port = address.removeprefix("ray://").rpartition(":")
    if port.isdigit():
        socket.create_connection((host, int(port)), timeout=5).close()


def _run(function: str, asked: bytes) -> bytes:
    """Runs in a worker of the cluster."""
    module, _, name = function.partition(":")
    answer: bytes = getattr(importlib.import_module(module), name)(asked)
    return answer
