"""One run over the sources: what is new is read and kept; a source that fails never stops the others."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from threading import Lock

from banggiao.errors import InputError, RegisterError, UsageError
from banggiao.harvest.gather import Gathered, gather
from banggiao.harvest.pace import Pace, StoppedError, Turns
from banggiao.harvest.robots import Robots
from banggiao.harvest.visits import BusyError, Visits
from banggiao.model import Article, Reading
from banggiao.pages import article_from_bytes
from banggiao.pages.addresses import page_key
from banggiao.pages.fetch import Answer, FetchError, Limits
from banggiao.pages.listings import Entry, links_of
from banggiao.pages.published import ahead, host_of
from banggiao.register import Register
from banggiao.register.sources import Page, PageState, Source

Read = Callable[[Article], Reading]


@dataclass(slots=True)
class Outcome:
    """What a run brought from one source. new: articles kept; same: pages whose content was there already; known: pages
    that an earlier run dealt with, not asked for again; refused: pages that are no article or may not be read; failed:
    pages that are tried again by a later run; left: pages that were too many for one run.

    error: why the source as a whole failed, "" if it did not. note: why it was not asked, or not to the end, without
    fault of anybody's. told: a sentence for each page refused or failed and for each document that could not be read.
    """

    address: str
    kind: str
    new: int = 0
    same: int = 0
    known: int = 0
    refused: int = 0
    failed: int = 0
    left: int = 0
    error: str = ""
    note: str = ""
    told: list[str] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        return not self.error and not self.failed

    def counts(self) -> dict[str, int]:
        return {name: getattr(self, name) for name in ("new", "same", "known", "refused", "failed", "left")}


def harvest(
    register: Register,
    read: Read,
    addresses: Collection[str] = (),
    *,
    pace: Pace | None = None,
    limits: Limits | None = None,
) -> Iterator[Outcome]:
    """Runs over the sources of the register, or those named, and gives an outcome for each, in the order in which they
    were added. Hosts are asked side by side, one host never twice at a time.

    Raises UsageError for an address that is no source, RegisterError where the register cannot be written.
    """
    sources = register.sources()
    for address in addresses:
        if not any(source.address == address for source in sources):
            raise UsageError(f"{address} is no source.", hint="List them: banggiao harvest list")
    wanted = [source for source in sources if not addresses or source.address in addresses]
    run = _Run(register, read, pace or Pace(), limits)
    by_host: dict[str, list[Source]] = {}
    for source in wanted:
        by_host.setdefault(host_of(source.address), []).append(source)
    outcomes: dict[str, Future[Outcome]] = {source.address: Future() for source in wanted}

    def work(group: Iterable[Source]) -> None:
        for source in group:
            try:
                outcomes[source.address].set_result(run.one(source))
            except BaseException as error:
                outcomes[source.address].set_exception(error)

    pool = ThreadPoolExecutor(max_workers=run.pace.hosts, thread_name_prefix="harvest")
    try:
        for group in by_host.values():
            pool.submit(work, group)
        for source in wanted:
            yield outcomes[source.address].result()
    finally:
        run.turns.stop()
        pool.shutdown(cancel_futures=True)


class _Run:
    """What the threads of one run share. Reading and keeping go one at a time, under `desk`; asking does not."""

    def __init__(self, register: Register, read: Read, pace: Pace, limits: Limits | None) -> None:
        self.register = register
        self.read = read
        self.pace = pace
        self.limits = limits
        self.turns = Turns()
        self.robots = Robots()
        self.desk = Lock()
        self.id = uuid.uuid4().hex

    def hold(self, address: str) -> bool:
        """Takes a source for this run, or keeps it."""
        with self.desk:
            return self.register.take_source(address, by=self.id, seconds=self.pace.lease)

    def one(self, source: Source) -> Outcome:
        """Asks one source. Whatever goes wrong with it stands in the outcome."""
        now = datetime.now(UTC)
        out = Outcome(source.address, source.kind)
        if not self.hold(source.address):
            out.note = "another run is at it"
            return out
        state = replace(source, wait_until=None)
        try:
            if source.wait_until and source.wait_until > _stamp(now):
                out.note = f"the server asked not to be asked before {source.wait_until}"
                state = source
            else:
                state = self._ask(source, out)
        except StoppedError:
            out.note = "interrupted"
        except BusyError as error:
            until = _stamp(now + timedelta(seconds=min(error.retry_after or 0.0, _LONGEST_WAIT)))
            out.note = f"{error.source}: {error.reason}"
            state = replace(state, wait_until=until)
        except InputError as error:
            out.error = str(error)
        except RegisterError:
            raise
        except Exception as error:  # a fault of ours in one source is no reason to leave the others
            out.error = f"{source.address}: {type(error).__name__}: {error}"
        finally:
            with self.desk:
                self.register.leave_source(
                    replace(
                        state,
                        last_run=_stamp(now),
                        last_error=out.error,
                        runs=source.runs + 1,
                        articles=source.articles + out.new,
                        last=out.counts(),
                    ),
                    by=self.id,
                )
        return out

    def _ask(self, source: Source, out: Outcome) -> Source:
        """The source's next state."""
        with Visits(self.pace, self.turns, self.robots, limits=self.limits, allowed=source.allowed) as visits:
            found = gather(source, visits, self.pace)
            out.kind = found.kind or source.kind
            out.told += found.faults
            out.failed += len(found.faults)
            if found.page is not None:
                self._own_page(source, found.page, out)
            else:
                _Pages(self, source, visits, out).get(found)
        # Marks are kept only when nothing is left to do, since "unchanged" hides what was left.
        done = not (out.left or out.failed or found.left)
        if found.left:
            out.note = f"{found.left} sitemaps are left for later runs"
        return replace(source, kind=out.kind, marks=found.marks if done else {}, wait_until=None)

    def _own_page(self, source: Source, answer: Answer, out: Outcome) -> None:
        """A source that is one page: what it says now is an article, if it has not said it before."""
        try:
            if (
                self.keep(Page(page_key(source.address), source.address, source.address, "failed"), answer, None)
                == "new"
            ):
                out.new += 1
            else:
                out.same += 1
        except InputError as error:
            feeds = links_of(answer.body, answer.url).feeds
            hint = f"It names feeds; add one of them: {', '.join(feeds[:3])}" if feeds else error.hint
            raise InputError(source.address, error.reason, hint=hint) from error

    def keep(self, page: Page, answer: Answer, entry: Entry | None, kind: str = "") -> str:
        """Reads an answer and keeps it: `new`, or `same` where its content is there. InputError: it is no article."""
        canonical = links_of(answer.body, answer.url).canonical
        address = canonical or answer.url
        others = {page_key(answer.url), page_key(address)} - {page.key}
        with self.desk:
            for known in self.register.pages_known(others).values():
                if known.state in ("kept", "same"):
                    self.register.note_page(replace(page, state="same", article=known.article))
                    return "same"
            article = article_from_bytes(answer.body, id=address, url=address, charset=answer.charset)
            if article.published is None and entry and entry.published and not ahead(entry.published):
                article = replace(
                    article, published=entry.published, published_basis=kind, published_reason=entry.reason
                )
            kept = self.register.keep_page(page, article, self.read(article))
            for key in others:
                self.register.note_page(Page(key, address, page.source, "same", article=kept.article))
        return kept.outcome


class _Pages:
    """The pages that one source lists, one after the other."""

    def __init__(self, run: _Run, source: Source, visits: Visits, out: Outcome) -> None:
        self._run = run
        self._source = source
        self._visits = visits
        self._out = out
        self._missed = 0

    def get(self, found: Gathered) -> None:
        pace, out = self._run.pace, self._out
        todo = self._todo(found)
        out.left = max(0, len(todo) - pace.pages)
        held = time.monotonic()
        for number, (key, entry, tries) in enumerate(todo[: pace.pages]):
            if time.monotonic() - held > pace.lease / 4:
                if not self._run.hold(self._source.address):
                    out.note, out.left = "another run took it over", len(todo) - number
                    return
                held = time.monotonic()
            page = Page(key, entry.url, self._source.address, "failed", tries=tries + 1, published=entry.published)
            self._page(page, entry, found.kind or "feed")
            if self._missed >= pace.misses:
                out.left = len(todo) - number - 1
                raise InputError(
                    self._source.address,
                    f"{self._missed} pages in a row could not be had",
                    hint="The rest is left for a later run.",
                )

    def _todo(self, found: Gathered) -> list[tuple[str, Entry, int]]:
        """Key, entry and tries so far of the pages to get: those that failed before too, the newest first."""
        run, tries = self._run, self._run.pace.tries
        with run.desk:
            known = run.register.pages_known(found.entries)
            again = run.register.pages_failed(self._source.address, fewer_than=tries)
        todo: dict[str, tuple[str, Entry, int]] = {}
        for key, entry in found.entries.items():
            page = known.get(key)
            if page is None:
                todo[key] = (key, entry, 0)
            elif page.state == "failed" and page.tries < tries:
                todo[key] = (key, entry, page.tries)
            else:
                self._out.known += 1
        for page in again:
            entry = Entry(page.address, page.published, f"the source dated it {page.published}")
            todo.setdefault(page.key, (page.key, entry, page.tries))
        return sorted(todo.values(), key=lambda item: item[1].when, reverse=True)

    def _page(self, page: Page, entry: Entry, kind: str) -> None:
        out = self._out
        try:
            answer = self._visits.get(entry.url)
            if self._run.keep(page, answer, entry, kind) == "new":
                out.new += 1
            else:
                out.same += 1
            self._missed = 0
        except BusyError:
            raise
        except InputError as error:
            lasting = not isinstance(error, FetchError) or error.lasting
            state: PageState = "refused" if lasting else "failed"
            self._missed = 0 if lasting else self._missed + 1
            out.refused += lasting
            out.failed += not lasting
            out.told.append(f"{entry.url}: {error.reason}")
            with self._run.desk:
                self._run.register.note_page(replace(page, state=state, reason=error.reason))


_LONGEST_WAIT = 7 * 86_400.0  # seconds; who asks for more means never, and is asked again in a week


def _stamp(at: datetime) -> str:
    return at.isoformat(timespec="seconds")
