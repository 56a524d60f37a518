"""What is left to decide about names of people and agreements, as an answer."""

from __future__ import annotations

from banggiao.briefs.document import Document, Group, Line, Section
from banggiao.briefs.listing import Asked, heads_asked
from banggiao.briefs.words import Words
from banggiao.lexicon import Lexicon
from banggiao.register.agreement_names import like_agreements
from banggiao.register.api import Cut, Fact, Head, Kind, Register
from banggiao.register.people import suggested
from banggiao.register.suggestion import Suggestion


def suggestions_asked(register: Register, lexicon: Lexicon, names: tuple[str, ...] = ()) -> list[Suggestion]:
    """What names leave for a person to decide, likeliest first, of these parties or of all. Facts are enough for that,
    without their reports."""
    people = suggested(map(_bare, _heads(register, lexicon, "office", names)), lexicon, register.told())
    papers = like_agreements(_heads(register, lexicon, "instrument", names), lexicon, register.agreements_told())
    return sorted([*people, *papers], key=lambda one: -one.score)


def _heads(register: Register, lexicon: Lexicon, kind: Kind, names: tuple[str, ...]) -> list[Head]:
    """The facts of a kind of any of these parties."""
    found: dict[str, Head] = {}
    questions: list[tuple[str, ...]] = [(name,) for name in names] or [()]
    for asked in questions:
        found |= {head.id: head for head in heads_asked(register, lexicon, Asked(kinds=(kind,), names=asked))}
    return list(found.values())


def _bare(head: Head) -> Fact:
    cut = Cut(head.reports, 0, head.first_reported, head.last_reported)
    return Fact(head.id, head.record, [], head.key, cut=cut)


def suggestions_document(found: list[Suggestion], words: Words) -> Document:
    """What is left to decide about names, likeliest first, a line each."""
    document = Document(lang=words.lang, title=words.say("Suggestions"), sources_title=words.say("Sources"))
    document.about = [words.count("{n} suggestion", "{n} suggestions", len(found))]
    lines = [
        Line(
            when=f"{one.score:.2f}",
            head=" – ".join(one.names),
            text=words.label("likeness", one.reason),
            notes=[words.parties(one.parties) if one.parties else words.party(one.party)],
        )
        for one in found
    ]
    document.sections = [
        Section(key="suggestions", title="", groups=[Group(lines=lines)], empty=words.say("None yet."))
    ]
    return document
