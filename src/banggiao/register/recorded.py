"""Records as the tables hold them: JSON with `kind` first, without the slots that the article does not fill.

What stands there is what `banggiao.model.record_to_dict` gives. It is written from structures that msgspec knows: as a
dictionary that is encoded each of the ten that an article takes was 7 µs, now 3.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, fields
from operator import attrgetter
from typing import Any

import msgspec

from banggiao import model
from banggiao.model import Record
from banggiao.register.packing import RECORDS

_FOUND = frozenset({"evidence", "rules", "story"})
_DECODERS: dict[str, msgspec.json.Decoder[Record]] = {
    kind: msgspec.json.Decoder(cls) for kind, cls in model.RECORD_TYPES.items()
}
"""By kind: a tenth of the time of a dictionary and a constructor."""
_encode = msgspec.json.Encoder().encode


def record_text(record: Record) -> str:
    """A record, whole."""
    return _WHOLE[record.KIND](record)


def said_text(record: Record) -> str:
    """What a record says, as a fact's row holds it: without how it was found."""
    return _SAID[record.KIND](record)


def record_from(kept: str | bytes) -> Record:
    """A record as it was written by `record_text` or `said_text`, or as a column of records keeps that."""
    text = RECORDS.unpacked(kept)
    if decoder := _DECODERS.get(text[9 : text.find('"', 9)]):
        return decoder.decode(text)
    return model.record_from_dict(msgspec.json.decode(text))


def _writer(cls: type[Record], without: frozenset[str] = frozenset()) -> Callable[[Record], str]:
    """What writes records of a kind."""
    slots = [slot for slot in fields(cls) if slot.name not in without]
    values = attrgetter(*(slot.name for slot in slots))
    shape: Any = msgspec.defstruct(
        f"Written{cls.__name__}",
        [(slot.name, Any) if slot.name == "parties" else (slot.name, Any, _left_out(slot)) for slot in slots],
        tag_field="kind",
        tag=cls.KIND,
        omit_defaults=True,
        gc=False,
    )

    def write(record: Record) -> str:
        return _encode(shape(*values(record))).decode()

    def write_value(record: Record) -> str:
        written = shape(*values(record))
        if written.value.__class__ is float and written.value.is_integer():
            written.value = int(written.value)
        return _encode(written).decode()

    return write_value if any(slot.name == "value" for slot in slots) else write


def _left_out(slot: Field[Any]) -> Any:
    """The value of a slot that is not written."""
    if slot.default_factory is not MISSING:
        return msgspec.field(default_factory=slot.default_factory)
    return None if slot.default is MISSING else slot.default


_WHOLE = {kind: _writer(cls) for kind, cls in model.RECORD_TYPES.items()}
_SAID = {kind: _writer(cls, _FOUND) for kind, cls in model.RECORD_TYPES.items()}
