"""Compressed bytes → bytes, never more of them than asked for: a bomb is noticed while it unfolds."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from banggiao.errors import InputError

_STEP = 1 << 16
_BITS = {"gzip": 31, "x-gzip": 31, "deflate": 15}
CODINGS = "gzip, deflate"
"""What a server may be asked for."""


def inflate(parts: Iterable[bytes], coding: str, source: str) -> Iterator[bytes]:
    """The bytes in pieces of at most 64 KB. coding: `gzip`, `deflate`, or "" for bytes that are plain already.

    Raises InputError naming `source` for another coding (several on top of each other among them), for damaged and for
    cut-off data.
    """
    if coding in ("", "identity"):
        yield from parts
        return
    if coding not in _BITS:
        raise InputError(
            source, f"packed as {coding[:40]!r}, which is not read", hint="Save the page and give the file."
        )
    unfold = zlib.decompressobj(_BITS[coding])
    begun = False
    for part in parts:
        while part:
            try:
                out = unfold.decompress(part, _STEP)
            except zlib.error as error:
                if coding == "deflate" and not begun:
                    # Some servers send the bare stream where the standard asks for one with a zlib head.
                    coding, unfold = "raw deflate", zlib.decompressobj(-15)
                    continue
                raise InputError(source, f"the {coding} data is damaged ({error})", hint="Try again later.") from error
            begun = True
            if out:
                yield out
            part = unfold.unconsumed_tail
            if unfold.eof:
                part = unfold.unused_data
                if _BITS.get(coding) != 31 or not part.strip(b"\0"):  # some servers pad with zeros
                    return
                unfold = zlib.decompressobj(31)  # a gzip file may have several members
    yield unfold.flush()  # what was held back for the size of a piece: some 258 bytes at most
    if begun and not unfold.eof:
        raise InputError(source, f"the {coding} data is cut off", hint="Try again later.")


def whole(parts: Iterable[bytes], limit: int, source: str) -> bytes:
    """All parts together. Raises InputError where they are more than `limit` bytes."""
    out = bytearray()
    for part in parts:
        out += part
        if len(out) > limit:
            raise InputError(source, f"more than {limit:,} bytes, which is too much", hint="Give one article's page.")
    return bytes(out)
