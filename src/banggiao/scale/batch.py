"""The work itself: a batch of items → what became of each. Every engine runs this one function over its batches."""

from __future__ import annotations

import pickle
import re
from functools import lru_cache
from html import unescape
from typing import Any

import msgspec

from banggiao import pages
from banggiao.errors import BanggiaoError, InputError, LanguageError, UsageError
from banggiao.model import Article
from banggiao.pages.decode import decode
from banggiao.pages.inflate import inflate, whole
from banggiao.pages.load import is_html
from banggiao.reading import Reader
from banggiao.scale.columns import ColumnError, day_of, parts, text_of
from banggiao.scale.items import MAX_RECORD, Code, Columns, Counts, Done, Item, Outcome, Refusal, Work

_INLINE = re.compile(r"</?(?:a|b|em|font|i|span|strong|u)(?:\s[^<>]*)?>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
WORK = "banggiao.scale.batch:work"
"""The function by the name under which engines find it."""


def work(asked: bytes) -> bytes:
    """A pickled `Work` → a pickled `Done`."""
    return pickle.dumps(done(pickle.loads(asked)), pickle.HIGHEST_PROTOCOL)


def done(asked: Work) -> Done:
    """Does the work in this process."""
    return answered(asked, [outcome(item, asked.columns, gate=asked.gate) for item in asked.items])


def answered(asked: Work, outcomes: list[Outcome]) -> Done:
    """What became of the items, in the form that is wanted."""
    answer = Done(counted(outcomes))
    if asked.wanted == "tables":
        from banggiao.scale.tables import tables_of

        answer.tables = tables_of(outcomes)
    else:
        answer.outcomes = outcomes
    return answer


def counted(outcomes: list[Outcome]) -> Counts:
    """The counts of some outcomes."""
    counts = Counts(items=len(outcomes))
    for each in outcomes:
        if each.refusal:
            counts.rejects += 1
        elif each.reading is None:
            counts.dismissed += 1
        else:
            counts.read += 1
            counts.records += len(each.reading.records)
            counts.with_records += bool(each.reading.records)
    return counts


@lru_cache(maxsize=1)
def _reader() -> Reader:
    return Reader()


def outcome(item: Item, columns: Columns, *, gate: bool = True) -> Outcome:
    """What becomes of one item. Never raises for what an item holds.

    gate: dismiss by a look at the bare text, before its zones and its day are looked for; the article of a dismissed
    outcome then has no more than the input gave. Without it every article gets a reading, as from `banggiao.read_text`.
    """
    id, url = item.id, item.url
    try:
        if item.form == "refused":
            code, reason = item.data
            return Outcome(item.source, item.position, id, url, refusal=Refusal(code, reason))
        if item.form == "article":
            article, early = item.data, False
        elif item.form == "page":
            article, early = _of_page(item, gate)
        else:
            fields = _fields(item, columns)
            id, url = fields["id"], fields["url"]
            article, early = _of_fields(fields, gate)
        dismissed = early or (gate and _reader().dismisses(article.text))
        reading = None if dismissed else _reader().read(article)
        return Outcome(item.source, item.position, article.id, article.url, article, reading)
    except _RefusedError as refusal:
        found = refusal.refusal
    except LanguageError as error:
        found = Refusal("language", error.reason)
    except InputError as error:
        found = Refusal(_code_of(error.reason), error.reason)
    except UsageError as error:
        found = Refusal("date", error.message)
    except BanggiaoError:
        raise  # a lexicon that contradicts itself: no item's fault
    except RecursionError:
        found = Refusal("malformed", "nested too deeply")
    except Exception as error:  # one article of millions must not end the run; the reason is kept for the report
        found = Refusal("unreadable", f"{type(error).__name__}: {str(error)[:200]}")
    return Outcome(item.source, item.position, id, url, refusal=found)


class _RefusedError(Exception):
    def __init__(self, code: Code, reason: str) -> None:
        super().__init__(reason)
        self.refusal = Refusal(code, reason)


def _code_of(reason: str) -> Code:
    if "empty" in reason or "no text" in reason:
        return "empty"
    if "more than" in reason:
        return "too-long"
    if "damaged" in reason or "cut off" in reason:
        return "cut-off"
    return "encoding" if "encoding" in reason else "unreadable"


def _fields(item: Item, columns: Columns) -> dict[str, Any]:
    """The parts of a record, whole and of the right kinds."""
    fields = item.data
    if item.form == "json":
        try:
            record = msgspec.json.decode(item.data)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise _RefusedError("malformed", f"no JSON ({error})") from error
        if not isinstance(record, dict):
            raise _RefusedError("malformed", "no JSON object")
        try:
            fields = parts(record, columns)
        except ColumnError as error:
            raise _RefusedError("malformed", str(error)) from error
    try:
        text = text_of(fields["text"])
    except TypeError as error:
        raise _RefusedError("malformed", str(error)) from error
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise _RefusedError("encoding", "the text holds what is no UTF-8") from error
    url = fields.get("url")
    given = fields.get("id")
    return {
        "text": text,
        "title": _line(fields.get("title")),
        "published": fields.get("published"),
        "url": _line(url),
        "id": _line(given) or _line(url) or item.id,
        "basis": fields.get("published_basis") or "given",
        "reason": fields.get("published_reason") or "",
    }


def _line(value: Any) -> str | None:
    """A short value as one string that any file can hold, None for an empty one."""
    if value is None or value == "":
        return None
    return str(value).encode("utf-8", "replace").decode()[:2000]


def _of_fields(fields: dict[str, Any], gate: bool) -> tuple[Article, bool]:
    """The article of a record, and whether the gate has dismissed it already."""
    text, published, id, url = fields["text"], day_of(fields["published"]), fields["id"], fields["url"]
    if fields["basis"] == "derived":
        published = None  # by an earlier reading, and by this one again
    if is_html(text):
        return _of_html(text, id, published, url, gate)
    if gate and text.strip() and _reader().dismisses(text):
        return Article(id=id, text=text, title=fields["title"] or "", published=published, url=url), True
    article = pages.article_from_text(
        text,
        id=id,
        published=published,
        url=url,
        title=fields["title"],
        published_basis=fields["basis"],
        published_reason=fields["reason"],
    )
    return article, False


def _of_page(item: Item, gate: bool) -> tuple[Article, bool]:
    data = item.data
    for encoding in item.encodings:
        data = _undone(data, encoding, item.id)
    text = decode(data, item.id)
    if is_html(text):
        return _of_html(text, item.id, None, item.url, gate)
    return pages.article_from_text(text, id=item.id, url=item.url), False


def _of_html(html: str, id: str, published: str | None, url: str | None, gate: bool) -> tuple[Article, bool]:
    """The article of a page, and whether the gate has dismissed the whole page. Taking a page apart costs ten times
    what reading its article does. All that it shows, menus included, holds no fewer names than its article; on 13,707
    articles of a newspaper nothing was lost by asking short ones for as much as long ones."""
    if gate and _reader().dismisses(shown := _shown(html)):
        return Article(id=id, text=shown, published=published, url=url), True
    return pages.article_from_html(html, id=id, published=published, url=url), False


def _shown(html: str) -> str:
    """A page without its tags, roughly: what is in scripts stays. A tag within a line must not part a name's words,
    nor one between two entries join them."""
    return " ".join(unescape(_TAG.sub(" ", _INLINE.sub("", html))).split())


def _undone(data: bytes, encoding: str, id: str) -> bytes:
    """A page's bytes before an encoding of HTTP was laid on them, held to the length of a record."""
    if encoding in ("identity", "utf-8"):
        return data
    if encoding == "chunked":
        return _joined(data)
    if encoding in ("gzip", "x-gzip", "deflate"):
        # Crawlers often keep the header and store the page plain.
        if encoding != "deflate" and not data.startswith(b"\x1f\x8b"):
            return data
        return whole(inflate([data], encoding, id), MAX_RECORD, id)
    if encoding in ("br", "zstd"):
        import io

        from fastwarc.stream_io import BrotliReader, ZstdReader

        reader = (BrotliReader if encoding == "br" else ZstdReader)(io.BytesIO(data))
        try:
            return _within(reader.read(MAX_RECORD + 1))
        except OSError as error:
            raise _RefusedError("cut-off", f"the page's {encoding} is damaged ({error})") from error
    raise _RefusedError("encoding", f"the page is packed as {encoding!r}, which is not read")


def _within(data: bytes) -> bytes:
    if len(data) > MAX_RECORD:
        raise _RefusedError("too-long", f"unpacked the page has more than {MAX_RECORD:,} bytes")
    return data


def _joined(data: bytes) -> bytes:
    """The chunks of a chunked transfer joined; as it is where it is none (crawlers store pages joined)."""
    out: list[bytes] = []
    at = 0
    while True:
        end = data.find(b"\r\n", at, at + 100)
        try:
            size = int(data[at:end].split(b";")[0], 16) if end > 0 else -1
        except ValueError:
            size = -1
        if size < 0:
            if not out:
                return data
            raise _RefusedError("cut-off", "the page's chunks are damaged")
        if size == 0:
            return b"".join(out)
        out.append(data[end + 2 : end + 2 + size])
        at = end + 2 + size + 2
