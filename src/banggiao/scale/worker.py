"""The process of a worker: `python -m banggiao.scale.worker MODULE:FUNCTION` answers each message with the function's.

A message is its length in eight bytes and then itself, on standard input and output. A plain process and not one of
`multiprocessing`, which would run the caller's own script again in each worker: this way it works from a notebook and
from a script without a guard.
"""

from __future__ import annotations

import importlib
import os
import struct
import sys
from typing import BinaryIO

HEAD = struct.Struct("!Q")
READY = b"ready"


def send(file: BinaryIO, message: bytes) -> None:
    file.write(HEAD.pack(len(message)))
    file.write(message)
    file.flush()


def receive(file: BinaryIO) -> bytes | None:
    """The next message; None where the other side has gone."""
    head = file.read(HEAD.size)
    if len(head) < HEAD.size:
        return None
    (length,) = HEAD.unpack(head)
    message = file.read(length)
    return message if len(message) == length else None


def main() -> None:
    """Answers until the other side goes."""
    module, _, name = sys.argv[1].partition(":")
    # What a library prints must not get among the answers.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    function = getattr(importlib.import_module(module), name)
    send(answers, READY)
    while (asked := receive(sys.stdin.buffer)) is not None:
        try:
            send(answers, function(asked))
        except BrokenPipeError:
            return


if __name__ == "__main__":
    main()
