"""Web archives: the HTML pages among their records, past members that are damaged or cut off."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import IO, Any

from banggiao.scale.items import MAX_RECORD, Item, refused
from banggiao.scale.streams import GZIP, needs_extra

_HTML = ("text/html", "application/xhtml+xml")
_MEMBER = GZIP + b"\x08"
_RECORD = b"WARC/1."
_SEARCH = 1 << 20
_TRIES = 1000
"""How many places of a damaged file are tried as a record's beginning before the rest of it is given up."""


def pages_of(name: str, file: IO[bytes]) -> Iterator[Item]:
    """The HTML pages that answered with 200. Damage costs the record in which it lies: reading goes on at the next
    one that begins soundly, and the damage is one item `refused`."""
    try:
        from fastwarc import ArchiveIterator, WarcRecordType
    except ModuleNotFoundError as error:
        raise needs_extra("A web archive", "bulk") from error
    packed = file.read(2) == GZIP
    odd = (WarcRecordType.unknown, WarcRecordType.no_type)
    start = last = tries = 0
    length: int | None = None  # of the last record, None before the first
    told = False  # whether the damage that is being crossed has been reported
    while start >= 0:
        file.seek(start)
        try:
            for record in ArchiveIterator(file, parse_http=True, fsspec_args=False):
                # In one go `stream_pos` is of the whole file, after a seek of what follows it.
                last = record.stream_pos if record.stream_pos >= start else start + record.stream_pos
                length, told = int(record.headers.get("Content-Length") or 0), False
                if record.record_type in odd:
                    yield refused(name, last, "malformed", "a record of no known type")
                elif record.record_type == WarcRecordType.response and (item := _page(name, last, record)):
                    yield item
                    told = item.form == "refused"
            if not told and not _ends_well(file, last, length, packed):
                yield refused(name, last, "cut-off", "the archive ends in the middle of a record")
            return
        except OSError as error:
            start = _next(file, max(start, last) + 1, _MEMBER if packed else _RECORD)
            if not told:
                yield refused(name, last, "cut-off", f"the archive is damaged behind the record here ({error})")
                told = True
            tries += 1
            if tries > _TRIES:
                yield refused(name, last, "cut-off", "too much of the archive is damaged; the rest of it was left out")
                return


def _ends_well(file: IO[bytes], last: int, length: int | None, packed: bool) -> bool:
    """Whether nothing stands behind the last record: a reader of records ends in silence where a head is cut off."""
    if length is None:
        return False
    file.seek(last)
    if packed:
        machine = zlib.decompressobj(31)
        while not machine.eof:
            if not (chunk := machine.unconsumed_tail or file.read(_SEARCH)):
                return False
            machine.decompress(chunk, _SEARCH)
        rest = machine.unused_data
    else:
        head = file.read(_SEARCH)
        end = head.find(b"\r\n\r\n") + 4 + length
        rest = head[end:]
        file.seek(last + max(end, len(head)))
    return not (rest + file.read(_SEARCH)).strip(b"\r\n\0")


def _page(name: str, at: int, record: Any) -> Item | None:
    address = record.headers.get("WARC-Target-URI") or ""
    address = address.strip("<>")
    head = record.http_headers
    if head is None:
        if record.is_http:
            return refused(name, at, "cut-off", "the record ends before its page begins", url=address)
        return None
    kind = (record.http_content_type or "").lower()
    if head.status_code != 200 or kind not in _HTML:
        return None
    promised = record.content_length
    if promised > MAX_RECORD:
        return refused(name, at, "too-long", f"the page has {promised:,} bytes", url=address)
    data = record.reader.read(promised)
    if len(data) < promised:
        return refused(name, at, "cut-off", f"{len(data):,} of {promised:,} bytes are there", url=address)
    encodings = [
        part.strip().lower()
        for header in ("Transfer-Encoding", "Content-Encoding")
        for part in reversed((head.get(header) or "").split(","))
    ]
    return Item(name, at, "page", data, id=address, url=address, encodings=tuple(filter(None, encodings)))


def _next(file: IO[bytes], start: int, magic: bytes) -> int:
    """Where `magic` next stands in a file, -1 for nowhere."""
    file.seek(start)
    at, rest = start, b""
    while chunk := file.read(_SEARCH):
        found = (rest + chunk).find(magic)
        if found >= 0:
            return at - len(rest) + found
        at += len(chunk)
        rest = (rest + chunk)[-(len(magic) - 1) :]
    return -1
