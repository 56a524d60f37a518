"""Answers of the API: the same described objects as the command line prints, as JSON or, for a table, as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any

import msgspec
from fastapi.responses import Response

_FORMULAS = tuple("=+-@\t\r")
"""With these begins what a spreadsheet takes for a formula."""


def as_json(data: Any) -> Response:
    """Data (dataclasses too) as JSON."""
    return Response(msgspec.json.encode(data), media_type="application/json")


def as_csv(rows: Iterable[dict[str, Any]], columns: Iterable[str], name: str) -> Response:
    """Rows as CSV with a head; lists are joined by semicolons. A text that a spreadsheet would take for a formula gets
    an apostrophe before it."""
    out = io.StringIO()
    writer = csv.writer(out)
    names = list(columns)
    writer.writerow(names)
    for row in rows:
        writer.writerow([_cell(row.get(name)) for name in names])
    headers = {"content-disposition": f'attachment; filename="{name}.csv"'}
    # The mark tells spreadsheets that it is UTF-8.
    return Response("\ufeff" + out.getvalue(), media_type="text/csv; charset=utf-8", headers=headers)


def _cell(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        value = "; ".join(str(item) for item in value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULAS) and not isinstance(value, (int, float)) else text
