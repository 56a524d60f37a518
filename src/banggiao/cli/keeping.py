"""`add` and `articles`: what goes into the register, and what it holds."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from banggiao.cli import tell
from banggiao.cli.options import deliver
from banggiao.cli.reading import line
from banggiao.cli.sources import load, wanted_days
from banggiao.errors import InputError, UsageError

if TYPE_CHECKING:
    from banggiao.register import ArticleRef, Register


def add(sources: list[str], register: str | None, *, published: str | None, published_from: Path | None) -> int:
    """Reads each source and keeps it. Returns 0, or 2 if some could not be read; the others are kept all the same."""
    from banggiao.reading import READER, Reader
    from banggiao.register import open_register
    from banggiao.register.upkeep import take

    wanted = wanted_days(published, published_from)
    outcomes: Counter[str] = Counter()
    refused: list[InputError] = []
    with open_register(register) as kept:
        reader = Reader()
        for _, article in load(sources, wanted):
            try:
                if isinstance(article, InputError):
                    raise article
                outcomes[take(kept, article, reader.read, READER)] += 1
            except InputError as refusal:
                refused.append(refusal)
        if not outcomes and not refused:
            raise UsageError(
                f"No article in {', '.join(sources)}.", hint="A folder is searched for .txt and .html files."
            )
        counts = kept.counts()
        location = kept.location
    for error in refused:
        tell(error)
    print(
        f"{outcomes['new']} added, {outcomes['known']} already there, {outcomes['reread']} read anew, "
        f"{len(refused)} refused. {location} now holds {counts.articles} articles, "
        f"{sum(counts.facts.values())} facts from {counts.reports} reports.",
        file=sys.stderr,
    )
    return refused[0].exit_code if refused else 0


def sources(register: str | None, *, as_json: bool, lang: str) -> None:
    """Lists the outlets of the register's articles, those with most first."""
    from dataclasses import asdict

    from banggiao.briefs.words import Words
    from banggiao.register import open_register
    from banggiao.register.outlets import outlets

    words = Words(lang)
    with open_register(register) as kept:
        found = outlets(kept.articles())
    if not found:
        print("The register is empty. Add articles: banggiao add FILE", file=sys.stderr)
    for one in found:
        if as_json:
            deliver(line(asdict(one) | {"independence": round(one.independence, 3)}), None)
            continue
        days = [words.date(day) for day in dict.fromkeys((one.first, one.last)) if day]
        told = [
            words.count("{n} article", "{n} articles", one.articles),
            words.say("{share} in its own words", share=f"{one.independence:.0%}"),
            words.count("{n} record", "{n} records", one.records),
            " – ".join(days),
        ]
        print(f"{one.name or words.say('unknown')}: {', '.join(part for part in told if part)}")


def articles(register: str | None, *, as_json: bool, lang: str) -> None:
    """Lists the articles of the register, by publication date."""
    from banggiao.briefs.words import Words
    from banggiao.register import open_register

    words = Words(lang)
    with open_register(register) as kept:
        found = kept.articles()
    if not found:
        print("The register is empty. Add articles: banggiao add FILE", file=sys.stderr)
    for ref in found:
        if as_json:
            row = {
                "key": ref.key,
                "id": ref.id,
                "title": ref.title,
                "url": ref.url,
                "publisher": ref.publisher,
                "published": ref.published,
                "published_basis": ref.published_basis,
                "records": ref.records,
            }
            deliver(line({name: value for name, value in row.items() if value not in (None, "")}), None)
        else:
            day = words.date(ref.published) if ref.published else words.say("date unknown")
            deliver(f"{day:<12} {ref.id}  {ref.title}  ({ref.records})\n", None)


def find_article(kept: Register, name: str) -> ArticleRef:
    """The one article of the register that `name` means. UsageError for none, and for several (with their keys)."""
    found = kept.find_articles(name)
    if not found:
        raise UsageError(f"The register holds no article {name!r}.", hint="Its articles: banggiao articles")
    if len(found) > 1:
        keys = ", ".join(ref.key for ref in found)
        raise UsageError(f"{len(found)} articles are called {name!r}.", hint=f"Name one by its key: {keys}")
    return found[0]
