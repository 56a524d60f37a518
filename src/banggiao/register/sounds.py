"""How articles sound: what of a text tells whether another one is a copy of it (`voices.py`).

It is kept beside each text (`article.sound`): an article that comes is held against some forty of a large register, and
to unpack and sketch their texts took ten times as long as all else that there is to do for it.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable
from itertools import islice

from sqlalchemy import Connection, select

from banggiao.coverage import copies
from banggiao.normal import normalise
from banggiao.register.database import Database
from banggiao.register.intake import voice_of_words
from banggiao.register.schema import article

Sound = tuple[str, "array[int]", int]
"""An article's own voice, its sketch and the mask of that (`copies.mask_of`)."""

_VOICE = 12  # bytes of an article's own voice
_REMEMBERED = 250_000
"""Articles of which it is remembered how they sound: 170 MB."""
_CHUNK = 400


def sound_bytes(own: str, sketch: copies.Sketch) -> bytes:
    """An article's own voice and its sketch as its row keeps them."""
    return bytes.fromhex(own) + _turned(array("I", sketch)).tobytes()


def sound_from(kept: bytes) -> tuple[str, array[int]]:
    """The same back."""
    return kept[:_VOICE].hex(), _turned(array("I", kept[_VOICE:]))


def _turned(numbers: array[int]) -> array[int]:
    """In the order of bytes of most machines, so that a register can be taken to any."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


class Sounds:
    """How the articles that were heard last sound. A key stands for one text, so nothing remembered goes stale. kept:
    whether articles keep it in their rows."""

    def __init__(self, *, kept: bool = True) -> None:
        self._kept = kept
        self._known: dict[str, Sound] = {}

    def keep(self, key: str, own: str, sketch: copies.Sketch | array[int]) -> Sound:
        if len(self._known) >= _REMEMBERED:
            for old in list(islice(self._known, _REMEMBERED // 8)):
                del self._known[old]
        # An array takes an eighth of a tuple's room.
        self._known[key] = sound = own, array("I", sketch), copies.mask_of(sketch)
        return sound

    def of(self, connection: Connection, keys: Iterable[str]) -> dict[str, Sound]:
        """How these articles sound, those of them that the register holds."""
        found: dict[str, Sound] = {}
        unknown: list[str] = []
        for key in keys:
            if (known := self._known.get(key)) is not None:
                found[key] = known
            else:
                unknown.append(key)
        if self._kept:
            kept = "SELECT key, sound FROM article WHERE key IN ({}) AND sound IS NOT NULL"
            for key, sound in Database.ask_for(connection, kept, unknown):
                found[key] = self.keep(key, *sound_from(sound))
            unknown = [key for key in unknown if key not in found]
        # Those that came before articles kept their sound.
        for at in range(0, len(unknown), _CHUNK):
            some = select(article.c.key, article.c.text).where(article.c.key.in_(unknown[at : at + _CHUNK]))
            for key, text in connection.execute(some):
                words = normalise(text).low.split()
                found[key] = self.keep(key, voice_of_words(words), copies.sketch_of_words(words))
        return found
