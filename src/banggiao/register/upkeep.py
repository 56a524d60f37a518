"""Looking after a register: read its articles anew, check it against them, write it out and take it in again.

All of it goes through `banggiao.register.api.Register`, so it is the same for every database. A backup is a stream of
JSON lines: a head, one line an article with its reading as it was kept, and an end that counts them, by which a file
that was cut off is known. What people decided stands between; facts do not: they are derived from both.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

import msgspec

from banggiao import model
from banggiao.errors import RegisterError
from banggiao.model import Article, Reading, record_to_dict
from banggiao.register.api import Added, ArticleRef, Register
from banggiao.register.decisions import HAND, Decision, decision_from_dict, decision_to_dict, rejected
from banggiao.register.sources import Page, Source

FORMAT = "banggiao-register"
VERSION = 3
"""1: articles with their readings. 2: and decisions. 3: and what is harvested."""

Read = Callable[[Article], Reading]
_NOT_SAID = ("evidence", "rules")  # slots that say how a record was found, not what it says


@dataclass(slots=True, frozen=True)
class Change:
    """What reading an article anew brought: records (as dictionaries) that came and that went; none where all is as
    it was.
    `failed` is the reason where it could not be read."""

    article: ArticleRef
    came: list[dict[str, Any]] = field(default_factory=list)
    went: list[dict[str, Any]] = field(default_factory=list)
    failed: str = ""


@dataclass(slots=True, frozen=True)
class Finding:
    """Something that is wrong with what is kept of an article. `damage` is False for a reading that the present reader
    would make otherwise."""

    article: ArticleRef
    problem: str
    damage: bool = True


def take(register: Register, article: Article, read: Read, reader: str) -> str:
    """Keeps an article with its reading, which is made only if this `reader` has not read this text of this source
    before; returns the outcome as `Added` tells it."""
    return "known" if register.knows(article, reader) else register.add(article, read(article)).outcome


def reread(register: Register, read: Read, *, keep: bool = True) -> Iterator[Change]:
    """Reads every article anew, from the text and the zones that are kept, keeps the new readings (not without `keep`),
    and derives all facts again: by the present rules others may follow from the same readings. One transaction an
    article: after an interruption each has the older or the newer reading, whole."""
    for ref in register.articles():
        stored = register.article(ref.key)
        if stored is None or stored.reading.reader == HAND:  # removed meanwhile, or what a person read
            continue
        article = _as_given(stored.article)
        try:
            reading = read(article)
        except Exception as error:  # an article that cannot be read any more keeps the reading that it has
            yield Change(ref, failed=str(error))
            continue
        before, after = _said(stored.reading), _said(reading)
        if keep:
            register.replace(article, reading, derive=False)
        yield Change(ref, _left(after, before), _left(before, after))
    if keep:
        # Once: with each of 645 articles that were read otherwise those of two great powers took four minutes.
        register.derive()


def sampled(refs: Sequence[ArticleRef], count: int, seed: int) -> list[ArticleRef]:
    """`count` of the articles, in their order; the same for the same seed, whatever database holds them and however
    many articles were added since (an article's place in the draw is its own)."""
    drawn = sorted(refs, key=lambda ref: hashlib.sha256(f"{seed}\x1f{ref.key}".encode()).digest())[:count]
    keys = {ref.key for ref in drawn}
    return [ref for ref in refs if ref.key in keys]


def verify(
    register: Register, read: Read | None = None, *, reader: str = "", articles: Sequence[ArticleRef] | None = None
) -> Iterator[Finding]:
    """Checks each article (or those given): its text is the one that was read, the evidence of its records lies in it,
    and each record belongs to a fact of its kind that is there, unless somebody rejected it. With `read`, articles that
    this `reader` has read are read again and the readings compared."""
    for ref in register.articles() if articles is None else articles:
        stored = register.article(ref.key)
        if stored is None:
            continue
        text, reading = stored.article.text, stored.reading
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        if reading.text_sha256 and reading.text_sha256 != digest:
            yield Finding(ref, "the text is not the one that was read")
            continue
        out = rejected(register.decisions(article=ref.key, standing=True), ref.key)
        # Not the facts with all their reports: those of a head of state stand in each article that names him.
        fact_of = register.facts_by_record(ref.key)
        kinds = {head.id: head.kind for head in register.heads_of(sorted(set(fact_of.values())))}
        for index, record in enumerate(reading.records):
            name = f"record {index} ({record.kind})"
            if any(not 0 <= start < end <= len(text) for start, end in record.evidence):
                yield Finding(ref, f"{name} rests on words outside the text")
            fact = fact_of.pop(index, None)
            if (fact is None) != (index in out):
                yield Finding(ref, f"{name} belongs to {'no' if fact is None else 'a'} fact")
            elif fact is not None and kinds.get(fact) != record.kind:
                yield Finding(ref, f"{name} belongs to a fact that is not there")
        for index in fact_of:
            yield Finding(ref, f"record {index} is not there, and belongs to a fact")
        if read is not None and reading.reader == reader:
            again = read(_as_given(stored.article))
            if _said(again) != _said(reading):
                yield Finding(ref, "the present reader reads it otherwise", damage=False)


def dump(register: Register) -> Iterator[bytes]:
    """The lines of a backup: articles with their readings, then what people decided and what is harvested."""
    count = 0
    yield _line({"format": FORMAT, "version": VERSION})
    for ref in register.articles():
        stored = register.article(ref.key)
        if stored is not None:
            count += 1
            yield _line({"article": asdict(stored.article), "reading": stored.reading.to_dict(), "added": stored.added})
    for one in register.decisions():
        count += 1
        yield _line({"decision": decision_to_dict(one)})
    for kind, rows in (("source", register.sources()), ("page", register.pages())):
        for row in rows:
            count += 1
            yield _line({kind: asdict(row)})
    yield _line({"end": count})


def restore(register: Register, lines: Iterable[bytes], source: str) -> Iterator[Added]:
    """Takes in what `dump` wrote; articles that are there already stay as they are. Raises RegisterError, before
    anything is written, for a file of another kind or one that was cut off."""
    taken = list(_items(lines, source))
    articles = [item for item in taken if isinstance(item, tuple)]
    new: dict[str, int] = {}
    for (_, _, came), added in zip(articles, register.add_many(item[:2] for item in articles), strict=True):
        if added.outcome == "new":
            new[added.key] = came
        yield added
    register.restore_arrivals(new)
    register.restore_decisions(item for item in taken if isinstance(item, Decision))
    register.restore_sources(
        (item for item in taken if isinstance(item, Source)), (item for item in taken if isinstance(item, Page))
    )


def _items(lines: Iterable[bytes], source: str) -> Iterator[tuple[Article, Reading, int] | Decision | Source | Page]:
    rows = iter(lines)
    try:
        head = msgspec.json.decode(next(rows, b"null"))
        if not isinstance(head, dict) or head.get("format") != FORMAT:
            raise RegisterError(
                f"{source} is no backup of a register.", hint="Give a file that `banggiao backup` wrote."
            )
        if not 1 <= int(head.get("version", 0)) <= VERSION:
            raise RegisterError(f"{source} was written by a newer version of Banggiao.", hint="Install that version.")
        for count, row in enumerate(rows):
            data = msgspec.json.decode(row)
            if "end" in data:
                if data["end"] != count:
                    raise RegisterError(f"{source} counts {data['end']} entries and holds {count}.", hint=_CUT)
                return
            if "decision" in data:
                yield decision_from_dict(data["decision"])
                continue
            if "source" in data:
                yield replace(msgspec.convert(data["source"], Source), held_by=None, held_until=None)
                continue
            if "page" in data:
                yield msgspec.convert(data["page"], Page)
                continue
            slots = data["article"]
            slots["zones"] = tuple(model.Zone(**zone) for zone in slots["zones"])
            yield Article(**slots), Reading.from_dict(data["reading"]), int(data.get("added", 0))
    except (msgspec.DecodeError, KeyError, TypeError, ValueError, EOFError, OSError) as error:
        raise RegisterError(f"{source} is damaged: {error}", hint=_CUT) from error
    raise RegisterError(f"{source} ends before its end.", hint=_CUT)


_CUT = "The file was cut off or changed; nothing was taken in. Use another copy."


def _line(data: dict[str, Any]) -> bytes:
    return msgspec.json.encode(data) + b"\n"


def _as_given(article: Article) -> Article:
    """The article as the reader was given it: a day of publication that it worked out itself is worked out again."""
    if article.published_basis != "derived":
        return article
    return replace(article, published=None, published_basis="", published_reason="")


def _said(reading: Reading) -> list[dict[str, Any]]:
    """What the records of a reading say, in a fixed order."""
    found = [{k: v for k, v in record_to_dict(r).items() if k not in _NOT_SAID} for r in reading.records]
    return sorted(found, key=msgspec.json.encode)


def _left(these: list[dict[str, Any]], without: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those of `these` that `without` lacks, counted."""
    rest = list(without)
    out = []
    for item in these:
        if item in rest:
            rest.remove(item)
        else:
            out.append(item)
    return out
