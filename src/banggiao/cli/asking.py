"""`brief`, `timeline` and `show`: questions to the register."""

from __future__ import annotations

from datetime import date as Day
from pathlib import Path
from typing import TYPE_CHECKING, Any

from banggiao.cli.notes import note
from banggiao.cli.options import day, deliver, deliver_bytes
from banggiao.cli.reading import party_namer
from banggiao.errors import UsageError

if TYPE_CHECKING:
    from banggiao.briefs.document import Document
    from banggiao.register import Register


def brief(
    names: tuple[str, str],
    register: str | None,
    *,
    as_of: str | None,
    known_by: str | None,
    lang: str,
    form: str,
    evidence: bool,
    everything: bool,
    output: Path | None,
) -> None:
    """Prints the brief on two parties."""
    from banggiao.briefs import question
    from banggiao.briefs.choosing import Reach
    from banggiao.briefs.layout import Limits, brief_document
    from banggiao.briefs.names import find_pair
    from banggiao.briefs.words import Words
    from banggiao.lexicon import load
    from banggiao.register import open_register

    lexicon = load()
    words = Words(lang, party_namer(lexicon))
    on, by = day(as_of, "--as-of"), day(known_by, "--known-by")
    find_pair(lexicon, *names)  # a name nobody bears is told before any register is opened
    with open_register(register) as kept:
        reach = Reach.none() if everything else Reach()
        answer = question.brief(kept, lexicon, names, as_of=on, known_by=by, reach=reach)
        if not answer.sources:
            _tell_of_nothing(kept, on, by)
    limits = Limits.none() if everything else Limits()
    document = brief_document(answer, words, limits)
    _give(document, answer, form=form, evidence=evidence, output=output)


def timeline(
    names: tuple[str, str],
    register: str | None,
    *,
    as_of: str | None,
    known_by: str | None,
    lang: str,
    form: str,
    evidence: bool,
    everything: bool,
    output: Path | None,
    since: str | None = None,
    until: str | None = None,
    limit: int | None = None,
) -> None:
    """Prints what happened between two parties."""
    from banggiao.briefs import question
    from banggiao.briefs.layout import timeline_document
    from banggiao.briefs.names import find_pair
    from banggiao.briefs.words import Words
    from banggiao.lexicon import load
    from banggiao.register import open_register

    lexicon = load()
    words = Words(lang, party_namer(lexicon))
    on, by = day(as_of, "--as-of"), day(known_by, "--known-by")
    find_pair(lexicon, *names)
    with open_register(register) as kept:
        answer = question.timeline(
            kept,
            lexicon,
            names,
            as_of=on,
            known_by=by,
            since=day(since, "--since"),
            until=day(until, "--until"),
            limit=None if everything else limit or question.EVENTS,
        )
        if not answer.sources:
            _tell_of_nothing(kept, on, by)
    hint = words.say("--since, --until, --limit or --all show them") if form == "text" else ""
    document = timeline_document(answer, words, hint=hint)
    _give(document, answer, form=form, evidence=evidence, output=output)


def _tell_of_nothing(register: Register, as_of: Day | None, known_by: Day | None) -> None:
    """Says on the terminal why an answer is empty, where that is because it was too early."""
    from banggiao.cli.listing import nothing_known

    if told := nothing_known(register, known_by or as_of):
        note(told)


def _give(document: Document, answer: Any, *, form: str, evidence: bool, output: Path | None) -> None:
    """An answer in the form that was asked for, to the terminal or a file."""
    if form == "json":
        import msgspec

        deliver(msgspec.json.format(msgspec.json.encode(answer), indent=2).decode() + "\n", output)
    elif form == "md":
        from banggiao.briefs import markdown

        deliver(markdown.render(document, evidence=evidence), output)
    elif form == "html":
        from banggiao.briefs import html

        deliver(html.render(document, evidence=evidence), output)
    elif form == "docx":
        from banggiao.briefs import docx

        if output is None:
            raise UsageError("A Word file is no text for the terminal.", hint="Name a file: --output brief.docx")
        deliver_bytes(docx.render(document, evidence=evidence), output)
    elif output is not None:
        from banggiao.briefs import text

        deliver(text.render(document, evidence=evidence) + "\n", output)
    else:
        from banggiao.cli.terminal import show_document

        show_document(document, evidence=evidence)


def show(name: str, register: str | None, *, lang: str, evidence: bool, everything: bool, ids: bool = False) -> None:
    """Shows an article with its evidence, a fact with its reports, or what is known of a party, person, body, series or
    agreement.

    Raises UsageError for a name that the register does not hold, with the closest party names.
    """
    from banggiao.briefs import question
    from banggiao.briefs.names import find_party
    from banggiao.briefs.view import facts_document, reading_document
    from banggiao.briefs.words import Words
    from banggiao.cli.terminal import show_document
    from banggiao.lexicon import load
    from banggiao.register import open_register

    lexicon = load()
    words = Words(lang, party_namer(lexicon))
    with open_register(register) as kept:
        for ref in kept.find_articles(name):
            stored = kept.article(ref.key)
            if stored:
                show_document(reading_document(stored.reading, stored.article.text, words), evidence=True)
                return
        if fact := kept.fact(name):
            document = facts_document(name, question.material([fact]), words, ids=True)
            show_document(document, evidence=True)
            return
        code = lexicon.find_party(name)
        facts = kept.facts(parties=[code]) if code else kept.facts_named(name)
        if not facts and code is None:
            facts = _by_lexicon(kept, lexicon, name)
    if not facts:
        if code is None:
            find_party(lexicon, name)  # tells the closest names
        raise UsageError(f"The register holds nothing of {name!r}.", hint="See `banggiao articles` for what it holds.")
    title = words.party(code) if code else name
    cap = None if everything else 12
    show_document(facts_document(title, question.material(facts), words, cap=cap, ids=ids), evidence=evidence)


def _by_lexicon(kept: Any, lexicon: Any, name: str) -> list[Any]:
    """The facts of a body, series or instrument under any other name that the lexicon has for it."""
    return list({fact.id: fact for other in lexicon.other_names(name) for fact in kept.facts_named(other)}.values())
