"""Work that ends its process over some articles, run by workers in place of the real work."""

from __future__ import annotations

import os
import pickle
import signal
import time
from pathlib import Path

from banggiao.scale import batch

# Loaded before the worker says that it is ready, so that a short patience on a busy machine is not spent on it.
batch._reader()


def once(asked: bytes) -> bytes:
    """Kills its process over the first batch it is given; the file named by the environment remembers that it has."""
    try:
        Path(os.environ["DEADLY_ONCE"]).touch(exist_ok=False)
    except FileExistsError:
        return batch.work(asked)
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("unreachable")


def at_a5(asked: bytes) -> bytes:
    """Kills its process over any batch that holds the article a5."""
    _when(asked, lambda: os.kill(os.getpid(), signal.SIGKILL))
    return batch.work(asked)


def still_at_a5(asked: bytes) -> bytes:
    """Stands still over any batch that holds the article a5."""
    _when(asked, lambda: time.sleep(3600))
    return batch.work(asked)


def _when(asked: bytes, deed: object) -> None:
    if any(b'"a5"' in item.data for item in pickle.loads(asked).items):
        deed()  # type: ignore[operator]
