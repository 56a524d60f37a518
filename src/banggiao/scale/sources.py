"""What a person names → the sources behind it, and each source's items in their order."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

from banggiao.errors import InputError, UsageError
from banggiao.scale.columns import ColumnError, chosen
from banggiao.scale.items import MAX_RECORD, Columns, Item, refused
from banggiao.scale.streams import CutOffError, identity, lines, needs_extra

FORMATS = ("jsonl", "csv", "parquet", "warc", "page")
_ENDINGS = {
    ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".csv": "csv", ".tsv": "csv",
    ".parquet": "parquet", ".pq": "parquet",
    ".warc": "warc",
    ".txt": "page", ".html": "page", ".htm": "page", ".xhtml": "page",
}  # fmt: skip
_PACKED = {".gz", ".zst"}


@dataclass(slots=True, frozen=True)
class Mark:
    """How far a run has come: so many items of source number `source` (from 0) have been taken."""

    source: int = 0
    items: int = 0


class Meter:
    """Counts the bytes that were taken from the files, as they lie on the disk."""

    def __init__(self) -> None:
        self.taken = 0


class _Metered:
    """A file that counts what is read from it."""

    def __init__(self, file: IO[bytes], meter: Meter) -> None:
        self._file, self._meter = file, meter

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size)
        self._meter.taken += len(data)
        return data

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()


def format_of(name: str) -> str | None:
    """The format that a file's name tells, None for none that is read."""
    path = Path(name.lower())
    ending = Path(path.stem).suffix if path.suffix in _PACKED else path.suffix
    found = _ENDINGS.get(ending)
    # A single page is not kept packed, and Parquet is packed within.
    return None if path.suffix in _PACKED and found in ("page", "parquet") else found


class Sources:
    """All that was named on the command line, folders opened up, in the order in which it is read.

    Raises UsageError for what does not exist, for a file whose name tells no format (unless `form` says it), and for
    nothing at all.
    """

    def __init__(self, named: Iterable[str], *, columns: Columns | None = None, form: str | None = None) -> None:
        if form is not None and form not in FORMATS:
            raise UsageError(f"--format {form}: there is no such format.", hint=f"One of: {', '.join(FORMATS)}.")
        self.columns = columns or Columns()
        self.meter = Meter()
        self.files: list[tuple[str, str]] = []
        given = list(named)
        for name in given:
            self.files += _opened_up(name, form)
        if not self.files:
            raise UsageError(f"Nothing to read in {', '.join(given)}.", hint=_READS)
        self.total = None if self.has_stdin else sum(Path(name).stat().st_size for name, _ in self.files)

    @property
    def has_stdin(self) -> bool:
        return any(name == "-" for name, _ in self.files)

    def identity(self) -> list[str]:
        """What tells these files, in this state and order, from any others."""
        return [f"{form} {identity(Path(name))}" for name, form in self.files]

    def items(self, mark: Mark | None = None) -> Iterator[tuple[Mark, Item]]:
        """Each item with the mark that stands behind it, from a mark on. What a file spoils is an item `refused`."""
        mark = mark or Mark()
        for name, _ in self.files[: mark.source]:
            self.meter.taken += Path(name).stat().st_size
        for number in range(mark.source, len(self.files)):
            skipped = mark.items if number == mark.source else 0
            for count, item in enumerate(islice(self._of(*self.files[number]), skipped, None), skipped + 1):
                yield Mark(number, count), item

    def _of(self, name: str, form: str) -> Iterator[Item]:
        if name == "-":
            yield from self._in_file("standard input", form, cast("BinaryIO", sys.stdin.buffer))
            return
        try:
            with Path(name).open("rb") as file:
                yield from self._in_file(name, form, file)
        except OSError as error:
            yield refused(name, 0, "unreadable", error.strerror or str(error))

    def _in_file(self, name: str, form: str, raw: IO[bytes]) -> Iterator[Item]:
        file = cast("IO[bytes]", _Metered(raw, self.meter))
        if form == "page":
            data = file.read(MAX_RECORD + 1)
            yield Item(name, 0, "page", data, id=Path(name).stem if name != "standard input" else "stdin")
        elif form == "warc":
            from banggiao.scale.warc import pages_of

            yield from pages_of(name, file)
        elif form == "parquet":
            yield from _parquet(name, raw, self.columns, self.meter)
        else:
            yield from _TABLES[form](name, file, self.columns)


_READS = "Read are .jsonl, .csv, .tsv (also .gz, .zst), .parquet, .warc, .warc.gz, .txt and .html, and folders of them."


def _opened_up(name: str, form: str | None) -> Iterator[tuple[str, str]]:
    if name == "-":
        if form in ("parquet", "warc"):
            raise UsageError(f"{form} cannot be read from standard input.", hint="Give the file.")
        yield name, form or "jsonl"
        return
    path = Path(name)
    if path.is_dir():
        found = sorted(str(p) for p in path.rglob("*") if format_of(p.name) and p.is_file())
        yield from ((each, form or str(format_of(each))) for each in found)
        return
    if not path.exists():
        raise UsageError(f"{name}: there is no such file or folder.", hint="Check the path.")
    told = form or format_of(path.name)
    if told is None:
        raise UsageError(f"{name}: the name tells no format.", hint=f"{_READS} Or say --format.")
    yield name, told


def _name(source: str) -> str:
    """A file's name without its endings: the first part of the ids of articles that have none."""
    return Path(source).name.split(".")[0] if source != "standard input" else "stdin"


def _json_lines(name: str, file: IO[bytes], columns: Columns) -> Iterator[Item]:
    stem, number = _name(name), 0
    try:
        for number, row in lines(file):
            if row is None:
                yield refused(name, number, "too-long", f"the line is longer than {MAX_RECORD:,} bytes")
            elif row.strip():
                yield Item(name, number, "json", row, id=f"{stem}-{number}")
    except CutOffError as error:
        yield refused(name, number + 1, "cut-off", str(error))


def _csv(name: str, file: IO[bytes], columns: Columns) -> Iterator[Item]:
    """Rows of a CSV file whose first row names the columns, separated by what stands most often in that row."""
    number = 0

    def decoded() -> Iterator[str]:
        for at, row in lines(file):
            if row is None:
                raise InputError(name, f"line {at} is longer than {MAX_RECORD:,} bytes")
            # A byte that is no UTF-8 is carried on as a surrogate, and its row refused by itself.
            yield row.decode("utf-8", "surrogateescape").removeprefix("\ufeff" if at == 1 else "") + "\n"

    # The library's limit is one for the process; lower ones of other users of it stay as they are.
    csv.field_size_limit(max(csv.field_size_limit(), MAX_RECORD))
    try:
        source = decoded()
        head = next(source, "")
        separator = max(",;\t|", key=head.count)
        names = next(csv.reader([head], delimiter=separator), [])
        held = chosen(names, columns)
        at = {part: names.index(column) for part, column in held.items()}
        rows = csv.reader(source, delimiter=separator)
        stem = _name(name)
        while True:
            try:
                row = next(rows)
            except StopIteration:
                return
            except csv.Error as error:
                yield refused(name, rows.line_num + 1, "malformed", f"no row of a CSV file ({error})")
                continue
            number = rows.line_num + 1
            if len(row) != len(names):
                if row:
                    yield refused(name, number, "malformed", f"{len(row)} fields in place of {len(names)}")
                continue
            fields = {part: row[index] for part, index in at.items()}
            yield Item(name, number, "fields", fields, id=f"{stem}-{number}")
    except ColumnError as error:
        yield refused(name, 1, "malformed", str(error))
    except InputError as error:
        yield refused(name, number + 1, "too-long", error.reason)
    except CutOffError as error:
        yield refused(name, number + 1, "cut-off", str(error))


_OWN = {"key", "outcome", "records", "published_basis", "published_reason"}
"""Columns that tell the `articles` of an earlier run, in which only what gave records has a text."""


def _parquet(name: str, file: IO[bytes], columns: Columns, meter: Meter) -> Iterator[Item]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ModuleNotFoundError as error:
        raise needs_extra("A Parquet file", "bulk") from error
    number = 0
    size = Path(name).stat().st_size
    try:
        # Read in pages, not in row groups, which may be larger than the memory.
        table = pyarrow.parquet.ParquetFile(file, buffer_size=1 << 20, pre_buffer=False)
        names = table.schema_arrow.names
        held = chosen(names, columns)
        own = set(names) >= _OWN
        if own:
            held |= {part: part for part in ("published_basis", "published_reason")}
        total = max(table.metadata.num_rows, 1)
        before = meter.taken
        stem = _name(name)
        for batch in table.iter_batches(batch_size=64, columns=list(held.values()), use_threads=False):
            for row in rows_of(batch, held):
                number += 1
                if not (own and row["text"] is None):
                    yield Item(name, number, "fields", row, id=f"{stem}-{number}")
            meter.taken = before + size * number // total
    except ColumnError as error:
        yield refused(name, 0, "malformed", str(error))
    except (pyarrow.ArrowException, OSError, UnicodeDecodeError) as error:
        yield refused(name, number + 1, "malformed", f"not readable as Parquet ({str(error)[:200]})")


def rows_of(batch: Any, held: dict[str, str]) -> Iterator[dict[str, Any]]:
    """The rows of an Arrow batch as parts by name; `held` tells which column holds which."""
    columns = [batch.column(column).to_pylist() for column in held.values()]
    for values in zip(*columns, strict=True):
        yield dict(zip(held, values, strict=True))


_TABLES: dict[str, Callable[[str, IO[bytes], Columns], Iterator[Item]]] = {"jsonl": _json_lines, "csv": _csv}
