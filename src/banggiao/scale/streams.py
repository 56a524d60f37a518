"""Files as streams of bytes, decompressed on the way and bounded at each step: no file, however it was made, may fill
the memory."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from banggiao.errors import UsageError
from banggiao.scale.items import MAX_RECORD

GZIP, ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
CHUNK = 1 << 18
_ZSTD_BITE = 1 << 8
"""Bytes given to the zstd library at once. A block of four bytes may stand for 128 KB, so this bounds what comes out
to 8 MB."""


class CutOffError(OSError):
    """A compressed file ends in its middle, or is damaged from some byte on."""


def chunks(file: IO[bytes]) -> Iterator[bytes]:
    """The content of a file, decompressed where its first bytes say so, in pieces of bounded size.

    Raises CutOffError where a compressed file is damaged or ends too early; what came before it has been given.
    """
    head = file.read(4)
    if head.startswith(GZIP):
        yield from _gzip(_Again(head, file))
    elif head == ZSTD:
        yield from _zstd(head, file)
    else:
        yield head
        while chunk := file.read(CHUNK):
            yield chunk


class _Again:
    """A file whose first bytes have been taken: standard input cannot be wound back."""

    def __init__(self, head: bytes, file: IO[bytes]) -> None:
        self._head, self._file = head, file

    def read(self, size: int = -1) -> bytes:
        if self._head:
            end = len(self._head) if size < 0 else size
            head, self._head = self._head[:end], self._head[end:]
            return head
        return self._file.read(size)


def _gzip(file: Any) -> Iterator[bytes]:
    try:
        with gzip.GzipFile(fileobj=file, mode="rb") as plain:
            while chunk := plain.read1(CHUNK):
                yield chunk
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise CutOffError(f"the gzip file is damaged or cut off ({error})") from error


def _zstd(head: bytes, file: IO[bytes]) -> Iterator[bytes]:
    import zstandard

    # The window is what the library must hold: frames that ask for more than 128 MB are refused.
    maker = zstandard.ZstdDecompressor(max_window_size=1 << 27)
    frame = maker.decompressobj()
    begun = False
    bite = head
    try:
        while bite:
            if frame.eof:
                frame, begun = maker.decompressobj(), False
            begun = True
            if plain := frame.decompress(bite):
                yield plain
            bite = frame.unused_data if frame.eof else b""
            bite = bite or file.read(_ZSTD_BITE)
    except zstandard.ZstdError as error:
        raise CutOffError(f"the zstd file is damaged ({error})") from error
    if begun and not frame.eof:
        raise CutOffError("the zstd file is cut off")


def lines(file: IO[bytes], limit: int = MAX_RECORD) -> Iterator[tuple[int, bytes | None]]:
    """The lines of a file with their numbers from 1, without their ends; None for a line longer than `limit` bytes,
    of which no more than that is ever held. Raises CutOffError as `chunks` does.
    """
    number, rest, skipping = 1, b"", False
    for chunk in chunks(file):
        whole = chunk.split(b"\n")
        for piece in whole[:-1]:
            if skipping or len(rest) + len(piece) > limit:
                yield number, None
            else:
                yield number, (rest + piece).rstrip(b"\r")
            number, rest, skipping = number + 1, b"", False
        if not skipping:
            if len(rest) + len(whole[-1]) > limit:
                rest, skipping = b"", True
            else:
                rest += whole[-1]
    if skipping or rest:
        yield number, None if skipping else rest


def needs_extra(what: str, extra: str) -> UsageError:
    """The error for a library that comes with an extra."""
    return UsageError(f"{what} needs a library that is not installed.", hint=f"Run: pip install 'banggiao[{extra}]'")


def identity(path: Path) -> str:
    """What tells one state of a file from another: path, size, time of change."""
    stat = path.stat()
    return f"{path.resolve()} {stat.st_size} {stat.st_mtime_ns}"
