"""Columns whose texts are kept compressed."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Dialect, Text
from sqlalchemy.dialects.postgresql import BYTEA
from sqlalchemy.types import TypeDecorator, TypeEngine

from banggiao.register.packing import Packing


class _Bytes(BYTEA):
    """What an earlier version kept is text."""

    def result_processor(self, dialect: Dialect, coltype: object) -> None:
        return None


class Packed(TypeDecorator[str]):
    """A compressed text. Texts that were written before they were compressed, or compressed otherwise, are read as they
    are. packing: `TEXTS` or `RECORDS`."""

    impl = Text
    cache_ok = True

    def __init__(self, packing: Packing) -> None:
        super().__init__()
        self.packing = packing

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(_Bytes() if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: str | None, dialect: Dialect) -> Any:
        return self.packing.packed(value, dialect.name) if value is not None else None

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        return self.packing.unpacked(value) if value is not None else None
