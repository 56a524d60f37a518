"""A source → the pages that it lists: a feed, or a sitemap with all those that it leads to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from banggiao.errors import InputError
from banggiao.harvest.pace import Pace
from banggiao.harvest.visits import BusyError, Visits
from banggiao.pages.addresses import page_key
from banggiao.pages.fetch import Answer
from banggiao.pages.listings import MAX_LISTING, Entry, Kind, kind_of, listing, unpacked
from banggiao.register.sources import Marks, Source

_DEPTH = 3  # an index of indexes is as deep as sites go; the standard knows one level


@dataclass(slots=True)
class Gathered:
    """What a source lists now. page: the answer itself, where the source is one page. entries: by the key of the page.
    marks: of the documents read. faults: what could not be read, a sentence each. left: sitemaps that were too many."""

    kind: Kind | None = None
    page: Answer | None = None
    entries: dict[str, Entry] = field(default_factory=dict)
    marks: Marks = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    skipped: int = 0
    left: int = 0


def gather(source: Source, visits: Visits, pace: Pace) -> Gathered:
    """Raises InputError where the source itself cannot be had or read; a sitemap below it is a fault only."""
    out = Gathered(None if source.kind == "auto" else source.kind)
    waiting = [(source.address, 0)]
    seen = {source.address}
    read = 0
    while waiting:
        if read == pace.documents:
            out.left = len(waiting)
            break
        address, depth = waiting.pop(0)
        read += 1
        try:
            below = list(_document(source, address, visits, out))
        except BusyError:
            raise
        except InputError as error:
            if address == source.address:
                raise
            out.faults.append(f"{error.source}: {error.reason}")
            continue
        if depth < _DEPTH:
            waiting += [(child, depth + 1) for child in below if child not in seen]
            seen |= set(below)
    return out


def _document(source: Source, address: str, visits: Visits, out: Gathered) -> Iterator[str]:
    """Reads one document and gives the sitemaps that it leads to, the newest first."""
    etag, modified = source.marks.get(address, ("", ""))
    answer = visits.get(address, etag=etag, modified=modified, limit=MAX_LISTING)
    if answer.unchanged:
        out.marks[address] = (etag, modified)
        return
    if answer.etag or answer.modified:
        out.marks[address] = (answer.etag, answer.modified)
    body = unpacked(answer.body, address)
    kind = out.kind if out.kind == "page" else kind_of(body)
    if address == source.address:
        out.kind = kind
        if kind == "page":
            out.page = answer
            return
    found = listing(body, answer.url)
    out.skipped += found.skipped
    if found.fault:
        out.marks.pop(address, None)  # so that it is sent again next time, mended perhaps
        if found.kind == "sitemap":  # where a feed is damaged its reader goes on behind the damage
            out.faults.append(f"{address}: read only in part: {found.fault}")
    for entry in found.entries:
        if not (source.since and entry.when and entry.when[:10] < source.since):
            out.entries.setdefault(page_key(entry.url), entry)
    dated = [(child, when) for child, when in found.sitemaps if not (source.since and "" < when[:10] < source.since)]
    # those without a date may be new as well as any
    yield from (child for child, when in sorted(dated, key=lambda pair: pair[1] or "9", reverse=True))
