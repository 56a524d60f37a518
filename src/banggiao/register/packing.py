"""Long texts in SQLite, which does not compress them by itself as PostgreSQL does."""

from __future__ import annotations

import zlib
from typing import Any

from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator

_WORTH = 200
"""Shorter texts gain nothing."""
_LEVEL = 3
"""As fast as it gets (50 µs an article) and to .43 of the text; the best level gains .02."""


def packed(text: str) -> str | bytes:
    """The text as SQLite keeps it. What cannot be encoded (a lone surrogate) is left to the driver to refuse."""
    return zlib.compress(text.encode(), _LEVEL) if len(text) > _WORTH else text


def unpacked(value: str | bytes) -> str:
    """The text as it was before `packed`; what was never packed is given back."""
    return zlib.decompress(value).decode() if isinstance(value, bytes) else value


class Packed(TypeDecorator[str]):
    """A text, compressed in SQLite. Texts that were written before they were compressed are read as they are."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> Any:
        return packed(value) if value is not None and dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        return unpacked(value) if value is not None else None
