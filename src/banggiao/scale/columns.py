"""Which columns of a table of articles hold what, and how its days of publication are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date as Day
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

from banggiao import edtf
from banggiao.errors import UsageError
from banggiao.scale.items import Columns

PARTS = ("text", "title", "published", "url", "id")
# Tried in this order, in any case. `date` comes last: archives that have two days keep that of the crawl in it.
COMMON: dict[str, tuple[str, ...]] = {
    "text": ("text", "content", "body", "maintext", "article_text", "article", "noi_dung", "html"),
    "title": ("title", "headline", "tieu_de"),
    "published": (
        "published", "date_published", "published_at", "publish_date", "date_publish", "pubdate", "ngay_dang", "date",
    ),
    "url": ("url", "link", "source_url"),
    "id": ("id", "_id", "article_id", "guid"),
}  # fmt: skip
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b")
_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]")


class ColumnError(Exception):
    """A table or record lacks the column of its text, or one that was asked for by name."""


def chosen(names: Iterable[str], wanted: Columns) -> dict[str, str]:
    """Which column holds which part: those asked for by name, else the first common name that is there.

    Raises ColumnError, saying what there is, where the text has no column or one asked for is missing.
    """
    here = list(names)
    by_fold = {name.strip().casefold(): name for name in reversed(here)}
    out = {}
    for part in PARTS:
        asked = getattr(wanted, part)
        if asked is not None:
            if asked not in here:
                raise ColumnError(f"no column {asked!r}; there are: {', '.join(here[:20]) or 'none'}")
            out[part] = asked
        elif found := next((by_fold[name] for name in COMMON[part] if name in by_fold), None):
            out[part] = found
    if "text" not in out:
        raise ColumnError(f"no column of text; there are: {', '.join(here[:20]) or 'none'} (name one with --text)")
    return out


def parts(record: Mapping[str, Any], wanted: Columns) -> dict[str, Any]:
    """The parts of a record by their own names."""
    return {part: record[name] for part, name in chosen(record, wanted).items()}


def text_of(value: Any) -> str:
    """A text that may have come as a list of paragraphs. Raises TypeError for anything else."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(paragraph, str) for paragraph in value):
        return "\n".join(value)
    raise TypeError(f"the text is {type(value).__name__}, not a string")


def day_of(value: Any) -> str | None:
    """The day of publication as EDTF from what tables hold: EDTF itself, ISO times, `02/08/2018` (day first), the
    dates of feeds, dates and times of Arrow. The day is that of the time's own zone. Raises UsageError for any other.
    """
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, Day):
        return value.isoformat()
    text = str(value).strip()
    if not text:
        return None
    if match := _ISO.match(text):
        text = match[1]
    elif match := _DAY_FIRST.match(text):
        text = f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"
    elif "," in text:
        try:
            text = parsedate_to_datetime(text).date().isoformat()
        except ValueError:
            pass  # told below
    if not edtf.valid(text):
        raise UsageError(f"the day of publication {str(value)[:40]!r} is no date")
    return text
