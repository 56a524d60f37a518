"""`decide …` and `decisions`: what people say about facts."""

from __future__ import annotations

import hashlib
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from banggiao.cli.keeping import find_article
from banggiao.cli.options import deliver
from banggiao.cli.reading import line, party_namer
from banggiao.errors import UsageError
from banggiao.settings import who_decides

if TYPE_CHECKING:
    from banggiao.model import Article
    from banggiao.register import Register
    from banggiao.register.decisions import Decision, Saying


def decide(
    action: str, facts: list[str], register: str | None, *, rest: list[str] | None = None, by: str | None, why: str
) -> None:
    """Accepts, rejects, corrects (rest: slot=value), merges or splits (rest: articles) facts."""
    from banggiao.briefs.names import find_party
    from banggiao.lexicon import load
    from banggiao.register import open_register
    from banggiao.register.decisions import no_such_fact, slots_from

    who = who_decides(by)
    with open_register(register) as kept:
        if action == "correct":
            fact = kept.fact(facts[0])
            if fact is None:
                raise no_such_fact(facts[0])
            lexicon = load()
            slots = slots_from(fact.kind, rest or [], lambda name: find_party(lexicon, name))
            made = kept.correct(facts[0], slots, by=who, why=why)
        elif action == "split":
            made = kept.split(facts[0], [find_article(kept, name).key for name in rest or []], by=who, why=why)
        elif action == "merge":
            made = kept.merge(facts, by=who, why=why)
        else:
            made = (kept.accept if action == "accept" else kept.reject)(facts[0], by=who, why=why)
    _told(made)


def add(
    kind: str,
    slots: list[str],
    register: str | None,
    *,
    quote: str,
    article: str | None,
    title: str,
    published: str | None,
    url: str | None,
    by: str | None,
    why: str,
) -> None:
    """Adds a fact with the words that it rests on: of an article of the register, or of another source."""
    from banggiao.briefs.names import find_party
    from banggiao.lexicon import load
    from banggiao.register import open_register
    from banggiao.register.decisions import record_by_hand

    lexicon = load()
    record = record_by_hand(kind, slots, lambda name: find_party(lexicon, name))
    words = quote.strip()
    if not words:
        raise UsageError("A fact needs the words that it rests on.", hint='Give them: --quote "…"')
    if (article is None) == (not title):
        raise UsageError(
            "A fact needs one source.",
            hint="Either --article ID, an article of the register, or --title with --published and --url.",
        )
    with open_register(register) as kept:
        source, of = _source(kept, words, article, title, published, url)
        made = kept.add_by_hand(source, replace(record, evidence=[(0, len(words))]), of=of, by=who_decides(by), why=why)
    _told(made)


def name(
    action: Saying,
    names: list[str],
    parties: list[str],
    register: str | None,
    *,
    agreement: bool,
    series: bool,
    by: str | None,
    why: str,
) -> None:
    """Says that names are one person's, agreement's or series' (`same`) or several's (`apart`)."""
    from banggiao.briefs.names import find_party
    from banggiao.lexicon import load
    from banggiao.register import open_register
    from banggiao.register.saying import Named, say

    if agreement and series:
        raise UsageError("Names are of agreements or of series.", hint="Give --agreement or --series.")
    lexicon = load()
    codes = [find_party(lexicon, party) for party in parties]
    kind: Named = "agreement" if agreement else "series" if series else "person"
    who = who_decides(by)
    with open_register(register) as kept:
        made = say(kept, action, kind, names, codes, by=who, why=why)
    _told(made)


def withdraw(decision: str, register: str | None, *, by: str | None, why: str) -> None:
    """Takes a decision back."""
    from banggiao.register import open_register

    with open_register(register) as kept:
        kept.withdraw(decision, by=who_decides(by), why=why)
    print(f"Decision {decision} withdrawn.", file=sys.stderr)


def decisions(register: str | None, *, standing: bool, lang: str, as_json: bool) -> None:
    """Lists what people decided."""
    from banggiao.briefs.view import decisions_document
    from banggiao.briefs.words import Words
    from banggiao.cli.terminal import show_document
    from banggiao.lexicon import load
    from banggiao.register import open_register
    from banggiao.register.decisions import decision_to_dict

    with open_register(register) as kept:
        found = kept.decisions(standing=standing)
    if as_json:
        for one in found:
            deliver(line(decision_to_dict(one)), None)
    else:
        show_document(decisions_document(found, Words(lang, party_namer(load()))), evidence=False)


def _source(
    kept: Register, words: str, article: str | None, title: str, published: str | None, url: str | None
) -> tuple[Article, str]:
    """The words as an article of their own, and the key of the article that they are taken from ("" if none)."""
    from banggiao.edtf import parse
    from banggiao.model import Article, Zone

    zones = (Zone("body", 0, len(words)),)
    id = f"hand-{hashlib.sha256(words.encode()).hexdigest()[:8]}"
    if article is None:
        if published:
            try:
                parse(published)
            except ValueError as error:
                raise UsageError(f"--published {published}: {error}.", hint="Such as 2018-08-02.") from None
        return Article(
            id=id, text=words, title=title, published=published, published_basis="given", url=url, zones=zones
        ), ""
    ref = find_article(kept, article)
    stored = kept.article(ref.key)
    if stored is None or " ".join(words.split()) not in " ".join(stored.article.text.split()):
        raise UsageError(f"These words are not in {ref.id}.", hint="Quote them as they stand there.")
    return replace(stored.article, id=f"{ref.id}-{id}", text=words, zones=zones), ref.key


def _told(made: Decision) -> None:
    reports = len(made.anchors)
    about = f"{reports} report{'s' if reports != 1 else ''}" if reports else ", ".join(made.slots["names"])
    print(
        f"Decision {made.id} kept: {made.action} by {made.by}, on {about}. Undo: banggiao decide withdraw {made.id}",
        file=sys.stderr,
    )
