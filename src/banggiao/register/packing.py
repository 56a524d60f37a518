"""Texts of articles, and records, as the databases keep them, compressed."""

from __future__ import annotations

import threading
import zlib
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zstandard import ZstdCompressionDict, ZstdCompressor, ZstdDecompressor

_ZLIB = b"\x78"
"""How a text begins that was compressed before it was done by Zstandard."""


class Packing:
    """A way to compress short texts that have much in common: by a file of words that they hold, without which they
    cannot be read.

    words: its name in `data/packing`. sqlite: whether SQLite has its texts compressed too; short ones never.
    """

    def __init__(self, words: str, *, sqlite: bool) -> None:
        self._zstandard = _Zstandard(words)
        self._sqlite = sqlite

    def packs(self, dialect: str) -> bool:
        """Whether a database has its texts compressed at all."""
        return dialect != "sqlite" or self._sqlite

    def packed(self, text: str, dialect: str) -> str | bytes:
        """The text as a database keeps it. What cannot be encoded (a lone surrogate) is refused as by the driver."""
        if not self.packs(dialect) or (dialect == "sqlite" and len(text) <= _WORTH):
            return text
        return self._zstandard.packer.compress(text.encode())

    def unpacked(self, value: str | bytes) -> str:
        """The text as it was before `packed`; what was never packed is given back."""
        if isinstance(value, str):
            return value
        found = zlib.decompress(value) if value.startswith(_ZLIB) else self._zstandard.unpacker.decompress(value)
        return found.decode()


_WORTH = 200
"""Shorter texts gain nothing."""
_LEVEL = 3


class _Zstandard(threading.local):
    """What packs and unpacks, for each thread its own: they may not be used by two at once."""

    def __init__(self, words: str) -> None:
        self._words = words

    @cached_property
    def _dictionary(self) -> ZstdCompressionDict:
        import zstandard  # 11 ms, so only when there is something to do

        return zstandard.ZstdCompressionDict(_words(self._words), dict_type=zstandard.DICT_TYPE_RAWCONTENT)

    @cached_property
    def packer(self) -> ZstdCompressor:
        import zstandard

        return zstandard.ZstdCompressor(level=_LEVEL, dict_data=self._dictionary)

    @cached_property
    def unpacker(self) -> ZstdDecompressor:
        import zstandard

        return zstandard.ZstdDecompressor(dict_data=self._dictionary)


@lru_cache(maxsize=2)
def _words(name: str) -> bytes:
    found = (files("banggiao") / "data" / "packing" / name).read_bytes()
    return found.replace(b"\r\n", b"\n")  # as a checkout may have it


TEXTS = Packing("pairs.txt", sqlite=True)
"""Texts of articles. With the words that all texts have, 23 µs an article of the press and to .34 of it, 7 µs back;
zlib took 55 and 17 and left .43."""
RECORDS = Packing("records.txt", sqlite=False)
"""Records as JSON, in PostgreSQL, whose tables have no room to spare: to .36 of what the reader finds in the press, to
.47 of the records of `bench/press.py`; 2 to 3 µs, and less than one back."""
