"""Articles of a corpus for commands that go over many: pages, and lines of JSON with `id` and `text`."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from banggiao import pages
from banggiao.cli.sources import Wanted, load
from banggiao.errors import InputError, UsageError
from banggiao.model import Article

_LINES = (".jsonl", ".jsonl.gz")
_FILES = (*pages.ENDINGS, *_LINES)


def articles(sources: Iterable[str], bad: list[InputError]) -> Iterator[Article]:
    """The articles of files, folders and .jsonl(.gz) files, in order. What cannot be read is put into `bad`."""
    return (article for _, article in named_articles(sources, bad))


def named_articles(sources: Iterable[str], bad: list[InputError]) -> Iterator[tuple[str, Article]]:
    """The same, each with the file or address that it came from. A folder's files come in the order of their paths,
    those of its folders too; what is named twice comes once."""
    seen: set[object] = set()
    for source in _files(sources):
        key = source if source == "-" or "://" in source else Path(source).resolve()
        if key in seen:
            continue
        seen.add(key)
        if source.lower().endswith(_LINES):
            yield from ((source, article) for article in _of_lines(Path(source), bad))
            continue
        for name, found in load([source], Wanted()):
            if isinstance(found, InputError):
                bad.append(found)
            else:
                yield name, found


def _files(sources: Iterable[str]) -> Iterator[str]:
    for source in sources:
        path = Path(source)
        if source != "-" and "://" not in source and path.is_dir():
            yield from (str(p) for p in sorted(path.rglob("*")) if p.name.lower().endswith(_FILES) and not p.is_dir())
        else:
            yield source


def _of_lines(path: Path, bad: list[InputError]) -> Iterator[Article]:
    """One article a line: `id`, `text`, and if known `title` and `published`."""
    try:
        with _opened(path) as file:
            for number, row in enumerate(file, 1):
                if row.strip() and (found := _article(path, number, row, bad)):
                    yield found
    except (OSError, EOFError, UnicodeDecodeError) as error:
        bad.append(InputError(str(path), f"not readable as lines of JSON ({error})", hint="Check the file."))


def _opened(path: Path) -> IO[str]:
    if path.suffix.lower() == ".gz":
        return gzip.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")


def _article(path: Path, number: int, row: str, bad: list[InputError]) -> Article | None:
    where = f"{path}, line {number}"
    try:
        data = json.loads(row)
        return pages.article_from_text(
            data["text"], id=str(data["id"]), published=data.get("published"), title=data.get("title")
        )
    except InputError as error:
        bad.append(InputError(where, error.reason, hint=error.hint))
    except UsageError as error:
        bad.append(InputError(where, error.message, hint=error.hint))
    except (ValueError, KeyError, TypeError, AttributeError):
        bad.append(InputError(where, "no JSON object with `id` and `text`", hint='Such as {"id": "1", "text": "…"}.'))
    return None
