"""What a person names on the command line → articles, one by one, the bad ones told apart from the good."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from banggiao import edtf, pages
from banggiao.errors import InputError, UsageError
from banggiao.model import Article


@dataclass(slots=True)
class Wanted:
    """Which days of publication a person gave: one for all, or one by id."""

    one: str | None = None
    by_id: dict[str, str | None] | None = None

    def of(self, id: str) -> str | None:
        return (self.by_id or {}).get(id) or self.one


def wanted_days(published: str | None, published_from: Path | None) -> Wanted:
    """The days given by `--published` and `--published-from`. Raises UsageError for a day that does not exist and for
    a file that is not lines of JSON."""
    if published and not edtf.valid(published):
        raise UsageError(f"--published {published}: there is no such day.", hint="Write it as 2018-08-02.")
    if published_from is None:
        return Wanted(published)
    by_id: dict[str, str | None] = {}
    try:
        with published_from.open(encoding="utf-8") as file:
            for number, row in enumerate(file, 1):
                if row.strip():
                    data = json.loads(row)
                    day = data.get("published")
                    if day and not edtf.valid(day):
                        raise UsageError(f"{published_from}, line {number}: {day!r} is no date.")
                    by_id[str(data["id"])] = day
    except OSError as error:
        raise UsageError(f"{published_from}: {error.strerror}.", hint="Check the path.") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(
            f"{published_from}: not lines of JSON with `id` and `published`.",
            hint='Such as {"id": "page-1", "published": "2018-08-02"}.',
        ) from error
    return Wanted(published, by_id)


def expand(sources: Iterable[str]) -> Iterator[str]:
    """The files of folders (text and HTML, in the order of their paths), everything else as it was given."""
    for source in sources:
        path = Path(source)
        if source != "-" and "://" not in source and path.is_dir():
            yield from (str(p) for p in sorted(path.rglob("*")) if p.suffix.lower() in pages.ENDINGS and not p.is_dir())
        else:
            yield source


def load(sources: Iterable[str], wanted: Wanted) -> Iterator[tuple[str, Article | InputError]]:
    """Each source with its article, or with the error that condemns it."""
    for source in expand(sources):
        id = source if source == "-" or "://" in source else Path(source).stem
        try:
            yield source, pages.load(source, published=wanted.of(id))
        except InputError as error:
            yield source, error
