"""`stories`."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from banggiao.cli import tell
from banggiao.cli.options import deliver
from banggiao.cli.reading import line
from banggiao.errors import InputError, UsageError

if TYPE_CHECKING:
    from banggiao.briefs.words import Words
    from banggiao.coverage import Story
    from banggiao.model import Article


def stories(sources: list[str], *, as_json: bool, everything: bool, lang: str) -> int:
    """Groups the articles of these sources and shows the stories. Returns 0, or 2 if some could not be read."""
    from banggiao.briefs.words import Words
    from banggiao.cli.corpus import named_articles
    from banggiao.coverage import group

    bad: list[InputError] = []
    found = _told_apart(list(named_articles(sources, bad)))
    for error in bad:
        tell(error)
    if not found and not bad:
        raise UsageError(
            f"No article in {', '.join(sources)}.", hint="A folder is searched for .txt, .html and .jsonl files."
        )
    told = group((article for _, article in found), (source for source, _ in found))
    if as_json:
        deliver("".join(line(story.to_dict()) for story in told), None)
    else:
        deliver(_page(told, Words(lang), everything), None)
    return 2 if bad else 0


def _told_apart(found: list[tuple[str, Article]]) -> list[tuple[str, Article]]:
    """The articles with ids of their own: of files of one name in several folders, the path without its ending."""
    named = Counter(article.id for _, article in found)
    seen: Counter[str] = Counter()
    apart = []
    for source, article in found:
        if named[article.id] > 1:
            stem = f"{Path(source).with_suffix('')}" if Path(source).stem == article.id else f"{source} {article.id}"
            seen[stem] += 1
            article = replace(article, id=stem if seen[stem] == 1 else f"{stem} ({seen[stem]})")
        apart.append((source, article))
    return apart


def _page(told: list[Story], words: Words, everything: bool) -> str:
    shown = told if everything else [story for story in told if len(story.articles) > 1]
    rows = []
    for story in shown:
        count = words.count("{n} article", "{n} articles", len(story.articles))
        voices = words.count("{n} independent report", "{n} independent reports", story.voices)
        days = dict.fromkeys(day for day in (story.first, story.last) if day)
        when = f" · {words.date('/'.join(days))}" if days else ""
        rows.append(f"{story.title or story.articles[0].source}\n  {count}, {voices}{when}")
        for one in story.articles:
            copy = "  " + words.say("copy of {article}", article=one.copy_of) if one.copy_of else ""
            day = f"{words.date(one.published)}  " if one.published else ""
            name = one.source if one.id in one.source else f"{one.source} {one.id}"
            rows.append(f"    {name}  {day}{one.title}{copy}")
        rows.append("")
    alone = len(told) - len(shown)
    if alone:
        rows.append(words.count("{n} more article stands alone", "{n} more articles stand alone", alone))
    return "\n".join(rows).rstrip() + "\n"
