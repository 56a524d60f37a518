"""The slots of a record as fields of a form."""

from __future__ import annotations

from dataclasses import fields

from banggiao import model
from banggiao.register.decisions import FIXED

_VOCABULARIES = {("status", "phase"): "status-phase"}
"""Where the words of a slot's codes do not stand under the slot's own name."""


def slots_shown(record: model.Record) -> dict[str, str]:
    """The slots as a person may type them, in the order of the record."""
    shown: dict[str, str] = {}
    for item in fields(record):
        if item.name in FIXED:
            continue
        value = getattr(record, item.name)
        if isinstance(value, list):
            text = "; ".join(str(part) for part in value)
        elif isinstance(value, float) and value.is_integer():
            text = str(int(value))
        else:
            text = "" if value is None else str(value)
        shown[item.name] = text
    return shown


def choices(kind: str, slot: str) -> tuple[str, ...]:
    """The codes that a slot may hold; empty where any text may stand."""
    return model.CLOSED.get(kind, {}).get(slot, ())


def vocabulary(kind: str, slot: str) -> str:
    """Under which context the catalogues hold the words of a slot's codes."""
    return _VOCABULARIES.get((kind, slot), slot)
